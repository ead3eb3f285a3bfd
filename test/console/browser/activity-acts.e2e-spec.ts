import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import type { Person } from '../../support/test-api.js';
import { districtOf, type District } from '../../support/test-district.js';

const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('夜间巡护的照片')]);
const paper = Buffer.from('%PDF-1.4 夜间巡护的签到表');
const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

describe('the acts of an activity and of its hours, from the insurance to what is taken back', () => {
  let console: TestConsole;
  let district: District;
  let office: Person;
  let second: string;
  const night = randomUUID();
  const rained = randomUUID();

  const at = (role: Role, volunteerId?: string): Promise<Person> =>
    console.api.person([{ role, organizationId: district.branch as OrganizationId }], volunteerId as VolunteerId);
  const say = (path: string, body: object) => office.post(path, body).expect(201);
  /** After days have passed the office signs in anew. */
  const officeSays = async (path: string, body: object): Promise<void> => {
    office.cookie = await console.api.signIn(office.login);
    await say(path, body);
  };

  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    office = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    second = await member('欧阳·娜');
    const plan = {
      ...{ organizationId: district.branch, teamIds: [district.team], place: '江滩' },
      ...{ content: '夜间巡护', responsiblePerson: '丁𠮷安', nature: 'VOLUNTEER_SERVICE' },
    };
    await say('/api/activities', { ...plan, activityId: night, title: '江滩夜间巡护', isDangerous: true });
    await say('/api/activities', { ...plan, activityId: rained, title: '江滩捡拾' });
    await say(`/api/teams/${district.team}/years/2026/plan`, { planLineId: randomUUID(), month: 7, title: '防汛巡护' });
    const announced = { sessionId: randomUUID(), heldOn: '2026-07-05', startsAt: '09:00', endsAt: '11:00' };
    await say(`/api/activities/${rained}/scheduled-sessions`, announced);
    for (const volunteerId of [district.volunteer, second])
      await say(`/api/activities/${rained}/sessions/${announced.sessionId}/sign-ups`, { volunteerId });
    await console.api.settled();
  }, 240_000);
  afterAll(() => console.close(), 60_000);

  async function member(name: string): Promise<string> {
    const volunteerId = randomUUID();
    const one = `/api/volunteers/${volunteerId}`;
    await say('/api/volunteers', {
      ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-01-06', source: 'PAPER_FORM' },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name, sex: '2', birthDate: '1988-03' },
      ...{ politicalStatus: '01', joinedPartyOn: '2009-02', education: '21', ethnicity: '01' },
    });
    await say(`${one}/application-approval`, { approvedOn: '2026-01-07', basis: 'BRANCH_MEETING' });
    await say(`${one}/enrolment`, { enrolledOn: '2026-01-08' });
    await say(`/api/teams/${district.team}/members`, { volunteerId, joinedOn: '2026-01-09', asPrimary: true });
    return volunteerId;
  }

  const opened = async (page: Page, activityId: string, tab: string): Promise<void> => {
    await page.goto(`/console/activities/${activityId}`);
    await page.getByRole('tab', { name: tab }).click();
  };
  const dialogOf = async (page: Page, button: string, title = button): Promise<Locator> => {
    await page.getByRole('button', { name: button, exact: true }).click();
    return page.getByRole('dialog', { name: title });
  };
  const done = async (dialog: Locator, word: string): Promise<void> => {
    await dialog.getByRole('button', { name: word, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await console.api.settled();
  };
  const times = async (dialog: Locator, page: Page, day: string, hours: readonly [string, string]): Promise<void> => {
    await dialog.getByLabel('服务日期').fill(day);
    await dialog.getByLabel('服务日期').press('Enter');
    const fields = dialog.locator('.ant-picker-range input');
    for (const [index, time] of hours.entries()) {
      // The picker itself moves on to the second time; what is typed before it did is lost.
      if (index === 0) await fields.nth(0).click();
      await fields.nth(index).and(page.locator(':focus')).waitFor();
      await fields.nth(index).fill(time);
      await fields.nth(index).press('Enter');
    }
  };
  const uploading = async (
    page: Page,
    kind: string,
    files: Parameters<Locator['setInputFiles']>[0],
  ): Promise<Locator> => {
    const dialog = await dialogOf(page, '上传佐证');
    await dialog.getByLabel('类别').click();
    await page.getByTitle(kind, { exact: true }).click();
    await dialog.locator('input[type=file]').setInputFiles(files);
    await dialog.getByRole('button', { name: '上传并登记' }).click();
    return dialog;
  };

  it(
    'it is insured, changed, tied to the plan, announced and put off to a night that ends the day after',
    () =>
      console.story(async () => {
        const { login } = await at('RECORDER');
        const page = await console.signedIn(login);
        await page.goto(`/console/activities/${night}`);
        await page.getByText('有人身危险，须登记').waitFor();
        const insurance = await dialogOf(page, '登记保险');
        await insurance.getByRole('button', { name: '登记', exact: true }).click();
        await insurance.getByText('请填写保单号').waitFor();
        await insurance.getByLabel('保单号').fill('PICC-2026-7');
        await done(insurance, '登记');
        await page.getByText('2026-07-01 已登记').waitFor();
        expect(await page.getByRole('button', { name: '登记保险' }).count()).toBe(0);

        const change = await dialogOf(page, '变更地点或负责人');
        await change.getByLabel('地点').fill('江滩三号码头');
        await change.getByLabel('原因（本人看得到）').fill('一号码头正在施工');
        await done(change, '变更');
        await page.getByText('江滩三号码头').waitFor();

        await page.getByRole('tab', { name: '年度计划' }).click();
        const line = page.getByRole('row').filter({ hasText: '防汛巡护' });
        await line.getByText('尚未开展').waitFor();
        await line.getByRole('button', { name: '对应', exact: true }).click();
        await done(page.getByRole('dialog', { name: '对应计划：防汛巡护' }), '对应');
        await line.getByText('已对应本活动').waitFor();
        await console.picture(page, '50-年度计划');
        expect(await console.barriers(page)).toEqual([]);

        await page.getByRole('tab', { name: '预告与报名' }).click();
        const announcing = await dialogOf(page, '预告场次');
        await times(announcing, page, '2026-07-02', ['20:00', '22:00']);
        await done(announcing, '提交');
        const moving = await dialogOf(page, '改期');
        await times(moving, page, '2026-07-03', ['22:00', '02:00']);
        await moving.getByLabel('原因（本人看得到）').fill('当晚才退潮');
        await moving.getByRole('button', { name: '提交' }).click();
        await moving.getByText('结束须晚于开始；跨零点的，请勾选“次日结束”').waitFor();
        await moving.getByRole('checkbox', { name: '次日结束（跨零点）' }).check();
        await console.picture(page, '51-跨零点改期');
        expect(await console.barriers(page)).toEqual([]);
        await done(moving, '提交');
        await page.getByText('22:00—次日 02:00').waitFor();
      }),
    300_000,
  );

  it(
    'held over midnight, it is proved by files, and two people are recorded from their sheet; one was ticked in error',
    () =>
      console.story(async () => {
        console.api.clock.now = Date.parse('2026-07-04T09:00:00+08:00');
        const { login } = await at('RECORDER');
        const page = await console.signedIn(login);
        await opened(page, night, '预告与报名');
        await done(await dialogOf(page, '登记举办'), '登记');
        await page.getByRole('tab', { name: '场次与签到' }).click();
        const held = page.getByRole('row').filter({ hasText: '22:00—次日 02:00' });
        await held.getByRole('button', { name: '登记签到' }).click();
        await page.getByRole('checkbox', { name: /欧阳·娜/ }).waitFor();
        await page.getByRole('button', { name: '全部到场' }).click();
        await page.getByText('到场 2 人，合计 8小时').waitFor();
        await page.getByText('一次登记多人须有签到表').waitFor();
        await page.getByRole('alert').getByRole('link', { name: '佐证' }).click();

        // A text is no evidence, and says so; the sheet beside it stands.
        const text = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('没有格式') };
        const sheet = { name: '签到表.pdf', mimeType: 'application/pdf', buffer: paper };
        const dialog = await uploading(page, '签到表', [sheet, text]);
        await dialog.getByText('佐证文件只收 JPEG、PNG 图片和 PDF，请转换格式后再上传。').waitFor();
        await dialog.getByText('已登记', { exact: true }).waitFor();
        await console.picture(page, '52-上传佐证');
        expect(await console.barriers(page)).toEqual([]);
        await dialog.getByRole('button', { name: '不要 说明.txt' }).click();
        await done(dialog, '取消');
        await (await uploading(page, '照片', [jpeg('巡护.jpg', picture)])).waitFor({ state: 'hidden' });
        await console.api.settled();
        expect(await console.positionsOf('EvidenceAdded')).toHaveLength(2);
        const row = page.getByRole('row').filter({ hasText: '巡护.jpg' });
        await row.getByText('照片', { exact: true }).waitFor();
        await row.getByText(/^[0-9a-f]{64}$/).waitFor();
        await console.picture(page, '53-佐证');
        expect(await console.barriers(page)).toEqual([]);
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          row.getByRole('button', { name: '下载' }).click(),
        ]);
        expect(saved.suggestedFilename()).toBe('巡护.jpg');
        expect(Buffer.compare(await readFile(await saved.path()), picture)).toBe(0);

        await page.getByRole('tab', { name: '场次与签到' }).click();
        await held.getByRole('button', { name: '登记签到' }).click();
        await page.getByText('签到表：签到表.pdf').waitFor();
        await page.getByRole('checkbox', { name: /欧阳·娜/ }).waitFor();
        await page.getByRole('button', { name: '全部到场' }).click();
        await page.getByRole('button', { name: '登记签到' }).click();
        const sure = page.getByRole('dialog').filter({ hasText: '将登记 2 人，合计 8小时' });
        await sure.getByRole('button', { name: '登记', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: '活动情况' }).waitFor();
        await console.api.settled();

        await held.getByRole('button', { name: '登记签到' }).click();
        const wrong = page.getByRole('listitem').filter({ hasText: '欧阳·娜' });
        await wrong.getByRole('button', { name: '撤回' }).click();
        const taking = page.getByRole('dialog', { name: '撤回欧阳·娜的签到' });
        await taking.getByLabel('原因').fill('勾错了人，本人没有来');
        await console.picture(page, '54-撤回签到');
        expect(await console.barriers(page)).toEqual([]);
        await done(taking, '撤回');
        await wrong.getByText('已登记').waitFor({ state: 'detached' });
        expect(await wrong.getByRole('checkbox').isChecked()).toBe(false);
        expect(await console.positionsOf('AttendanceWithdrawn')).toHaveLength(1);
      }),
    300_000,
  );

  it(
    'what the leader confirmed is taken back no more',
    () =>
      console.story(async () => {
        const { login } = await at('TEAM_LEADER');
        const page = await console.signedIn(login);
        await opened(page, night, '场次与签到');
        const held = page.getByRole('row').filter({ hasText: '22:00—次日 02:00' });
        await held.getByRole('button', { name: '确认签到' }).click();
        await done(page.getByRole('dialog', { name: '确认签到' }), '确认');
        await page.getByRole('tab', { name: '参加人员与时长（1）' }).click();
        const line = page.getByRole('row').filter({ hasText: '丁𠮷安' });
        await line.getByText('22:00—次日 02:00').waitFor();
        await line.getByText('4小时', { exact: true }).waitFor();
        await page.getByRole('tab', { name: '场次与签到' }).click();
        await held.getByRole('button', { name: '登记签到' }).click();
        await page.getByRole('listitem').filter({ hasText: '丁𠮷安' }).getByText('已登记').waitFor();
        expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(0);
        await page.goto(`/console/activities/${night}`);
        const cancelling = await dialogOf(page, '取消活动');
        await cancelling.getByLabel('原因（本人看得到）').fill('试一试能否取消');
        await cancelling.getByRole('button', { name: '取消这项活动' }).click();
        await cancelling.getByText('该活动已有经确认的服务时长，不能取消').waitFor();
      }),
    240_000,
  );

  it(
    'rained off, it is cancelled with its reason, and whoever meant to come reads it',
    () =>
      console.story(async () => {
        const { login } = await at('TEAM_LEADER');
        const page = await console.signedIn(login);
        await page.goto(`/console/activities/${rained}`);
        const dialog = await dialogOf(page, '取消活动');
        await dialog.getByText('报名的 2 人次、候补的 0 人次会逐人收到通知').waitFor();
        await dialog.getByLabel('原因（本人看得到）').fill('暴雨红色预警，江滩封闭');
        await console.picture(page, '55-取消活动');
        expect(await console.barriers(page)).toEqual([]);
        await done(dialog, '取消这项活动');
        await page.getByText('2026-07-04 已取消：暴雨红色预警，江滩封闭').waitFor();
        for (const name of ['取消活动', '变更地点或负责人', '登记场次'])
          expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
        await page.getByRole('tab', { name: '预告与报名' }).click();
        await page.getByRole('row').filter({ hasText: '2026-07-05' }).getByText('不再举办').waitFor();
        for (const name of ['预告场次', '改期', '登记举办'])
          expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
        const volunteer = await at('VOLUNTEER', second);
        const phone = await console.signedIn(volunteer.login, 'phone');
        await phone.getByText('暴雨红色预警，江滩封闭').first().waitFor();
        await console.picture(phone, '56-活动取消的通知');
      }),
    240_000,
  );

  it(
    'whoever only reads is offered none of it',
    () =>
      console.story(async () => {
        const { login } = await at('AUDITOR');
        const page = await console.signedIn(login);
        await page.goto(`/console/activities/${night}`);
        await page.getByText('2026-07-01 已登记').waitFor();
        for (const tab of ['场次与签到', '预告与报名', '年度计划', '佐证']) {
          await page.getByRole('tab', { name: tab }).click();
          await page.getByRole('tabpanel', { name: tab }).getByRole('row').nth(1).waitFor();
          const buttons = await page.getByRole('main').getByRole('button').allTextContents();
          const looking = ['名单', '下载'];
          expect(buttons.filter((name) => name !== '' && !looking.includes(name.replaceAll(' ', '')))).toEqual([]);
        }
      }),
    240_000,
  );

  it(
    'the office sees who served together on the days the notices name, and what they did then',
    () =>
      console.story(async () => {
        const { login } = await at('UNIT_OFFICE');
        const page = await console.signedIn(login);
        await page.goto('/console/required-days');
        await page.getByText('采用的规则包没有规定日的，这里没有内容').waitFor();
        const pack = { pack: 'HF-2013-0522', packVersion: 1, effectiveOn: '2026-01-01' };
        await officeSays(`/api/organizations/${district.branch}/policy-packs`, pack);
        await console.api.settled();
        await page.goto('/console');
        await page.getByRole('link', { name: '规定日', exact: true }).click();
        const on = (day: string): Locator =>
          page
            .getByRole('row')
            .filter({ hasText: '示例中心党支部' })
            .filter({ hasText: `2026-${day}` });
        await on('07-01').getByText('已开展').waitFor();
        await on('03-05').getByText('没有开展').waitFor();
        await on('12-05').getByText('未到').waitFor();
        await console.picture(page, '59-规定日');
        expect(await console.barriers(page)).toEqual([]);
        await on('07-01')
          .getByRole('button', { name: /2026-07-01 前后的活动/ })
          .click();
        const side = page.getByRole('dialog', { name: /2026-07-01 前后的活动/ });
        await side.getByRole('link', { name: '江滩夜间巡护' }).waitFor();
        await side.getByText('2026-07-03', { exact: true }).waitFor();
        await side.getByRole('button', { name: '关闭' }).click();
        await page.getByLabel('是否开展').click();
        await page.getByTitle('没有开展', { exact: true }).click();
        await on('07-01').waitFor({ state: 'detached' });
        await on('03-05').getByText('没有开展').waitFor();
      }),
    240_000,
  );

  it(
    'hours written down for the wrong person move to the right one; found false, they count for nobody',
    () =>
      console.story(async () => {
        const { login } = await at('APPROVER');
        const page = await console.signedIn(login);
        const lineOf = async (volunteerId: string): Promise<Locator> => {
          await page.goto(`/console/volunteers/${volunteerId}?tab=hours`);
          return page.getByRole('row').filter({ hasText: '学雷锋集中服务' });
        };
        const wrong = await lineOf(district.volunteer);
        await wrong.getByRole('button', { name: '改记', exact: true }).click();
        const moving = page.getByRole('dialog', { name: '改记给实际服务的人' });
        await moving.getByText('2026-06-29 08:30—11:00，2小时30分').waitFor();
        await moving.getByLabel('实际服务的志愿者').fill('欧阳');
        await page.getByTitle(/^欧阳·娜/).click();
        await moving.getByLabel('原因（本人看得到）').fill('签到表上看错了一行');
        await console.picture(page, '60-改记');
        expect(await console.barriers(page)).toEqual([]);
        await done(moving, '冲销并改记');
        await wrong.getByText('已冲销').waitFor();
        await wrong.getByText('记错了人').waitFor();

        const right = await lineOf(second);
        await right.getByText('已计入').waitFor();
        await right.getByRole('button', { name: '认定虚报' }).click();
        const finding = page.getByRole('dialog', { name: '认定虚报' });
        await finding.getByRole('button', { name: '认定并冲销' }).click();
        await finding.getByText('请填写处理决定').waitFor();
        await finding.getByLabel(/^处理决定/).fill('2026-07-04 支部委员会');
        await finding.getByLabel('原因（本人看得到）').fill('当日此人在外地出差');
        await console.picture(page, '61-认定虚报');
        expect(await console.barriers(page)).toEqual([]);
        await done(finding, '认定并冲销');
        await right.getByText('虚报', { exact: true }).waitFor();
        expect(await console.positionsOf('ServiceHoursMoved')).toHaveLength(1);
        expect(await console.positionsOf('FalseClaimEstablished')).toHaveLength(1);

        const recorder = await at('RECORDER');
        const desk = await console.signedIn(recorder.login);
        await desk.goto(`/console/volunteers/${district.volunteer}?tab=hours`);
        // Over midnight: an entry for each of the two days.
        await desk.getByRole('row').filter({ hasText: '江滩夜间巡护' }).nth(1).waitFor();
        for (const name of ['更正', '改记', '认定虚报'])
          expect(await desk.getByRole('button', { name, exact: true }).count()).toBe(0);
      }),
    240_000,
  );

  it(
    'texts about others that name somebody are found before an erasure; a file destroyed by it comes back by no door',
    () =>
      console.story(async () => {
        const sheet = Buffer.concat([picture, Buffer.from('，右下为丁𠮷安')]);
        const recorder = await at('RECORDER');
        const desk = await console.signedIn(recorder.login);
        await opened(desk, district.activity, '佐证');
        const naming = await dialogOf(desk, '上传佐证');
        await naming.getByLabel('说明（不填的，用文件名）').fill('签到表，右下为丁𠮷安');
        await naming.getByRole('button', { name: '取消' }).click();
        await (await uploading(desk, '签到表', [jpeg('丁𠮷安.jpg', sheet)])).waitFor({ state: 'hidden' });
        await console.api.settled();

        const approver = await console.api.person([{ role: 'APPROVER', organizationId: console.api.top }]);
        const page = await console.signedIn(approver.login);
        await page.goto(`/console/volunteers/${district.volunteer}?tab=mentions`);
        await page.getByRole('button', { name: '查找', exact: true }).click();
        await page.getByText(/^查找完毕，共 \d+ 处$/).waitFor();
        const found = page.getByRole('tabpanel', { name: '提到此人的文字' }).getByRole('row');
        const place = found.filter({ has: page.locator(`a[href$="/activities/${district.activity}"]`) });
        await place.first().getByText('文字说明').waitFor();
        await console.picture(page, '57-提到此人的文字');
        expect(await console.barriers(page)).toEqual([]);
        expect(await desk.getByText('提到此人的文字').count()).toBe(0);

        const of = `/api/activities/${district.activity}/evidence`;
        office.cookie = await console.api.signIn(office.login);
        const { items } = (await office.get(of).expect(200)).body as { items: { evidenceId: string }[] };
        const requests = `/api/volunteers/${district.volunteer}/privacy-requests`;
        const asked = { requestId: randomUUID(), answer: 'SHRED', basis: 'CONSENT_WITHDRAWN' };
        const groups = ['identity', 'contact', 'sensitive', 'photo', 'free'];
        await say(requests, { ...asked, groups, evidenceIds: items.map(({ evidenceId }) => evidenceId) });
        await approver.post(`${requests}/approval`, { requestId: asked.requestId }).expect(201);
        await console.api.house.eraser.run();
        await console.api.settled();

        await desk.reload();
        await desk.getByRole('button', { name: '下载' }).click();
        await desk.getByText('文件已随个人信息的删除依法销毁，不能再取出；登记和哈希仍在。').waitFor();
        const again = await uploading(desk, '签到表', [jpeg('再传.jpg', sheet)]);
        await again.getByText('这份文件已随个人信息的删除依法销毁，不能再上传').waitFor();
        await console.picture(desk, '58-销毁的文件不能再传');
        expect(await console.barriers(desk)).toEqual([]);
      }),
    300_000,
  );

  it(
    'an answer that is late, and one that is not accepted, go to the level above',
    () =>
      console.story(async () => {
        const volunteer = await at('VOLUNTEER', second);
        const disputes = `/api/hours/${second}/2026/disputes`;
        const raise = async (statement: string): Promise<string> => {
          const disputeId = randomUUID();
          const asked = { disputeId, organizationId: district.branch, ground: 'MISSING', statement };
          await volunteer.post(disputes, asked).expect(201);
          return disputeId;
        };
        await raise('五月的义诊没有记');
        const answered = await raise('六月的值守没有记');
        const approver = await at('APPROVER');
        const answer = { outcome: 'NOT_UPHELD', answer: '没有找到签到' };
        await approver.post(`${disputes}/${answered}/answer`, answer).expect(201);
        await console.api.settled();

        const phone = await console.signedIn(volunteer.login, 'phone');
        await phone.goto(`/console/volunteers/${second}?tab=disputes`);
        const mine = phone.getByRole('row').filter({ hasText: '六月的值守没有记' });
        await mine.getByRole('button', { name: '申诉' }).click();
        const appeal = phone.getByRole('dialog', { name: '不服答复，转上一级' });
        await console.picture(phone, '62-申诉');
        expect(await console.barriers(phone)).toEqual([]);
        await done(appeal, '转上一级');
        await mine.getByText('尚未答复').waitFor();
        expect(await phone.getByRole('button', { name: '转上一级' }).count()).toBe(0);

        console.api.clock.now = Date.parse('2026-07-31T09:00:00+08:00');
        const recorder = await at('RECORDER');
        const page = await console.signedIn(recorder.login);
        await page.goto(`/console/volunteers/${second}?tab=disputes`);
        const late = page.getByRole('row').filter({ hasText: '五月的义诊没有记' });
        await late.getByText('已逾期').waitFor();
        await late.getByRole('button', { name: '转上一级' }).click();
        await done(page.getByRole('dialog', { name: '逾期未答复，转上一级' }), '转上一级');
        await late.getByText('已逾期').waitFor({ state: 'detached' });
        expect(await console.positionsOf('ServiceHoursDisputeEscalated')).toHaveLength(2);
      }),
    240_000,
  );
});
