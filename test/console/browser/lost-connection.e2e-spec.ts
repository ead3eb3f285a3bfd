import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

/** Nothing of the page reaches the server, and the page knows it. */
const cut = (page: Page): Promise<void> => page.context().setOffline(true);
const mended = (page: Page): Promise<void> => page.context().setOffline(false);

describe('a connection that is lost while something is saved', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const office = async (): Promise<Page> => {
    const { login } = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    return console.signedIn(login);
  };
  const filledOrganization = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('link', { name: '党组织', exact: true }).first().click();
    await page.getByRole('button', { name: '登记党组织' }).first().click();
    await page.getByLabel('上级党组织').click();
    await page.locator('.ant-select-tree').getByTitle('示例市委组织部').click();
    await page.getByLabel('党组织名称').fill(name);
    await page.getByLabel('单位名称').fill('示例街道');
  };
  const keysOf = (page: Page, address: RegExp): string[] => {
    const keys: string[] = [];
    page.on('request', (request: Request) => {
      if (request.method() === 'POST' && address.test(request.url()))
        keys.push(request.headers()['idempotency-key'] ?? 'none');
    });
    return keys;
  };

  it(
    'before the request has left: the page says so and waits, sends it once when the network is back, and says where it stands',
    () =>
      console.story(async () => {
        const page = await office();
        await filledOrganization(page, '断线前党支部');
        const before = await console.positionsOf('PartyOrganizationRegistered');
        await cut(page);
        await page.getByText('网络已断开').waitFor();
        const register = page.getByRole('button', { name: '登记', exact: true });
        await register.dblclick();
        await page.locator('.ant-btn-loading').waitFor();
        await console.picture(page, '52-提交时断网');
        expect(await console.barriers(page)).toEqual([]);
        expect(await console.positionsOf('PartyOrganizationRegistered')).toEqual(before);

        await mended(page);
        await page.getByRole('cell', { name: '断线前党支部' }).waitFor();
        const after = await console.positionsOf('PartyOrganizationRegistered');
        expect(after).toHaveLength(before.length + 1);
        await page.getByText(`已记入台账，位置 ${after.at(-1)}`).waitFor();
        await page.getByText('网络已断开').waitFor({ state: 'detached' });
      }),
    240_000,
  );

  it(
    'after the request was carried out and before its answer came: the page does not know and says so, the next try is the same act and names its entry',
    () =>
      console.story(async () => {
        const page = await office();
        await filledOrganization(page, '断线后党支部');
        const keys = keysOf(page, /\/api\/organizations$/);
        const before = await console.positionsOf('PartyOrganizationRegistered');
        await page.route('**/api/organizations', async (route) => {
          if (route.request().method() !== 'POST') return route.continue();
          // Written, and then the line goes: neither this answer nor that of any further try comes through.
          await route.fetch();
          await cut(page);
          return route.abort('internetdisconnected');
        });
        const register = page.getByRole('button', { name: '登记', exact: true });
        await register.click();
        await page.getByText('不知道是否已记入').first().waitFor();
        await console.picture(page, '53-回执没有收到');
        const written = await console.positionsOf('PartyOrganizationRegistered');
        expect(written).toHaveLength(before.length + 1);

        await page.unroute('**/api/organizations');
        await mended(page);
        await page.getByText('网络已断开').waitFor({ state: 'detached' });
        await register.click();
        await page.getByRole('cell', { name: '断线后党支部' }).waitFor();
        await page.getByText(`已记入台账，位置 ${written.at(-1)}`).waitFor();
        expect(await console.positionsOf('PartyOrganizationRegistered')).toEqual(written);
        expect(keys.length).toBeGreaterThan(1);
        expect(new Set(keys).size).toBe(1);
      }),
    240_000,
  );

  it(
    'in a dialog on a leader’s phone: what is submitted again is the same session, and it stands once in the list',
    () =>
      console.story(async () => {
        const grant = { role: 'TEAM_LEADER', organizationId: district.branch as OrganizationId } as const;
        const page = await console.signedIn((await console.api.person([grant])).login, 'phone');
        await page.goto(`/console/activities/${district.activity}`);
        const before = await console.positionsOf('SessionHeld');
        const keys = keysOf(page, /\/sessions$/);
        await page.getByRole('button', { name: '登记场次' }).click();
        const session = page.getByRole('dialog', { name: '登记场次' });
        await session.getByLabel('服务日期').fill('2026-06-29');
        await session.getByLabel('服务日期').press('Enter');
        const times = session.locator('.ant-picker-range input');
        for (const [index, time] of ['09:00', '10:30'].entries()) {
          await times.nth(index).fill(time);
          await times.nth(index).press('Enter');
        }
        await page.route('**/sessions', async (route) => {
          if (route.request().method() !== 'POST') return route.continue();
          await route.fetch();
          await cut(page);
          return route.abort('internetdisconnected');
        });
        await session.getByRole('button', { name: '提交' }).click();
        await page.getByText('不知道是否已记入').first().waitFor();
        await console.picture(page, '54-手机上回执没有收到');
        const written = await console.positionsOf('SessionHeld');
        expect(written).toHaveLength(before.length + 1);

        await page.unroute('**/sessions');
        await mended(page);
        await session.getByRole('button', { name: '提交' }).click();
        await page.getByText(`已记入台账，位置 ${written.at(-1)}`).waitFor();
        await session.waitFor({ state: 'detached' });
        await page.getByText('2026-06-29').first().waitFor();
        expect(await console.positionsOf('SessionHeld')).toEqual(written);
        expect(keys.length).toBeGreaterThan(1);
        expect(new Set(keys).size).toBe(1);
      }),
    240_000,
  );
});
