import { readFile } from 'node:fs/promises';

import type { CellValue } from 'hucre/xlsx';
import { describe, expect, it } from '@jest/globals';

import { madeSheet } from '../../test/support/made-sheet.js';
import { readMemberInformationSheet } from './member-information-sheet.js';

const sample = (): Promise<Uint8Array> => readFile('test/samples/chaohu-information-sheet-30-rows-7-faults.xlsx');

const head = ['姓  名', '性别', '身份证号码', '手机号码', '服务志愿', '所在单位名称'];
const good: CellValue[] = ['万知', '女', '34019919720714398x', '13800020004', '科学普及', '示例街道'];
const withCell = (label: string, value: CellValue): CellValue[] => head.map((name, at) => (name === label ? value : good[at]) ?? null);
const read = async (...rows: CellValue[][]): ReturnType<typeof readMemberInformationSheet> =>
  readMemberInformationSheet(await madeSheet([['单位盖章：示例街道', '', '', '填报时间：2026.7.1'], head, ...rows]));

describe('The information sheet of the sample street', () => {
  it('holds exactly seven faults and one warning in thirty rows', async () => {
    const { faults, rowsRead } = await readMemberInformationSheet(await sample());
    expect(rowsRead).toBe(30);
    expect(faults.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [6, '身份证号码', 'id_number_of_two_names', 'fault'],
      [16, '身份证号码', 'check_digit_must_match', 'fault'],
      [20, '身份证号码', 'id_number_must_not_have_15_digits', 'fault'],
      [25, '性别', 'sex_differs_from_id_number', 'warning'],
      [27, '身份证号码', 'id_number_of_two_names', 'fault'],
      [29, '手机号码', 'mobile_is_a_landline', 'fault'],
      [31, '服务志愿', 'service_interest_unknown', 'fault'],
      [33, '所在单位名称', 'text_must_not_be_empty', 'fault'],
    ]);
  });

  it('leaves 23 rows that can be taken in, the one with the warning among them', async () => {
    const { rows } = await readMemberInformationSheet(await sample());
    expect(rows).toHaveLength(23);
    expect(rows.find(({ row }) => row === 25)).toMatchObject({ name: '万宜川', sexCode: '2' });
  });

  it('says what to do, names the other row, and shows no ID number and no telephone', async () => {
    const { faults } = await readMemberInformationSheet(await sample());
    const messages = new Map(faults.map(({ row, message }) => [row, message]));
    expect(messages.get(6)).toBe('身份证号码与第 27 行相同，但姓名不同，请对照身份证核对。');
    expect(messages.get(16)).toBe('身份证号码 340***********5880 校验码不符，可能错了一位，请对照身份证核对。');
    expect(messages.get(31)).toBe('“太空服务”不在服务志愿的 18 项之内；确为其他服务的，请写成“其他：……”。');
    expect([...messages.values()].join('')).not.toMatch(/\d{5}/);
  });

  it('accepts a small x and full-width digits', async () => {
    const { rows } = await readMemberInformationSheet(await sample());
    expect(rows.find(({ name }) => name === '万知')).toMatchObject({ idNumber: '34019919720714398X', bornOn: '1972-07-14' });
    expect(rows.find(({ name }) => name === '尹衡')?.idNumber).toBe('340199196501185406');
  });

  it('gives the empty head line as not filled in, and the note', async () => {
    const { header, notes } = await readMemberInformationSheet(await sample());
    expect(header).toEqual({ unitName: null, filledOn: null, unreadDate: null });
    expect(notes).toEqual(['备注：服务志愿可选择环境保护、法律援助、……等项。']);
  });
});

describe('A row of the information sheet', () => {
  it('is read whole', async () => {
    const { rows, header, faults } = await read(good);
    expect([header.unitName, header.filledOn?.date, faults]).toEqual(['示例街道', '2026-07-01', []]);
    expect(rows[0]).toMatchObject({
      row: 3,
      name: '万知',
      sexCode: '2',
      idNumber: '34019919720714398X',
      mobile: '13800020004',
      serviceInterestCodes: ['13'],
      otherServiceInterest: '',
      unitName: '示例街道',
    });
  });

  it('is told all its faults at once', async () => {
    const { rows, faults } = await read(['', '', '1', '110', '', '']);
    expect(rows).toEqual([]);
    expect(faults.map(({ column }) => column)).toEqual(['姓名', '身份证号码', '性别', '手机号码', '服务志愿', '所在单位名称']);
  });

  it.each<[string, CellValue, string]>([
    ['身份证号码', '', 'id_number_missing'],
    ['身份证号码', Number('340199197207143980'), 'id_number_stored_as_number'],
    ['身份证号码', '3401991972071439', 'id_number_must_have_18_characters'],
    ['身份证号码', '340199197202304397', 'birth_date_must_exist'],
    ['手机号码', '', 'mobile_missing'],
    ['手机号码', '1380002000', 'mobile_unread'],
    ['手机号码', '0551-8900123', 'mobile_is_a_landline'],
    ['服务志愿', '', 'service_interest_missing'],
  ])('with %s %j is kept out', async (column, value, code) => {
    const { rows, faults } = await read(withCell(column, value));
    expect(rows).toEqual([]);
    expect(faults.map((found) => [found.column, found.code])).toContainEqual([column, code]);
  });

  it('may choose several services and one of its own', async () => {
    const { rows, faults } = await read(withCell('服务志愿', '环境保护、扶残助残，其他：方言翻译'));
    expect(faults).toEqual([]);
    expect(rows[0]).toMatchObject({ serviceInterestCodes: ['01', '16', '99'], otherServiceInterest: '方言翻译' });
  });

  it('may hold the telephone as a number', async () => {
    expect((await read(withCell('手机号码', 13800020004))).rows[0]?.mobile).toBe('13800020004');
  });

  it('that repeats the same person is told so', async () => {
    const { faults } = await read(good, good);
    expect(faults.filter(({ severity }) => severity === 'fault').map(({ row, code }) => [row, code])).toEqual([
      [3, 'person_twice'],
      [4, 'person_twice'],
    ]);
  });
});
