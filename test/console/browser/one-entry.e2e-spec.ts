import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('one act is one entry, and the user sees which', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const fill = async (page: Page, name: string): Promise<void> => {
    await page.getByLabel('姓名', { exact: true }).fill(name);
    await page.getByLabel('性别').click();
    await page.getByTitle('男性', { exact: true }).click();
    await page.getByLabel('出生年月').fill('1986-03');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('所在党组织').click();
    await page.locator('.ant-select-tree').getByTitle('示例中心党支部').click();
    await page.getByLabel('入党时间').fill('2002-02');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('本人已阅读承诺书').last().click();
  };

  it(
    'an application that was submitted with two clicks while the answer got lost, then the back button',
    () =>
      console.story(async () => {
        const organizationId = district.branch as OrganizationId;
        const { login } = await console.api.person([{ role: 'RECORDER', organizationId }]);
        const before = await console.positionsOf('ApplicationSubmitted');
        const page = await console.signedIn(login);
        await page.getByRole('link', { name: '登记申请' }).first().click();
        await console.helpPicture(page, 'apply');
        await fill(page, '欧阳𠮷祥');
        // Begun, kept on the server, gone on with in another tab; nothing of it in the browser.
        await page.getByRole('button', { name: '保存草稿' }).click();
        await page.getByText('草稿已加密保存').waitFor();
        const { rows } = await console.api.house.mainPool.query<{ sealed: Buffer }>(
          'select sealed from registry.application_draft',
        );
        expect(rows).toHaveLength(1);
        expect(rows[0]?.sealed.includes(Buffer.from('欧阳'))).toBe(false);
        expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
        await page.emulateMedia({ media: 'print' });
        expect(await page.getByRole('button', { name: '打印报名表' }).isVisible()).toBe(false);
        expect(await page.getByLabel('报名表纸面').getByText('欧阳𠮷祥').isVisible()).toBe(true);
        await page.emulateMedia({ media: null });
        await page.reload();
        await page.getByRole('button', { name: '继续填写' }).click();
        expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('欧阳𠮷祥');
        for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: '下一步' }).click();
        await page.getByText('本人已阅读承诺书').last().click();
        let lost = 0;
        await page.route('**/api/volunteers', async (route) => {
          if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
          await route.fetch();
          return route.abort('connectionreset');
        });
        await page.getByRole('button', { name: '提交申请' }).dblclick();
        await page.getByText('申请已提交，等待审核').waitFor();
        const after = await console.positionsOf('ApplicationSubmitted');
        expect(after).toHaveLength(before.length + 1);
        await page.getByText(`回执：台账位置 ${after.at(-1)}`).waitFor();
        expect(lost).toBe(2);
        await console.picture(page, '50-回执');

        await page.goBack();
        await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
        await page.goForward();
        await page.getByRole('heading', { level: 1, name: '登记申请' }).waitFor();
        // An empty form, ready for the next person.
        expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('');
        expect(await console.positionsOf('ApplicationSubmitted')).toEqual(after);
        await page.getByText('没有填完的报名表').waitFor({ state: 'detached' });
      }),
    240_000,
  );

  it(
    'an application of somebody whose ID number is registered is told so before the rest is typed',
    () =>
      console.story(async () => {
        const organizationId = district.branch as OrganizationId;
        const recorder = await console.api.person([{ role: 'RECORDER', organizationId }]);
        const form = { source: 'PAPER_FORM', onBehalf: 'RECORDER', consents: ['REGISTRATION'], submittedOn: '2026-06-12' };
        const about = { name: '欧阳𠮷祥', sex: '2', birthDate: '1986-03-02', politicalStatus: '01', joinedPartyOn: '2002-02' };
        const rest = { education: '21', ethnicity: '01', mobiles: ['13800000002'], idNumber: '32110219860302108X' };
        const body = { ...form, ...about, ...rest, volunteerId: randomUUID(), organizationId };
        const { body: receipt } = await recorder.post('/api/volunteers', body);
        expect(receipt).toHaveProperty('position');
        await console.api.settled();
        const page = await console.signedIn(recorder.login);
        await page.getByRole('link', { name: '登记申请' }).first().click();
        await page.getByLabel('身份证号码').fill('32110219860302108x');
        await page.getByText('此身份证号码已经登记').waitFor();
        await page.getByRole('link', { name: '欧阳𠮷祥' }).waitFor();
        await console.picture(page, '51-身份证号码查重');
      }),
    240_000,
  );

  it(
    'an application that is approved in one tab and again in another',
    () =>
      console.story(async () => {
        const volunteerId = randomUUID();
        const recorder = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
        await recorder
          .post('/api/volunteers', {
            ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-06-11', source: 'PAPER_FORM' },
            ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name: '买买提·艾力', sex: '1' },
            ...{ birthDate: '1986-03', politicalStatus: '01', joinedPartyOn: '2002-02', education: '21' },
            ethnicity: '01',
          })
          .expect(201);
        await console.api.settled();
        const organizationId = district.branch as OrganizationId;
        const { login } = await console.api.person([{ role: 'APPROVER', organizationId }]);
        const tab = await console.signedIn(login);
        await tab.goto('/console/review');
        // Approved, the same person waits once more, to be enrolled.
        const waiting = (page: Page) => page.getByRole('row').filter({ hasText: '买买提·艾力' }).filter({ hasText: '申请加入' });
        await waiting(tab).waitFor();
        const other = await tab.context().newPage();
        await other.goto('/console/review');
        await waiting(other).click();
        await waiting(tab).click();
        const before = await console.positionsOf('ApplicationApproved');
        await tab.keyboard.press('a');
        await waiting(tab).waitFor({ state: 'detached' });
        const after = await console.positionsOf('ApplicationApproved');
        expect(after).toHaveLength(before.length + 1);

        await other.keyboard.press('a');
        await other
          .getByText(/买买提·艾力：/)
          .first()
          .waitFor();
        await waiting(other).waitFor({ state: 'detached' });
        expect(await console.positionsOf('ApplicationApproved')).toEqual(after);
      }),
    240_000,
  );
});
