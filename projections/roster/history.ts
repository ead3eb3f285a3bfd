import type { Position } from '#libs/event-store/port';
import type { LocalDate } from '#libs/kernel/time';
import { foldFromLog, type LogToFold } from '#libs/projection-engine/fold-from-log';
import type { CountedPeriod } from '#libs/volunteer/standing';
import type { RosterTeam, RosterVolunteer } from './roster.entity.js';
import { rosterMovements, type MovementsAsked, type RosterMovement } from './roster-movement.query.js';
import { roster } from './roster.projection.js';

export interface RosterFromLog {
  readonly moved: Readonly<Record<RosterMovement, number>>;
  /** Of the unit. */
  readonly teams: readonly Pick<RosterTeam, 'teamId'>[];
}

/** What moved on a unit's roster between two days, worked out from the entries of the log up to a position; the window is not asked. */
export async function rosterMovementsFromLog(
  log: LogToFold,
  asked: Omit<MovementsAsked, 'scope'>,
  position: Position,
): Promise<RosterFromLog> {
  const [volunteers, teams] = (await foldFromLog(log, roster.tables, position)) as unknown as [
    readonly RosterVolunteer[],
    readonly RosterTeam[],
  ];
  const moved = Object.fromEntries(rosterMovements.map((movement) => [movement, 0])) as Record<RosterMovement, number>;
  for (const volunteer of volunteers) {
    const movement = movementOf(volunteer, asked);
    if (movement) moved[movement]++;
  }
  return { moved, teams: teams.filter(({ organizationId }) => organizationId === asked.organizationId) };
}

const periodOn = ({ counted }: RosterVolunteer, day: LocalDate): CountedPeriod | undefined =>
  counted.find(({ from, until }) => from <= day && (until === null || until > day));

function movementOf(volunteer: RosterVolunteer, asked: Omit<MovementsAsked, 'scope'>): RosterMovement | undefined {
  const here = (day: LocalDate): CountedPeriod | undefined => {
    const period = periodOn(volunteer, day);
    return period?.rosterOrganizationId === asked.organizationId ? period : undefined;
  };
  const [before, after] = [here(asked.sinceOn), here(asked.untilOn)];
  if (!before) return after && 'ADDED';
  if (!after) return 'LEFT';
  if (before.teamId !== after.teamId) return 'TEAM_CHANGED';
  return before.participantKind === after.participantKind ? 'UNCHANGED' : 'KIND_CHANGED';
}
