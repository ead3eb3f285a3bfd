import { SheetRejected } from './sheet-rejected.js';
import { readFormSheets } from './workbook.js';

/**
 * Which row of the roster joins which team: `行号,队伍名称` line by line, with or without a line of headers. Throws
 * SheetRejected.
 */
export async function readTeamsByRow(bytes: Uint8Array): Promise<ReadonlyMap<number, string>> {
  const [lines = []] = await readFormSheets(bytes);
  const teams = new Map<number, string>();
  for (const { row, cells } of lines) {
    const [number, name] = [String(cells[0] ?? '').trim(), String(cells[1] ?? '').trim()];
    if (number === '' || (row === 1 && !/^\d+$/.test(number))) continue;
    if (!/^\d+$/.test(number) || name === '')
      throw new SheetRejected(
        'team_line_unread',
        `分队文件第 ${row} 行不是“行号,队伍名称”。`,
        '请每行写花名册的行号和队伍全称，如 5,示例中心党员志愿服务队1队。',
      );
    teams.set(Number(number), name);
  }
  return teams;
}
