import type { Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import type { ClearHoursEvent } from '#libs/hours/hours.events';
import { liveEntriesOf, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import type { TeamId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { entriesUpTo } from '#libs/projection-engine/fold-from-log';
import type { LogParts } from './hours-at.js';

/** What a team's members served in a year as the log had it at a position: from the entries themselves, no window is asked. */
export async function teamHoursAt(
  { store, codec }: LogParts,
  { teamId, year, position }: { readonly teamId: TeamId; readonly year: number; readonly position: Position },
): Promise<readonly WrittenEntry[]> {
  const streams = new Map<string, Hours>();
  const ofYear = new RegExp(`^hours-.+-${year}$`);
  for await (const stored of entriesUpTo(store, position)) {
    if (!ofYear.test(stored.stream) || stored.type === 'SubjectKeyBound') continue;
    const { event } = codec.readClear(stored);
    streams.set(
      stored.stream,
      hoursDecider.evolve(streams.get(stored.stream) ?? hoursDecider.initial, event as ClearHoursEvent),
    );
  }
  return [...streams.values()].flatMap(liveEntriesOf).filter((entry) => entry.teamId === teamId);
}

export interface TeamSum {
  readonly activities: number;
  readonly members: number;
  readonly serviceMinutes: Minutes;
}

/** Both days included. */
export interface Days {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** an activity counts when enough members of the team hold minutes in it; it belongs to the day of its first minutes. */
export function sumOfTeam(entries: readonly WrittenEntry[], membersMin: number, days?: Days): TeamSum {
  const activities = new Map<string, { readonly members: Set<string>; firstOn: LocalDate }>();
  for (const { activityId, volunteerId, servedOn } of entries) {
    if (activityId === undefined) continue;
    const known = activities.get(activityId) ?? { members: new Set<string>(), firstOn: servedOn };
    known.members.add(volunteerId);
    if (servedOn < known.firstOn) known.firstOn = servedOn;
    activities.set(activityId, known);
  }
  const isWithin = (day: LocalDate): boolean => days === undefined || (days.fromOn <= day && day <= days.untilOn);
  const within = entries.filter(({ servedOn }) => isWithin(servedOn));
  return {
    activities: [...activities.values()].filter(
      ({ members, firstOn }) => members.size >= membersMin && isWithin(firstOn),
    ).length,
    members: new Set(within.map(({ volunteerId }) => volunteerId)).size,
    serviceMinutes: within.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0) as Minutes,
  };
}
