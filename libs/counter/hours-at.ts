import type { EventCodec } from '#libs/event-store/codec';
import type { EventStore, Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { entriesOf, type Hours, type HoursEntry, type WrittenEntry } from '#libs/hours/hours.state';
import type { AnyEvent } from '#libs/kernel/event';
import type { VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes } from '#libs/kernel/time';

export interface LogParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
}

/** A stream as the log had it at a position: the same for ever, whatever is written later. */
export async function streamAt<State, Event extends AnyEvent>(
  { store, codec }: LogParts,
  decider: { readonly initial: State; readonly evolve: (state: State, event: Event) => State },
  { stream, position }: { readonly stream: string; readonly position: Position },
): Promise<State> {
  let state = decider.initial;
  for await (const stored of store.readStream(stream)) {
    if (store.compare(stored.position, position) > 0) break;
    const { event } = codec.readClear(stored);
    if (event.type !== 'SubjectKeyBound') state = decider.evolve(state, event as Event);
  }
  return state;
}

/** One person's year at a position. */
export const hoursAt = (parts: LogParts, stream: string, position: Position): Promise<Hours> =>
  streamAt(parts, hoursDecider, { stream, position });

/** Service of before this year was in nobody's ledger. */
const firstYear = 2000;

export interface LeftOut {
  readonly entry: WrittenEntry;
  /** What became of the entry, or `after_the_day` for one that counts and lies later. */
  readonly because: Exclude<HoursEntry['status'], 'credited'> | 'after_the_day';
}

/** One person's minutes of all years up to a day: what makes them up, and what does not and why. */
export interface Reckoning {
  readonly asOfOn: LocalDate;
  readonly position: Position;
  readonly creditedMinutes: Minutes;
  /** Oldest day first. */
  readonly counted: readonly WrittenEntry[];
  readonly leftOut: readonly LeftOut[];
}

const byDay = (a: WrittenEntry, b: WrittenEntry): number =>
  a.servedOn < b.servedOn ? -1 : Number(a.servedOn > b.servedOn);

export async function reckon(
  parts: LogParts,
  volunteerId: VolunteerId,
  asked: { readonly asOfOn: LocalDate; readonly position: Position },
): Promise<Reckoning> {
  const years = Array.from({ length: yearOf(asked.asOfOn) - firstYear + 1 }, (_, i) => firstYear + i);
  const all = await Promise.all(years.map((year) => hoursAt(parts, hoursStream(volunteerId, year), asked.position)));
  const entries = all.flatMap(entriesOf);
  const counted = entries.flatMap(({ status, entry }) =>
    status === 'credited' && entry.servedOn <= asked.asOfOn ? [entry] : [],
  );
  const leftOut = entries.flatMap(({ status, entry }): LeftOut[] => {
    if (status !== 'credited') return [{ entry, because: status }];
    return entry.servedOn > asked.asOfOn ? [{ entry, because: 'after_the_day' }] : [];
  });
  const creditedMinutes = counted.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0) as Minutes;
  return {
    ...asked,
    creditedMinutes,
    counted: counted.toSorted(byDay),
    leftOut: leftOut.toSorted((a, b) => byDay(a.entry, b.entry)),
  };
}
