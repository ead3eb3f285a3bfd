import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Refused, type Context } from '#libs/event-store/ledger';
import { StoreUnavailable } from '#libs/event-store/port';
import type { Message } from '#libs/kernel/decider';
import { SubjectFenced } from '#libs/privacy/key-ring';
import { engineBench, eventually, giftTotal, type EngineBench } from '../../test/support/engine-bench.js';
import type { Checkpoint, Stopped } from './checkpoint.js';
import { reactionCommandId, ReactionRunner, type AnyReaction, type ReactionParts } from './reaction-runner.js';

const thanks: AnyReaction = {
  name: 'when-given-then-thank',
  on: { GiftGiven: ({ data }: { data: { count: number } }) => [{ type: 'Thank', data: { count: data.count } }] },
} as never;

describe('A reaction', () => {
  let bench: EngineBench;
  let submitted: { count: number; commandId: string }[];
  let refused: string[];
  let stops: [string, Stopped][];
  let delays: string[];
  beforeEach(async () => {
    bench = await engineBench();
    submitted = [];
    refused = [];
    stops = [];
    delays = [];
  });
  afterEach(() => bench.close());

  const submit = async (command: Message<string, unknown>, { commandId }: Context): Promise<void> => {
    submitted.push({ count: (command.data as { count: number }).count, commandId });
  };
  const partsOf = (more: Partial<ReactionParts> = {}): ReactionParts => ({
    ...bench.parts([]),
    reactions: [thanks],
    submit,
    onRefused: async (_, { position }, why) => void refused.push(`${position} ${why}`),
    onStopped: (name, stopped) => void stops.push([name, stopped]),
    onDelayed: (name, error) => void delays.push(`${name}: ${error.message}`),
    ...more,
  });
  const runner = (more: Partial<ReactionParts> = {}): ReactionRunner => new ReactionRunner(partsOf(more));
  const checkpointOf = async (one: ReactionRunner): Promise<Checkpoint> => (await one.ensure())[0]!;
  /** Fails for gift 3 as often as told. */
  const failing = (error: () => Error, times = 1): ReactionParts['submit'] => {
    let left = times;
    return async (command, context) => {
      if ((command.data as { count: number }).count === 3 && left-- > 0) throw error();
      return submit(command, context);
    };
  };

  it('gives its command with an id derived from the event', async () => {
    await bench.give(1, 5);
    const one = runner();
    expect([await one.step(), await one.step()]).toEqual([5, 0]);
    const { entries } = await bench.store.readAll(null, 10);
    expect(submitted).toEqual(
      entries.map(({ id }, i) => ({ count: i + 1, commandId: reactionCommandId(id, thanks.name, 0) })),
    );
    expect((await checkpointOf(one)).position).toBe('4');
  });

  it('gives the same ids again after a crash before its checkpoint moved', async () => {
    await bench.give(1, 5);
    await runner().step();
    const before = submitted.splice(0);
    await bench.pool.query('update read.checkpoint set position = null');
    await runner().step();
    expect(submitted).toEqual(before);
  });

  it('tries again, later, what a store that is down did not take, and leaves its checkpoint until then', async () => {
    await bench.give(1, 5);
    const one = runner({ submit: failing(() => new StoreUnavailable('down'), 2) });
    expect(await one.step()).toBe(0);
    expect(delays).toEqual([`reaction:${thanks.name}: down`]);
    expect(await checkpointOf(one)).toMatchObject({ position: null, stopped: null });
    // At once it is not tried again.
    expect([await one.step(), delays.length]).toEqual([0, 1]);
    await eventually(async () => (await one.step()) === 5);
    expect(delays).toHaveLength(2);
    expect(new Set(submitted.map(({ count }) => count))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(stops).toEqual([]);
  });

  it('stops right before an event that will never be taken, says which, and goes on when it is resumed', async () => {
    await bench.give(1, 5);
    const one = runner({ submit: failing(() => new TypeError('a fault of ours')) });
    expect(await one.step()).toBe(1);
    const { position, stopped } = await checkpointOf(one);
    expect([position, stopped]).toMatchObject(['1', { position: '2', type: 'GiftGiven', why: 'a fault of ours' }]);
    expect(stops).toEqual([[`reaction:${thanks.name}`, stopped]]);
    expect(await one.step()).toBe(0);
    await one.checkpoints.resume(bench.pool, [`reaction:${thanks.name}`]);
    expect([await one.step(), (await checkpointOf(one)).position]).toEqual([3, '4']);
  });

  it.each([
    ['a rule refuses', () => new Refused({ refused: 'too_many_gifts' }), 'too_many_gifts'],
    ['is about somebody erased', () => new SubjectFenced('someone'), 'subject_is_erased'],
  ])('tells of what %s and goes on', async (_, error, why) => {
    await bench.give(1, 5);
    const one = runner({ submit: failing(error) });
    expect(await one.step()).toBe(5);
    expect(refused).toEqual([`2 ${why}`]);
    expect(await checkpointOf(one)).toMatchObject({ position: '4', stopped: null });
  });

  it('does not hold up the windows while it waits', async () => {
    const { position } = await bench.give(1, 5);
    const parts = bench.parts([giftTotal()]);
    const { reactions, onDelayed } = partsOf();
    const down = async (): Promise<never> => {
      throw new StoreUnavailable('down');
    };
    const engine = bench.engine(parts, { reactions, submit: down, ...(onDelayed ? { onDelayed } : {}) });
    engine.start();
    try {
      await eventually(async () =>
        (await engine.checkpoints()).some((one) => one.name === 'gift-total' && one.position === position),
      );
      await eventually(() => delays.length > 1);
      const next = await bench.give(1, 5);
      await eventually(async () => (await engine.checkpoints()).some((one) => one.position === next.position));
      expect((await engine.checkpoints()).map((one) => one.position)).toEqual([next.position, null]);
    } finally {
      await engine.stop();
    }
  });
});
