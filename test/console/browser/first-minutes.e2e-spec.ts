import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Setup } from '#libs/access/setup';
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
  afterAll(() => console.close(), 60_000);

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
});
