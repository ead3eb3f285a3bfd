/** Left menu, in the order people know; a page without a group stands in no menu. */
export const groups = {
  work: '工作台',
  review: '申请审核',
  register: '名册',
  activity: '活动与时长',
  assess: '考核评星',
  report: '报表上报',
  audit: '审计',
  settings: '系统设置',
} as const;
export type Group = keyof typeof groups;
