import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('registers', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    for (const name of ['张建军', '曾庆䶮', '欧阳·娜']) await applies(name);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  async function applies(name: string): Promise<void> {
    const recorder = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    await recorder
      .post('/api/volunteers', {
        ...{ volunteerId: randomUUID(), organizationId: district.branch, submittedOn: '2026-06-11', name, sex: '1' },
        ...{ source: 'PAPER_FORM', onBehalf: 'RECORDER', consents: ['REGISTRATION'], birthDate: '1986-03' },
        ...{ politicalStatus: '01', joinedPartyOn: '2002-02', education: '21', ethnicity: '01' },
      })
      .expect(201);
    await console.api.settled();
  }
  const inBranch = async (): Promise<string> =>
    (await console.api.person([{ role: 'UNIT_OFFICE', organizationId: district.branch as OrganizationId }])).login;
  const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
  const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });

  it(
    'are searched by letters, narrowed by their figures, seen with chosen columns, and the view is kept on the server',
    () =>
      console.story(async () => {
        const login = await inBranch();
        const page = await console.signedIn(login);
        await page.getByRole('link', { name: '志愿者', exact: true }).first().click();
        await row(page, '丁𠮷安').waitFor();
        await page.getByLabel('姓名、拼音或编号').fill('zjj');
        await row(page, '丁𠮷安').waitFor({ state: 'detached' });
        await row(page, '张建军').waitFor();
        expect(page.url()).not.toContain('zjj');
        await page.getByLabel('姓名、拼音或编号').fill('');
        await page.getByRole('button', { name: '待审核 3 人' }).click();
        await row(page, '丁𠮷安').waitFor({ state: 'detached' });
        await row(page, '曾庆䶮').waitFor();

        await page.getByRole('button', { name: '列', exact: true }).click();
        await page.getByRole('checkbox', { name: '工作单位' }).click();
        await head(page, '工作单位').waitFor();
        await page.getByRole('checkbox', { name: '学历' }).click();
        await head(page, '学历').waitFor({ state: 'detached' });
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: '我的筛选' }).click();
        await page.getByRole('button', { name: '保存当前筛选' }).click();
        await page.getByRole('dialog', { name: '保存当前筛选和列' }).getByLabel('名称').fill('待审核的');
        await page.getByRole('button', { name: '保存', exact: true }).click();
        await page.getByText('筛选已保存').waitFor();
        await console.picture(page, '60-志愿者名册');
        expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);

        // Another browser of the same account.
        const other = await console.signedIn(login);
        await other.goto('/console/volunteers');
        await row(other, '丁𠮷安').waitFor();
        await other.getByRole('button', { name: '我的筛选' }).click();
        await other.getByRole('button', { name: '待审核的', exact: true }).click();
        await row(other, '丁𠮷安').waitFor({ state: 'detached' });
        await head(other, '工作单位').waitFor();
        expect(await console.barriers(other)).toEqual([]);
      }),
    240_000,
  );

  it(
    'show behind every figure the entries that make it up',
    () =>
      console.story(async () => {
        const page = await console.signedIn(await inBranch());
        await page.getByRole('link', { name: '服务队', exact: true }).first().click();
        for (const [figure, entry] of [
          ['示例队 2026 年参加人员', '丁𠮷安'],
          ['示例队 2026 年时长记录', '学雷锋集中服务'],
          ['示例队 2026 年活动', '学雷锋集中服务'],
        ] as const) {
          await page.getByRole('button', { name: figure }).click();
          const entries = page.getByRole('dialog', { name: figure });
          await entries.getByRole('row').filter({ hasText: entry }).waitFor();
          await entries.getByRole('button', { name: '关闭' }).click();
          await entries.waitFor({ state: 'detached' });
        }
        await page.getByRole('link', { name: '活动', exact: true }).first().click();
        await page.getByRole('button', { name: '学雷锋集中服务：参加人次' }).click();
        await page.getByRole('dialog').getByRole('row').filter({ hasText: '丁𠮷安' }).waitFor();
        await console.picture(page, '61-数字的明细');
      }),
    240_000,
  );

  it(
    'hand everybody whom a filter finds to a file, or say that the register has changed',
    () =>
      console.story(async () => {
        const page = await console.signedIn(await inBranch());
        await page.getByRole('link', { name: '志愿者', exact: true }).first().click();
        await page.getByRole('button', { name: '待审核 3 人' }).click();
        await row(page, '丁𠮷安').waitFor({ state: 'detached' });
        await row(page, '张建军').getByRole('checkbox').click();
        await page.getByText('已勾选 1 人').waitFor();
        await page.getByRole('button', { name: '选定全部 3 人并导出' }).click();
        await applies('孙五');
        const choose = async (field: string, option: string): Promise<void> => {
          await page.getByLabel(field).click();
          await page.getByTitle(option, { exact: true }).click();
        };
        const form = (people: number) => page.getByRole('dialog', { name: `将导出 ${people} 人` });
        await form(3).waitFor();
        for (const people of [3, 4]) {
          await form(people).waitFor();
          await choose('用途', '报送上级');
          await choose('交给谁', '上级党组织');
          if (people === 3) {
            await form(3).getByRole('button', { name: '导出 3 人' }).click();
            await page.getByText('选定时 3 人，现在 4 人').waitFor();
            await console.picture(page, '62-名册变了');
            await form(3).getByRole('button', { name: '重新选定' }).click();
          }
        }
        const saved = page.waitForEvent('download');
        await form(4).getByRole('button', { name: '导出 4 人' }).click();
        const text = await readFile(await (await saved).path(), 'utf8');
        expect(text.trim().split('\r\n')).toHaveLength(5);
        expect(text).toContain('"张建军"');
        await page.getByText('已导出 4 人').waitFor();
      }),
    240_000,
  );

  it(
    'find teams and activities by their letters, sort them and hand them to a file',
    () =>
      console.story(async () => {
        const page = await console.signedIn(await inBranch());
        const registers = [
          {
            link: '服务队',
            label: '队名或拼音',
            letters: 'sld',
            sort: '参加人数',
            by: 'members',
            unit: '支队',
            line: '"示例队"',
          },
          {
            link: '活动',
            label: '活动名称或拼音',
            letters: 'xlf',
            sort: '时长',
            by: 'serviceMinutes',
            unit: '项活动',
            line: '"学雷锋集中服务"',
          },
        ];
        for (const { link, label, letters, sort, by, unit, line } of registers) {
          await page.getByRole('link', { name: link, exact: true }).first().click();
          await page.getByLabel(label).fill('zzz');
          await page.getByRole('button', { name: `选定全部 0 ${unit}并导出` }).waitFor();
          await page.getByLabel(label).fill(letters);
          await page.getByRole('columnheader', { name: sort, exact: true }).click();
          await page.waitForURL((url) => url.searchParams.get('sort') === by);
          await page.getByRole('button', { name: `选定全部 1 ${unit}并导出` }).click();
          const form = page.getByRole('dialog', { name: `将导出 1 ${unit}` });
          await form.waitFor();
          for (const [field, option] of [
            ['用途', '报送上级'],
            ['交给谁', '上级党组织'],
          ] as const) {
            await page.getByLabel(field).click();
            await page.getByTitle(option, { exact: true }).click();
          }
          const saved = page.waitForEvent('download');
          await form.getByRole('button', { name: `导出 1 ${unit}` }).click();
          expect(await readFile(await (await saved).path(), 'utf8')).toContain(line);
          await form.waitFor({ state: 'detached' });
        }
      }),
    240_000,
  );
});
