import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

/** Pastes as Excel does: cells between tabs. */
const paste = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const box = document.querySelector('textarea[aria-label="从 Excel 粘贴"]');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);

/** Fills in and submits a session of 30 June. */
async function holding(page: Page, from: string, until: string): Promise<Locator> {
  await page.getByRole('button', { name: '登记场次' }).click();
  const session = page.getByRole('dialog', { name: '登记场次' });
  await session.getByLabel('服务日期').fill('2026-06-30');
  await session.getByLabel('服务日期').press('Enter');
  const times = session.locator('.ant-picker-range input');
  await times.nth(0).fill(from);
  await times.nth(0).press('Enter');
  await times.nth(1).fill(until);
  await times.nth(1).press('Enter');
  await session.getByRole('button', { name: '提交' }).click();
  return session;
}

describe('recorder and leader', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const inBranch = (role: Role) => console.api.person([{ role, organizationId: district.branch as OrganizationId }]);
  it(
    'a sheet pasted by one and confirmed on a phone by the other is credited once, though the wire broke',
    () =>
      console.story(async () => {
        const [recorder, leader] = [await inBranch('RECORDER'), await inBranch('TEAM_LEADER')];
        const before = await console.positionsOf('AttendanceRecorded');
        const page = await console.signedIn(recorder.login);
        await page.getByRole('link', { name: '活动', exact: true }).first().click();
        await page.getByRole('link', { name: '学雷锋集中服务' }).click();
        const keys: (string | undefined)[] = [];
        page.on('request', (request) => {
          if (request.method() === 'POST' && request.url().endsWith('/sessions'))
            keys.push(request.headers()['idempotency-key']);
        });
        // No answer at all: one act tried again; given up, the next is another.
        await page.route('**/sessions', (route) => route.abort('connectionreset'));
        const session = await holding(page, '09:00', '10:00');
        await page.getByText('没有收到服务器的回答').first().waitFor();
        await page.unroute('**/sessions');
        await session.getByRole('button', { name: '取消' }).click();
        await holding(page, '14:00', '16:30');
        const held = page.getByRole('row').filter({ hasText: '2026-06-30' });
        await held.getByRole('button', { name: '登记签到' }).click();
        expect(keys).toHaveLength(6);
        expect(new Set(keys.slice(0, 5)).size).toBe(1);
        expect(new Set(keys).size).toBe(2);
        await page.getByRole('checkbox', { name: /丁𠮷安/ }).waitFor();

        await paste(page, '查无此人\t14:00\t16:00\n丁𠮷安\t14:00\t16:00');
        await page.getByText('第 1 行：“查无此人”不在本队名单中').waitFor();
        await page.getByText('到场 1 人，合计 2小时').waitFor();
        await console.picture(page, '04-签到登记');
        await console.helpPicture(page, 'attendance');
        expect(await console.barriers(page)).toEqual([]);

        // The first answer is lost on its way back; the same act is sent again and stands once.
        let lost = 0;
        await page.route('**/attendances', async (route) => {
          if (lost++ > 0) return route.continue();
          await route.fetch();
          return route.abort('connectionreset');
        });
        await page.getByRole('button', { name: '登记签到' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: '活动情况' }).waitFor();
        expect(lost).toBe(2);
        expect(await console.positionsOf('AttendanceRecorded')).toHaveLength(before.length + 1);

        const phone = await console.signedIn(leader.login, 'phone');
        await phone.getByRole('link', { name: '活动', exact: true }).click();
        await phone.getByRole('link', { name: '学雷锋集中服务' }).click();
        await phone
          .getByRole('row')
          .filter({ hasText: '2026-06-30' })
          .getByRole('button', { name: '确认签到' })
          .click();
        await console.picture(phone, '05-手机上确认签到');
        await phone.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
        await phone.getByRole('dialog').waitFor({ state: 'detached' });
        await console.api.settled();

        await page.goto(`/console/volunteers/${district.volunteer}`);
        await page.getByRole('tab', { name: '时长账户' }).click();
        await page.getByText('4小时30分').first().waitFor();
        await console.picture(page, '06-时长账户');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('tab', { name: '履历' }).click();
        await page.getByText('登记造册').waitFor();
        await page.getByText('至此本年 4小时30分、1 次活动').waitFor();
        await console.picture(page, '07-履历');
        const slider = page.getByRole('slider');
        await slider.press('Home');
        await page.getByText('所知：1 条记录').waitFor();
        await page.getByText('登记造册').waitFor({ state: 'detached' });
        await console.picture(page, '08-当时所知');
        expect(await console.barriers(page)).toEqual([]);
      }),
    300_000,
  );
});
