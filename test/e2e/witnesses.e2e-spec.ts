import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { readNote } from '#libs/proof/note';
import { LedgerUnderTest } from '../faults/support/ledger-under-test.js';
import { Started, type Env, type ProductProcess } from '../faults/support/product.js';
import { writeCount } from '../faults/support/says-a-count.js';
import { backUp, restore } from '../support/yesterday.js';

/**
 * A ledger whose signer is a process of its own, with one witness on the net and one with a stick; then yesterday's database is
 * put back, then what was missing; then entries are lost for good.
 */
describe('The heads of a ledger leave the building', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;
  let logKey: string;
  let signer: ProductProcess;
  let online: { readonly process: ProductProcess; readonly address: string };

  const at = (name: string): string => path.join(ledger.dataDir, name);
  const zhice = async (env: Env, ...words: string[]): Promise<{ code: number | null; said: string }> => {
    const one = await started.zhice(env, words);
    return { code: await one.gone, said: one.said };
  };
  const serving = async (...words: string[]): Promise<{ process: ProductProcess; address: string }> => {
    const process = await started.zhice({}, words);
    const [, address = ''] = await process.says(/已启动：(\S+)/);
    return { process, address };
  };
  const keyOf = async (...words: string[]): Promise<string> => {
    const { code, said } = await zhice({}, ...words);
    expect([code, said]).toEqual([0, expect.stringMatching(/^\S+\+[0-9a-f]{8}\+\S+$/m)]);
    return /^\S+\+[0-9a-f]{8}\+\S+$/m.exec(said)![0];
  };
  const checkpoint = (...words: string[]): ReturnType<typeof zhice> =>
    zhice(
      { ...ledger.env(), ZHICE_SIGNER: at('signer/signer.sock'), ZHICE_WITNESSES: `witness.online=${online.address}` },
      'checkpoint',
      ...words,
    );
  const offline = (...words: string[]): ReturnType<typeof zhice> =>
    zhice({}, 'witness', 'sign', ...words, '--dir', at('offline'), '--policy', at('policy.txt'));
  const sizeIn = async (file: string): Promise<number> =>
    readCheckpoint(readNote(await readFile(at(file), 'utf8')).text).size;
  const verified = (file: string): ReturnType<typeof zhice> =>
    zhice({}, 'verify', 'checkpoint', at(file), '--policy', at('policy.txt'));

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    logKey = await keyOf('signer', 'key', '--dir', at('signer'), '--log', ledger.house.store.log);
    const [first, second] = [
      await keyOf('witness', 'key', '--dir', at('online'), '--name', 'witness.online'),
      await keyOf('witness', 'key', '--dir', at('offline'), '--name', 'witness.offline'),
    ];
    const lines = [`log ${logKey}`, `witness higher ${first}`, `witness discipline ${second}`];
    await writeFile(at('policy.txt'), [...lines, 'group both all higher discipline', 'quorum both', ''].join('\n'));
    ({ process: signer } = await serving('signer', 'serve', '--dir', at('signer')));
    online = await serving('witness', 'serve', '--dir', at('online'), '--policy', at('policy.txt'), '--port', '0');
  }, 300_000);
  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  it('to a witness on the net at once, and to one with a stick by two files; then the policy opens the checkpoint', async () => {
    const made = await checkpoint('--out', at('first.txt'), '--ask', at('ask.txt'));
    expect([made.code, made.said]).toEqual([0, expect.stringContaining(`台账公钥　${logKey}`)]);
    expect(readNote(await readFile(at('first.txt'), 'utf8')).signatures).toHaveLength(2);
    expect((await verified('first.txt')).said).toContain('见证人的签名不够');

    expect((await offline(at('ask.txt'), '--out', at('line.txt'))).code).toBe(0);
    const added = await checkpoint('--add', at('line.txt'), '--policy', at('policy.txt'));
    expect(added.code).toBe(0);
    await writeFile(at('witnessed.txt'), `${/^[^]*?\n\n(?:— .*\n)+/m.exec(`${added.said}\n`)![0]}`);
    expect(await verified('witnessed.txt')).toMatchObject({ code: 0 });
    const forged = (await readFile(at('line.txt'), 'utf8')).replace(/.{6}\n$/, 'AAAAA=\n');
    await writeFile(at('forged.txt'), forged);
    expect((await checkpoint('--add', at('forged.txt'), '--policy', at('policy.txt'))).code).toBe(1);
  }, 300_000);

  it('again from where the witness stands, which it says when it is asked from elsewhere', async () => {
    const before = await sizeIn('first.txt');
    await writeCount(ledger, 1);
    expect((await checkpoint('--out', at('second.txt'), '--ask', at('ask.txt'))).code).toBe(0);
    const refused = await offline(at('ask.txt'), '--out', at('line.txt'));
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining(`--since ${before}`)]);
    expect((await checkpoint('--ask', at('ask.txt'), '--since', String(before))).code).toBe(0);
    expect((await offline(at('ask.txt'), '--out', at('line.txt'))).code).toBe(0);
    expect((await checkpoint('--add', at('line.txt'), '--policy', at('policy.txt'))).code).toBe(0);
  }, 300_000);

  it("but not when the signer is away, nor when yesterday's database was put back: the signer says how far it signed", async () => {
    await backUp(ledger.house.mainPool, 'yesterday');
    await writeCount(ledger, 2);
    await signer.kill();
    const away = await checkpoint();
    expect([away.code, away.said]).toEqual([3, expect.stringContaining('找不到签名方')]);
    ({ process: signer } = await serving('signer', 'serve', '--dir', at('signer')));
    expect((await checkpoint('--out', at('third.txt'))).code).toBe(0);

    await backUp(ledger.house.mainPool, 'today');
    await restore(ledger.house.mainPool, 'yesterday');
    const refused = await checkpoint('--out', at('none.txt'));
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('台账少了记录')]);
    expect(refused.said).toContain(`签名方已为 ${await sizeIn('third.txt')} 条记录签过名`);
  }, 300_000);

  it('and again when the missing entries are back', async () => {
    await restore(ledger.house.mainPool, 'today', { schemas: ['ledger'], missingOnly: true });
    expect((await checkpoint('--out', at('fourth.txt'))).code).toBe(0);
    // A new map was written, and what the signer signed before is the beginning of it: the signer and the witness saw the proof.
    expect(await sizeIn('fourth.txt')).toBe((await sizeIn('third.txt')) + 1);
    expect(readNote(await readFile(at('fourth.txt'), 'utf8')).signatures).toHaveLength(2);
    await ledger.isSound();
  }, 300_000);

  it('when they are lost for good, only after a person took signer and witness back, which stays on file', async () => {
    await restore(ledger.house.mainPool, 'yesterday');
    const refused = await checkpoint();
    const [, size = '', root = ''] = /本机现有 (\d+) 条，根 ((?:[0-9a-f]{4} ?){16})/.exec(refused.said) ?? [];
    const back = ['--log', ledger.house.store.log, '--size', size, '--root', root, '--reason', '事故 2026-1，两人批准'];
    const running = await zhice({}, 'signer', 'step-back', '--dir', at('signer'), ...back);
    expect([running.code, running.said]).toEqual([1, expect.stringContaining('另一个进程正在使用')]);
    await signer.kill('SIGTERM');
    expect((await zhice({}, 'signer', 'step-back', '--dir', at('signer'), ...back)).code).toBe(0);
    ({ process: signer } = await serving('signer', 'serve', '--dir', at('signer')));
    await writeCount(ledger, 3);
    const alone = await checkpoint('--out', at('fifth.txt'));
    expect([alone.code, alone.said]).toEqual([0, expect.stringContaining('WitnessSilent')]);
    await online.process.kill('SIGTERM');
    expect((await zhice({}, 'witness', 'step-back', '--dir', at('online'), ...back)).code).toBe(0);
    online = await serving('witness', 'serve', '--dir', at('online'), '--policy', at('policy.txt'), '--port', '0');
    const both = await checkpoint('--out', at('sixth.txt'));
    expect([both.code, both.said]).toEqual([0, expect.not.stringContaining('WitnessSilent')]);
    expect(readNote(await readFile(at('sixth.txt'), 'utf8')).signatures).toHaveLength(2);
    const record = await readFile(at('signer/log-steps-back.txt'), 'utf8');
    expect(record).toContain('事故 2026-1');
    expect(record).toContain(`"from":{"size":${await sizeIn('fourth.txt')}`);
  }, 300_000);
});
