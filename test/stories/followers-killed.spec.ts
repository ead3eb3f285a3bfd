import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rebuild } from '#libs/projection-engine/rebuild';
import { compiledCode, type CompiledCode, type RunningCode } from '../support/compiled-code.js';
import { engineBench, eventually, giftList, giftTotal, type EngineBench } from '../support/engine-bench.js';

const both = [giftTotal(), giftList];

// A successor asks twice a second: this and half a second more are well below the ten seconds that a fail-over may take.
const leaseSecondsMax = 6;

/** A projector of the gifts in small batches; says that it follows, and when it began and ended to lead. */
const projector = `
import { giftList, giftTotal, openGiftHouse } from './test/support/engine-bench.js';
const house = await openGiftHouse(JSON.parse(process.env.MAIN));
const engine = house.engine(house.parts([giftTotal(), giftList], { batchEntries: Number(process.env.BATCH) }), { onError: (error) => say('error ' + error.message) });
engine.start();
say('follows');
let was = false;
setInterval(() => {
  if (engine.isLeading !== was) say((was = engine.isLeading) ? 'leads' : 'stands by');
}, 10);
process.once('SIGTERM', () => void engine.stop().then(() => house.close()).then(() => process.exit(0)));
`;

const rebuilder = `
import { giftList, giftTotal, openGiftHouse } from './test/support/engine-bench.js';
import { rebuild } from './libs/projection-engine/rebuild.js';
const house = await openGiftHouse(JSON.parse(process.env.MAIN));
await rebuild(house.parts([giftTotal(), giftList]), ({ entries }) => say('folded ' + entries), { batchEntries: Number(process.env.BATCH), savedEvery: 500 });
say('done');
`;

describe('Projectors in processes of their own', () => {
  let code: CompiledCode;
  let bench: EngineBench;
  beforeAll(async () => {
    code = await compiledCode();
  }, 120_000);
  beforeEach(async () => {
    bench = await engineBench();
  });
  const running: RunningCode[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.process.kill('SIGKILL');
      await one.gone;
    }
    await bench.close();
  });
  afterAll(() => code.end());

  const start = (batchEntries = 20): RunningCode => {
    const one = code.run(projector, { MAIN: JSON.stringify(bench.main), BATCH: String(batchEntries) });
    running.push(one);
    return one;
  };
  const says = (one: RunningCode, line: string): Promise<void> => eventually(() => one.lines.includes(line), 60_000);
  const gifts = async (): Promise<number> => (await bench.hashes([giftList]))[0]!.rows;
  const followed = async (): Promise<void> => {
    const head = Number(await bench.store.head());
    await eventually(async () => (await gifts()) === head + 1, 60_000);
  };
  /** The row of the lease, by the clock of the database: what a busy machine does to ours says nothing. */
  const lease = async (): Promise<{ owner: string; epoch: number; secondsLeft: number }> => {
    const { rows } = await bench.pool.query<{ owner: string; epoch: number; secondsLeft: number }>(
      `select owner, epoch::int, greatest(-1e9, extract(epoch from expires_at - clock_timestamp()))::float8 as "secondsLeft"
       from read.lease where name = 'windows'`,
    );
    return rows[0]!;
  };
  /** What they came to, held against the whole log folded anew. */
  const expectEqualToRebuilt = async (): Promise<void> => {
    const rebuilt = await rebuild(bench.parts(both), () => undefined);
    expect(rebuilt.map(({ before, after }) => before === after)).toEqual([true, true]);
  };

  it('killed at any moment leave tables that equal the log folded anew', async () => {
    const kills = Number(process.env['ZHICE_KILLS'] ?? '25');
    await bench.give(40, 100);
    for (let kill = 0; kill < kills; kill++) {
      await bench.pool.query("update read.lease set expires_at = '-infinity'").catch(() => undefined);
      const one = start(10);
      await says(one, 'leads');
      // Anywhere in a batch of some milliseconds, and some batches further each time.
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 120));
      one.process.kill('SIGKILL');
      await one.gone;
      await bench.give(1, 20);
    }
    const last = start(500);
    await followed();
    last.process.kill('SIGTERM');
    await last.gone;
    await expectEqualToRebuilt();
  }, 300_000);

  it('have one leader, whose place is taken in time when it is killed, and at once when it stops', async () => {
    const [first, second] = [start(), start()];
    await eventually(() => [first, second].some(({ lines }) => lines.includes('leads')), 60_000);
    const [leader, standby] = first.lines.includes('leads') ? [first, second] : [second, first];
    await says(standby, 'follows');
    await bench.give(10, 20);
    await followed();
    expect(standby.lines).not.toContain('leads');
    const before = await lease();
    leader.process.kill('SIGKILL');
    await leader.gone;
    expect((await lease()).secondsLeft).toBeLessThanOrEqual(leaseSecondsMax);
    await says(standby, 'leads');
    const after = await lease();
    expect(after.epoch).toBeGreaterThan(before.epoch);
    expect(after.owner).not.toBe(before.owner);
    await bench.give(10, 20);
    await followed();
    const third = start();
    await says(third, 'follows');
    // Frozen meanwhile, so that what is seen is what the one who stops has left: a lease that anybody may take.
    third.process.kill('SIGSTOP');
    standby.process.kill('SIGTERM');
    expect(await standby.gone).toBe('');
    const left = await lease();
    expect([left.owner, left.secondsLeft < 0]).toEqual([after.owner, true]);
    third.process.kill('SIGCONT');
    await says(third, 'leads');
    await expectEqualToRebuilt();
  }, 120_000);

  it('killed while rebuilding leave the live tables as they were, and the next one goes on', async () => {
    await bench.give(40, 100);
    start(500);
    await followed();
    const tables = await bench.hashes(both);
    const cut = code.run(rebuilder, { MAIN: JSON.stringify(bench.main), BATCH: '100' });
    running.push(cut);
    // It says so before it has written down what it folded: the batch after shows that the first 1,500 are.
    await says(cut, 'folded 1600');
    cut.process.kill('SIGKILL');
    await cut.gone;
    expect(cut.lines).not.toContain('done');
    expect(await bench.hashes(both)).toEqual(tables);
    const entries: number[] = [];
    const rebuilt = await rebuild(bench.parts(both), (progress) => entries.push(progress.entries));
    expect(entries.at(-1)).toBeLessThanOrEqual(2_500);
    expect(rebuilt.map(({ before, after }) => before === after)).toEqual([true, true]);
    expect(await bench.hashes(both)).toEqual(tables);
  }, 120_000);

  it.each([0, 40, 80])(
    'frozen %i ms into its work and woken after another took over changes nothing',
    async (milliseconds) => {
      const frozen = start(5);
      await says(frozen, 'leads');
      await bench.give(40, 50);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      frozen.process.kill('SIGSTOP');
      const next = start(200);
      await says(next, 'leads');
      await followed();
      const tables = await bench.hashes(both);
      const epoch = async (): Promise<unknown> =>
        (await bench.pool.query("select epoch, owner from read.lease where name = 'windows'")).rows;
      const before = await epoch();
      frozen.process.kill('SIGCONT');
      await says(frozen, 'stands by');
      // Long enough for a batch and for the next try to lead.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect([await bench.hashes(both), await epoch()]).toEqual([tables, before]);
      expect(frozen.lines.filter((line) => line === 'leads')).toHaveLength(1);
      await expectEqualToRebuilt();
    },
    120_000,
  );
});
