import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bent, GiftBench, gifts, newGiftStream } from '../../test/support/gifts.js';
import { erasedText } from '#libs/kernel/fields';
import type { BatchId } from '#libs/kernel/ids';
import { keyCommitment } from '#libs/privacy/envelope';
import { KeyLost, SubjectFenced } from '#libs/privacy/key-ring';
import { InvalidEvent, subjectOf } from './codec.js';
import { eventBytesMax } from './entry-writer.js';
import { ChainBroken, type Ledger } from './ledger.js';
import { EntryTooLarge, type StoredEntry } from './port.js';

const canaries = ['金丝雀𠮷', '340199199001011234', '13900001111', 'canary@example.org'];
const thank = (word: string, more: object = {}) => ({ type: 'Thank', data: { word, ...more } }) as const;

describe('What the ledger writes', () => {
  let bench: GiftBench;
  let ledger: Ledger;
  let stream: string;
  beforeEach(() => {
    bench = new GiftBench();
    ledger = bench.ledger();
    stream = newGiftStream();
  });
  const bindings = async (of = stream) => (await bench.audited(of)).filter(({ type }) => type === 'SubjectKeyBound');
  const readAll = async () => {
    const entries = await bench.audited(stream);
    const found = await bench.keys.forReading(entries.flatMap((entry) => bench.codec.kidsOf(entry)));
    return (await bench.stored(stream)).map((stored) => bench.codec.read(stored, found));
  };

  describe('of a person', () => {
    it('is never in clear, in no spelling that a search would find', async () => {
      const giver = randomUUID();
      for (const canary of canaries) await bench.run(ledger, stream, thank(canary, { giver, giverName: canary }));
      const log = (await bench.stored(stream)).map(({ text }) => text).join('\n');
      for (const canary of canaries) {
        const escaped = JSON.stringify(canary)
          .slice(1, -1)
          .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
        const spellings = ['utf8', 'base64', 'hex', 'latin1'].map((as) =>
          Buffer.from(canary).toString(as as BufferEncoding),
        );
        for (const spelling of [canary, escaped, encodeURIComponent(canary), ...spellings])
          expect(log.includes(spelling)).toBe(false);
      }
      const events = (await readAll()).filter(({ event }) => event.type === 'GiverThanked');
      expect(events.map(({ event }) => event.data['word'])).toEqual(canaries);
    });

    it('is not in the message of an event that was built wrongly', async () => {
      const wrong = [
        thank('x', { giver: canaries[0] }),
        thank('x', { giverName: canaries[0] }),
        thank('x', { giver: randomUUID(), giverName: [canaries[0]] }),
      ];
      for (const command of wrong) {
        const error: unknown = await bench.run(ledger, stream, command as never).catch((fault: unknown) => fault);
        expect(error).toBeInstanceOf(InvalidEvent);
        expect(String((error as Error).stack)).not.toContain(canaries[0]);
      }
      expect(await bench.stored(stream)).toEqual([]);
    });

    it('has one ciphertext for each subject and group', async () => {
      const giver = randomUUID();
      await bench.run(ledger, stream, thank('谢谢', { giver, giverName: '张三' }));
      const [entry] = (await bench.audited(stream)).slice(-1);
      expect(entry!.enc.map(({ g }) => g)).toEqual(['free', 'identity']);
      const keys = await bench.keys.forReading(entry!.enc.map(({ kid }) => kid));
      expect([...keys.values()].map((key) => (key === 'shredded' ? key : key.subject))).toEqual([
        subjectOf(stream),
        giver,
      ]);
    });
  });

  describe('of keys', () => {
    it('binds a key in each stream once, before its first use', async () => {
      const giver = randomUUID();
      const streams = [stream, newGiftStream()];
      for (const ledgers of [
        [ledger, ledger],
        [bench.ledger(), ledger],
      ])
        for (const [i, writing] of ledgers.entries())
          await bench.run(writing, streams[i]!, thank('谢谢', { giver, giverName: '张三' }));
      for (const each of streams) {
        const seen = new Set<string>();
        for (const { type, data, enc } of await bench.audited(each)) {
          for (const { kid } of enc) expect(seen).toContain(kid);
          if (type !== 'SubjectKeyBound') continue;
          expect(seen).not.toContain(data['keyId']);
          seen.add(data['keyId'] as string);
        }
        expect(seen.size).toBe(2);
      }
      const giverKeys = await Promise.all(
        streams.map(
          async (each) => (await bindings(each)).find(({ data }) => data['subjectId'] === giver)?.data['keyId'],
        ),
      );
      expect(new Set(giverKeys).size).toBe(1);
    });

    it('repeats in the binding the commitment of the ciphertext', async () => {
      await bench.run(ledger, stream, thank('谢谢'));
      const [binding, thanked] = await bench.audited(stream);
      const [key] = await bench.keys.forWriting([{ subject: subjectOf(stream)!, group: 'free' }]);
      expect(binding!.data).toMatchObject({ keyId: key!.kid, group: 'free', commitment: keyCommitment(key!) });
      expect(thanked!.enc[0]).toMatchObject({ kid: key!.kid, kc: keyCommitment(key!) });
    });

    it('binds a renewed key too, and the old one goes on opening what it closed', async () => {
      await bench.run(ledger, stream, thank('一'));
      bench.keys.renew({ subject: subjectOf(stream)!, group: 'free' });
      await bench.run(ledger, stream, thank('二'));
      await bench.run(ledger, stream, thank('三'));
      expect(await bindings()).toHaveLength(2);
      expect((await readAll()).map(({ event }) => event.data['word']).filter(Boolean)).toEqual(['一', '二', '三']);
    });

    it('writes nothing about a subject that is fenced', async () => {
      await bench.run(ledger, stream, thank('一'));
      bench.keys.fence(subjectOf(stream)!);
      await expect(bench.run(ledger, stream, thank('二'))).rejects.toThrow(SubjectFenced);
      expect(await bench.stored(stream)).toHaveLength(2);
    });

    it('shows an erased subject as erased, others in full, and a lost key as an incident', async () => {
      const giver = randomUUID();
      await bench.run(ledger, stream, thank('谢谢', { giver, giverName: '张三' }));
      bench.keys.shred(subjectOf(stream)!);
      const [thanked] = (await readAll()).slice(-1);
      expect(thanked).toMatchObject({ event: { data: { word: erasedText, giverName: '张三' } }, erased: ['free'] });
      const [entry] = (await bench.audited(stream)).slice(-1);
      bench.keys.lose(entry!.enc[1]!.kid);
      await expect(readAll()).rejects.toThrow(KeyLost);
    });

    it('goes on deciding in a stream whose keys were destroyed', async () => {
      await bench.run(ledger, stream, { type: 'Give', data: { times: 2 } });
      await bench.run(ledger, stream, thank('谢谢'));
      bench.keys.shred(subjectOf(stream)!);
      expect(await bench.ledger().load(gifts, stream)).toBe(2);
      expect(await bench.run(bench.ledger(), stream, { type: 'Double', data: undefined })).toMatchObject({
        revision: 5,
      });
    });
  });

  it('of an import names the batch on every event, bindings included', async () => {
    const batch = randomUUID() as BatchId;
    await bench.run(ledger, stream, thank('谢谢'), { batch });
    await bench.run(ledger, stream, { type: 'Give', data: { times: 2 } }, { batch });
    await bench.run(ledger, stream, { type: 'Give', data: { times: 1 } });
    const entries = await bench.audited(stream);
    expect(entries.map(({ data }) => data['batch'])).toEqual([batch, batch, batch, batch, undefined]);
  });

  describe('is a chain', () => {
    const reading = (bend: (stored: StoredEntry) => StoredEntry | undefined): Ledger =>
      bench.ledger({
        store: bent(bench.store, {
          readStreams: (asked) =>
            Promise.all(
              asked.map(async ({ stream: of, from }) =>
                (await bench.stored(of)).slice(from).flatMap((stored) => bend(stored) ?? []),
              ),
            ),
        }),
      });
    const give = { type: 'Give', data: { times: 1 } } as const;
    beforeEach(() => bench.run(ledger, stream, { type: 'Give', data: { times: 4 } }));

    it.each([0, 1, 2])('that does not go on when the text at revision %d was changed', async (revision) => {
      const changed = reading((stored) => ({
        ...stored,
        text: stored.revision === revision ? stored.text.replace('"count":', '"count":9') : stored.text,
      }));
      const error: unknown = await bench.run(changed, stream, give).catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(ChainBroken);
      expect(error).toMatchObject({ stream, revision: revision + 1 });
      await expect(changed.load(gifts, stream)).rejects.toThrow(ChainBroken);
      expect(await bench.stored(stream)).toHaveLength(4);
    });

    it('that does not go on when an entry is missing or two changed places', async () => {
      await expect(
        bench.run(
          reading((stored) => (stored.revision === 1 ? undefined : stored)),
          stream,
          give,
        ),
      ).rejects.toThrow(ChainBroken);
      const [first, second, ...rest] = await bench.stored(stream);
      const swapped = [second!, first!, ...rest];
      await expect(
        bench.run(
          reading((stored) => swapped[stored.revision]),
          stream,
          give,
        ),
      ).rejects.toThrow(ChainBroken);
      const renumbered = swapped.map((stored, revision) => ({ ...stored, revision }));
      await expect(
        bench.run(
          reading((stored) => renumbered[stored.revision]),
          stream,
          give,
        ),
      ).rejects.toThrow(ChainBroken);
    });

    it('that does not go on under the name of another stream', async () => {
      const [whole, elsewhere] = [await bench.stored(stream), newGiftStream()];
      await bench.run(ledger, elsewhere, { type: 'Give', data: { times: 4 } });
      const moved = reading((stored) => ({ ...whole[stored.revision]!, stream: stored.stream }));
      await expect(bench.run(moved, elsewhere, give)).rejects.toThrow(ChainBroken);
    });
  });

  it.each([
    ['one byte below', eventBytesMax - 1],
    ['at', eventBytesMax],
  ])('may have %s 32 KiB an entry', async (_what, bytes) => {
    await bench.run(ledger, stream, await thanksOf(bytes));
    expect((await bench.stored(stream)).map(({ text }) => Buffer.byteLength(text)).at(-1)).toBe(bytes);
  });

  it('may not have one byte more, and then nothing of the act is stored', async () => {
    const command = await thanksOf(eventBytesMax + 1);
    await expect(bench.run(ledger, stream, command)).rejects.toThrow(EntryTooLarge);
    expect(await bench.stored(stream)).toEqual([]);
  });

  /** A word and a pad that make an entry of so many bytes: base64 goes in steps of four, the pad in steps of one. */
  async function thanksOf(bytes: number) {
    const probe = newGiftStream();
    const word = 'x'.repeat(Math.floor(((bytes - 1_100) * 3) / 4 / 3) * 3);
    await bench.run(ledger, probe, thank(word, { pad: 'x' }));
    const missing = bytes - Buffer.byteLength((await bench.stored(probe)).at(-1)!.text);
    const quads = Math.floor(missing / 4) - 10;
    return thank(word + 'xxx'.repeat(quads), { pad: 'x'.repeat(1 + missing - quads * 4) });
  }
});
