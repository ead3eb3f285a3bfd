import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { checkpointText } from './checkpoint.js';
import { askedText, CheckpointKeeper, type Kept, type KeeperMemory } from './keeper.js';
import { keyTypes, readNote, signedBy, signerKey, signNote, writeNote } from './note.js';
import { consistencyProof, leafHashOf, rootOf, treeOf, type Hash } from './tree.js';

const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const origin = 'zhice/test';
const log = signerKey('ledger.example.org', keyTypes.log, pem());
const witness = signerKey('witness.example.org', keyTypes.witness, pem());
const seconds = 1_795_000_000;

const leaves = (n: number, word = 'entry'): Hash[] =>
  Array.from({ length: n }, (_, i) => leafHashOf(Buffer.from(`${word} ${i}`)));
const rootAt = (size: number, word?: string): Hash => rootOf(treeOf(leaves(size, word)), size);
const proofOf = (old: number, size: number, word?: string): Hash[] =>
  old === 0 ? [] : consistencyProof(treeOf(leaves(size, word)), old, size);
const textOf = (size: number, word?: string): string => checkpointText({ origin, size, root: rootAt(size, word) });
const noteOf = (size: number, { word, key = log }: { word?: string; key?: typeof log } = {}): string =>
  writeNote({ text: textOf(size, word), signatures: [signNote(textOf(size, word), key)] });

class Memory implements KeeperMemory {
  readonly kept = new Map<string, Kept>();
  keeping: () => Promise<void> = () => Promise.resolve();
  async of(name: string): Promise<Kept | undefined> {
    return this.kept.get(name);
  }
  async keep(name: string, kept: Kept): Promise<void> {
    await this.keeping();
    this.kept.set(name, kept);
  }
}

let memory: Memory;
let keeper: CheckpointKeeper;
beforeEach(() => {
  memory = new Memory();
  const logs = new Map([[origin, [log]]]);
  keeper = new CheckpointKeeper({ keys: [witness], memory, logs, now: () => seconds * 1000 });
});
const ask = (old: number, size: number, word?: string) =>
  keeper.add(askedText(old, proofOf(old, size, word), noteOf(size, word === undefined ? {} : { word })));

describe('A witness', () => {
  it('signs the first head it sees, and each that continues it, and says when', async () => {
    expect((await ask(0, 5)).status).toBe(200);
    const { status, body } = await ask(5, 70);
    expect(status).toBe(200);
    expect(signedBy(readNote(`${textOf(70)}\n${body}`), witness)).toBe(seconds);
  });

  it('says the same again when asked again', async () => {
    await ask(0, 5);
    const again = [await ask(5, 5), await ask(5, 5)];
    expect(again[0]).toMatchObject({ status: 200 });
    expect(again[0]).toEqual(again[1]);
  });

  it('refuses a rewritten log (attack 32)', async () => {
    await ask(0, 5);
    expect((await ask(5, 70, 'rewritten')).status).toBe(422);
    expect(memory.kept.get(origin)?.size).toBe(5);
  });

  it('refuses a second root of one size', async () => {
    await ask(0, 5);
    expect(await keeper.add(askedText(5, [], noteOf(5, { word: 'other' })))).toEqual({ status: 409, body: '5\n' });
  });

  it('says where it stands when asked from another size, as after a restored backup (attack 8)', async () => {
    await ask(0, 70);
    expect(await ask(5, 60)).toEqual({ status: 409, body: '70\n' });
    expect(await ask(0, 5)).toEqual({ status: 409, body: '70\n' });
  });

  it('does not know other logs, nor other keys', async () => {
    const foreign = checkpointText({ origin: 'zhice/other', size: 5, root: rootAt(5) });
    const note = writeNote({ text: foreign, signatures: [signNote(foreign, log)] });
    expect((await keeper.add(askedText(0, [], note))).status).toBe(404);
    const key = signerKey(log.name, keyTypes.log, pem());
    expect((await keeper.add(askedText(0, [], noteOf(5, { key })))).status).toBe(403);
  });

  it('of two requests at once lets one go ahead and tells the other where it stands', async () => {
    await ask(0, 5);
    const answers = await Promise.all([ask(5, 9), ask(5, 12)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  });

  it('signs nothing that it could not keep', async () => {
    memory.keeping = () => Promise.reject(new Error('disk full'));
    await expect(ask(0, 5)).rejects.toThrow('disk full');
    memory.keeping = () => Promise.resolve();
    expect((await ask(0, 5)).status).toBe(200);
  });

  it.each([
    ['nothing', ''],
    ['no blank line', 'old 0'],
    ['a size spelt 00', askedText(0, [], noteOf(5)).replace('old 0', 'old 00')],
    ['64 proof lines', askedText(1, leaves(64), noteOf(70))],
    ['a proof line of 31 bytes', askedText(0, [Buffer.alloc(31)], noteOf(70))],
    ['an old size above the new', askedText(9, [], noteOf(5))],
    ['an unsigned checkpoint', askedText(0, [], textOf(5))],
    ['no checkpoint', askedText(0, [], 'nothing\n\n— a AAAAAAA=\n')],
  ])('refuses %s as malformed', async (_, request) => expect((await keeper.add(request)).status).toBe(400));
});

describe("A log's signer", () => {
  beforeEach(() => {
    keeper = new CheckpointKeeper({ keys: [log], memory, logs: new Map([[origin, 'own']]), now: () => seconds * 1000 });
  });

  it('puts its name under its own heads, in order, and the same name again for the same head', async () => {
    const first = await keeper.add(askedText(0, [], textOf(5)));
    expect(signedBy(readNote(`${textOf(5)}\n${first.body}`), log)).toBe(0);
    expect(await keeper.add(askedText(5, [], textOf(5)))).toEqual(first);
  });

  it('refuses what does not continue, whatever the database says', async () => {
    await keeper.add(askedText(0, [], textOf(5)));
    expect((await keeper.add(askedText(5, proofOf(5, 70, 'rewritten'), textOf(70, 'rewritten')))).status).toBe(422);
  });
});
