import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { paperOf } from '#libs/importing/grounds';
import { prepareImport } from '#libs/importing/import';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
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
  afterAll(() => console.close(), 180_000);

  const say = (path: string, body: object) => writer.post(path, body).expect(201);
  const approve = (name: string) =>
    say(`/api/volunteers/${applicants.get(name)}/application-approval`, {
      ...{ approvedOn: '2026-06-20', basis: 'BRANCH_MEETING' },
    });
  const apply = async (name: string, submittedOn = '2026-06-11'): Promise<void> => {
    const volunteerId = randomUUID();
    applicants.set(name, volunteerId);
    await say('/api/volunteers', {
      ...{ volunteerId, organizationId: district.branch, submittedOn, source: 'PAPER_FORM', name },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], sex: '1', birthDate: '1986-03', politicalStatus: '01' },
      ...{ joinedPartyOn: '2002-02', education: '21', ethnicity: '01' },
    });
  };
  const row = (page: Page, kind: string, text: string): Locator =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: kind, exact: true }) })
      .filter({ hasText: text });

  /** How many of a kind wait, as the filter above the list says. */
  const counted = (page: Page, kind: string, count: number): Locator =>
    page.locator('.ant-segmented-item').filter({ hasText: kind }).getByText(String(count), { exact: true });

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

  /** Somebody in the team, for whom hours can be written. */
  const enrol = async (name: string): Promise<string> => {
    await apply(name);
    await approve(name);
    const volunteerId = applicants.get(name) ?? '';
    await say(`/api/volunteers/${volunteerId}/enrolment`, { enrolledOn: '2026-06-20' });
    await say(`/api/teams/${district.team}/members`, { volunteerId, joinedOn: '2026-06-20', asPrimary: true });
    return volunteerId;
  };
  /** Sign-in sheets brought by the writer, weeks late: two people on one day, one of them on another for nine hours. */
  const bringSheets = async (): Promise<void> => {
    const line = (day: string, name: string, hours: number): string =>
      `社区义诊,${day},09:00,,示例社区,义诊,示例中心,丁𠮷安,示例队,${name},${hours},`;
    const heads =
      '活动名称,活动日期,开始时间,结束时间,地点,服务内容,组织单位,活动负责人,队伍,姓名,服务时间（小时）,备注';
    const sheet = [
      heads,
      line('2026-06-02', '丁𠮷安', 1),
      line('2026-06-02', '陈思齐', 1.5),
      line('2026-06-03', '陈思齐', 9),
    ];
    const grants = [{ role: 'CITY_OFFICE', organizationId: console.api.top }] as const;
    const prepared = await prepareImport(
      console.api.house,
      { accountId: writer.accountId, displayName: '导入人', grants },
      {
        asked: {
          kind: 'sign-in',
          organizationId: district.branch as OrganizationId,
          grounds: {
            papers: [paperOf('签到表.pdf', Buffer.from('%PDF-1.4 签到表'))],
            lateReasonCode: 'PAPER_SHEET_DELAYED',
          },
        },
        bytes: new TextEncoder().encode(sheet.join('\n')),
        now: () => console.api.clock.now,
      },
    );
    expect(prepared.preview.plan.obstacles).toEqual([]);
    await prepared.write();
    await console.api.settled();
  };

  it(
    'decides a whole imported batch: attested by a second person but for their own row, what came late approved by a third',
    () =>
      console.story(async () => {
        await enrol('陈思齐');
        await bringSheets();
        const at = [{ organizationId: district.branch as OrganizationId }];
        const leader = await console.api.person(
          at.map((one) => ({ ...one, role: 'TEAM_LEADER' as const })),
          district.volunteer as VolunteerId,
        );
        const attested = (await console.positionsOf('AttendanceAttested')).length;
        const page = await console.signedIn(leader.login);
        await page.getByRole('link', { name: '审核', exact: true }).first().click();
        await row(page, '导入批次', '待确认 3 条').click();
        await page.getByLabel('依据').getByText('3 条，11小时30分').waitFor();
        await console.picture(page, '34-导入批次待确认');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '确认签到 3 条' }).click();
        const sure = page.getByRole('dialog').filter({ hasText: '将确认 3 条，合计 11小时30分' });
        // Pressed twice by a nervous hand.
        await sure.getByRole('button', { name: '确认', exact: true }).dblclick();
        const result = page.getByRole('dialog').filter({ hasText: '已确认 2 条，未确认 1 条' });
        await result.getByRole('row').filter({ hasText: '未记入' }).getByText('本人').waitFor();
        await console.picture(page, '35-导入批次逐行结果');
        expect(await console.positionsOf('AttendanceAttested')).toHaveLength(attested + 2);
        await console.api.settled();

        const approver = await console.api.person(at.map((one) => ({ ...one, role: 'APPROVER' as const })));
        const approved = (await console.positionsOf('ServiceHoursApproved')).length;
        const third = await console.signedIn(approver.login);
        await third.getByRole('link', { name: '审核', exact: true }).first().click();
        await row(third, '导入批次', '逾期补录待批准 1 条，当日过长待批准 1 条').click();
        await third.getByRole('button', { name: '批准逾期补录 1 条' }).click();
        await third.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
        const made = third.getByRole('dialog').filter({ hasText: '已批准 1 条，未批准 0 条' });
        await made.getByRole('row').filter({ hasText: '已记入' }).waitFor();
        expect(await console.positionsOf('ServiceHoursApproved')).toHaveLength(approved + 1);
        await made.getByRole('button', { name: '关闭' }).last().click();
        await row(third, '导入批次', '逾期补录待批准').waitFor({ state: 'detached' });
      }),
    400_000,
  );

  it(
    'goes on behind the first 200 of a kind, counts all of them, and keeps what is urgent above',
    () =>
      console.story(async () => {
        const many = 230;
        const told = '/api/volunteers/applications?status=SUBMITTED&pageSize=1';
        const before = ((await writer.get(told).expect(200)).body as { total: number }).total;
        for (let from = 0; from < many; from += 10)
          await Promise.all(Array.from({ length: 10 }, (_none, at) => apply(`第${from + at + 1}人`, '2026-06-12')));
        // Waits since the day before yesterday only: behind all of them.
        await apply('最后一人', '2026-06-30');
        await console.api.settled();
        const { login } = await console.api.person([{ role: 'UNIT_OFFICE', organizationId: console.api.top }]);
        const page = await console.signedIn(login);
        await page.getByRole('link', { name: '审核', exact: true }).first().click();
        const all = before + many + 1;
        await counted(page, '报名', all).waitFor();
        await page.locator('.ant-segmented').getByText('报名', { exact: true }).click();
        await page.getByText(`已列出 200 条，共 ${all} 条`).waitFor();
        await page.getByRole('listitem', { name: '4', exact: true }).click();
        await page.getByRole('row').filter({ hasText: '2026-06-12 起' }).nth(49).waitFor();
        expect(await row(page, '报名', '最后一人').count()).toBe(0);
        await console.picture(page, '36-超过两百条');
        // The last line of the list and one further: the next page is asked for, and the one that waits least is the last.
        await page.getByRole('row').filter({ hasText: '2026-06-12 起' }).nth(49).click();
        await page.keyboard.press('j');
        await page.getByText(`已列出 ${all} 条`).waitFor();
        await page.keyboard.press('j');
        await page
          .getByRole('listitem', { name: '5', exact: true })
          .and(page.locator('.ant-pagination-item-active'))
          .waitFor();
        await row(page, '报名', '最后一人').click();
        await page.getByLabel('依据').getByText('最后一人', { exact: true }).waitFor();
        const decided = (await console.positionsOf('ApplicationApproved')).length;
        await page.keyboard.press('a');
        await row(page, '报名', '最后一人').waitFor({ state: 'detached' });
        await page
          .locator('.ant-segmented')
          .getByText(String(all - 1), { exact: true })
          .waitFor();
        expect(await console.positionsOf('ApplicationApproved')).toHaveLength(decided + 1);
      }),
    400_000,
  );
});
