import type pg from 'pg';
import { StartRefused } from '#libs/postgres/fault';
import { finishRotation, startRotation, type MasterKey } from '#libs/privacy/master-key';
import { placeOf, type KeyRow } from '#libs/privacy/postgres-key-ring';
import { prove } from './secrets.js';

const rowsAtOnce = 1_000;

/** Other processes that hold keys: they know the old master key only. Throws StartRefused while there are any. */
export async function assertAlone(pool: pg.Pool): Promise<void> {
  const others = await otherSessions(pool);
  if (others > 0)
    throw new StartRefused(
      `还有 ${others} 个会话在使用密钥库，换主密钥时它们会读不出个人信息。`,
      '请先停止 API、投影进程和其他 zhice 命令，再执行一次。',
    );
}

/**
 * Who a session is, PostgreSQL shows only to its own login, so this is asked as the login and not in the role of the keys. One
 * whose name stays hidden is somebody else's.
 */
async function otherSessions(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('set role none');
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend'
         and application_name is distinct from current_setting('application_name')`,
    );
    return rows[0]!.n;
  } finally {
    // The connection goes, and the wider role with it.
    client.release(true);
  }
}

/**
 * Wraps every key with a new master key. Both keys stand in the file until `proven` says that a backup taken afterwards can be
 * restored; then the old one is destroyed. Cut off anywhere it is begun again and comes to the same.
 */
export async function rotateMaster(
  pool: pg.Pool,
  dataDir: string,
  proven: (master: MasterKey) => Promise<void>,
): Promise<{ readonly epoch: number; readonly keys: number }> {
  const master = await startRotation(dataDir);
  const client = await pool.connect();
  try {
    await prove(client, master, []);
    const keys = await wrapAnew(client, master);
    await proven(master);
    await client.query('delete from keys.master_key where epoch <> $1', [master.epoch]);
    await finishRotation(dataDir);
    await client.query('vacuum keys.subject_key');
    return { epoch: master.epoch, keys };
  } finally {
    client.release(true);
  }
}

async function wrapAnew(client: pg.ClientBase, master: MasterKey): Promise<number> {
  for (let wrapped = 0; ;) {
    const { rows } = await client.query<KeyRow>(
      'select kid, subject, grp, ver, wrapped from keys.subject_key where kek_epoch <> $1 limit $2',
      [master.epoch, rowsAtOnce],
    );
    if (rows.length === 0) return wrapped;
    const anew = rows.map((row) => master.wrap(master.unwrap(row.wrapped, placeOf(row)), placeOf(row)));
    await client.query(
      `update keys.subject_key k set wrapped = n.wrapped, kek_epoch = $3
       from unnest($1::uuid[], $2::bytea[]) as n(kid, wrapped) where k.kid = n.kid`,
      [rows.map(({ kid }) => kid), anew, master.epoch],
    );
    wrapped += rows.length;
  }
}
