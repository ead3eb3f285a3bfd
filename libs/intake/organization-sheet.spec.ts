import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { madeSheet } from '../../test/support/made-sheet.js';
import { organizationColumns, readOrganizationSheet } from './organization-sheet.js';
import { organizationTemplate } from './organization-template.js';

const head = ['党组织名称', '党组织类别', '上级', '单位名称', '统一社会信用代码', '登记日期'];

describe('The sheet of Party organizations', () => {
  it('reads words that units use for kinds, days as they are written, and the name where no unit is given', async () => {
    const { rows, faults } = await readOrganizationSheet(
      await madeSheet([
        ['党组织登记表'],
        head,
        ['甲总支', '总支', '', '', '', '2026.7.1'],
        ['𠮷祥社区支部', '支部', '甲总支', '社区', '', ''],
      ]),
    );
    expect(rows).toMatchObject([
      { row: 3, name: '甲总支', kind: 'GENERAL_BRANCH', parent: '', unitName: '甲总支', registeredOn: '2026-07-01' },
      { row: 4, name: '𠮷祥社区支部', kind: 'PARTY_BRANCH', parent: '甲总支', unitName: '社区', registeredOn: null },
    ]);
    expect(faults.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [3, 'unit_name_taken_from_name', 'warning'],
    ]);
  });

  it('refuses a credit code that is wrong, that Excel has shortened, or that two units share', async () => {
    const good = '91350100M000100Y43';
    const { faults } = await readOrganizationSheet(
      await madeSheet([
        head,
        ['甲', '党委', '', '甲单位', '91350100M000100Y44', ''],
        ['乙', '党委', '', '乙单位', 9.13501e17, ''],
        ['丙', '党委', '', '丙单位', good, ''],
        ['丁', '党支部', '', '丁单位', good, ''],
        ['戊', '党支部', '', '戊单位', '', '七月'],
      ]),
    );
    expect(faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'check_character_must_match'],
      [3, 'credit_code_stored_as_number'],
      [4, 'credit_code_of_two_units'],
      [5, 'credit_code_of_two_units'],
      [6, 'day_unread'],
    ]);
  });

  it('lets one unit have several organizations under its one credit code', async () => {
    const code = '91350100M000100Y43';
    const { faults } = await readOrganizationSheet(
      await madeSheet([head, ['甲', '党委', '', '甲单位', code, ''], ['乙', '党支部', '甲', '甲单位', code, '']]),
    );
    expect(faults).toEqual([]);
  });
});

describe('The empty sheet to fill in', () => {
  it('is read as the form, without a row, and a filled copy of it is taken in', async () => {
    const bytes = await organizationTemplate();
    const empty = await readOrganizationSheet(bytes);
    expect([empty.rowsRead, empty.faults]).toEqual([0, []]);
    const [form, explained] = (await readXlsx(bytes)).sheets;
    expect(form?.rows[1]).toEqual(Object.values(organizationColumns).map(({ label }) => label));
    expect(explained?.rows.map(([label]) => label)).toEqual(
      expect.arrayContaining(Object.values(organizationColumns).map(({ label }) => label)),
    );
    const filled = [...(form?.rows.slice(0, 2) ?? []), ['', '甲党委', '党委', '', '', '甲单位', '', '', '', '', '']];
    const { rows } = await readOrganizationSheet(await madeSheet(filled));
    expect(rows).toMatchObject([{ name: '甲党委', kind: 'PARTY_COMMITTEE' }]);
  });
});
