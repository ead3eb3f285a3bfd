import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { LedgerUnderTest } from '../faults/support/ledger-under-test.js';
import { Started } from '../faults/support/product.js';

const run = promisify(execFile);
const config = `
[ req ]
distinguished_name = subject
[ subject ]
[ stamp ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = one
[ one ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
`;

describe('Keys at the command line', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;
  const at = (name: string): string => path.join(ledger.dataDir, name);
  const zhice = async (...words: string[]): Promise<{ code: number | null; said: string }> => {
    const one = await started.zhice(ledger.env(), words);
    return { code: await one.gone, said: one.said };
  };
  const stateOf = (said: string, id: string): string =>
    /(已作废|使用中|有效，未使用)/.exec(said.split('\n').find((line) => line.startsWith(id)) ?? '')?.[1] ?? 'none';

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
  }, 300_000);
  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  it('are rotated and revoked, each only when another is in use, and what was written stays proved', async () => {
    expect((await zhice('checkpoint', '--out', at('before.txt'))).code).toBe(0);
    const [, oldLog = ''] = /— \S+ (\S+)/.exec(await readFile(at('before.txt'), 'utf8')) ?? [];
    expect(oldLog).not.toBe('');
    const rotated = await zhice('keys', 'rotate', 'writer');
    const [, fresh = '', old = ''] = /新的写入密钥 (w-\S+) [^]*还在用 (w-[0-9a-f]+)/.exec(rotated.said) ?? [];
    const refused = await zhice('keys', 'revoke', fresh);
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('正在使用，不能作废')]);
    expect((await zhice('keys', 'revoke', old)).code).toBe(0);
    const log = await zhice('keys', 'rotate', 'log');
    const [, newLogId = ''] = /新的台账公钥　\S+\+([0-9a-f]{8})\+/.exec(log.said) ?? [];
    const listed = (await zhice('keys')).said;
    const oldLogId = /^l-([0-9a-f]{8})/m.exec(listed.replace(`l-${newLogId}`, ''))?.[1] ?? '';
    expect([stateOf(listed, old), stateOf(listed, fresh)]).toEqual(['已作废', '使用中']);
    expect([stateOf(listed, `l-${newLogId}`), stateOf(listed, `l-${oldLogId}`)]).toEqual(['使用中', '使用中']);
    expect((await zhice('keys', 'revoke', `l-${newLogId}`)).code).toBe(1);
    expect((await zhice('keys', 'revoke', `l-${oldLogId}`, '--reason', '被盗')).code).toBe(0);
    expect(stateOf((await zhice('keys')).said, `l-${oldLogId}`)).toBe('已作废');
    expect((await zhice('verify')).code).toBe(0);
    expect((await zhice('keys', 'rotate', 'all')).code).toBe(2);
  }, 300_000);

  it('that are lost, or whose memory is, sign nothing, and say what to do', async () => {
    await rename(at('keys/log-signed.json'), at('kept.json'));
    const forgot = await zhice('checkpoint');
    expect([forgot.code, forgot.said]).toEqual([1, expect.stringContaining('就可能给两份不同的历史签名')]);
    await rename(at('kept.json'), at('keys/log-signed.json'));
    await rename(at('keys/log.pem'), at('kept.pem'));
    const lost = await zhice('checkpoint');
    expect([lost.code, lost.said]).toEqual([1, expect.stringContaining('log.pem 不见了')]);
    // As docs/audit-guide.md says when it cannot be found again: the memory stays, so nothing but a continuation is signed.
    await rename(at('keys/log.pub'), at('kept.pub'));
    const made = await zhice('checkpoint', '--out', at('after.txt'));
    expect(made.code).toBe(0);
  }, 300_000);

  it('of a timestamp authority are believed for the checkpoint that it stamped', async () => {
    const openssl = (...words: string[]): Promise<unknown> => run('openssl', words, { cwd: ledger.dataDir });
    await Promise.all([writeFile(at('tsa.cnf'), config), writeFile(at('serial'), '01\n')]);
    const [ca, key] = [
      ['-out', 'ca.pem', '-keyout', 'ca.key'],
      ['-out', 'tsa.csr', '-keyout', 'tsa.key'],
    ];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-config', 'tsa.cnf'];
    const exts = ['-addext', 'basicConstraints=critical,CA:TRUE'];
    await openssl('req', '-x509', ...made, ...ca, '-days', '30', '-subj', '/CN=Root', ...exts);
    await openssl('req', '-new', ...made, ...key, '-subj', '/CN=Stamper');
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '7', '-days', '30'];
    await openssl(
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      ...by,
      '-extfile',
      'tsa.cnf',
      '-extensions',
      'stamp',
      '-out',
      'tsa.pem',
    );
    await openssl('ts', '-query', '-data', 'after.txt', '-sha256', '-cert', '-out', 'request.tsq');
    const reply = ['-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-signer', 'tsa.pem', '-inkey', 'tsa.key'];
    await openssl('ts', '-reply', ...reply, '-out', 'stamp.tsr');
    const stamped = (file: string) =>
      zhice('verify', 'timestamp', at(file), '--token', at('stamp.tsr'), '--ca', at('ca.pem'));
    const sound = await stamped('after.txt');
    expect([sound.code, sound.said]).toEqual([0, expect.stringContaining('Stamper')]);
    const other = await stamped('before.txt');
    expect([other.code, other.said]).toEqual([1, expect.stringContaining('不是为这份检查点做的')]);
    expect((await zhice('verify', 'timestamp', at('after.txt'))).code).toBe(2);
  }, 300_000);

  it('of people get a new master key once a backup made with it was restored; the old backup opens nothing more', async () => {
    const alone = await zhice('keys', 'rotate-master', '--backup', at('fresh.json'));
    expect([alone.code, alone.said]).toEqual([3, expect.stringContaining('个会话在使用密钥库')]);
    expect((await zhice('keys', 'backup', '--out', at('old.json'))).code).toBe(0);
    await ledger.letGo();
    const rotated = await zhice('keys', 'rotate-master', '--backup', at('fresh.json'));
    expect([rotated.code, rotated.said]).toEqual([
      0,
      expect.stringMatching(/主密钥已换为第 2 期：\d+ 个密钥重新加密.*试恢复成功/),
    ]);
    const fresh = await zhice('keys', 'restore-test', at('fresh.json'));
    expect([fresh.code, fresh.said]).toEqual([0, expect.stringMatching(/[1-9]\d* 个密钥全部打开/)]);
    const old = await zhice('keys', 'restore-test', at('old.json'));
    expect([old.code, old.said]).toEqual([1, expect.stringMatching(/备份中有 [1-9]\d* 个密钥打不开/)]);
    expect((await zhice('verify')).code).toBe(0);
  }, 300_000);
});
