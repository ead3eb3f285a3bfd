import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { PersonPage } from '../../support/person-page.js';

describe('what a person’s record says', () => {
  let on: PersonPage;
  beforeAll(async () => {
    on = await PersonPage.open();
  }, 300_000);
  afterAll(() => on.console.close(), 180_000);

  it(
    'particulars: a new name asks for the paper that was seen; what stood before stays beside what stands now',
    () =>
      on.console.story(async () => {
        const person = await on.enrol('欧阳若澜');
        await on.visit(person);
        const change = await on.form('变更登记事项');
        await change.getByLabel('姓名', { exact: true }).fill('欧阳若兰');
        await change.getByLabel('所在单位').fill('示例社区');
        await change.getByLabel('变更原因').fill('登记时写错，调动单位');
        await change.getByRole('button', { name: '提交' }).click();
        await change.getByText('变更姓名或身份证号码，请选取查看了哪种证件').waitFor();
        expect(await on.count('ParticularsChanged')).toBe(0);
        await on.choose(change, '所查看的证件', '居民身份证');
        await change.getByLabel('手机（填写后替换原有号码；有几个的用空格隔开）').fill('139');
        await change.getByRole('button', { name: '提交' }).click();
        // The API's own fault; the number is right in the second try.
        await change.getByRole('alert').getByText(/手机/).first().waitFor();
        expect(await on.count('ParticularsChanged')).toBe(0);
        await change.getByLabel('手机（填写后替换原有号码；有几个的用空格隔开）').fill('13900000001 13900000002');
        await on.console.picture(on.office, '60-变更登记事项');
        expect(await on.console.barriers(on.office)).toEqual([]);
        await on.give(change);
        expect(await on.count('ParticularsChanged')).toBe(1);
        await on.told('登记事项变更').getByText('欧阳若澜').and(on.office.locator('del')).waitFor();
        await on.told('登记事项变更').getByText('所查看的证件 居民身份证').waitFor();
        await on.office.locator('.ant-card-head').getByText('欧阳若兰').waitFor();
        await on.console.picture(on.office, '61-变更后的履历');
      }),
    300_000,
  );

  it(
    'two records of one person: compared line by line, merged, and parted again',
    () =>
      on.console.story(async () => {
        const survivor = await on.enrol('诸葛明', { workUnit: '示例中心' });
        const duplicate = await on.enrol('诸葛明', { workUnit: '示例中心（旧址）' });
        await on.visit(duplicate);
        await on.button('合并重复登记').click();
        const side = on.office.getByRole('dialog', { name: '合并重复登记' });
        // Both lie side by side before anything can be merged.
        expect(await side.getByRole('button', { name: '合并登记' }).count()).toBe(0);
        await side.getByRole('radio', { name: /与 诸葛明/ }).check();
        const differing = side.getByRole('row').filter({ hasText: '所在单位' });
        await differing.getByText('示例中心（旧址）').waitFor();
        await differing.getByText('不同').waitFor();
        await side.getByRole('row').filter({ hasText: '出生年月' }).last().getByText('相同').waitFor();
        await side.getByRole('button', { name: '合并登记' }).click();
        await side.getByText('请选取保留哪一条').waitFor();
        await side.getByText('请先逐项对照两条登记').waitFor();
        await side.getByRole('radio', { name: '保留另一条登记' }).check();
        await side.getByLabel(/同一人的依据/).fill('两次登记的身份证为同一证件');
        await side.getByLabel('合并原因').fill('换支部时重复登记');
        await side.getByRole('checkbox', { name: /已逐项对照/ }).check();
        await on.console.picture(on.office, '64-合并重复登记');
        expect(await on.console.barriers(on.office)).toEqual([]);
        await side.getByRole('button', { name: '合并登记' }).click();
        await side.waitFor({ state: 'hidden' });
        await on
          .told('并入另一条登记')
          .getByText(/两次登记的身份证为同一证件/)
          .waitFor();
        const link = on.office.getByRole('link', { name: '已并入另一条登记' });
        expect(await link.getAttribute('href')).toContain(survivor);

        const undoing = await on.form('撤销合并');
        await undoing.getByLabel('撤销原因').fill('核实为两人');
        await on.give(undoing, '撤销合并');
        await on.told('撤销合并').waitFor();
        await link.waitFor({ state: 'detached' });
        expect([await on.count('PersonsMerged'), await on.count('MergeUndone')]).toEqual([1, 1]);
        await on.console.api.settled();
        await on.visit(survivor);
        await on.told('另一条登记撤出').waitFor();
      }),
    300_000,
  );

  it(
    'on a phone a volunteer changes what is theirs to change, and nobody’s name',
    () =>
      on.console.story(async () => {
        const grant = { role: 'VOLUNTEER' as const, organizationId: on.district.branch as OrganizationId };
        const { login } = await on.console.api.person([grant], on.district.volunteer as VolunteerId);
        const page = await on.console.signedIn(login, 'phone');
        await on.visit(on.district.volunteer, page);
        await on.button('离队', page).waitFor();
        expect(await on.shown(page)).toEqual(['变更登记事项', '取消主队', '离队', '退出']);
        const change = await on.form('变更登记事项', page);
        await change.getByText(/姓名、身份证号码有变的，请持证件到党支部办理/).waitFor();
        expect(await change.getByLabel('姓名', { exact: true }).count()).toBe(0);
        const before = await on.count('ParticularsChanged');
        await change.getByLabel('特长').fill('水电维修');
        await change.getByLabel('变更原因').fill('补填特长');
        await on.console.picture(page, '65-本人变更登记事项');
        expect(await on.console.barriers(page)).toEqual([]);
        await change.getByRole('button', { name: '提交' }).dblclick();
        await change.waitFor({ state: 'hidden' });
        await on
          .told('登记事项变更', page)
          .getByText(/特长 水电维修/)
          .waitFor();
        expect(await on.count('ParticularsChanged')).toBe(before + 1);
      }),
    300_000,
  );

  it(
    'a recorder sees no act of those who decide, and an auditor none at all',
    () =>
      on.console.story(async () => {
        const recorder = await on.as('RECORDER');
        await on.visit(on.district.volunteer, recorder);
        await on.button('离队', recorder).waitFor();
        expect(await on.shown(recorder)).toEqual(['变更登记事项', '取消主队', '离队', '登记退休', '退出']);

        const auditor = await on.as('AUDITOR');
        await auditor.goto(`/console/volunteers/${on.district.volunteer}?tab=life`);
        await on.told('登记造册', auditor).waitFor();
        expect(await auditor.getByRole('button', { name: '办理变动' }).count()).toBe(0);
      }),
    300_000,
  );
});
