import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';
import type { Person } from '../../support/test-api.js';

const names = ['丁𠮷安', '李䶮', '买买提·艾力', '欧阳若兰', '诸葛明', '上官云', '司马青', '王小明', '赵六', '陈思齐'];

describe('the approver', () => {
  let console: TestConsole;
  let district: District;
  let recorder: Person;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    recorder = await console.api.person([{ role: 'RECORDER', organizationId: district.branch as OrganizationId }]);
    for (const [index, name] of names.entries())
      await recorder
        .post('/api/volunteers', {
          volunteerId: randomUUID(),
          organizationId: district.branch,
          submittedOn: `2026-06-${String(index + 11)}`,
          source: 'PAPER_FORM',
          onBehalf: 'RECORDER',
          consents: ['REGISTRATION'],
          name,
          sex: '1',
          birthDate: '1986-03',
          politicalStatus: '01',
          joinedPartyOn: '2002-02',
          education: '21',
          ethnicity: '01',
        })
        .expect(201);
    await console.api.settled();
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  it(
    'decides ten applications with the keyboard alone: nine by key, one sent back with its reason',
    () =>
      console.story(async () => {
        const { login } = await console.api.person([
          { role: 'APPROVER', organizationId: district.branch as OrganizationId },
        ]);
        const before = await console.positionsOf('ApplicationApproved');
        const page = await console.signedIn(login);
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('link', { name: '审核', exact: true }).first().press('Enter');
        await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
        const waiting = page.getByRole('row').filter({ hasText: '申请加入' });
        const first = page.locator('tr[aria-current="true"]');
        await first.filter({ hasText: names[0] ?? '' }).waitFor();
        await console.picture(page, '03-审核');
        await console.helpPicture(page, 'review');
        expect(await console.barriers(page)).toEqual([]);

        await page.keyboard.press('j');
        await first.filter({ hasText: names[1] ?? '' }).waitFor();
        await page.keyboard.press('k');
        await first.filter({ hasText: names[0] ?? '' }).waitFor();
        await page.keyboard.press('r');
        await page.locator('textarea:focus').waitFor();
        await page.keyboard.type('请补充入党时间');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.getByRole('button', { name: '提交' }).press('Enter');
        await waiting.filter({ hasText: names[0] ?? '' }).waitFor({ state: 'detached' });

        for (const name of names.slice(1)) {
          await first.filter({ hasText: name }).waitFor();
          await page.getByLabel('依据').getByText(name, { exact: true }).waitFor();
          // Pressed twice by a nervous hand.
          await page.keyboard.press('a');
          await page.keyboard.press('a');
          await waiting.filter({ hasText: name }).waitFor({ state: 'detached' });
        }
        // Whoever was approved waits to be entered in the register; of applications none is left.
        await page.getByRole('cell', { name: '入册', exact: true }).nth(8).waitFor();
        await page.locator('.ant-segmented').getByText('报名', { exact: true }).click();
        await page.getByText('没有等待处理的事项').waitFor();
        expect(await console.positionsOf('ApplicationApproved')).toHaveLength(before.length + 9);
      }),
    240_000,
  );
});
