import type { DataSource } from 'typeorm';
import { datedOn } from '#libs/kernel/dated';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope, periodOn } from '#libs/projection-engine/as-of';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { CountedPeriod, Standing } from '#libs/volunteer/standing';

export const rosterMovements = ['IN', 'OUT', 'CHANGED'] as const;
export type RosterMovement = (typeof rosterMovements)[number];

export interface MovementsAsked {
  readonly organizationId: OrganizationId;
  /** The roster of this day … */
  readonly from: LocalDate;
  /** … held against that of this one. */
  readonly until: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
}

/** Why: what the standing says of the later day. A change is one of team or of kind. */
export type MovementReason =
  | 'ENROLLED'
  | 'MOVED'
  | 'WITHDRAWN'
  | 'DECEASED'
  | 'MERGED'
  | 'MEMBERSHIP_CEASED'
  | 'MEMBERSHIP_RESTORED'
  | 'KIND_CHANGED'
  | 'TEAM_CHANGED';

export interface MovementLine {
  readonly movement: RosterMovement;
  readonly reason: MovementReason;
  readonly volunteerId: VolunteerId;
  readonly volunteerNumber: string;
  readonly name: string;
  readonly teamBefore: TeamId | null;
  readonly teamAfter: TeamId | null;
}

type Found = Pick<MovementLine, 'movement' | 'volunteerId' | 'volunteerNumber' | 'name'> & {
  readonly before: CountedPeriod | null;
  readonly after: CountedPeriod | null;
  readonly standing: Standing;
};

const standsOn = (period: string): string => `coalesce(${period}->>'rosterOrganizationId' = $3::text, false)`;

// Whoever came and went between the two days stands on neither roster.
const moved = `from (select v.*, b.p as before, a.p as after, ${standsOn('b.p')} as was, ${standsOn('a.p')} as is
    from read.roster_volunteer v cross join lateral (select ${periodOn('v.counted', '$1')} as p) b cross join lateral (select ${periodOn('v.counted', '$2')} as p) a
    where v.counted @> jsonb_build_array(jsonb_build_object('rosterOrganizationId', $3::text)) and ${inScope('$3::uuid', '$4')}) v
  cross join lateral (select case when v.was and not v.is then 'OUT' when v.is and not v.was then 'IN' when v.was and v.is
    and (v.before->>'teamId' is distinct from v.after->>'teamId' or v.before->>'participantKind' <> v.after->>'participantKind') then 'CHANGED' end as movement) m`;

const valuesOf = ({ from, until, organizationId, scope }: MovementsAsked): unknown[] => [
  from,
  until,
  organizationId,
  scope ?? null,
];

/** Who came, who went and who changed team or kind between two days (Z-56), by name. */
export async function movementLines(
  source: DataSource,
  asked: MovementsAsked & Paging & { readonly movement?: RosterMovement | undefined },
): Promise<Page<MovementLine>> {
  const text = `select m.movement, v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", v.name, v.before, v.after, v.standing
    ${moved} where m.movement is not null and ($5::text is null or m.movement = $5)`;
  const values = [...valuesOf(asked), asked.movement ?? null];
  const page = await pageOf<Found>(source, { text, values }, 'movement, name collate "C", "volunteerId"', asked);
  return { ...page, items: page.items.map((found) => lineOf(found, asked.until)) };
}

function lineOf({ before, after, standing, ...found }: Found, until: LocalDate): MovementLine {
  const reason = found.movement === 'CHANGED' ? changeOf(before, after) : reasonOf(standing, before, until);
  return { ...found, reason, teamBefore: before?.teamId ?? null, teamAfter: after?.teamId ?? null };
}

const changeOf = (before: CountedPeriod | null, after: CountedPeriod | null): MovementReason =>
  before?.participantKind === after?.participantKind ? 'TEAM_CHANGED' : 'KIND_CHANGED';

function reasonOf(standing: Standing, before: CountedPeriod | null, until: LocalDate): MovementReason {
  const status = datedOn(standing.statuses, until)?.status;
  if (status === 'WITHDRAWN' || status === 'DECEASED' || status === 'MERGED') return status;
  const ceasing = datedOn(standing.ceasings, until);
  if (ceasing?.ceased) return 'MEMBERSHIP_CEASED';
  if (before) return 'MOVED';
  if (ceasing) return 'MEMBERSHIP_RESTORED';
  const homes = standing.statuses.filter((one) => one.status === 'ENROLLED' && one.on <= until);
  return homes.length > 1 ? 'MOVED' : 'ENROLLED';
}

export interface MovementCount {
  /** On the roster of the first day; with `IN` added and `OUT` taken off, on that of the second. */
  readonly before: number;
  readonly in: number;
  readonly out: number;
  readonly changed: number;
  readonly after: number;
}

/** The sums of `movementLines`, between the two rosters they lie between. */
export async function movementCount(source: DataSource, asked: MovementsAsked): Promise<MovementCount> {
  const text = `select (count(*) filter (where v.was))::int as before, (count(*) filter (where m.movement = 'IN'))::int as "in",
    (count(*) filter (where m.movement = 'OUT'))::int as "out", (count(*) filter (where m.movement = 'CHANGED'))::int as changed,
    (count(*) filter (where v.is))::int as after ${moved}`;
  const [count] = await rowsOf<MovementCount>(source, { text, values: valuesOf(asked) });
  return count ?? { before: 0, in: 0, out: 0, changed: 0, after: 0 };
}
