import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openHouseOn, type Databases } from '#libs/house/house';
import { rebuild } from '#libs/projection-engine/rebuild';
import { fill } from './fill.js';
import { atPlace, type Place } from './place.js';
import { cpuMicroseconds, peakMebibytes } from './processes.js';
import { asked, inRounds, median, rates, ratioOf, report, type Sample } from './rounds.js';
import { openBenchHouse } from './telling.js';

interface Task {
  readonly work: 'rebuild' | 'read';
  readonly databases: Databases;
  readonly dataDir: string;
}
interface Done {
  readonly events: number;
  readonly seconds: number;
  readonly nodeMicroseconds: number;
  readonly peak: number;
}
const pageEntries = 5_000;
const heap = ['--max-old-space-size=256', '--max-semi-space-size=32'];

/** The limit: the same log in pages, each text parsed, nothing done with it. */
async function read(connection: pg.PoolConfig): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  let [events, after] = [0, '-1'];
  for (;;) {
    const { rows } = await client.query<[string, string]>({
      name: 'page',
      text: `select position, entry from ledger.entry where position > $1 order by position limit ${pageEntries}`,
      values: [after],
      rowMode: 'array',
    } as never);
    for (const [, entry] of rows) JSON.parse(entry);
    events += rows.length;
    if (rows.length < pageEntries) break;
    after = rows.at(-1)![0];
  }
  await client.end();
  return events;
}

async function measured(work: () => Promise<number>): Promise<Done> {
  const [begun, before] = [performance.now(), cpuMicroseconds()];
  const events = await work();
  const seconds = (performance.now() - begun) / 1000;
  return { events, seconds, nodeMicroseconds: cpuMicroseconds().node - before.node, peak: peakMebibytes() };
}

/** In a process of its own: its peak of memory is then its own too. */
async function perform({ work, databases, dataDir }: Task): Promise<Done> {
  if (work === 'read') return measured(() => read(databases.main));
  const house = await openHouseOn(databases, { dataDir, env: {} });
  const done = await measured(async () => {
    await rebuild(house.followerParts, () => undefined);
    return Number(await house.store.head()) + 1;
  });
  await house.close();
  return done;
}

const inChild = (task: Task): Promise<Done> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child'], {
      // As `zhice rebuild` runs it (apps/cli/zhice.mjs).
      execArgv: [...process.execArgv, ...(task.work === 'rebuild' ? heap : [])],
    });
    child
      .once('message', resolve as (done: unknown) => void)
      .once('exit', (code) => reject(new Error(`${task.work}: ${code}`)));
    child.send(task);
  });

async function bench(place: Place): Promise<void> {
  const conditions = asked('rebuild', { rounds: 3, seconds: 0, events: 1_000_000 });
  const { house, databases, dataDir } = await openBenchHouse(place, 'zhice');
  const begun = performance.now();
  await fill(house, databases.main, conditions.events);
  await house.close();
  process.stderr.write(`filled in ${Math.round((performance.now() - begun) / 1000)} s\n`);
  const peaks: Record<Task['work'], number[]> = { read: [], rebuild: [] };
  const variant = (work: Task['work']) => async (): Promise<Sample> => {
    const before = cpuMicroseconds();
    const { events, seconds, nodeMicroseconds, peak } = await inChild({ work, databases, dataDir });
    peaks[work].push(peak);
    const postgresMicroseconds = (cpuMicroseconds().postgres - before.postgres) / events;
    const latency = { p50Milliseconds: seconds * 1000, p99Milliseconds: seconds * 1000 };
    return {
      perSecond: events / seconds,
      ...latency,
      nodeMicroseconds: nodeMicroseconds / events,
      postgresMicroseconds,
    };
  };
  const rounds = await inRounds(
    { 'rebuild of all windows': variant('rebuild'), 'read and parse': variant('read') },
    conditions.rounds,
  );
  const memory = {
    'resident MiB at most, rebuild': Math.round(Math.max(...peaks.rebuild)),
    'resident MiB at most, read': Math.round(median(peaks.read)),
  };
  report('rebuild', {
    asked: conditions,
    rounds,
    ratios: [
      ratioOf(
        { what: 'rebuild ÷ read and parse', atLeast: 0.35 },
        rates(rounds, 'rebuild of all windows'),
        rates(rounds, 'read and parse'),
      ),
      ratioOf(
        { what: 'resident memory ÷ 400 MiB', atMost: 1 },
        peaks.rebuild,
        peaks.rebuild.map(() => 400),
      ),
    ],
    notes: memory,
  });
}

if (process.argv.includes('--child'))
  process.once('message', (task) => {
    void perform(task as Task).then((done) => process.send!(done, () => process.exit(0)));
  });
else await atPlace(bench);
