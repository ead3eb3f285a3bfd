import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('a roster that leaked', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    await console.api.settled();
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const open = async (page: Page): Promise<void> => {
    const menu = page.getByRole('navigation', { name: '主菜单' });
    await menu.getByRole('link', { name: '信息泄露', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '信息泄露', exact: true }).waitFor();
  };
  const choose = async (page: Page, label: string, option: string | RegExp): Promise<void> => {
    await page.locator('.ant-modal:visible').getByLabel(label).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(option).click();
  };
  const submit = async (page: Page, name: string): Promise<void> => {
    const form = page.locator('.ant-modal:visible');
    await form.getByRole('button', { name, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  };

  it(
    'is recorded by the office with its export, told to whom it concerns, and read by the auditor',
    () =>
      console.story(async () => {
        const organizationId = district.branch as OrganizationId;
        const office = await console.api.person([{ role: 'UNIT_OFFICE', organizationId }]);
        const print = `annex-2?formDate=2026-06-01&contacts=open&purpose=HAND_IN`;
        await office.get(`/api/organizations/${district.branch}/${print}`).expect(200);

        const page = await console.signedIn(office.login);
        await open(page);
        await page.getByText('没有登记过个人信息泄露').waitFor();
        await page.getByRole('button', { name: '登记泄露' }).click();
        await page.getByRole('dialog').getByLabel('党组织').click();
        await page.locator('.ant-select-dropdown:visible').getByTitle('示例中心党支部').click();
        await choose(page, '泄露的是哪一次带出的表', /附件2，交上级党组织，1 人/);
        await choose(page, '原因', '发到了群里或公开处');
        await choose(page, '涉及哪些信息', '联系方式');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').getByLabel('情况说明').fill('花名册误发到工作群');
        await submit(page, '登记');

        const row = page.getByRole('row').filter({ hasText: '泄露：发到了群里或公开处' });
        await row.getByRole('button', { name: '查看' }).click();
        await page.getByText('1 人，已通知 0 人').waitFor();
        await page.getByRole('button', { name: '登记补救措施' }).click();
        await choose(page, '补救措施', '已撤下');
        await submit(page, '登记');
        await page.getByText('2026-07-01 已撤下').waitFor();
        await page.getByRole('button', { name: '登记报告' }).click();
        await choose(page, '报告了谁', '网信部门');
        await submit(page, '登记');
        await page.getByText('2026-07-01 网信部门').waitFor();
        await page.getByRole('button', { name: '通知本页的 1 人' }).click();
        await page.getByText('1 人，已通知 1 人').waitFor();
        await console.picture(page, '60-信息泄露');
        expect(await console.barriers(page)).toEqual([]);

        const volunteer = await console.api.person(
          [{ role: 'VOLUNTEER', organizationId }],
          district.volunteer as VolunteerId,
        );
        const own = await console.signedIn(volunteer.login);
        await own.goto(`${new URL(own.url()).origin}/console/volunteers/${district.volunteer}`);
        await own.getByText('个人信息泄露通知（2026-07-01）').waitFor();
        await own.getByText('涉及您的联系方式').waitFor();
        await console.picture(own, '61-本人看到的泄露通知');
        expect(await console.barriers(own)).toEqual([]);

        const auditor = await console.api.person([{ role: 'AUDITOR', organizationId }]);
        const audit = await console.signedIn(auditor.login);
        await open(audit);
        await audit.getByRole('row').filter({ hasText: '已撤下' }).getByText('网信部门').waitFor();
        expect(await audit.getByRole('button', { name: '登记泄露' }).count()).toBe(0);
      }),
    300_000,
  );
});
