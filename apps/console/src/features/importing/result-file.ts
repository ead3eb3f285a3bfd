import { saveFile } from '../../parts/save-file.js';
import type { ImportPreview, ImportRun } from './asked.js';

const heads = ['行号', '对象', '结果', '志愿者编号', '台账位置', '说明'];
const severityNames = { fault: '错误，未写入', warning: '提醒' } as const;

/** A spreadsheet takes a cell that begins so for a formula. */
const cellOf = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const linesOf = (run: ImportRun, preview: ImportPreview): string[][] => [
  ...run.rows.map(({ row, subject, outcomeName, volunteerNumber, position, refusal }) => [
    row === null ? '表头' : String(row),
    ...[subject, outcomeName, volunteerNumber ?? '', position ?? '', refusal ?? ''],
  ]),
  ...preview.faultyRows.flatMap(({ row, faults }) =>
    faults.map(({ column, severity, message }) => [String(row), column, severityNames[severity], '', '', message]),
  ),
];

/** CSV with a byte order mark, as Excel wants it; ids, places and sentences, no cells of the sheet. */
export const resultText = (run: ImportRun, preview: ImportPreview): string =>
  `\uFEFF${[heads, ...linesOf(run, preview)].map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;

export function saveResult(run: ImportRun, preview: ImportPreview): void {
  saveFile(`志册-导入结果-${run.batchId?.slice(0, 8) ?? ''}.csv`, resultText(run, preview));
}
