import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { checkInLink } from '../../../apps/console/src/features/activities/check-in-link.js';
import { TestConsole } from '../../support/browser.js';
import type { Person } from '../../support/test-api.js';
import { districtOf, type District } from '../../support/test-district.js';

const day = '2026-07-01';

describe('an announced session, from the sign-up to the sheet', () => {
  let console: TestConsole;
  let district: District;
  let second: string;
  let [leader, recorder]: Person[] = [];
  const activity = (): string => `/api/activities/${district.activity}`;
  const at = (role: Role, volunteerId?: string): Promise<Person> =>
    console.api.person([{ role, organizationId: district.branch as OrganizationId }], volunteerId as VolunteerId);

  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    [leader, recorder] = [await at('TEAM_LEADER'), await at('RECORDER')];
    second = await member('欧阳·娜');
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  async function member(name: string): Promise<string> {
    const office = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    const volunteerId = randomUUID();
    await office
      .post('/api/volunteers', {
        ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-01-06', source: 'PAPER_FORM' },
        ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name, sex: '2', birthDate: '1988-03' },
        ...{ politicalStatus: '01', joinedPartyOn: '2009-02', education: '21', ethnicity: '01' },
      })
      .expect(201);
    const one = `/api/volunteers/${volunteerId}`;
    await office.post(`${one}/application-approval`, { approvedOn: '2026-01-07', basis: 'BRANCH_MEETING' }).expect(201);
    await office.post(`${one}/enrolment`, { enrolledOn: '2026-01-08' }).expect(201);
    const joining = { volunteerId, joinedOn: '2026-01-09', asPrimary: true };
    await office.post(`/api/teams/${district.team}/members`, joining).expect(201);
    await console.api.settled();
    return volunteerId;
  }

  const clock = (time: string): void => {
    console.api.clock.now = Date.parse(`${day}T${time}:00+08:00`);
  };
  const confirmed = async (page: Page, title: string, word: string): Promise<void> => {
    await page.getByRole('button', { name: title, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.getByRole('button', { name: word, exact: true }).dblclick();
    await dialog.waitFor({ state: 'hidden' });
    await console.api.settled();
  };
  const announcedTab = async (page: Page): Promise<void> => {
    await page.goto(`/console/activities/${district.activity}`);
    await page.getByRole('tab', { name: '预告与报名' }).click();
  };
  const sessionId = async (): Promise<string> => {
    leader!.cookie = await console.api.signIn(leader!.login);
    const { body } = await leader!.get(`${activity()}/sign-ups`).expect(200);
    const { items } = body as { items: { sessionId: string; heldOn: string }[] };
    return items.find(({ heldOn }) => heldOn === day)!.sessionId;
  };
  /** What the camera of a phone reads from the leader's screen. */
  const scanned = async (): Promise<string> => {
    const session = await sessionId();
    const { body } = await leader!.get(`${activity()}/sessions/${session}/check-in-code`).expect(200);
    return checkInLink({
      ...{ origin: '', activityId: district.activity, sessionId: session, title: '学雷锋集中服务' },
      ...{ code: (body as { code: string }).code, teamIds: [district.team] },
    });
  };

  it(
    'one takes the place, the next waits and moves up, comes with the code on the leader’s screen, and stands in the sheet',
    () =>
      console.story(async () => {
        const page = await console.signedIn(leader!.login);
        await announcedTab(page);
        await page.getByText('已举办').waitFor();
        await page.getByRole('button', { name: '预告场次' }).click();
        const form = page.getByRole('dialog', { name: '预告场次' });
        await form.getByLabel('服务日期').fill(day);
        await form.getByLabel('服务日期').press('Enter');
        const times = form.locator('.ant-picker-range input');
        for (const [index, time] of ['14:00', '16:00'].entries()) {
          // The picker itself moves on to the second time; what is typed before it did is lost.
          if (index === 0) await times.nth(0).click();
          await times.nth(index).and(page.locator(':focus')).waitFor();
          await times.nth(index).fill(time);
          await times.nth(index).press('Enter');
        }
        await form.getByLabel(/人数上限/).fill('1');
        await form.getByRole('button', { name: '提交' }).click();
        await form.waitFor({ state: 'hidden' });
        await console.api.settled();

        const first = await at('VOLUNTEER', district.volunteer);
        const next = await at('VOLUNTEER', second);
        const [phone, other] = [
          await console.signedIn(first.login, 'phone'),
          await console.signedIn(next.login, 'phone'),
        ];
        await phone.getByText('还有 1 个名额').waitFor();
        await confirmed(phone, '报名', '确认报名');
        expect(await console.positionsOf('VolunteerSignedUp')).toHaveLength(1);
        await phone.getByText('已报名', { exact: true }).waitFor();
        await console.picture(phone, '43-手机上报名');
        expect(await console.barriers(phone)).toEqual([]);
        await other.reload();
        await other.getByText('1 个名额已满，候补 0 人').waitFor();
        await confirmed(other, '候补', '确认候补');

        await announcedTab(page);
        await page.getByRole('row').filter({ hasText: day }).getByRole('button', { name: '名单' }).click();
        await page.getByRole('row').filter({ hasText: '欧阳·娜' }).getByText('候补第 1 位').waitFor();
        await console.picture(page, '08-报名名单');
        expect(await console.barriers(page)).toEqual([]);

        await confirmed(phone, '取消报名', '不去了');
        await other.reload();
        await other.getByText('候补转为报名').waitFor();
        await other.getByText('已报名', { exact: true }).waitFor();
        await console.picture(other, '44-手机上的通知');

        clock('13:50');
        const there = await console.signedIn(next.login, 'phone');
        await there.goto(await scanned());
        await there.getByRole('button', { name: '签到' }).dblclick();
        await there.getByText('已签到').first().waitFor();
        await console.picture(there, '45-手机上签到');
        expect(await console.positionsOf('VolunteerCheckedIn')).toHaveLength(1);

        clock('16:00');
        const leaving = await console.signedIn(next.login, 'phone');
        await leaving.goto(await scanned());
        await leaving.getByRole('button', { name: '签退' }).click();
        await leaving.getByText('已签退').first().waitFor();

        clock('16:30');
        const desk = await console.signedIn(recorder!.login);
        await announcedTab(desk);
        await confirmed(desk, '登记举办', '登记');
        await desk.getByRole('tab', { name: /参加人员与时长/ }).click();
        const line = desk.getByRole('row').filter({ hasText: '欧阳·娜' });
        await line.getByText('2小时').waitFor();
        await line.getByText('待确认').waitFor();
      }),
    300_000,
  );

  it(
    'a code that is a minute old is refused, and the screen shows one that a camera can read',
    () =>
      console.story(async () => {
        clock('16:40');
        const late = await at('VOLUNTEER', district.volunteer);
        const phone = await console.signedIn(late.login, 'phone');
        const link = await scanned();
        console.api.clock.now += 61_000;
        await phone.goto(link);
        await phone.getByRole('button', { name: '签到' }).click();
        await phone
          .getByText(/现场签到码|签到/)
          .first()
          .waitFor();
        await phone.locator('.ant-alert-error').first().waitFor();
        expect(await console.positionsOf('VolunteerCheckedIn')).toHaveLength(1);
        const screen = await console.signedIn(leader!.login);
        await screen.goto(`/console/activities/${district.activity}/sessions/${await sessionId()}/code`);
        await screen.getByRole('img', { name: '现场签到码' }).or(screen.getByLabel('现场签到码')).first().waitFor();
        await console.picture(screen, '09-现场签到码');
      }),
    240_000,
  );

  it(
    'an activity planned in the browser is not one’s own duty in working time, and says which skill it needs',
    () =>
      console.story(async () => {
        clock('17:00');
        const page = await console.signedIn(leader!.login);
        await page.goto('/console/activities/new');
        await page.getByLabel('活动组织单位').click();
        await page.locator('.ant-select-tree').getByTitle('示例中心党支部').click();
        const typed = {
          活动名称: '急救知识进社区',
          服务内容: '讲解并演练',
          活动地点: '示例社区',
          活动负责人: '丁𠮷安',
        };
        for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
        await page.getByRole('switch', { name: '在工作时间内' }).click();
        await page.getByRole('switch', { name: '属于参加者的本职工作' }).click();
        await page.getByLabel('所需特长').fill('急救');
        await page.getByLabel('所需特长').press('Enter');
        await page.getByRole('button', { name: '登记', exact: true }).click();
        await page.getByText('工作时间内从事本职工作不属于志愿服务').first().waitFor();
        await page.getByRole('switch', { name: '属于参加者的本职工作' }).click();
        await page.getByLabel('载体', { exact: true }).click();
        await page.getByTitle('和谐社区', { exact: true }).click();
        await page.getByLabel('载体下的服务类别').click();
        await page.getByTitle('爱老助残', { exact: true }).click();
        await console.picture(page, '46-登记活动');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '登记', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: '活动情况' }).waitFor();
        const planned = new URL(page.url()).pathname.split('/').at(-1)!;
        const announced = { sessionId: randomUUID(), heldOn: '2026-07-05', startsAt: '09:00', endsAt: '11:00' };
        leader!.cookie = await console.api.signIn(leader!.login);
        await leader!.post(`/api/activities/${planned}/scheduled-sessions`, announced).expect(201);
        await console.api.settled();
        const { login } = await at('VOLUNTEER', second);
        const phone = await console.signedIn(login, 'phone');
        await phone.getByRole('button', { name: '报名', exact: true }).click();
        await phone.getByText('活动需要的特长“急救”，您的登记表上没有').waitFor();
        await phone.getByRole('button', { name: '确认报名' }).click();
        await phone.getByRole('dialog').waitFor({ state: 'hidden' });
        await console.api.settled();
        await page.goto(`/console/activities/${planned}`);
        await page.getByRole('tab', { name: '预告与报名' }).click();
        await page.getByRole('button', { name: '名单' }).click();
        await page.getByText('登记表上没有：急救').waitFor();
      }),
    240_000,
  );
});
