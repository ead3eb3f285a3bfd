import { hoursDecider } from '#libs/hours/hours.decider';
import type { ClearHoursEvent } from '#libs/hours/hours.events';
import { liveEntriesOf, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import { minuteOfDay } from '#libs/kernel/time';
import type { Read } from './invariants.js';
import { codec } from './member.js';

const dataOf = <T>({ entry }: Read): T => entry.data as T;
const ofTypes = (log: readonly Read[], ...types: readonly string[]): readonly Read[] =>
  log.filter(({ entry }) => types.includes(entry.type));

/** Credited and not reversed, as the deciders know it. */
export function liveEntries(log: readonly Read[]): WrittenEntry[] {
  const folded = new Map<string, Hours>();
  for (const { stored } of log.filter(({ stored: { stream } }) => stream.startsWith('hours-'))) {
    const { event } = codec.readClear(stored);
    if (event.type === 'SubjectKeyBound') continue;
    const before = folded.get(stored.stream) ?? hoursDecider.initial;
    folded.set(stored.stream, hoursDecider.evolve(before, event as ClearHoursEvent));
  }
  return [...folded.values()].flatMap(liveEntriesOf);
}

function creditedTwice(live: readonly WrittenEntry[]): string[] {
  const seen = new Map<string, string>();
  const found = new Set<string>();
  for (const { volunteerId, servedOn, startsAt, endsAt, entryId } of live)
    for (let minute = minuteOfDay(startsAt); minute < minuteOfDay(endsAt); minute++) {
      const name = `${volunteerId} ${servedOn} ${minute}`;
      const other = seen.get(name);
      if (other) found.add(`${other} and ${entryId} credit the same minutes`);
      seen.set(name, entryId);
    }
  return [...found];
}

const writtenTypes = ['ServiceHoursCredited', 'ServiceHoursHeld', 'ServiceHoursConflicted'] as const;

function writtenOnce(log: readonly Read[]): string[] {
  const attested = ofTypes(log, 'AttendanceAttested').map((one) => dataOf<WrittenEntry>(one).entryId);
  const written = ofTypes(log, ...writtenTypes).map(
    (one) => dataOf<WrittenEntry>(one).entryId,
  );
  return [
    ...attested.flatMap((entryId) => {
      const times = written.filter((one) => one === entryId).length;
      return times === 1 ? [] : [`attested ${entryId} is written ${times} times`];
    }),
    ...written.filter((entryId) => !attested.includes(entryId)).map((entryId) => `${entryId} was never attested`),
  ];
}

/** What the ledger of hours promises a volunteer. */
export const hoursFaults = (log: readonly Read[]): string[] => [
  ...creditedTwice(liveEntries(log)),
  ...ofTypes(log, 'AttendanceAttested', ...writtenTypes)
    .map((one) => dataOf<WrittenEntry>(one))
    .filter(({ recordedBy, attestedBy }) => recordedBy === attestedBy)
    .map(({ entryId }) => `${entryId} was recorded and attested by one account`),
  ...writtenOnce(log),
];
