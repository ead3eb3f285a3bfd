import type { ActivityId, OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import { escaped, lettersAsked, namedLike } from '#libs/projection-engine/letters';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import { attendanceColumns, attendanceFrom, dayOfBook, live, nameOn } from './activity-register.select.js';
import type {
  ActivityRegister,
  ActivityRegisterAttendance,
  ActivityRegisterCredit,
} from './activity-register.entity.js';

interface ActivityFigures {
  readonly sessions: number;
  /** Different people recorded and not withdrawn, attested or not. */
  readonly participants: number;
  /** Credited in the hours ledger and not reversed. Twin: `attendancesOfActivity`. */
  readonly serviceMinutes: number;
  /** Attendances that still wait for the second person. */
  readonly unattested: number;
}

export interface TeamName {
  readonly teamId: TeamId;
  readonly name: string | null;
}

export type ActivityItem = Omit<ActivityRegister, 'content' | 'cancellationReason' | 'letters'> &
  ActivityFigures & { readonly organizationName: string | null; readonly teams: readonly TeamName[] };

const sorts = {
  heldOn: 'coalesce("firstHeldOn", "plannedOn")',
  plannedOn: '"plannedOn"',
  title: '"title" collate "C"',
  participants: '"participants"',
  serviceMinutes: '"serviceMinutes"',
} as const;
export type ActivitySort = keyof typeof sorts;
export const activitySorts = Object.keys(sorts) as readonly ActivitySort[];

const columns = `a.activity_id as "activityId", a.organization_id as "organizationId", ${nameOn('o', dayOfBook)} as "organizationName",
    a.planned_on as "plannedOn", a.first_held_on as "firstHeldOn", a.last_held_on as "lastHeldOn", a.theme, a.carrier, a.carrier_kind as "carrierKind", a.programme,
    a.special_action as "specialAction", a.service_mode as "serviceMode", a.venue_kind as "venueKind", a.nature,
    a.is_dangerous as "isDangerous", a.insured_on as "insuredOn", a.is_emergency as "isEmergency", a.title,
    a.place, a.responsible_person as "responsiblePerson", a.cancelled_on as "cancelledOn",
    (select count(*) from read.activity_register_session s where s.activity_id = a.activity_id) as sessions,
    (select count(distinct p.volunteer_id) from read.activity_register_attendance p where p.activity_id = a.activity_id) as participants,
    (select count(*) from read.activity_register_attendance p where p.activity_id = a.activity_id and p.attested_by is null) as unattested,
    (select coalesce(sum(c.service_minutes), 0) from read.${live} and c.activity_id = a.activity_id) as "serviceMinutes",
    (select coalesce(json_agg(json_build_object('teamId', t.team_id, 'name', ${nameOn('n', dayOfBook)}) order by t.ordinal), '[]')
      from read.activity_register_team t left join read.activity_register_name n on n.subject_id = t.team_id
      where t.activity_id = a.activity_id) as teams`;

const from = `from read.activity_register a left join read.activity_register_name o on o.subject_id = a.organization_id`;

export interface ActivityFilter {
  /** Organizing units (活动组织单位). */
  readonly scope: readonly OrganizationId[] | undefined;
  readonly organizationId?: OrganizationId | undefined;
  readonly teamId?: TeamId | undefined;
  /** Year of a session; of the plan while there is none. */
  readonly year?: number | undefined;
  readonly cancelled?: boolean | undefined;
  /** Part of the title or of its letters. */
  readonly text?: string | undefined;
  readonly activityIds?: readonly ActivityId[] | undefined;
}

const where = `where ($1::uuid[] is null or a.organization_id = any($1)) and ($2::uuid is null or a.organization_id = $2)
    and ($3::uuid is null or exists (select from read.activity_register_team t where t.activity_id = a.activity_id and t.team_id = $3))
    and ($4::int is null or case when a.first_held_on is null then extract(year from a.planned_on) = $4
      else exists (select from read.activity_register_session s where s.activity_id = a.activity_id
        and s.held_on >= make_date($4, 1, 1) and s.held_on < make_date($4 + 1, 1, 1)) end)
    and ($5::boolean is null or (a.cancelled_on is not null) = $5)
    and ${namedLike({ shown: 'a.title', letters: 'a.letters' }, { text: '$6', typed: '$7' })}
    and ($8::uuid[] is null or a.activity_id = any($8))`;

const valuesOf = ({ scope, organizationId, teamId, year, cancelled, text, activityIds }: ActivityFilter): unknown[] => [
  ...[scope ?? null, organizationId ?? null, teamId ?? null, year ?? null, cancelled ?? null],
  ...[text === undefined ? null : escaped(text), lettersAsked(text), activityIds ?? null],
];

// Orders by a figure: it is worked out for all in one pass, the other figures for the page alone. Nobody is twice in one session.
const figures = {
  participants: `several as materialized (select activity_id from read.activity_register_session group by 1 having count(*) > 1),
    figure as materialized (
      select p.activity_id, count(*) as value from read.activity_register_attendance p
      where p.activity_id not in (select activity_id from several) group by 1
      union all select p.activity_id, count(distinct p.volunteer_id) from several s join read.activity_register_attendance p on p.activity_id = s.activity_id group by 1)`,
  serviceMinutes: `figure as materialized (
      select c.activity_id, sum(c.service_minutes) as value from read.${live} and c.activity_id is not null group by 1)`,
} as const;

/** Book 2, newest first unless sorted otherwise; cancelled activities stay in it with their mark. */
export function activities(
  source: Reader,
  asked: ActivityFilter & Paging & Sorting<ActivitySort>,
): Promise<Page<ActivityItem>> {
  const order = orderOf(sorts, asked.sort ? asked : { descending: true }, { otherwise: 'heldOn', key: '"activityId"' });
  const key = `select a.activity_id as "activityId", a.first_held_on as "firstHeldOn", a.planned_on as "plannedOn", a.title`;
  const figure = asked.sort === 'participants' || asked.sort === 'serviceMinutes' ? asked.sort : undefined;
  const text = figure
    ? `${key}, coalesce(figure.value, 0)::int as "${figure}" from read.activity_register a left join figure on figure.activity_id = a.activity_id ${where}`
    : `${key} from read.activity_register a ${where}`;
  const select = {
    text: `select ${columns} ${from} ${where}`,
    values: valuesOf(asked),
    keys: { name: 'activityId', text },
  };
  return pageOf(source, figure ? { ...select, tables: figures[figure] } : select, order, asked);
}

/** The ids of all activities asked for, newest first. */
export async function activityIdsOf(source: Reader, asked: ActivityFilter): Promise<readonly ActivityId[]> {
  const rows = await rowsOf<{ id: ActivityId }>(source, {
    text: `select a.activity_id as id from read.activity_register a ${where} order by coalesce(a.first_held_on, a.planned_on) desc, a.activity_id`,
    values: valuesOf(asked),
  });
  return rows.map(({ id }) => id);
}

export interface SessionItem {
  readonly sessionId: SessionId;
  readonly heldOn: LocalDate;
  readonly startsAt: TimeOfDay;
  /** The next day, for a session over midnight. */
  readonly endsOn: LocalDate;
  readonly endsAt: TimeOfDay;
  readonly participants: number;
  readonly serviceMinutes: number;
}

export type ActivityInFull = ActivityItem &
  Pick<ActivityRegister, 'content' | 'cancellationReason'> & { readonly held: readonly SessionItem[] };

/** One page of the book: the core of Order 67 art. 7 with its sessions in order of time; undefined outside the scope. */
export async function activityInFull(
  source: Reader,
  asked: { readonly activityId: ActivityId; readonly scope: readonly OrganizationId[] | undefined },
): Promise<ActivityInFull | undefined> {
  const text = `select ${columns}, a.content, a.cancellation_reason as "cancellationReason",
    (select coalesce(json_agg(held order by held."heldOn", held."startsAt", held."sessionId"), '[]') from (
      select s.session_id as "sessionId", s.held_on as "heldOn", s.starts_at as "startsAt", s.ends_on as "endsOn", s.ends_at as "endsAt",
        (select count(*) from read.activity_register_attendance p where p.session_id = s.session_id) as participants,
        (select coalesce(sum(c.service_minutes), 0) from read.${live} and c.session_id = s.session_id) as "serviceMinutes"
      from read.activity_register_session s where s.activity_id = a.activity_id) held) as held
    ${from} where a.activity_id = $1 and ($2::uuid[] is null or a.organization_id = any($2))`;
  const [found] = await rowsOf<ActivityInFull>(source, { text, values: [asked.activityId, asked.scope ?? null] });
  return found;
}

export type AttendanceState = 'recorded' | 'attested' | ActivityRegisterCredit['state'];

/** One participant of one session. */
export type AttendanceItem = ActivityRegisterAttendance & {
  readonly volunteerName: string | null;
  readonly teamName: string | null;
  readonly state: AttendanceState;
  /** Minutes that count now: all of them while credited, else 0. */
  readonly countedMinutes: number;
  readonly reversalReasonCode: ActivityRegisterCredit['reversalReasonCode'];
  readonly reversedOn: LocalDate | null;
};

const attendanceSorts = {
  servedOn: '"servedOn"',
  volunteerName: '"volunteerName" collate "C"',
  serviceMinutes: '"serviceMinutes"',
  state: '"state"',
} as const;
export type AttendanceSort = keyof typeof attendanceSorts;

/** Participants with their minutes and correction marks; `countedMinutes` add up to the activity's `serviceMinutes`. */
export function attendancesOfActivity(
  source: Reader,
  asked: Paging &
    Sorting<AttendanceSort> & {
      readonly activityId: ActivityId;
      readonly sessionId?: SessionId | undefined;
      readonly volunteerId?: VolunteerId | undefined;
      readonly scope: readonly OrganizationId[] | undefined;
    },
): Promise<Page<AttendanceItem>> {
  const text = `select ${attendanceColumns} ${attendanceFrom}
    where p.activity_id = $1 and ($2::uuid is null or p.session_id = $2) and ($3::uuid is null or p.volunteer_id = $3)
      and ($4::uuid[] is null or a.organization_id = any($4))`;
  const values = [asked.activityId, asked.sessionId ?? null, asked.volunteerId ?? null, asked.scope ?? null];
  const key = '"servedOn", "startsAt", "sessionId", "volunteerId"';
  return pageOf(source, { text, values }, orderOf(attendanceSorts, asked, { otherwise: 'servedOn', key }), asked);
}
