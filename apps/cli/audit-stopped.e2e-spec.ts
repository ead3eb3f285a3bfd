import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AccountId, CommandId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import { jsonOf, TestZhice, type Ran } from './test-zhice.js';

/** More entries than an audit takes in one page of 2,000. */
const organizations = 1_600;
const patienceMilliseconds = 120_000;

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMilliseconds; !(await isSo()); await setTimeout(50))
    if (Date.now() > end) throw new Error('it did not come to that');
}

async function fill(house: House): Promise<void> {
  const top = randomUUID() as OrganizationId;
  const body = { name: '示例市委组织部', unitName: '示例市委组织部', registeredOn: '2020-01-01' as LocalDate };
  await registerTopOrganization(house, { ...body, organizationId: top, kind: 'CITY_ORGANIZATION_DEPARTMENT' });
  const actor = {
    accountId: randomUUID() as AccountId,
    displayName: '测试账号',
    grants: [{ role: 'CITY_OFFICE', organizationId: top }],
  } as const;
  let left = organizations;
  const writer = async (): Promise<void> => {
    while (left-- > 0) {
      const data = {
        ...body,
        organizationId: randomUUID() as OrganizationId,
        kind: 'PARTY_BRANCH',
        parentId: top,
      } as const;
      await house.counter.submit(
        actor,
        { type: 'RegisterPartyOrganization', data },
        { commandId: randomUUID() as CommandId },
      );
    }
  };
  await Promise.all(Array.from({ length: 32 }, writer));
}

describe('zhice audit that is told to stop', () => {
  let zhice: TestZhice;
  let entries: number;
  beforeAll(async () => {
    zhice = await TestZhice.open();
    const house = await zhice.house();
    await fill(house);
    const { rows } = await house.mainPool.query<{ n: number }>('select count(*)::int as n from ledger.entry');
    entries = rows[0]?.n ?? 0;
    await house.close();
    expect(entries).toBeGreaterThan(2_500);
    expect(await zhice.run('checkpoint', '--out', '检查点.txt')).toMatchObject({ code: 0 });
  }, 600_000);
  afterAll(() => zhice.end(), 180_000);

  /** The audit waits for the log, which nobody may read for the moment; it is told to stop, and then the log is there again. */
  async function stoppedWhileReading(...words: string[]): Promise<Ran> {
    const house = await zhice.house();
    const client = await house.mainPool.connect();
    try {
      await client.query('set role none; begin; lock table ledger.entry in access exclusive mode');
      const { child, gone, said } = zhice.begin('audit', '--no-tables', ...words);
      await until(async () => {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from pg_locks where not granted and relation = 'ledger.entry'::regclass`,
        );
        return (rows[0]?.n ?? 0) > 0;
      });
      child.kill('SIGINT');
      await until(() => said().includes('正在停止'));
      await client.query('commit');
      return await gone;
    } finally {
      client.release(true);
      await house.close();
    }
  }

  const sizeIn = async (file: string): Promise<number> =>
    Number((await readFile(path.join(zhice.folder, file), 'utf8')).split('\n')[2]);

  it('ends between two pages with 130, keeps what was verified, and the same command goes on from there', async () => {
    const stopped = await stoppedWhileReading('--state', '审计进度');
    expect([stopped.code, stopped.out]).toEqual([130, '']);
    expect(stopped.err).toMatch(/审计按要求停下：已读 \d+ 条，没有发现不符，进度已保存到 \S+审计进度/);
    const size = await sizeIn('审计进度');
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(entries);
    const report = jsonOf<{ known: number; sound: boolean; size: number }>(
      await zhice.run('audit', '--no-tables', '--state', '审计进度', '--json'),
    );
    expect(report).toMatchObject({ known: size, sound: true });
    expect(report.size).toBeGreaterThanOrEqual(entries);
    expect(await sizeIn('审计进度')).toBe(report.size);
  }, 400_000);

  it('keeps it beside the auditor who named no file for it, and says how to go on', async () => {
    const stopped = await stoppedWhileReading();
    expect(stopped.code).toBe(130);
    const file = (await readdir(zhice.folder)).find((name) => name.startsWith('zhice-审计进度-'))!;
    expect(stopped.err).toContain(`--state ${path.join(zhice.folder, file)}`);
    const size = await sizeIn(file);
    const next = await zhice.run('audit', '--no-tables', '--state', file, '--json');
    expect(jsonOf(next)).toMatchObject({ known: size, sound: true });
  }, 400_000);
});
