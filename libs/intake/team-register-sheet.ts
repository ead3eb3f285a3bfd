import { parsePhones } from '#libs/reference/phone';
import { cleanName, splitList } from '#libs/reference/text';

import { fault, tellSharing, textOf, warn, wholeNumberIn, type Reading } from './cells.js';
import { FaultList, readingOf, type SheetReading } from './fault.js';
import { headingOf, headingValue, type Heading } from './heading.js';
import { readFormTable, type Columns, type Table, type TableRow } from './table.js';

/** One team of Annex 3 (Z-F3). */
export interface ParsedTeamRow {
  readonly row: number;
  readonly partyOrganizationName: string;
  readonly teamName: string;
  readonly volunteerCount: number;
  readonly mainProjects: string;
  readonly projects: readonly string[];
  readonly leaderName: string;
  readonly leaderOfficePhones: readonly string[];
  readonly leaderMobiles: readonly string[];
  /** Every cell as written, by header. */
  readonly source: Readonly<Record<string, string>>;
}

export interface TeamRegisterHeading extends Heading {
  /** 单位人数: staff of the unit, not Party members. */
  readonly staffHeadcount: number | null;
  /** The row 总计 as stated; null where the sheet has none. */
  readonly statedTotals: { readonly teams: number | null; readonly volunteers: number | null } | null;
}

type Key = 'partyOrganization' | 'teamName' | 'volunteers' | 'mainProjects' | 'leader';

const columns: Columns<Key> = {
  partyOrganization: { label: '党组织名称', aliases: ['党组织'] },
  teamName: { label: '“党员志愿服务队”名称', aliases: ['服务队名称', '队伍名称'] },
  volunteers: { label: '志愿者人数', aliases: ['党员志愿者人数', '人数'] },
  mainProjects: { label: '主要志愿服务项目', aliases: ['志愿服务项目', '服务项目'] },
  leader: { label: '“党员志愿服务队”负责人姓名及联系方式（办公、手机）', aliases: ['负责人', '负责人姓名', '队长'] },
};

const label = (key: Key): string => columns[key].label;

/** Reads Annex 3《党员志愿服务队登记表》 from .xlsx or .csv and checks its totals; throws SheetRejected if it is no such sheet. */
export async function readTeamRegisterSheet(bytes: Uint8Array): Promise<SheetReading<TeamRegisterHeading, ParsedTeamRow>> {
  const table = await readFormTable(bytes, '党员志愿服务队登记表', columns);
  const faults = new FaultList();
  const read = table.entries.map((row, index) => readRow({ row, faults, label }, table.entries[index - 1]));
  faultNamesakes(read, faults);
  const header = headingOfRegister(table, faults);
  checkTotals(table, read, faults);
  return readingOf(table, header, read, faults);
}

function readRow(reading: Reading<Key>, above: TableRow<Key> | undefined): ParsedTeamRow {
  const { row } = reading;
  const mainProjects = textOf(reading, 'mainProjects', 'needed');
  return {
    row: row.row,
    partyOrganizationName: partyOrganizationOf(reading, above),
    teamName: textOf(reading, 'teamName', 'needed', 100),
    volunteerCount: volunteersOf(reading),
    mainProjects,
    projects: splitList(mainProjects),
    ...leaderOf(reading),
    source: row.source,
  };
}

/** On the form one merged cell covers all teams of a Party organization; a sheet without merging leaves the cells below it empty. */
function partyOrganizationOf(reading: Reading<Key>, above: TableRow<Key> | undefined): string {
  const { row } = reading;
  if (row.text('partyOrganization') !== '' || !above || above.text('partyOrganization') === '')
    return textOf(reading, 'partyOrganization', 'needed', 100);
  warn(reading, 'partyOrganization', 'party_organization_taken_from_above', `党组织名称是空的，暂按第 ${above.row} 行填写，请核对。`);
  return textOf({ ...reading, row: above }, 'partyOrganization', 'needed', 100);
}

function volunteersOf(reading: Reading<Key>): number {
  const count = wholeNumberIn(reading.row.text('volunteers'));
  if (count === null) fault(reading, 'volunteers', 'volunteers_must_be_whole_number', '志愿者人数应填整数，如 7。');
  // Z-24: “每支队伍人数根据实际情况确定”, so only an empty team is remarked upon.
  if (count === 0) warn(reading, 'volunteers', 'team_without_volunteers', '志愿者人数为 0，请核对。');
  return count ?? 0;
}

/** Z-74: a team has one leader; the cell holds a name and, in some units, telephones behind it. */
function leaderOf(reading: Reading<Key>): Pick<ParsedTeamRow, 'leaderName' | 'leaderOfficePhones' | 'leaderMobiles'> {
  const text = reading.row.text('leader');
  const written = /^[^\d（(：:、，,；;/+]*/u.exec(text.normalize('NFC'))?.[0] ?? '';
  const { offices, mobiles } = parsePhones(text.slice(written.length).replace(/[（()）]/gu, '、'));
  const name = cleanName(written.replace(/[\r\n]/gu, ' ').trim());
  if (!name.ok) fault(reading, 'leader', 'leader_missing', '没有填写负责人姓名，请补填（每支队伍一名队长）。');
  return { leaderName: name.ok ? name.text : '', leaderOfficePhones: offices, leaderMobiles: mobiles };
}

function faultNamesakes(rows: readonly ParsedTeamRow[], faults: FaultList): void {
  tellSharing(rows, ({ teamName }) => teamName, ({ row }, others) => {
    faults.fault(row, label('teamName'), 'team_name_twice', `与${others}的队伍名称相同，请改成不同的名称或删去重复的行。`);
  });
}

function headingOfRegister(table: Table<Key>, faults: FaultList): TeamRegisterHeading {
  const heading = headingOf(table.above);
  if (heading.unreadDate) faults.warn(heading.unreadDate.row, '填表日期', 'filled_on_unread', '填表日期无法识别，请写成 2026.7.1 或 2026.7 的样式。');
  const stated = headingValue(table.above, 'staffHeadcount');
  const staffHeadcount = stated && wholeNumberIn(stated.text);
  if (stated && staffHeadcount === null && /\d/u.test(stated.text))
    faults.warn(stated.row, '单位人数', 'staff_headcount_unread', '单位人数无法识别，请写成“90人”的样式。');
  return { ...heading, staffHeadcount, statedTotals: table.totals[0] ? totalsIn(table.totals[0]) : null };
}

function totalsIn(row: TableRow<Key>): { teams: number | null; volunteers: number | null } {
  return { teams: totalIn(row.text('teamName')), volunteers: totalIn(row.text('volunteers')) };
}

/** `总计　4　支`, `总计 26人`, `26`. */
function totalIn(text: string): number | null {
  return wholeNumberIn(text.normalize('NFKC').replace(/\s|[总合共小]计|:/gu, ''));
}

/** Z-39 “底数清”: a total that differs from its rows is shown with both figures, and the sheet goes back to the unit. */
function checkTotals(table: Table<Key>, read: readonly ParsedTeamRow[], faults: FaultList): void {
  const [row] = table.totals;
  if (!row) return;
  const stated = totalsIn(row);
  if (stated.teams !== null && stated.teams !== read.length)
    faults.fault(row.row, label('teamName'), 'team_total_differs', `总计写 ${stated.teams} 支，表中有 ${read.length} 支，请核对后改正。`);
  const volunteers = read.reduce((sum, { volunteerCount }) => sum + volunteerCount, 0);
  if (stated.volunteers !== null && stated.volunteers !== volunteers)
    faults.fault(row.row, label('volunteers'), 'volunteer_total_differs', `总计写 ${stated.volunteers} 人，各队相加是 ${volunteers} 人，请核对后改正。`);
}
