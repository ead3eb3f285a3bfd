import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { TestConsole } from '../../support/browser.js';
import { servedDay } from '../../support/served-day.js';
import { districtOf, type District } from '../../support/test-district.js';
import type { Person } from '../../support/test-api.js';

describe('the inbox of the city office', () => {
  let console: TestConsole;
  let district: District;
  let [writer, attester]: Person[] = [];
  let page: Page;
  const people = new Map<string, string>();
  const entries = new Map<string, string>();

  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    const office = () => console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    [writer, attester] = [await office(), await office()];
    const next = randomUUID();
    await say('/api/organizations', {
      ...{ organizationId: next, kind: 'PARTY_BRANCH', parentId: console.api.top, registeredOn: '2026-01-05' },
      ...{ name: '示例社区党支部', unitName: '示例社区' },
    });
    for (const name of ['欧阳若兰', '诸葛明', '上官云']) await enrol(name);
    const scheme = { scheme: 'STAR-ZJG-1', schemeVersion: 1, effectiveOn: '2026-01-01' };
    await say(`/api/organizations/${console.api.top}/star-schemes`, scheme);
    for (const name of ['欧阳若兰', '诸葛明']) {
      for (const day of ['22', '23', '24', '25'])
        await serve(`${name} ${day}`, {
          heldOn: `2026-06-${day}`,
          serviceMinutes: 480,
          volunteerId: people.get(name)!,
        });
      // Attested hours are credited by a reaction, and the star asks for them.
      await console.api.settled();
      await say(`/api/volunteers/${people.get(name)}/stars/application`, { stars: 1, asOfOn: '2026-06-30' });
    }
    await serve('late', { heldOn: '2026-06-02', serviceMinutes: 90, lateReasonCode: 'PAPER_SHEET_DELAYED' });
    await serve('long', { heldOn: '2026-06-26', serviceMinutes: 540 });
    await serve('declined', { heldOn: '2026-06-03', serviceMinutes: 60, lateReasonCode: 'OTHER' });
    await serve('first', { heldOn: '2026-06-28', serviceMinutes: 120 });
    await serve('second', { heldOn: '2026-06-28', startsAt: '09:00', serviceMinutes: 180 });
    for (const name of ['诸葛明', '上官云'])
      await say(`/api/volunteers/${people.get(name)}/transfer`, { toOrganizationId: next, sentOn: '2026-06-30' });
    await ask('上官云', { answer: 'SHRED', basis: 'CONSENT_WITHDRAWN', groups: ['contact'] });
    await ask('欧阳若兰', { answer: 'SHRED', basis: 'PURPOSE_MET', groups: ['photo'] });
    await console.api.settled();
    const { login } = await office();
    page = await console.signedIn(login);
    await page.getByRole('link', { name: '审核', exact: true }).first().click();
    await row('星级', '欧阳若兰').waitFor();
  }, 300_000);
  afterAll(() => console.close(), 180_000);

  const say = (path: string, body: object) => writer!.post(path, body).expect(201);
  const serve = async (name: string, asked: Parameters<typeof servedDay>[2]): Promise<void> => {
    entries.set(name, await servedDay({ recorder: writer!, attester: attester! }, district, asked));
  };
  const ask = (name: string, asked: object) =>
    say(`/api/volunteers/${people.get(name)}/privacy-requests`, { requestId: randomUUID(), ...asked });
  const enrol = async (name: string): Promise<void> => {
    const volunteerId = randomUUID();
    people.set(name, volunteerId);
    await say('/api/volunteers', {
      ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-06-01', source: 'PAPER_FORM', name },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], sex: '1', birthDate: '1986-03', politicalStatus: '01' },
      ...{ joinedPartyOn: '2002-02', education: '21', ethnicity: '01', mobiles: ['13800000002'] },
    });
    await say(`/api/volunteers/${volunteerId}/application-approval`, {
      ...{ approvedOn: '2026-06-02', basis: 'BRANCH_MEETING' },
    });
    await say(`/api/volunteers/${volunteerId}/enrolment`, { enrolledOn: '2026-06-03' });
    await say(`/api/teams/${district.team}/members`, { volunteerId, joinedOn: '2026-06-03', asPrimary: true });
  };
  const row = (kind: string, text: string): Locator =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: kind, exact: true }) })
      .filter({ hasText: text });
  const choose = async (kind: string, text: string): Promise<void> => {
    await row(kind, text).click();
    await page.locator('tr[aria-current="true"]').filter({ hasText: text }).waitFor();
  };
  const gone = (kind: string, text: string): Promise<void> => row(kind, text).waitFor({ state: 'detached' });
  const refuse = async (reason: string): Promise<void> => {
    await page.getByRole('button', { name: '不通过（R）' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill(reason);
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  };
  /** As the windows have it once they have seen everything. */
  const known = async <T>(path: string): Promise<T> => {
    await console.api.settled();
    return (await writer!.get(path).expect(200)).body as T;
  };
  const stateOf = async (name: string): Promise<string | undefined> => {
    const at = `/api/volunteers/${district.volunteer}/years/2026/entries?pageSize=200`;
    const { items } = await known<{ items: { entryId: string; state: string }[] }>(at);
    return items.find(({ entryId }) => entryId === entries.get(name))?.state;
  };
  const count = async (type: string): Promise<number> => (await console.positionsOf(type)).length;

  it(
    'awards a star, and declines one with its reason',
    () =>
      console.story(async () => {
        await choose('星级', '欧阳若兰');
        await page.getByLabel('依据').getByText('现有时长够申报').waitFor();
        await console.picture(page, '37-审核星级');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '通过（A）' }).click();
        await gone('星级', '欧阳若兰');
        await choose('星级', '诸葛明');
        await refuse('申报材料不全');
        await gone('星级', '诸葛明');
        expect([await count('StarAwarded'), await count('StarApplicationDeclined')]).toEqual([1, 1]);
        type Stars = { awards: { stars: number }[] };
        expect((await known<Stars>(`/api/volunteers/${people.get('欧阳若兰')}/stars`)).awards).toMatchObject([
          { stars: 1 },
        ]);
        expect((await known<Stars>(`/api/volunteers/${people.get('诸葛明')}/stars`)).awards).toEqual([]);
      }),
    300_000,
  );

  it(
    'approves what came late and what was long, many at once with a result for each, and declines one',
    () =>
      console.story(async () => {
        await choose('时长', '1小时30分');
        await row('时长', '当日').getByRole('checkbox').check();
        await row('时长', '1小时30分').getByRole('checkbox').check();
        await page.getByRole('button', { name: '通过（A） 2 条' }).click();
        const sure = page.getByRole('dialog').filter({ hasText: '将通过 2 条，合计 10小时30分' });
        await sure.getByRole('button', { name: '通过', exact: true }).click();
        const result = page.getByRole('dialog').filter({ hasText: '已通过 2 条（10小时30分），未通过 0 条' });
        await result.getByRole('row').filter({ hasText: '已记入' }).nth(1).waitFor();
        await console.picture(page, '38-审核逾期和超长');
        await result.getByRole('button', { name: '关闭' }).click();
        await gone('时长', '1小时30分');
        await choose('时长', '1小时');
        await refuse('当天没有服务记录');
        await gone('时长', '1小时');
        expect([await count('ServiceHoursApproved'), await count('ServiceHoursDeclined')]).toEqual([2, 1]);
        expect([await stateOf('late'), await stateOf('long'), await stateOf('declined')]).toEqual([
          ...['credited', 'credited', 'declined'],
        ]);
      }),
    300_000,
  );

  it(
    'says which of two overlapping entries stands',
    () =>
      console.story(async () => {
        expect([await stateOf('first'), await stateOf('second')]).toEqual(['credited', 'conflicted']);
        await choose('时间重叠', '丁𠮷安');
        await page.getByText('处理重叠').waitFor();
        // Both entries lie before whoever decides.
        await page.getByLabel('依据').getByText('2026-06-28 09:00—12:00').waitFor();
        await page.getByLabel('依据').getByText('2026-06-28 08:00—10:00').waitFor();
        await console.picture(page, '39-审核时间重叠');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('radio', { name: '本条' }).check();
        await page.getByLabel('理由').fill('签到表上是 9 点到 12 点');
        await page.getByRole('button', { name: '处理重叠' }).click();
        await gone('时间重叠', '丁𠮷安');
        expect(await count('ServiceHoursConflictResolved')).toBe(1);
        expect([await stateOf('first'), await stateOf('second')]).toEqual(['reversed', 'credited']);
      }),
    300_000,
  );

  it(
    'receives one who comes, and sends another back with a reason',
    () =>
      console.story(async () => {
        await choose('转入', '诸葛明');
        await page.getByLabel('依据').getByText('示例社区党支部').waitFor();
        await console.picture(page, '40-审核转入');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '通过（A）' }).click();
        await gone('转入', '诸葛明');
        await choose('转入', '上官云');
        await refuse('介绍信日期有误');
        await gone('转入', '上官云');
        expect([await count('AffiliationTransferReceived'), await count('AffiliationTransferRefused')]).toEqual([1, 1]);
        type Where = { organizationName: string };
        const homes = [];
        for (const name of ['诸葛明', '上官云'])
          homes.push((await known<Where>(`/api/volunteers/${people.get(name)}`)).organizationName);
        expect(homes).toEqual(['示例社区党支部', '示例中心党支部']);
      }),
    300_000,
  );

  it(
    'destroys what a person asked to have destroyed, after asking once more, and declines another request on its ground',
    () =>
      console.story(async () => {
        const about = (name: string) => `/api/volunteers/${people.get(name)}`;
        await choose('个人信息', '上官云');
        await page.getByText('申请删除的信息').waitFor();
        // One key does not destroy: it takes the button and its question.
        await page.keyboard.press('a');
        await page.getByRole('button', { name: '批准并删除' }).click();
        const sure = page.getByRole('dialog').filter({ hasText: '将永久删除 1 人的 1 类个人信息' });
        expect(await count('PrivacyRequestApproved')).toBe(0);
        await console.picture(page, '41-审核删除个人信息');
        await sure.getByRole('button', { name: '批准并删除' }).click();
        await gone('个人信息', '上官云');
        expect(await count('PrivacyRequestApproved')).toBe(1);
        // The eraser goes on by itself: keys, then files and what was printed.
        for (const until = Date.now() + 60_000; (await count('PrivacyRequestCompleted')) === 0 && Date.now() < until;)
          await new Promise((resolve) => setTimeout(resolve, 100));
        expect([await count('SubjectKeysShredded'), await count('PrivacyRequestCompleted')]).toEqual([1, 1]);
        await console.api.settled();
        expect((await writer!.get(about('上官云')).expect(200)).text).not.toContain('13800000002');

        await choose('个人信息', '欧阳若兰');
        await page.getByRole('button', { name: '不通过（R）' }).click();
        await page.getByRole('dialog').getByLabel('原因').click();
        await page.locator('.ant-select-dropdown').getByTitle('保存期限未满').click();
        await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
        await gone('个人信息', '欧阳若兰');
        expect(await count('PrivacyRequestDeclined')).toBe(1);
        await page.getByText('没有等待处理的事项').waitFor();
      }),
    300_000,
  );
});
