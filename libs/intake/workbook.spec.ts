import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from '@jest/globals';

import { archiveLimits } from './archive.js';
import { madeArchive, madeSheet, type MadeEntry } from '../../test/support/made-sheet.js';
import type { SheetRejected, SheetRejection } from './sheet-rejected.js';
import { readFormSheets, sheetLimits, streamSheetRows, visibleSheets, type SheetRow } from './workbook.js';

const parts: MadeEntry[] = [{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }];

async function refusal(bytes: Uint8Array): Promise<SheetRejection> {
  const rejected = (await readFormSheets(bytes).then(
    () => undefined,
    (cause: unknown) => cause,
  )) as SheetRejected | undefined;
  expect(rejected?.name).toBe('SheetRejected');
  expect(`${rejected?.message}${rejected?.remedy}`).toMatch(/^\p{Script=Han}.*。$/u);
  return rejected!.code;
}

async function streamed(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of streamSheetRows(bytes, 0)) rows.push(row);
  return rows;
}

describe('What is handed in as a workbook', () => {
  it('is refused when it is empty', async () => {
    expect(await refusal(new Uint8Array())).toBe('file_empty');
  });

  it('is refused above 20 MB, and looked at up to 20 MB', async () => {
    expect(await refusal(new Uint8Array(archiveLimits.fileBytesMax + 1).fill(65))).toBe('file_too_large');
    const atLimit = new Uint8Array(archiveLimits.fileBytesMax);
    atLimit.set([0x50, 0x4b, 0x03, 0x04]);
    expect(await refusal(atLimit)).toBe('not_a_workbook');
  });

  it.each<[string, number[], SheetRejection]>([
    ['an old .xls or a workbook with a password', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'old_workbook_or_encrypted'],
    ['a renamed program', [0x4d, 0x5a, 0x90, 0x00, 0x03], 'not_a_workbook'],
    ['a cut-off archive', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], 'not_a_workbook'],
    ['bytes in no known writing', [0xff, 0x80, 0x81, 0xff, 0xff], 'not_a_workbook'],
  ])('is refused when it is %s', async (_what, bytes, code) => {
    expect(await refusal(Uint8Array.from(bytes))).toBe(code);
  });

  it('is refused when it is another kind of ZIP', async () => {
    expect(await refusal(madeArchive([{ name: 'word/document.xml' }]))).toBe('not_a_workbook');
  });

  it('is refused with macros, whatever its name', async () => {
    const withMacros = await writeXlsx({ sheets: [{ name: '表', rows: [['姓名']] }], vbaProject: new Uint8Array([1, 2, 3]) });
    expect(await refusal(withMacros)).toBe('macros_not_accepted');
  });

  it('is refused when a part would grow more than a hundredfold', async () => {
    expect(await refusal(madeArchive([...parts, { name: 'xl/a.xml', text: 'a'.repeat(4_000_000) }]))).toBe('archive_suspicious');
  });

  it('is refused when all parts together would exceed 200 MB', async () => {
    // Letters without a pattern, so that no single part looks suspicious.
    let seed = 1;
    const text = Array.from({ length: 30_000 }, () => String.fromCharCode(33 + (seed = (seed * 48_271) % 2_147_483_647) % 90)).join('');
    const of = (count: number): MadeEntry[] =>
      [...parts, ...Array.from({ length: count }, (_, at) => ({ name: `xl/${at}.xml`, text, declaredBytes: 1_900_000 }))];
    expect(await refusal(madeArchive(of(110)))).toBe('not_a_workbook');
    await expect(readFormSheets(madeArchive(of(111)))).rejects.toThrow('解压后超过 200 MB');
  });

  it('is refused with more than 200 parts', async () => {
    const of = (count: number): Uint8Array => madeArchive([...parts, ...Array.from({ length: count - 2 }, (_, at) => ({ name: `xl/${at}.xml` }))]);
    expect(await refusal(of(200))).toBe('not_a_workbook');
    expect(await refusal(of(201))).toBe('archive_suspicious');
  });

  it.each<[string, MadeEntry[]]>([
    ['declares a full part as empty', [...parts, { name: 'xl/a.xml', text: 'abcdefgh', declaredBytes: 0 }]],
    ['holds two parts of one name', [...parts, { name: 'xl/WORKBOOK.xml' }]],
    ['points outside itself', [...parts, { name: '../../etc/passwd' }]],
  ])('is refused when it %s', async (_what, entries) => {
    expect(await refusal(madeArchive(entries))).toBe('archive_suspicious');
  });

  it('is refused beyond 5,000 rows of a form, and read up to them', async () => {
    const rows = (count: number): string[][] => Array.from({ length: count }, (_, at) => [`r${at + 1}`]);
    const [sheet] = await readFormSheets(await madeSheet(rows(sheetLimits.formRowsMax)));
    expect(sheet).toHaveLength(5_000);
    expect(await refusal(await madeSheet(rows(sheetLimits.formRowsMax + 1)))).toBe('too_many_rows');
  });
});

describe('A workbook that can be read', () => {
  it('numbers its rows as Excel does, blank rows included', async () => {
    const bytes = await madeSheet([['甲'], [], ['丙']]);
    expect((await streamed(bytes)).filter(({ cells }) => cells[0]).map(({ row }) => row)).toEqual([1, 3]);
    expect((await readFormSheets(bytes))[0]?.[2]).toEqual({ row: 3, cells: ['丙'] });
  });

  it('repeats the top-left value of a merged area in all of it', async () => {
    const bytes = await madeSheet([['甲', 1], [null, 2], [null, 3]], [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }]);
    expect((await readFormSheets(bytes))[0]?.map(({ cells }) => cells)).toEqual([['甲', 1], ['甲', 2], [null, 3]]);
  });

  it('gives its visible sheets only', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '藏', hidden: true, rows: [['藏']] }, { name: '显', rows: [['显']] }] });
    expect((await readFormSheets(bytes)).map((rows) => rows[0]?.cells[0])).toEqual(['显']);
    expect(await visibleSheets(bytes)).toEqual([1]);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as “Unicode text”', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('may be a .csv in %s', async (_encoding, encode) => {
    expect(await streamed(encode('姓名,性别\n"丁𠮷安","女"\n'))).toEqual([
      { row: 1, cells: ['姓名', '性别'] },
      { row: 2, cells: ['丁𠮷安', '女'] },
    ]);
  });

  it('may be a .csv in GB 18030, as Excel in China writes it', async () => {
    const gb18030 = Buffer.from('d0d5c3fb2cd0d4b1f00ad6ecd1d42cc4d00a', 'hex');
    expect((await streamed(gb18030)).map(({ cells }) => cells)).toEqual([
      ['姓名', '性别'],
      ['朱言', '男'],
    ]);
  });
});
