import { systemOrganization } from '#libs/access/actor';
import { entryOf } from '#libs/event-store/codec';
import type { Position, StoredEntry } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import type { AccountId, BatchId, OrganizationId } from '#libs/kernel/ids';
import type { Instant, LocalDate } from '#libs/kernel/time';
import { leafHash, type Entry } from '#libs/proof/entry';
import { dayOfInstant } from '#libs/reference/dates';
import { streamsAbout } from '#projections/volunteer-history/volunteer-history.query';

/** An entry as an auditor reads it: what stands in clear in the log, and which groups of personal fields stay closed. */
export interface AuditEntry {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly at: Instant;
  readonly by: AccountId;
  readonly org: OrganizationId;
  readonly command: string;
  /** The import that wrote it. */
  readonly batch: BatchId | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly closed: readonly string[];
  /** Base64 of the RFC 6962 leaf hash over the exact bytes. */
  readonly leafHash: string;
}

type Parts = Pick<House, 'store' | 'mainPool' | 'readPool'>;

/** Organizations the auditor answers for. */
export type AuditScope = readonly OrganizationId[];

export const auditEntry = (stored: StoredEntry, entry: Entry = entryOf(stored)): AuditEntry => ({
  position: stored.position,
  stream: stored.stream,
  revision: stored.revision,
  eventId: stored.id,
  type: stored.type,
  at: entry.at as Instant,
  by: entry.by as AccountId,
  org: entry.org as OrganizationId,
  command: entry.cmd,
  batch: (entry.data['batch'] as BatchId | undefined) ?? null,
  fields: entry.data,
  closed: entry.enc.map(({ g }) => g),
  leafHash: leafHash(stored.text),
});

/** What the product writes about itself (keys, maps, roots) belongs to nobody and is every auditor's. */
export const isIn = (scope: ReadonlySet<string>, { org }: Pick<AuditEntry, 'org'>): boolean =>
  scope.has(org) || org === systemOrganization;

const pageEntries = 1_000;
/** Entries that one request looks through at most; the next goes on from there. */
const scannedMax = 10_000;

/** The entry with this id or at this position; undefined where there is none. */
export async function oneEntry(
  { store, mainPool }: Parts,
  asked: { readonly eventId: string } | { readonly position: string },
): Promise<AuditEntry | undefined> {
  const isAsked = ({ id, position }: StoredEntry): boolean =>
    'eventId' in asked ? id === asked.eventId : position === asked.position;
  const { rows } = await mainPool.query<{ before: string | null }>(
    `select (select b.position from proof.entry b where b.n = e.n - 1) as before from proof.entry e
     where ${'eventId' in asked ? 'e.event_id = $1::uuid' : 'e.position = $1'}`,
    ['eventId' in asked ? asked.eventId : asked.position],
  );
  if (rows[0]) {
    const { entries } = await store.readAll(rows[0].before as Position | null, pageEntries);
    const found = entries.find(isAsked);
    if (found) return auditEntry(found);
  }
  // The newest minute is not sealed yet.
  return unsealedEntry({ store, mainPool }, isAsked);
}

async function unsealedEntry(
  { store, mainPool }: Pick<Parts, 'store' | 'mainPool'>,
  isAsked: (stored: StoredEntry) => boolean,
): Promise<AuditEntry | undefined> {
  const { rows } = await mainPool.query<{ to: string | null }>('select read_to as "to" from proof.head');
  let after = (rows[0]?.to ?? null) as Position | null;
  for (let scanned = 0; scanned < scannedMax; scanned += pageEntries) {
    const { entries, last, end } = await store.readAll(after, pageEntries);
    const found = entries.find(isAsked);
    if (found) return auditEntry(found);
    if (end) return undefined;
    after = last;
  }
  return undefined;
}

const plainKinds = ['organization', 'volunteer', 'team', 'activity', 'quota', 'star', 'starscheme'] as const;

/** The streams of a person, team, activity or organization: by name, and those in which a person stands beside others. */
async function streamsOf({ mainPool, readPool }: Parts, subjectId: string): Promise<readonly string[]> {
  const { rows } = await mainPool.query<{ stream: string }>(
    `select stream from proof.stream_head where position($1 in stream) > 0`,
    [subjectId],
  );
  const about = await streamsAbout(readPool, subjectId as Parameters<typeof streamsAbout>[1]);
  return [
    ...new Set([
      ...plainKinds.map((kind) => `${kind}-${subjectId}`),
      ...rows.map(({ stream }) => stream),
      ...about.map(({ stream }) => stream),
    ]),
  ];
}

const streamsAtOnce = 20;

/** Everything about a person, team, activity or organization, the newest first. */
export async function entriesAbout(parts: Parts, subjectId: string): Promise<readonly AuditEntry[]> {
  const { store } = parts;
  const streams = await streamsOf(parts, subjectId);
  const found: AuditEntry[] = [];
  for (let done = 0; done < streams.length; done += streamsAtOnce) {
    const some = streams.slice(done, done + streamsAtOnce);
    const read = await store.readStreams(some.map((stream) => ({ stream, from: 0 })));
    const isAbout = (stored: StoredEntry): boolean =>
      stored.stream.includes(subjectId) || stored.text.includes(`"${subjectId}"`);
    found.push(...read.flatMap((entries) => entries.filter(isAbout).map((one) => auditEntry(one))));
  }
  return found.toSorted((a, b) => store.compare(b.position, a.position));
}

export interface ScanAsked {
  readonly type?: string | undefined;
  readonly by?: AccountId | undefined;
  readonly batch?: BatchId | undefined;
  /** Accepted on this day or later, or earlier, in Asia/Shanghai. */
  readonly since?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  /** Goes on before this position. */
  readonly before?: Position | undefined;
  readonly limit: number;
}

export interface Scanned {
  readonly items: readonly AuditEntry[];
  /** How many entries were looked at for them. */
  readonly scanned: number;
  /** Where to go on; null at the beginning of the log. */
  readonly next: Position | null;
}

/**
 * The log from its end backwards through a sieve, so many entries at a time: what it finds is what the log says, with no index
 * between that could be wrong. Without `before`, `until` finds its place by the times of acceptance.
 */
export async function scan(parts: Parts, scope: AuditScope, asked: ScanAsked): Promise<Scanned> {
  const sieve = new Sieve(new Set<string>(scope), asked);
  let before = asked.before ?? (asked.until ? await placeAfter(parts, asked.until) : null);
  for (;;) {
    const { entries, last, end } = await parts.store.readAllBackwards(before, pageEntries);
    const stopped = sieve.take(entries);
    if (stopped !== undefined) return sieve.said(stopped);
    if (end || last === null) return sieve.said(null);
    if (sieve.scanned >= scannedMax) return sieve.said(last);
    before = last;
  }
}

class Sieve {
  scanned = 0;
  private readonly items: AuditEntry[] = [];

  constructor(
    private readonly mine: ReadonlySet<string>,
    private readonly asked: ScanAsked,
  ) {}

  /** Where to go on (null: nowhere) when this page is as far as the answer goes; undefined when there is room for more. */
  take(entries: readonly StoredEntry[]): Position | null | undefined {
    const { since, limit } = this.asked;
    for (const stored of entries) {
      const one = auditEntry(stored);
      this.scanned += 1;
      if (since && dayOfInstant(one.at) < since) return null;
      if (isIn(this.mine, one) && isWanted(one, this.asked)) this.items.push(one);
      if (this.items.length >= limit) return stored.position;
    }
    return undefined;
  }

  said(next: Position | null): Scanned {
    return { items: this.items, scanned: this.scanned, next };
  }
}

const isWanted = (one: AuditEntry, { type, by, batch, until }: ScanAsked): boolean =>
  (type === undefined || one.type === type) &&
  (by === undefined || one.by === by) &&
  (batch === undefined || one.batch === batch) &&
  (until === undefined || dayOfInstant(one.at) <= until);

/** The first sealed entry accepted after the day, found by halves; null where the day has not ended in the log. */
async function placeAfter({ store, mainPool }: Parts, day: LocalDate): Promise<Position | null> {
  const { rows } = await mainPool.query<{ size: string }>('select size from proof.head');
  let [low, high] = [0, Number(rows[0]?.size ?? 0)];
  const size = high;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = await sealedAt({ store, mainPool }, middle);
    if (found && dayOfInstant(found.at) <= day) low = middle + 1;
    else high = middle;
  }
  return low === size ? null : ((await sealedAt({ store, mainPool }, low))?.position ?? null);
}

async function sealedAt(
  { store, mainPool }: Pick<Parts, 'store' | 'mainPool'>,
  n: number,
): Promise<AuditEntry | undefined> {
  const { rows } = await mainPool.query<{ position: string; before: string | null }>(
    `select position, (select position from proof.entry where n = $1 - 1) as before from proof.entry where n = $1`,
    [n],
  );
  const { entries } = await store.readAll((rows[0]?.before ?? null) as Position | null, 1);
  return entries[0] && auditEntry(entries[0]);
}
