import type { ExemptionId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import { askedOn, exemptedOn, merging, personInScope, standsAlone, summedMinutes } from './participant.js';

export interface ShortfallItem {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly organizationId: OrganizationId;
  readonly primaryTeamId: TeamId | null;
  /** Of the year, up to and with the day. */
  readonly serviceMinutes: number;
  readonly targetMinutes: number;
  /** The full target by months enrolled, rounded up. */
  readonly proRataTargetMinutes: number;
  /** To the target that the pack counts. */
  readonly missingMinutes: number;
  /** What the year comes to if it goes on like this. */
  readonly projectedMinutes: number;
  /** 1, or the month of joining in this year: shown beside the shortfall. */
  readonly enrolledFromMonth: number;
  readonly daysLeft: number;
}

export interface ShortfallAsked {
  /** The day of looking; the year is its year. */
  readonly on: LocalDate;
  readonly targetMinutes: number;
  /** Which of the two targets the pack counts (`volunteerTargetBasis`). */
  readonly isProRata: boolean;
  readonly scope: readonly OrganizationId[] | undefined;
}

const sorts = {
  missingMinutes: '"missingMinutes"',
  serviceMinutes: '"serviceMinutes"',
  projectedMinutes: '"projectedMinutes"',
  name: '"name" collate "C"',
} as const;
export type ShortfallSort = keyof typeof sorts;

// $1 day, $2 first day of the year, $3 last day, $4 target, $5 pro rata, $6 scope
const people = `select p.volunteer_id as "volunteerId", p.name, p.volunteer_number as "volunteerNumber", p.organization_id as "organizationId",
    p.primary_team_id as "primaryTeamId", m.minutes as "serviceMinutes", $4::int as "targetMinutes", t.part as "proRataTargetMinutes",
    t.counts - m.minutes as "missingMinutes", (m.minutes::bigint * ($3::date - f.first + 1) / ($1::date - f.first + 1))::int as "projectedMinutes",
    f.month as "enrolledFromMonth", $3::date - $1::date as "daysLeft"
  from read.participation_person p left join summed on summed.volunteer_id = p.volunteer_id
  cross join lateral (select greatest(p.enrolled_on, $2::date) as first, case when p.enrolled_on < $2::date then 1 else extract(month from p.enrolled_on)::int end as month) f
  cross join lateral (select coalesce(summed.minutes, 0) as minutes) m
  cross join lateral (select (($4::bigint * (13 - f.month) + 11) / 12)::int as part) a
  cross join lateral (select a.part, case when $5::boolean then a.part else $4::int end as counts) t
  where ${standsAlone} and ${personInScope('$6')}`;

const tablesOf = ({ on, scope }: ShortfallAsked): string => {
  const minutes = { from: `${yearOf(on)}-01-01` as LocalDate, until: on };
  return `${merging}, ${summedMinutes({ spans: { minutes }, scope, parameter: '$6' })}`;
};

const valuesOf = ({ on, targetMinutes, isProRata, scope }: ShortfallAsked): unknown[] => [
  on,
  `${yearOf(on)}-01-01`,
  `${yearOf(on)}-12-31`,
  targetMinutes,
  isProRata,
  scope ?? null,
];

/**
 * Who is under the target on the day, without the exempted, the dead and those who left (A-12, F-17, F-18); with `willMiss`,
 * only those who miss it if they go on like this. A list to act on while there is time, never a finding.
 */
export function shortfall(
  source: Reader,
  asked: ShortfallAsked & Paging & Sorting<ShortfallSort> & { readonly willMiss?: boolean | undefined },
): Promise<Page<ShortfallItem>> {
  const text = `select * from (${people} and ${askedOn('$1')}) s where s."missingMinutes" > 0
    and (not $7::boolean or s."projectedMinutes" < s."serviceMinutes" + s."missingMinutes")`;
  const order = orderOf(sorts, asked.sort ? asked : { descending: true }, {
    otherwise: 'missingMinutes',
    key: '"volunteerId"',
  });
  const values = [...valuesOf(asked), asked.willMiss ?? false];
  return pageOf(source, { tables: tablesOf(asked), once: true, text, values }, order, asked);
}

export interface ExemptedItem {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly exemptionId: ExemptionId;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Who is exempted on the day, and until when. Why stands in the person's own record only. */
export function exemptedPeople(
  source: Reader,
  asked: { readonly on: LocalDate; readonly scope: readonly OrganizationId[] | undefined } & Paging,
): Promise<Page<ExemptedItem>> {
  const text = `select p.volunteer_id as "volunteerId", p.name, p.volunteer_number as "volunteerNumber", (x->>'exemptionId')::uuid as "exemptionId", x->>'from' as "from", x->>'until' as until
    from read.participation_person p cross join lateral jsonb_array_elements(p.exempted) x
    where ${personInScope('$2')} and x->>'from' <= $1::text and coalesce(x->>'until', '9999-12-31') >= $1::text and ${exemptedOn('$1')}`;
  return pageOf(
    source,
    { tables: merging, text, values: [asked.on, asked.scope ?? null] },
    '"name" collate "C", "volunteerId"',
    asked,
  );
}
