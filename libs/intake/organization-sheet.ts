import { codeOf } from '#libs/reference/codes';
import { parseLocalDate } from '#libs/reference/dates';
import { organizationKind, type OrganizationKind } from '#libs/reference/organization-kinds';
import { checkUnifiedCreditCode } from '#libs/reference/unified-credit-code';
import { fault, tellSharing, textOf, warn, wholeNumberIn, type Reading } from './cells.js';
import { FaultList, readingOf, shown, type SheetReading } from './fault.js';
import { readFormTable, type Columns } from './table.js';

/** One body of the tree. Texts are empty, and the rest null, where the cell is empty or faulty. */
export interface ParsedOrganizationRow {
  readonly row: number;
  /** 编号 within this sheet, by which other rows may name the body; not kept. */
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind | null;
  /** Name or code of the body above; empty for one directly below the organization that the sheet is imported for. */
  readonly parent: string;
  /** Name or code of the department of the other line (归口管理部门). */
  readonly department: string;
  readonly unitName: string;
  readonly unifiedCreditCode: string;
  readonly registeredOn: string | null;
  readonly staffHeadcount: number | null;
  readonly fullMembers: number | null;
  readonly probationaryMembers: number | null;
}

/** Faulty rows too, so that whoever names one of them is told so. */
export interface OrganizationHeading {
  readonly listed: readonly ParsedOrganizationRow[];
}

type Key =
  | 'code'
  | 'name'
  | 'kind'
  | 'parent'
  | 'department'
  | 'unitName'
  | 'unifiedCreditCode'
  | 'registeredOn'
  | 'staffHeadcount'
  | 'fullMembers'
  | 'probationaryMembers';

export const organizationSheetTitle = '党组织登记表';

export const organizationColumns: Columns<Key> = {
  code: { label: '编号', aliases: ['本表编号'], optional: true },
  name: { label: '党组织名称', aliases: ['党组织'] },
  kind: { label: '类别', aliases: ['党组织类别'] },
  parent: { label: '上级党组织', aliases: ['上级', '上级编号'] },
  department: { label: '归口管理部门', aliases: ['归口部门'], optional: true },
  unitName: { label: '单位名称', aliases: ['所在单位', '单位'] },
  unifiedCreditCode: { label: '统一社会信用代码', aliases: ['信用代码'], optional: true },
  registeredOn: { label: '登记日期', aliases: ['成立日期'], optional: true },
  staffHeadcount: { label: '单位人数', optional: true },
  fullMembers: { label: '正式党员', aliases: ['正式党员人数'], optional: true },
  probationaryMembers: { label: '预备党员', aliases: ['预备党员人数'], optional: true },
};

export const organizationLabel = (key: Key): string => organizationColumns[key].label;

/** Reads《党组织登记表》 from .xlsx or .csv; the order of the rows does not matter. Throws SheetRejected if it is no such sheet. */
export async function readOrganizationSheet(
  bytes: Uint8Array,
): Promise<SheetReading<OrganizationHeading, ParsedOrganizationRow>> {
  const table = await readFormTable(bytes, organizationSheetTitle, organizationColumns);
  const faults = new FaultList();
  const listed = table.entries.map((row) => readRow({ row, faults, label: organizationLabel }));
  faultSharedCodes(listed, faults);
  return readingOf(table, { listed }, listed, faults);
}

function readRow(reading: Reading<Key>): ParsedOrganizationRow {
  const name = textOf(reading, 'name', 'needed', 100);
  return {
    row: reading.row.row,
    code: textOf(reading, 'code', 'optional', 30),
    name,
    kind: kindIn(reading),
    parent: textOf(reading, 'parent', 'optional', 100),
    department: textOf(reading, 'department', 'optional', 100),
    unitName: unitNameIn(reading, name),
    unifiedCreditCode: creditCodeIn(reading),
    registeredOn: dayIn(reading),
    ...countsIn(reading),
  };
}

function kindIn(reading: Reading<Key>): OrganizationKind | null {
  const text = reading.row.text('kind');
  const kind = codeOf(organizationKind, text);
  if (kind !== null) return kind;
  const words = organizationKind.entries.map(({ name }) => name).join('、');
  if (text === '') fault(reading, 'kind', 'kind_missing', `类别没有填写，应填：${words}。`);
  else fault(reading, 'kind', 'kind_unknown', `没有“${shown(text)}”这一类，应填：${words}。`);
  return null;
}

function unitNameIn(reading: Reading<Key>, name: string): string {
  const unitName = textOf(reading, 'unitName', 'optional', 100);
  if (unitName !== '' || name === '' || reading.row.text('unitName') !== '') return unitName;
  warn(reading, 'unitName', 'unit_name_taken_from_name', '单位名称是空的，将按党组织名称登记，请核对。');
  return name;
}

function creditCodeIn(reading: Reading<Key>): string {
  const cell = reading.row.cell('unifiedCreditCode');
  const text = reading.row.text('unifiedCreditCode');
  if (text === '') return '';
  // Excel keeps 15 digits of a number: the last three of an 18-digit one are already lost.
  if (typeof cell === 'number' && cell > 1e15) {
    const message = '统一社会信用代码被存成了数值，末几位已丢失，请把该列设为“文本”格式后重新录入。';
    fault(reading, 'unifiedCreditCode', 'credit_code_stored_as_number', message);
    return '';
  }
  const checked = checkUnifiedCreditCode(text);
  if (checked.ok) return checked.creditCode;
  fault(reading, 'unifiedCreditCode', checked.fault, '统一社会信用代码应为 18 位并与校验码相符，请对照证书核对。');
  return '';
}

function dayIn(reading: Reading<Key>): string | null {
  const text = reading.row.text('registeredOn');
  if (text === '') return null;
  const day = parseLocalDate(text);
  if (day === null) fault(reading, 'registeredOn', 'day_unread', '登记日期无法识别，请写成 2026.7.1 的样式。');
  return day;
}

function countsIn(
  reading: Reading<Key>,
): Pick<ParsedOrganizationRow, 'staffHeadcount' | 'fullMembers' | 'probationaryMembers'> {
  const [staffHeadcount, fullMembers, probationaryMembers] = (
    ['staffHeadcount', 'fullMembers', 'probationaryMembers'] as const
  ).map((key) => countIn(reading, key));
  const given = (key: Key): boolean => reading.row.text(key) !== '';
  if (given('fullMembers') !== given('probationaryMembers')) {
    const missing = given('fullMembers') ? 'probationaryMembers' : 'fullMembers';
    fault(reading, missing, 'member_counts_stand_together', '正式党员和预备党员人数请一并填写，没有的填 0。');
  }
  return {
    staffHeadcount: staffHeadcount ?? null,
    fullMembers: fullMembers ?? null,
    probationaryMembers: probationaryMembers ?? null,
  };
}

function countIn(reading: Reading<Key>, key: Key): number | null {
  const text = reading.row.text(key);
  const count = wholeNumberIn(text);
  if (text !== '' && count === null)
    fault(reading, key, 'count_must_be_whole_number', `“${organizationLabel(key)}”应填整数，如 32。`);
  return count;
}

function faultSharedCodes(rows: readonly ParsedOrganizationRow[], faults: FaultList): void {
  tellSharing(
    rows,
    ({ code }) => code,
    ({ row }, others) => {
      const message = `编号与${others}相同，每一行的编号须不同；请改正后再导入。`;
      faults.fault(row, organizationLabel('code'), 'code_twice', message);
    },
  );
  tellSharing(
    rows,
    ({ unifiedCreditCode }) => unifiedCreditCode,
    ({ row }, others, group) => {
      // A unit has one code and may have many Party organizations.
      if (group.every(({ unitName }) => unitName === group[0]?.unitName)) return;
      const message = `统一社会信用代码与${others}相同而单位名称不同，一个代码只属于一个单位，请核对。`;
      faults.fault(row, organizationLabel('unifiedCreditCode'), 'credit_code_of_two_units', message);
    },
  );
}
