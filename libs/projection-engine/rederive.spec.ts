import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineBench, followAll, giftList, giftTotal, type EngineBench } from '../../test/support/engine-bench.js';
import { Follower } from './follower.js';
import type { Projection } from './projection.js';
import { rebuild } from './rebuild.js';
import { projectionRoot, rederive, rootsAt, type RederivedTable } from './rederive.js';

const both: readonly Projection[] = [giftTotal(), giftList];
const toNobody = (): void => undefined;

describe('Read tables against the log', () => {
  let bench: EngineBench;
  beforeEach(async () => {
    bench = await engineBench();
    await bench.give(20, 20);
    await followAll(new Follower(bench.parts(both)));
  });
  afterEach(() => bench.close());

  const run = async (): Promise<Map<string, RederivedTable>> => {
    const { tables } = await rederive(bench.parts(both), toNobody);
    return new Map(tables.map((one) => [one.table, one]));
  };
  const schemas = async (): Promise<unknown> =>
    bench.source.query("select nspname as name from pg_namespace where nspname like 'read%' order by 1");

  it('come to the same roots, change nothing and leave nothing behind', async () => {
    const before = await bench.hashes(both);
    const tables = await run();
    expect([...tables.values()].map(({ table, rows, faults }) => [table, rows, faults])).toEqual([
      ['gift_total', 20, []],
      ['gift_list', 400, []],
    ]);
    for (const { root, live } of tables.values()) expect(live).toBe(root);
    expect(await bench.hashes(both)).toEqual(before);
    expect(await schemas()).toEqual([{ name: 'read' }]);
    expect([...(await run()).values()]).toEqual([...tables.values()]);
  });

  it('24 a row that was changed is named with its columns', async () => {
    await bench.pool.query(`update read.gift_total set total = total + 1 where stream = 'gift-7'`);
    const { faults, faultCount, live, root } = (await run()).get('gift_total')!;
    expect(faults).toEqual([{ check: 'PROJ_DIFF', key: ['gift-7'], columns: ['total'] }]);
    expect(faultCount).toBe(1);
    expect(live).not.toBe(root);
  });

  it('25 a row that was deleted is named, at the beginning, in the middle and at the end', async () => {
    await bench.pool.query(
      `delete from read.gift_list where (stream, revision) in (('gift-1', 0), ('gift-5', 7), ('gift-9', 19))`,
    );
    const { faults } = (await run()).get('gift_list')!;
    expect(faults).toEqual([
      { check: 'PROJ_MISSING', key: ['gift-1', '0'], columns: [] },
      { check: 'PROJ_MISSING', key: ['gift-5', '7'], columns: [] },
      { check: 'PROJ_MISSING', key: ['gift-9', '19'], columns: [] },
    ]);
  });

  it('26 a row that was made up is named, whatever sorts before or behind it', async () => {
    await bench.pool.query(
      `insert into read.gift_total (stream, gifts, total) values ('a', 1, 1), ('gift-7-', 1, 1), ('𠮷', 1, 1), ('\uffee', 1, 1)`,
    );
    const { faults } = (await run()).get('gift_total')!;
    expect(faults.map(({ check, key }) => [check, ...key])).toEqual([
      ['PROJ_EXTRA', 'a'],
      ['PROJ_EXTRA', 'gift-7-'],
      ['PROJ_EXTRA', '\uffee'],
      ['PROJ_EXTRA', '𠮷'],
    ]);
  });

  it('are not compared where a table stopped, and the others are', async () => {
    const [first] = await new Follower(bench.parts(both)).ensure();
    await bench.pool.query(`update read.checkpoint set position = $1, stopped = '{}' where name = 'gift-total'`, [
      first!.position && '5',
    ]);
    const tables = await run();
    expect(tables.get('gift_total')!.live).toBeNull();
    expect(tables.get('gift_list')!).toMatchObject({ faultCount: 0 });
  });

  it('have the roots they had, when they are asked for at a place further back', async () => {
    const then = await rederive(bench.parts(both), toNobody);
    await bench.give(5, 5);
    await followAll(new Follower(bench.parts(both)));
    const now = await rederive(bench.parts(both), toNobody);
    const again = await rootsAt(bench.parts(both), then.position!, toNobody);
    expect(again.map(({ rows, root }) => [rows, root])).toEqual(then.tables.map(({ rows, root }) => [rows, root]));
    expect(projectionRoot(now.tables).root).not.toBe(projectionRoot(then.tables).root);
    expect(projectionRoot([...then.tables].reverse())).toEqual(projectionRoot(again));
    // And a rebuild afterwards is as it was.
    for (const { before, after } of await rebuild(bench.parts(both), toNobody)) expect(before).toBe(after);
  });
});
