import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestConsole } from '../../support/browser.js';
import { asked, chooseOption, dayIn } from '../../support/browser-forms.js';
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
        await chooseOption(page, form, '所属党组织', /示例中心党支部/);
        await page.getByText('该党组织现有 1 支服务队').waitFor();
        await form.getByLabel('服务队名称').fill('䶮心志愿服务队');
        await form.getByLabel('队序').fill('2');
        await dayIn(form, '组建日期', '2026-02-10');
        await form.getByLabel('组建文件标题').fill('关于组建服务队的通知');
        await dayIn(form, '组建文件日期', '2026-02-20');
        await page.getByRole('button', { name: '组建', exact: true }).click();
        await page.locator('#content').getByText('组建日期 2026-02-10 早于组建文件日期 2026-02-20').waitFor();
        await dayIn(form, '组建日期', '2026-03-01');
        await page.getByRole('button', { name: '组建', exact: true }).dblclick();

        await page.getByText('本队现在没有队长').waitFor();
        await page.getByText('䶮心志愿服务队', { exact: true }).waitFor();
        expect(await console.positionsOf('TeamEstablished')).toHaveLength(2);
        const appointing = await asked(page, '任命队长');
        await chooseOption(page, appointing, /^队长/, /^丁𠮷安 支部书记/);
        await dayIn(appointing, '任队长日期', '2026-03-11');
        await given(appointing, '提交');
        await row(page, '丁𠮷安').getByText('现任').waitFor();
        await row(page, '丁𠮷安').getByRole('cell', { name: '10', exact: true }).waitFor();
        const ending = await asked(page, '登记卸任', '队长卸任：丁𠮷安');
        await dayIn(ending, '卸任日期', '2026-06-01');
        await given(ending, '卸任');
        await row(page, '丁𠮷安').getByText('2026-06-01').waitFor();
        await page.getByText('本队现在没有队长').waitFor();
        await console.picture(page, '71-历任队长');

        await tab(page, '年度活动计划');
        for (const [title, month] of [
          ['学雷锋义诊', '3'],
          ['慰问独居老人', '9'],
        ] as const) {
          const line = await asked(page, '列入计划');
          await line.getByLabel('活动名称').fill(title);
          await line.getByLabel('计划月份').fill(month);
          await chooseOption(page, line, '活动主题', '关爱他人');
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
        const meeting = await asked(page, '登记例会');
        await dayIn(meeting, '开会日期', '2026-06-20');
        await meeting.getByLabel('到会人数').fill('12');
        await meeting.getByLabel('会议纪要').fill('交流二季度情况，部署七一服务。');
        await given(meeting, '提交');
        await row(page, '部署七一服务').getByRole('cell', { name: '二季度', exact: true }).waitFor();
        await page.getByText('二季度 已开').waitFor();
        await page.getByText('三季度 未登记').waitFor();

        await tab(page, '十有');
        const check = await asked(page, '登记“十有”自查');
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
        const line = await asked(page, '列入计划');
        await line.getByLabel('活动名称').fill('六月集中服务');
        await line.getByLabel('计划月份').fill('6');
        await line.getByLabel('负责人').fill('丁𠮷安');
        await line.getByLabel('服务对象').fill('示例社区居民');
        await given(line, '提交');
        await row(page, '六月集中服务').getByRole('button', { name: '对应活动' }).click();
        const tie = page.getByRole('dialog', { name: '对应活动：六月集中服务' });
        await chooseOption(page, tie, '本队活动', '学雷锋集中服务');
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
});
