import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { attestTables, isUnsound } from '#libs/house/attest-tables';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

const february2027 = Date.UTC(2027, 1, 10, 2);

/** A day's sheet of the district's volunteer, attested by another person. */
async function served(console: TestConsole, district: District, heldOn: string, minutes: number): Promise<void> {
  const grants = [{ role: 'CITY_OFFICE' as const, organizationId: console.api.top }];
  const [recorder, attester] = [await console.api.person(grants), await console.api.person(grants)];
  const sessionId = randomUUID();
  const at = `/api/activities/${district.activity}/sessions`;
  const ends = `${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:00`;
  await recorder.post(at, { sessionId, heldOn, startsAt: '08:00', endsAt: ends }).expect(201);
  const attendance = {
    ...{ volunteerId: district.volunteer, entryId: randomUUID(), teamId: district.team },
    ...{ startsAt: '08:00', serviceMinutes: minutes },
  };
  await recorder
    .post(`${at}/${sessionId}/attendances`, { provenance: 'WITNESSED', attendances: [attendance] })
    .expect(201);
  await attester.post(`${at}/${sessionId}/attestation`, {}).expect(201);
}

describe('the county office', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    for (const day of ['22', '23', '24', '25']) await served(console, district, `2026-06-${day}`, 480);
    // More than eight hours of one day wait for somebody's approval.
    await served(console, district, '2026-06-26', 540);
    await console.api.settled();
    console.api.clock.now = february2027;
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const recorded = async (type: string): Promise<number> => {
    const { rows } = await console.api.house.mainPool.query<{ n: number }>(
      'select count(*)::int as n from ledger.entry where type = $1',
      [type],
    );
    return rows[0]?.n ?? 0;
  };
  const open = async (page: Page, title: string): Promise<void> => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
  const inDialog = async (page: Page, name: string, button: string): Promise<void> => {
    const dialog = page.getByRole('dialog').filter({ hasText: name });
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  const chooseBranch = (page: Page): Promise<void> =>
    page.getByRole('tree', { name: '党组织' }).getByText('示例中心党支部').click();
  const drawer = (page: Page): Locator => page.getByRole('dialog');

  it(
    'reviews a year, decides on a star and closes the books, each to its record',
    () =>
      console.story(async () => {
        const organizationId = district.branch as OrganizationId;
        const office = await console.api.person([{ role: 'COUNTY_OFFICE', organizationId }]);
        const page = await console.signedIn(office.login);

        // The yearly review: the draft is the ledger's, the conclusion is a person's.
        await open(page, '年度评议');
        await page.getByLabel('年度').click();
        await page.getByTitle('2026 年').click();
        await page.getByText('2026 年还没有这样的评议').waitFor();
        await page.getByRole('button', { name: '生成初稿' }).click();
        await drawer(page).getByRole('row').filter({ hasText: '丁𠮷安' }).getByRole('checkbox').check();
        await drawer(page).getByRole('button', { name: '生成 1 份初稿' }).click();
        await drawer(page).getByText('已汇总，台账位置').waitFor();
        await page.keyboard.press('Escape');
        await page.getByText('待确认（建议：达标）').waitFor();
        await console.picture(page, '10-年度评议');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '核对并确认' }).click();
        await page.getByRole('button', { name: '从台账重算一遍' }).click();
        await page.getByText('完全一致').waitFor();
        await console.picture(page, '11-核对并确认');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '确认结论' }).click();
        await page.getByText('待确认（建议：达标）').waitFor({ state: 'detached' });
        expect(await recorded('VolunteerReviewConfirmed')).toBe(1);

        // A scheme is tried dry, then adopted; the star is applied for by one and awarded by another.
        await open(page, '换标准试算');
        await page.getByLabel('拟采用的标准').click();
        await page.getByTitle('张家港市 STAR-ZJG-1 第 1 版').click();
        await page.getByText('↑ 升').waitFor();
        await console.picture(page, '12-换标准试算');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '采用这一标准' }).click();
        await page.getByRole('dialog').getByLabel('党组织').click();
        await page.locator('.ant-select-dropdown').getByTitle('示例中心党支部').click();
        await inDialog(page, '采用这一标准', '采用');
        const recorder = await console.api.person([{ role: 'RECORDER', organizationId }]);
        await recorder
          .post(`/api/volunteers/${district.volunteer}/stars/application`, { stars: 1, asOfOn: '2027-02-10' })
          .expect(201);
        await console.api.settled();
        await open(page, '星级');
        const candidate = page.getByRole('row').filter({ hasText: '丁𠮷安' });
        await candidate.getByText('申报 1 星，县级认定').waitFor();
        await candidate.getByRole('button', { name: '为什么' }).click();
        await drawer(page).getByText('计入 5 条', { exact: true }).waitFor();
        await drawer(page).getByRole('tab', { name: '未计入 1 条' }).click();
        await drawer(page).getByText('待批准').waitFor();
        await console.picture(page, '13-为什么是这个星级');
        expect(await console.barriers(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await candidate.getByRole('button', { name: '认定', exact: true }).click();
        await inDialog(page, '认定丁𠮷安为 1 星', '认定');
        await candidate.getByLabel('已认定 1 星').waitFor();
        await console.picture(page, '14-星级');
        expect(await recorded('StarAwarded')).toBe(1);

        // The trial balance names what is broken and who has to put it right; then the year is closed.
        await open(page, '年结');
        await page.getByText('请先在左边的组织树里选取').waitFor();
        await chooseBranch(page);
        await page.getByText('尚有 1 处不平，逐处处理后再年结').waitFor();
        await console.picture(page, '15-试算不平');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('link', { name: '去处理' }).click();
        await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
        await page.getByRole('row').filter({ hasText: '丁𠮷安' }).waitFor();
        await page.getByLabel('依据').getByText('丁𠮷安').first().waitFor();
        await page.keyboard.press('a');
        await page.getByText('没有等待处理的事项').waitFor();
        await open(page, '年结');
        await chooseBranch(page);
        await page.getByText('试算已平，可以年结').waitFor();
        await page.getByRole('button', { name: '预结' }).click();
        await inDialog(page, '预结 2026 年', '预结');
        await page.getByText('已预结 2027-02-10').waitFor();
        // As the operator does before it: the tables are held against the log.
        expect((await attestTables(console.api.house, () => undefined)).tables.filter(isUnsound)).toEqual([]);
        await page.getByRole('button', { name: '正式年结' }).click();
        await inDialog(page, '正式年结 2026 年', '正式年结，不再更改');
        await page.getByText('逐人关账 1 / 1').waitFor();
        await page.getByText('已年结 2027-02-10').waitFor();
        await page.getByRole('tab', { name: '年结时与现在所知' }).click();
        await page.getByText('年结时与现在所知一致').waitFor();
        await console.picture(page, '16-年结');
        expect(await console.barriers(page)).toEqual([]);
        expect(await recorded('YearClosed')).toBe(1);

        // F-25: what comes to light afterwards leads to what was issued on the strength of it, and to who was told.
        const approver = await console.api.person([{ role: 'APPROVER', organizationId: console.api.top }]);
        const found = { adjustsYear: 2026, entryId: district.entry, adjustmentId: randomUUID(), minutesAfter: 0 };
        await approver
          .post(`/api/hours/${district.volunteer}/prior-year-adjustments`, {
            ...{ ...found, reasonCode: 'RECORDING_ERROR', reason: '年结后查实当日未到场' },
          })
          .expect(201);
        await console.api.settled();
        await page.getByRole('tab', { name: '受影响的文书' }).click();
        const held = page.getByRole('row').filter({ hasText: '个人年度评议 2026 年' });
        await held.getByText('2小时30分 → 0分').waitFor();
        await page.getByRole('row').filter({ hasText: '年结账册 2026 年' }).waitFor();
        await page.getByRole('row').filter({ hasText: '星级 1 星' }).waitFor();
        await held.getByRole('button', { name: '登记告知' }).click();
        const telling = page.getByRole('dialog').filter({ hasText: '登记更正告知' });
        await telling.getByLabel('告知了谁').click();
        await page.locator('.ant-select-dropdown').getByTitle('本人').click();
        await telling.getByLabel('告知方式').click();
        await page.locator('.ant-select-dropdown').getByTitle('书面').click();
        await telling.getByLabel('告知日期').fill('2027-02-10');
        await telling.getByLabel('告知日期').press('Enter');
        await inDialog(page, '登记更正告知', '登记');
        await held.getByText('2027-02-10 书面告知本人').waitFor();
        await page.getByText('已告知', { exact: true }).click();
        await page.getByRole('row').filter({ hasText: '年结账册 2026 年' }).waitFor({ state: 'detached' });
        await console.picture(page, '16-受影响的文书');
        expect(await console.barriers(page)).toEqual([]);
        expect(await recorded('CorrectionNoticeGiven')).toBe(1);

        // A star that was awarded in error is taken back; both stand in the ledger.
        await open(page, '星级');
        await candidate.getByRole('button', { name: '撤销', exact: true }).click();
        const revoking = page.getByRole('dialog').filter({ hasText: '撤销丁𠮷安的 1 星' });
        await revoking.getByLabel('类别').click();
        await page.getByTitle('认定有误').click();
        await revoking.getByLabel('理由（本人看得到）').fill('申报材料填写有误');
        await inDialog(page, '撤销丁𠮷安的 1 星', '撤销');
        await candidate.getByLabel('已认定 0 星').waitFor();
        expect(await recorded('StarRevoked')).toBe(1);
      }),
    400_000,
  );
});
