import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { asked, chooseOption, dayIn } from '../../support/browser-forms.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('the life of a service team', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
  }, 180_000);
  afterAll(() => console.close(), 180_000);

  const signedInAs = async (role: Role): Promise<Page> =>
    console.signedIn((await console.api.person([{ role, organizationId: district.branch as OrganizationId }])).login);
  /** Two clicks are one act. */
  const given = async (form: Locator, word: string): Promise<void> => {
    await form.getByRole('button', { name: word, exact: true }).dblclick();
    await form.waitFor({ state: 'hidden' });
    await console.api.settled();
  };
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
  const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

  async function establish(page: Page, name: string, ordinal: string): Promise<void> {
    await page.goto('/console/teams/new');
    const form = page.locator('form');
    await chooseOption(page, form, '所属党组织', /示例中心党支部/);
    await form.getByLabel('服务队名称').fill(name);
    await form.getByLabel('队序').fill(ordinal);
    await dayIn(form, '组建日期', '2026-03-01');
    await form.getByLabel('组建文件标题').fill('关于组建服务队的通知');
    await dayIn(form, '组建文件日期', '2026-02-20');
    await form.getByRole('button', { name: '组建', exact: true }).dblclick();
    await page.getByText(name, { exact: true }).waitFor();
    await console.api.settled();
  }

  it(
    'takes people in and lets them go, states its register, is renamed, merged and dissolved, each asked for with what follows',
    () =>
      console.story(async () => {
        const page = await signedInAs('UNIT_OFFICE');
        await establish(page, '明日队', '3');
        await tab(page, '队员');
        const joining = await asked(page, '登记入队');
        await joining.getByLabel('志愿者').fill('丁𠮷安');
        await page.getByTitle(/^丁𠮷安/).click();
        await joining.getByLabel('作为主队').click();
        await dayIn(joining, '入队日期', '2026-03-05');
        await given(joining, '提交');
        await row(page, '丁𠮷安').getByText('示例队').waitFor();
        await page.getByRole('button', { name: '按主队统计的志愿者人数：0' }).waitFor();

        await tab(page, '服务小组');
        const forming = await asked(page, '成立服务小组');
        await forming.getByLabel('小组名称').fill('义诊小组');
        await forming.getByLabel('小组专长').fill('医护');
        await dayIn(forming, '成立日期', '2026-03-06');
        await given(forming, '成立');
        await row(page, '义诊小组').getByText('医护').waitFor();
        const assigning = await asked(page, '编入队员', '编入小组：义诊小组');
        await chooseOption(page, assigning, '队员', /^丁𠮷安/);
        await given(assigning, '编入');
        await row(page, '义诊小组').getByRole('link', { name: '丁𠮷安' }).waitFor();
        expect(await console.positionsOf('ServiceGroupMemberAssigned')).toHaveLength(1);
        await console.picture(page, '76-服务小组');
        expect(await console.barriers(page)).toEqual([]);

        await tab(page, '队员');
        const leaving = await asked(page, '登记离队', '登记离队：丁𠮷安');
        await leaving.getByText('离队不需要理由').waitFor();
        await given(leaving, '离队');
        await page.getByText('本队还没有队员').waitFor();
        await tab(page, '服务小组');
        await row(page, '义诊小组').getByRole('link', { name: '丁𠮷安' }).waitFor({ state: 'detached' });

        await tab(page, '登记表');
        const stated = await asked(page, '填报登记表');
        await stated.getByLabel('志愿者人数').fill('5');
        await given(stated, '提交');
        await page.getByText('人数不一致').waitFor();
        await console.picture(page, '75-登记表核对');

        const renaming = await asked(page, '更名', '服务队更名');
        await renaming.getByLabel('新名称').fill('晨光队');
        await given(renaming, '更名');
        await page.getByText('晨光队', { exact: true }).waitFor();

        const merging = await asked(page, '并入另一支队', '并入另一支队：晨光队');
        await merging.getByText('合并不能恢复').waitFor();
        await chooseOption(page, merging, '并入的服务队', '示例队');
        await merging.getByLabel('合并文件标题').fill('关于合并服务队的通知');
        await dayIn(merging, '合并文件日期', '2026-06-30');
        await given(merging, '并入');
        await page.getByText('2026-07-01 起已撤销或合并').waitFor();
        expect(await page.getByRole('button', { name: '更名' }).count()).toBe(0);
        expect(await console.positionsOf('TeamMerged')).toHaveLength(1);

        await establish(page, '短期队', '4');
        const dissolving = await asked(page, '撤销', '撤销服务队：短期队');
        await dissolving.getByText(/自撤销日期起，0 名队员离队/).waitFor();
        await dissolving.getByLabel('撤销文件标题').fill('关于撤销服务队的通知');
        await dayIn(dissolving, '撤销文件日期', '2026-06-30');
        await given(dissolving, '撤销这支队');
        await page.getByText('2026-07-01 起已撤销或合并').waitFor();
        expect(await console.positionsOf('TeamDissolved')).toHaveLength(1);
      }),
    400_000,
  );

  it(
    'is seen by the auditor without an act, and planned but not founded or ended by the recorder',
    () =>
      console.story(async () => {
        const acts =
          '列入计划 任命队长 登记入队 登记离队 成立服务小组 登记例会 更名 撤销 并入另一支队 填报登记表'.split(' ');
        const seenBy = async (role: Role): Promise<string[]> => {
          const page = await signedInAs(role);
          const seen = new Set<string>();
          for (const [key, text] of [
            ['plan', '年度活动计划'],
            ['members', '丁𠮷安'],
            ['leaders', '还没有任命过队长'],
            ['groups', '还没有服务小组'],
            ['meetings', '三季度 未登记'],
            ['register', '没有填报'],
          ] as const) {
            await page.goto(`/console/teams/${district.team}?tab=${key}`);
            await page.getByText(text).first().waitFor();
            await page.waitForLoadState('networkidle');
            for (const name of acts)
              if ((await page.getByRole('button', { name, exact: true }).count()) > 0) seen.add(name);
          }
          await page.goto('/console/teams');
          await row(page, '示例队').waitFor();
          if ((await page.getByRole('button', { name: '组建服务队' }).count()) > 0) seen.add('组建服务队');
          await page.context().close();
          return acts.concat('组建服务队').filter((name) => seen.has(name));
        };
        expect(await seenBy('AUDITOR')).toEqual([]);
        expect(await seenBy('RECORDER')).toEqual(['列入计划', '登记入队', '登记离队', '成立服务小组', '登记例会']);
        expect(await seenBy('UNIT_OFFICE')).toEqual([...acts, '组建服务队']);
      }),
    400_000,
  );
});
