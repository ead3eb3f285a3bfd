import { beforeEach, describe, expect, it } from '@jest/globals';
import { bent, GiftBench, gifts, newCommandId, newGiftStream } from '../../test/support/gifts.js';
import { CommandIdReused, ConflictPersists, Refused, type Ledger } from './ledger.js';
import { AppendOutcomeUnknown, type EventStore } from './port.js';

const give = (times = 1) => ({ type: 'Give', data: { times } }) as const;
const double = { type: 'Double', data: undefined } as const;
const giveFirst = { type: 'GiveFirst', data: undefined } as const;
const giveByFacts = { type: 'GiveByFacts', data: undefined } as const;
const takeBack = { type: 'TakeBack', data: undefined } as const;
const upTo = (count: number) => ({ type: 'GiveUpTo', data: { count } }) as const;
const thank = { type: 'Thank', data: { word: '谢谢' } } as const;

describe('The ledger', () => {
  let bench: GiftBench;
  let ledger: Ledger;
  let other: Ledger;
  let stream: string;
  beforeEach(() => {
    bench = new GiftBench();
    [ledger, other] = [bench.ledger(), bench.ledger()];
    stream = newGiftStream();
  });
  const countIn = (of: string): Promise<number> => bench.ledger().load(gifts, of);
  const parallel = <T>(count: number, what: (i: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, i) => what(i)));

  it('stores what was decided and gives a receipt of its last entry', async () => {
    const receipt = await bench.run(ledger, stream, give(3));
    const stored = await bench.stored(stream);
    expect(receipt).toEqual({
      stream,
      revision: 2,
      position: stored[2]!.position,
      leafHash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    });
    const [first] = await bench.audited(stream);
    expect(first).toMatchObject({
      v: 1,
      log: 'gifts',
      type: 'GiftGiven',
      tv: 1,
      at: '2026-07-01T16:30:00.000Z',
      data: { count: 1 },
      enc: [],
    });
  });

  it('tells the decider the day in Shanghai, where half past four in the afternoon UTC is tomorrow', async () => {
    const days: string[] = [];
    const decider: typeof gifts = {
      ...gifts,
      decide: (command, count, act, facts) => {
        days.push(act.today);
        return gifts.decide(command, count, act, facts);
      },
    };
    await ledger.run(decider, { stream, command: give(), facts: async () => 1, context: bench.context() });
    expect(days).toEqual(['2026-07-02']);
  });

  describe('takes one command once', () => {
    it('from the same caller twice', async () => {
      const commandId = newCommandId();
      const first = await bench.run(ledger, stream, give(2), { commandId });
      await bench.run(ledger, stream, give());
      expect(await bench.run(ledger, stream, give(2), { commandId })).toEqual(first);
      expect(await countIn(stream)).toBe(3);
    });

    it('through two processes and after a restart', async () => {
      const commandId = newCommandId();
      await bench.run(other, stream, give());
      const first = await bench.run(ledger, stream, thank, { commandId });
      await bench.run(ledger, stream, give());
      for (const again of [other, bench.ledger()])
        expect(await bench.run(again, stream, thank, { commandId })).toEqual(first);
      expect((await bench.audited(stream)).filter(({ type }) => type === 'GiverThanked')).toHaveLength(1);
    });

    it('also where another process, behind the times, would have decided less', async () => {
      await bench.run(ledger, stream, give());
      await bench.run(other, stream, upTo(1));
      await bench.run(other, stream, thank);
      await bench.run(ledger, stream, give(2));
      const commandId = newCommandId();
      const first = await bench.run(ledger, stream, double, { commandId });
      expect(await bench.run(other, stream, double, { commandId })).toEqual(first);
      expect(await countIn(stream)).toBe(6);
    });

    it('also where another process, behind the times, would have decided more', async () => {
      await bench.run(other, stream, give(4));
      await bench.run(ledger, stream, takeBack);
      await bench.run(ledger, stream, give());
      const commandId = newCommandId();
      const first = await bench.run(ledger, stream, double, { commandId });
      expect(await bench.run(other, stream, double, { commandId })).toEqual(first);
      expect(await countIn(stream)).toBe(2);
    });

    it('20 times at once, through two processes', async () => {
      const commandId = newCommandId();
      const receipts = await parallel(20, (i) => bench.run(i % 2 ? ledger : other, stream, give(2), { commandId }));
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
      expect(await bench.audited(stream)).toHaveLength(2);
    });

    it('and gives the receipt although by now a rule would refuse', async () => {
      const commandId = newCommandId();
      const first = await bench.run(ledger, stream, giveFirst, { commandId });
      for (const again of [ledger, other])
        expect(await bench.run(again, stream, giveFirst, { commandId })).toEqual(first);
    });

    it('and refuses its id for another stream', async () => {
      const commandId = newCommandId();
      await bench.run(ledger, stream, give(), { commandId });
      const elsewhere = newGiftStream();
      await expect(bench.run(ledger, elsewhere, give(), { commandId })).rejects.toThrow(CommandIdReused);
      await expect(bench.run(other, elsewhere, thank, { commandId })).rejects.toThrow(CommandIdReused);
      expect(await bench.stored(elsewhere)).toEqual([]);
    });
  });

  describe('lets nobody overtake', () => {
    it('20 different commands at once on one stream are all stored, in one whole chain', async () => {
      const receipts = await parallel(20, (i) => bench.run(ledger, stream, give(1 + (i % 2))));
      expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(20);
      expect((await bench.audited(stream)).map(({ data }) => data['count'])).toEqual(
        Array.from({ length: 30 }, (_, i) => i + 1),
      );
    });

    it('two processes racing on one stream store exactly what they acknowledge', async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) => bench.run(i % 2 ? ledger : other, stream, give())),
      );
      const receipts = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
      const entries = await bench.audited(stream);
      expect(entries.map(({ data }) => data['count'])).toEqual(entries.map((_, i) => i + 1));
      expect(receipts.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual(entries.map(({ rev }) => rev));
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ConflictPersists);
    });

    it('a rule that holds for the stream lets one of 20 through', async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => bench.run(i % 2 ? ledger : other, stream, giveFirst)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refused);
      expect(await countIn(stream)).toBe(1);
    });

    it('writers of different streams do not meet', async () => {
      const streams = Array.from({ length: 20 }, newGiftStream);
      await parallel(60, (i) => bench.run(i % 2 ? ledger : other, streams[i % 20]!, give()));
      expect(await Promise.all(streams.map(countIn))).toEqual(Array(20).fill(3));
    });

    it('a caller who failed does not hold up the next', async () => {
      const failing = bench.run(ledger, stream, giveByFacts, { facts: () => Promise.reject(new Error('no facts')) });
      const next = bench.run(ledger, stream, give());
      await expect(failing).rejects.toThrow('no facts');
      expect(await next).toMatchObject({ revision: 0 });
    });
  });

  describe('does not trust what it remembers', () => {
    it('to refuse', async () => {
      await bench.run(ledger, stream, giveFirst);
      await bench.run(other, stream, takeBack);
      expect(await bench.run(ledger, stream, giveFirst)).toMatchObject({ revision: 2 });
    });

    it('to allow', async () => {
      await bench.run(ledger, stream, takeBack);
      await bench.run(other, stream, give());
      await expect(bench.run(ledger, stream, giveFirst)).rejects.toThrow(Refused);
      expect(await countIn(stream)).toBe(1);
    });

    it('to say that there is nothing to do', async () => {
      await bench.run(ledger, stream, give(3));
      await bench.run(other, stream, takeBack);
      await bench.run(ledger, stream, upTo(3));
      expect(await countIn(stream)).toBe(3);
    });

    it('to say where the head is when there is nothing to do', async () => {
      await bench.run(ledger, stream, give(3));
      const head = await bench.run(other, stream, give());
      expect(await bench.run(ledger, stream, upTo(2))).toEqual(head);
    });
  });

  it('stores nothing of a command that is refused, and says which rule', async () => {
    await bench.run(ledger, stream, give());
    const refusal: unknown = await bench.run(ledger, stream, giveFirst).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ refusal: { refused: 'GIFT_IS_GIVEN', details: { count: 1 } } });
    expect(await bench.stored(stream)).toHaveLength(1);
  });

  describe('when the store stands in the way', () => {
    const through = (append: EventStore['append']): Ledger => bench.ledger({ store: bent(bench.store, { append }) });

    it('asks for the facts anew at each attempt', async () => {
      let asked = 0;
      let rivals = 2;
      const overtaken = through(async (append) => {
        if (rivals-- > 0) await bench.run(other, stream, give());
        return bench.store.append(append);
      });
      await bench.run(overtaken, stream, giveByFacts, { facts: async () => ++asked });
      expect(asked).toBe(3);
      expect(await countIn(stream)).toBe(5);
    });

    it('gives up when others keep writing, and leaves nothing behind', async () => {
      let asked = 0;
      const overtaken = through(async (append) => {
        await bench.run(other, stream, give());
        return bench.store.append(append);
      });
      await expect(bench.run(overtaken, stream, giveByFacts, { facts: async () => ++asked })).rejects.toThrow(
        ConflictPersists,
      );
      expect(asked).toBe(10);
      expect((await bench.audited(stream)).map(({ data }) => data['count'])).toEqual(
        Array.from({ length: 10 }, (_, i) => i + 1),
      );
    });

    it.each(['stored', 'lost'])(
      'passes on that the outcome is unknown (%s), and the repetition is one act',
      async (fate) => {
        let unknown = true;
        const doubtful = through(async (append) => {
          if (!unknown) return bench.store.append(append);
          unknown = false;
          if (fate === 'stored') await bench.store.append(append);
          throw new AppendOutcomeUnknown('cut');
        });
        const commandId = newCommandId();
        await expect(bench.run(doubtful, stream, thank, { commandId })).rejects.toThrow(AppendOutcomeUnknown);
        const receipt = await bench.run(doubtful, stream, thank, { commandId });
        expect(await bench.run(other, stream, thank, { commandId })).toEqual(receipt);
        expect((await bench.audited(stream)).map(({ type }) => type)).toEqual(['SubjectKeyBound', 'GiverThanked']);
      },
    );

    it('stays one act when the store takes the first attempt only after the second', async () => {
      const commandId = newCommandId();
      const late: Parameters<EventStore['append']>[0][] = [];
      const slow = through(async (append) => {
        late.push(append);
        throw new AppendOutcomeUnknown('cut');
      });
      await expect(bench.run(slow, stream, give(2), { commandId })).rejects.toThrow(AppendOutcomeUnknown);
      const receipt = await bench.run(ledger, stream, give(2), { commandId });
      expect(await bench.store.append(late[0]!)).toMatchObject({ status: 'duplicate', revision: receipt.revision });
      expect(await countIn(stream)).toBe(2);
    });
  });
});
