import type { ActivityId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { AttendanceItem } from './activity-register.query.js';
import { attendanceColumns, attendanceFrom, live } from './activity-register.select.js';

export interface TeamBookYear {
  readonly teamId: TeamId;
  readonly year: number;
  readonly scope: readonly OrganizationId[] | undefined;
}

/** One activity as the printed book of a team's year has it (Z-81). */
export interface RecordBookItem {
  readonly activityId: ActivityId;
  readonly title: string;
  readonly place: string;
  readonly content: string;
  readonly responsiblePerson: string;
  readonly firstHeldOn: LocalDate;
  readonly lastHeldOn: LocalDate;
  readonly sessions: number;
  /** Members of this team with credited minutes in the year. */
  readonly participants: number;
  /** Of this team in this year. Twin: `entriesOfRecordBook`. */
  readonly serviceMinutes: number;
}

const sorts = { firstHeldOn: '"firstHeldOn"', title: 'title collate "C"', serviceMinutes: '"serviceMinutes"' } as const;
export type RecordBookSort = keyof typeof sorts;

const inYear = (day: string): string => `${day} >= make_date($2::int, 1, 1) and ${day} < make_date($2::int + 1, 1, 1)`;
const ofTeam = `c.activity_id = a.activity_id and c.team_id = $1 and ${inYear('c.served_on')}`;

/** 活动记录册: what a team held in a year, in the order of the days; a cancelled activity is not in it. */
export function recordBook(
  source: Reader,
  { teamId, year, scope, ...asked }: TeamBookYear & Paging & Sorting<RecordBookSort>,
): Promise<Page<RecordBookItem>> {
  const text = `select a.activity_id as "activityId", a.title, a.place, a.content, a.responsible_person as "responsiblePerson",
      h.first as "firstHeldOn", h.last as "lastHeldOn", h.sessions,
      (select count(distinct c.volunteer_id) from read.${live} and ${ofTeam}) as participants,
      (select coalesce(sum(c.service_minutes), 0) from read.${live} and ${ofTeam}) as "serviceMinutes"
    from read.activity_register a
    join read.activity_register_team t on t.activity_id = a.activity_id and t.team_id = $1
    cross join lateral (select min(s.held_on) as first, max(s.held_on) as last, count(*) as sessions
      from read.activity_register_session s where s.activity_id = a.activity_id and ${inYear('s.held_on')}) h
    where h.sessions > 0 and a.cancelled_on is null and ($3::uuid[] is null or a.organization_id = any($3))`;
  const order = orderOf(sorts, asked, { otherwise: 'firstHeldOn', key: '"activityId"' });
  return pageOf(source, { text, values: [teamId, year, scope ?? null] }, order, asked);
}

const entrySorts = { servedOn: '"servedOn"', volunteerName: '"volunteerName" collate "C"' } as const;
export type RecordBookEntrySort = keyof typeof entrySorts;

/** The attendances of a team in a year, or in one activity of it; their `countedMinutes` are the book's minutes. */
export function entriesOfRecordBook(
  source: Reader,
  asked: TeamBookYear & { readonly activityId?: ActivityId | undefined } & Paging & Sorting<RecordBookEntrySort>,
): Promise<Page<AttendanceItem>> {
  const text = `select ${attendanceColumns} ${attendanceFrom}
    where p.team_id = $1 and ${inYear('p.served_on')} and a.cancelled_on is null
      and ($3::uuid[] is null or a.organization_id = any($3)) and ($4::uuid is null or p.activity_id = $4)`;
  const values = [asked.teamId, asked.year, asked.scope ?? null, asked.activityId ?? null];
  const key = '"startsAt", "sessionId", "volunteerId"';
  return pageOf(source, { text, values }, orderOf(entrySorts, asked, { otherwise: 'servedOn', key }), asked);
}
