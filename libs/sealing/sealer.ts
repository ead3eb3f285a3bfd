import type pg from 'pg';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import { checkEntry, type Checked, type Fault, type Known } from '#libs/proof/entry-checks';
import { verifySignature } from '#libs/proof/entry';
import { edgeOf, headOf, knownFor, putTiles } from './proof-store.js';

export interface SealerParts {
  readonly store: EventStore;
  /** Name of the log. */
  readonly log: string;
  readonly pool: pg.Pool;
  /** Called for every entry that was not sealed: somebody wrote round the ledger, or an old key signed. */
  readonly onQuarantine?: (quarantined: Quarantined) => void;
}

export interface Quarantined {
  readonly position: string;
  readonly stream: string;
  readonly faults: readonly SealingFault[];
}

export type SealingFault = Fault | { readonly check: 'WRITER_SIG'; readonly detail: string };

const batchEntries = 1_000;

interface Examined {
  readonly sealed: readonly { readonly stored: StoredEntry; readonly checked: Checked }[];
  readonly refused: readonly { readonly stored: StoredEntry; readonly faults: readonly SealingFault[] }[];
  readonly known: Known;
}

/**
 * Takes the entries of a log, in its order, into a Merkle tree, each only after it was checked. What fails stays outside
 * (quarantine) and makes every audit fail. Two sealers take turns at the row of the head, so there is one tree.
 */
export class Sealer {
  constructor(private readonly parts: SealerParts) {}

  /** Seals all there is now. Answers the number of entries in the tree. Throws the store's and the database's errors. */
  async seal(): Promise<number> {
    for (;;) {
      const { size, end } = await this.sealBatch();
      if (end) return size;
    }
  }

  private async sealBatch(): Promise<{ size: number; end: boolean }> {
    const client = await this.parts.pool.connect();
    try {
      await client.query('begin');
      const done = await this.sealIn(client);
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async sealIn(client: pg.PoolClient): Promise<{ size: number; end: boolean }> {
    const head = await headOf(client, 'for update');
    const page = await this.parts.store.readAll(head.readTo as Position | null, batchEntries);
    if (page.entries.length === 0) return { size: head.size, end: true };
    const { sealed, refused, known } = await this.examine(page.entries, head.size, () =>
      knownFor(client, page.entries, head.latest),
    );
    const edge = await edgeOf(client, head.size);
    const tiles = edge.append(sealed.map(({ checked }) => Buffer.from(checked.leaf, 'base64')));
    await putTiles(client, tiles);
    await keepEntries(client, head.size, sealed);
    await keepKnown(client, sealed, known);
    await client.query(`update proof.head set size = $1, read_to = $2, latest = $3`, [
      edge.size,
      page.last,
      known.latest,
    ]);
    await keepRefused(client, refused);
    for (const { stored, faults } of refused)
      this.parts.onQuarantine?.({ position: stored.position, stream: stored.stream, faults });
    return { size: edge.size, end: page.end };
  }

  /** All signatures at once when everything else holds; one entry after the other when something does not. */
  private async examine(entries: readonly StoredEntry[], size: number, load: () => Promise<Known>): Promise<Examined> {
    const known = await load();
    const checks = entries.map((stored, i) => this.check(stored, size + i, known));
    const holds = await Promise.all(
      checks.map(({ signature }) => (signature ? verifySignature(signature) : Promise.resolve(false))),
    );
    if (checks.every(({ faults }, i) => faults.length === 0 && holds[i]))
      return { sealed: entries.map((stored, i) => ({ stored, checked: checks[i]! })), refused: [], known };
    return this.examineEach(entries, size, await load());
  }

  /** Checked as if the entries before it hold; whoever finds that one does not begins again with `examineEach`. */
  private check(stored: StoredEntry, n: number, known: Known): Checked {
    const checked = checkEntry(stored, { n, log: this.parts.log, known });
    if (checked.faults.length === 0) checked.accept();
    return checked;
  }

  private async examineEach(entries: readonly StoredEntry[], size: number, known: Known): Promise<Examined> {
    const sealed: { stored: StoredEntry; checked: Checked }[] = [];
    const refused: { stored: StoredEntry; faults: SealingFault[] }[] = [];
    for (const stored of entries) {
      const checked = checkEntry(stored, { n: size + sealed.length, log: this.parts.log, known });
      const faults: SealingFault[] = [...checked.faults];
      if (checked.signature && !(await verifySignature(checked.signature)))
        faults.push({ check: 'WRITER_SIG', detail: 'the signature does not cover these bytes' });
      if (faults.length > 0) {
        refused.push({ stored, faults });
        continue;
      }
      checked.accept();
      sealed.push({ stored, checked });
    }
    return { sealed, refused, known };
  }
}

async function keepEntries(client: pg.PoolClient, size: number, sealed: Examined['sealed']): Promise<void> {
  await client.query(
    `insert into proof.entry (n, position, event_id) select * from unnest($1::bigint[], $2::text[], $3::uuid[])`,
    [
      sealed.map((_, i) => size + i),
      sealed.map(({ stored }) => stored.position),
      sealed.map(({ stored }) => stored.id),
    ],
  );
}

async function keepKnown(client: pg.PoolClient, sealed: Examined['sealed'], { heads, writers }: Known): Promise<void> {
  const streams = [...new Set(sealed.map(({ stored }) => stored.stream))];
  await client.query(
    `insert into proof.stream_head (stream, rev, leaf) select * from unnest($1::text[], $2::bigint[], $3::text[])
     on conflict (stream) do update set rev = excluded.rev, leaf = excluded.leaf`,
    [streams, streams.map((stream) => heads.get(stream)!.rev), streams.map((stream) => heads.get(stream)!.leaf)],
  );
  const entries = sealed.flatMap(({ checked }) => checked.entry ?? []);
  const bound = entries.filter(({ type }) => type === 'SubjectKeyBound');
  await client.query(
    `insert into proof.bound_key (stream, key_id, commitment) select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (stream, key_id) do update set commitment = excluded.commitment`,
    [
      bound.map(({ stream }) => stream),
      ...['keyId', 'commitment'].map((name) => bound.map(({ data }) => String(data[name]))),
    ],
  );
  for (const { data } of entries.filter(({ type }) => type === 'WriterKeyAdded'))
    await client.query(`insert into proof.writer (writer_key_id, public_key) values ($1, $2) on conflict do nothing`, [
      data['writerKeyId'],
      data['publicKey'],
    ]);
  for (const [id, { revokedAt }] of writers)
    if (revokedAt !== undefined)
      await client.query(`update proof.writer set revoked_at = $2 where writer_key_id = $1 and revoked_at is null`, [
        id,
        revokedAt,
      ]);
}

async function keepRefused(client: pg.PoolClient, refused: Examined['refused']): Promise<void> {
  for (const { stored, faults } of refused)
    await client.query(
      `insert into proof.quarantine (position, stream, revision, faults) values ($1, $2, $3, $4) on conflict do nothing`,
      [stored.position, stored.stream, stored.revision, JSON.stringify(faults)],
    );
}
