import type pg from 'pg';
import { copyLog, pairsOf, type Copied } from '#libs/event-store/copying';
import { EventStoreDbEventStore } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import type { NamedLog, Position } from '#libs/event-store/port';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import { StartRefused } from '#libs/postgres/fault';
import { openServer } from '#libs/postgres/server';
import { projections } from '#projections/catalogue';
import { openSources, type Databases } from './sources.js';

export interface MoveOptions {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly to: 'eventstoredb' | 'postgres';
  readonly onProgress?: Parameters<typeof copyLog>[2];
}

/**
 * Copies the whole log to the other store, compares every entry, and then lets what stands beside it (sealed tree, checkpoints,
 * positions that events speak of) point to the copy. Whoever starts next with or without EVENTSTORE_URL goes on there; windows
 * are folded anew at that start. The product must not run meanwhile. Throws StartRefused, LogsDiffer and the stores' errors.
 */
export async function moveLog(options: MoveOptions): Promise<Copied> {
  const { dataDir, env } = options;
  const server = await openServer({ dataDir, env });
  try {
    return await moveLogOn(server, options);
  } finally {
    await server.stop();
  }
}

/** The same on databases that are already there. */
export async function moveLogOn(
  databases: Databases,
  { env, to, onProgress }: Omit<MoveOptions, 'dataDir'>,
): Promise<Copied> {
  const url = env['EVENTSTORE_URL'];
  if (url === undefined || url === '')
    throw new StartRefused('没有说 EventStoreDB 在哪里。', '请设置环境变量 EVENTSTORE_URL，再执行一次。');
  const opened: (() => Promise<unknown>)[] = [];
  try {
    const { mainPool, readPool } = await openSources(databases, { env }, opened);
    const inPostgres = await PostgresEventStore.open({ connection: databases.main });
    opened.push(() => inPostgres.close());
    const prefix = env['EVENTSTORE_PREFIX'] ?? '';
    const inEventStoreDb = await EventStoreDbEventStore.open({ url, prefix, log: inPostgres.log });
    opened.push(() => inEventStoreDb.close());
    const [source, target] = to === 'postgres' ? [inEventStoreDb, inPostgres] : [inPostgres, inEventStoreDb];
    const copied = await copyLog(source, target, onProgress);
    await pointTo({ source, target, mainPool, readPool });
    return copied;
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

interface Beside {
  readonly source: NamedLog;
  readonly target: NamedLog;
  readonly mainPool: pg.Pool;
  readonly readPool: pg.Pool;
}

const pageEntries = 1_000;
const spokenOf = /"position":"([0-9:]{1,41})"/g;

/** May be repeated: what points to the target already is found by nobody. */
async function pointTo(beside: Beside): Promise<void> {
  const { source, target, mainPool, readPool } = beside;
  const spoken = new Set<string>();
  const places = new Places(source, await placesKept(beside));
  let [ids, here]: [string[], string[]] = [[], []];
  const flush = async (): Promise<void> => {
    await mainPool.query(
      `update proof.entry e set position = m.here from unnest($1::uuid[], $2::text[]) as m(id, here)
       where e.event_id = m.id and e.position <> m.here`,
      [ids, here],
    );
    [ids, here] = [[], []];
  };
  for await (const { from, to } of pairsOf(source, target)) {
    for (const [, position] of from.text.matchAll(spokenOf)) spoken.add(position!);
    places.pass(from.position, to.position);
    ids.push(from.id);
    here.push(to.position);
    if (ids.length === pageEntries) await flush();
  }
  await flush();
  const moved = [[...places.here.keys()], [...places.here.values()]];
  for (const [table, column] of [
    ['proof.head', 'read_to'],
    ['proof.quarantine', 'position'],
  ])
    await mainPool.query(
      `update ${table} t set ${column} = m.here from unnest($1::text[], $2::text[]) as m(before, here) where t.${column} = m.before`,
      moved,
    );
  await keepSpoken(mainPool, { source, target }, spoken);
  // Rows hold positions of the other store: a version that nobody has lets the next start fold them anew.
  await readPool.query(
    `update read.checkpoint c set store_id = $3, version = case when name = any($5) then 0 else version end,
       position = (select m.here from unnest($1::text[], $2::text[]) as m(before, here) where m.before = c.position)
     where store_id = $4`,
    [...moved, target.storeId, source.storeId, projections.map(({ name }) => name)],
  );
}

/** What is kept of places in the source. */
async function placesKept({ source, mainPool, readPool }: Beside): Promise<Position[]> {
  const main = await mainPool.query<{ position: Position | null }>(
    'select read_to as position from proof.head union select position from proof.quarantine',
  );
  const read = await readPool.query<{ position: Position | null }>(
    'select distinct position from read.checkpoint where store_id = $1',
    [source.storeId],
  );
  return [...main.rows, ...read.rows].flatMap(({ position }) => (position === null ? [] : [position]));
}

/** Where places of the source are in the target: at the last entry that does not stand behind them. */
class Places {
  readonly here = new Map<string, Position>();
  private readonly waiting: Position[];
  private last: Position | undefined;

  constructor(
    private readonly source: NamedLog,
    places: readonly Position[],
  ) {
    const dense = source.entriesUpTo('0' as Position) !== undefined;
    // What an earlier run has moved already is no place of the source.
    const own = places.filter((position) => position.includes(':') !== dense);
    this.waiting = own.toSorted((a, b) => source.compare(a, b));
  }

  pass(from: Position, to: Position): void {
    while (this.waiting[0] !== undefined && this.source.compare(this.waiting[0], from) < 0) this.settle();
    this.last = to;
    while (this.waiting[0] !== undefined && this.source.compare(this.waiting[0], from) === 0) this.settle();
    // Behind the last entry nothing is passed any more: what still waits stands there.
    for (const position of this.waiting) this.here.set(position, to);
  }

  private settle(): void {
    const position = this.waiting.shift()!;
    if (this.last) this.here.set(position, this.last);
    else this.here.delete(position);
  }
}

/** Events speak of positions of the store they were written in, for ever. */
async function keepSpoken(
  pool: pg.Pool,
  { source, target }: Pick<Beside, 'source' | 'target'>,
  spoken: ReadonlySet<string>,
): Promise<void> {
  if (spoken.size === 0) return;
  const { rows } = await pool.query<{ position: string; here: string }>(
    'select position, here from registry.moved_position',
  );
  const earlier = new Map<string, string[]>();
  for (const { position, here } of rows) earlier.set(here, [...(earlier.get(here) ?? []), position]);
  const moved: [string, string][] = [];
  for await (const { from, to } of pairsOf(source, target)) {
    if (spoken.has(from.position)) moved.push([from.position, to.position]);
    // Spoken of before an earlier move: known by where it stood in the source.
    for (const position of earlier.get(from.position) ?? []) moved.push([position, to.position]);
  }
  const latest = new Map(moved);
  await pool.query(
    `insert into registry.moved_position (position, here) select * from unnest($1::text[], $2::text[])
     on conflict (position) do update set here = excluded.here`,
    [[...latest.keys()], [...latest.values()]],
  );
}
