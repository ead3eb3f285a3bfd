import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';
import type { Person } from '../../support/test-api.js';

describe('the inbox of an office', () => {
  let console: TestConsole;
  let district: District;
  let writer: Person;
  const applicants = new Map<string, string>();
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    writer = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    for (const name of ['欧阳若兰', '诸葛明', '上官云', '司马青']) await apply(name);
    await approve('司马青');
    const own = `/api/volunteers/${district.volunteer}`;
    const hours = { kind: 'INDIVIDUAL', content: '为邻居老人买药', serviceMinutes: 120, provenance: 'WITNESSED' };
    await say('/api/hours', {
      ...{ volunteerId: district.volunteer, entryId: randomUUID(), organizationId: district.branch },
      ...{ ...hours, servedOn: '2026-06-30', startsAt: '09:00', endsAt: '11:00' },
      ...{ inWorkingTime: false, ownDuties: false, rewarded: false },
    });
    await say(`/api/hours/${district.volunteer}/2026/disputes`, {
      ...{ disputeId: randomUUID(), entryId: district.entry, ground: 'MINUTES_WRONG', statement: '少记了半小时' },
    });
    const request = { requestId: randomUUID(), answer: 'CORRECT', basis: 'INACCURATE', groups: [] };
    await say(`${own}/privacy-requests`, request);
    await console.api.settled();
  }, 240_000);
  afterAll(() => console.close(), 60_000);

  const say = (path: string, body: object) => writer.post(path, body).expect(201);
  const approve = (name: string) =>
    say(`/api/volunteers/${applicants.get(name)}/application-approval`, {
      ...{ approvedOn: '2026-06-20', basis: 'BRANCH_MEETING' },
    });
  const apply = async (name: string): Promise<void> => {
    const volunteerId = randomUUID();
    applicants.set(name, volunteerId);
    await say('/api/volunteers', {
      ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-06-11', source: 'PAPER_FORM', name },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], sex: '1', birthDate: '1986-03', politicalStatus: '01' },
      ...{ joinedPartyOn: '2002-02', education: '21', ethnicity: '01' },
    });
  };
  const row = (page: Page, kind: string, text: string): Locator =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: kind, exact: true }) })
      .filter({ hasText: text });

  it(
    'decides every kind: many at once with a result for each, one refused with its reason, a dispute answered',
    () =>
      console.story(async () => {
        const { login } = await console.api.person([{ role: 'UNIT_OFFICE', organizationId: console.api.top }]);
        const page = await console.signedIn(login);
        await page.getByText('年度进度').waitFor();
        await page.getByText('待登记造册').waitFor();
        await console.picture(page, '31-机关党委工作台');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('link', { name: '审核', exact: true }).first().click();
        await row(page, '入册', '司马青').waitFor();
        await row(page, '时长', '个人登记的服务').waitFor();
        await row(page, '个人信息', '丁𠮷安').waitFor();
        await row(page, '异议', '少记了半小时').waitFor();
        await console.picture(page, '32-各种待办');
        expect(await console.barriers(page)).toEqual([]);

        // One of the batch is decided by somebody else meanwhile: its line says why it was not recorded.
        for (const name of ['欧阳若兰', '诸葛明', '上官云'])
          await row(page, '报名', name).getByRole('checkbox').check();
        await approve('上官云');
        await page.getByRole('button', { name: '通过（A） 3 条' }).click();
        const sure = page.getByRole('dialog').filter({ hasText: '将通过 3 条' });
        await sure.getByRole('button', { name: '通过', exact: true }).click();
        const result = page.getByRole('dialog').filter({ hasText: '未通过' });
        await result.getByText('已通过 2 条，未通过 1 条').waitFor();
        await result.getByRole('row').filter({ hasText: '上官云' }).getByText('未记入').waitFor();
        await console.picture(page, '33-批量结果');
        await result.getByRole('button', { name: '关闭' }).click();

        await row(page, '入册', '司马青').click();
        await page.getByLabel('依据').getByText('党组织', { exact: true }).waitFor();
        await page.getByRole('button', { name: '通过（A）' }).click();
        await row(page, '入册', '司马青').waitFor({ state: 'detached' });

        await row(page, '个人信息', '丁𠮷安').click();
        await page.getByRole('button', { name: '通过（A）' }).click();
        await row(page, '个人信息', '更正已批准，等待办结').waitFor();

        await row(page, '时长', '个人登记的服务').click();
        await page.getByRole('button', { name: '不通过（R）' }).click();
        const form = page.getByRole('dialog').filter({ hasText: '不予计入' });
        await form.getByLabel('原因').fill('当天没有服务记录');
        await form.getByRole('button', { name: '提交' }).click();
        await row(page, '时长', '个人登记的服务').waitFor({ state: 'detached' });

        await row(page, '异议', '少记了半小时').click();
        await page.getByText('不支持', { exact: true }).click();
        await page.getByLabel('答复（本人看得到）').fill('签到表上是 11 点结束');
        await page.getByRole('button', { name: '答复', exact: true }).click();
        await row(page, '异议', '少记了半小时').waitFor({ state: 'detached' });
      }),
    400_000,
  );
});
