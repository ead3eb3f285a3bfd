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
  afterAll(() => console.close(), 60_000);

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
});
