import pg from 'pg';

/** Any number would do; it must only never change, or two versions side by side would not see each other. */
const leaseKey = 727_001;
const user = 'zhice';
const connectMsMax = 5_000;
const queryMsMax = 5_000;
const farewellMsMax = 2_000;

/** One process's share in the embedded server: a session that holds a shared advisory lock. */
export interface Lease {
  readonly socketFolder: string;
  readonly user: string;
  /** Resolves when the session has ended, wanted or not. */
  readonly lost: Promise<void>;
  /** True when this was the last lease and `halt` was called. Never hangs or throws. */
  giveBack(halt: () => Promise<void>): Promise<boolean>;
}

/** A lease on the server behind this socket; undefined when it does not (yet, or any more) take one. */
export async function takeLease(socketFolder: string): Promise<Lease | undefined> {
  const session = await connect(socketFolder);
  if (session === undefined) return undefined;
  try {
    // Blocks while the last one out holds the lock and stops the server; then this session is cut off.
    await session.query(`set lock_timeout = ${queryMsMax - 2_000}`);
    await session.query('select pg_advisory_lock_shared($1)', [leaseKey]);
  } catch {
    await leave(session);
    return undefined;
  }
  // Who forgets to give the lease back must not hang at the end of his program.
  keepsProcessAlive(session, false);
  const state = { ended: false };
  const lost = new Promise<void>((resolve) => session.once('end', () => resolve())).then(
    () => void (state.ended = true),
  );
  return {
    socketFolder,
    user,
    lost,
    giveBack: (halt) => giveBack(state.ended ? undefined : session, socketFolder, halt),
  };
}

async function giveBack(
  session: pg.Client | undefined,
  socketFolder: string,
  halt: () => Promise<void>,
): Promise<boolean> {
  const open = session ?? (await connect(socketFolder));
  if (open === undefined) return false;
  try {
    keepsProcessAlive(open, true);
    await open.query('select pg_advisory_unlock_shared($1)', [leaseKey]);
    const { rows } = await open.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [leaseKey]);
    const last = rows[0]?.last === true;
    // The lock stays ours until the server is down: a newcomer waits for it instead of being thrown out.
    if (last) await halt();
    return last;
  } catch {
    return false;
  } finally {
    await leave(open);
  }
}

async function connect(socketFolder: string): Promise<pg.Client | undefined> {
  const session = new pg.Client({
    host: socketFolder,
    port: 5432,
    user,
    database: 'postgres',
    ssl: false,
    application_name: 'zhice-lease',
    connectionTimeoutMillis: connectMsMax,
    query_timeout: queryMsMax,
  });
  session.on('error', () => undefined);
  try {
    await session.connect();
    return session;
  } catch {
    await leave(session);
    return undefined;
  }
}

/** `end` waits for the server's answer, which a stopped or frozen one never gives. */
async function leave(session: pg.Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, farewellMsMax)));
  await Promise.race([session.end().catch(() => undefined), patience]);
  clearTimeout(timer);
}

/** `ref` and `unref` of pg.Client are missing from its types. */
function keepsProcessAlive(session: pg.Client, yes: boolean): void {
  const socket = session as pg.Client & { ref(): void; unref(): void };
  if (yes) socket.ref();
  else socket.unref();
}
