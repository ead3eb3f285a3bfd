import { randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { SubjectKey } from './envelope.js';
import { SubjectFenced, type Found, type KeyRing, type Wanted } from './key-ring.js';
import type { MasterKey } from './master-key.js';

interface Row {
  readonly kid: string;
  readonly subject: string;
  readonly grp: string;
  readonly ver: number;
  readonly wrapped: Buffer;
}

const placeOf = (row: Omit<Row, 'wrapped'>): string => `${row.kid}|${row.subject}|${row.grp}|${row.ver}`;
const nameOf = (wanted: { subject: string; group: string }): string => `${wanted.subject} ${wanted.group}`;

/** Subject keys in a database of their own, wrapped by the master key. Opened keys stay in memory for a while, never on disk. */
export class PostgresKeyRing implements KeyRing {
  private readonly byKid = new LRUCache<string, SubjectKey>({ max: 50_000, ttl: 15 * 60_000 });
  private readonly bySubject = new LRUCache<string, SubjectKey>({ max: 50_000, ttl: 60_000 });
  private readonly creating = new Map<string, Promise<void>>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly master: MasterKey,
  ) {}

  async forWriting(wanted: readonly Wanted[]): Promise<readonly SubjectKey[]> {
    const missing = new Map(wanted.filter((one) => !this.bySubject.has(nameOf(one))).map((one) => [nameOf(one), one]));
    if (missing.size > 0) await this.findOrCreate([...missing.values()]);
    const found = new Map<string, SubjectKey>();
    for (const one of wanted) {
      const key = this.bySubject.get(nameOf(one));
      if (!key) return this.forWriting(wanted);
      found.set(nameOf(one), key);
    }
    return [...found.values()];
  }

  /** Callers that want the same new key wait for the one who makes it. */
  private async findOrCreate(wanted: readonly Wanted[]): Promise<void> {
    const waiting = wanted.map((one) => this.creating.get(nameOf(one))).filter((one) => one !== undefined);
    const mine = wanted.filter((one) => !this.creating.has(nameOf(one)));
    if (mine.length > 0) {
      const work = this.create(mine).finally(() => mine.forEach((one) => this.creating.delete(nameOf(one))));
      for (const one of mine) this.creating.set(nameOf(one), work);
      waiting.push(work);
    }
    await Promise.all(waiting);
  }

  private async create(wanted: readonly Wanted[]): Promise<void> {
    const subjects = wanted.map(({ subject }) => subject);
    const groups = wanted.map(({ group }) => group);
    const fenced = await this.pool.query<{ subject: string }>('select subject from keys.fenced_subject where subject = any($1::uuid[])', [subjects]);
    const first = fenced.rows[0];
    if (first) throw new SubjectFenced(first.subject);
    const known = new Set((await this.newest(subjects, groups)).map(nameOf));
    const fresh = wanted.filter((one) => !known.has(nameOf(one)));
    if (fresh.length === 0) return;
    const rows = fresh.map(({ subject, group }) => {
      const place = { kid: randomUUID(), subject, grp: group, ver: 1 };
      return { ...place, wrapped: this.master.wrap(randomBytes(32), placeOf(place)) };
    });
    await this.pool.query(
      `insert into keys.subject_key (kid, subject, grp, ver, kek_epoch, wrapped)
       select kid, subject, grp, 1, $5, wrapped from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) as new(kid, subject, grp, wrapped)
       on conflict (subject, grp, ver) do nothing`,
      [rows.map((row) => row.kid), rows.map((row) => row.subject), rows.map((row) => row.grp), rows.map((row) => row.wrapped), this.master.epoch],
    );
    // Another process may have been first: what stands in the table is the key.
    await this.newest(subjects, groups);
  }

  private async newest(subjects: readonly string[], groups: readonly string[]): Promise<SubjectKey[]> {
    const { rows } = await this.pool.query<Row>(
      `select distinct on (k.subject, k.grp) k.kid, k.subject, k.grp, k.ver, k.wrapped
       from keys.subject_key k join unnest($1::uuid[], $2::text[]) as asked(subject, grp) using (subject, grp)
       order by k.subject, k.grp, k.ver desc`,
      [subjects, groups],
    );
    return rows.map((row) => {
      const key = this.opened(row);
      this.bySubject.set(nameOf(key), key);
      return key;
    });
  }

  async forReading(kids: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    const found = new Map<string, Found>();
    const missing = new Set<string>();
    for (const kid of kids) {
      const key = this.byKid.get(kid);
      if (key) found.set(kid, key);
      else missing.add(kid);
    }
    if (missing.size === 0) return found;
    const asked = [...missing];
    const keys = await this.pool.query<Row>('select kid, subject, grp, ver, wrapped from keys.subject_key where kid = any($1::uuid[])', [asked]);
    for (const row of keys.rows) found.set(row.kid, this.opened(row));
    if (keys.rows.length < missing.size) {
      const gone = await this.pool.query<{ kid: string }>('select kid from keys.shredded_key where kid = any($1::uuid[])', [asked]);
      for (const { kid } of gone.rows) found.set(kid, 'shredded');
    }
    return found;
  }

  private opened(row: Row): SubjectKey {
    const known = this.byKid.get(row.kid);
    if (known) return known;
    const key = { kid: row.kid, subject: row.subject, group: row.grp, dek: this.master.unwrap(row.wrapped, placeOf(row)) };
    this.byKid.set(row.kid, key);
    return key;
  }
}
