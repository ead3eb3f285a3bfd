import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { ActivityPage, jpeg } from '../../support/activity-page.js';
import { asked } from '../../support/browser-forms.js';

const photo = jpeg('巡护.jpg', '夜间巡护的照片');

describe('the acts of an activity, from its insurance to what is taken back', () => {
  let at: ActivityPage;
  let [night, rained] = ['', ''];

  beforeAll(async () => {
    at = await ActivityPage.open();
    night = await at.plan('江滩夜间巡护', { isDangerous: true });
    rained = await at.plan('江滩捡拾');
    const line = { planLineId: randomUUID(), month: 7, title: '防汛巡护' };
    await at.say(`/api/teams/${at.district.team}/years/2026/plan`, line);
    const announced = { sessionId: randomUUID(), heldOn: '2026-07-05', startsAt: '09:00', endsAt: '11:00' };
    await at.say(`/api/activities/${rained}/scheduled-sessions`, announced);
    for (const volunteerId of [at.district.volunteer, at.second])
      await at.say(`/api/activities/${rained}/sessions/${announced.sessionId}/sign-ups`, { volunteerId });
    await at.console.api.settled();
  }, 240_000);
  afterAll(() => at.console.close(), 180_000);

  it(
    'it is insured, changed, tied to the plan, announced and put off to a night that ends the day after',
    () =>
      at.console.story(async () => {
        const page = await at.as('RECORDER');
        await page.goto(`/console/activities/${night}`);
        await page.getByText('有人身危险，须登记').waitFor();
        const insurance = await asked(page, '登记保险');
        await insurance.getByRole('button', { name: '登记', exact: true }).click();
        await insurance.getByText('请填写保单号').waitFor();
        await insurance.getByLabel('保单号').fill('PICC-2026-7');
        await at.done(insurance, '登记');
        await page.getByText('2026-07-01 已登记').waitFor();
        expect(await page.getByRole('button', { name: '登记保险' }).count()).toBe(0);

        const change = await asked(page, '变更地点或负责人');
        await change.getByLabel('地点').fill('江滩三号码头');
        await change.getByLabel('原因（本人看得到）').fill('一号码头正在施工');
        await at.done(change, '变更');
        await page.getByText('江滩三号码头').waitFor();

        await page.getByRole('tab', { name: '年度计划' }).click();
        const line = page.getByRole('row').filter({ hasText: '防汛巡护' });
        await line.getByText('尚未开展').waitFor();
        await line.getByRole('button', { name: '对应', exact: true }).click();
        await at.done(page.getByRole('dialog', { name: '对应计划：防汛巡护' }), '对应');
        await line.getByText('已对应本活动').waitFor();
        expect(await at.seen(page, '50-年度计划')).toEqual([]);

        await page.getByRole('tab', { name: '预告与报名' }).click();
        const announcing = await asked(page, '预告场次');
        await at.times(announcing, '2026-07-02', ['20:00', '22:00']);
        await at.done(announcing, '提交');
        const moving = await asked(page, '改期');
        await at.times(moving, '2026-07-03', ['22:00', '02:00']);
        await moving.getByLabel('原因（本人看得到）').fill('当晚才退潮');
        await moving.getByRole('button', { name: '提交' }).click();
        await moving.getByText('结束须晚于开始；跨零点的，请勾选“次日结束”').waitFor();
        await moving.getByRole('checkbox', { name: '次日结束（跨零点）' }).check();
        expect(await at.seen(page, '51-跨零点改期')).toEqual([]);
        await at.done(moving, '提交');
        await page.getByText('22:00—次日 02:00').waitFor();
      }),
    300_000,
  );

  it(
    'held over midnight, it is proved by files, and two people are recorded from their sheet; one was ticked in error',
    () =>
      at.console.story(async () => {
        at.console.api.clock.now = Date.parse('2026-07-04T09:00:00+08:00');
        const page = await at.as('RECORDER');
        await at.visit(page, night, '预告与报名');
        await at.done(await asked(page, '登记举办'), '登记');
        await page.getByRole('tab', { name: '场次与签到' }).click();
        const held = page.getByRole('row').filter({ hasText: '22:00—次日 02:00' });
        await held.getByRole('button', { name: '登记签到' }).click();
        await page.getByRole('checkbox', { name: /欧阳·娜/ }).waitFor();
        await page.getByRole('button', { name: '全部到场' }).click();
        await page.getByText('到场 2 人，合计 8小时').waitFor();
        await page.getByText('一次登记多人须有签到表').waitFor();
        await page.getByRole('alert').getByRole('link', { name: '佐证' }).click();

        // A text is no evidence, and says so; the sheet beside it stands.
        const text = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('没有格式') };
        const sheet = {
          name: '签到表.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.4 夜间巡护的签到表'),
        };
        const dialog = await at.upload(page, '签到表', [sheet, text]);
        await dialog.getByText('佐证文件只收 JPEG、PNG 图片和 PDF，请转换格式后再上传。').waitFor();
        await dialog.getByText('已登记', { exact: true }).waitFor();
        expect(await at.seen(page, '52-上传佐证')).toEqual([]);
        await dialog.getByRole('button', { name: '不要 说明.txt' }).click();
        await at.done(dialog, '取消');
        await (await at.upload(page, '照片', [photo])).waitFor({ state: 'hidden' });
        await at.console.api.settled();
        expect(await at.count('EvidenceAdded')).toBe(2);
        const row = page.getByRole('row').filter({ hasText: '巡护.jpg' });
        await row.getByText('照片', { exact: true }).waitFor();
        await row.getByText(/^[0-9a-f]{64}$/).waitFor();
        expect(await at.seen(page, '53-佐证')).toEqual([]);
        const [saved] = await Promise.all([
          page.waitForEvent('download'),
          row.getByRole('button', { name: '下载' }).click(),
        ]);
        expect(saved.suggestedFilename()).toBe('巡护.jpg');
        expect(Buffer.compare(await readFile(await saved.path()), photo.buffer)).toBe(0);

        await page.getByRole('tab', { name: '场次与签到' }).click();
        await held.getByRole('button', { name: '登记签到' }).click();
        await page.getByText('签到表：签到表.pdf').waitFor();
        await page.getByRole('checkbox', { name: /欧阳·娜/ }).waitFor();
        await page.getByRole('button', { name: '全部到场' }).click();
        await page.getByRole('button', { name: '登记签到' }).click();
        const sure = page.getByRole('dialog').filter({ hasText: '将登记 2 人，合计 8小时' });
        await sure.getByRole('button', { name: '登记', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: '活动情况' }).waitFor();
        await at.console.api.settled();

        await held.getByRole('button', { name: '登记签到' }).click();
        const wrong = page.getByRole('listitem').filter({ hasText: '欧阳·娜' });
        await wrong.getByRole('button', { name: '撤回' }).click();
        const taking = page.getByRole('dialog', { name: '撤回欧阳·娜的签到' });
        await taking.getByLabel('原因').fill('勾错了人，本人没有来');
        expect(await at.seen(page, '54-撤回签到')).toEqual([]);
        await at.done(taking, '撤回');
        await wrong.getByText('已登记').waitFor({ state: 'detached' });
        expect(await wrong.getByRole('checkbox').isChecked()).toBe(false);
        expect(await at.count('AttendanceWithdrawn')).toBe(1);
      }),
    300_000,
  );

  it(
    'what the leader confirmed is taken back no more',
    () =>
      at.console.story(async () => {
        const page = await at.as('TEAM_LEADER');
        await at.visit(page, night, '场次与签到');
        const held = page.getByRole('row').filter({ hasText: '22:00—次日 02:00' });
        await held.getByRole('button', { name: '确认签到' }).click();
        await at.done(page.getByRole('dialog', { name: '确认签到' }), '确认');
        await page.getByRole('tab', { name: '参加人员与时长（1）' }).click();
        const line = page.getByRole('row').filter({ hasText: '丁𠮷安' });
        await line.getByText('22:00—次日 02:00').waitFor();
        await line.getByText('4小时', { exact: true }).waitFor();
        await page.getByRole('tab', { name: '场次与签到' }).click();
        await held.getByRole('button', { name: '登记签到' }).click();
        await page.getByRole('listitem').filter({ hasText: '丁𠮷安' }).getByText('已登记').waitFor();
        expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(0);
        await page.goto(`/console/activities/${night}`);
        const cancelling = await asked(page, '取消活动');
        await cancelling.getByLabel('原因（本人看得到）').fill('试一试能否取消');
        await cancelling.getByRole('button', { name: '取消这项活动' }).click();
        await cancelling.getByText('该活动已有经确认的服务时长，不能取消').waitFor();
      }),
    240_000,
  );

  it(
    'rained off, it is cancelled with its reason, and whoever meant to come reads it',
    () =>
      at.console.story(async () => {
        const page = await at.as('TEAM_LEADER');
        await page.goto(`/console/activities/${rained}`);
        const dialog = await asked(page, '取消活动');
        await dialog.getByText('报名的 2 人次、候补的 0 人次会逐人收到通知').waitFor();
        await dialog.getByLabel('原因（本人看得到）').fill('暴雨红色预警，江滩封闭');
        expect(await at.seen(page, '55-取消活动')).toEqual([]);
        await at.done(dialog, '取消这项活动');
        await page.getByText('2026-07-04 已取消：暴雨红色预警，江滩封闭').waitFor();
        for (const name of ['取消活动', '变更地点或负责人', '登记场次'])
          expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
        await page.getByRole('tab', { name: '预告与报名' }).click();
        await page.getByRole('row').filter({ hasText: '2026-07-05' }).getByText('不再举办').waitFor();
        for (const name of ['预告场次', '改期', '登记举办'])
          expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
        const volunteer = await at.account('VOLUNTEER', at.second);
        const phone = await at.console.signedIn(volunteer.login, 'phone');
        await phone.getByText('暴雨红色预警，江滩封闭').first().waitFor();
        await at.console.picture(phone, '56-活动取消的通知');
      }),
    240_000,
  );

  it(
    'whoever only reads is offered none of it',
    () =>
      at.console.story(async () => {
        const page = await at.as('AUDITOR');
        await page.goto(`/console/activities/${night}`);
        await page.getByText('2026-07-01 已登记').waitFor();
        for (const tab of ['场次与签到', '预告与报名', '年度计划', '佐证']) {
          await page.getByRole('tab', { name: tab }).click();
          await page.getByRole('tabpanel', { name: tab }).getByRole('row').nth(1).waitFor();
          const buttons = await page.getByRole('main').getByRole('button').allTextContents();
          const looking = ['名单', '下载'];
          expect(buttons.filter((name) => name !== '' && !looking.includes(name.replaceAll(' ', '')))).toEqual([]);
        }
      }),
    240_000,
  );

  it(
    'the office sees who served together on the days the notices name, and what they did then',
    () =>
      at.console.story(async () => {
        const page = await at.as('UNIT_OFFICE');
        await page.goto('/console/required-days');
        await page.getByText('采用的规则包没有规定日的，这里没有内容').waitFor();
        const pack = { pack: 'HF-2013-0522', packVersion: 1, effectiveOn: '2026-01-01' };
        await at.say(`/api/organizations/${at.district.branch}/policy-packs`, pack);
        await at.console.api.settled();
        await page.goto('/console');
        await page.getByRole('link', { name: '规定日', exact: true }).click();
        const on = (day: string): Locator =>
          page
            .getByRole('row')
            .filter({ hasText: '示例中心党支部' })
            .filter({ hasText: `2026-${day}` });
        await on('07-01').getByText('已开展').waitFor();
        await on('03-05').getByText('没有开展').waitFor();
        await on('12-05').getByText('未到').waitFor();
        expect(await at.seen(page, '59-规定日')).toEqual([]);
        await on('07-01')
          .getByRole('button', { name: /2026-07-01 前后的活动/ })
          .click();
        const side = page.getByRole('dialog', { name: /2026-07-01 前后的活动/ });
        await side.getByRole('link', { name: '江滩夜间巡护' }).waitFor();
        await side.getByText('2026-07-03', { exact: true }).waitFor();
        await side.getByRole('button', { name: '关闭' }).click();
        await page.getByLabel('是否开展').click();
        await page.getByTitle('没有开展', { exact: true }).click();
        await on('07-01').waitFor({ state: 'detached' });
        await on('03-05').getByText('没有开展').waitFor();
      }),
    240_000,
  );
});
