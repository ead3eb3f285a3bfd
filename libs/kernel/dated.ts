import type { LocalDate } from './time.js';

/** What holds from a day on, that day included. */
export type Dated<Value> = Value & { readonly on: LocalDate };

/**
 * The history with one more entry, in the order of days: a fact written late goes to its day, and of two of one day the
 * one written later wins.
 */
export function withDated<Value>(history: readonly Dated<Value>[], entry: Dated<Value>): readonly Dated<Value>[] {
  const at = history.findIndex(({ on }) => on > entry.on);
  return at === -1 ? [...history, entry] : [...history.slice(0, at), entry, ...history.slice(at)];
}

/** The entries that hold or held by the end of `day`, oldest first. */
export const datedUntil = <Value>(history: readonly Dated<Value>[], day: LocalDate): readonly Dated<Value>[] =>
  history.filter(({ on }) => on <= day);

/** The entry in force on `day`, if there was one yet. */
export const datedOn = <Value>(history: readonly Dated<Value>[], day: LocalDate): Dated<Value> | undefined =>
  datedUntil(history, day).at(-1);
