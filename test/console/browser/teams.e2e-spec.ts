import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('a service team', () => {
  let console: TestConsole;
  let district: District;
  beforeAll(async () => {
    console = await TestConsole.open();
    district = await districtOf(console.api);
    const office = await console.api.person([{ role: 'CITY_OFFICE', organizationId: console.api.top }]);
    await office
      .post(`/api/organizations/${district.branch}/leadership-posts`, {
        ...{ postId: randomUUID(), volunteerId: district.volunteer, postName: '支部书记', assumedOn: '2026-01-08' },
      })
      .expect(201);
    await console.api.settled();
  }, 180_000);
  afterAll(() => console.close(), 60_000);

  const signedInAs = async (role: Role): Promise<Page> =>
    console.signedIn((await console.api.person([{ role, organizationId: district.branch as OrganizationId }])).login);
  const day = async (form: Locator, label: string, value: string): Promise<void> => {
    await form.getByLabel(label).fill(value);
    await form.getByLabel(label).press('Enter');
  };
  const choose = async (page: Page, form: Locator, label: string | RegExp, option: string | RegExp): Promise<void> => {
    await form.getByLabel(label).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click();
  };
  const opened = async (page: Page, button: string, title: string | RegExp = button): Promise<Locator> => {
    await page.getByRole('button', { name: button, exact: true }).first().click();
    return page.getByRole('dialog', { name: title });
  };
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
    await choose(page, form, '所属党组织', /示例中心党支部/);
    await form.getByLabel('服务队名称').fill(name);
    await form.getByLabel('队序').fill(ordinal);
    await day(form, '组建日期', '2026-03-01');
    await form.getByLabel('组建文件标题').fill('关于组建服务队的通知');
    await day(form, '组建文件日期', '2026-02-20');
    await form.getByRole('button', { name: '组建', exact: true }).dblclick();
    await page.getByText(name, { exact: true }).waitFor();
    await console.api.settled();
  }

  it(
    'is founded on its paper, gets a leader, plans its year, meets each quarter and checks its ten-haves',
    () =>
      console.story(async () => {
        const page = await signedInAs('UNIT_OFFICE');
        await page.getByRole('link', { name: '服务队', exact: true }).first().click();
        await page.getByRole('button', { name: '组建服务队' }).click();
        await page.getByRole('heading', { level: 1, name: '组建服务队' }).waitFor();
        await page.getByRole('button', { name: '组建', exact: true }).click();
        for (const fault of ['请选取所属党组织', '请填写服务队名称', '请填写队序', '请填写组建文件标题'])
          await page.getByText(fault, { exact: true }).waitFor();
        await console.picture(page, '70-组建服务队');
        const form = page.locator('form');
        await choose(page, form, '所属党组织', /示例中心党支部/);
        await page.getByText('该党组织现有 1 支服务队').waitFor();
        await form.getByLabel('服务队名称').fill('䶮心志愿服务队');
        await form.getByLabel('队序').fill('2');
        await day(form, '组建日期', '2026-02-10');
        await form.getByLabel('组建文件标题').fill('关于组建服务队的通知');
        await day(form, '组建文件日期', '2026-02-20');
        await page.getByRole('button', { name: '组建', exact: true }).click();
        await page.locator('#content').getByText('组建日期 2026-02-10 早于组建文件日期 2026-02-20').waitFor();
        await day(form, '组建日期', '2026-03-01');
        await page.getByRole('button', { name: '组建', exact: true }).dblclick();

        await page.getByText('本队现在没有队长').waitFor();
        await page.getByText('䶮心志愿服务队', { exact: true }).waitFor();
        expect(await console.positionsOf('TeamEstablished')).toHaveLength(2);
        const appointing = await opened(page, '任命队长');
        await choose(page, appointing, /^队长/, /^丁𠮷安 支部书记/);
        await day(appointing, '任队长日期', '2026-03-11');
        await given(appointing, '提交');
        await row(page, '丁𠮷安').getByText('现任').waitFor();
        await row(page, '丁𠮷安').getByRole('cell', { name: '10', exact: true }).waitFor();
        const ending = await opened(page, '登记卸任', '队长卸任：丁𠮷安');
        await day(ending, '卸任日期', '2026-06-01');
        await given(ending, '卸任');
        await row(page, '丁𠮷安').getByText('2026-06-01').waitFor();
        await page.getByText('本队现在没有队长').waitFor();
        await console.picture(page, '71-历任队长');

        await tab(page, '年度活动计划');
        for (const [title, month] of [
          ['学雷锋义诊', '3'],
          ['慰问独居老人', '9'],
        ] as const) {
          const line = await opened(page, '列入计划');
          await line.getByLabel('活动名称').fill(title);
          await line.getByLabel('计划月份').fill(month);
          await choose(page, line, '活动主题', '关爱他人');
          await given(line, '提交');
          await row(page, title).getByText('待开展').waitFor();
        }
        expect(await console.positionsOf('AnnualActivityPlanned')).toHaveLength(2);
        await page.getByText('待开展 2', { exact: true }).waitFor();
        await row(page, '慰问独居老人').getByRole('button', { name: '取消' }).click();
        const dropping = page.getByRole('dialog', { name: '取消计划：慰问独居老人' });
        await dropping.getByRole('button', { name: '取消这一项' }).click();
        await dropping.getByText('请写明原因').waitFor();
        await dropping.getByLabel('原因').fill('与社区的安排重复');
        await given(dropping, '取消这一项');
        await row(page, '慰问独居老人').getByText('与社区的安排重复').waitFor();
        expect(await row(page, '慰问独居老人').getByRole('button').count()).toBe(0);
        await page.getByText('不再开展 1', { exact: true }).click();
        await row(page, '学雷锋义诊').waitFor({ state: 'detached' });
        await page.getByText('全部 2', { exact: true }).click();
        await row(page, '学雷锋义诊').waitFor();
        await console.picture(page, '72-年度活动计划');
        expect(await console.barriers(page)).toEqual([]);

        await tab(page, '工作例会');
        const meeting = await opened(page, '登记例会');
        await day(meeting, '开会日期', '2026-06-20');
        await meeting.getByLabel('到会人数').fill('12');
        await meeting.getByLabel('会议纪要').fill('交流二季度情况，部署七一服务。');
        await given(meeting, '提交');
        await row(page, '部署七一服务').getByRole('cell', { name: '二季度', exact: true }).waitFor();
        await page.getByText('二季度 已开').waitFor();
        await page.getByText('三季度 未登记').waitFor();

        await tab(page, '十有');
        const check = await opened(page, '登记“十有”自查');
        await check.getByLabel('队旗').click();
        await check.getByLabel('一名队长和服务小组').click();
        await check.getByRole('button', { name: '提交' }).click();
        await check.getByText(/当日没有队长、没有服务小组/).waitFor();
        await check.getByLabel('一名队长和服务小组').click();
        await check.getByLabel('年度志愿服务活动计划').click();
        await given(check, '提交');
        await row(page, '2026-07-01').getByText('2 / 10').waitFor();
        await console.picture(page, '73-十有');
        expect(await console.barriers(page)).toEqual([]);
      }),
    400_000,
  );

  it(
    'shows the line of its plan as done when the activity that carries it out was held, and the record book with who came',
    () =>
      console.story(async () => {
        const page = await signedInAs('RECORDER');
        await page.goto(`/console/teams/${district.team}`);
        const line = await opened(page, '列入计划');
        await line.getByLabel('活动名称').fill('六月集中服务');
        await line.getByLabel('计划月份').fill('6');
        await line.getByLabel('负责人').fill('丁𠮷安');
        await line.getByLabel('服务对象').fill('示例社区居民');
        await given(line, '提交');
        await row(page, '六月集中服务').getByRole('button', { name: '对应活动' }).click();
        const tie = page.getByRole('dialog', { name: '对应活动：六月集中服务' });
        await choose(page, tie, '本队活动', '学雷锋集中服务');
        await given(tie, '提交');
        await row(page, '六月集中服务').getByText('已开展').waitFor();
        await row(page, '六月集中服务').getByRole('link', { name: '2026-06-29 学雷锋集中服务' }).waitFor();
        await page.getByText('已开展 1', { exact: true }).waitFor();
        await console.helpPicture(page, 'team-plan');

        // The year to come is planned before it begins.
        await page.getByRole('combobox', { name: '年度' }).click();
        await page.getByTitle('2027 年', { exact: true }).click();
        await page.getByText(/2027 年还没有列入计划的活动/).waitFor();
        await page.goto(`/console/teams/${district.team}?tab=record-book`);
        await page.getByRole('button', { name: '学雷锋集中服务：本队参加人员：1' }).click();
        const entries = page.getByRole('dialog', { name: '学雷锋集中服务：本队参加人员' });
        await entries.getByRole('row').filter({ hasText: '丁𠮷安' }).getByText('2小时30分').waitFor();
        await console.picture(page, '74-活动记录册');
        expect(await console.barriers(page)).toEqual([]);
      }),
    240_000,
  );

  it(
    'takes people in and lets them go, states its register, is renamed, merged and dissolved, each asked for with what follows',
    () =>
      console.story(async () => {
        const page = await signedInAs('UNIT_OFFICE');
        await establish(page, '明日队', '3');
        await tab(page, '队员');
        const joining = await opened(page, '登记入队');
        await joining.getByLabel('志愿者').fill('丁𠮷安');
        await page.getByTitle(/^丁𠮷安/).click();
        await joining.getByLabel('作为主队').click();
        await day(joining, '入队日期', '2026-03-05');
        await given(joining, '提交');
        await row(page, '丁𠮷安').getByText('示例队').waitFor();
        await page.getByRole('button', { name: '按主队统计的志愿者人数：0' }).waitFor();
        const leaving = await opened(page, '登记离队', '登记离队：丁𠮷安');
        await leaving.getByText('离队不需要理由').waitFor();
        await given(leaving, '离队');
        await page.getByText('本队还没有队员').waitFor();

        await tab(page, '登记表');
        const stated = await opened(page, '填报登记表');
        await stated.getByLabel('志愿者人数').fill('5');
        await given(stated, '提交');
        await page.getByText('人数不一致').waitFor();
        await console.picture(page, '75-登记表核对');

        const renaming = await opened(page, '更名', '服务队更名');
        await renaming.getByLabel('新名称').fill('晨光队');
        await given(renaming, '更名');
        await page.getByText('晨光队', { exact: true }).waitFor();

        const merging = await opened(page, '并入另一支队', '并入另一支队：晨光队');
        await merging.getByText('合并不能恢复').waitFor();
        await choose(page, merging, '并入的服务队', '示例队');
        await merging.getByLabel('合并文件标题').fill('关于合并服务队的通知');
        await day(merging, '合并文件日期', '2026-06-30');
        await given(merging, '并入');
        await page.getByText('2026-07-01 起已撤销或合并').waitFor();
        expect(await page.getByRole('button', { name: '更名' }).count()).toBe(0);
        expect(await console.positionsOf('TeamMerged')).toHaveLength(1);

        await establish(page, '短期队', '4');
        const dissolving = await opened(page, '撤销', '撤销服务队：短期队');
        await dissolving.getByText(/自撤销日期起，0 名队员离队/).waitFor();
        await dissolving.getByLabel('撤销文件标题').fill('关于撤销服务队的通知');
        await day(dissolving, '撤销文件日期', '2026-06-30');
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
        const acts = '列入计划 任命队长 登记入队 登记离队 登记例会 更名 撤销 并入另一支队 填报登记表'.split(' ');
        const seenBy = async (role: Role): Promise<string[]> => {
          const page = await signedInAs(role);
          const seen = new Set<string>();
          for (const [key, text] of [
            ['plan', '年度活动计划'],
            ['members', '丁𠮷安'],
            ['leaders', '还没有任命过队长'],
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
        expect(await seenBy('RECORDER')).toEqual(['列入计划', '登记入队', '登记离队', '登记例会']);
        expect(await seenBy('UNIT_OFFICE')).toEqual([...acts, '组建服务队']);
      }),
    400_000,
  );
});
