import { expect } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonOf, type Ran, type TestZhice } from './test-zhice.js';

/** An auditor takes a checkpoint and one history away, writes his own policy, and finds the history whole and a changed one not. */
export async function auditorChecks(
  cli: TestZhice,
  { organization, year }: { readonly organization: string; readonly year: number },
): Promise<void> {
  const made = await cli.run('checkpoint', '--out', '检查点.txt');
  expect(made).toMatchObject({ code: 0 });
  const [, logKey] = /台账公钥　(\S+)/.exec(made.out) ?? [];
  await writeFile(path.join(cli.folder, '策略.txt'), `log ${logKey}\nquorum none\n`);
  const policy = ['--policy', '策略.txt'];
  expect(await cli.run('verify', 'checkpoint', '检查点.txt', ...policy)).toMatchObject({ code: 0 });
  const printed = await cli.run('checkpoint', '--print', '检查点.html');
  expect(printed).toMatchObject({ code: 0 });
  const page = await readFile(path.join(cli.folder, '检查点.html'), 'utf8');
  const [, typed = ''] = /<p class="groups">([^<]+)<\/p>/.exec(page) ?? [];
  await writeFile(path.join(cli.folder, '抄录.txt'), typed);
  expect(await cli.run('verify', 'paper', '抄录.txt', '--out', '纸面.txt')).toMatchObject({ code: 0 });
  await writeFile(
    path.join(cli.folder, '抄错.txt'),
    typed.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
  );
  const slip = await cli.run('verify', 'paper', '抄错.txt');
  expect([slip.code, slip.err]).toEqual([1, expect.stringContaining('第 4 行')]);
  const offline = await cli.run('verify', 'page', '--out', '校验.html');
  expect([offline.code, offline.out]).toEqual([0, expect.stringMatching(/SHA-256 [0-9a-f]{64}/)]);
  const asked = ['volunteer-year', '--organization', organization, '--year', String(year), '--json'];
  const { items } = jsonOf<{ items: { volunteerNumber: string }[] }>(await cli.as('demo-auditor', ...asked));
  const [{ volunteerNumber }] = items as [{ volunteerNumber: string }];
  const bundled = await cli.as('demo-auditor', 'bundle', volunteerNumber, '--out', '履历.json');
  expect(bundled).toMatchObject({ code: 0 });
  const sound = await cli.run('verify', 'bundle', '履历.json', ...policy, '--held', '检查点.txt', '--held', '纸面.txt');
  expect(sound.code).toBe(0);
  expect(sound.out).toContain('没有缺漏');
  const text = await readFile(path.join(cli.folder, '履历.json'), 'utf8');
  await writeFile(path.join(cli.folder, '改过.json'), text.replace('"figures":{', '"figures":{"2001":60,'));
  const changed = await cli.run('verify', 'bundle', '改过.json', ...policy);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('FIGURE_MISMATCH');
  expect(await cli.run('verify', 'bundle', '检查点.txt', ...policy)).toMatchObject({ code: 1 });
  expect(await cli.run('verify', 'bundle', '履历.json')).toMatchObject({ code: 2 });
  await readsWhatIsDisclosed(cli, volunteerNumber);
  await auditsAll(cli, policy);
}

/** An auditor entitled to read has the keys, says what for, and is noted; nobody gets them without. */
async function readsWhatIsDisclosed(cli: TestZhice, volunteerNumber: string): Promise<void> {
  const asked = ['bundle', volunteerNumber, '--out', '公开.json', '--disclose', 'identity'];
  expect(await cli.as('demo-auditor', ...asked)).toMatchObject({ code: 2, err: expect.stringContaining('须说明用途') });
  const wrong = await cli.as('demo-auditor', ...asked.with(-1, 'names'), '--purpose', 'AUDIT');
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('--disclose 写错了') });
  const given = await cli.as('demo-auditor', ...asked, '--purpose', 'AUDIT');
  expect(given).toMatchObject({ code: 0, out: expect.stringMatching(/附 [1-9]\d* 个密钥，已登记/) });
  const place = path.join(cli.folder, '公开.json');
  expect((await stat(place)).mode & 0o777).toBe(0o600);
  const closed = await cli.run('verify', 'bundle', '履历.json', '--policy', '策略.txt');
  expect([closed.code, closed.out]).toEqual([0, expect.not.stringContaining('idNumber')]);
  const opened = await cli.run('verify', 'bundle', '公开.json', '--policy', '策略.txt');
  expect([opened.code, opened.out]).toEqual([0, expect.stringContaining('公开的内容：')]);
  expect(opened.out).toMatch(/name＝/);
  await opensWhatIsSealed(cli, asked);
  const looked = await cli.as('demo-auditor', 'privacy', 'looked', volunteerNumber);
  expect(looked.out).toMatch(/审计检查.*BUNDLE.*identity.*AUDITOR/);
}

/** Sealed for one auditor, the file says nothing to whoever finds it. */
async function opensWhatIsSealed(cli: TestZhice, asked: readonly string[]): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('x25519', {
    publicKeyEncoding: { format: 'pem', type: 'spki' },
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
  });
  await writeFile(path.join(cli.folder, '审计公钥.pem'), publicKey);
  await writeFile(path.join(cli.folder, '审计.pem'), privateKey);
  const sealed = ['--purpose', 'AUDIT', '--for', '审计公钥.pem'];
  expect(await cli.as('demo-auditor', ...asked.with(3, '密封.json'), ...sealed)).toMatchObject({ code: 0 });
  expect(await readFile(path.join(cli.folder, '密封.json'), 'utf8')).not.toContain('disclosed');
  const check = ['verify', 'bundle', '密封.json', '--policy', '策略.txt'];
  expect(await cli.run(...check)).toMatchObject({ code: 2, err: expect.stringContaining('已加密给审计人') });
  const opened = await cli.run(...check, '--key', '审计.pem');
  expect([opened.code, opened.out]).toEqual([0, expect.stringMatching(/name＝/)]);
  const wrong = await cli.run(...check, '--key', '策略.txt');
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('不是 X25519 密钥') });
}

/** The same auditor audits the whole ledger, goes on from there later, and finds what a superuser changed. */
async function auditsAll(cli: TestZhice, policy: readonly string[]): Promise<void> {
  const asked = ['audit', ...policy, '--held', '检查点.txt', '--state', '审计进度'];
  const first = await cli.run(...asked);
  expect(first.out).toContain('审计通过。');
  expect(first.code).toBe(0);
  const next = await cli.run(...asked, '--json', '--out', '报告.json');
  expect(jsonOf(next)).toMatchObject({
    sound: true,
    held: 1,
    steps: { V1: 'passed', V10: 'passed', V12: 'passed' },
    faults: [],
  });
  const { known } = jsonOf<{ known: number }>(next);
  expect(known).toBeGreaterThan(100);
  expect(JSON.parse(await readFile(path.join(cli.folder, '报告.json'), 'utf8'))).toMatchObject({ known });
  expect(await cli.run('audit', ...policy, '--hashes-only')).toMatchObject({ code: 0 });
  expect(await cli.run('audit', '--since', '检查点.txt', '--no-tables')).toMatchObject({ code: 0 });
  expect(await cli.run('audit', '--days', '明天')).toMatchObject({ code: 2 });
  expect(await cli.run('audit', '--policy', '检查点.txt')).toMatchObject({ code: 1 });
  const attested = await cli.run('verify', 'tables', '--attest');
  expect(attested.out).toContain('已写入台账');
  expect(attested.code).toBe(0);
  const again = await cli.run('verify', 'attested');
  expect(again.out).toContain('一致');
  expect(again.code).toBe(0);
  const swap = (from: number, to: number): string =>
    `update ledger.entry set entry = replace(entry, '"serviceMinutes":${from}', '"serviceMinutes":${to}') where position = (select max(position) from ledger.entry where entry like '%"serviceMinutes":${from}%')`;
  await cli.asSuperuser(swap(180, 181));
  const found = await cli.run(...asked);
  expect(found.code).toBe(1);
  expect(found.out).toMatch(/INCONSISTENT　台账不是由另外保管的检查点延续而来/);
  expect(found.out).toContain('处理办法：');
  const { faults } = JSON.parse((await cli.run('audit', ...policy, '--json', '--no-tables')).out) as {
    faults: { check: string; stream: string; do: string }[];
  };
  expect(faults).toContainEqual(
    expect.objectContaining({ check: 'WRITER_SIG', step: 'V7', stream: expect.stringMatching(/^\w+-/) }),
  );
  await cli.asSuperuser(swap(181, 180));
  expect(await cli.run(...asked)).toMatchObject({ code: 0 });
}

type As = (login: string, ...words: string[]) => Promise<Ran>;

/** An auditor works a review out again; what was never reviewed, and a stranger's, is not there. */
export async function repeatedReviews(as: As, volunteerNumber: string, year: number): Promise<void> {
  const repeat = (login: string, ...words: string[]): Promise<Ran> => as(login, 'review', 'repeat', ...words);
  const again = await repeat('demo-auditor', volunteerNumber, '--year', String(year));
  expect([again.code, again.out.includes('一致。'), again.out.includes('serviceMinutes')]).toEqual([0, true, true]);
  const none = await repeat('demo-auditor', '示例市示例中心党总支', '--kind', 'organization', '--year', '2019');
  expect(none).toMatchObject({ code: 1, out: '' });
  const stranger = await repeat('demo-street', volunteerNumber, '--year', String(year));
  expect(stranger).toMatchObject({ code: 1, out: '' });
}
