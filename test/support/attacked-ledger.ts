import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import { openHouseOn, type House } from '#libs/house/house';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { writerKey, type WriterKey } from '#libs/proof/entry';
import { CheckpointKeeper, type Kept, type KeeperMemory } from '#libs/proof/keeper';
import { keyTypes, signerKey } from '#libs/proof/note';
import { readPolicy } from '#libs/proof/policy';
import { Checkpointer } from '#libs/sealing/checkpointer';
import { Sealer } from '#libs/sealing/sealer';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, changed, enrolled, volunteerId } from './made-up-facts.js';
import { Attack, type Before } from './attack.js';
import { Scribe } from './scribe.js';
import { sayEvents } from './say-events.js';
import { ed25519Pem } from './sealing-bench.js';

const memory = (): KeeperMemory => {
  const kept = new Map<string, Kept>();
  return {
    of: (origin) => Promise.resolve(kept.get(origin)),
    keep: (origin, one) => Promise.resolve(void kept.set(origin, one)),
  };
};

/** Hours written one after the other: more than one tile of entries. */
const hoursEntries = 270;

/**
 * A ledger of the product's own making, sealed, signed and witnessed, of which every attack gets a copy; the attacker is a superuser
 * of PostgreSQL.
 */
export class AttackedLedger {
  private constructor(
    readonly before: Before,
    private readonly databases: TestDatabase,
    readonly dataDir: string,
  ) {}

  static async open(): Promise<AttackedLedger> {
    const databases = await testDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'zhice-attacks-'));
    const house = await openHouseOn({ ...databases, read: databases.main }, { dataDir, env: {} });
    const before = await lived(house, writerKey(await readFile(join(dataDir, 'keys/writer.pem'), 'utf8')));
    await house.engine.catchUp();
    await house.close();
    return new AttackedLedger(before, databases, dataDir);
  }

  async close(): Promise<void> {
    await this.databases.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Does `work` to a copy of the ledger. */
  async attacked<T>(work: (attack: Attack) => Promise<T>): Promise<T> {
    const { main } = this.databases;
    const name = `${main.database!}_${randomBytes(3).toString('hex')}`;
    await this.onServer(`create database ${name} template ${main.database!}`);
    // Rights on a database are not part of it.
    await this.onServer(`grant create on database ${name} to zhice_follower`);
    const db = new pg.Client({ ...main, database: name });
    await db.connect();
    try {
      await db.query('set session_replication_role = replica');
      return await work(new Attack({ ...main, database: name }, db, this.before));
    } finally {
      await db.end();
      await this.onServer(`drop database ${name} with (force)`);
    }
  }

  /** A copy of the ledger opened by the product, keys and all. */
  openHouse(connection: pg.PoolConfig, report: (text: string) => void = () => undefined): Promise<House> {
    const { keys } = this.databases;
    return openHouseOn({ main: connection, keys, read: connection }, { dataDir: this.dataDir, env: {}, report });
  }

  /** The key database of all copies, by its superuser. */
  async onKeys<T>(work: (keys: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(this.databases.keys);
    await client.connect();
    try {
      await client.query('set session_replication_role = replica');
      return await work(client);
    } finally {
      await client.end();
    }
  }

  private async onServer(statement: string): Promise<void> {
    const client = new pg.Client({ ...this.databases.main, database: 'postgres' });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

async function lived(house: House, writer: WriterKey): Promise<Before> {
  const { store, ledger, mainPool: pool } = house;
  const { log } = store;
  const logKey = signerKey(log, keyTypes.log, ed25519Pem());
  const witnessKey = signerKey('witness.test', keyTypes.witness, ed25519Pem());
  const signer = new CheckpointKeeper({
    keys: [logKey],
    memory: memory(),
    logs: new Map([[log, 'own']]),
    now: Date.now,
  });
  const witness = new CheckpointKeeper({
    keys: [witnessKey],
    memory: memory(),
    logs: new Map([[log, [logKey]]]),
    now: Date.now,
  });
  const checkpointer = new Checkpointer({
    ...{ sealer: new Sealer({ store, log, pool }), ledger, pool, log },
    signer: (request) => signer.add(request),
    witnesses: new Map([[witnessKey.name, (request: string) => witness.add(request)]]),
    context: { by: systemAccount, org: systemOrganization },
  });
  for (const n of [1, 2, 3]) await sayEvents(house, volunteerStream(volunteerId(n)), applied(n), enrolled(n));
  const scribe = new Scribe(log, writer, 'hours');
  for (let i = 0; i < hoursEntries; i++) {
    const data = { servedOn: '2026-03-01', serviceMinutes: 60 };
    const { stream, ...entry } = await scribe.write({ stream: `tally-${i % 5}`, type: 'StreamHeadsCommitted', data });
    await store.append({ stream, expected: 'any', entries: [entry] });
  }
  const older = (await checkpointer.checkpoint())!.note;
  for (const n of [1, 2]) await sayEvents(house, volunteerStream(volunteerId(n)), changed(n, { name: `示例员${n}改` }));
  await sayEvents(house, volunteerStream(volunteerId(4)), applied(4), enrolled(4));
  const newest = (await checkpointer.checkpoint())!.note;
  const policy = readPolicy(`log ${logKey.text}\nwitness higher ${witnessKey.text}\nquorum higher\n`);
  return { log, writer, logKey, witnessKey, policy, older, newest };
}
