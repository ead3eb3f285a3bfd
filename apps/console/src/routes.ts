import type { ComponentType } from 'react';
import { roles, type Role } from '#libs/access/actor';
import { commandPermissions, readingRoles } from '#libs/access/permissions';
import type { Group } from './frame/groups.js';

export interface Page {
  /** Below /console, with `:names` as the router takes them. */
  readonly path: string;
  readonly title: string;
  readonly group?: Group;
  /** Nobody else sees the page in the menu or reaches it by its address. */
  readonly roles: readonly Role[];
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const everybody = roles;
const administrator: readonly Role[] = ['SYSTEM_ADMINISTRATOR'];
const auditors: readonly Role[] = ['AUDITOR'];
const offices: readonly Role[] = ['UNIT_OFFICE', 'COUNTY_OFFICE', 'CITY_OFFICE'];
/** Who may give a command for others, and for themselves where the command may be one's own. */
const giversOf = (command: string): readonly Role[] => commandPermissions[command]?.roles ?? [];
const importers: readonly Role[] = roles.filter(
  (role) => giversOf('EstablishTeam').includes(role) || giversOf('RecordAttendance').includes(role),
);
const withVolunteer = (held: readonly Role[]): readonly Role[] => [...held, 'VOLUNTEER'];

/** Every page of the console, one line each. The menu, the router and the role × page test are made of it. */
// prettier-ignore
export const pages: readonly Page[] = [
  { path: '/', title: '工作台', group: 'work', roles: everybody, load: () => import('./features/workbench/workbench.js') },
  { path: '/review', title: '审核', group: 'review', roles: readingRoles, load: () => import('./features/review/review.js') },
  { path: '/apply', title: '登记申请', group: 'review', roles: giversOf('SubmitApplication'), load: () => import('./features/apply/apply.js') },
  { path: '/volunteers', title: '志愿者', group: 'register', roles: readingRoles, load: () => import('./features/registers/volunteers.js') },
  { path: '/volunteers/:volunteerId', title: '志愿者档案', roles: withVolunteer(readingRoles), load: () => import('./features/person/person.js') },
  { path: '/teams', title: '服务队', group: 'register', roles: readingRoles, load: () => import('./features/registers/team-years.js') },
  { path: '/teams/new', title: '组建服务队', roles: giversOf('EstablishTeam'), load: () => import('./features/teams/new-team.js') },
  { path: '/teams/:teamId', title: '服务队情况', roles: readingRoles, load: () => import('./features/teams/team.js') },
  { path: '/shortfall', title: '时长落后', group: 'assess', roles: readingRoles, load: () => import('./features/registers/shortfall.js') },
  { path: '/spikes', title: '期末集中情况', group: 'assess', roles: readingRoles, load: () => import('./features/spikes/spikes.js') },
  { path: '/roster-reviews', title: '动态调整', group: 'assess', roles: readingRoles, load: () => import('./features/assess/roster-reviews.js') },
  { path: '/analyses', title: '汇总分析', group: 'assess', roles: readingRoles, load: () => import('./features/assess/analyses.js') },
  { path: '/annual-reviews', title: '年度评议', group: 'assess', roles: readingRoles, load: () => import('./features/assess/annual-reviews.js') },
  { path: '/reminders', title: '提醒教育', group: 'assess', roles: readingRoles, load: () => import('./features/assess/reminders.js') },
  { path: '/exemptions', title: '免除要求', group: 'assess', roles: readingRoles, load: () => import('./features/assess/exemptions.js') },
  { path: '/stars', title: '星级', group: 'assess', roles: readingRoles, load: () => import('./features/stars/board.js') },
  { path: '/stars/dry-run', title: '换标准试算', group: 'assess', roles: giversOf('AdoptStarScheme'), load: () => import('./features/stars/dry-run.js') },
  { path: '/certificates', title: '服务证明', group: 'report', roles: readingRoles, load: () => import('./features/certificates/certificates.js') },
  { path: '/closing', title: '年结', group: 'report', roles: readingRoles, load: () => import('./features/closing/closing.js') },
  { path: '/organizations', title: '党组织', group: 'register', roles: readingRoles, load: () => import('./features/organizations/organizations.js') },
  { path: '/organizations/:organizationId', title: '党组织情况', roles: readingRoles, load: () => import('./features/organizations/organization.js') },
  { path: '/organizations/new', title: '登记党组织', roles: offices, load: () => import('./features/organizations/new-organization.js') },
  { path: '/import', title: '导入', group: 'register', roles: importers, load: () => import('./features/importing/import.js') },
  { path: '/import/batches', title: '导入批次', group: 'register', roles: readingRoles, load: () => import('./features/importing/batches.js') },
  { path: '/activities', title: '活动', group: 'activity', roles: readingRoles, load: () => import('./features/activities/activities.js') },
  { path: '/activities/new', title: '登记活动', roles: giversOf('PlanActivity'), load: () => import('./features/activities/new-activity.js') },
  { path: '/activities/:activityId', title: '活动情况', roles: readingRoles, load: () => import('./features/activities/activity.js') },
  { path: '/required-days', title: '规定日', group: 'activity', roles: readingRoles, load: () => import('./features/activities/required-days.js') },
  { path: '/activities/:activityId/sessions/:sessionId/attendance', title: '签到登记', roles: giversOf('RecordAttendance'), load: () => import('./features/activities/attendance.js') },
  { path: '/activities/:activityId/sessions/:sessionId/code', title: '现场签到码', roles: giversOf('RecordAttendance'), load: () => import('./features/activities/check-in-code.js') },
  { path: '/check-in/:activityId/:sessionId', title: '现场签到', roles: ['VOLUNTEER'], load: () => import('./features/activities/check-in.js') },
  { path: '/print', title: '打印上报', group: 'report', roles: readingRoles, load: () => import('./features/print/print.js') },
  { path: '/breaches', title: '信息泄露', group: 'audit', roles: [...offices, ...auditors], load: () => import('./features/breaches/breaches.js') },
  { path: '/audit', title: '查记录', group: 'audit', roles: auditors, load: () => import('./features/audit/entries.js') },
  { path: '/audit/streams/:stream', title: '重放一个流', roles: auditors, load: () => import('./features/audit/stream.js') },
  { path: '/audit/checkpoints', title: '检查点与见证', group: 'audit', roles: auditors, load: () => import('./features/audit/checkpoints.js') },
  { path: '/audit/verification', title: '校验与取证', group: 'audit', roles: auditors, load: () => import('./features/audit/verification.js') },
  { path: '/audit/findings', title: '异常清单', group: 'audit', roles: auditors, load: () => import('./features/audit/findings.js') },
  { path: '/accounts', title: '账号与角色', group: 'settings', roles: administrator, load: () => import('./features/accounts/accounts.js') },
  { path: '/me', title: '我的账号', group: 'settings', roles: everybody, load: () => import('./features/accounts/own-account.js') },
  { path: '/help', title: '使用手册', group: 'settings', roles: everybody, load: () => import('./features/help/help.js') },
];

export const mayOpen = (page: Page, held: readonly Role[]): boolean => page.roles.some((role) => held.includes(role));
