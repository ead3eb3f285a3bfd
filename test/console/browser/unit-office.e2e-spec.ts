import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import type { Person } from '../../support/test-api.js';
import { districtOf, type District } from '../../support/test-district.js';

const rosterSize = 150;
const special = ['李䶮', '买买提·艾力', '张建军', '曾庆', '單于𠮷'];
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '安邦昌达恩富光恒吉坚杰';
const nameAt = (index: number): string =>
  special[index] ??
  `${surnames[index % surnames.length]}${given[index % given.length]}${given[Math.floor(index / given.length) % given.length]}`;
/** The end of a row's number, which the paper shows; a font may write a name's characters by other code points. */
const ending = (index: number): string => String(2000 + index);

describe('the unit office', () => {
  let console: TestConsole;
  let district: District;
  let writer: Person;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    writer = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    // One is there already.
    for (let index = 0; index < rosterSize - 1; index += 1) await enrol(nameAt(index), index);
    await console.api.settled();
  }, 400_000);
  afterAll(() => console.close(), 180_000);

  const enrol = async (name: string, index: number): Promise<void> => {
    const volunteerId = randomUUID();
    const at = `/api/volunteers/${volunteerId}`;
    const application = {
      ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-02-01', source: 'PAPER_FORM' },
      ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name, sex: index % 2 === 0 ? '1' : '2' },
      ...{ birthDate: '1986-03', politicalStatus: '01', joinedPartyOn: '2002-02', education: '21', ethnicity: '01' },
      mobiles: [`1390000${ending(index)}`],
    };
    await writer.post('/api/volunteers', application).expect(201);
    const approval = { approvedOn: '2026-02-02', basis: 'BRANCH_MEETING' };
    await writer.post(`${at}/application-approval`, approval).expect(201);
    await writer.post(`${at}/enrolment`, { enrolledOn: '2026-02-03' }).expect(201);
    const member = { volunteerId, joinedOn: '2026-02-04', asPrimary: true };
    await writer.post(`/api/teams/${district.team}/members`, member).expect(201);
  };

  const opened = async (page: Page, click: () => Promise<void>): Promise<Page> => {
    const [other] = await Promise.all([page.context().waitForEvent('page'), click()]);
    return other;
  };
  /** What stands on A4, without white space; the heads of the columns must be on every sheet. */
  const printedWhole = async (page: Page, heads: readonly string[]): Promise<string> => {
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { text, totalPages } = await extractText(printed, { mergePages: false });
    const pages = text.map((one) => one.normalize('NFKC').replace(/\s/g, ''));
    expect(totalPages).toBeGreaterThan(1);
    expect(pages.filter((one) => !heads.every((head) => one.includes(head)))).toEqual([]);
    return pages.join('');
  };

  it(
    'prints a roster of 150 whole, with the heads on every page',
    () =>
      console.story(async () => {
        const organizationId = district.branch as OrganizationId;
        const { login } = await console.api.person([{ role: 'UNIT_OFFICE', organizationId }]);
        const page = await console.signedIn(login);
        await page.getByText('按进度落后的志愿者').waitFor();
        await console.helpPicture(page, 'workbench');

        await page.getByRole('link', { name: '志愿者', exact: true }).first().click();
        await page.getByText(`共 ${rosterSize} 条`).waitFor();
        await console.helpPicture(page, 'volunteers');
        await page.getByRole('link', { name: '打印上报' }).first().click();
        await page.getByText('附件2 花名册', { exact: true }).click();
        await page.frameLocator('iframe').getByText('买买提·艾力').waitFor();
        await console.picture(page, '30-花名册纸面');
        await console.helpPicture(page, 'print');
        const paper = await opened(page, () => page.getByRole('link', { name: '打开并打印' }).click());
        await paper.getByText('买买提·艾力').waitFor();
        const whole = await printedWhole(paper, ['姓名', '入党时间']);
        for (const name of ['丁𠮷安', ...special]) expect(whole).toContain(name.normalize('NFKC'));
        const rows = Array.from({ length: rosterSize - 1 }, (_none, index) => `139****${ending(index)}`);
        expect(rows.filter((row) => whole.split(row).length !== 2)).toEqual([]);
      }),
    400_000,
  );

  it(
    'previews every other paper as A4, and prints the register of 150 whole from the page',
    () =>
      console.story(async () => {
        const certificate = `/api/certificates/${district.volunteer}/1`;
        const span = { organizationId: district.branch, fromOn: '2026-01-01', untilOn: '2026-06-30' };
        await writer.post(`${certificate}/preparation`, { ...span, handlerName: '钱经办' }).expect(201);
        await console.api.settled();
        const organizationId = district.branch as OrganizationId;
        const { login } = await console.api.person([{ role: 'UNIT_OFFICE', organizationId }]);
        const page = await console.signedIn(login);
        await page.getByRole('link', { name: '打印上报' }).first().click();
        await page.frameLocator('iframe').getByText('附件3').first().waitFor();
        await page.getByText('附件4 汇总表', { exact: true }).click();
        await page.frameLocator('iframe').getByText('附件4').first().waitFor();

        await page.getByText('在册名册', { exact: true }).click();
        const sheet = page.getByLabel('志愿者在册名册');
        await sheet.getByText('买买提·艾力').waitFor();
        await page.getByText(`共 ${rosterSize} 行，A4 纸`).waitFor();
        const numbers = await sheet.locator('tbody tr td:nth-child(2)').allTextContents();
        expect(new Set(numbers).size).toBe(rosterSize);
        await console.picture(page, '34-在册名册');
        const whole = await printedWhole(page, ['姓名', '编号']);
        expect(numbers.filter((number) => whole.split(number).length !== 2)).toEqual([]);
        for (const name of ['丁𠮷安', ...special]) expect(whole).toContain(name.normalize('NFKC'));

        await page.getByText('活动登记簿', { exact: true }).click();
        await page.getByLabel('活动情况登记簿').getByText('学雷锋集中服务').waitFor();
        await console.picture(page, '35-活动登记簿');

        const choosePerson = async (): Promise<void> => {
          await page.getByLabel('志愿者', { exact: true }).fill('丁𠮷安');
          await page.getByTitle(/^丁𠮷安/).click();
        };
        await page.getByText('时长清单', { exact: true }).click();
        await choosePerson();
        const hours = page.getByLabel('志愿服务时长清单');
        await hours.getByText('学雷锋集中服务').waitFor();
        await hours.getByText('2026 年计入 2小时30分').waitFor();
        await console.picture(page, '36-时长清单');
        expect(await console.barriers(page)).toEqual([]);

        await page.getByText('服务证明', { exact: true }).last().click();
        await page.frameLocator('iframe').getByRole('heading', { name: '志愿服务记录证明' }).waitFor();
        await page.frameLocator('iframe').getByText('丁𠮷安').waitFor();
        await console.picture(page, '37-服务证明');

        // Signed by the head, then shown in public.
        await page.getByRole('link', { name: '服务证明', exact: true }).first().click();
        await page.getByRole('button', { name: '签发' }).click();
        const signing = page.getByRole('dialog').filter({ hasText: '负责人' });
        await signing.getByLabel('负责人').fill('孙负责');
        await signing.getByRole('button', { name: '签发' }).click();
        await page.getByRole('button', { name: '公示' }).click();
        const publicizing = page.getByRole('dialog').filter({ hasText: '公示起止日期' });
        const [from, until] = [publicizing.locator('input').first(), publicizing.locator('input').last()];
        await from.fill('2026-07-01');
        await from.press('Enter');
        await until.fill('2026-07-20');
        await until.press('Enter');
        await publicizing.getByRole('button', { name: '登记公示' }).click();
        await page.getByText('2026-07-01—2026-07-20').waitFor();
      }),
    400_000,
  );
});
