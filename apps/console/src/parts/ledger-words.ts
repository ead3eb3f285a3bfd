import { volunteerStatusNames, words } from '#libs/forms/ledger-words.zh';
import type { RowOf } from '../api/query.js';

export { volunteerStatusNames };

/** The Chinese word of a code of the ledger; the code itself where there is none yet. */
export const wordOf = (code: string | null | undefined): string =>
  code === null || code === undefined ? '—' : (words[code] ?? code);

export const wordsOf = (codes: readonly string[]): string => codes.map(wordOf).join('、');

type EntryState = RowOf<'/api/volunteers/{volunteerId}/years/{year}/entries'>['state'];

export const entryStateNames: Readonly<Record<EntryState, string>> = {
  attested: '已确认',
  recorded: '待确认',
  held: '待批准',
  conflicted: '时间重叠',
  declined: '不予计入',
  withdrawn: '已撤回',
  credited: '已计入',
  reversed: '已冲销',
  found: '年结后发现，待调整',
  adjusted: '已作年结后调整',
};

const stateNames: Readonly<Record<string, string>> = { ...volunteerStatusNames, ...entryStateNames };

/** The word of what a volunteer or an entry stands as; the code itself where there is none yet. */
export const stateName = (state: string): string => stateNames[state] ?? state;
