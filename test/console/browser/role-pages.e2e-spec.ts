import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { roles, type Role } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

interface ConsolePage {
  readonly path: string;
  readonly title: string;
  readonly group?: string;
  readonly roles: readonly Role[];
}

// The console has a compiler of its own, with a browser's types.
const { pages } = (await import(path.resolve(import.meta.dirname, '../../../apps/console/src/routes.ts'))) as {
  pages: readonly ConsolePage[];
};

/** Goes there as a typed address does, without loading everything anew for each of many pages. */
async function goTo(page: Page, address: string): Promise<void> {
  const to = JSON.stringify(`/console${address}`);
  await page.evaluate(`history.pushState({}, '', ${to}); dispatchEvent(new PopStateEvent('popstate'))`);
}

/** The heading, once it is the wanted one, or whatever stands there when patience ends. */
async function headingAt(page: Page, wanted: string): Promise<string | null> {
  const heading = page.locator('h1, .ant-result-title').first();
  await heading
    .and(page.getByText(wanted, { exact: true }))
    .waitFor()
    .catch(() => undefined);
  return heading.textContent();
}

/** Whoever of these may open a page is looked over the shoulder: offices see the most. */
const viewers: readonly Role[] = [
  ...(['CITY_OFFICE', 'AUDITOR', 'SYSTEM_ADMINISTRATOR', 'VOLUNTEER', 'TEAM_LEADER', 'APPROVER', 'RECORDER'] as const),
];

describe('roles and pages', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const addressOf = ({ path: pattern }: ConsolePage): string =>
    pattern.replace(/:(\w+)/g, (_all, name: string) =>
      name === 'year'
        ? '2026'
        : (({ ...district, organization: district.branch } as Readonly<Record<string, string>>)[
            name.replace(/Id$/, '')
          ] ?? randomUUID()),
    );

  const personWith = (role: Role) => {
    const organizationId = district.branch as OrganizationId;
    const grant = role === 'SYSTEM_ADMINISTRATOR' ? { role } : { role, organizationId };
    return console.api.person([grant], role === 'VOLUNTEER' ? (district.volunteer as VolunteerId) : undefined);
  };

  it(
    'every page has its picture, and axe-core finds nothing serious on any of them',
    () =>
      console.story(async () => {
        const open = new Map<Role, Page>();
        const found: string[] = [];
        for (const one of pages) {
          const role = viewers.find((viewer) => one.roles.includes(viewer))!;
          const page = open.get(role) ?? (await console.signedIn((await personWith(role)).login));
          open.set(role, page);
          await goTo(page, addressOf(one));
          expect(await headingAt(page, one.title)).toBe(one.title);
          // What the page asks for is there.
          await page.waitForLoadState('networkidle');
          await page.locator('.ant-spin-spinning, .ant-skeleton').first().waitFor({ state: 'detached' });
          await console.picture(page, `页面-${one.title}`);
          found.push(...(await console.barriers(page)).map((barrier) => `${one.path}: ${barrier}`));
        }
        expect(found).toEqual([]);
      }),
    300_000,
  );

  it.each(roles)(
    '%s sees in the menu, and opens by address, what the route table says and nothing else',
    (role) =>
      console.story(async () => {
        const { login } = await personWith(role);
        const page = await console.signedIn(login);

        const shown = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents();
        const mine = pages.filter(({ roles: held }) => held.includes(role));
        expect(shown.toSorted()).toEqual(
          mine
            .filter(({ group }) => group)
            .map(({ title }) => title)
            .toSorted(),
        );

        const given: string[] = [];
        page.on('request', (request) => {
          if (request.method() !== 'GET') given.push(`${request.method()} ${request.url()}`);
        });
        const found: string[] = [];
        for (const one of pages) {
          await goTo(page, addressOf(one));
          const wanted = mine.includes(one) ? one.title : '没有这个页面';
          const heading = await headingAt(page, wanted);
          if (heading !== wanted) found.push(`${one.path}: ${heading}, wanted ${wanted}`);
        }
        expect(found).toEqual([]);
        // Looking gives nothing; the auditor's pages, and every other, only ask until somebody acts.
        expect(given).toEqual([]);
        await page.context().close();
      }),
    300_000,
  );
});
