import { words } from '#libs/forms/ledger-words.zh';

/** The Chinese word of a code of the ledger; the code itself where there is none yet. */
export const wordOf = (code: string | null | undefined): string =>
  code === null || code === undefined ? '—' : (words[code] ?? code);

export const wordsOf = (codes: readonly string[]): string => codes.map(wordOf).join('、');

export const volunteerStatusNames = {
  APPLIED: '待审核',
  RETURNED: '退回修改',
  DECLINED: '不予通过',
  APPROVED: '审核通过',
  ENROLLED: '在册',
  WITHDRAWN: '已退出',
  DECEASED: '已去世',
  MERGED: '已并入',
} as const;

export const entryStateNames = {
  attested: '已确认',
  recorded: '待确认',
  held: '待批准',
  conflicted: '时间重叠',
  declined: '不予计入',
  withdrawn: '已撤回',
  credited: '已计入',
  reversed: '已冲销',
} as const;
