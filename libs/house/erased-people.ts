import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { erasedText } from '#libs/kernel/fields';

/** Accounts of erased people: nobody signs in with them, and their name is gone. What they did stays under their id. */
export async function forgetAccounts(pool: pg.Pool, subjects: readonly string[]): Promise<void> {
  await pool.query(
    'delete from access.session s using access.account a where s.account_id = a.account_id and a.volunteer_id = any($1::uuid[])',
    [subjects],
  );
  await pool.query(
    'delete from access.saved_view v using access.account a where v.account_id = a.account_id and a.volunteer_id = any($1::uuid[])',
    [subjects],
  );
  await pool.query(
    `update access.account set display_name = $2, login = 'erased-' || account_id::text, disabled_at = coalesce(disabled_at, now())
     where volunteer_id = any($1::uuid[])`,
    [subjects, erasedText],
  );
  await sweepAccounts(pool);
}

const sweepTriesMax = 60;
const sweepAgainMilliseconds = 1_000;

/**
 * The old version of a row stays in the table's file, and common values in its statistics, until both are made anew. Where somebody
 * still reads in a transaction that began before, it stays longer: PostgreSQL says how many did, and it is tried again.
 */
async function sweepAccounts(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    let left = 0;
    // The detail of the notice, in whatever language: "0 dead row versions cannot be removed yet."
    client.on('notice', ({ detail }) => (left += Number(/\d+/.exec(detail ?? '')?.[0] ?? 0)));
    for (let tried = 0; tried < sweepTriesMax; tried++) {
      left = 0;
      await client.query('vacuum (full, verbose) access.account');
      if (left === 0) break;
      await setTimeout(sweepAgainMilliseconds);
    }
    await client.query('analyze access.account');
  } finally {
    client.release(true);
  }
}

/** Whoever received papers with these people on them has to be told. Answers on how many papers they stand. */
export async function noticesDue(
  pool: pg.Pool,
  { requestId, subjects, at }: { readonly requestId: string; readonly subjects: readonly string[]; readonly at: Date },
): Promise<number> {
  await pool.query(
    `insert into access.export_notice (export_id, volunteer_id, request_id, due_since)
     select distinct export_id, volunteer_id, $2::uuid, $3::timestamptz from access.disclosure
     where volunteer_id = any($1::uuid[]) and export_id is not null on conflict do nothing`,
    [subjects, requestId, at],
  );
  const { rows } = await pool.query<{ n: number }>(
    'select count(distinct export_id)::int as n from access.export_notice where request_id = $1',
    [requestId],
  );
  return rows[0]!.n;
}
