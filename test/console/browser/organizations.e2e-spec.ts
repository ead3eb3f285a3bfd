import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { branchLife, type BranchLife } from '../../support/branch-life.js';
import { asked, dayIn, given, openTree, typeIn } from '../../support/browser-forms.js';
import { TestConsole } from '../../support/browser.js';

describe('a Party organization in the browser', () => {
  let console: TestConsole;
  let life: BranchLife;
  beforeAll(async () => {
    console = await TestConsole.open();
    life = await branchLife(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const signedInAs = async (role: Role, organizationId: string = console.api.top): Promise<Page> => {
    const { login } = await console.api.person([{ role, organizationId: organizationId as OrganizationId }]);
    return console.signedIn(login);
  };
  const lookAt = async (page: Page, organizationId: string, tab = 'coverage'): Promise<void> => {
    await console.api.settled();
    await page.goto(`/console/organizations/${organizationId}?tab=${tab}`);
    await page.getByRole('heading', { level: 1, name: '党组织情况' }).waitFor();
    await page.getByRole('tab', { selected: true }).waitFor();
  };
  const turnTo = (page: Page, tab: string): Promise<void> => page.getByRole('tab', { name: tab, exact: true }).click();
  const rowWith = (page: Page | Locator, text: string): Locator => page.getByRole('row').filter({ hasText: text });
  const paper = { 文件标题: '关于调整设置的通知', '文号（可不填）': '示组〔2026〕8号' };

  it(
    'is found from the tree, stated year by year, renamed, led, and follows the rules that were adopted',
    () =>
      console.story(async () => {
        const branch = await life.branch('示例社区党支部');
        await life.team(branch, '示例社区队', [await life.member(branch), await life.member(branch)]);
        const page = await signedInAs('COUNTY_OFFICE');
        await page
          .getByRole('navigation', { name: '主菜单' })
          .getByRole('link', { name: '党组织', exact: true })
          .click();
        await rowWith(page, '示例社区党支部').getByRole('link', { name: '示例社区党支部' }).click();
        await page.getByRole('heading', { level: 1, name: '党组织情况' }).waitFor();

        // The share of volunteers with its clause, and who makes the figure up.
        await page.getByText('20.0%').first().waitFor();
        await page.getByText('要求不低于 30%，至少 3 人').waitFor();
        await page.getByText('Z-17').first().waitFor();
        await page.getByRole('button', { name: '示例社区党支部 在册志愿者：2' }).click();
        await page.getByRole('dialog').getByRole('link', { name: '示例员甲' }).waitFor();
        await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
        await console.picture(page, '60-党组织占比');
        expect(await console.barriers(page)).toEqual([]);

        await turnTo(page, '名称与人数');
        const members = await asked(page, '填报党员人数');
        await typeIn(members, { 正式党员人数: '5', 预备党员人数: '1' });
        await members.getByRole('button', { name: '填报', exact: true }).dblclick();
        await members.waitFor({ state: 'hidden' });
        await rowWith(page, '2026-07-01').getByText('5', { exact: true }).waitFor();
        expect(await console.positionsOf('PartyMemberCountStated')).toHaveLength(2);
        const staff = await asked(page, '填报单位人数');
        await staff.getByRole('button', { name: '填报', exact: true }).click();
        await staff.getByText('请填写单位人数').waitFor();
        await typeIn(staff, { 单位人数: '86' });
        await given(staff, '填报');
        await page.getByText('86 人（2026-07-01）').waitFor();

        const renaming = await asked(page, '更名');
        await typeIn(renaming, { 党组织名称: '示例社区第一党支部' });
        await dayIn(renaming, '更名日期', '2026-01-02');
        await renaming.getByRole('button', { name: '更名', exact: true }).click();
        await renaming.getByText('早于登记、组建或最近一次更名的日期 2026-01-05').waitFor();
        await dayIn(renaming, '更名日期', '2026-06-30');
        await given(renaming, '更名');
        await rowWith(page, '2026-06-30').getByText('示例社区第一党支部').waitFor();
        await rowWith(page, '2026-01-05').getByText('示例社区党支部').first().waitFor();
        await console.picture(page, '61-党组织名称与人数');
        expect(await console.barriers(page)).toEqual([]);
        await turnTo(page, '组队与占比');
        await page.getByText('40.0%').first().waitFor();
        await page.getByText('已达到').first().waitFor();

        await turnTo(page, '领导班子');
        const post = await asked(page, '登记任职');
        await post.getByLabel('任职人员').fill('示例员甲');
        await page.getByTitle(/^示例员甲/).click();
        await typeIn(post, { 职务名称: '支部书记', '任职文件（可不填）': '示组〔2026〕1号' });
        await dayIn(post, '任职日期', '2026-01-10');
        await given(post, '登记');
        const held = rowWith(page, '支部书记');
        await held.getByText('示组〔2026〕1号').waitFor();
        await held.getByRole('button', { name: '免职' }).click();
        const ending = page.getByRole('dialog', { name: '登记免职：示例员甲 支部书记' });
        await dayIn(ending, '免职日期', '2026-06-20');
        await given(ending, '登记免职');
        await page.getByText('这一天没有登记在任的领导班子成员').waitFor();
        // Whoever left stands there on the days of the term, and the past takes no acts.
        await dayIn(page, '截至日期', '2026-03-01');
        await held.getByText('2026-06-20').waitFor();
        expect(await page.getByRole('button', { name: /^(登记任职|免职|合并|拆分)$/ }).count()).toBe(0);
        await console.picture(page, '62-党组织领导班子');
        expect(await console.barriers(page)).toEqual([]);
        await page.getByRole('button', { name: '回到今天' }).click();
        await page.getByRole('button', { name: '登记任职' }).waitFor();

        await turnTo(page, '受理窗口');
        const desk = await asked(page, '指定受理窗口');
        await typeIn(desk, {
          受理科室: '组织科',
          联系人: '示例员',
          联系电话: '0511-80000000',
          'QQ 号（可不填）': '12',
        });
        await desk.getByRole('button', { name: '指定', exact: true }).click();
        await desk.locator('.ant-form-item-explain-error').getByText('QQ 号').waitFor();
        await typeIn(desk, { 'QQ 号（可不填）': '' });
        await dayIn(desk, '启用日期', '2026-08-01');
        await given(desk, '指定');
        await rowWith(page, '2026-08-01').getByText('还没有启用').waitFor();
        expect(await page.getByText('0511-80000000').count()).toBe(0);
        expect(await console.barriers(page)).toEqual([]);

        await turnTo(page, '规则包与规定日');
        await page.getByText('本级没有采用，随上级').waitFor();
        await page.getByText('现行规则包没有规定集中服务的日子').waitFor();
        const adopting = await asked(page, '采用规则包');
        await adopting.getByLabel('规则包', { exact: true }).click();
        await page.getByTitle(/HF-2013-0522 第 1 版/).click();
        await given(adopting, '采用');
        await page.getByText('本级自 2026-07-01 采用').waitFor();
        await rowWith(page, '2026-03-05').getByText('还没有').waitFor();
        await console.picture(page, '63-党组织规则包');
        expect(await console.barriers(page)).toEqual([]);
        await turnTo(page, '组队与占比');
        await page.getByText('现行规则包没有规定占比').waitFor();
        await page.getByText('应当组队，已组队').waitFor();
      }),
    400_000,
  );

  it(
    'is merged by an office that was told what follows, and people and team are found with the successor',
    () =>
      console.story(async () => {
        const [old, next] = [await life.branch('示例撤并支部'), await life.branch('示例承接支部')];
        const people = [await life.member(old), await life.member(old)];
        await life.team(old, '示例随迁队', people);
        const page = await signedInAs('COUNTY_OFFICE');
        await lookAt(page, old);
        const form = await asked(page, '合并', '将示例撤并支部并入另一个党组织');
        await form.getByText('合并后不能撤销').waitFor();
        await form.getByText('在册的 2 人和申请中的人逐人转入承接党组织').waitFor();
        await form.getByText('1 支服务队连同队员、队长整队转入').waitFor();
        await form.getByText('待签发的 0 份').waitFor();
        const tree = await openTree(page, form, '承接党组织');
        await tree.getByTitle('示例承接支部').click();
        await typeIn(form, paper);
        await dayIn(form, '文件日期', '2026-06-25');
        await dayIn(form, '合并日期', '2026-06-20');
        await form.getByRole('button', { name: '并入，不能撤销' }).click();
        await form.getByText('早于文件日期 2026-06-25').waitFor();
        await dayIn(form, '合并日期', '2026-06-27');
        await console.picture(page, '64-党组织合并');
        expect(await console.barriers(page)).toEqual([]);
        await given(form, '并入，不能撤销');
        await page.getByText('已于 2026-06-27 合并或拆分').waitFor();
        expect(await page.getByRole('button', { name: /^(合并|拆分)$/ }).count()).toBe(0);

        await console.api.settled();
        await page.getByRole('link', { name: '示例承接支部' }).click();
        await page.getByRole('button', { name: '示例承接支部 在册志愿者：2' }).waitFor();
        await page.getByRole('button', { name: '示例承接支部 服务队：1' }).click();
        await page.getByRole('dialog').getByRole('link', { name: '示例随迁队' }).waitFor();
        expect(await console.positionsOf('PartyOrganizationMerged')).toHaveLength(1);
        expect(new URL(page.url()).pathname).toContain(next);
      }),
    400_000,
  );

  it(
    'is split into two that are registered already; one of them answers for the records, and nobody moves by itself',
    () =>
      console.story(async () => {
        const [old] = [
          await life.branch('示例拆分支部'),
          await life.branch('示例东支部'),
          await life.branch('示例西支部'),
        ];
        await life.member(old);
        const page = await signedInAs('CITY_OFFICE');
        await lookAt(page, old);
        const form = await asked(page, '拆分', '将示例拆分支部拆分为几个党组织');
        await form.getByText('在册的 1 人不会自动转走').waitFor();
        const tree = await openTree(page, form, /^承接党组织/);
        await tree.getByTitle('示例东支部').click();
        await typeIn(form, paper);
        await dayIn(form, '文件日期', '2026-06-20');
        await dayIn(form, '拆分日期', '2026-06-27');
        await form.getByRole('button', { name: '拆分，不能撤销' }).click();
        await form.getByText('请选取至少两个承接党组织').waitFor();
        await form.getByLabel(/^承接党组织/).click();
        await tree.getByTitle('示例西支部').click();
        await form.getByLabel('承接原有记录的党组织').click();
        await page.locator('.ant-select-item-option').getByText('示例西支部').click();
        await given(form, '拆分，不能撤销');
        await page.getByText('已于 2026-06-27 合并或拆分').waitFor();
        await page.getByRole('link', { name: '示例西支部' }).waitFor();
        await console.picture(page, '65-党组织拆分后');
        expect(await console.barriers(page)).toEqual([]);
        await console.api.settled();
        await page.getByRole('link', { name: '还没有转走的志愿者' }).click();
        await page.getByText('共 1 条').waitFor();
      }),
    400_000,
  );

  it(
    'is read by everybody with a reading role, who is offered what the role may do and nothing else',
    () =>
      console.story(async () => {
        const branch = await life.branch('示例查阅支部');
        await life.does(`/api/organizations/${branch}/policy-packs`, {
          ...{ pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-07-01' },
        });
        const acts = /^(合并|拆分|更名|填报党员人数|填报单位人数|登记任职|免职|采用规则包|指定受理窗口)$/;
        const mine: Partial<Record<Role, readonly string[]>> = {
          AUDITOR: [],
          RECORDER: [],
          APPROVER: ['填报党员人数', '填报单位人数'],
          UNIT_OFFICE: ['合并', '拆分', '更名', '填报党员人数', '填报单位人数', '登记任职'],
        };
        for (const [role, wanted] of Object.entries(mine) as [Role, readonly string[]][]) {
          const page = await signedInAs(role, branch);
          const found = new Set<string>();
          for (const [tab, there] of [
            ['counts', '历次党员人数'],
            ['posts', '这一天没有登记在任的领导班子成员'],
            ['rules', '本级自 2026-07-01 采用'],
            ['desks', '还没有指定报送受理窗口'],
          ] as const) {
            await lookAt(page, branch, tab);
            await page.getByText(there).waitFor();
            for (const name of await page.getByRole('button', { name: acts }).allInnerTexts())
              found.add(name.replaceAll(/\s/g, ''));
          }
          expect([role, [...found].sort()]).toEqual([role, [...wanted].sort()]);
          await page.context().close();
        }
      }),
    400_000,
  );
});
