import type { EventCodec } from '#libs/event-store/codec';
import { streamUpTo } from '#libs/event-store/ledger';
import type { EventStore, Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { mergedHours } from '#libs/hours/merged-hours';
import { entriesOf, type Hours, type HoursEntry, type WrittenEntry } from '#libs/hours/hours.state';
import type { AnyEvent } from '#libs/kernel/event';
import type { VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes } from '#libs/kernel/time';
import { volunteerDecider } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { recordsFrom } from './person-hours.js';

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
  for await (const stored of streamUpTo(store, stream, position)) {
    const { event } = codec.readClear(stored);
    if (event.type !== 'SubjectKeyBound') state = decider.evolve(state, event as Event);
  }
  return state;
}

/** One record's year at a position. */
export const hoursAt = (parts: LogParts, stream: string, position: Position): Promise<Hours> =>
  streamAt(parts, hoursDecider, { stream, position });

/** The record and those that had given way to it by the position (F-08). */
export const recordsAt = (
  parts: LogParts,
  volunteerId: VolunteerId,
  position: Position,
): Promise<readonly VolunteerId[]> =>
  recordsFrom((id) => streamAt(parts, volunteerDecider, { stream: volunteerStream(id), position }), volunteerId);

/** Service of before this year was in nobody's ledger. */
const firstYear = 2000;

export interface LeftOut {
  readonly entry: WrittenEntry;
  /** What became of the entry, or `after_the_day` for one that counts and lies later; two records of one person count no minute twice. */
  readonly because: Exclude<HoursEntry['status'], 'credited'> | 'after_the_day' | 'same_time_of_another_record';
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
  const records = await recordsAt(parts, volunteerId, asked.position);
  const ofRecords = await Promise.all(records.map((record) => entriesAt(parts, record, asked)));
  const isCounted = ({ status, entry }: HoursEntry): boolean => status === 'credited' && entry.servedOn <= asked.asOfOn;
  const merged = mergedHours(ofRecords.map((entries) => entries.filter(isCounted).map(({ entry }) => entry)));
  const leftOut = ofRecords.flat().flatMap(({ status, entry }): LeftOut[] => {
    if (status !== 'credited') return [{ entry, because: status }];
    return entry.servedOn > asked.asOfOn ? [{ entry, because: 'after_the_day' }] : [];
  });
  const twice = merged.leftOut.map(({ entry }): LeftOut => ({ entry, because: 'same_time_of_another_record' }));
  return {
    ...asked,
    creditedMinutes: merged.serviceMinutes,
    counted: merged.counted.toSorted(byDay),
    leftOut: [...leftOut, ...twice].toSorted((a, b) => byDay(a.entry, b.entry)),
  };
}

/** Every entry of one record up to the year of the day. */
async function entriesAt(
  parts: LogParts,
  record: VolunteerId,
  { asOfOn, position }: { readonly asOfOn: LocalDate; readonly position: Position },
): Promise<readonly HoursEntry[]> {
  const years = Array.from({ length: yearOf(asOfOn) - firstYear + 1 }, (_, i) => firstYear + i);
  const all = await Promise.all(years.map((year) => hoursAt(parts, hoursStream(record, year), position)));
  return all.flatMap(entriesOf);
}
