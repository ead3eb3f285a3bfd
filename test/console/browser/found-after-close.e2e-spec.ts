import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { attestTables } from '#libs/house/attest-tables';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';
import type { Person } from '../../support/test-api.js';

const january2027 = Date.UTC(2027, 0, 25, 2);

describe('what comes to light when its year is closed', () => {
  let console: TestConsole;
  let district: District;
  let third: Person;

  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    const office = () => console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    const recorder = await office();
    // Written down in time, and forgotten by whoever had to attest it.
    const sessionId = randomUUID();
    const at = `/api/activities/${district.activity}/sessions`;
    const held = { sessionId, heldOn: '2026-06-30', startsAt: '14:00', endsAt: '18:00' };
    await recorder.post(at, held).expect(201);
    const line = { volunteerId: district.volunteer, entryId: randomUUID(), teamId: district.team };
    const attendances = [{ ...line, startsAt: '14:00', serviceMinutes: 90 }];
    await recorder.post(`${at}/${sessionId}/attendances`, { provenance: 'WITNESSED', attendances }).expect(201);
    await console.api.settled();
    console.api.clock.now = january2027;
    const closing = await office();
    await closing.post(`/api/books/${console.api.top}/2026/provisional-close`, {}).expect(201);
    await console.api.settled();
    await attestTables(console.api.house, () => undefined);
    await closing.post(`/api/books/${console.api.top}/2026/close`, { decision: '部务会议决定' }).expect(201);
    await console.api.settled();
    await closing.post(`${at}/${sessionId}/attestation`, {}).expect(201);
    await console.api.settled();
    third = await console.api.person([{ role: 'APPROVER', organizationId: console.api.top }]);
  }, 240_000);
  afterAll(() => console.close(), 180_000);

  it(
    'waits in the inbox for a third person, who says how much of it counts; a key alone does not decide it',
    () =>
      console.story(async () => {
        const page = await console.signedIn(third.login);
        await page.getByRole('link', { name: '审核', exact: true }).first().click();
        const row = page.locator('.ant-table-row').filter({ hasText: '1小时30分' });
        await row.click();
        await page.getByRole('button', { name: '2026 年已年结，按此调整' }).waitFor();
        expect(await page.getByRole('button', { name: '通过（A）' }).isDisabled()).toBe(true);
        expect(await page.getByRole('button', { name: '不通过（R）' }).isDisabled()).toBe(true);
        await page.getByLabel('应计入的时长（分钟），0 为不予计入').fill('60');
        await page.getByLabel('理由').fill('签到表上是 14 点到 15 点');
        await console.picture(page, '49-年结后发现');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '2026 年已年结，按此调整' }).click();
        await row.waitFor({ state: 'detached' });
        expect(await console.positionsOf('PriorYearAdjusted')).toHaveLength(1);
        await console.api.settled();
        const { body } = await third.get(`/api/books/${console.api.top}/2026/totals`).expect(200);
        expect(body).toMatchObject({ minutesAsClosed: 150, minutesAsKnown: 210, changed: 1 });
      }),
    240_000,
  );
});
