import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';
import type { Person } from '../../support/test-api.js';

const january2027 = Date.UTC(2027, 0, 15, 2);

describe('the office of a unit in January', () => {
  let console: TestConsole;
  let district: District;
  let office: Person;
  let page: Page;
  const idle = randomUUID();

  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    const writer = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    const say = (path: string, body: object) => writer.post(path, body).expect(201);
    await say('/api/volunteers', {
      ...{ volunteerId: idle, organizationId: district.branch, submittedOn: '2026-06-01', source: 'PAPER_FORM' },
      ...{ name: '司马青', onBehalf: 'RECORDER', consents: ['REGISTRATION'], sex: '1', birthDate: '1956-03' },
      ...{ politicalStatus: '01', joinedPartyOn: '1982-02', education: '21', ethnicity: '01' },
    });
    const approval = { approvedOn: '2026-06-02', basis: 'BRANCH_MEETING' };
    await say(`/api/volunteers/${idle}/application-approval`, approval);
    await say(`/api/volunteers/${idle}/enrolment`, { enrolledOn: '2026-06-03' });
    await console.api.settled();
    console.api.clock.now = january2027;
    office = await console.api.person([{ role: 'UNIT_OFFICE', organizationId: district.branch as OrganizationId }]);
    page = await console.signedIn(office.login);
  }, 240_000);
  afterAll(() => console.close(), 180_000);

  const open = async (title: string): Promise<void> => {
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
  const chooseBranch = (): Promise<void> =>
    page.getByRole('tree', { name: '党组织' }).getByText('示例中心党支部').click();
  const chooseYear = async (year: string): Promise<void> => {
    await page.getByLabel('年度', { exact: true }).click();
    await page.getByTitle(`${year} 年`).click();
  };
  const dialog = (title: string): Locator => page.getByRole('dialog').filter({ hasText: title });
  const inDialog = async (title: string, button: string): Promise<void> => {
    await dialog(title).getByRole('button', { name: button, exact: true }).click();
    await dialog(title).waitFor({ state: 'hidden' });
  };
  const ofBranch = (): Locator => page.getByRole('row').filter({ hasText: '示例中心党支部' });
  const count = async (type: string): Promise<number> => (await console.positionsOf(type)).length;
  /** As the windows have it once they have seen everything. */
  const known = async (path: string): Promise<readonly object[]> => {
    await console.api.settled();
    return ((await office.get(path).expect(200)).body as { items: readonly object[] }).items;
  };

  it(
    'is reminded on the workbench of whom to talk to about the half-year that ended, and writes a talk down',
    () =>
      console.story(async () => {
        await page.getByText('可考虑提醒教育 2 人').waitFor();
        await console.picture(page, '42-工作台提醒教育');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('link', { name: '去查看' }).click();
        await page.getByRole('heading', { level: 1, name: '提醒教育', exact: true }).waitFor();
        const line = page.getByRole('row').filter({ hasText: '司马青' });
        await line.getByText('半年没有时长').waitFor();
        await line.getByRole('button', { name: '记录谈话' }).click();
        await dialog('与司马青谈话').getByLabel('谈话人').fill('示例书记');
        await dialog('与司马青谈话').getByLabel('本人答复（可不填）').fill('今年补上');
        await inDialog('与司马青谈话', '提交');
        await line.getByText('2027-01-15 已谈').waitFor();
        await console.picture(page, '43-提醒教育');
        expect(await console.barriers(page)).toEqual([]);
        expect(await count('ReminderTalkHeld')).toBe(1);
        expect(await known('/api/reminders/2026?half=2&isTalkDue=true')).toMatchObject([{ name: '丁𠮷安' }]);
        await open('工作台');
        await page.getByText('可考虑提醒教育 1 人').waitFor();
      }),
    240_000,
  );

  it(
    'relieves somebody of the yearly hours, and asks for them again',
    () =>
      console.story(async () => {
        await open('免除要求');
        await page.getByRole('button', { name: '免除要求' }).click();
        await dialog('免除要求').getByLabel('志愿者').fill('smq');
        await page.locator('.ant-select-dropdown').getByText('司马青').click();
        await dialog('免除要求').getByLabel('事由').click();
        await page.locator('.ant-select-dropdown').getByTitle('年老').click();
        await inDialog('免除要求', '提交');
        const line = page.getByRole('row').filter({ hasText: '司马青' });
        await line.getByText('2027-01-15').waitFor();
        await console.picture(page, '44-免除要求');
        expect(await console.barriers(page)).toEqual([]);
        expect(await count('QuotaExempted')).toBe(1);
        expect(await known('/api/exemptions')).toMatchObject([{ volunteerId: idle, from: '2027-01-15', until: null }]);
        await line.getByRole('button', { name: '恢复要求' }).click();
        await inDialog('恢复对司马青的要求', '提交');
        await line.waitFor({ state: 'detached' });
        expect(await count('QuotaExemptionEnded')).toBe(1);
        expect(await known('/api/exemptions')).toEqual([]);
      }),
    240_000,
  );

  it(
    'goes through the roster of the half-year, and confirms what moved',
    () =>
      console.story(async () => {
        await open('动态调整');
        await chooseBranch();
        await page.getByRole('button', { name: '汇总变动' }).click();
        await inDialog('汇总变动', '提交');
        await ofBranch().getByText('待确认').waitFor();
        await ofBranch().getByRole('button', { name: '明细' }).click();
        await page.getByRole('dialog').getByText('司马青').first().waitFor();
        await console.picture(page, '45-动态调整明细');
        await page.keyboard.press('Escape');
        await ofBranch().getByRole('button', { name: '确认', exact: true }).click();
        await dialog('确认动态调整').getByText('在册 2 人').waitFor();
        await inDialog('确认动态调整', '变动属实，确认');
        await ofBranch().getByText('待确认').waitFor({ state: 'detached' });
        await console.picture(page, '46-动态调整');
        expect(await console.barriers(page)).toEqual([]);
        expect([await count('RosterReviewPrepared'), await count('RosterReviewConfirmed')]).toEqual([1, 1]);
        expect(await known('/api/roster-reviews/2027')).toMatchObject([
          { organizationId: district.branch, half: 1, onRoster: 2, confirmedOn: '2027-01-15' },
        ]);
      }),
    240_000,
  );

  it(
    'analyses who took part in the year, and signs what it concludes',
    () =>
      console.story(async () => {
        await open('汇总分析');
        await chooseBranch();
        await chooseYear('2026');
        await page.getByRole('button', { name: '汇总参与情况' }).click();
        await inDialog('汇总参与情况', '提交');
        await ofBranch().getByText('待签署').waitFor();
        await ofBranch().getByRole('button', { name: '签署', exact: true }).click();
        await dialog('签署汇总分析').getByText('在册 2 人，参加 1 人，没有时长 1 人').waitFor();
        await dialog('签署汇总分析').getByLabel('分析结论').fill('一人全年没有参加，已谈话');
        await inDialog('签署汇总分析', '签署');
        await ofBranch().getByText('待签署').waitFor({ state: 'detached' });
        await console.picture(page, '47-汇总分析');
        expect(await console.barriers(page)).toEqual([]);
        expect(await count('ParticipationAnalysisSigned')).toBe(1);
        expect(await known('/api/participation-analyses/2026')).toMatchObject([
          { organizationId: district.branch, period: 'YEAR', participants: 1, signedOn: '2027-01-15' },
        ]);
      }),
    240_000,
  );

  it(
    'reviews the unit itself: figures by the ledger, the conclusion by a person',
    () =>
      console.story(async () => {
        await open('年度评议');
        await chooseBranch();
        await chooseYear('2026');
        await page.getByRole('tab', { name: '党组织', exact: true }).click();
        await page.getByRole('button', { name: '汇总党组织评议' }).click();
        await inDialog('汇总党组织评议', '提交');
        await ofBranch().getByText('待确认（建议：未达标）').waitFor();
        await ofBranch().getByRole('button', { name: '确认', exact: true }).click();
        await dialog('确认党组织评议').getByText('2 人未达到').waitFor();
        await dialog('确认党组织评议').getByLabel('说明（可不填）').fill('两人均已谈话');
        await inDialog('确认党组织评议', '确认结论');
        await ofBranch().getByText('待确认（建议：未达标）').waitFor({ state: 'detached' });
        await console.picture(page, '48-党组织评议');
        expect(await console.barriers(page)).toEqual([]);
        expect(await count('OrganizationReviewConfirmed')).toBe(1);
        expect(await known('/api/organization-reviews/2026')).toMatchObject([
          { organizationId: district.branch, behind: 2, conclusion: 'TARGETS_NOT_MET' },
        ]);
      }),
    240_000,
  );
});
