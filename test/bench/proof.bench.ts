import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { openAuditPlaceOn, ownPolicyText } from '#libs/house/audit-place';
import type { Databases, House } from '#libs/house/house';
import { openSealing } from '#libs/house/sealing';
import { checkBundle } from '#libs/proof/bundle-checks';
import { writerKey } from '#libs/proof/entry';
import { readPolicy, type Policy } from '#libs/proof/policy';
import { runAudit } from '#libs/sealing/audit-run';
import { Sealer } from '#libs/sealing/sealer';
import type { LogEntry } from '#libs/proof/audit-source';
import { Scribe } from '../support/scribe.js';
import { atPlace, type Place } from './place.js';
import { cpuMicroseconds } from './processes.js';
import { asked, inRounds, quantile, rates, ratioOf, report, type Sample } from './rounds.js';
import { newId, openBenchHouse } from './telling.js';

const entriesAStream = 20;
const bundledEntries = 100;
const chunk = 5_000;
const callers = 16;

/** Signed, chained entries of many streams, one person's hundred among them, put into the log by the thousand. */
async function fill(
  connection: pg.PoolConfig,
  scribe: Scribe,
  { events, person }: { events: number; person: string },
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  const data = {
    servedOn: '2026-03-05',
    serviceMinutes: 60,
    activityId: randomUUID(),
    teamId: randomUUID(),
    volunteerId: person,
  };
  const streams = Array.from({ length: Math.ceil(events / entriesAStream) }, () => `hours-${randomUUID()}-2026`);
  for (let from = 0; from < events; from += chunk) {
    const rows: LogEntry[] = [];
    for (let n = from; n < Math.min(from + chunk, events); n++) {
      const stream = n < bundledEntries ? `hours-${person}-2026` : streams[n % streams.length]!;
      rows.push(await scribe.write({ stream, type: 'ServiceHoursCredited', data }));
    }
    const column = (name: 'stream' | 'revision' | 'id' | 'type' | 'text'): unknown[] => rows.map((row) => row[name]);
    await client.query(
      `insert into ledger.entry (position, stream, revision, event_id, type, entry)
       select (select coalesce(max(position), -1) from ledger.entry) + n, stream, revision, id, type, entry
       from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::text[]) with ordinality as given(stream, revision, id, type, entry, n)`,
      [column('stream'), column('revision'), column('id'), column('type'), column('text')],
    );
    process.stderr.write(`${from + rows.length} of ${events} written\r`);
  }
  await client.query('vacuum analyze ledger.entry');
  await client.end();
}

async function measured(work: () => Promise<number>): Promise<Sample> {
  const [begun, before] = [performance.now(), cpuMicroseconds()];
  const events = await work();
  const [milliseconds, after] = [performance.now() - begun, cpuMicroseconds()];
  return {
    perSecond: (events / milliseconds) * 1000,
    p50Milliseconds: milliseconds,
    p99Milliseconds: milliseconds,
    nodeMicroseconds: (after.node - before.node) / events,
    postgresMicroseconds: (after.postgres - before.postgres) / events,
  };
}

const auditing = (connection: pg.PoolConfig, policy: Policy, hashesOnly: boolean) => (): Promise<Sample> =>
  measured(async () => {
    const place = await openAuditPlaceOn(connection, {});
    const said = await runAudit(place.source, { policy, held: [], now: 0, ageSecondsMax: 0, hashesOnly, workers: 2 });
    await place.close();
    if (said.faultCount > 0) throw new Error(JSON.stringify(said.byCheck));
    return said.entries;
  });

/** Entries written by many callers at once while the sealer comes round every second; how long each waited to be in the tree. */
async function sealingLag({ store, mainPool: pool }: House, scribe: Scribe, seconds: number): Promise<number[]> {
  const sealer = new Sealer({ store, log: store.log, pool });
  const waiting: { position: string; at: number }[] = [];
  const lags: number[] = [];
  const end = performance.now() + seconds * 1000;
  const write = async (): Promise<void> => {
    const stream = `hours-${randomUUID()}-2026`;
    while (performance.now() < end) {
      const { stream: _, ...entry } = await scribe.write({ stream, type: 'ServiceHoursCredited', data: { n: 1 } });
      const stored = await store.append({ stream, expected: 'any', entries: [entry] });
      if (stored.status === 'stored') waiting.push({ position: stored.position, at: performance.now() });
    }
  };
  const seal = async (): Promise<void> => {
    while (performance.now() < end || waiting.length > 0) {
      const begun = waiting.length;
      await sealer.seal();
      const now = performance.now();
      lags.push(...waiting.splice(0, begun).map(({ at }) => now - at));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  };
  await Promise.all([seal(), ...Array.from({ length: callers }, write)]);
  return lags;
}

async function bundleOf(
  house: House,
  sealing: ReturnType<typeof openSealing>,
  { policy, person }: { policy: Policy; person: string },
) {
  const bundle = await sealing.bundles.build(person);
  const milliseconds: number[] = [];
  for (let i = 0; i < 20; i++) {
    const begun = performance.now();
    const { faults } = await checkBundle(bundle, { policy, held: [], now: 0, ageSecondsMax: 0 });
    milliseconds.push(performance.now() - begun);
    if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
  }
  return { entries: bundle.entries.length, bytes: gzipSync(JSON.stringify(bundle)).length, milliseconds };
}

async function bench(place: Place): Promise<void> {
  const conditions = asked('proof', { rounds: 3, seconds: 20, events: 1_000_000 });
  const { house, databases, dataDir } = await openBenchHouse(place, 'zhice');
  const person: string = newId();
  const scribe = new Scribe(house.store.log, writerKey(await readFile(join(dataDir, 'keys/writer.pem'), 'utf8')));
  await fill(databases.main, scribe, { events: conditions.events, person });
  const sealing = openSealing(house, {
    dataDir,
    env: {},
    onError: (error) => process.stderr.write(`${error.message}\n`),
  });
  const sealed = await measured(async () => (await sealing.checkpointer.checkpoint({ whole: true }))!.size);
  const policy = readPolicy((await ownPolicyText({ dataDir, env: {} }, house.store.log))!);
  const bundle = await bundleOf(house, sealing, { policy, person });
  const rounds = await inRounds(auditsOf(databases, policy), conditions.rounds);
  const lags = await sealingLag(house, scribe, conditions.seconds);
  await house.close();
  tell(conditions, { rounds, sealed, bundle, lags });
}

const auditsOf = ({ main }: Databases, policy: Policy) => ({
  'whole audit, two threads': auditing(main, policy, false),
  'hashes only': auditing(main, policy, true),
});

interface Found {
  readonly rounds: Awaited<ReturnType<typeof inRounds>>;
  readonly sealed: Sample;
  readonly bundle: Awaited<ReturnType<typeof bundleOf>>;
  readonly lags: readonly number[];
}

/** Goals are for a million entries; fewer have to be as fast. */
function tell(conditions: ReturnType<typeof asked>, { rounds, sealed, bundle, lags }: Found): void {
  const million = 1_000_000;
  const secondsOf = (name: string): number[] => rates(rounds, name).map((rate) => million / rate);
  const limits = (limit: number, of: readonly number[]): number[] => of.map(() => limit);
  const ratio = (what: string, values: readonly number[], limit: number) =>
    ratioOf({ what: `${what} ÷ ${limit}`, atMost: 1 }, values, limits(limit, values));
  report('proof', {
    asked: conditions,
    rounds,
    ratios: [
      ratio('whole audit of a million entries, seconds', secondsOf('whole audit, two threads'), 150),
      ratio('hashes only, seconds', secondsOf('hashes only'), 15),
      ratio(`bundle of ${bundle.entries} entries, KB gzipped`, [bundle.bytes / 1_000], 65),
      ratio('its verification, ms', bundle.milliseconds, 50),
      ratio('sealing lag p99, seconds', [quantile(lags, 0.99) / 1000], 5),
    ],
    notes: {
      'sealed in one go, entries a second': Math.round(sealed.perSecond),
      'Node CPU µs an entry sealed': sealed.nodeMicroseconds.toFixed(1),
      'entries written beside the sealer': lags.length,
      'sealing lag p50, ms': Math.round(quantile(lags, 0.5)),
    },
  });
}

await atPlace(bench);
