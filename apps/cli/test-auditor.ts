import { expect } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonOf, type TestZhice } from './test-zhice.js';

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
  const asked = ['volunteer-year', '--organization', organization, '--year', String(year), '--json'];
  const { items } = jsonOf<{ items: { volunteerNumber: string }[] }>(await cli.as('demo-auditor', ...asked));
  const [{ volunteerNumber }] = items as [{ volunteerNumber: string }];
  const bundled = await cli.as('demo-auditor', 'bundle', volunteerNumber, '--out', '履历.json');
  expect(bundled).toMatchObject({ code: 0 });
  const sound = await cli.run('verify', 'bundle', '履历.json', ...policy, '--held', '检查点.txt');
  expect(sound.code).toBe(0);
  expect(sound.out).toContain('没有缺漏');
  const text = await readFile(path.join(cli.folder, '履历.json'), 'utf8');
  await writeFile(path.join(cli.folder, '改过.json'), text.replace('"figures":{', '"figures":{"2001":60,'));
  const changed = await cli.run('verify', 'bundle', '改过.json', ...policy);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('FIGURE_MISMATCH');
  expect(await cli.run('verify', 'bundle', '检查点.txt', ...policy)).toMatchObject({ code: 1 });
  expect(await cli.run('verify', 'bundle', '履历.json')).toMatchObject({ code: 2 });
}
