import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OrganizationId } from '#libs/kernel/ids';
import { branchLife, type BranchLife } from '../../support/branch-life.js';
import { TestConsole } from '../../support/browser.js';

describe('the end of a half-year in the browser', () => {
  let console: TestConsole;
  let life: BranchLife;
  beforeAll(async () => {
    console = await TestConsole.open();
    life = await branchLife(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const rowWith = (page: Page | Locator, text: string): Locator => page.getByRole('row').filter({ hasText: text });

  it(
    'what lies in the last ten days before the half-year is counted stands beside the whole, and opens its entries',
    () =>
      console.story(async () => {
        const branch = await life.branch('示例期末支部');
        const person = await life.member(branch);
        await life.serves(branch, person, ['08:00', 90]);
        const page = await console.signedIn(
          (await console.api.person([{ role: 'APPROVER', organizationId: branch as OrganizationId }])).login,
        );
        await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '期末集中情况' }).click();
        await page.getByRole('heading', { level: 1, name: '期末集中情况' }).waitFor();
        await rowWith(page, '计入时长').getByText('100.0%').waitFor();
        await rowWith(page, '2026-06-25').getByText('最后十天').waitFor();
        await console.picture(page, '66-期末集中情况');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '最后十天的计入时长：1小时30分' }).click();
        const entry = rowWith(page.getByRole('dialog'), '2026-06-25');
        await entry.getByText('1小时30分').waitFor();
        expect(await entry.getByRole('link').first().getAttribute('href')).toBe(`/console/volunteers/${person}`);
        await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
        await page.getByText('年末（12 月）').click();
        await page.getByText('这个月还没有计入的时长').waitFor();
      }),
    240_000,
  );
});
