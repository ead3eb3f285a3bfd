import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from './browser.js';
import type { Person } from './test-api.js';
import { districtOf, type District } from './test-district.js';

/** A district with people in it, and an office of everybody that has the page of one of them open. */
export class PersonPage {
  private constructor(
    readonly console: TestConsole,
    readonly district: District,
    private readonly writer: Person,
    readonly office: Page,
  ) {}

  static async open(): Promise<PersonPage> {
    const console = await TestConsole.open();
    const district = await districtOf(console.api);
    const at = (role: Role) => console.api.person([{ role, organizationId: console.api.top }]);
    const writer = await at('CITY_OFFICE');
    return new PersonPage(console, district, writer, await console.signedIn((await at('UNIT_OFFICE')).login));
  }

  async say(path: string, body: object): Promise<void> {
    await this.writer.post(path, body).expect(201);
  }

  async branch(name: string): Promise<string> {
    const organizationId = randomUUID();
    await this.say('/api/organizations', {
      ...{ organizationId, kind: 'PARTY_BRANCH', parentId: this.console.api.top, registeredOn: '2026-01-05' },
      ...{ name, unitName: name },
    });
    return organizationId;
  }

  /** On the 3rd of February 2026, in the district's branch. */
  async enrol(name: string, particulars: object = {}): Promise<string> {
    const volunteerId = randomUUID();
    await this.say('/api/volunteers', {
      ...{ volunteerId, organizationId: this.district.branch, submittedOn: '2026-02-01', source: 'PAPER_FORM', name },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], sex: '1', birthDate: '1986-03', politicalStatus: '01' },
      ...{ joinedPartyOn: '2002-02', education: '21', ethnicity: '01', workUnit: '示例中心', ...particulars },
    });
    const approval = { approvedOn: '2026-02-02', basis: 'BRANCH_MEETING' };
    await this.say(`/api/volunteers/${volunteerId}/application-approval`, approval);
    await this.say(`/api/volunteers/${volunteerId}/enrolment`, { enrolledOn: '2026-02-03' });
    return volunteerId;
  }

  join(volunteerId: string, asPrimary = true, teamId = this.district.team): Promise<void> {
    return this.say(`/api/teams/${teamId}/members`, { volunteerId, joinedOn: '2026-02-04', asPrimary });
  }

  async team(name: string): Promise<string> {
    const teamId = randomUUID();
    await this.say('/api/teams', {
      ...{ teamId, organizationId: this.district.branch, establishedOn: '2026-01-08', ordinal: 2, name },
      ...{ documentTitle: '关于组建服务队的通知', documentDatedOn: '2026-01-05' },
    });
    return teamId;
  }

  /** Somebody with a role in the district's branch. */
  async as(role: Role): Promise<Page> {
    const organizationId = this.district.branch as OrganizationId;
    return this.console.signedIn((await this.console.api.person([{ role, organizationId }])).login);
  }

  async count(type: string): Promise<number> {
    return (await this.console.positionsOf(type)).length;
  }

  /** The person's timeline, and the acts open above it. */
  async visit(volunteerId: string, page = this.office): Promise<void> {
    await this.console.api.settled();
    await page.goto(`/console/volunteers/${volunteerId}?tab=life`);
    await page.getByRole('button', { name: '办理变动' }).click();
    await this.acts(page).getByRole('button').first().waitFor();
  }

  acts(page = this.office): Locator {
    return page.getByRole('region', { name: '办理变动' });
  }

  button(name: string, page = this.office): Locator {
    return this.acts(page).getByRole('button', { name, exact: true });
  }

  /** The acts that are shown; Ant Design sets two characters apart. */
  async shown(page: Page): Promise<readonly string[]> {
    const names = await this.acts(page).getByRole('button').allTextContents();
    return names.map((name) => name.replaceAll(' ', ''));
  }

  /** The form behind an act. */
  async form(title: string, page = this.office): Promise<Locator> {
    await this.button(title, page).click();
    const dialog = page.getByRole('dialog', { name: title, exact: true });
    await dialog.waitFor();
    return dialog;
  }

  async give(form: Locator, okText = '提交'): Promise<void> {
    await form.getByRole('button', { name: okText, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  }

  async choose(form: Locator, label: string, option: string): Promise<void> {
    await form.getByLabel(label, { exact: true }).click();
    const options = form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await options.getByTitle(option, { exact: true }).click();
  }

  /** From the office's tree, whose top is closed at first. */
  async chooseBranch(form: Locator, label: string, name: string): Promise<void> {
    await form.getByLabel(label, { exact: true }).click();
    const tree = form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-tree');
    await tree.locator('.ant-select-tree-switcher_close').click();
    await tree.getByTitle(name, { exact: true }).click();
  }

  /** The newest entry of this name in the timeline, which is drawn anew after each act. */
  told(title: string, page = this.office): Locator {
    const named = page.locator('strong').getByText(title, { exact: true });
    return page.getByRole('listitem').filter({ has: named }).first();
  }
}
