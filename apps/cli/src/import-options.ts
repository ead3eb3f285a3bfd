import { readFile } from 'node:fs/promises';
import { isLocalDate, type LocalDate } from '#libs/kernel/time';
import { codeOf, hasCode, type CodeList } from '#libs/reference/codes';
import { usageFault } from './cli-fault.js';
import { fileAt } from './place.js';

/** A day as `YYYY-MM-DD`. */
export function dayIn(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw usageFault(`“${text}”不是日期。`, '请写成 2026-07-01 的样式。');
}

/** A number of people. */
export function countIn(text: string): number {
  if (/^\d{1,8}$/.test(text)) return Number(text);
  throw usageFault(`“${text}”不是人数。`, '请写整数，如 32。');
}

/** Numbers of rows, `5,9`. */
export function rowsIn(text: string): readonly number[] {
  const rows = text.split(/[,，、]/u).map((part) => part.trim());
  if (rows.every((row) => /^\d{1,6}$/.test(row))) return rows.map(Number);
  throw usageFault(`“${text}”不是行号。`, '请写表中的行号，如 5,9。');
}

/** A code of the list, by code or by its Chinese word. */
export const wordIn =
  <Code extends string>(list: CodeList<Code>) =>
  (text: string): Code => {
    const code = hasCode(list, text) ? text : codeOf(list, text);
    if (code !== null) return code;
    throw usageFault(
      `没有“${text}”这一类。`,
      `可用：${list.entries.map(({ code: known, name }) => `${name}（${known}）`).join('、')}`,
    );
  };

/** The sheet as the user named it. Throws CliFault. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(fileAt(file)));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw usageFault(missing ? `没有找到文件 ${file}。` : `读不了文件 ${file}。`, '请核对文件名和所在目录。');
  }
}
