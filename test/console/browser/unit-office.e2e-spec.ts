import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
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
  afterAll(() => console.close(), 60_000);

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
        const [paper] = await Promise.all([
          page.context().waitForEvent('page'),
          page.getByRole('link', { name: '打开并打印' }).click(),
        ]);
        await paper.getByText('买买提·艾力').waitFor();
        const printed = await getDocumentProxy(new Uint8Array(await paper.pdf({ preferCSSPageSize: true })));
        const { text, totalPages } = await extractText(printed, { mergePages: false });
        const pages = text.map((one) => one.normalize('NFKC').replace(/\s/g, ''));
        expect(totalPages).toBeGreaterThan(1);
        // The heads of the columns on every page that bears rows.
        expect(pages.filter((one) => !one.includes('姓名') || !one.includes('入党时间'))).toEqual([]);
        const whole = pages.join('');
        for (const name of ['丁𠮷安', ...special]) expect(whole).toContain(name.normalize('NFKC'));
        const rows = Array.from({ length: rosterSize - 1 }, (_none, index) => `139****${ending(index)}`);
        expect(rows.filter((row) => whole.split(row).length !== 2)).toEqual([]);
      }),
    400_000,
  );
});
