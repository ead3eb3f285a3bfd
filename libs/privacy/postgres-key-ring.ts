import { randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { SubjectKey } from './envelope.js';
import { KeyLost, SubjectFenced, type Found, type KeyRing, type Wanted } from './key-ring.js';
import type { MasterKey } from './master-key.js';

export interface KeyRow {
  readonly kid: string;
  readonly subject: string;
  readonly grp: string;
  readonly ver: number;
  readonly wrapped: Buffer;
}

/** What a wrapped key is bound to. */
export const placeOf = (row: Omit<KeyRow, 'wrapped'>): string => `${row.kid}|${row.subject}|${row.grp}|${row.ver}`;
const nameOf = (wanted: { subject: string; group: string }): string => `${wanted.subject} ${wanted.group}`;

interface Asked extends Wanted {
  readonly resolve: (key: SubjectKey) => void;
  readonly reject: (error: unknown) => void;
}

/** Subject and group of a question, with the newest key where there is one. */
interface Answer extends Omit<KeyRow, 'kid' | 'ver' | 'wrapped'> {
  readonly fenced: boolean;
  readonly kid: string | null;
  readonly ver: number;
  readonly wrapped: Buffer;
}

const newestKeys = `select asked.subject, asked.grp, k.kid, k.ver, k.wrapped, f.subject is not null as fenced
  from unnest($1::uuid[], $2::text[]) as asked(subject, grp)
  left join keys.fenced_subject f on f.subject = asked.subject
  left join lateral (
    select kid, ver, wrapped from keys.subject_key where subject = asked.subject and grp = asked.grp order by ver desc limit 1
  ) k on true`;
const newKeys = `insert into keys.subject_key (kid, subject, grp, ver, kek_epoch, wrapped)
  select kid, subject, grp, 1, $5, wrapped from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) as new(kid, subject, grp, wrapped)
  where not exists (select from keys.fenced_subject f where f.subject = new.subject)
  on conflict (subject, grp, ver) do nothing`;
const askedAtOnceMax = 500;

/** Subject keys in a database of their own, wrapped by the master key. Opened keys stay in memory for a while, never on disk. */
export class PostgresKeyRing implements KeyRing {
  private readonly byKid = new LRUCache<string, SubjectKey>({ max: 50_000, ttl: 15 * 60_000 });
  private readonly bySubject = new LRUCache<string, SubjectKey>({ max: 50_000, ttl: 60_000 });
  private readonly underWay = new Map<string, Promise<SubjectKey>>();
  private waiting: Asked[] = [];
  private finding = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly master: MasterKey,
  ) {}

  async forWriting(wanted: readonly Wanted[]): Promise<readonly SubjectKey[]> {
    const found = new Map<string, SubjectKey | Promise<SubjectKey>>();
    for (const one of wanted) found.set(nameOf(one), this.bySubject.get(nameOf(one)) ?? this.ask(one));
    return Promise.all([...found.values()]);
  }

  /** Callers that want the same key wait for one answer; all that ask while a question is under way share the next one. */
  private ask({ subject, group }: Wanted): Promise<SubjectKey> {
    const name = nameOf({ subject, group });
    let answer = this.underWay.get(name);
    if (!answer) {
      answer = new Promise<SubjectKey>((resolve, reject) => this.waiting.push({ subject, group, resolve, reject }));
      this.underWay.set(name, answer);
      if (!this.finding) void this.findAll();
    }
    return answer;
  }

  private async findAll(): Promise<void> {
    this.finding = true;
    while (this.waiting.length > 0) {
      const asked = this.waiting.splice(0, askedAtOnceMax);
      try {
        await this.findOrCreate(asked);
      } catch (error) {
        for (const one of asked) one.reject(error);
      }
      for (const one of asked) this.underWay.delete(nameOf(one));
    }
    this.finding = false;
  }

  private async findOrCreate(asked: readonly Asked[]): Promise<void> {
    const fresh = await this.answer(asked);
    if (fresh.length === 0) return;
    const rows = fresh.map(({ subject, group }) => {
      const place = { kid: randomUUID(), subject, grp: group, ver: 1 };
      return { ...place, wrapped: this.master.wrap(randomBytes(32), placeOf(place)) };
    });
    await this.pool.query(newKeys, [
      rows.map((row) => row.kid),
      rows.map((row) => row.subject),
      rows.map((row) => row.grp),
      rows.map((row) => row.wrapped),
      this.master.epoch,
    ]);
    // Another process may have been first: what stands in the table is the key.
    const [lost] = await this.answer(fresh);
    if (lost) throw new KeyLost(`${lost.subject} ${lost.group}`);
  }

  /** Settles whoever is fenced or has a key. Returns those who have none yet. */
  private async answer(asked: readonly Asked[]): Promise<Asked[]> {
    const values = [asked.map(({ subject }) => subject), asked.map(({ group }) => group)];
    const { rows } = await this.pool.query<Answer>(newestKeys, values);
    const answers = new Map(rows.map((row) => [nameOf({ subject: row.subject, group: row.grp }), row]));
    return asked.filter((one) => {
      const answer = answers.get(nameOf(one));
      if (answer?.fenced) one.reject(new SubjectFenced(one.subject));
      else if (answer?.kid) one.resolve(this.newest({ ...answer, kid: answer.kid }));
      else return true;
      return false;
    });
  }

  /** Nothing that is remembered of keys counts any more: some were destroyed. */
  forget(): void {
    this.byKid.clear();
    this.bySubject.clear();
  }

  private newest(row: KeyRow): SubjectKey {
    const key = this.opened(row);
    this.bySubject.set(nameOf(key), key);
    return key;
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
    const keys = await this.pool.query<KeyRow>('select kid, subject, grp, ver, wrapped from keys.subject_key where kid = any($1::uuid[])', [asked]);
    for (const row of keys.rows) found.set(row.kid, this.opened(row));
    if (keys.rows.length < missing.size) {
      const gone = await this.pool.query<{ kid: string }>('select kid from keys.shredded_key where kid = any($1::uuid[])', [asked]);
      for (const { kid } of gone.rows) found.set(kid, 'shredded');
    }
    return found;
  }

  private opened(row: KeyRow): SubjectKey {
    const known = this.byKid.get(row.kid);
    if (known) return known;
    const key = { kid: row.kid, subject: row.subject, group: row.grp, dek: this.master.unwrap(row.wrapped, placeOf(row)) };
    this.byKid.set(row.kid, key);
    return key;
  }
}
