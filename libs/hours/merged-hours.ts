import { minuteOfDay, plusMinutes, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import type { WrittenEntry } from './hours.state.js';

/** What two records of one person are compared by. */
export interface Spanned {
  readonly servedOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly serviceMinutes: Minutes | number;
}

export interface MergedHours<Entry extends Spanned = WrittenEntry> {
  /** No minute twice. */
  readonly serviceMinutes: Minutes;
  readonly counted: readonly Entry[];
  /** Entries of a record that gave way, on time that another record of the same person has already. */
  readonly leftOut: readonly { readonly entry: Entry; readonly overlaps: Entry }[];
}

/**
 * The live entries of several records of one person, the survivor's first (F-08). Each entry stays in its own stream; which
 * of them count is reckoned, never written, so that an undone merge leaves no trace. As F-03: what overlaps is left out whole.
 */
export function mergedHours<Entry extends Spanned>(records: readonly (readonly Entry[])[]): MergedHours<Entry> {
  const counted: Entry[] = [];
  const leftOut: MergedHours<Entry>['leftOut'][number][] = [];
  for (const entry of records.flat()) {
    const overlaps = counted.find((one) => overlap(one, entry));
    if (overlaps) leftOut.push({ entry, overlaps });
    else counted.push(entry);
  }
  const serviceMinutes = counted.reduce(
    (sum, entry) => plusMinutes(sum, entry.serviceMinutes as Minutes),
    0 as Minutes,
  );
  return { serviceMinutes, counted, leftOut };
}

/** [startsAt, endsAt) of one day: ends that touch do not overlap. */
const overlap = (a: Spanned, b: Spanned): boolean =>
  a.servedOn === b.servedOn &&
  minuteOfDay(a.startsAt) < minuteOfDay(b.endsAt) &&
  minuteOfDay(b.startsAt) < minuteOfDay(a.endsAt);
