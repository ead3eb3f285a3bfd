import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '#libs/access/actor';
import type { AttestedPart } from '#libs/importing/attest-part';
import { paperOf } from '#libs/importing/grounds';
import { prepareImport, type PreparedImport } from '#libs/importing/import';
import type { ImportResult } from '#libs/importing/result';
import { HoursStory } from '../support/hours-story.js';

const heads = '活动名称,活动日期,开始时间,结束时间,地点,服务内容,组织单位,活动负责人,队伍,姓名,服务时间（小时）,备注';
const line = (day: string, name: string, hours: number): string =>
  `社区义诊,${day},09:00,,示例社区,义诊,示例中心,王示例,示例队,${name},${hours},`;
const scan = (name: string) => paperOf(name, Buffer.from(`%PDF-1.4 ${name}`));

describe('a pile of sign-in sheets brought at once', () => {
  let story: HoursStory;
  let result: ImportResult;
  beforeAll(async () => {
    story = await HoursStory.open();
  }, 60_000);
  afterAll(() => story.close());

  const actor = async (role: Role): Promise<Actor> => {
    const { accountId } = await story.branch.as(role);
    return { accountId, displayName: role, grants: [{ role, organizationId: story.branch.api.top }] };
  };
  /** One day in time, one weeks ago with two people, one of them for more than eight hours. */
  const sheet = [
    heads,
    line('2026-07-15', '王示例', 2),
    line('2026-05-06', '王示例', 1),
    line('2026-05-06', '李示例', 9),
  ];
  const brought = async (
    papers: readonly string[],
    lateReasonCode?: 'PAPER_SHEET_DELAYED',
  ): Promise<PreparedImport> => {
    const { api, branch } = story.branch;
    const grounds = { papers: papers.map(scan), lateReasonCode };
    const bytes = new TextEncoder().encode(sheet.join('\n'));
    const asked = { kind: 'sign-in', organizationId: branch, grounds } as const;
    return prepareImport(api.house, await actor('RECORDER'), { asked, bytes, now: () => api.clock.now });
  };

  it('F-06: without its paper nothing of a batch is written, and no row of a day that no paper shows', async () => {
    await story.branch.day('2026-07-20');
    const bare = await brought([], 'PAPER_SHEET_DELAYED');
    expect(bare.preview.plan.obstacles).toEqual([expect.stringContaining('批量登记须附纸质签到表')]);
    await expect(bare.write()).rejects.toThrow(RangeError);
    const { preview } = await brought(['2026-07-15 签到表.pdf']);
    expect(preview.rowsToWrite).toBe(1);
    expect(preview.faults.filter(({ code }) => code === 'sign_in_sheet_missing').map(({ row }) => row)).toEqual([3, 4]);
  });

  it('F-05: late rows need one reason for the whole sheet', async () => {
    const { preview } = await brought(['签到表.pdf']);
    expect(preview.plan.obstacles).toEqual([expect.stringContaining('有 2 人次超过服务结束后 10 个工作日')]);
  });

  it('F-05, F-07: attested by a second person, what was in time counts and what came late waits', async () => {
    result = await (await brought(['签到表.pdf'], 'PAPER_SHEET_DELAYED')).write();
    const { api, branch } = story.branch;
    const attestation = `/api/imports/${result.batchId}/attestation`;
    const [waiting] = (await story.branch.ask('/api/imports/waiting')).items;
    expect(waiting).toMatchObject({
      batchId: result.batchId,
      unattested: 3,
      unattestedMinutes: 720,
      late: 0,
      longDays: 0,
    });
    await (await story.branch.as('RECORDER')).post(attestation).expect(403);
    await (await story.branch.as('TEAM_LEADER')).post(`/api/imports/${randomUUID()}/attestation`).expect(404);

    // Li leads, and served on row 4: that row alone is refused, told with its rule.
    const li = await api.person([{ role: 'TEAM_LEADER', organizationId: branch }], story.li);
    const byLi = (await li.post(attestation).expect(200)).body as AttestedPart;
    expect(byLi).toMatchObject({ attested: 2, left: 0, refusals: [{ entries: 1 }] });
    expect(byLi.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'WRITTEN'],
      [3, 'WRITTEN'],
      [4, 'REFUSED'],
    ]);
    expect(byLi.rows[2]?.refusal).toContain('本人');

    // Sent twice at the same time, it is one act; what was decided before says so.
    await api.settled();
    const leader = await story.branch.as('TEAM_LEADER');
    const both = await Promise.all([leader.post(attestation).expect(200), leader.post(attestation).expect(200)]);
    const outcomes = both.map(({ body }) => (body as AttestedPart).rows.map(({ outcome }) => outcome));
    expect(outcomes.flat()).not.toContain('REFUSED');
    expect(outcomes.map((all) => all.slice(0, 2))).toEqual(Array(2).fill(['EXISTING', 'EXISTING']));
    expect(outcomes.map((all) => all[2])).toContain('WRITTEN');
    await api.settled();
    const again = (await leader.post(attestation).expect(200)).body as AttestedPart;
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['EXISTING', 'EXISTING', 'EXISTING']);
    const parts: number[] = [];
    for (let after: string | undefined, left = 1; left > 0;) {
      const { body } = await leader.post(attestation, { limit: 2, ...(after ? { after } : {}) }).expect(200);
      parts.push((body as AttestedPart).rows.length);
      ({ left, next: after } = body as AttestedPart);
    }
    expect(parts).toEqual([2, 1]);
    const { entries } = await api.house.store.readAll(null, 1_000);
    expect(entries.filter(({ type }) => type === 'AttendanceAttested')).toHaveLength(3);
    expect(await story.counted()).toBe(120);
    expect((await story.branch.ask('/api/imports/waiting')).items).toMatchObject([
      { unattested: 0, late: 1, lateMinutes: 60, longDays: 1 },
    ]);
    const { items } = await story.waiting('held');
    expect(items.map(({ late, holdReasons, lateReasonCode }) => ({ late, holdReasons, lateReasonCode }))).toEqual(
      expect.arrayContaining([
        { late: true, holdReasons: ['LATE'], lateReasonCode: 'PAPER_SHEET_DELAYED' },
        { late: true, holdReasons: ['DAY_OVER_SECOND_TIER', 'LATE'], lateReasonCode: 'PAPER_SHEET_DELAYED' },
      ]),
    );
  });

  it('the batch is listed: which file, by whom, when, what became of each row', async () => {
    const { branch } = story;
    const list = (query: string) => branch.ask(`/api/imports?within=${branch.branch}${query}`);
    const { items, total } = await list('');
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        ...{ batchId: result.batchId, kind: 'sign-in', organizationId: branch.branch, state: 'FINISHED' },
        ...{ fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/), refused: 0, existing: 0 },
      },
    ]);
    const rows = (query: string) => branch.ask(`/api/imports/${result.batchId}/rows${query}`);
    expect((await rows('?outcome=WRITTEN')).total).toBe(items[0]?.['written']);
    expect((await rows('')).total).toBe(result.rows.length);
    expect((await list('&state=RUNNING')).total).toBe(0);
    await (await branch.as('APPROVER')).get(`/api/imports/${randomUUID()}/rows`).expect(404);
  });

  it('F-05: a third person approves the whole batch in one act; a day too long is looked at by itself', async () => {
    const { branch } = story;
    const approval = `/api/imports/${result.batchId}/approval`;
    await (await branch.as('TEAM_LEADER')).post(approval).expect(403);
    await (await branch.as('APPROVER')).post(`/api/imports/${randomUUID()}/approval`).expect(404);
    const { body } = await (await branch.as('APPROVER')).post(approval, { note: '已核对扫描件' }).expect(200);
    expect(body).toEqual({
      ...{ approved: 1, refusals: [], longDays: 1, left: 0 },
      rows: [
        {
          ...{ row: 3, entryId: expect.any(String), volunteerId: story.wang },
          ...{ outcome: 'WRITTEN', position: expect.any(String) },
        },
      ],
    });
    expect(await story.counted()).toBe(180);
    expect((await story.entries()).items).toContainEqual(
      expect.objectContaining({ servedOn: '2026-05-06', state: 'credited', late: true, countedMinutes: 60 }),
    );
    const again = await (await branch.as('APPROVER')).post(approval).expect(200);
    expect(again.body).toMatchObject({ approved: 0, longDays: 1 });
    const [long] = (await story.waiting('held')).items;
    await branch.say('APPROVER', story.at(String(long?.['entryId']), 'approval', 2026, story.li), {});
    expect(await story.counted(story.li)).toBe(540);
  });
});
