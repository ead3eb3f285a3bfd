import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { signerAt } from '#libs/house/cosigners';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { leafHash } from '#libs/proof/entry';
import type { Answer } from '#libs/proof/keeper';
import { readNote, signedBy, verifierKey } from '#libs/proof/note';
import { rootOf, treeOf } from '#libs/proof/tree';
import { checkpoints, fromTree, headOf } from '#libs/sealing/proof-store';
import { builtHouse } from '../support/built.js';
import { LedgerUnderTest } from './support/ledger-under-test.js';
import { MadeLog } from './support/made-log.js';
import { Started, type ProductProcess } from './support/product.js';
import { writeCount } from './support/says-a-count.js';

const killAt = path.join(import.meta.dirname, 'support/kill-at.mjs');
const killing = (step: number): { env: Readonly<Record<string, string>>; node: readonly string[] } => ({
  env: { KILL_AT: String(step) },
  node: ['--import', killAt],
});

describe.each(['witness', 'signer'] as const)('A %s killed with kill -9 at every step of one request', (kind) => {
  const started = new Started();
  const log = new MadeLog();
  const unsigned = kind === 'signer';
  let folder: string;
  let words: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-keeper-'));
    const dir = ['--dir', path.join(folder, kind)];
    const policy = path.join(folder, 'policy.txt');
    await writeFile(policy, `log ${log.key.text}\nquorum none\n`);
    const name = unsigned ? ['--log', log.origin] : ['--name', 'witness.test'];
    expect(await (await started.zhice({}, [kind, 'key', ...dir, ...name])).gone).toBe(0);
    words = [kind, 'serve', ...dir, ...(unsigned ? [] : ['--policy', policy, '--port', '0'])];
  });
  afterAll(async () => {
    await started.end();
    await rm(folder, { recursive: true, force: true });
  });

  const serve = async (step?: number): Promise<ProductProcess & { ask: (request: string) => Promise<Answer> }> => {
    const { env, node } = step === undefined ? { env: {}, node: [] } : killing(step);
    const one = await started.zhice(env, words, { node });
    const [, address = ''] = await one.says(/已启动：(\S+)/);
    const ask = unsigned
      ? signerAt(address).add
      : async (body: string): Promise<Answer> => {
          const response = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
          return { status: response.status, body: await response.text() } as Answer;
        };
    return Object.assign(one, { ask });
  };

  it('never signs two histories, and signs the one when it is asked again', async () => {
    let stands = 5;
    const first = await serve();
    expect((await first.ask(log.asks(0, stands, { unsigned }))).status).toBe(200);
    await first.kill();
    let killed = 0;
    for (let ended = false; !ended;) {
      const next = stands + 1;
      const one = await serve(killed + 1);
      const lost = await one.ask(log.asks(stands, next, { unsigned })).then(
        ({ status }) => status !== 200,
        () => true,
      );
      ended = !lost;
      killed += lost ? 1 : 0;
      await one.kill();
      const again = await serve();
      const answer = await again.ask(log.asks(stands, next, { unsigned }));
      const kept = answer.status === 409 ? Number(answer.body) : next;
      expect([answer.status === 200 || kept === next, kept]).toEqual([true, next]);
      // Another history of the same length, from either size, is signed by nobody.
      for (const old of [stands, next])
        expect([409, 422]).toContain((await again.ask(log.asks(old, next + 1, { word: 'forged', unsigned }))).status);
      expect((await again.ask(log.asks(next, next, { unsigned }))).status).toBe(200);
      await again.kill();
      stands = next;
    }
    // Open, write, flush, rename, open the folder, flush it, answer.
    expect(killed).toBe(7);
  });

  it('is alone in its folder', async () => {
    const one = await serve();
    const second = await started.zhice({}, words);
    expect(await second.gone).toBe(1);
    expect(second.said).toContain('另一个进程正在使用');
    await one.kill();
    await (await serve()).kill('SIGTERM');
  });
});

describe('A sealer killed with kill -9 at every step', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
  });
  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  const sealOnce = async (step?: number): Promise<ProductProcess> => {
    const { root } = await builtHouse();
    const { databases } = ledger;
    const { env, node } = step === undefined ? { env: {}, node: [] } : killing(step);
    const keys = ledger.env(databases.keys)['DATABASE_URL']!;
    const script = path.join(import.meta.dirname, 'support/seal-once.mjs');
    return started.run([process.execPath, ...node, script], {
      ...ledger.env(),
      ...env,
      DIST: path.join(root, 'dist'),
      KEYS_URL: keys,
    });
  };

  let written = 0;
  const write = (): Promise<void> => writeCount(ledger, ++written);

  /** One tree, of all entries in their order; one root for each size that was ever signed. */
  const isOneTree = async (): Promise<number> => {
    const { mainPool, store } = ledger.house;
    const sealed = await mainPool.query<{ position: string }>('select position from proof.entry order by n');
    const { size } = await headOf(mainPool);
    expect(sealed.rows).toHaveLength(size);
    const texts = new Map((await ledger.entries()).map(({ position, text }) => [position as string, text]));
    const leaves = sealed.rows.map(({ position }) => Buffer.from(leafHash(texts.get(position)!), 'base64'));
    expect(new Set(sealed.rows.map(({ position }) => position)).size).toBe(size);
    const tree = treeOf(leaves);
    if (size > 0) expect(await fromTree(mainPool, (read) => rootOf(read, size))).toEqual(rootOf(tree, size));
    const keyText = await readFile(path.join(ledger.dataDir, 'keys/log.pub'), 'utf8').catch(() => undefined);
    for (const { note } of await checkpoints(mainPool, { limit: 1_000 })) {
      const checkpoint = readCheckpoint(readNote(note).text);
      expect(checkpoint.origin).toBe(store.log);
      expect(rootOf(tree, checkpoint.size)).toEqual(checkpoint.root);
      expect(signedBy(readNote(note), verifierKey(keyText!.trim()))).toBe(0);
    }
    const kept = await readFile(path.join(ledger.dataDir, 'keys/log-signed.json'), 'utf8').catch(() => '{}');
    for (const { size: signed, root } of Object.values(
      JSON.parse(kept) as Record<string, { size: number; root: string }>,
    ))
      expect(rootOf(tree, signed).toString('base64')).toBe(root);
    expect((await mainPool.query('select 1 from proof.quarantine')).rows).toEqual([]);
    return size;
  };

  it('goes on with one tree, and no size ever has two roots', async () => {
    const first = await sealOnce();
    expect([await first.gone, first.said]).toEqual([0, expect.stringMatching(/^sealed \d+$/m)]);
    await isOneTree();
    let step = 1;
    for (; ; step++) {
      await write();
      const one = await sealOnce(step);
      if ((await one.gone) === 0) break;
      expect([one.child.signalCode, one.said]).toEqual(['SIGKILL', '']);
      await isOneTree();
    }
    expect(step).toBeGreaterThan(40);
    const size = await isOneTree();
    expect(size).toBe((await ledger.entries()).length);
    await ledger.isSound();
  });

  it('18: two at once take turns: one tree, and both end well', async () => {
    for (let round = 0; round < 3; round++) {
      await write();
      const both = await Promise.all([sealOnce(), sealOnce()]);
      const ends = await Promise.all(both.map(async (one) => [await one.gone, one.said] as const));
      expect(ends).toEqual([
        [0, expect.stringMatching(/^sealed/)],
        [0, expect.stringMatching(/^sealed/)],
      ]);
      await isOneTree();
    }
  });
});
