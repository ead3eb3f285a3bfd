import pg from 'pg';
import type { DataSource } from 'typeorm';
import { AccessTables1764000000005 } from '#libs/access/access-tables.migration';
import { DisclosureTables1764000000703 } from '#libs/access/disclosure-tables.migration';
import { DisclosureIndex1764000002902 } from '#libs/access/disclosure-index.migration';
import { ExportOrder1764000003201 } from '#libs/access/export-order.migration';
import { accessEntities } from '#libs/access/entities';
import { SavedViews1764000002702 } from '#libs/access/saved-view-table.migration';
import { LogTables1764000000001 } from '#libs/event-store/postgres/log-tables.migration';
import { OutboxTables1764000000701 } from '#libs/outbox/outbox-tables.migration';
import { assertDurable } from '#libs/postgres/durability';
import { patient, prompt } from '#libs/postgres/prompt-client';
import { KeyErasure1764000000702 } from '#libs/privacy/key-erasure.migration';
import { KeyTables1764000000002 } from '#libs/privacy/key-tables.migration';
import { ProofTables1764000000601 } from '#libs/sealing/proof-tables.migration';
import { readEntities, readMigrations } from '#projections/catalogue';
import { keyRights, logRights, readRights, type DatabaseRights } from './database-rights.js';
import { workingAs } from './database-roles.js';
import { ensureIdentity, openMigrated, type DatabaseParts } from './migrate.js';
import { ApplicationDrafts1764000001702 } from './application-draft.migration.js';
import { MovedPositions1764000000801 } from './moved-positions.migration.js';
import { CertificateNumbers1764000000501 } from './registry-certificate-number.migration.js';
import { RegistryTables1764000000006 } from './registry-tables.migration.js';
import { assertHoldsNoMore, assertLoginHoldsNoMore } from './role-check.js';

export interface Databases {
  readonly main: pg.PoolConfig;
  readonly keys: pg.PoolConfig;
  readonly read: pg.PoolConfig;
}

interface SourceOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly statementMilliseconds?: number | undefined;
}

/** Every connection of a house, each working as the role it needs. */
export interface Sources {
  readonly main: DataSource;
  readonly read: DataSource;
  readonly keysSource: DataSource;
  readonly mainPool: pg.Pool;
  readonly readPool: pg.Pool;
  readonly keysPool: pg.Pool;
  /** Of the keys' database, for a session of its own. */
  readonly keysConnection: pg.PoolConfig;
}

const logMigrations = [
  LogTables1764000000001,
  AccessTables1764000000005,
  RegistryTables1764000000006,
  CertificateNumbers1764000000501,
  ProofTables1764000000601,
  OutboxTables1764000000701,
  DisclosureTables1764000000703,
  MovedPositions1764000000801,
  ApplicationDrafts1764000001702,
  SavedViews1764000002702,
  DisclosureIndex1764000002902,
  ExportOrder1764000003201,
];

type Tables = Omit<DatabaseParts, 'connection' | 'statementMilliseconds'>;

const mainTables: Tables = {
  entities: accessEntities,
  migrations: logMigrations,
  migrationsTable: 'zhice_migrations',
  rights: logRights,
};
const readTables: Tables = {
  entities: readEntities,
  migrations: readMigrations,
  migrationsTable: 'zhice_read_migrations',
  rights: readRights,
};
const keyTables: Tables = {
  entities: [],
  migrations: [KeyTables1764000000002, KeyErasure1764000000702],
  migrationsTable: 'zhice_key_migrations',
  rights: keyRights,
};

/** Migrates all three, checks rights and promises. What was opened goes into `opened`. Throws StartRefused. */
export async function openSources(
  databases: Databases,
  { env, statementMilliseconds }: SourceOptions,
  opened: (() => Promise<unknown>)[],
): Promise<Sources> {
  const open = async (parts: Omit<DatabaseParts, 'statementMilliseconds'>): Promise<DataSource> => {
    const source = await openMigrated({ ...parts, statementMilliseconds });
    opened.push(() => source.destroy());
    return source;
  };
  const pool = async (connection: pg.PoolConfig, { role }: DatabaseRights, manner = prompt): Promise<pg.Pool> => {
    const made = new pg.Pool({ max: 8, ...workingAs(connection, role), ...manner(statementMilliseconds) });
    // A connection that dies while idle is replaced at the next use.
    made.on('error', () => undefined);
    opened.push(() => made.end());
    await assertHoldsNoMore(made, role);
    if (env['ZHICE_DATABASE_ROLES'] === 'separate') await assertLoginHoldsNoMore(made);
    return made;
  };
  const keys = named(databases.keys);
  const main = await open({ connection: databases.main, ...mainTables });
  const read = await open({ connection: databases.read, ...readTables });
  const keysSource = await open({ connection: keys, ...keyTables });
  await ensureIdentity(databases.main, env['ZHICE_LOG']);
  const mainPool = await pool(databases.main, logRights);
  const client = await mainPool.connect();
  try {
    await assertDurable(client);
  } finally {
    client.release();
  }
  const readPool = await pool(databases.read, readRights, patient);
  return {
    main,
    read,
    keysSource,
    mainPool,
    readPool,
    keysPool: await pool(keys, keyRights),
    keysConnection: workingAs(keys, keyRights.role),
  };
}

/** Whoever changes the master key has to know whether other processes hold keys. */
const named = (connection: pg.PoolConfig): pg.PoolConfig => ({
  ...connection,
  application_name: `zhice-${process.pid}`,
});
