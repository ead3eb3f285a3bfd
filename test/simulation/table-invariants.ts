import { isDeepStrictEqual } from 'node:util';
import { Follower } from '#libs/projection-engine/follower';
import { Chance } from './chance.js';
import { Database, type JsonRow } from './database.js';
import { Faults, someRates, faultKinds } from './faults.js';
import { liveEntries } from './hours-invariants.js';
import type { Read } from './invariants.js';
import { codec, windows } from './member.js';
import { keyColumns, namesOnly } from './read-tables.js';
import { Scheduler } from './scheduler.js';
import type { World } from './simulation.js';

/** The tables of one undisturbed replay of the log into an empty database. */
async function replayed({ inner: store, keys }: World): Promise<Record<string, JsonRow[]>> {
  const chance = new Chance(0);
  const scheduler = new Scheduler(chance, () => undefined);
  const quiet = new Faults(chance, someRates(chance, new Set(faultKinds)));
  const database = new Database(keyColumns(windows), { scheduler, faults: quiet, now: () => 0 });
  const owner = {};
  const pool = database.pool('replay', owner);
  const follower = new Follower({ store, codec, keys, pool, source: namesOnly, projections: windows, schema: 'read' });
  let over = false;
  const replaying = (async () => {
    while ((await follower.step()) > 0);
    over = true;
  })();
  await scheduler.run(() => over);
  await replaying;
  return database.dump();
}

function sumsOf<T>(rows: readonly T[], keyOf: (row: T) => unknown, minutesOf: (row: T) => unknown): [string, number][] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = String(keyOf(row));
    sums.set(key, (sums.get(key) ?? 0) + Number(minutesOf(row)));
  }
  return [...sums].filter(([, minutes]) => minutes !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const totalOf = (sums: readonly (readonly [string, number])[]): number => sums.reduce((sum, [, one]) => sum + one, 0);

function sumFaults(tables: Record<string, JsonRow[]>, log: readonly Read[]): string[] {
  const live = liveEntries(log);
  const years = tables['volunteer_year']!;
  const credited = tables['hours_entry']!.filter(({ state }) => state === 'credited');
  const inYears = years.flatMap(({ activity_minutes: minutes }) => Object.entries(minutes as Record<string, number>));
  const byPerson = sumsOf(
    live,
    (entry) => entry.volunteerId,
    (entry) => entry.serviceMinutes,
  );
  const byActivity = sumsOf(
    live,
    (entry) => entry.activityId,
    (entry) => entry.serviceMinutes,
  );
  const told: readonly (readonly [string, unknown, unknown])[] = [
    [
      'a person',
      sumsOf(
        years,
        (row) => row['volunteer_id'],
        (row) => row['service_minutes'],
      ),
      byPerson,
    ],
    [
      'an activity',
      sumsOf(
        inYears,
        ([activity]) => activity,
        ([, minutes]) => minutes,
      ),
      byActivity,
    ],
    [
      'an activity by entries',
      sumsOf(
        credited,
        (row) => row['activity_id'],
        (row) => row['service_minutes'],
      ),
      byActivity,
    ],
    ['all persons and all activities', totalOf(byPerson), totalOf(byActivity)],
  ];
  return told.filter(([, a, b]) => !isDeepStrictEqual(a, b)).map(([of]) => `the minutes of ${of} do not agree`);
}

/** Windows that were fed through every fault show what a fresh replay shows, and their sums are those of the log. */
export async function tableFaults(world: World, log: readonly Read[]): Promise<string[]> {
  const tables = world.database.dump();
  const fresh = await replayed(world);
  const wrong = Object.keys(fresh).filter((table) => !isDeepStrictEqual(tables[table], fresh[table]));
  return [
    ...wrong.map((table) => `${table} is not what a replay makes of the log`),
    ...[...world.database.checkpoints.values()]
      .filter(({ position }) => position !== log.at(-1)?.stored.position)
      .map(({ name, position }) => `${name} rests at ${position}`),
    ...sumFaults(tables, log),
  ];
}
