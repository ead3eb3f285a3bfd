import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Setup } from '#libs/access/setup';
import { readOrganizationSheet } from '#libs/intake/organization-sheet';
import { readFile } from 'node:fs/promises';
import { TestConsole } from '../../support/browser.js';

const passwords = {
  administrator: '我们的支部在街道东头的老楼里',
  office: '第一次登录时用的临时密码',
  own: '自己改过的密码有十二个字',
};

describe('the first minutes', () => {
  let console: TestConsole;
  beforeAll(async () => {
    console = await TestConsole.open();
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  it(
    'go from the one-time link to the first administrator, the first account and the first branch',
    () =>
      console.story(async () => {
        const token = await new Setup(console.api.house.main).issueToken();
        const page = await console.visitor();
        await page.goto(`/setup?token=${token}`);
        await page.getByLabel('登录名').fill('管理员');
        await page.getByLabel('显示名称').fill('李䶮');
        await page.getByLabel('密码（至少').fill(passwords.administrator);
        await page.getByLabel('再输入一次密码').fill(passwords.administrator);
        await page.getByRole('button', { name: '完成设置' }).click();
        await page.getByRole('link', { name: '去登录' }).click();

        await page.getByLabel('登录名').fill('管理员');
        await page.getByLabel('密码').fill(passwords.administrator);
        await page.getByRole('button', { name: '登录' }).click();
        await page.getByRole('link', { name: '账号与角色' }).first().click();
        await page.getByRole('button', { name: '新建账号' }).click();
        const form = page.getByRole('dialog', { name: '新建账号' });
        await form.getByLabel('登录名').fill('dangban');
        await form.getByLabel('显示名称').fill('欧阳𠮷祥');
        await form.getByLabel('初始密码').fill(passwords.office);
        await form.getByLabel('角色').click();
        await page.getByTitle('市委组织部', { exact: true }).click();
        await form.getByLabel('管理范围').click();
        await page.getByTitle('示例市委组织部').click();
        await form.getByRole('button', { name: '建立' }).click();
        await page.getByRole('cell', { name: '欧阳𠮷祥' }).waitFor();
        await console.picture(page, '01-账号与角色');
        await console.helpPicture(page, 'accounts');

        const office = await console.visitor();
        await office.goto('/');
        await office.getByLabel('登录名').fill('dangban');
        await office.getByLabel('密码').fill(passwords.office);
        await office.getByRole('button', { name: '登录' }).click();
        await office.getByLabel('现在的密码').fill(passwords.office);
        await office.getByLabel('新密码（至少').fill(passwords.own);
        await office.getByLabel('再输入一次新密码').fill(passwords.own);
        await office.getByRole('button', { name: '修改密码' }).click();
        await office.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
        await office.getByRole('link', { name: '党组织' }).first().click();
        await office.getByRole('button', { name: '登记党组织' }).first().click();
        await office.getByLabel('上级党组织').click();
        await office.getByTitle('示例市委组织部').click();
        await office.getByLabel('党组织名称').fill('买买提·艾力社区党支部');
        await office.getByLabel('单位名称').fill('示例社区');
        // Two clicks are one act.
        await office.getByRole('button', { name: '登记', exact: true }).dblclick();
        await office.getByRole('cell', { name: '买买提·艾力社区党支部' }).waitFor();
        await console.picture(office, '02-党组织');
        await console.helpPicture(office, 'organizations');

        const { rows } = await console.api.house.mainPool.query<{ n: number }>(
          `select count(*)::int as n from ledger.entry where type = 'PartyOrganizationRegistered'`,
        );
        expect(rows[0]?.n).toBe(2);
      }),
    180_000,
  );

  const registered = async (): Promise<number> => {
    const { rows } = await console.api.house.mainPool.query<{ n: number }>(
      `select count(*)::int as n from ledger.entry where type = 'PartyOrganizationRegistered'`,
    );
    return rows[0]?.n ?? 0;
  };

  it(
    'go on with the whole organization tree from one sheet: an empty form, every fault in its place, a yes, a lost connection, one entry each',
    () =>
      console.story(async () => {
        const before = await registered();
        const { login } = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
        const page = await console.signedIn(login);
        await page.getByRole('link', { name: '党组织', exact: true }).first().click();
        await page.getByRole('button', { name: '从表格导入' }).first().click();
        const [template] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '下载空白《党组织登记表》' }).click(),
        ]);
        const empty = await readOrganizationSheet(new Uint8Array(await readFile(await template.path())));
        expect(empty.rowsRead).toBe(0);

        const head = '编号,党组织名称,类别,上级党组织,单位名称';
        const sheet = (...lines: readonly string[]) => ({
          name: '组织树.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from([head, ...lines].join('\n')),
        });
        const good = [
          '3,第一党小组,党小组,2,示例街道',
          '2,𠮷祥社区党支部,党支部,1,示例街道',
          '1,示例街道党委,党委,,示例街道',
        ];
        const bad = [
          '4,环甲党委,党委,5,环甲',
          '5,环乙党委,党委,4,环乙',
          '6,错党小组,党小组,1,错',
          '7,孤党支部,支部,没有的党委,孤',
        ];
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles(sheet(...good, ...bad));
        await page.getByRole('button', { name: '预检（不写入）' }).click();
        await page.getByText('错误（所在行不写入）').waitFor();
        expect(await page.locator('.sheet-faults').getByText('错误', { exact: true }).count()).toBe(4);
        expect(await page.locator('.sheet-cell-fault').count()).toBe(4);
        await page.getByRole('button', { name: '确认写入 3 行' }).waitFor();
        await console.picture(page, '03-组织树预检');
        expect(await console.barriers(page)).toEqual([]);
        expect(await registered()).toBe(before);
        await page.getByRole('button', { name: '返回修改' }).click();

        await page.locator('.ant-upload-list-item-action, [title=删除文件]').first().click();
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles(sheet(...good));
        await page.getByRole('button', { name: '预检（不写入）' }).click();
        await page.getByText('每一行都没有错误').waitFor();
        // The server has begun; its answer is lost on the way back.
        let lost = 0;
        await page.route('**/import-runs', async (route) => {
          if (lost++ > 0) return route.continue();
          await route.fetch();
          return route.abort('connectionreset');
        });
        await page.getByRole('button', { name: '确认写入 3 行' }).dblclick();
        await page.getByText('导入完成').waitFor();
        expect(lost).toBeGreaterThan(1);
        expect(await registered()).toBe(before + 3);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: '下载结果文件' }).click(),
        ]);
        expect((await readFile(await download.path(), 'utf8')).match(/"党组织","已写入"/g)).toHaveLength(3);
        await console.picture(page, '04-组织树导入结果');

        await page.getByRole('button', { name: '再导入一份表' }).click();
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles(sheet(...good));
        await page.getByRole('button', { name: '预检（不写入）' }).click();
        await page.getByText('导入完成，不会再写入任何内容').waitFor();
        expect(await registered()).toBe(before + 3);
        await page.getByRole('link', { name: '党组织', exact: true }).first().click();
        await page.getByRole('cell', { name: '𠮷祥社区党支部' }).waitFor();
      }),
    300_000,
  );
});
