import { join } from 'node:path';
import pg from 'pg';
import type { NamedLog } from '#libs/event-store/port';
import { StartRefused } from '#libs/postgres/fault';
import { patient } from '#libs/postgres/prompt-client';
import { openServer } from '#libs/postgres/server';
import type { AuditSource } from '#libs/proof/audit-source';
import { verifierKey } from '#libs/proof/note';
import { KeeperFault, KeeperHome } from '#libs/sealing/keeper-home';
import { headOf } from '#libs/sealing/proof-store';
import { PostgresSealedLog } from '#libs/sealing/sealed-log';
import { signerAt } from './cosigners.js';
import { workingAs } from './database-roles.js';
import { openLogStore } from './log-store.js';

/** The log and what the sealer keeps of it, opened for reading only: nothing is migrated, followed, sealed or announced. */
export interface AuditPlace {
  readonly source: AuditSource;
  /** The same log, by its whole port; it refuses to write. */
  readonly store: NamedLog;
  /** Entries that were sealed, for a bar. */
  readonly sealedCount: () => Promise<number>;
  close(): Promise<void>;
}

// A page of many entries takes its time while two threads examine others.
const deadlineMilliseconds = 120_000;

/** Throws StartRefused and StoreUnavailable. */
export async function openAuditPlace(options: {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<AuditPlace> {
  const server = await openServer(options);
  try {
    const place = await openAuditPlaceOn(server.main, options.env);
    return {
      ...place,
      close: async () => {
        await place.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The same on a database that is already there, and on the log that the environment names. */
export async function openAuditPlaceOn(
  connection: pg.PoolConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<AuditPlace> {
  const reading = { ...connection, options: `${connection.options ?? ''} -c default_transaction_read_only=on`.trim() };
  const pool = new pg.Pool({ max: 2, ...workingAs(reading, 'zhice_auditor'), ...patient(deadlineMilliseconds) });
  pool.on('error', () => undefined);
  try {
    const store = await openLogStore({ env, connection: reading, pool });
    return {
      store,
      source: { log: store.log, store, sealed: new PostgresSealedLog(pool) },
      sealedCount: async () => (await headOf(pool)).size,
      close: async () => {
        await store.close();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw isWithoutLedger(error)
      ? new StartRefused(
          '这里还没有台账，或者台账还没有升级到本版本，无从校验。',
          '请核对 DATA_DIR 或 DATABASE_URL；升级请执行 zhice migrate。',
        )
      : error;
  }
}

/** invalid_parameter_value (of the role), invalid_schema_name, undefined_table, undefined_object. */
const withoutLedger = ['22023', '3F000', '42P01', '42704'];
const isWithoutLedger = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && withoutLedger.includes(error.code ?? '');

/**
 * For an audit by the house itself, which trusts its own signer and asks for no witness; undefined where the signer has no key yet.
 * Throws KeeperFault, and what a signer elsewhere answers.
 */
export async function ownPolicyText(
  { dataDir, env }: { readonly dataDir: string; readonly env: Readonly<Record<string, string | undefined>> },
  log: string,
): Promise<string | undefined> {
  const socket = env['ZHICE_SIGNER'];
  const keys =
    socket === undefined ? await keysIn(join(dataDir, 'keys')) : await signerAt(socket.replace(/^unix:/, '')).keys();
  const ours = keys.filter((key) => verifierKey(key).name === log);
  return ours.length === 0 ? undefined : `${ours.map((key) => `log ${key}\n`).join('')}quorum none\n`;
}

async function keysIn(folder: string): Promise<readonly string[]> {
  try {
    return (await new KeeperHome(folder, 'log').keys()).map(({ text }) => text);
  } catch (error) {
    if (error instanceof KeeperFault && error.why === 'no_key') return [];
    throw error;
  }
}
