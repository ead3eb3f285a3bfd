import type { Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import type { ClearHoursEvent } from '#libs/hours/hours.events';
import { liveEntriesOf, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import { mergedHours } from '#libs/hours/merged-hours';
import type { TeamId, VolunteerId } from '#libs/kernel/ids';
import type { ClearVolunteerEvent } from '#libs/volunteer/volunteer.events';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { entriesUpTo } from '#libs/projection-engine/fold-from-log';
import type { LogParts } from './hours-at.js';

const spentOn = /^hours-(.+)-(\d{4})$/;

/**
 * What a team's members served in a year as the log had it at a position: from the entries themselves, no window is asked. Two
 * records of one person are one member and have no minute twice (F-08); such entries name the record that stands.
 */
export async function teamHoursAt(
  { store, codec }: LogParts,
  { teamId, year, position }: { readonly teamId: TeamId; readonly year: number; readonly position: Position },
): Promise<readonly WrittenEntry[]> {
  const streams = new Map<VolunteerId, Hours>();
  const links = new Map<VolunteerId, VolunteerId>();
  for await (const stored of entriesUpTo(store, position)) {
    if (stored.type === 'DuplicateLinked' || stored.type === 'DuplicateUnlinked') {
      follow(links, codec.readClear(stored).event as ClearVolunteerEvent);
      continue;
    }
    const [, volunteerId, of] = spentOn.exec(stored.stream) ?? [];
    if (of !== String(year) || stored.type === 'SubjectKeyBound') continue;
    const { event } = codec.readClear(stored);
    const hours = streams.get(volunteerId as VolunteerId) ?? hoursDecider.initial;
    streams.set(volunteerId as VolunteerId, hoursDecider.evolve(hours, event as ClearHoursEvent));
  }
  return personsOf([...streams.keys()], links)
    .flatMap(([person, ...duplicates]) => {
      const records = [person!, ...duplicates].map((record) =>
        liveEntriesOf(streams.get(record) ?? hoursDecider.initial),
      );
      return mergedHours(records).counted.map((entry) => ({ ...entry, volunteerId: person! }));
    })
    .filter((entry) => entry.teamId === teamId);
}

/** Kept in the order of linking, which is that of `recordsOfPerson`. */
function follow(links: Map<VolunteerId, VolunteerId>, { type, data }: ClearVolunteerEvent): void {
  if (type === 'DuplicateLinked') links.set(data.duplicateId, data.volunteerId);
  if (type === 'DuplicateUnlinked') links.delete(data.duplicateId);
}

/** The records of each person, the one that stands first. */
function personsOf(
  records: readonly VolunteerId[],
  links: ReadonlyMap<VolunteerId, VolunteerId>,
): readonly (readonly VolunteerId[])[] {
  const persons = new Set(records.map((record) => links.get(record) ?? record));
  const duplicates = [...links];
  return [...persons].map((person) => [
    person,
    ...duplicates.filter(([, survivor]) => survivor === person).map(([duplicate]) => duplicate),
  ]);
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
