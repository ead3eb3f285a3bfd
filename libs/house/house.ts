import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { ExportRegister } from '#libs/access/export-register';
import { CheckInCodes } from '#libs/counter/check-in-codes';
import { Counter } from '#libs/counter/counter';
import type { EvidenceFiles } from '#libs/counter/evidence-files';
import { CertificateNumbers } from '#libs/counter/certificate-numbers';
import type { CounterParts } from '#libs/counter/desk';
import { OrganizationTree } from '#libs/counter/organization-tree';
import { VolunteerNumbers } from '#libs/counter/volunteer-numbers';
import { EventCodec } from '#libs/event-store/codec';
import { Ledger } from '#libs/event-store/ledger';
import type { NamedLog } from '#libs/event-store/port';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { organizationDecider } from '#libs/organization/organization.decider';
import { organizationStream } from '#libs/organization/organization.events';
import { openServer } from '#libs/postgres/server';
import { BlindIndex } from '#libs/privacy/blind-index';
import type { KeyRing } from '#libs/privacy/key-ring';
import { watchShredding } from '#libs/privacy/key-watch';
import type { MasterKey } from '#libs/privacy/master-key';
import { PostgresKeyRing } from '#libs/privacy/postgres-key-ring';
import type { Engine } from '#libs/projection-engine/engine';
import type { FollowerParts } from '#libs/projection-engine/follower';
import type { LetterBox } from '#libs/outbox/letter-box';
import { rebuildOutdated } from '#libs/projection-engine/rebuild';
import { dayOfInstant } from '#libs/reference/dates';
import { eventCatalogue } from './catalogue.js';
import { announceWriter } from './announce-writer.js';
import { EvidenceFolder } from './evidence-folder.js';
import { engineOn, followerPartsOn, outboxOn } from './following.js';
import { houseAuditOf, type HouseAudit } from './house-audit.js';
import { Eraser, tellReplay } from './eraser.js';
import { clockOf } from './ledger-clock.js';
import { lastAudit, type LastAudit } from './last-audit.js';
import { letterSink } from './letter-sinks.js';
import { openLogStore } from './log-store.js';
import { openSecrets, type Secrets } from './secrets.js';
import { openSources, type Databases, type Sources } from './sources.js';

export type { Databases } from './sources.js';

export interface HouseOptions {
  /** Holds `keys/` always and `pg/` in the embedded default. */
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line in Chinese for each step that takes time. */
  readonly report?: (text: string) => void;
  /** Technical faults of the follower, which goes on by itself. */
  readonly onError?: (error: Error) => void;
  readonly now?: () => number;
  /**
   * How long a statement of a request, or its wait for a connection, may take; 30,000 unless told. The API, which promises
   * an answer in three seconds, says less.
   */
  readonly statementMilliseconds?: number;
}

/** All the rooms of one process, put together. */
export interface House {
  readonly counter: Counter;
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly followerParts: FollowerParts;
  /** What people outside are to be told and are not told yet. */
  readonly letters: LetterBox;
  readonly store: NamedLog;
  readonly codec: EventCodec;
  readonly keys: KeyRing;
  readonly blindIndex: BlindIndex;
  /** Given in the order asked, so an import asks for all of its people at once. */
  readonly numbers: VolunteerNumbers;
  readonly checkInCodes: CheckInCodes;
  readonly evidenceFiles: EvidenceFiles;
  readonly tree: OrganizationTree;
  readonly read: DataSource;
  readonly main: DataSource;
  readonly mainPool: pg.Pool;
  readonly readPool: pg.Pool;
  readonly keysPool: pg.Pool;
  readonly master: MasterKey;
  /** Destroys what was approved to be destroyed. */
  readonly eraser: Eraser;
  /** Milliseconds since 1970 that nobody can set: for sessions, never for entries. */
  readonly time: () => number;
  /** By that time, in Asia/Shanghai. */
  readonly today: () => LocalDate;
  /** What the last nightly audit said; undefined where none was made. */
  readonly lastAudit: () => Promise<LastAudit | undefined>;
  readonly audit: HouseAudit;
  close(): Promise<void>;
}

/** Opens PostgreSQL (embedded, or DATABASE_URL), migrates, checks its promises and puts the rooms together. Throws StartRefused. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const server = await openServer({
    dataDir: options.dataDir,
    env: options.env,
    ...(options.report ? { report: options.report } : {}),
  });
  try {
    return await openHouseOn(server, options, () => server.stop());
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The same on databases that are already there. `onClose` comes after everything was let go. */
export async function openHouseOn(
  databases: Databases,
  options: HouseOptions,
  onClose: () => Promise<void> = () => Promise.resolve(),
): Promise<House> {
  const opened: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.reverse()) await close();
  };
  try {
    const sources = await openSources(databases, options, opened);
    const { files, writer } = await openSecrets(sources.keysPool, options.dataDir);
    const house = await assemble(databases, options, { ...sources, files, writer }, opened);
    return {
      ...house,
      close: async () => {
        await closeAll();
        await onClose();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function assemble(
  databases: Databases,
  options: HouseOptions,
  sources: Sources & Secrets,
  opened: (() => Promise<unknown>)[],
): Promise<Omit<House, 'close'>> {
  const { main, read, mainPool, readPool, keysPool, keysConnection, files, writer } = sources;
  const codec = new EventCodec(eventCatalogue);
  const keys = new PostgresKeyRing(keysPool, files.master);
  opened.push(await watchShredding(keysConnection, () => keys.forget()));
  const blindIndex = new BlindIndex(keysPool, files.master);
  const store = await openLogStore({ env: options.env, connection: databases.main, pool: mainPool });
  opened.push(() => store.close());
  const { now, time } = await clockOf(options, mainPool, opened);
  const ledger = new Ledger({ store, codec, keys, writer, log: store.log, now });
  await announceWriter(ledger, writer);
  const tree = treeOn(ledger, read);
  const followerParts = followerPartsOn({ store, codec, keys }, read, readPool, options.onError);
  const onTheSpot = onTheSpotOf(files, options.dataDir, keys, time);
  const eraser = new Eraser({ ...{ ledger, keysPool, mainPool, keys, followerParts }, ...onTheSpot, now: time });
  await eraser.replay((found) => tellReplay(found, options));
  // The counter waits for windows through the engine, whose reactions go to the counter.
  const late: { engine?: Engine } = {};
  const numbers = new VolunteerNumbers(mainPool);
  const rooms = { ledger, store, codec, blindIndex, tree, read, numbers, ...onTheSpot };
  const today = (): LocalDate => todayBy(time);
  const counter = new Counter({
    ...rooms,
    today,
    ...registersOf(main, mainPool),
    waitFor: async (position) => (await late.engine?.waitFor(position, windowsWaitMilliseconds)) ?? false,
  });
  const outbox = outboxOn(followerParts, mainPool, letterSink(options.env), options.onError);
  const engine = engineOn(followerParts, counter, { mainPool, outbox, onError: options.onError });
  late.engine = engine;
  opened.push(() => engine.stop());
  await rebuildOutdated(followerParts, (count) => options.report?.(`正在重建 ${count} 个视图……`));
  const shown = { main, read, mainPool, readPool, keysPool, master: files.master, time, today };
  return {
    ...rooms,
    ...shown,
    counter,
    engine,
    followerParts,
    keys,
    eraser,
    letters: outbox.box,
    lastAudit: () => lastAudit(options.dataDir),
    audit: houseAuditOf({ house: { mainPool, store }, dataDir: options.dataDir, env: options.env }, time),
  };
}

const onTheSpotOf = ({ master }: Secrets['files'], dataDir: string, keys: KeyRing, now: () => number) => ({
  checkInCodes: new CheckInCodes(master, now),
  evidenceFiles: new EvidenceFolder(dataDir, keys),
});

const registersOf = (main: DataSource, mainPool: pg.Pool): Pick<CounterParts, 'certificateNumbers' | 'exports'> => ({
  certificateNumbers: new CertificateNumbers(mainPool),
  exports: new ExportRegister(main.manager),
});

const treeOn = (ledger: Ledger, read: DataSource): OrganizationTree =>
  new OrganizationTree(async (organizationId: OrganizationId) => {
    const organization = await ledger.load(organizationDecider, organizationStream(organizationId));
    return organization.status === 'registered' ? organization.registered : undefined;
  }, read);

const todayBy = (now: () => number): LocalDate => dayOfInstant(new Date(now()).toISOString()) as LocalDate;

const windowsWaitMilliseconds = 5_000;
