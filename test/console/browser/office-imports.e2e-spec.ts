import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { TestConsole } from '../../support/browser.js';
import { holdWrites } from '../../support/held-writes.js';
import { samplePath } from '../../support/import-bench.js';

/** A day picked by typing it. */
async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Tab');
}

describe('an office', () => {
  let console: TestConsole;
  beforeAll(async () => {
    console = await TestConsole.open();
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const count = async (type: string): Promise<number> => {
    const { rows } = await console.api.house.mainPool.query<{ n: number }>(
      'select count(*)::int as n from ledger.entry where type = $1',
      [type],
    );
    return rows[0]?.n ?? 0;
  };
  const choose = async (page: Page, kind: string, file: string, organization: string): Promise<void> => {
    await page.getByText(kind, { exact: true }).click();
    await page.getByLabel('党组织', { exact: true }).click();
    const tree = page.locator('.ant-select-tree');
    const wanted = tree.getByTitle(organization);
    if (!(await wanted.isVisible())) await tree.locator('.ant-select-tree-switcher_close').first().click();
    await wanted.click();
    await page.locator('input[type=file]').first().setInputFiles(file);
  };

  it(
    'imports its teams and its roster: faults in place, a yes, a lost connection, one entry each, a file of results',
    () =>
      console.story(async () => {
        const { login } = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
        const page = await console.signedIn(login);
        await page.getByRole('link', { name: '导入', exact: true }).click();
        await choose(page, '附件3 服务队登记表', samplePath('teams'), '示例市委组织部');
        await page.getByText('表上的党组织尚未登记').click();
        await page.getByLabel('正式党员人数').fill('32');
        await page.getByLabel('预备党员人数').fill('2');
        await page.getByLabel('组建文件标题').fill('关于组建党员志愿服务队的通知');
        await fillDay(page, '组建文件日期', '2025-12-01');
        await fillDay(page, '填表日期', '2026-07-01');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '预检（不写入）' }).click();
        await page.getByText('将在“示例市委组织部”之下新登记党组织').waitFor();
        expect(await count('TeamEstablished')).toBe(0);
        // Pressed twice by a nervous hand.
        await page.getByRole('button', { name: '确认写入 4 行' }).dblclick();
        await page.getByText('导入完成').waitFor();
        expect(await count('TeamEstablished')).toBe(4);
        await page.getByRole('button', { name: '再导入一份表' }).click();

        await page.reload();
        await choose(page, '人员信息登记表', samplePath('members'), '示例市示例中心党总支');
        await page.getByRole('button', { name: '预检（不写入）' }).click();
        await page.getByText('错误（所在行不写入）').waitFor();
        await page.locator('.sheet-cell-fault').first().waitFor();
        expect(await page.locator('.sheet-faults').getByText('错误', { exact: true }).count()).toBe(7);
        await console.picture(page, '20-导入预检');
        await console.helpPicture(page, 'import');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '返回修改' }).click();

        await page.getByText('附件2 花名册', { exact: true }).click();
        await page.locator('input[type=file]').first().setInputFiles(samplePath('roster'));
        await fillDay(page, '登记造册日期', '2026-01-01');
        await page.getByLabel('负责人的领导班子职务').fill('党总支委员');
        await page.getByRole('button', { name: '预检（不写入）' }).click();
        await page.getByText('按登记表的人数和负责人').waitFor();
        await page.getByText('导入人声明').click();
        await console.picture(page, '21-花名册预检');

        // The ledger stands still while the connection is away, so that the page surely meets a run under way.
        const release = holdWrites(console.api.house);
        let lost = 0;
        await page.route('**/import-runs', async (route) => {
          if (lost++ > 0) return route.continue();
          await route.fetch();
          return route.abort('connectionreset');
        });
        await page.getByRole('button', { name: '确认写入 26 行' }).click();
        await page.getByText('正在写入').waitFor();
        expect(lost).toBeGreaterThan(1);
        await page.context().setOffline(true);
        await page.getByText('连接中断，正在重新连接').waitFor();
        await console.picture(page, '22-写入中连接中断');
        await page.context().setOffline(false);
        release();
        await page.getByText('导入完成').waitFor();
        expect(await count('VolunteerEnrolled')).toBe(26);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: '下载结果文件' }).click(),
        ]);
        const text = await readFile(await download.path(), 'utf8');
        expect(text.split('\r\n')[0]).toBe('\uFEFF"行号","对象","结果","志愿者编号","台账位置","说明"');
        expect(text.match(/"志愿者","已写入"/g)).toHaveLength(26);
        await console.picture(page, '23-导入结果');

        // The same sheet in another tab, as after a browser that was closed.
        const other = await console.signedIn(login);
        await other.getByRole('link', { name: '导入', exact: true }).click();
        await choose(other, '附件2 花名册', samplePath('roster'), '示例市示例中心党总支');
        await fillDay(other, '登记造册日期', '2026-01-01');
        await other.getByLabel('负责人的领导班子职务').fill('党总支委员');
        await other.getByRole('button', { name: '预检（不写入）' }).click();
        await other.getByText('导入完成，不会再写入任何内容').waitFor();
        expect(await count('VolunteerEnrolled')).toBe(26);

        // What was imported stays to be looked up, line by line.
        await other.getByRole('link', { name: '导入批次', exact: true }).click();
        const batch = other.getByRole('row').filter({ hasText: '附件2 花名册' });
        await batch.getByText('已完成').waitFor();
        await console.picture(other, '24-导入批次');
        expect(await console.barriers(other)).toEqual([]);
        await batch.getByRole('button', { name: '逐行结果' }).click();
        await other.getByRole('dialog').getByText('已写入').first().waitFor();
      }),
    400_000,
  );
});
