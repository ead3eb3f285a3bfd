import { describe, expect, it } from '@jest/globals';

import { madeSheet } from '../../test/support/made-sheet.js';
import { readFormTable, tableOf, type Columns } from './table.js';
import type { Cell, SheetRow } from './workbook.js';

const columns: Columns<'name' | 'sex' | 'hours' | 'note'> = {
  name: { label: '姓名' },
  sex: { label: '性别' },
  hours: { label: '服务时间（小时）', aliases: ['服务时长'], unitInBrackets: true },
  note: { label: '备注', optional: true },
};

const sheet = (...rows: Cell[][]): SheetRow[] => rows.map((cells, index) => ({ row: index + 1, cells }));
const head = ['姓名', '性别', '服务时间（小时）'];

describe('The table in a sheet', () => {
  it('is found under captions, with line breaks, blanks, other brackets and another order of columns', async () => {
    const table = await tableOf(sheet(['附件'], ['标题'], ['服务\n时间 (小时)', '姓　名', '“性别”'], [2, '朱言', '男']), columns);
    expect(table?.header.row).toBe(3);
    expect(table?.entries.map((entry) => [entry.row, entry.text('name'), entry.text('sex'), entry.cell('hours')])).toEqual([[4, '朱言', '男', 2]]);
  });

  it('leaves out blank rows, numbered empty rows, a repeated head, notes and totals', async () => {
    const table = await tableOf(
      sheet(['序号', ...head], [1, '朱言', '男', 2], [], [2, null, '', null], ['序号', ...head], ['合计', '', '', 2], [null, '备注：两人'], [3, '于起', '男', 1]),
      columns,
    );
    expect(table?.entries.map(({ row }) => row)).toEqual([2, 8]);
    expect(table?.totals.map(({ row }) => row)).toEqual([6]);
    expect(table?.notes).toEqual(['备注：两人']);
  });

  it('says which columns of the unit it did not read', async () => {
    const table = await tableOf(sheet([...head, '车 牌'], ['朱言', '男', 2, '某']), columns);
    expect(table?.notes).toEqual(['未读取的列：车牌（不在表样之内）。']);
    expect(table?.entries[0]?.source).toEqual({ 姓名: '朱言', 性别: '男', '服务时间（小时）': '2', 车牌: '某' });
  });

  it('does not take minutes for hours', async () => {
    await expect(tableOf(sheet(['姓名', '性别', '服务时长（分）'], ['朱言', '男', 20]), columns)).rejects.toThrow('“服务时间(小时)”');
  });

  it('is refused with a column twice', async () => {
    await expect(tableOf(sheet([...head, '姓 名'], ['朱言', '男', 2, '于起']), columns)).rejects.toThrow('“姓名”出现了两次');
  });

  it('is looked for in the first forty rows', async () => {
    const under = (captions: number): SheetRow[] => sheet(...Array.from({ length: captions }, () => ['说']), head, ['朱言', '男', 2]);
    expect((await tableOf(under(39), columns))?.entries).toHaveLength(1);
    expect(await tableOf(under(40), columns)).toBeUndefined();
  });

  it('is refused by the name of the form if no sheet holds it', async () => {
    await expect(readFormTable(await madeSheet([['别的'], ['表']]), '某表', columns)).rejects.toMatchObject({
      code: 'header_not_found',
      message: '没有找到《某表》的表头。',
      remedy: '请使用该表的表样，表头应含：姓名、性别、服务时间(小时)。',
    });
  });
});
