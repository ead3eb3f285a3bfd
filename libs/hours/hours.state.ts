import type { HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import { plusMinutes, yearOf, type Minutes } from '#libs/kernel/time';
import type { ClearHoursEvent, ReversalReason } from './hours.events.js';

type Clear<T extends ClearHoursEvent['type']> = Extract<ClearHoursEvent, { type: T }>['data'];

/** An entry as it was written; what became of it stands beside it. */
export type WrittenEntry = Clear<'ServiceHoursCredited'>;

export type HoursEntry =
  | { readonly status: 'credited'; readonly entry: WrittenEntry }
  | { readonly status: 'conflicted'; readonly entry: WrittenEntry; readonly conflictsWith: HoursEntryId }
  | { readonly status: 'reversed'; readonly entry: WrittenEntry; readonly reasonCode: ReversalReason };

interface OpenedHours {
  readonly status: 'opened';
  readonly volunteerId: VolunteerId;
  readonly year: number;
  readonly entries: ReadonlyMap<HoursEntryId, HoursEntry>;
}

export type Hours = { readonly status: 'empty' } | OpenedHours;

/** What `evolve` folds: one person's year. An event it does not know leaves the state as it is. */
export function evolveHours(hours: Hours, event: ClearHoursEvent): Hours {
  switch (event.type) {
    case 'ServiceHoursCredited':
      return withEntry(hours, { status: 'credited', entry: event.data });
    case 'ServiceHoursConflicted': {
      const { conflictsWith, ...entry } = event.data;
      return withEntry(hours, { status: 'conflicted', entry, conflictsWith });
    }
    case 'ServiceHoursReversed': {
      const credited = entryWith(event.data.entryId, hours);
      if (credited?.status !== 'credited') return hours;
      return withEntry(hours, { status: 'reversed', entry: credited.entry, reasonCode: event.data.reasonCode });
    }
    default:
      return hours;
  }
}

function withEntry(hours: Hours, written: HoursEntry): Hours {
  const { entryId, volunteerId, servedOn } = written.entry;
  const opened: OpenedHours =
    hours.status === 'opened' ? hours : { status: 'opened', volunteerId, year: yearOf(servedOn), entries: new Map() };
  return { ...opened, entries: new Map(opened.entries).set(entryId, written) };
}

export const entryWith = (entryId: HoursEntryId, hours: Hours): HoursEntry | undefined =>
  hours.status === 'opened' ? hours.entries.get(entryId) : undefined;

/** Every entry ever written to the year, in the order of writing, with what became of it. */
export const entriesOf = (hours: Hours): readonly HoursEntry[] =>
  hours.status === 'opened' ? [...hours.entries.values()] : [];

/** Credited and not reversed. */
export const liveEntriesOf = (hours: Hours): readonly WrittenEntry[] =>
  entriesOf(hours).flatMap(({ status, entry }) => (status === 'credited' ? [entry] : []));

/** Whole minutes credited and not reversed. */
export const creditedMinutes = (hours: Hours): Minutes =>
  liveEntriesOf(hours).reduce((sum, { serviceMinutes }) => plusMinutes(sum, serviceMinutes), 0 as Minutes);
