import { describe, expect, it } from '@jest/globals';
import { organizationColumns, readOrganizationSheet } from '#libs/intake/organization-sheet';
import type { BatchId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/reference/organization-kinds';
import { planOrganizations, type OrganizationsOptions } from './organizations.plan.js';
import type { KnownBody } from './organizations.place.js';
import { idOf, type Plan } from './plan.js';

const batchId = 'e0000000-0000-4000-8000-000000000001' as BatchId;
const today = '2026-11-22' as LocalDate;
const options: OrganizationsOptions = { registeredOn: '2026-01-05' as LocalDate };
const id = (n: number): OrganizationId => `a0000000-0000-4000-8000-00000000000${n}` as OrganizationId;
const body = (n: number, name: string, kind: OrganizationKind, above: number | null): KnownBody => ({
  ...{ organizationId: id(n), name, kind },
  parentId: above === null ? null : id(above),
});
const chosen = body(1, '示例市委组织部', 'CITY_ORGANIZATION_DEPARTMENT', null);

type Cells = Partial<Record<keyof typeof organizationColumns, string>>;
const line = (name: string, kind: string, parent = '', more: Cells = {}): Cells => ({
  name,
  kind,
  parent,
  unitName: name,
  ...more,
});

async function planned(lines: readonly Cells[], known: readonly KnownBody[] = [], asked = options) {
  const keys = Object.keys(organizationColumns) as (keyof typeof organizationColumns)[];
  const rows = [
    keys.map((key) => organizationColumns[key].label),
    ...lines.map((cells) => keys.map((key) => cells[key] ?? '')),
  ];
  const sheet = await readOrganizationSheet(new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n')));
  const bodies = { chosen, below: [chosen, ...known], seen: [chosen, ...known] };
  const plan = planOrganizations(sheet, { bodies, today }, asked, batchId);
  return { plan, faults: [...sheet.faults, ...plan.faults] };
}

const codesOf = (faults: Awaited<ReturnType<typeof planned>>['faults']): [number, string, string][] =>
  faults.map(({ row, column, code }): [number, string, string] => [row, column, code]).toSorted(([a], [b]) => a - b);
const rowsOf = ({ stages }: Plan): readonly (readonly number[])[] =>
  stages.map((stage) => stage.flatMap(({ rows }) => rows));
const registrations = ({ stages }: Plan): Readonly<Record<string, unknown>>[] =>
  stages
    .flat()
    .flatMap(({ steps }) => steps)
    .filter(({ command }) => command.type === 'RegisterPartyOrganization')
    .map(({ command }) => command.data as unknown as Readonly<Record<string, unknown>>);
const idOfRow = (row: number): OrganizationId => idOf(batchId, `organization/${row}`);

describe('a sheet of the organization tree', () => {
  it('is registered from the top down, in whatever order its rows stand, each body below the one it names', async () => {
    const { plan, faults } = await planned([
      line('第一党小组', '党小组', '城东党支部'),
      line('城东党支部', '支部', '某局党委'),
      line('某局党委', '党委'),
    ]);
    expect([faults, plan.obstacles]).toEqual([[], []]);
    expect(rowsOf(plan)).toEqual([[4], [3], [2]]);
    expect(registrations(plan)).toEqual([
      expect.objectContaining({ organizationId: idOfRow(4), parentId: id(1), kind: 'PARTY_COMMITTEE' }),
      expect.objectContaining({ organizationId: idOfRow(3), parentId: idOfRow(4), kind: 'PARTY_BRANCH' }),
      expect.objectContaining({ organizationId: idOfRow(2), parentId: idOfRow(3), kind: 'PARTY_GROUP' }),
    ]);
  });

  it('names the superior by name or by code, in the sheet or in the ledger, and the department of the other line', async () => {
    const known = [body(2, '某县委组织部', 'COUNTY_ORGANIZATION_DEPARTMENT', 1)];
    const { plan, faults } = await planned(
      [
        line('第一党支部', '党支部', 'A', { code: 'A1', department: '教育局' }),
        line('甲党委', '党委', '某县委组织部', { code: 'A' }),
        line('第一党支部', '党支部', 'B', { code: 'B1' }),
        line('乙党委', '党委', id(2), { code: 'B' }),
        line('教育局', '主管部门'),
      ],
      known,
    );
    expect(faults).toEqual([]);
    expect(rowsOf(plan)).toEqual([
      [3, 5, 6],
      [2, 4],
    ]);
    expect(registrations(plan)).toContainEqual(
      expect.objectContaining({ organizationId: idOfRow(2), parentId: idOfRow(3), lineOfAuthorityId: idOfRow(6) }),
    );
    expect(registrations(plan)).toContainEqual(
      expect.objectContaining({ organizationId: idOfRow(5), parentId: id(2), registeredOn: '2026-01-05' }),
    );
  });

  it('tells every fault of every row in its place, and writes no row that hangs from a faulty one', async () => {
    const { plan, faults } = await planned([
      line('无主党支部', '党支部', '没有这个党委', { registeredOn: '2030-01-01' }),
      line('圈甲党委', '党委', '圈乙党委'),
      line('圈乙党委', '党委', '圈甲党委'),
      line('圈下党支部', '党支部', '圈乙党委'),
      line('自己党支部', '党支部', '自己党支部'),
      line('甲党委', '党委', '', { code: '1' }),
      line('乙党委', '俱乐部', '', { code: '1', fullMembers: '很多' }),
      line('乙党委下支部', '党支部', '乙党委'),
      line('小组', '党小组', '丙党委'),
      line('丙党委', '党委'),
      line('组下支部', '党支部', '好党小组'),
      line('好党小组', '党小组', '好党支部'),
      line('好党支部', '党支部', '丙党委', { registeredOn: '2026.3.5' }),
      line('重复党支部', '党支部', '丙党委'),
      line('重复党支部', '党支部', '丙党委'),
      line('同名之下', '党支部', '重复党支部'),
    ]);
    expect(codesOf(faults)).toEqual([
      [2, '登记日期', 'day_must_not_lie_ahead'],
      [2, '上级党组织', 'organization_unknown'],
      [3, '上级党组织', 'organizations_in_a_circle'],
      [4, '上级党组织', 'organizations_in_a_circle'],
      [5, '上级党组织', 'row_above_is_faulty'],
      [6, '上级党组织', 'organizations_in_a_circle'],
      [7, '编号', 'code_twice'],
      [8, '类别', 'kind_unknown'],
      [8, '正式党员', 'count_must_be_whole_number'],
      [8, '预备党员', 'member_counts_stand_together'],
      [8, '编号', 'code_twice'],
      [9, '上级党组织', 'row_above_is_faulty'],
      [10, '类别', 'party_group_must_belong_to_a_branch'],
      [12, '类别', 'party_group_has_no_organization_below'],
      [15, '党组织名称', 'organization_twice'],
      [16, '党组织名称', 'organization_twice'],
      [17, '上级党组织', 'organization_ambiguous'],
    ]);
    expect(rowsOf(plan)).toEqual([[11], [14], [13]]);
    expect(faults.every(({ message }) => /[。；]/u.test(message))).toBe(true);
    expect(faults.find(({ row }) => row === 3)?.message).toContain('第 3、4 行互为上级');
  });

  it('hangs what is new below what is registered already, and registers nothing twice', async () => {
    const known = [
      body(2, '甲党委', 'PARTY_COMMITTEE', 1),
      body(3, '乙党委', 'GENERAL_BRANCH', 1),
      body(4, '丙', 'PARTY_BRANCH', 2),
    ];
    const { plan, faults } = await planned(
      [
        line('甲党委', '党委'),
        line('新党支部', '党支部', '甲党委'),
        line('乙党委', '党委'),
        line('丙', '党支部', '甲党委'),
      ],
      known,
    );
    expect(codesOf(faults)).toEqual([
      [2, '党组织名称', 'organization_registered_already'],
      [4, '党组织名称', 'organization_registered_as_another_kind'],
      [5, '党组织名称', 'organization_registered_already'],
    ]);
    expect(registrations(plan)).toEqual([expect.objectContaining({ organizationId: idOfRow(3), parentId: id(2) })]);
  });

  it('believes the sheet before the ledger where both have a body of that name, and says so', async () => {
    const known = [body(2, '甲党委', 'PARTY_COMMITTEE', 1), body(3, '机关党支部', 'PARTY_BRANCH', 2)];
    const { plan, faults } = await planned([line('机关党支部', '党支部'), line('一组', '党小组', '机关党支部')], known);
    expect(codesOf(faults)).toEqual([[3, '上级党组织', 'parent_also_registered']]);
    expect(registrations(plan)[1]).toMatchObject({ parentId: idOfRow(2) });
  });

  it('plans the same when it goes on, with its own bodies in the ledger', async () => {
    const lines = [
      line('甲党委', '党委', '', { staffHeadcount: '90', fullMembers: '30', probationaryMembers: '0' }),
      line('支部', '党支部', '甲党委'),
    ];
    const own = [
      { ...body(8, '甲党委', 'PARTY_COMMITTEE', 1), organizationId: idOfRow(2) },
      { ...body(9, '支部', 'PARTY_BRANCH', 1), organizationId: idOfRow(3), parentId: idOfRow(2) },
    ];
    const first = await planned(lines);
    expect(await planned(lines, own)).toEqual(first);
    expect(first.plan.stages[0]?.[0]?.steps.map(({ command }) => command.type)).toEqual([
      'RegisterPartyOrganization',
      'StateStaffHeadcount',
      'StatePartyMemberCount',
    ]);
  });

  it('asks for a day where neither row nor options give one, and for an organization that is there', async () => {
    expect(codesOf((await planned([line('甲党委', '党委')], [], {})).faults)).toEqual([[2, '登记日期', 'day_missing']]);
    const sheet = await readOrganizationSheet(
      new TextEncoder().encode('党组织名称,类别,上级党组织,单位名称\n甲,党委,,甲\n'),
    );
    const plan = planOrganizations(sheet, { bodies: undefined, today }, options, batchId);
    expect([plan.stages, plan.obstacles.length]).toEqual([[], 1]);
  });
});
