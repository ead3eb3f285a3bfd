import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonPage } from '../../support/person-page.js';

describe('what moves a person', () => {
  let on: PersonPage;
  let next: string;
  beforeAll(async () => {
    on = await PersonPage.open();
    next = await on.branch('示例社区党支部');
  }, 300_000);
  afterAll(() => on.console.close(), 180_000);

  it(
    'affiliation: sent, seen to be on its way, called back, and sent again',
    () =>
      on.console.story(async () => {
        const person = await on.enrol('上官云');
        await on.join(person);
        await on.visit(person);
        const sending = await on.form('转出组织关系');
        await sending.getByText('对方接收以前，组织关系仍在现在的党组织').waitFor();
        await on.chooseBranch(sending, '转入党组织', '示例社区党支部');
        await sending.getByLabel('介绍信编号').fill('第 7 号');
        await on.console.picture(on.office, '62-转出组织关系');
        await on.give(sending, '转出');
        await on.acts().getByText('组织关系已于 2026-07-01 转往示例社区党支部，等待对方接收').waitFor();
        await on
          .told('组织关系转出')
          .getByText(/示例社区党支部/)
          .waitFor();
        await on.button('转出组织关系').waitFor({ state: 'detached' });
        await on.acts().getByRole('link', { name: '接收或退回在“审核”办理' }).waitFor();
        expect(await on.console.barriers(on.office)).toEqual([]);

        const back = await on.form('撤回转出的组织关系');
        await back.getByLabel('撤回原因').fill('不再调动');
        await on.give(back, '撤回');
        await on.told('组织关系撤回').waitFor();
        await on.button('转出组织关系').waitFor();
        expect([await on.count('AffiliationTransferSent'), await on.count('AffiliationTransferCalledBack')]).toEqual([
          1, 1,
        ]);

        const again = await on.form('转出组织关系');
        await on.chooseBranch(again, '转入党组织', '示例社区党支部');
        await on.give(again, '转出');
        await on.acts().getByRole('link', { name: '接收或退回在“审核”办理' }).click();
        await on.office.getByRole('row').filter({ hasText: '上官云' }).click();
        await on.office.locator('tr[aria-current="true"]').filter({ hasText: '上官云' }).waitFor();
        await on.office.getByRole('button', { name: '通过（A）' }).click();
        await on.office.getByRole('row').filter({ hasText: '上官云' }).waitFor({ state: 'detached' });
        expect(await on.count('AffiliationTransferReceived')).toBe(1);
        await on.visit(person);
        await on.told('组织关系转入').waitFor();
        await on.told('离队').waitFor();
        await on.button('离队').waitFor({ state: 'detached' });
      }),
    300_000,
  );

  it(
    'affiliation: whose home was split goes to one of the bodies that take over',
    () =>
      on.console.story(async () => {
        const old = await on.branch('示例拆分党支部');
        const other = await on.branch('示例新设党支部');
        const person = await on.enrol('令狐秋', { organizationId: old });
        await on.visit(person);
        expect(await on.button('转到承接党组织').count()).toBe(0);
        await on.say(`/api/organizations/${old}/split`, {
          ...{ successorIds: [next, other], recordsSuccessorId: next, splitOn: '2026-06-01' },
          ...{ documentTitle: '关于拆分党支部的通知', documentDatedOn: '2026-05-28' },
        });
        await on.visit(person);
        const move = await on.form('转到承接党组织');
        await move.getByText('已于 2026-06-01 合并或拆分').waitFor();
        await on.chooseBranch(move, '承接党组织', '示例新设党支部');
        await on.give(move, '转到承接党组织');
        await on
          .told('随党组织合并或拆分转移')
          .getByText(/示例新设党支部/)
          .waitFor();
        await on.button('转到承接党组织').waitFor({ state: 'detached' });
        expect(await on.count('AffiliationMoved')).toBe(1);
      }),
    300_000,
  );

  it(
    'teams: another becomes the primary one, none is, and the person leaves',
    () =>
      on.console.story(async () => {
        const person = await on.enrol('司徒安');
        await on.join(person);
        await on.join(person, false, await on.team('示例二队'));
        await on.visit(person);
        const written = () => Promise.all(['PrimaryTeamCleared', 'TeamMemberLeft'].map((type) => on.count(type)));
        const [cleared = 0, left = 0] = await written();
        const choosing = await on.form('选定主队');
        await on.choose(choosing, '服务队', '示例二队');
        await on.give(choosing);
        await on
          .told('选定主队')
          .getByText(/示例二队/)
          .waitFor();
        const clearing = await on.form('取消主队');
        await clearing.getByText('示例二队不再是主队').waitFor();
        await on.give(clearing);
        await on.told('不再有主队').waitFor();
        const leaving = await on.form('离队');
        await on.choose(leaving, '服务队', '示例队');
        await on.give(leaving, '离队');
        await on
          .told('离队')
          .getByText(/示例队/)
          .waitFor();
        expect(await written()).toEqual([cleared + 1, left + 1]);
      }),
    300_000,
  );

  it(
    'membership: probation extended, suspended, restored; what was decided is not shown',
    () =>
      on.console.story(async () => {
        const person = await on.enrol('宇文静', { politicalStatus: '02' });
        await on.visit(person);
        const extending = await on.form('登记预备期延长');
        await extending.getByLabel('延长至').fill('2027-01-01');
        await extending.getByLabel('延长至').press('Enter');
        await extending.getByLabel('原因').fill('需要继续考察');
        await on.give(extending, '登记预备期延长');
        await on.told('延长预备期').getByText('另有未显示的个人信息').waitFor();
        const ceasing = await on.form('登记党籍处理');
        await on.choose(ceasing, '处理类别', '中止党员权利');
        await ceasing.getByLabel('原因').fill('长期失去联系');
        await on.give(ceasing, '登记党籍处理');
        await on.told('党籍处理').waitFor();
        expect(await on.told('党籍处理').getByText('中止党员权利').count()).toBe(0);
        await on.button('转出组织关系').waitFor({ state: 'detached' });
        const restoring = await on.form('登记党籍恢复');
        await restoring.getByLabel('原因').fill('已恢复联系');
        await on.give(restoring, '登记党籍恢复');
        await on.told('党籍恢复').waitFor();
        await on.button('转出组织关系').waitFor();
        // The probation is over: which member somebody is follows from the 政治面貌.
        const change = await on.form('变更登记事项');
        expect(await change.getByLabel('人员类别').count()).toBe(0);
        await on.choose(change, '政治面貌', '中国共产党党员');
        await change.getByLabel('变更原因').fill('支部大会同意转正');
        await on.give(change);
        await on.told('登记事项变更').getByText('人员类别：预备党员 → 正式党员').waitFor();
        await on.button('登记预备期延长').waitFor({ state: 'detached' });
      }),
    300_000,
  );

  it(
    'retired, dead by a wrong word, alive again, and gone on their own wish',
    () =>
      on.console.story(async () => {
        const person = await on.enrol('夏侯平');
        await on.join(person);
        await on.visit(person);
        await on.give(await on.form('登记退休'), '登记退休');
        await on.told('退休').waitFor();
        const death = await on.form('登记去世');
        await death.getByText(/夏侯平 从去世之日起不再列入花名册/).waitFor();
        await death.getByLabel('信息来源').fill('家属电话告知');
        await on.console.picture(on.office, '63-登记去世');
        expect(await on.console.barriers(on.office)).toEqual([]);
        await on.give(death, '登记去世');
        await on.told('去世').waitFor();
        await on.office.getByText('已去世').first().waitFor();
        // The record is closed: nothing else can be done with it.
        await on.button('退出').waitFor({ state: 'detached' });
        const retracting = await on.form('更正去世登记');
        await retracting.getByLabel('更正原因').fill('同名的人，登记错了');
        await on.give(retracting, '更正');
        await on.told('更正去世登记').waitFor();
        const leaving = await on.form('退出');
        await leaving.getByText('退出不需要说明理由，立即生效，不能撤销').waitFor();
        await on.give(leaving, '确认退出');
        await on.told('退出').waitFor();
        await on.office.getByText('已退出').first().waitFor();
        const written = ['RetirementRecorded', 'VolunteerDeceased', 'DeathRetracted', 'VolunteerWithdrew'];
        expect(await Promise.all(written.map((type) => on.count(type)))).toEqual([1, 1, 1, 1]);
      }),
    300_000,
  );
});
