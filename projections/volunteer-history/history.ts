import type pg from 'pg';
import { entryOf, type EventCodec, type Recorded } from '#libs/event-store/codec';
import { ChainBroken } from '#libs/event-store/ledger';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import { hoursStream } from '#libs/hours/hours.events';
import type { KeyGroup } from '#libs/kernel/fields';
import type { AccountId, BatchId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type Instant, type LocalDate } from '#libs/kernel/time';
import type { KeyRing } from '#libs/privacy/key-ring';
import { leafHash, type Entry } from '#libs/proof/entry';
import { dayOfInstant } from '#libs/reference/dates';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { dayFields, type PersonEvent } from './person-event.js';
import { RunningHours, type YearTotals } from './running-hours.js';
import { streamsAbout, type IndexedStream } from './volunteer-history.query.js';

export interface HistoryParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly keys: KeyRing;
  /** Of the read tables: the index says in which streams to look. */
  readonly readPool: Pick<pg.Pool, 'query'>;
  /** In Asia/Shanghai: the hours of its year are read while the index is asked. */
  readonly today?: () => LocalDate;
}

export interface HistoryOptions {
  /** Accepted up to the end of a day in Asia/Shanghai, or up to a position and with it; without one, everything. */
  readonly asOf?: { readonly day: LocalDate } | { readonly position: Position } | undefined;
  /** Groups of personal fields to open; none unless named. */
  readonly open?: readonly KeyGroup[] | undefined;
}

/** One entry of the log about a person. */
export interface HistoryItem {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly at: Instant;
  readonly by: AccountId;
  readonly org: OrganizationId;
  readonly type: PersonEvent['type'];
  /** The import that wrote it. */
  readonly batch?: BatchId;
  /** The day it is about, where it is about one. */
  readonly day?: LocalDate;
  /** What it says: clear fields and those of the opened groups. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Particulars whose value differs from the one before; null where there was none. */
  readonly changed: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  /** Groups it has that were not asked for. */
  readonly closed: readonly KeyGroup[];
  /** Groups asked for whose key was destroyed. */
  readonly erased: readonly KeyGroup[];
  /** Minutes credited and not reversed after this entry: in the year of `day` (of acceptance without one) and in all. */
  readonly runningMinutes: { readonly year: number; readonly total: number };
  /** Activities with such minutes in that year. */
  readonly activities: number;
}

/** What all entries come to. */
export interface HistoryTotals {
  readonly entries: number;
  /** Streams read, each with its chain checked from the first entry to the last. */
  readonly streams: number;
  /** Earliest first. */
  readonly years: readonly YearTotals[];
  readonly serviceMinutes: number;
}

export interface History {
  /** In the order of the log. */
  readonly items: readonly HistoryItem[];
  readonly totals: HistoryTotals;
}

interface Found {
  readonly stored: StoredEntry;
  readonly entry: Entry;
}

/** Read at once; who took part in more gatherings than this is read in several goes, so that they need not all be in memory. */
const streamsAtOnceMax = 20;

/**
 * Everything the log says about a person, in log order, from the entries themselves: the index only names the streams.
 * Throws ChainBroken where a stream is not the chain that was written or ends before an entry the index knows, and the
 * codec's errors. The caller decides beforehand who may ask, and for which groups.
 */
export async function replayHistory(
  parts: HistoryParts,
  volunteerId: VolunteerId,
  { asOf, open = [] }: HistoryOptions = {},
): Promise<History> {
  const { store } = parts;
  const [streams, guessed] = await Promise.all([
    streamsAbout(parts.readPool, volunteerId),
    readAtOnce(store, streamsOfNearlyEverybody(volunteerId, parts.today?.())),
  ]);
  const concerns = (one: Found): boolean => one.entry.data['volunteerId'] === volunteerId && within(store, one, asOf);
  const found: Found[] = [];
  for (let done = 0; done < streams.length; done += streamsAtOnceMax) {
    const some = streams.slice(done, done + streamsAtOnceMax);
    const read = await readAtOnce(store, namesOf(some.filter((one) => !reaches(guessed, one))));
    found.push(
      ...some.flatMap((one) => checked(one, read.get(one.stream) ?? guessed.get(one.stream)!).filter(concerns)),
    );
  }
  found.sort((a, b) => store.compare(a.stored.position, b.stored.position));
  const read = await reader(parts, found, open);
  const hours = new RunningHours();
  const running: Running = { hours, particulars: new Map(), open: new Set(open) };
  const items = found.map((one) => itemOf(read(one), running));
  const totals = {
    entries: found.length,
    streams: streams.length,
    years: hours.years(),
    serviceMinutes: hours.total,
  };
  return { items, totals };
}

type ReadStreams = ReadonlyMap<string, readonly StoredEntry[]>;

const namesOf = (streams: readonly IndexedStream[]): string[] => streams.map(({ stream }) => stream);

/** Read while the index is asked, so that most histories wait once and not twice; what the index does not name is dropped. */
const streamsOfNearlyEverybody = (volunteerId: VolunteerId, today: LocalDate | undefined): string[] => [
  volunteerStream(volunteerId),
  ...(today === undefined ? [] : [hoursStream(volunteerId, yearOf(today))]),
];

async function readAtOnce(store: EventStore, streams: readonly string[]): Promise<ReadStreams> {
  if (streams.length === 0) return new Map();
  const read = await store.readStreams(streams.map((stream) => ({ stream, from: 0 })));
  return new Map(streams.map((stream, i) => [stream, read[i]!]));
}

/** The index may have been asked later, and know entries that were written meanwhile. */
const reaches = (read: ReadStreams, { stream, revision }: IndexedStream): boolean =>
  (read.get(stream)?.length ?? 0) > revision;

/** A stream from its first entry on, each link checked. */
function checked({ stream, revision }: IndexedStream, read: readonly StoredEntry[]): Found[] {
  let prev = '';
  const found = read.map((stored, next): Found => {
    const entry = entryOf(stored);
    const fits = entry.stream === stream && entry.rev === next && stored.revision === next && entry.prev === prev;
    if (!fits) throw new ChainBroken(stream, stored.revision);
    prev = leafHash(stored.text);
    return { stored, entry };
  });
  if (found.length <= revision) throw new ChainBroken(stream, found.length);
  return found;
}

function within(store: EventStore, { stored, entry }: Found, asOf: HistoryOptions['asOf']): boolean {
  if (asOf === undefined) return true;
  if ('position' in asOf) return store.compare(stored.position, asOf.position) <= 0;
  return dayOfInstant(entry.at) <= asOf.day;
}

async function reader(
  { codec, keys }: HistoryParts,
  found: readonly Found[],
  open: readonly KeyGroup[],
): Promise<(one: Found) => Recorded> {
  const groups = new Set(open);
  const kids = found.flatMap(({ entry }) =>
    entry.enc.filter(({ g }) => groups.has(g as KeyGroup)).map(({ kid }) => kid),
  );
  const keyring = await keys.forReading([...new Set(kids)]);
  return ({ stored, entry }) => codec.read(stored, keyring, groups, entry);
}

interface Running {
  readonly hours: RunningHours;
  readonly particulars: Map<string, unknown>;
  readonly open: ReadonlySet<KeyGroup>;
}

function itemOf({ event, entry, position, stream, revision, erased }: Recorded, running: Running): HistoryItem {
  const { volunteerId: _volunteerId, batch, ...fields } = event.data;
  const told = event as PersonEvent;
  running.hours.fold(told);
  const day = dayOf(told);
  const year = yearOf(day ?? (dayOfInstant(entry.at) as LocalDate));
  const ofYear = running.hours.of(year);
  return {
    position,
    stream,
    revision,
    at: entry.at as Instant,
    by: entry.by as AccountId,
    org: entry.org as OrganizationId,
    type: told.type,
    ...(batch === undefined ? {} : { batch: batch as BatchId }),
    ...(day === undefined ? {} : { day }),
    fields,
    changed: changedBy(told.type, fields, running.particulars),
    closed: entry.enc.map(({ g }) => g as KeyGroup).filter((group) => !running.open.has(group)),
    erased,
    runningMinutes: { year: ofYear.serviceMinutes, total: running.hours.total },
    activities: ofYear.activities,
  };
}

function dayOf({ type, data }: PersonEvent): LocalDate | undefined {
  const field = dayFields[type];
  return field === null ? undefined : ((data as Readonly<Record<string, unknown>>)[field] as LocalDate | undefined);
}

/** Of the application and of a change only: the day and the way of applying are no particulars of a person. */
const notParticulars = new Set([
  'organizationId',
  'submittedOn',
  'source',
  'onBehalf',
  'consents',
  'doubts',
  'changedOn',
  'reason',
  'sourceText',
]);

function changedBy(
  type: PersonEvent['type'],
  fields: Readonly<Record<string, unknown>>,
  known: Map<string, unknown>,
): HistoryItem['changed'] {
  if (type !== 'ApplicationSubmitted' && type !== 'ParticularsChanged') return {};
  const changed: Record<string, readonly [unknown, unknown]> = {};
  for (const [name, after] of Object.entries(fields)) {
    if (notParticulars.has(name)) continue;
    const before = known.get(name) ?? null;
    if (JSON.stringify(before) !== JSON.stringify(after)) changed[name] = [before, after];
    known.set(name, after);
  }
  return changed;
}
