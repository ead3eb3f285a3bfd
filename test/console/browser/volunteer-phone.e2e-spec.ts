import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('a volunteer with a phone', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const volunteer = (volunteerId: string) =>
    console.api.person(
      [{ role: 'VOLUNTEER', organizationId: district.branch as OrganizationId }],
      volunteerId as VolunteerId,
    );

  it(
    'reads the own year, questions an entry, sees who is signed in and signs out everywhere',
    () =>
      console.story(async () => {
        const { login } = await volunteer(district.volunteer);
        const other = await console.signedIn(login);
        const page = await console.signedIn(login, 'phone');
        await page.getByText('已计入时长').waitFor();
        await page.getByText('已登记造册').waitFor();
        await console.picture(page, '40-手机工作台');
        expect(await console.barriers(page)).toEqual([]);
        // Nothing stands wider than the phone.
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

        await page.getByRole('link', { name: '我的档案' }).click();
        await page.getByRole('tab', { name: '时长账户' }).click();
        await page.getByText('学雷锋集中服务').waitFor();
        await page.getByRole('button', { name: '我有异议' }).click();
        const form = page.getByRole('dialog', { name: '我有异议' });
        const choose = async (label: string, option: RegExp): Promise<void> => {
          await form.getByLabel(label).click();
          await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click();
        };
        await choose('异议类别', /时长不对/);
        await choose('哪一条', /学雷锋集中服务/);
        await form.getByLabel('内容').fill('当天服务到 11 点半，少记了半小时');
        await form.getByRole('button', { name: '提交' }).dblclick();
        await form.waitFor({ state: 'hidden' });
        expect(await console.positionsOf('ServiceHoursDisputed')).toHaveLength(1);
        await console.picture(page, '41-手机时长账户');

        await page.goto('/console/me');
        await page.getByText('登录情况').waitFor();
        await page.getByText('这里', { exact: true }).waitFor();
        await page.getByRole('button', { name: '在所有地方退出' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '全部退出' }).click();
        await page.getByLabel('登录名').waitFor();
        await other.getByRole('link', { name: '我的档案' }).click();
        await other.getByText('登录已过期，请再次登录').waitFor();
      }),
    240_000,
  );

  it(
    'reads why the own application was sent back',
    () =>
      console.story(async () => {
        const writer = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
        const volunteerId = randomUUID();
        await writer
          .post('/api/volunteers', {
            ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-06-11', source: 'PAPER_FORM' },
            ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name: '李䶮', sex: '1', birthDate: '1986-03' },
            ...{ politicalStatus: '01', joinedPartyOn: '2002-02', education: '21', ethnicity: '01' },
          })
          .expect(201);
        const returned = { returnedOn: '2026-06-12', reason: '请补充入党时间的证明' };
        await writer.post(`/api/volunteers/${volunteerId}/application-return`, returned).expect(201);
        await console.api.settled();
        const { login } = await volunteer(volunteerId);
        const page = await console.signedIn(login, 'phone');
        await page.getByText('原因：请补充入党时间的证明').waitFor();
        await console.picture(page, '42-手机上看退回原因');
        expect(await console.barriers(page)).toEqual([]);
      }),
    240_000,
  );
});
