import { codeOf } from '#libs/reference/codes';
import { ethnicity, type EthnicityCode } from '#libs/reference/ethnicity';
import { education, sex, type EducationCode } from '#libs/reference/personal-codes';
import { parsePhones } from '#libs/reference/phone';
import { splitList } from '#libs/reference/text';
import { parseLocalDate } from '#libs/reference/dates';
import { parseYearMonth, type YearMonthReading } from '#libs/reference/year-month';

import { fault, nameOf, tellSharing, textOf, warn, wholeNumberIn, type Reading } from './cells.js';
import { FaultList, masked, readingOf, shown, type SheetReading } from './fault.js';
import { headingOf, type Heading } from './heading.js';
import { readFormTable, textOfCell, type Columns } from './table.js';

/** One person of Annex 2 (Z-F2), read but not yet matched with anybody. */
export interface ParsedRosterRow {
  readonly row: number;
  readonly name: string;
  readonly sexCode: '1' | '2';
  /** Completed years as stated; at 填表日期. */
  readonly statedAge: number;
  /** Null where the word is in no list; `educationText` keeps it. */
  readonly educationCode: EducationCode | null;
  readonly educationText: string;
  /** `YYYY-MM`. */
  readonly joinedPartyOn: string;
  /** The sheet holds a number such as 1995.1, which may be January or October. */
  readonly joinedAmbiguous: boolean;
  readonly ethnicityCode: EthnicityCode | null;
  readonly ethnicityText: string;
  readonly mainProjects: string;
  readonly projects: readonly string[];
  /** Shared by many people: never an identity. */
  readonly officePhones: readonly string[];
  readonly mobiles: readonly string[];
  /** Every cell as written, by header. */
  readonly source: Readonly<Record<string, string>>;
}

type Key = 'name' | 'sex' | 'age' | 'education' | 'joinedPartyOn' | 'ethnicity' | 'mainProjects' | 'contact';

const columns: Columns<Key> = {
  name: { label: '姓名', aliases: ['志愿者姓名'] },
  sex: { label: '性别' },
  age: { label: '年龄', aliases: ['周岁'] },
  education: { label: '学历', aliases: ['文化程度'] },
  joinedPartyOn: { label: '入党时间', aliases: ['入党年月', '入党日期'] },
  ethnicity: { label: '民族' },
  mainProjects: { label: '主要志愿服务项目', aliases: ['志愿服务项目', '服务项目'] },
  contact: { label: '联系方式（办公、手机）', aliases: ['联系电话', '电话'] },
};

const label = (key: Key): string => columns[key].label;

/** Reads Annex 2《党员志愿服务队志愿者花名册》 from .xlsx or .csv; throws SheetRejected if it is no such sheet. */
export async function readRosterSheet(bytes: Uint8Array): Promise<SheetReading<Heading, ParsedRosterRow>> {
  const table = await readFormTable(bytes, '党员志愿服务队志愿者花名册', columns);
  const faults = new FaultList();
  const header = headingOf(table.above);
  if (header.unreadDate) faults.warn(header.unreadDate.row, '填表日期', 'filled_on_unread', '填表日期无法识别，请写成 2026.7.1 的样式。');
  const read = table.entries.map((row) => readRow({ row, faults, label }, header));
  warnOfNamesakes(read, faults);
  return readingOf(table, header, read, faults);
}

function readRow(reading: Reading<Key>, heading: Heading): ParsedRosterRow {
  const { row } = reading;
  const joined = joinedOf(reading, heading);
  const mainProjects = textOf(reading, 'mainProjects', 'needed');
  return {
    row: row.row,
    name: nameOf(reading, 'name'),
    sexCode: sexOf(reading),
    statedAge: ageOf(reading),
    educationCode: listed(reading, 'education', codeOf(education, row.text('education'))),
    educationText: row.text('education'),
    joinedPartyOn: joined.ok ? joined.yearMonth : '',
    joinedAmbiguous: joined.ok && joined.ambiguous,
    ethnicityCode: listed(reading, 'ethnicity', codeOf(ethnicity, row.text('ethnicity'))),
    ethnicityText: row.text('ethnicity'),
    mainProjects,
    projects: splitList(mainProjects),
    ...phonesOf(reading),
    source: row.source,
  };
}

function sexOf(reading: Reading<Key>): '1' | '2' {
  const code = codeOf(sex, reading.row.text('sex'));
  if (code === '1' || code === '2') return code;
  fault(reading, 'sex', 'sex_unknown', '性别应填“男”或“女”。');
  return '1';
}

/** Party Constitution art. 1: eighteen years at least. */
const ageMin = 18;
const ageMax = 110;

function ageOf(reading: Reading<Key>): number {
  const age = wholeNumberIn(reading.row.text('age'));
  if (age === null) fault(reading, 'age', 'age_must_be_whole_years', '年龄应填周岁整数，如 31。');
  else if (age < ageMin || age > ageMax) fault(reading, 'age', 'age_out_of_range', `年龄 ${age} 不在 ${ageMin}—${ageMax} 岁之间，请核对。`);
  return age ?? 0;
}

function listed<Code extends string>(reading: Reading<Key>, key: 'education' | 'ethnicity', code: Code | null): Code | null {
  if (code !== null) return code;
  if (reading.row.text(key) === '') warn(reading, key, `${key}_missing`, `“${label(key)}”没有填写，可先导入，以后补填。`);
  else warn(reading, key, `${key}_not_listed`, `“${shown(reading.row.text(key))}”不在${label(key)}代码表中，已保留原文，请在导入后选定代码。`);
  return null;
}

function joinedOf(reading: Reading<Key>, { filledOn }: Heading): YearMonthReading {
  const joined = joinedIn(reading);
  if (!joined.ok) {
    const empty = reading.row.text('joinedPartyOn') === '';
    fault(reading, 'joinedPartyOn', empty ? 'joined_missing' : 'joined_unread', `入党时间${empty ? '没有填写' : '无法识别'}，请写成 2002.2 的样式。`);
    return joined;
  }
  if (filledOn && joined.yearMonth > filledOn.date.slice(0, 7))
    fault(reading, 'joinedPartyOn', 'joined_after_filling', '入党时间晚于填表日期，请核对。');
  if (joined.ambiguous) warnAmbiguous(reading, joined.yearMonth.slice(0, 4));
  return joined;
}

function joinedIn({ row }: Reading<Key>): YearMonthReading {
  const cell = row.cell('joinedPartyOn');
  if (typeof cell === 'number') return parseYearMonth(cell);
  const day = parseLocalDate(textOfCell(cell));
  return parseYearMonth(day ? day.slice(0, 7) : textOfCell(cell));
}

/** A spreadsheet stores 1995.1 and 1995.10 as the same number; only a person can tell which month was meant. */
function warnAmbiguous(reading: Reading<Key>, year: string): void {
  const readings = `${year}年1月，也可能是${year}年10月`;
  warn(reading, 'joinedPartyOn', 'joined_ambiguous', `单元格是数字 ${year}.1，可能是${readings}，请核对党员档案后选定（暂按1月）。`);
}

function phonesOf(reading: Reading<Key>): { officePhones: string[]; mobiles: string[] } {
  const { offices, mobiles, rejected } = parsePhones(reading.row.text('contact'));
  if (rejected.length > 0)
    warn(reading, 'contact', 'phone_unread', `“${rejected.map(masked).join('、')}”不是完整的电话号码，没有读取，请核对。`);
  if (offices.length + mobiles.length + rejected.length === 0) warn(reading, 'contact', 'contact_missing', '联系方式没有填写，可先导入，以后补填。');
  return { officePhones: offices, mobiles };
}

/** Two people may share a name, so this is for a person to look at; a shared office line says nothing. */
function warnOfNamesakes(rows: readonly ParsedRosterRow[], faults: FaultList): void {
  tellSharing(rows, ({ name }) => name, ({ row }, others) => {
    faults.warn(row, label('name'), 'name_twice', `与${others}同名，请核对是两个人，还是重复填写。`);
  });
}
