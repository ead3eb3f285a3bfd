import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { asked, dayIn, given } from './browser-forms.js';
import { TestConsole } from './browser.js';
import type { Person } from './test-api.js';
import { districtOf, type District } from './test-district.js';

/** A district with a second member in its team, and the ways through the page of an activity. */
export class ActivityPage {
  private constructor(
    readonly console: TestConsole,
    readonly district: District,
    readonly office: Person,
    /** 欧阳·娜, beside 丁𠮷安 of the district. */
    readonly second: string,
  ) {}

  static async open(): Promise<ActivityPage> {
    const console = await TestConsole.open();
    const district = await districtOf(console.api);
    const office = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    const made = new ActivityPage(console, district, office, randomUUID());
    await made.enrol('欧阳·娜');
    return made;
  }

  /** After days have passed the office signs in anew. */
  async say(path: string, body: object): Promise<void> {
    this.office.cookie = await this.console.api.signIn(this.office.login);
    await this.office.post(path, body).expect(201);
  }

  private async enrol(name: string): Promise<void> {
    const { second: volunteerId, district } = this;
    const one = `/api/volunteers/${volunteerId}`;
    await this.say('/api/volunteers', {
      ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-01-06', source: 'PAPER_FORM' },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name, sex: '2', birthDate: '1988-03' },
      ...{ politicalStatus: '01', joinedPartyOn: '2009-02', education: '21', ethnicity: '01' },
    });
    await this.say(`${one}/application-approval`, { approvedOn: '2026-01-07', basis: 'BRANCH_MEETING' });
    await this.say(`${one}/enrolment`, { enrolledOn: '2026-01-08' });
    const joining = { volunteerId, joinedOn: '2026-01-09', asPrimary: true };
    await this.say(`/api/teams/${district.team}/members`, joining);
    await this.console.api.settled();
  }

  /** An activity of the district's team on the river bank. */
  async plan(title: string, more: object = {}): Promise<string> {
    const activityId = randomUUID();
    await this.say('/api/activities', {
      ...{ activityId, organizationId: this.district.branch, teamIds: [this.district.team], title, place: '江滩' },
      ...{ content: '夜间巡护', responsiblePerson: '丁𠮷安', nature: 'VOLUNTEER_SERVICE', ...more },
    });
    return activityId;
  }

  /** Somebody with a role in the district's branch. */
  account(role: Role, volunteerId?: string): Promise<Person> {
    const grant = { role, organizationId: this.district.branch as OrganizationId };
    return this.console.api.person([grant], volunteerId as VolunteerId);
  }

  async as(role: Role): Promise<Page> {
    return this.console.signedIn((await this.account(role)).login);
  }

  async visit(page: Page, activityId: string, tab: string): Promise<void> {
    await page.goto(`/console/activities/${activityId}`);
    await page.getByRole('tab', { name: tab }).click();
  }

  /** Gives the command of a form, and waits until the windows know it. */
  async done(form: Locator, word: string): Promise<void> {
    await given(form, word);
    await this.console.api.settled();
  }

  async times(form: Locator, day: string, hours: readonly [string, string]): Promise<void> {
    await dayIn(form, '服务日期', day);
    const fields = form.locator('.ant-picker-range input');
    for (const [index, time] of hours.entries()) {
      // The picker itself moves on to the second time; what is typed before it did is lost.
      if (index === 0) await fields.nth(0).click();
      await fields.nth(index).and(form.page().locator(':focus')).waitFor();
      await fields.nth(index).fill(time);
      await fields.nth(index).press('Enter');
    }
  }

  /** Sends files as evidence; the form stays where one of them was refused. */
  async upload(page: Page, kind: string, files: Parameters<Locator['setInputFiles']>[0]): Promise<Locator> {
    const form = await asked(page, '上传佐证');
    await form.getByLabel('类别').click();
    await page.getByTitle(kind, { exact: true }).click();
    await form.locator('input[type=file]').setInputFiles(files);
    await form.getByRole('button', { name: '上传并登记' }).click();
    return form;
  }

  /** What is clear to see and what is shown of it: no barrier for anybody. */
  async seen(page: Page, name: string): Promise<readonly string[]> {
    await this.console.picture(page, name);
    return this.console.barriers(page);
  }

  async count(type: string): Promise<number> {
    return (await this.console.positionsOf(type)).length;
  }
}

export const jpeg = (name: string, text: string) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]),
});
