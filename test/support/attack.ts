import pg from 'pg';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import { openAuditPlaceOn } from '#libs/house/audit-place';
import type { AuditCheck, AuditReport } from '#libs/proof/audit-report';
import { checkpointText } from '#libs/proof/checkpoint';
import { leafHash, type Entry, type WriterKey } from '#libs/proof/entry';
import { headLeaf, headsStream, inHeadOrder } from '#libs/proof/heads';
import { auditLog, type AuditAsked } from '#libs/proof/log-audit';
import { keyTypes, signerKey, signNote, writeNote, type SignerKey } from '#libs/proof/note';
import type { Policy } from '#libs/proof/policy';
import { TreeEdge } from '#libs/proof/tile';
import { rootOf, treeOf, type Hash } from '#libs/proof/tree';
import { putTiles } from '#libs/sealing/proof-store';
import { Sealer } from '#libs/sealing/sealer';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { volunteerId } from './made-up-facts.js';
import { rewritten, Scribe } from './scribe.js';
import { ed25519Pem } from './sealing-bench.js';

export interface StoredRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly event_id: string;
  readonly type: string;
  readonly entry: string;
}

/** Keys that an attacker may have stolen. */
export interface Stolen {
  readonly log?: boolean;
  readonly witness?: boolean;
}

/** What an auditor holds from before any attack, and everybody's keys. */
export interface Before {
  readonly log: string;
  readonly writer: WriterKey;
  readonly logKey: SignerKey;
  readonly witnessKey: SignerKey;
  readonly policy: Policy;
  /** Two signed and witnessed heads, the second one the newest. */
  readonly older: string;
  readonly newest: string;
}

/** One attack on a copy of the ledger. */
export class Attack {
  constructor(
    readonly connection: pg.PoolConfig,
    readonly db: pg.Client,
    /** What was there before, and everybody's keys. */
    readonly before: Before,
  ) {}

  async rows(where = 'true'): Promise<StoredRow[]> {
    const { rows } = await this.db.query<StoredRow>(`select * from ledger.entry where ${where} order by position`);
    return rows;
  }

  /** The entry of a volunteer's stream, newest when `rev` is -1. */
  async entryOf(n: number, rev = -1): Promise<StoredRow> {
    return (await this.rows(`stream = '${volunteerStream(volunteerId(n))}'`)).at(rev)!;
  }

  async set(position: string, text: string): Promise<void> {
    await this.db.query(`update ledger.entry set entry = $2 where position = $1`, [position, text]);
  }

  /** Other data, without the writer's key. */
  async edit({ position, entry }: StoredRow, from: string | RegExp, to: string): Promise<void> {
    const text = entry.replace(from, to);
    if (text === entry) throw new Error(`the attack changed nothing: ${String(from)}`);
    await this.set(position, text);
  }

  /** What stands at the end of the log and was not there before, as the store would put it. */
  async insert({
    stream,
    revision,
    id,
    type,
    text,
  }: {
    stream: string;
    revision: number;
    id: string;
    type: string;
    text: string;
  }): Promise<string> {
    const { rows } = await this.db.query<{ position: string }>(
      `insert into ledger.entry (position, stream, revision, event_id, type, entry)
       select max(position) + 1, $1, $2, $3, $4, $5 from ledger.entry returning position`,
      [stream, revision, id, type, text],
    );
    return rows[0]!.position;
  }

  /** Superusers drop what is in their way. */
  async withoutConstraints(): Promise<void> {
    await this.db.query(
      `alter table ledger.entry drop constraint entry_stream_revision, drop constraint entry_event_id`,
    );
    await this.db.query(
      `alter table proof.entry drop constraint entry_event_id_key, drop constraint entry_position_key`,
    );
  }

  /** A scribe that knows where the streams end: what a thief of a writer's key has. */
  async scribe(key = this.before.writer): Promise<Scribe> {
    const scribe = new Scribe(this.before.log, key);
    for (const { stream, revision, entry } of await this.rows())
      scribe.heads.set(stream, { rev: Number(revision), leaf: leafHash(entry) });
    return scribe;
  }

  /** The sealer, as the product runs it. */
  async seal(): Promise<void> {
    const store = await PostgresEventStore.open({ connection: this.connection });
    const pool = new pg.Pool({ ...this.connection, max: 2 });
    pool.on('error', () => undefined);
    try {
      await new Sealer({ store, log: store.log, pool }).seal();
    } finally {
      await store.close();
      await pool.end();
    }
  }

  /** Everything the sealer keeps, made to fit the log as it stands, whatever the log says. */
  async resealByForce(): Promise<number> {
    const rows = await this.rows();
    await this.db.query('truncate proof.entry, proof.tile');
    await this.db.query(
      `insert into proof.entry (n, position, event_id) select n - 1, position, id from unnest($1::text[], $2::uuid[]) with ordinality as row(position, id, n)`,
      [rows.map(({ position }) => position), rows.map(({ event_id }) => event_id)],
    );
    const edge = new TreeEdge(0, []);
    await putTiles(this.db, edge.append(rows.map(({ entry }) => Buffer.from(leafHash(entry), 'base64'))));
    await this.db.query('update proof.head set size = $1, read_to = $2', [rows.length, rows.at(-1)!.position]);
    return rows.length;
  }

  /** The root of the log as it stands, of its first `size` entries. */
  async root(size?: number): Promise<Hash> {
    const leaves = (await this.rows()).map(({ entry }) => Buffer.from(leafHash(entry), 'base64'));
    return rootOf(treeOf(leaves.slice(0, size ?? leaves.length)), size ?? leaves.length);
  }

  /** A head of the log as it stands, with the signatures that the attacker can make. */
  async sign(
    { log = false, witness = false }: Stolen,
    { size, seconds = Math.floor(Date.now() / 1000) }: { size?: number; seconds?: number } = {},
  ): Promise<string> {
    const { logKey, witnessKey, log: origin } = this.before;
    const entries = size ?? (await this.rows()).length;
    const text = checkpointText({ origin, size: entries, root: await this.root(entries) });
    const stranger = signerKey(origin, keyTypes.log, ed25519Pem());
    const signatures = [
      signNote(text, log ? logKey : stranger),
      ...(witness ? [signNote(text, witnessKey, seconds)] : []),
    ];
    return writeNote({ text, signatures });
  }

  /** Served by the ledger in place of all heads of that size and above. */
  async serve(note: string): Promise<void> {
    const size = Number(note.split('\n')[1]);
    await this.db.query('delete from proof.checkpoint where size >= $1', [size]);
    await this.db.query('insert into proof.checkpoint (size, note, heads_at) values ($1, $2, 0)', [size, note]);
  }

  /**
   * The whole history written anew with the writer's key, so that every entry, chain, map and tile fits; what `change` answers
   * instead of an entry's data stands in it, undefined takes the entry out; `enc` does the same for its ciphertexts.
   */
  async rewrite(
    change: (entry: Entry) => Entry['data'] | undefined,
    { maps = true, enc = ({ enc: own }) => own }: { maps?: boolean; enc?: (entry: Entry) => Entry['enc'] } = {},
  ): Promise<void> {
    const scribe = new Scribe(this.before.log, this.before.writer);
    let n = 0;
    for (const { position, entry: text } of await this.rows()) {
      const entry = JSON.parse(text) as Entry;
      const data = change(entry);
      if (!data) {
        await this.db.query('delete from ledger.entry where position = $1', [position]);
        continue;
      }
      const { rev, leaf } = scribe.heads.get(entry.stream) ?? { rev: -1, leaf: '' };
      const mapped = maps && entry.stream === headsStream ? mapOf(scribe, n) : data;
      const next = await rewritten(
        text,
        () => ({ data: mapped, enc: enc(entry), rev: rev + 1, prev: leaf }),
        this.before.writer,
      );
      scribe.heads.set(entry.stream, { rev: rev + 1, leaf: leafHash(next) });
      await this.db.query(`update ledger.entry set entry = $2, revision = $3 where position = $1`, [
        position,
        next,
        rev + 1,
      ]);
      n++;
    }
    await this.resealByForce();
  }

  async audit(asked: Partial<AuditAsked> = {}): Promise<AuditReport> {
    const place = await openAuditPlaceOn(this.connection, {});
    try {
      return await auditLog(place.source, { policy: this.before.policy, held: [], now: 0, ageSecondsMax: 0, ...asked });
    } finally {
      await place.close();
    }
  }

  async checks(asked: Partial<AuditAsked> = {}): Promise<AuditCheck[]> {
    return Object.keys((await this.audit(asked)).byCheck) as AuditCheck[];
  }
}

function mapOf(scribe: Scribe, asOf: number): Entry['data'] {
  const heads = [...scribe.heads].filter(([s]) => s !== headsStream).map(([s, { rev, leaf }]) => ({ s, rev, h: leaf }));
  const leaves = heads.sort(inHeadOrder).map(headLeaf);
  return { asOf, streams: leaves.length, root: rootOf(treeOf(leaves), leaves.length).toString('base64') };
}
