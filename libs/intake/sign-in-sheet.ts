import { fault, nameOf, textOf, warn, type Reading } from './cells.js';
import { tellDoubleService } from './double-service.js';
import { FaultList, readingOf, shown, type SheetReading } from './fault.js';
import { headingOf, type Heading } from './heading.js';
import { dayIn, durationIn, minuteOf, minutesPerDay, timeIn } from './service-time.js';
import { SheetRejected } from './sheet-rejected.js';
import { streamTable, type Columns } from './table.js';

/** One person at one activity, as signed in. */
export interface ParsedSignInRow {
  readonly row: number;
  readonly activityTitle: string;
  /** `YYYY-MM-DD`, local day. */
  readonly heldOn: string;
  /** `HH:MM`. */
  readonly startsAt: string;
  /** `HH:MM` to 24:00 as signed; null where the sheet leaves it empty, then the end is start + minutes. */
  readonly endsAt: string | null;
  readonly place: string;
  readonly content: string;
  readonly organizerName: string;
  readonly leaderName: string;
  readonly teamName: string;
  readonly name: string;
  /** Whole minutes actually given, 1 to 1,440. */
  readonly minutes: number;
  readonly note: string;
}

export interface SignInReading extends SheetReading<Heading, ParsedSignInRow> {
  /** Minutes of the rows that can be taken in. */
  readonly totalMinutes: number;
  /** Activities (title and day) of the rows that can be taken in. */
  readonly activityCount: number;
}

type Key =
  | 'activityTitle' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'content' | 'organizer'
  | 'leader' | 'team' | 'name' | 'hours' | 'minutes' | 'note';

const columns: Columns<Key> = {
  activityTitle: { label: '活动名称', aliases: ['项目名称', '活动主题'] },
  heldOn: { label: '活动日期', aliases: ['日期', '服务日期'] },
  startsAt: { label: '开始时间', aliases: ['签到时间'] },
  endsAt: { label: '结束时间', aliases: ['签退时间'], optional: true },
  place: { label: '地点', aliases: ['活动地点', '服务地点'] },
  content: { label: '服务内容', aliases: ['活动内容'] },
  organizer: { label: '组织单位', aliases: ['主办单位'] },
  leader: { label: '活动负责人', aliases: ['负责人'] },
  team: { label: '队伍', aliases: ['服务队', '队伍名称', '服务队名称'] },
  name: { label: '姓名', aliases: ['志愿者姓名'] },
  // Either of the two; which one is there is checked by hand, because each replaces the other.
  hours: { label: '服务时间（小时）', aliases: ['服务时长（小时）', '服务时长', '时长（小时）', '小时数'], optional: true, unitInBrackets: true },
  minutes: { label: '服务时间（分钟）', aliases: ['服务时长（分钟）', '时长（分钟）', '分钟数'], optional: true, unitInBrackets: true },
  note: { label: '备注', optional: true },
};

const label = (key: Key): string => columns[key].label;

/** Reads a sign-in sheet from .xlsx or .csv row by row, up to 100,000 rows; throws SheetRejected if it is no such sheet. */
export async function readSignInSheet(bytes: Uint8Array): Promise<SignInReading> {
  const table = await streamTable(bytes, '活动签到表', columns);
  const faults = new FaultList();
  const durationKey = durationKeyOf(table.header.indexOf);
  const read = table.entries.map((row) => readRow({ row, faults, label }, durationKey));
  tellDoubleService(read, faults);
  const reading = readingOf(table, headingOf(table.above), read, faults);
  return {
    ...reading,
    totalMinutes: reading.rows.reduce((sum, { minutes }) => sum + minutes, 0),
    activityCount: new Set(reading.rows.map(({ activityTitle, heldOn }) => `${heldOn} ${activityTitle}`)).size,
  };
}

type DurationKey = 'hours' | 'minutes';

function durationKeyOf(indexOf: ReadonlyMap<Key, number>): DurationKey {
  if (indexOf.has('hours')) return 'hours';
  if (indexOf.has('minutes')) return 'minutes';
  const message = `表头缺少“${label('hours')}”列。`;
  throw new SheetRejected('column_missing', message, '请补上该列的表头；单位是分钟的，写“服务时间（分钟）”。');
}

/** The fields besides the note are those that Order 67 art. 7 and the register (1.10) cannot do without. */
function readRow(reading: Reading<Key>, durationKey: DurationKey): ParsedSignInRow {
  return {
    row: reading.row.row,
    activityTitle: textOf(reading, 'activityTitle', 'needed', 100),
    heldOn: heldOnOf(reading),
    ...timesOf(reading, durationKey),
    place: textOf(reading, 'place', 'needed'),
    content: textOf(reading, 'content', 'needed', 500),
    organizerName: textOf(reading, 'organizer', 'needed', 100),
    leaderName: nameOf(reading, 'leader'),
    teamName: textOf(reading, 'team', 'needed', 100),
    name: nameOf(reading, 'name'),
    note: textOf(reading, 'note', 'optional', 500),
  };
}

function heldOnOf(reading: Reading<Key>): string {
  const day = dayIn(reading.row.cell('heldOn'));
  if (day !== null) return day;
  const text = reading.row.text('heldOn');
  if (text === '') fault(reading, 'heldOn', 'held_on_missing', '活动日期没有填写，请补填。');
  else fault(reading, 'heldOn', 'held_on_unread', `活动日期“${shown(text)}”无法识别或没有这一天，请写成 2026-07-01 的样式。`);
  return '';
}

type Times = Pick<ParsedSignInRow, 'startsAt' | 'endsAt' | 'minutes'>;

function timesOf(reading: Reading<Key>, durationKey: DurationKey): Times {
  const startsAt = timeOf(reading, 'startsAt');
  if (reading.row.text('startsAt') === '') fault(reading, 'startsAt', 'starts_at_missing', '开始时间没有填写，请补填。');
  const endsAt = timeOf(reading, 'endsAt');
  const span = spanOf(reading, startsAt, endsAt);
  const minutes = minutesOf(reading, durationKey, span);
  if (minutes !== null && startsAt !== null) checkSpan(reading, durationKey, { startsAt, span, minutes });
  return { startsAt: startsAt ?? '', endsAt, minutes: minutes ?? 0 };
}

/** Minutes from start to end; null where one of them is not there. */
function spanOf(reading: Reading<Key>, startsAt: string | null, endsAt: string | null): number | null {
  if (startsAt === null || endsAt === null) return null;
  const span = minuteOf(endsAt) - minuteOf(startsAt);
  if (span <= 0) fault(reading, 'endsAt', 'end_must_follow_start', '结束时间不晚于开始时间；跨零点的活动请按日拆成两行。');
  return span;
}

function timeOf(reading: Reading<Key>, key: 'startsAt' | 'endsAt'): string | null {
  if (reading.row.text(key) === '') return null;
  const time = timeIn(reading.row.cell(key));
  if (time === null) fault(reading, key, `${key === 'startsAt' ? 'starts' : 'ends'}_at_unread`, `“${shown(reading.row.text(key))}”不是时间，请写成 08:30 的样式。`);
  return time;
}

function minutesOf(reading: Reading<Key>, key: DurationKey, span: number | null): number | null {
  const text = reading.row.text(key);
  if (text === '') return minutesFromSpan(reading, key, span);
  const duration = durationIn(reading.row.cell(key), key);
  if ('minutes' in duration) return boundedMinutes(reading, key, duration.minutes);
  if (duration.unread === 'not_a_number')
    fault(reading, key, 'service_time_unread', `“${shown(text)}”不是服务时间，请写成小时数，如 2.5。`);
  else fault(reading, key, 'service_time_must_be_whole_minutes', `${shown(text)} 小时不是整分钟，请按实际起止时间写成整分钟的小时数，如 2.5。`);
  return null;
}

function minutesFromSpan(reading: Reading<Key>, key: DurationKey, span: number | null): number | null {
  if (span === null || span <= 0) {
    fault(reading, key, 'service_time_missing', '服务时间没有填写，请补填。');
    return null;
  }
  warn(reading, key, 'service_time_taken_from_span', `服务时间没有填写，按起止时间计 ${span} 分钟；途中、就餐和休息不计，请核对。`);
  return span;
}

/** F-04: more than 24 hours a day is impossible; nothing or less is no service. */
function boundedMinutes(reading: Reading<Key>, key: DurationKey, minutes: number): number | null {
  if (minutes > 0 && minutes <= minutesPerDay) return minutes;
  fault(reading, key, 'service_time_out_of_range', '服务时间应大于 0、不超过 24 小时，请核对。');
  return null;
}

interface Span {
  readonly startsAt: string;
  readonly span: number | null;
  readonly minutes: number;
}

function checkSpan(reading: Reading<Key>, key: DurationKey, { startsAt, span, minutes }: Span): void {
  if (span !== null && span > 0 && minutes > span)
    fault(reading, key, 'service_time_exceeds_span', `服务时间 ${minutes} 分钟，超过起止时间之间的 ${span} 分钟，请核对。`);
  // minutes belong to their own day.
  if (span === null && minuteOf(startsAt) + minutes > minutesPerDay)
    fault(reading, key, 'service_must_end_on_its_day', `从 ${startsAt} 起 ${minutes} 分钟已过零点，请按日拆成两行。`);
}
