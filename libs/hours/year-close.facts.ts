import type { Minutes } from '#libs/kernel/time';
import type { WrittenEntry } from './hours.state.js';

/** An entry of a closed year with what it comes to as known before the adjustment; the open year that takes it. */
export interface AdjustedEntry {
  readonly entry: WrittenEntry;
  readonly minutesNow: Minutes;
  readonly openYear: number;
  /** Attested only after the close; whether anybody has decided about it, and whether its time counts in another entry. */
  readonly foundLate?: { readonly isDecided: boolean; readonly overlaps: boolean } | undefined;
}

export interface YearCloseFacts {
  readonly adjusted?: AdjustedEntry | 'year_is_open' | undefined;
  /** The year that takes what is found of a closed one. */
  readonly openYear?: number | undefined;
}
