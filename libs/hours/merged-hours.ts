import { minuteOfDay, plusMinutes, type Minutes } from '#libs/kernel/time';
import type { WrittenEntry } from './hours.state.js';

export interface MergedHours {
  /** No minute twice. */
  readonly serviceMinutes: Minutes;
  readonly counted: readonly WrittenEntry[];
  /** Entries of a record that gave way, on time that another record of the same person has already. */
  readonly leftOut: readonly { readonly entry: WrittenEntry; readonly overlaps: WrittenEntry }[];
}

/**
 * The live entries of several records of one person, the survivor's first (F-08). Each entry stays in its own stream; which
 * of them count is reckoned, never written, so that an undone merge leaves no trace. As F-03: what overlaps is left out whole.
 */
export function mergedHours(records: readonly (readonly WrittenEntry[])[]): MergedHours {
  const counted: WrittenEntry[] = [];
  const leftOut: MergedHours['leftOut'][number][] = [];
  for (const entry of records.flat()) {
    const overlaps = counted.find((one) => overlap(one, entry));
    if (overlaps) leftOut.push({ entry, overlaps });
    else counted.push(entry);
  }
  const serviceMinutes = counted.reduce((sum, entry) => plusMinutes(sum, entry.serviceMinutes), 0 as Minutes);
  return { serviceMinutes, counted, leftOut };
}

/** [startsAt, endsAt) of one day: ends that touch do not overlap. */
const overlap = (a: WrittenEntry, b: WrittenEntry): boolean =>
  a.servedOn === b.servedOn &&
  minuteOfDay(a.startsAt) < minuteOfDay(b.endsAt) &&
  minuteOfDay(b.startsAt) < minuteOfDay(a.endsAt);
