import type { RowFault } from '#libs/intake/fault';
import type { Preview } from '#libs/importing/import';
import type { Subject } from '#libs/importing/plan';
import {
  outcomeNames,
  subjectNames,
  type ImportResult,
  type MinutesCompared,
  type Outcome,
} from '#libs/importing/result';
import { minutesText } from '#libs/forms/minutes.zh';

const severityNames = { fault: '错误', warning: '提醒' } as const;

const faultLine = ({ row, column, severity, message }: RowFault): string =>
  `  第 ${row} 行〔${column}〕${severityNames[severity]}：${message}`;

const countBySeverity = (faults: readonly RowFault[], severity: RowFault['severity']): number =>
  faults.filter((one) => one.severity === severity).length;

const timeText = (at: Date): string => at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });

const linesPerKindMax = 200;

/** Everything that is to be known before saying yes. */
export function previewText(preview: Preview): string {
  const { rowsRead, rowsToWrite, faults, notes, plan, batch } = preview;
  if (batch?.finishedAt) return `这份表已于 ${timeText(batch.finishedAt)} 导入完成，不再写入任何内容。`;
  const [errors, warnings] = [countBySeverity(faults, 'fault'), countBySeverity(faults, 'warning')];
  return [
    `表中 ${rowsRead} 行，可写入 ${rowsToWrite} 行；错误 ${errors} 处（有错误的行不写入），提醒 ${warnings} 处。`,
    ...(batch ? [`这份表已于 ${timeText(batch.startedAt)} 开始导入（批次 ${batch.batchId}），这次接着进行。`] : []),
    ...plan.remarks,
    ...notes.map((note) => `表下的话：${note}`),
    ...limited(faults.filter(({ severity }) => severity === 'fault')),
    ...limited(faults.filter(({ severity }) => severity === 'warning')),
    ...plan.obstacles.map((obstacle) => `不能导入：${obstacle}`),
    ...plan.declarations,
  ].join('\n');
}

/** The result file holds them all. */
function limited(faults: readonly RowFault[]): string[] {
  const more = faults.length - linesPerKindMax;
  return [
    ...faults.slice(0, linesPerKindMax).map(faultLine),
    ...(more > 0 ? [`  ……还有 ${more} 处，见结果文件。`] : []),
  ];
}

const outcomes = ['WRITTEN', 'EXISTING', 'REFUSED'] as const;

function bySubject({ rows }: ImportResult, outcome: Outcome): [Subject, number][] {
  const counts = new Map<Subject, number>();
  for (const row of rows) if (row.outcome === outcome) counts.set(row.subject, (counts.get(row.subject) ?? 0) + 1);
  return [...counts];
}

/** What became of the sheet. */
export function resultText(result: ImportResult): string {
  const counts = outcomes.flatMap((outcome) => {
    const of = bySubject(result, outcome);
    return of.length === 0
      ? []
      : [`${outcomeNames[outcome]}：${of.map(([subject, rows]) => `${subjectNames[subject]} ${rows}`).join('、')}`];
  });
  const refused = result.rows.filter(({ outcome }) => outcome === 'REFUSED');
  return [
    `批次 ${result.batchId}。${counts.join('；')}。`,
    ...refused
      .slice(0, linesPerKindMax)
      .map(
        ({ row, subject, refusal }) =>
          `  ${row === null ? '表头' : `第 ${row} 行`}（${subjectNames[subject]}）被拒绝：${refusal ?? ''}`,
      ),
  ].join('\n');
}

/** The sheet against the ledger, in the ledger's own words. */
export function comparedText({ fileMinutes, creditedMinutes, heldMinutes, conflictedMinutes }: MinutesCompared): string {
  const both = `表中可写入的共 ${fileMinutes} 分钟（${minutesText(fileMinutes)}），台账已计入 ${creditedMinutes} 分钟（${minutesText(creditedMinutes)}）`;
  if (creditedMinutes === fileMinutes) return `${both}，两者一致。`;
  const conflicted = conflictedMinutes > 0 ? `，其中 ${conflictedMinutes} 分钟与已有时长重叠，只留记录、不计入` : '';
  const held = heldMinutes > 0 ? `，其中 ${heldMinutes} 分钟待第三人批准（逾期补录或当日时长过长）` : '';
  return `${both}，相差 ${fileMinutes - creditedMinutes} 分钟${held}${conflicted}。`;
}

/** The result file: ids, numbers and places in the ledger; no name and no telephone number of a person in it. */
export function resultJson(
  kind: string,
  { faults, rowsRead }: Preview,
  result: ImportResult,
  minutes: MinutesCompared | undefined,
): string {
  const rows = result.rows.map(({ outcome, subject, ...row }) => ({
    ...row,
    subject,
    subjectText: subjectNames[subject],
    outcome,
    outcomeText: outcomeNames[outcome],
  }));
  const counts = {
    rowsRead,
    ...Object.fromEntries(outcomes.map((outcome) => [outcome, Object.fromEntries(bySubject(result, outcome))])),
  };
  return `${JSON.stringify({ kind, batchId: result.batchId, counts, ...(minutes ? { minutes } : {}), rows, faults }, null, 2)}\n`;
}
