import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { ActivityPage, jpeg } from '../../support/activity-page.js';
import { servedDay } from '../../support/served-day.js';

describe('hours that were wrong, texts about others and answers that are not accepted', () => {
  let at: ActivityPage;
  beforeAll(async () => {
    at = await ActivityPage.open();
  }, 240_000);
  afterAll(() => at.console.close(), 180_000);

  it(
    'hours written down for the wrong person move to the right one; found false, they count for nobody',
    () =>
      at.console.story(async () => {
        const desk = await at.as('RECORDER');
        await desk.goto(`/console/volunteers/${at.district.volunteer}?tab=hours`);
        await desk.getByRole('row').filter({ hasText: '学雷锋集中服务' }).getByText('已计入').waitFor();
        for (const name of ['更正', '改记', '认定虚报'])
          expect(await desk.getByRole('button', { name, exact: true }).count()).toBe(0);

        const page = await at.as('APPROVER');
        const lineOf = async (volunteerId: string): Promise<Locator> => {
          await page.goto(`/console/volunteers/${volunteerId}?tab=hours`);
          return page.getByRole('row').filter({ hasText: '学雷锋集中服务' });
        };
        const wrong = await lineOf(at.district.volunteer);
        await wrong.getByRole('button', { name: '改记', exact: true }).click();
        const moving = page.getByRole('dialog', { name: '改记给实际服务的人' });
        await moving.getByText('2026-06-29 08:30—11:00，2小时30分').waitFor();
        await moving.getByLabel('实际服务的志愿者').fill('欧阳');
        await page.getByTitle(/^欧阳·娜/).click();
        await moving.getByLabel('原因（本人看得到）').fill('签到表上看错了一行');
        expect(await at.seen(page, '60-改记')).toEqual([]);
        await at.done(moving, '冲销并改记');
        await wrong.getByText('已冲销').waitFor();
        await wrong.getByText('记错了人').waitFor();

        const right = await lineOf(at.second);
        await right.getByText('已计入').waitFor();
        await right.getByRole('button', { name: '认定虚报' }).click();
        const finding = page.getByRole('dialog', { name: '认定虚报' });
        await finding.getByRole('button', { name: '认定并冲销' }).click();
        await finding.getByText('请填写处理决定').waitFor();
        await finding.getByLabel(/^处理决定/).fill('2026-07-04 支部委员会');
        await finding.getByLabel('原因（本人看得到）').fill('当日此人在外地出差');
        expect(await at.seen(page, '61-认定虚报')).toEqual([]);
        await at.done(finding, '认定并冲销');
        await right.getByText('虚报', { exact: true }).waitFor();
        expect(await at.count('ServiceHoursMoved')).toBe(1);
        expect(await at.count('FalseClaimEstablished')).toBe(1);
      }),
    240_000,
  );

  it(
    'minutes that were wrong are corrected beside the original, and what stands instead is reversed in its turn',
    () =>
      at.console.story(async () => {
        const day = { heldOn: '2026-06-28', serviceMinutes: 120 };
        await servedDay({ recorder: at.office, attester: await at.account('TEAM_LEADER') }, at.district, day);
        await at.console.api.settled();
        const page = await at.as('APPROVER');
        await page.goto(`/console/volunteers/${at.district.volunteer}?tab=hours`);
        const lines = page.getByRole('row').filter({ hasText: day.heldOn });
        await lines.getByRole('button', { name: '更正' }).click();
        const side = page.getByRole('dialog', { name: '更正时长' });
        await side.getByText('时长没有变化').waitFor();
        await side.getByLabel('更正后的时长（分钟）').fill('90');
        await side.getByText(/^本人时长将变动 .30分$/).waitFor();
        await side.getByLabel('原因（本人看得到）').fill('签到表上早退半小时');
        expect(await at.seen(page, '63-更正时长')).toEqual([]);
        await at.done(side, '记入更正');
        await lines.filter({ hasText: '2小时' }).getByText('已冲销').waitFor();

        const now = lines.filter({ hasText: '1小时30分' });
        await now.getByRole('button', { name: '更正' }).click();
        await side.getByText('只冲销，不再计入').click();
        await side.getByText('不再计入', { exact: true }).waitFor();
        await side.getByLabel('原因（本人看得到）').fill('当日是参加培训');
        await at.done(side, '记入更正');
        await now.getByText('已冲销').waitFor();
        // Two here, two before.
        expect(await at.count('ServiceHoursReversed')).toBe(4);
      }),
    240_000,
  );

  it(
    'texts about others that name somebody are found before an erasure; a file destroyed by it comes back by no door',
    () =>
      at.console.story(async () => {
        const sheet = '签到表，右下为丁𠮷安';
        const desk = await at.as('RECORDER');
        await desk.goto(`/console/volunteers/${at.district.volunteer}`);
        await desk.getByRole('tab', { name: '时长账户' }).waitFor();
        expect(await desk.getByRole('tab', { name: '提到此人的文字' }).count()).toBe(0);
        await at.visit(desk, at.district.activity, '佐证');
        await (await at.upload(desk, '签到表', [jpeg('丁𠮷安.jpg', sheet)])).waitFor({ state: 'hidden' });
        await at.console.api.settled();

        const approver = await at.console.api.person([{ role: 'APPROVER', organizationId: at.console.api.top }]);
        const page = await at.console.signedIn(approver.login);
        await page.goto(`/console/volunteers/${at.district.volunteer}?tab=mentions`);
        await page.getByRole('button', { name: '查找', exact: true }).click();
        await page.getByText(/^查找完毕，共 \d+ 处$/).waitFor();
        const found = page.getByRole('tabpanel', { name: '提到此人的文字' }).getByRole('row');
        const place = found.filter({ has: page.locator(`a[href$="/activities/${at.district.activity}"]`) });
        await place.first().getByText('文字说明').waitFor();
        expect(await at.seen(page, '57-提到此人的文字')).toEqual([]);

        const of = `/api/activities/${at.district.activity}/evidence`;
        at.office.cookie = await at.console.api.signIn(at.office.login);
        const { items } = (await at.office.get(of).expect(200)).body as { items: { evidenceId: string }[] };
        const requests = `/api/volunteers/${at.district.volunteer}/privacy-requests`;
        const asked = { requestId: randomUUID(), answer: 'SHRED', basis: 'CONSENT_WITHDRAWN' };
        const groups = ['identity', 'contact', 'sensitive', 'photo', 'free'];
        await at.say(requests, { ...asked, groups, evidenceIds: items.map(({ evidenceId }) => evidenceId) });
        await approver.post(`${requests}/approval`, { requestId: asked.requestId }).expect(201);
        await at.console.api.house.eraser.run();
        await at.console.api.settled();

        await desk.reload();
        await desk.getByRole('button', { name: '下载' }).click();
        await desk.getByText('文件已随个人信息的删除依法销毁，不能再取出；登记和哈希仍在。').waitFor();
        const again = await at.upload(desk, '签到表', [jpeg('再传.jpg', sheet)]);
        await again.getByText('这份文件已随个人信息的删除依法销毁，不能再上传').waitFor();
        expect(await at.seen(desk, '58-销毁的文件不能再传')).toEqual([]);
      }),
    300_000,
  );

  it(
    'an answer that is late, and one that is not accepted, go to the level above',
    () =>
      at.console.story(async () => {
        const volunteer = await at.account('VOLUNTEER', at.second);
        const disputes = `/api/hours/${at.second}/2026/disputes`;
        const raise = async (statement: string): Promise<string> => {
          const disputeId = randomUUID();
          const asked = { disputeId, organizationId: at.district.branch, ground: 'MISSING', statement };
          await volunteer.post(disputes, asked).expect(201);
          return disputeId;
        };
        await raise('五月的义诊没有记');
        const answered = await raise('六月的值守没有记');
        const approver = await at.account('APPROVER');
        const answer = { outcome: 'NOT_UPHELD', answer: '没有找到签到' };
        await approver.post(`${disputes}/${answered}/answer`, answer).expect(201);
        await at.console.api.settled();

        const phone = await at.console.signedIn(volunteer.login, 'phone');
        await phone.goto(`/console/volunteers/${at.second}?tab=disputes`);
        const mine = phone.getByRole('row').filter({ hasText: '六月的值守没有记' });
        await mine.getByRole('button', { name: '申诉' }).click();
        const appeal = phone.getByRole('dialog', { name: '不服答复，转上一级' });
        expect(await at.seen(phone, '62-申诉')).toEqual([]);
        await at.done(appeal, '转上一级');
        await mine.getByText('尚未答复').waitFor();
        expect(await phone.getByRole('button', { name: '转上一级' }).count()).toBe(0);

        at.console.api.clock.now = Date.parse('2026-07-31T09:00:00+08:00');
        const page = await at.as('RECORDER');
        await page.goto(`/console/volunteers/${at.second}?tab=disputes`);
        const late = page.getByRole('row').filter({ hasText: '五月的义诊没有记' });
        await late.getByText('已逾期').waitFor();
        await late.getByRole('button', { name: '转上一级' }).click();
        await at.done(page.getByRole('dialog', { name: '逾期未答复，转上一级' }), '转上一级');
        await late.getByText('已逾期').waitFor({ state: 'detached' });
        expect(await at.count('ServiceHoursDisputeEscalated')).toBe(2);
      }),
    240_000,
  );
});
