import type pg from 'pg';

/** Told to every process when keys were destroyed: what it remembers of keys is worth nothing from here on. */
export const keysShredded = 'zhice_keys_shredded';

export interface Shredding {
  readonly requestId: string;
  readonly subjects: readonly string[];
  readonly groups: readonly string[];
}

/** Kinds of numbers in the blind index that belong to these groups. */
const kindsOf = (groups: readonly string[]): string[] => [
  ...(groups.includes('identity') ? ['id_number'] : []),
  ...(groups.includes('contact') ? ['mobile'] : []),
];

/** What of the key database has to go for an erasure. Each step may be repeated and comes to the same. */
export class KeyShredder {
  constructor(private readonly pool: pg.Pool) {}

  /** From here on no process makes a key for these subjects. */
  async fence(subjects: readonly string[]): Promise<void> {
    await this.pool.query(
      'insert into keys.fenced_subject (subject) select unnest($1::uuid[]) on conflict do nothing',
      [subjects],
    );
  }

  /** ID numbers go with the identity, mobiles with the contacts. */
  async forgetNumbers({ subjects, groups }: Pick<Shredding, 'subjects' | 'groups'>): Promise<void> {
    const kinds = kindsOf(groups);
    await this.pool.query('delete from keys.blind_index where subject = any($1::uuid[]) and kind = any($2)', [
      subjects,
      kinds,
    ]);
    await this.pool.query('vacuum keys.blind_index');
  }

  /** Destroys the keys and answers the ids of all that this request destroyed. */
  async shred({ requestId, subjects, groups }: Shredding): Promise<string[]> {
    await this.pool.query(
      `with gone as (delete from keys.subject_key where subject = any($1::uuid[]) and grp = any($2) returning kid, subject)
       insert into keys.shredded_key (kid, subject, request_id) select kid, subject, $3 from gone on conflict do nothing`,
      [subjects, groups, requestId],
    );
    await this.swept();
    const { rows } = await this.pool.query<{ kid: string }>(
      'select kid from keys.shredded_key where request_id = $1 order by kid',
      [requestId],
    );
    return rows.map(({ kid }) => kid);
  }

  /** How many keys and numbers of these subjects and groups are still there. */
  async left({ subjects, groups }: Pick<Shredding, 'subjects' | 'groups'>): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      `select (select count(*)::int from keys.subject_key where subject = any($1::uuid[]) and grp = any($2))
        + (select count(*)::int from keys.blind_index where subject = any($1::uuid[]) and kind = any($3)) as n`,
      [subjects, groups, kindsOf(groups)],
    );
    return rows[0]!.n;
  }

  /** Destroys again what the log says was destroyed: an older key database was put back. Answers how many keys were there again. */
  async shredAgain(keyIds: readonly string[]): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      `with gone as (delete from keys.subject_key where kid = any($1::uuid[]) returning kid, subject),
         known as (insert into keys.shredded_key (kid) select unnest($1::uuid[]) on conflict do nothing)
       select count(*)::int as n from gone`,
      [keyIds],
    );
    const { n } = rows[0]!;
    if (n > 0) await this.swept();
    return n;
  }

  /** Keys marked as destroyed that no request of the log destroyed: somebody hides a loss. */
  async unexplained(keyIds: readonly string[], requestIds: readonly string[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ kid: string }>(
      `select kid from keys.shredded_key where kid <> all($1::uuid[]) and (request_id is null or request_id <> all($2::uuid[])) order by kid`,
      [keyIds, requestIds],
    );
    return rows.map(({ kid }) => kid);
  }

  private async swept(): Promise<void> {
    // A deleted row stays in the file until it is swept out.
    await this.pool.query('vacuum keys.subject_key');
    await this.pool.query(`notify ${keysShredded}`);
  }
}
