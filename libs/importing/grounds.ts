import { evidenceTypes } from '#libs/activity/activity.events';
import type { RowFault } from '#libs/intake/fault';
import type { ParsedSignInRow } from '#libs/intake/sign-in-sheet';
import type { ActivityId, BatchId, EvidenceId } from '#libs/kernel/ids';
import { isLocalDate, type LocalDate } from '#libs/kernel/time';
import type { CodeIn } from '#libs/reference/codes';
import { defineCodes } from '#libs/reference/codes';
import { tenthWorkingDayAfter } from '#libs/reference/working-days';
import { sha256Of } from './batch.js';
import { faultAt, idOf, type PlannedStep } from './plan.js';

/** Why a sheet is brought after its due day; emergency service has an activity of its own and is not taken from a sheet (F-35). */
export const sheetLateReason = defineCodes({ name: 'sheetLateReason', version: '1', source: '志册' }, [
  ['PAPER_SHEET_DELAYED', '纸质签到表迟交'],
  ['SYSTEM_UNAVAILABLE', '系统无法使用'],
  ['DISPUTE_UPHELD', '异议成立后补记'],
  ['OTHER', '其他'],
]);
export type SheetLateReason = CodeIn<typeof sheetLateReason>;

/** A scan or photo of the signed paper sheet. */
export interface Paper {
  readonly sha256: string;
  readonly content: Buffer;
  /** Where the name of the file tells it; a paper without a day stands for every day that has none of its own. */
  readonly day?: LocalDate;
}

/** `2026-01-17 签到表.pdf`, `20260117.jpg`: the day of the service in the name of the file. */
export function paperOf(fileName: string, content: Buffer): Paper {
  const [, year, month, dayOfMonth] = /(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(fileName) ?? [];
  const day = `${year}-${month}-${dayOfMonth}`;
  return { sha256: sha256Of(content), content, ...(isLocalDate(day) ? { day } : {}) };
}

/** What a sheet rests on (F-06) and why it comes when it does (F-05). */
export interface Grounds {
  readonly papers: readonly Paper[];
  readonly lateReasonCode?: SheetLateReason | undefined;
}

export const papersOf = (day: string, { papers }: Grounds): readonly Paper[] => {
  const own = papers.filter((paper) => paper.day === day);
  return own.length > 0 ? own : papers.filter((paper) => paper.day === undefined);
};

/** Rows of days that no paper shows; with no paper at all it is said once, as an obstacle. */
export const withoutPaper = (rows: readonly ParsedSignInRow[], grounds: Grounds): RowFault[] =>
  grounds.papers.length === 0
    ? []
    : rows
        .filter(({ heldOn }) => papersOf(heldOn, grounds).length === 0)
        .map(({ row, heldOn }) =>
          faultAt(
            row,
            '活动日期',
            'sign_in_sheet_missing',
            `没有 ${heldOn} 的签到表扫描件，请用 --paper 附上（文件名写明日期）。`,
          ),
        );

/** The papers of an activity as its evidence; the first of them is the one that its attendances name. */
export function paperSteps(
  activity: { readonly activityId: ActivityId; readonly firstRow: number; readonly heldOn: LocalDate },
  grounds: Grounds,
  batchId: BatchId,
): { readonly steps: readonly PlannedStep[]; readonly sheetId: EvidenceId | undefined } {
  const { activityId, firstRow, heldOn } = activity;
  const papers = papersOf(heldOn, grounds).map(({ sha256 }) => ({
    sha256,
    evidenceId: idOf<EvidenceId>(batchId, `paper/${firstRow}/${sha256}`),
  }));
  const steps = papers.map(({ sha256, evidenceId }): PlannedStep => ({
    name: `paper/${sha256}`,
    command: { type: 'AddEvidence', data: { activityId, evidenceId, evidenceKind: 'SIGN_IN_SHEET', sha256 } },
  }));
  return { steps, sheetId: papers[0]?.evidenceId };
}

/** Beyond the 10th working day after the day of the service (Order 67 art. 11). */
export function lateOn(today: LocalDate): (heldOn: string) => boolean {
  const due = new Map<string, string>();
  return (heldOn) => {
    const known = due.get(heldOn) ?? tenthWorkingDayAfter(heldOn).date;
    due.set(heldOn, known);
    return known < today;
  };
}

/** What has to be put right before anything of the sheet can be written. */
export function barsOf(grounds: Grounds, lateRows: number): string[] {
  const reasons = sheetLateReason.entries.map(({ code, name }) => `${name}（${code}）`).join('、');
  return [
    ...(grounds.papers.length === 0
      ? [`批量登记须附纸质签到表：请用 --paper 附上签到表的扫描件或照片（${evidenceTypes.join('、')}），多份可重复写。`]
      : []),
    ...(lateRows > 0 && !grounds.lateReasonCode
      ? [`有 ${lateRows} 人次超过服务结束后 10 个工作日才登记，请用 --late-reason 说明原因：${reasons}。`]
      : []),
  ];
}
