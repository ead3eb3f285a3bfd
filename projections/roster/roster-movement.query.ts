import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope, periodOn } from '#libs/projection-engine/as-of';
import { pageOf, rowsOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';

export const rosterMovements = ['ADDED', 'LEFT', 'TEAM_CHANGED', 'KIND_CHANGED', 'UNCHANGED'] as const;
export type RosterMovement = (typeof rosterMovements)[number];

export interface MovementsAsked {
  readonly organizationId: OrganizationId;
  readonly sinceOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface RosterMovementItem {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly movement: RosterMovement;
  readonly teamIdBefore: TeamId | null;
  readonly teamIdAfter: TeamId | null;
  readonly kindBefore: ParticipantKind | null;
  readonly kindAfter: ParticipantKind | null;
}

const here = (period: string): string => `coalesce(${period}->>'rosterOrganizationId' = $3::text, false)`;

// $1 the earlier day, $2 the later, $3 organization, $4 scope. A change of team stands before one of kind.
const moved = `select v.volunteer_id as "volunteerId", v.name, v.volunteer_number as "volunteerNumber",
    case when not ${here('b.p')} then 'ADDED' when not ${here('a.p')} then 'LEFT' when b.p->>'teamId' is distinct from a.p->>'teamId' then 'TEAM_CHANGED'
      when b.p->>'participantKind' is distinct from a.p->>'participantKind' then 'KIND_CHANGED' else 'UNCHANGED' end as movement,
    (b.p->>'teamId')::uuid as "teamIdBefore", (a.p->>'teamId')::uuid as "teamIdAfter",
    b.p->>'participantKind' as "kindBefore", a.p->>'participantKind' as "kindAfter"
  from read.roster_volunteer v
  cross join lateral (select ${periodOn('v.counted', '$1')} as p) b cross join lateral (select ${periodOn('v.counted', '$2')} as p) a
  where ${inScope('$3::uuid', '$4')} and v.counted @> jsonb_build_array(jsonb_build_object('rosterOrganizationId', $3::text)) and (${here('b.p')} or ${here('a.p')})`;

const valuesOf = ({ sinceOn, untilOn, organizationId, scope }: MovementsAsked): unknown[] => [
  sinceOn,
  untilOn,
  organizationId,
  scope ?? null,
];

/** Who came onto a unit's roster between two days, who left it, who changed, who is as before (Z-56). */
export function rosterMovementsBetween(
  source: Reader,
  asked: MovementsAsked & Paging & { readonly movement?: RosterMovement | undefined },
): Promise<Page<RosterMovementItem>> {
  const text = `select * from (${moved}) m where ($5::text is null or m.movement = $5)`;
  return pageOf(
    source,
    { text, values: [...valuesOf(asked), asked.movement ?? null] },
    '"movement", "volunteerNumber", "volunteerId"',
    asked,
  );
}

/** How many of each. Twin: `rosterMovementsBetween` with that movement. */
export async function countRosterMovements(
  source: Reader,
  asked: MovementsAsked,
): Promise<Readonly<Record<RosterMovement, number>>> {
  const text = `select m.movement, count(*)::int as people from (${moved}) m group by 1`;
  const found = await rowsOf<{ readonly movement: RosterMovement; readonly people: number }>(source, {
    text,
    values: valuesOf(asked),
  });
  const none = Object.fromEntries(rosterMovements.map((movement) => [movement, 0])) as Record<RosterMovement, number>;
  return found.reduce((all, { movement, people }) => ({ ...all, [movement]: people }), none);
}

/** Teams of the unit, for the changes of leaders, which stand in their own streams. */
export const teamsOnRoster = (
  source: Reader,
  { organizationId }: Pick<MovementsAsked, 'organizationId'>,
): Promise<{ readonly teamId: TeamId }[]> =>
  rowsOf(source, {
    text: `select t.team_id as "teamId" from read.roster_team t where t.organization_id = $1::uuid order by 1`,
    values: [organizationId],
  });
