import type { Provenance } from '#libs/hours/hours.events';
import type { ActivityId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import { counts, entriesOfPersons, merging, person, recordsOf } from './person.js';
import type { HoursEntry } from './volunteer-year.entity.js';

/** An entry of the hours ledger as it stands, with the names to show. */
export type HoursEntryItem = HoursEntry & {
  readonly volunteerName: string | null;
  readonly activityTitle: string | null;
  readonly teamName: string | null;
  /** Minutes that count now: all of them while credited, else 0; 0 too where another record of the same person has the time (F-08). */
  readonly countedMinutes: number;
};

/** Which part of the hours ledger is added up; each of the sums below takes the same part. */
export interface LedgerSlice {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly volunteerId?: VolunteerId | undefined;
  /** Null: served without a team. */
  readonly teamId?: TeamId | null | undefined;
  readonly activityId?: ActivityId | undefined;
  readonly provenance?: Provenance | undefined;
  /** Recorded after the due day, or not. */
  readonly late?: boolean | undefined;
  /** Organizations under which the service was given. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const sorts = {
  servedOn: '"servedOn"',
  serviceMinutes: '"serviceMinutes"',
  state: '"state"',
} as const;
export type HoursEntrySort = keyof typeof sorts;

// Names by subselects: PostgreSQL asks for them after the page is cut, for its rows only.
export const entryColumns = `select h.entry_id as "entryId", h.volunteer_id as "volunteerId", h.year, h.kind, h.activity_id as "activityId",
    h.session_id as "sessionId", h.team_id as "teamId", h.organization_id as "organizationId", h.served_on as "servedOn",
    h.starts_at as "startsAt", h.ends_at as "endsAt", h.service_minutes as "serviceMinutes", h.provenance, h.state,
    h.conflicts_with as "conflictsWith", h.stands_entry_id as "standsEntryId", h.recorded_by as "recordedBy",
    h.recorded_on as "recordedOn", h.attested_by as "attestedBy", h.attested_on as "attestedOn", h.due_on as "dueOn",
    h.due_provisional as "dueProvisional", h.late, h.late_reason_code as "lateReasonCode", h.hold_reasons as "holdReasons",
    h.approval_level as "approvalLevel", h.approved_by as "approvedBy", h.approved_on as "approvedOn",
    h.declined_on as "declinedOn", h.replaces, h.replaced_by as "replacedBy", h.position,
    h.reversal_reason_code as "reversalReasonCode", h.reversed_on as "reversedOn", h.reversed_by as "reversedBy",
    h.reversal_position as "reversalPosition",
    (select p.name from read.volunteer_year_person p where p.volunteer_id = h.volunteer_id) as "volunteerName",
    (select a.name from read.volunteer_year_name a where a.subject_id = h.activity_id) as "activityTitle",
    (select t.name from read.volunteer_year_name t where t.subject_id = h.team_id) as "teamName",
    case when ${counts} then h.service_minutes else 0 end as "countedMinutes"
  from ${entriesOfPersons}`;

export const byDay = (asked: Sorting<HoursEntrySort>): string =>
  orderOf(sorts, asked, { otherwise: 'servedOn', key: '"servedOn", "startsAt", "entryId"' });

/**
 * Every entry ever written to a volunteer's year, conflicted and reversed ones too, and those of the records that gave way to
 * this one; their `countedMinutes` add up to the year's minutes. `scope`: the volunteer's own organization.
 */
export function entriesOfVolunteerYear(
  source: Reader,
  asked: Paging &
    Sorting<HoursEntrySort> & {
      readonly volunteerId: VolunteerId;
      readonly year: number;
      readonly scope: readonly OrganizationId[] | undefined;
    },
): Promise<Page<HoursEntryItem>> {
  const text = `${entryColumns} where h.volunteer_id = any(${recordsOf('$1')}) and h.year = $2::int
    and ($3::uuid[] is null or exists (select from read.volunteer_year_person o where o.volunteer_id = $1 and o.organization_id = any($3)))`;
  return pageOf(
    source,
    { tables: merging, text, values: [asked.volunteerId, asked.year, asked.scope ?? null] },
    byDay(asked),
    asked,
  );
}

export const sliceCondition = `h.year = $1::int and ($2::int is null or extract(month from h.served_on) = $2::int)
    and ($3::uuid is null or h.volunteer_id = any(${recordsOf('$3')})) and ($4::uuid is null or h.team_id = $4)
    and (not $5::boolean or h.team_id is null) and ($6::uuid is null or h.activity_id = $6)
    and ($7::uuid[] is null or h.organization_id = any($7))
    and ($8::text is null or h.provenance = $8) and ($9::boolean is null or h.late = $9)`;

export const sliceValues = ({
  year,
  month,
  volunteerId,
  teamId,
  activityId,
  scope,
  provenance,
  late,
}: LedgerSlice): unknown[] => [
  year,
  month ?? null,
  volunteerId ?? null,
  teamId ?? null,
  teamId === null,
  activityId ?? null,
  scope ?? null,
  provenance ?? null,
  late ?? null,
];

/** The entries behind every sum of the slice: credited and not reversed. */
export function entriesOfSlice(
  source: Reader,
  asked: LedgerSlice & Paging & Sorting<HoursEntrySort>,
): Promise<Page<HoursEntryItem>> {
  const text = `${entryColumns} where ${sliceCondition} and ${counts}`;
  return pageOf(source, { tables: merging, text, values: sliceValues(asked) }, byDay(asked), asked);
}

interface Sum {
  readonly serviceMinutes: number;
  readonly entries: number;
}
export type MonthSum = Sum & { readonly month: number };
export type VolunteerSum = Sum & { readonly volunteerId: VolunteerId; readonly name: string | null };
/** Served without a team: `teamId` null. */
export type TeamSum = Sum & { readonly teamId: TeamId | null; readonly name: string | null };
/** Served in no activity: `activityId` null. */
export type ActivitySum = Sum & { readonly activityId: ActivityId | null; readonly name: string | null };

const sums = `sum(h.service_minutes) as "serviceMinutes", count(*) as entries from ${entriesOfPersons}`;
const counted = `where ${sliceCondition} and ${counts}`;

/** The months that have minutes, January first. Adds up to the same as by team, by activity and by volunteer (5.5). */
export const minutesByMonth = (source: Reader, asked: LedgerSlice): Promise<MonthSum[]> =>
  rowsOf(source, {
    tables: merging,
    text: `select extract(month from h.served_on)::int as month, ${sums} ${counted} group by 1 order by 1`,
    values: sliceValues(asked),
  });

const mostFirst = (key: string): string => `"serviceMinutes" desc, "${key}"`;

export const minutesByVolunteer = (source: Reader, asked: LedgerSlice & Paging): Promise<Page<VolunteerSum>> =>
  pageOf(
    source,
    {
      tables: merging,
      once: true,
      text: `select ${person} as "volunteerId", p.name, ${sums}
        left join read.volunteer_year_person p on p.volunteer_id = ${person} ${counted} group by 1, 2`,
      values: sliceValues(asked),
    },
    mostFirst('volunteerId'),
    asked,
  );

export const minutesByTeam = (source: Reader, asked: LedgerSlice & Paging): Promise<Page<TeamSum>> =>
  pageOf(
    source,
    {
      tables: merging,
      once: true,
      text: `select h.team_id as "teamId", n.name, ${sums}
        left join read.volunteer_year_name n on n.subject_id = h.team_id ${counted} group by 1, 2`,
      values: sliceValues(asked),
    },
    mostFirst('teamId'),
    asked,
  );

export const minutesByActivity = (source: Reader, asked: LedgerSlice & Paging): Promise<Page<ActivitySum>> =>
  pageOf(
    source,
    {
      tables: merging,
      once: true,
      text: `select h.activity_id as "activityId", n.name, ${sums}
        left join read.volunteer_year_name n on n.subject_id = h.activity_id ${counted} group by 1, 2`,
      values: sliceValues(asked),
    },
    mostFirst('activityId'),
    asked,
  );
