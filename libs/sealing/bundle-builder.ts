import type pg from 'pg';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import {
  bundleFormat,
  minutesByYear,
  SharedNodes,
  type Bundle,
  type HeadRange,
  type ProvenEntry,
} from '#libs/proof/bundle';
import { leafHash, parseEntry } from '#libs/proof/entry';
import { writersStream } from '#libs/proof/entry-checks';
import { isAbout, type StreamHead } from '#libs/proof/heads';
import { inclusionProof, placesRead } from '#libs/proof/tree';
import { headMapOf, type HeadMap } from './head-map.js';
import { allHeads, checkpoints, headOf, nodesFrom, type StoredCheckpoint } from './proof-store.js';

export interface BundleParts {
  readonly store: EventStore;
  readonly log: string;
  readonly pool: pg.Pool;
}

/** There is no checkpoint yet, or none since the person was first written of: make one, then ask again. */
export class NothingSealed extends Error {
  override readonly name = 'NothingSealed';
}

/** The entries of the tree were not what the sealer took in: the log was changed behind it. */
export class LogAndTreeDiffer extends Error {
  override readonly name = 'LogAndTreeDiffer';
}

interface Numbered {
  readonly n: number;
  readonly stored: StoredEntry;
}

/** One volunteer's whole history up to the newest map of stream heads, proved against the newest checkpoint. */
export class BundleBuilder {
  constructor(private readonly parts: BundleParts) {}

  /** Throws NothingSealed, LogAndTreeDiffer and the store's errors. */
  async build(subject: string): Promise<Bundle> {
    const [checkpoint] = await checkpoints(this.parts.pool, { limit: 1 });
    if (!checkpoint) throw new NothingSealed('no checkpoint');
    const mapEntry = await this.entryAt(checkpoint.headsAt);
    const { asOf, root } = parseEntry(mapEntry.stored.text).data as { asOf: number; root: string };
    const map = headMapOf(await this.headsAsOf(asOf));
    if (map.root.toString('base64') !== root)
      throw new LogAndTreeDiffer(`the map of ${asOf} entries cannot be made again`);
    const about = map.heads.filter(({ s }) => isAbout(s, subject));
    if (about.length === 0) throw new NothingSealed(subject);
    const entries = await this.entriesOf(about);
    const keys = await this.entriesOf(map.heads.filter(({ s }) => s === writersStream));
    return this.assemble({ subject, checkpoint, map, mapEntry, entries, keys });
  }

  private async assemble(found: {
    subject: string;
    checkpoint: StoredCheckpoint;
    map: HeadMap;
    mapEntry: Numbered;
    entries: Numbered[];
    keys: Numbered[];
  }): Promise<Bundle> {
    const { subject, checkpoint, map, mapEntry, entries, keys } = found;
    const { size, note } = checkpoint;
    const wanted = [...keys, ...entries, mapEntry];
    const places = wanted.flatMap(({ n }) => placesRead((read) => inclusionProof(read, n, size)));
    const read = await nodesFrom(this.parts.pool, places);
    const nodes = new SharedNodes();
    const proven = ({ n, stored }: Numbered): ProvenEntry => ({
      n,
      text: stored.text,
      proof: nodes.indexesOf(inclusionProof(read, n, size)),
    });
    const isMine = ({ s }: StreamHead): boolean => isAbout(s, subject);
    const isKeys = ({ s }: StreamHead): boolean => s === writersStream;
    const parsed = entries.map(({ stored }) => parseEntry(stored.text));
    return {
      format: bundleFormat,
      log: this.parts.log,
      subject,
      checkpoint: note,
      entries: entries.map(proven),
      keys: keys.map(proven),
      heads: {
        entry: proven(mapEntry),
        about: rangeOf(map, nodes, { of: isMine, margin: 1 }),
        keys: rangeOf(map, nodes, { of: isKeys, margin: 0 }),
      },
      figures: minutesByYear(parsed),
      nodes: nodes.list,
    };
  }

  /** Sealed heads now, taken back to what they were when `asOf` entries were sealed. */
  private async headsAsOf(asOf: number): Promise<StreamHead[]> {
    const { pool } = this.parts;
    const [{ size }, now] = [await headOf(pool), await allHeads(pool)];
    if (size === asOf) return now;
    const later = await this.entriesFrom(asOf);
    const changed = new Map<string, number>();
    for (const { stored } of later) {
      const first = changed.get(stored.stream);
      if (first === undefined || stored.revision < first) changed.set(stored.stream, stored.revision);
    }
    const kept = now.filter(({ s }) => !changed.has(s));
    for (const [stream, first] of changed) {
      if (first === 0 || !now.some(({ s }) => s === stream)) continue;
      for await (const { text } of this.parts.store.readStream(stream, { from: first - 1, limit: 1 }))
        kept.push({ s: stream, rev: first - 1, h: leafHash(text) });
    }
    return kept;
  }

  private async entriesFrom(n: number): Promise<Numbered[]> {
    const { rows } = await this.parts.pool.query<{ n: string; position: string }>(
      `select n, position from proof.entry where n >= $1 order by n`,
      [n - 1],
    );
    const numbers = new Map(rows.map((row) => [row.position, Number(row.n)]));
    const found: Numbered[] = [];
    let after: Position | null = n === 0 ? null : ((rows[0]?.position ?? null) as Position | null);
    for (;;) {
      const page = await this.parts.store.readAll(after, 1_000);
      for (const stored of page.entries) {
        const number = numbers.get(stored.position);
        if (number !== undefined && number >= n) found.push({ n: number, stored });
      }
      after = page.last;
      if (page.end) return found;
    }
  }

  private async entriesOf(heads: readonly StreamHead[]): Promise<Numbered[]> {
    const stored: StoredEntry[] = [];
    for (const { s, rev } of heads)
      for await (const entry of this.parts.store.readStream(s, { limit: rev + 1 })) stored.push(entry);
    const { rows } = await this.parts.pool.query<{ n: string; position: string }>(
      `select n, position from proof.entry where position = any($1)`,
      [stored.map(({ position }) => position)],
    );
    const numbers = new Map(rows.map((row) => [row.position, Number(row.n)]));
    return stored
      .map((entry) => {
        const n = numbers.get(entry.position);
        if (n === undefined) throw new LogAndTreeDiffer(`entry at ${entry.position} was not sealed`);
        return { n, stored: entry };
      })
      .sort((a, b) => a.n - b.n);
  }

  private async entryAt(n: number): Promise<Numbered> {
    const { rows } = await this.parts.pool.query<{ position: string; before: string | null }>(
      `select position, (select position from proof.entry where n = $1 - 1) as before from proof.entry where n = $1`,
      [n],
    );
    const { entries } = await this.parts.store.readAll((rows[0]?.before ?? null) as Position | null, 1_000);
    const stored = entries.find(({ position }) => position === rows[0]?.position);
    if (!stored) throw new LogAndTreeDiffer(`entry ${n} is not in the log`);
    return { n, stored };
  }
}

function rangeOf(
  map: HeadMap,
  nodes: SharedNodes,
  { of, margin }: { of: (head: StreamHead) => boolean; margin: number },
): HeadRange {
  const first = map.heads.findIndex(of);
  const last = map.heads.findLastIndex(of);
  const from = Math.max(first - margin, 0);
  const leaves = map.heads.slice(from, last + 1 + margin);
  return {
    from,
    leaves,
    proofs: leaves.map((_, i) => nodes.indexesOf(inclusionProof(map.nodes, from + i, map.heads.length))),
  };
}

/** Ids of the keys that close parts of these groups in a bundle's entries, each once. */
export const keyIdsIn = ({ entries }: Bundle, groups: readonly string[]): string[] => [
  ...new Set(
    entries.flatMap(({ text }) =>
      parseEntry(text)
        .enc.filter(({ g }) => groups.includes(g))
        .map(({ kid }) => kid),
    ),
  ),
];
