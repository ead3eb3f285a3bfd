import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('one’s own data', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const signedInAs = async (role: 'VOLUNTEER' | 'UNIT_OFFICE', size: 'desk' | 'phone'): Promise<Page> => {
    const own = role === 'VOLUNTEER' ? (district.volunteer as VolunteerId) : undefined;
    const grant = { role, organizationId: district.branch as OrganizationId };
    return console.signedIn((await console.api.person([grant], own)).login, size);
  };
  const lookedAt = async (page: Page): Promise<void> => {
    await page.goto(`/console/volunteers/${district.volunteer}?tab=looked-at`);
    await page.getByRole('button', { name: '查看完整信息' }).waitFor();
  };
  const choose = async (page: Page, form: Locator, label: string | RegExp, option: string): Promise<void> => {
    await form.getByLabel(label).click();
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      .getByTitle(option, { exact: true })
      .click();
  };

  it(
    'whoever looks says what for, and the person sees it, asks for a correction, and takes the history away',
    () =>
      console.story(async () => {
        const office = await signedInAs('UNIT_OFFICE', 'desk');
        await lookedAt(office);
        await office.getByRole('button', { name: '查看完整信息' }).click();
        const asking = office.getByRole('dialog', { name: '查看完整的个人信息' });
        await asking.getByRole('button', { name: '查看', exact: true }).click();
        await asking.getByText('请选择用途').waitFor();
        await choose(office, asking, /用途/, '联系本人');
        await asking.getByRole('button', { name: '查看', exact: true }).click();
        await asking.getByText('13800000001').waitFor();
        await console.picture(office, '47-说明用途后查看');
        await asking.getByRole('button', { name: 'Close' }).or(asking.getByLabel('关闭')).first().click();
        expect(await office.getByText('13800000001').count()).toBe(0);
        await office.getByRole('row').filter({ hasText: '联系本人' }).waitFor();

        const page = await signedInAs('VOLUNTEER', 'phone');
        await lookedAt(page);
        await page.getByRole('row').filter({ hasText: '联系本人' }).getByText('联系方式').waitFor();
        await page.getByRole('button', { name: '提出个人信息申请' }).click();
        const request = page.getByRole('dialog', { name: '提出个人信息申请' });
        await choose(page, request, '要求怎样处理', '更正');
        await choose(page, request, '理由', '信息不准确');
        await request.getByRole('button', { name: '提交' }).dblclick();
        await request.waitFor({ state: 'hidden' });
        expect(await console.positionsOf('PrivacyRequestFiled')).toHaveLength(1);
        await page.getByText('待审批').waitFor();
        await console.picture(page, '48-查阅记录');
        expect(await console.barriers(page)).toEqual([]);
        const link = page.getByRole('link', { name: '下载我的履历包' });
        expect(await link.getAttribute('href')).toBe(`/api/volunteers/${district.volunteer}/bundle`);
      }),
    240_000,
  );

  it(
    'a good deed is told by whoever did it, once, and waits until another person attests it',
    () =>
      console.story(async () => {
        const page = await signedInAs('VOLUNTEER', 'phone');
        await page.goto(`/console/volunteers/${district.volunteer}?tab=hours`);
        await page.getByRole('button', { name: '登记活动以外的服务' }).click();
        const form = page.getByRole('dialog', { name: '登记活动以外的服务' });
        await form.getByLabel('服务日期').fill('2026-06-30');
        await form.getByLabel('服务日期').press('Enter');
        const times = form.locator('.ant-picker-range input');
        for (const [index, time] of ['18:00', '19:30'].entries()) {
          // The picker itself moves on to the second time; what is typed before it did is lost.
          if (index === 0) await times.nth(0).click();
          await times.nth(index).and(page.locator(':focus')).waitFor();
          await times.nth(index).fill(time);
          await times.nth(index).press('Enter');
        }
        await form.getByLabel('做了什么').fill('帮独居老人修水管');
        await form.getByRole('button', { name: '提交' }).dblclick();
        await form.waitFor({ state: 'hidden' });
        expect(await console.positionsOf('ServiceHoursRecorded')).toHaveLength(1);
        await console.api.settled();
        await page.reload();
        await page
          .getByRole('row')
          .filter({ hasText: '18:00' })
          .getByText(/1小时30分/)
          .waitFor();
        await page.getByRole('row').filter({ hasText: '18:00' }).getByText('待确认').waitFor();
        await page.goto(`/console/volunteers/${district.volunteer}?tab=disputes`);
        await page.getByText('没有异议').waitFor();
        expect(await console.barriers(page)).toEqual([]);
      }),
    240_000,
  );
});
