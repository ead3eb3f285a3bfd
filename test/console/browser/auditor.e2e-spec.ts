import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { openSealing } from '#libs/house/sealing';
import type { OrganizationId } from '#libs/kernel/ids';
import { verifyFiles } from '#libs/verifying/verify-files';
import { TestConsole } from '../../support/browser.js';
import { districtOf, type District } from '../../support/test-district.js';

describe('the auditor', () => {
  let console: TestConsole;
  let district: District;
  let policy: string;
  beforeAll(async () => {
    console = await TestConsole.open();
    const { api } = console;
    district = await districtOf(api);
    const { checkpointer, logKeys } = openSealing(api.house, {
      dataDir: api.dataDir,
      env: {},
      onError: (error) => {
        throw error;
      },
    });
    await checkpointer.checkpoint({ whole: true });
    policy = `${(await logKeys()).map((key) => `log ${key}\n`).join('')}quorum none\n`;
    // Whoever wrote the sheet tries to attest it.
    const organizationId = district.branch as OrganizationId;
    const leader = await api.person([{ role: 'TEAM_LEADER', organizationId }]);
    const volunteer = { volunteerId: district.volunteer, teamId: district.team };
    const sessionId = '11111111-1111-4111-8111-111111111111';
    const at = `/api/activities/${district.activity}/sessions`;
    await leader.post(at, { sessionId, heldOn: '2026-06-30', startsAt: '14:00', endsAt: '15:00' }).expect(201);
    await leader
      .post(`${at}/${sessionId}/attendances`, {
        provenance: 'WITNESSED',
        attendances: [
          { ...volunteer, entryId: '22222222-2222-4222-8222-222222222222', startsAt: '14:00', serviceMinutes: 60 },
        ],
      })
      .expect(201);
    await leader.post(`${at}/${sessionId}/attestation`, {}).expect(409);
    await api.settled();
  }, 240_000);
  afterAll(() => console.close(), 180_000);

  it(
    'searches, replays, verifies and takes a bundle away, and gives nothing to the ledger',
    () =>
      console.story(async () => {
        const organizationId = console.api.top;
        const { login } = await console.api.person([{ role: 'AUDITOR', organizationId }]);
        const page = await console.signedIn(login);
        const asked: string[] = [];
        page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
        const open = async (title: string): Promise<void> => {
          await page
            .getByRole('navigation', { name: '主菜单' })
            .getByRole('link', { name: title, exact: true })
            .click();
          await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
        };

        await open('查记录');
        await page.getByText(/已看 \d\d+ 条/).waitFor();
        await page.getByRole('combobox', { name: '志愿者' }).fill('丁𠮷安');
        await page.locator('.ant-select-item-option').filter({ hasText: '丁𠮷安' }).click();
        await page.getByRole('button', { name: '登记造册' }).click();
        await page.getByRole('dialog').getByText('VolunteerEnrolled').waitFor();
        await console.picture(page, '20-查记录');
        expect(await console.barriers(page)).toEqual([]);
        await page
          .getByRole('dialog')
          .getByRole('link', { name: /^volunteer-/ })
          .click();
        await page.getByRole('heading', { level: 1, name: '重放一个流' }).waitFor();
        await page.getByText('形式、前后相接、密钥与签名全部相符').waitFor();
        await page.getByRole('slider').press('Home');
        await page.getByText('重放到第 0 条').waitFor();
        await console.picture(page, '21-重放一个流');
        expect(await console.barriers(page)).toEqual([]);

        await open('检查点与见证');
        await page.getByText('还没有', { exact: true }).first().waitFor();
        await console.picture(page, '22-检查点与见证');
        expect(await console.barriers(page)).toEqual([]);

        await open('校验与取证');
        await page.getByRole('button', { name: '开始校验' }).click();
        await page.getByText('校验通过：没有发现不符').waitFor();
        await page.getByRole('combobox', { name: '志愿者' }).fill('丁𠮷安');
        await page.locator('.ant-select-item-option').filter({ hasText: '丁𠮷安' }).click();
        await console.picture(page, '23-校验与取证');
        expect(await console.barriers(page)).toEqual([]);
        const coming = page.waitForEvent('download');
        await page.getByRole('link', { name: '下载履历包' }).click();
        const subject = await readFile(await (await coming).path(), 'utf8');
        const told = await verifyFiles({ policy, subject, held: [], now: 1_800_000_000, days: undefined });
        expect(told.code).toBe(0);
        const page2 = page.waitForEvent('download');
        await page.getByRole('link', { name: '下载离线校验网页' }).click();
        expect(await readFile(await (await page2).path(), 'utf8')).toContain('志册离线校验');

        await open('异常清单');
        await page.getByRole('tab', { name: '自批被拒' }).click();
        await page.getByRole('cell', { name: 'AttestAttendance' }).waitFor();
        await console.picture(page, '24-自批被拒');
        expect(await console.barriers(page)).toEqual([]);
        for (const list of ['更正', '逾期登记', '时间重叠', '越权被拒', '查看个人信息', '带出的表']) {
          await page.getByRole('tab', { name: list }).click();
          await page.getByRole('tabpanel', { name: list }).getByRole('table').first().waitFor();
        }
        expect(asked.length).toBeGreaterThan(10);
        expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
      }),
    300_000,
  );
});
