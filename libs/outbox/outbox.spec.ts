import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import type { AnyEvent } from '#libs/kernel/event';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { CheckpointLost } from '#libs/projection-engine/checkpoint';
import { Lease } from '#libs/projection-engine/lease';
import { engineBench, type EngineBench } from '../../test/support/engine-bench.js';
import { bent } from '../../test/support/gifts.js';
import { sampleId } from '../../test/support/sample-event.js';
import { Outbox, outboxName, type OutboxParts } from './outbox.js';
import { OutboxTables1764000000701 } from './outbox-tables.migration.js';
import { LetterDelayed, LetterRefused, type Letter } from './sink.js';

const to = { volunteerId: sampleId('v') as VolunteerId, organizationId: sampleId('o') as OrganizationId };

describe('The outbox', () => {
  let bench: EngineBench;
  let sent: Letter[];
  let answer: (letter: Letter) => Promise<void>;
  let failures: [string, boolean][];

  beforeEach(async () => {
    bench = await engineBench();
    const runner = bench.source.createQueryRunner();
    await new OutboxTables1764000000701().up(runner);
    await runner.release();
    [sent, failures, answer] = [[], [], () => Promise.resolve()];
  });
  afterEach(() => bench.close());

  const outbox = (more: Partial<OutboxParts> = {}): Outbox => {
    const { store, codec, keys, pool } = bench.parts([]);
    const deliver = async (letter: Letter): Promise<void> => {
      sent.push(letter);
      await answer(letter);
    };
    return new Outbox({
      ...{ store, codec, keys, pool, sink: { deliver } },
      // Every second gift is a reason to write.
      rules: { GiftGiven: ({ data }: AnyEvent) => (Number(data['count']) % 2 === 0 ? to : undefined) },
      onFailed: (_letter, why, givenUp) => void failures.push([why, givenUp]),
      ...more,
    });
  };

  const epochOf = async (one: Outbox): Promise<number> => (await one.checkpoints())[0]!.epoch;
  const stepped = async (one: Outbox): Promise<void> => {
    while ((await one.step(await epochOf(one))) > 0);
  };
  const asIfDue = (): Promise<unknown> => bench.pool.query('update outbox.letter set next_try_at = now()');

  it('writes to nobody about what was there before it, then once for each event that is a reason, with ids and no word of it', async () => {
    await bench.give(1, 4);
    const one = outbox();
    await stepped(one);
    expect(sent).toEqual([]);
    await bench.give(1, 4);
    await stepped(one);
    await stepped(outbox());
    // Several are on their way at once: which is there first is nobody's business.
    sent.sort((a, b) => Number(a.position) - Number(b.position));
    expect(sent.map(({ type, position }) => [type, position])).toEqual([
      ['GiftGiven', '5'],
      ['GiftGiven', '7'],
    ]);
    const { entries } = await bench.store.readAll(null, 10);
    expect(sent[0]).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), type: 'GiftGiven', ...to, position: '5' },
      ...{ eventId: entries[5]!.id, recordedAt: (JSON.parse(entries[5]!.text) as { at: string }).at },
    });
    expect(await one.box.counts()).toEqual({ waiting: 0, givenUp: 0, oldestSeconds: 0 });
  });

  it('begins with the first entry where it was there before the log', async () => {
    const one = outbox();
    await one.checkpoints();
    await bench.give(1, 2);
    await stepped(one);
    expect(sent).toHaveLength(1);
  });

  it('writes nothing down and sends nothing where nobody is to be written to', async () => {
    const one = outbox({ sink: undefined });
    expect([one.isWanted, await one.checkpoints()]).toEqual([false, []]);
  });

  it('tries again, later and later, what the receiver did not take, and holds nothing else up', async () => {
    const one = outbox();
    await one.checkpoints();
    await bench.give(1, 4);
    answer = ({ position }) => (position === '1' ? Promise.reject(new LetterDelayed('HTTP 503')) : Promise.resolve());
    const delays: number[] = [];
    for (let i = 0; i < 3; i++) {
      await stepped(one);
      const { rows } = await bench.pool.query<{ seconds: number }>(
        'select round(extract(epoch from next_try_at - clock_timestamp()))::int as seconds from outbox.letter',
      );
      delays.push(rows[0]!.seconds);
      await asIfDue();
    }
    // Five seconds, ten, twenty; a busy machine has used up some of them.
    expect(delays.map((seconds, i) => seconds <= 5 * 2 ** i && seconds > 5 * 2 ** (i - 1))).toEqual([true, true, true]);
    expect(sent.map(({ position }) => position).toSorted()).toEqual(['1', '1', '1', '3']);
    expect([failures, await one.box.reasons()]).toEqual([
      Array.from({ length: 3 }, () => ['HTTP 503', false]),
      [{ why: 'HTTP 503', letters: 1, givenUp: false }],
    ]);
    answer = () => Promise.resolve();
    await stepped(one);
    expect(await one.box.counts()).toMatchObject({ waiting: 0, givenUp: 0 });
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  });

  it('gives up what is refused or was in vain for three days, says why, and tries it again when somebody says so', async () => {
    const one = outbox();
    await one.checkpoints();
    await bench.give(1, 4);
    answer = ({ position }) =>
      Promise.reject(
        position === '1' ? new LetterRefused('HTTP 410') : Object.assign(new Error('小明'), { code: 'ECONNREFUSED' }),
      );
    await stepped(one);
    await bench.pool.query("update outbox.letter set next_try_at = now(), put_at = put_at - interval '73 hours'");
    await stepped(one);
    expect(failures.toSorted()).toEqual([
      ['ECONNREFUSED', false],
      ['ECONNREFUSED', true],
      ['HTTP 410', true],
    ]);
    expect(await one.box.counts()).toMatchObject({ waiting: 0, givenUp: 2 });
    expect((await one.box.reasons()).map(({ why }) => why)).toEqual(['ECONNREFUSED', 'HTTP 410']);
    await asIfDue();
    await stepped(one);
    expect(sent).toHaveLength(3);
    answer = () => Promise.resolve();
    expect([await one.resume(['another']), await one.resume([outboxName])]).toEqual([[], [outboxName]]);
    await stepped(one);
    expect([sent.length, await one.box.counts()]).toEqual([5, { waiting: 0, givenUp: 0, oldestSeconds: 0 }]);
  });

  it('sends the same letter again when the one who sent it died before noting that it arrived', async () => {
    const one = outbox();
    await one.checkpoints();
    await bench.give(1, 2);
    one.box.delivered = () => Promise.reject(new Error('killed'));
    await expect(stepped(one)).rejects.toThrow('killed');
    await asIfDue();
    await stepped(outbox());
    expect([sent.length, sent[1]]).toEqual([2, sent[0]]);
  });

  it('writes down nothing without its checkpoint, and sends nothing, when it slept through the loss of its lease', async () => {
    const one = outbox();
    await one.checkpoints();
    await bench.give(1, 4);
    const successor = new Lease(one.lease);
    // The successor takes over while a page is on its way.
    const overtaken = outbox({
      store: bent(bench.store, {
        readAll: async (after, limit) => {
          const page = await bench.store.readAll(after, limit);
          await successor.take([outboxName]);
          return page;
        },
      }),
    });
    await expect(overtaken.step(0)).rejects.toThrow(CheckpointLost);
    expect([sent, await one.box.counts()]).toEqual([[], { waiting: 0, givenUp: 0, oldestSeconds: 0 }]);
    const epoch = await epochOf(one);
    await one.step(epoch).catch(() => undefined);
    sent.length = 0;
    await bench.give(1, 4);
    await expect(one.step(epoch - 1)).rejects.toThrow(CheckpointLost);
    expect([sent, await one.box.take(outboxName, epoch - 1, 10)]).toEqual([[], []]);
    await successor.release();
  });

  it('stops before an entry that this version does not know, says so once, and goes on when it is resumed', async () => {
    const told: string[] = [];
    const older = outbox({
      codec: new EventCodec({ ...privacyEvents }),
      onStopped: (name, { why }) => void told.push(`${name}: ${why}`),
    });
    await older.checkpoints();
    await bench.give(1, 2);
    await stepped(older);
    expect(await older.checkpoints()).toMatchObject([
      { position: null, stopped: { position: '0', type: 'GiftGiven' } },
    ]);
    expect(told).toEqual([expect.stringContaining('letters: GiftGiven at 0')]);
    const newer = outbox();
    await stepped(newer);
    expect([sent, await newer.resume([outboxName])]).toEqual([[], [outboxName]]);
    await stepped(newer);
    expect(sent).toHaveLength(1);
  });
});
