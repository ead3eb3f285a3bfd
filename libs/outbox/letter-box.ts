import type pg from 'pg';
import type { Queryable } from '#libs/projection-engine/row-store';
import type { Letter } from './sink.js';

export interface LetterCounts {
  /** On their way, those that are tried again among them. */
  readonly waiting: number;
  /** Given up: refused by the receiver, or in vain for three days. */
  readonly givenUp: number;
  /** How long the oldest that waits has done so, seconds. */
  readonly oldestSeconds: number;
}

/** Letters that were given up or have failed so far, by reason. */
export interface LetterReason {
  readonly why: string;
  readonly letters: number;
  readonly givenUp: boolean;
}

const firstDelaySeconds = 5;
const doublingsMax = 10;
const delaySecondsMax = 3_600;
const giveUpAfter = "interval '3 days'";

const columns = `id, type, volunteer_id as "volunteerId", organization_id as "organizationId", event_id as "eventId", position,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`;

/** The table of letters: one stands in it from the transaction that moved the checkpoint over its event until it is delivered. */
export class LetterBox {
  constructor(private readonly pool: pg.Pool) {}

  /** In the transaction of `db`. One that is there already is the same letter. */
  async put(db: Queryable, letters: readonly Letter[]): Promise<void> {
    if (letters.length === 0) return;
    const column = (of: keyof Letter): string[] => letters.map((letter) => letter[of]);
    await db.query(
      `insert into outbox.letter (id, type, volunteer_id, organization_id, event_id, position, recorded_at)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::timestamptz[])
       on conflict (id) do nothing`,
      [
        column('id'),
        column('type'),
        column('volunteerId'),
        column('organizationId'),
        column('eventId'),
        column('position'),
        column('recordedAt'),
      ],
    );
  }

  /**
   * Takes letters that are due, those that were put first before the others, and sets their next try before they go out: whoever
   * dies on the way leaves them to be tried again, later and later. Answers none to whoever has another epoch than the checkpoint.
   */
  async take(checkpoint: string, epoch: number, limit: number): Promise<Letter[]> {
    const { rows } = await this.pool.query<Letter>(
      `update outbox.letter set attempts = attempts + 1, next_try_at = clock_timestamp() + interval '1 second' *
         least(${delaySecondsMax}, ${firstDelaySeconds} * 2 ^ least(attempts, ${doublingsMax}))
       where exists (select 1 from outbox.checkpoint where name = $1 and epoch = $2) and id in (
         select id from outbox.letter where given_up_at is null and next_try_at <= clock_timestamp()
         order by put_at, id limit $3 for update skip locked)
       returning ${columns}`,
      [checkpoint, epoch, limit],
    );
    return rows;
  }

  async delivered({ id }: Letter): Promise<void> {
    await this.pool.query('delete from outbox.letter where id = $1', [id]);
  }

  /** Tried again at its time, unless it is `lasting` or was in vain for three days. Answers whether it was given up. */
  async failed({ id }: Letter, why: string, lasting: boolean): Promise<boolean> {
    const { rows } = await this.pool.query<{ given_up: boolean }>(
      `update outbox.letter set why = $2,
         given_up_at = case when $3 or put_at < clock_timestamp() - ${giveUpAfter} then clock_timestamp() end
       where id = $1 returning given_up_at is not null as given_up`,
      [id, why, lasting],
    );
    return rows[0]?.given_up ?? false;
  }

  /** Everything that was given up or waits for its next try is due at once, as if it were new. Answers how many those are. */
  async resume(): Promise<number> {
    const { rowCount } = await this.pool.query(
      `update outbox.letter set given_up_at = null, attempts = 0, next_try_at = clock_timestamp(), put_at = clock_timestamp()
       where given_up_at is not null or attempts > 0`,
    );
    return rowCount ?? 0;
  }

  async counts(): Promise<LetterCounts> {
    const { rows } = await this.pool.query<LetterCounts>(
      `select count(*) filter (where given_up_at is null)::int as waiting, count(given_up_at)::int as "givenUp",
         coalesce(extract(epoch from clock_timestamp() - min(put_at) filter (where given_up_at is null)), 0)::int as "oldestSeconds"
       from outbox.letter`,
    );
    return rows[0]!;
  }

  async reasons(): Promise<LetterReason[]> {
    const { rows } = await this.pool.query<LetterReason>(
      `select why, count(*)::int as letters, given_up_at is not null as "givenUp"
       from outbox.letter where why is not null group by 1, 3 order by 3 desc, 2 desc, 1`,
    );
    return rows;
  }
}
