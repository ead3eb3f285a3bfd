import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  counted,
  day,
  deskId,
  numbers,
  organizationId,
  postId,
  registered,
  staffed,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { organizationDirectory } from './organization-directory.projection.js';
import {
  entriesOfChildCount,
  leadershipPosts,
  organizationRecord,
  organizations,
  receivingDesks,
} from './organization-directory.query.js';

const on = day('2026-12-31');
const scope = undefined;
const stream = (n: number): string => organizationStream(organizationId(n));

describe('organization directory', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(organizationDirectory);
    await bench.given(
      stream(1),
      registered(1, {
        kind: 'GRASSROOTS_COMMITTEE',
        name: '示例基层党委',
        unitName: '示例医院',
        unifiedCreditCode: '91340000MA0000000X',
      }),
    );
    await bench.given(stream(2), registered(2, { parentId: organizationId(1), lineOfAuthorityId: organizationId(9) }));
  });
  afterAll(() => bench.close());

  it('keeps kind, both lines, names and the credit code of a registered organization', async () => {
    const record = await organizationRecord(bench.source, { organizationId: organizationId(1), on, scope });
    expect(record).toMatchObject({
      kind: 'GRASSROOTS_COMMITTEE',
      parentId: null,
      name: '示例基层党委',
      unitName: '示例医院',
      unifiedCreditCode: '91340000MA0000000X',
      registeredOn: '2026-01-01',
      headcount: null,
      memberCount: null,
      pack: null,
      childCount: 1,
    });
    const child = await organizationRecord(bench.source, { organizationId: organizationId(2), on, scope });
    expect(child).toMatchObject({ parentId: organizationId(1), lineOfAuthorityId: organizationId(9), childCount: 0 });
  });

  it('shows the name of the day asked for after a renaming', async () => {
    await bench.given(stream(3), registered(3), {
      type: 'PartyOrganizationRenamed',
      data: {
        organizationId: organizationId(3),
        renamedOn: day('2026-06-01'),
        name: '新示例党支部',
        unitName: '新示例单位',
      },
    });
    const asked = { organizationId: organizationId(3), scope };
    expect(await organizationRecord(bench.source, { ...asked, on: day('2026-05-31') })).toMatchObject({
      name: '示例第3党支部',
      unitName: '示例第3单位',
    });
    expect(await organizationRecord(bench.source, { ...asked, on: day('2026-06-01') })).toMatchObject({
      name: '新示例党支部',
      unitName: '新示例单位',
    });
  });

  it('shows the staff headcount and the member counts of the day asked for, and keeps the older ones', async () => {
    await bench.given(
      stream(4),
      registered(4),
      staffed(4, 90, '2026-01-15'),
      staffed(4, 95, '2026-07-01'),
      counted(4, 34, 2, '2026-01-20'),
      counted(4, 35, 1, '2026-07-02'),
    );
    const asked = { organizationId: organizationId(4), scope };
    expect(await organizationRecord(bench.source, { ...asked, on: day('2026-01-14') })).toMatchObject({
      headcount: null,
      memberCount: null,
    });
    expect(await organizationRecord(bench.source, { ...asked, on: day('2026-06-30') })).toMatchObject({
      headcount: { staffHeadcount: 90 },
      memberCount: { fullMembers: 34, probationaryMembers: 2, on: '2026-01-20' },
    });
    const now = await organizationRecord(bench.source, { ...asked, on });
    expect(now).toMatchObject({
      headcount: { staffHeadcount: 95 },
      memberCount: { fullMembers: 35, probationaryMembers: 1 },
    });
    expect(now?.headcounts.map(({ staffHeadcount }) => staffHeadcount)).toEqual([90, 95]);
    expect(now?.memberCounts).toHaveLength(2);
  });

  it('names those who hold a leadership post on the day, not before it and not from the day it ended', async () => {
    const post = { organizationId: organizationId(2), postId: postId(1), volunteerId: volunteerId(1) };
    await bench.given(stream(2), {
      type: 'LeadershipPostAssumed',
      data: { ...post, assumedOn: day('2026-02-01'), postName: '支部书记', document: '示例文〔2026〕1号' },
    });
    await bench.given(volunteerStream(volunteerId(1)), applied(1, { name: '示例甲' }), changed(1, { name: '示例乙' }));
    await bench.given(stream(2), { type: 'LeadershipPostEnded', data: { ...post, endedOn: day('2026-08-01') } });
    const held = async (text: string) =>
      (await leadershipPosts(bench.source, { organizationId: organizationId(2), on: day(text), scope })).items;
    expect(await held('2026-01-31')).toEqual([]);
    expect(await held('2026-02-01')).toEqual([
      {
        ...post,
        volunteerName: '示例乙',
        postName: '支部书记',
        document: '示例文〔2026〕1号',
        assumedOn: '2026-02-01',
        endedOn: '2026-08-01',
      },
    ]);
    expect(await held('2026-07-31')).toHaveLength(1);
    expect(await held('2026-08-01')).toEqual([]);
  });

  it('keeps the desk of its day when another is designated, and holds its contact only as ciphertext', async () => {
    const desk = (n: number, effectiveOn: string) => ({
      type: 'ReceivingDeskDesignated' as const,
      data: {
        organizationId: organizationId(1),
        deskId: deskId(n),
        effectiveOn: day(effectiveOn),
        office: '示例党管科',
        contactPerson: '示例丙',
        phone: '0000-0000000',
      },
    });
    await bench.given(stream(1), desk(1, '2026-03-01'), desk(2, '2026-07-01'));
    const asked = { organizationId: organizationId(1), scope };
    const before = await receivingDesks(bench.source, { ...asked, on: day('2026-06-30') });
    expect(before.items.map((one) => one.deskId)).toEqual([deskId(1)]);
    const after = await receivingDesks(bench.source, { ...asked, on: day('2026-07-01') });
    expect(after.items.map((one) => one.deskId)).toEqual([deskId(2), deskId(1)]);
    expect(after.items[0]?.sealedContact).toMatchObject({ stream: stream(1), part: { g: 'contact' } });
    const stored = JSON.stringify(await bench.source.query('select * from read.organization_directory_desk'));
    expect(stored).not.toMatch(/示例党管科|示例丙|0000-0000000/);
  });

  it('shows the pack in force on the day', async () => {
    const adopted = (pack: string, effectiveOn: string) => ({
      type: 'PolicyPackAdopted' as const,
      data: { organizationId: organizationId(1), pack, packVersion: 1, effectiveOn: day(effectiveOn) },
    });
    await bench.given(stream(1), adopted('ZJ-2013-37', '2026-02-01'), adopted('HF-2013-0522', '2026-09-01'));
    const pack = async (text: string) =>
      (await organizationRecord(bench.source, { organizationId: organizationId(1), on: day(text), scope }))?.pack;
    expect(await pack('2026-01-31')).toBeNull();
    expect(await pack('2026-08-31')).toMatchObject({ pack: 'ZJ-2013-37', packVersion: 1 });
    expect(await pack('2026-09-01')).toMatchObject({ pack: 'HF-2013-0522' });
  });

  it('counts as many children as it lists, over more pages than one', async () => {
    await bench.givenAll([
      [stream(100), registered(100, { kind: 'GENERAL_BRANCH' })] as const,
      ...numbers(101, 107).map((n) => [stream(n), registered(n, { parentId: organizationId(100) })] as const),
    ]);
    const parent = await organizationRecord(bench.source, { organizationId: organizationId(100), on, scope });
    const pages = await Promise.all(
      numbers(1, 3).map((page) =>
        entriesOfChildCount(bench.source, { organizationId: organizationId(100), on, scope, page, pageSize: 3 }),
      ),
    );
    expect(parent?.childCount).toBe(7);
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [7, 3],
      [7, 3],
      [7, 1],
    ]);
    expect(new Set(pages.flatMap(({ items }) => items.map((one) => one.organizationId))).size).toBe(parent?.childCount);
  });

  it('finds by kind, by line and by part of a name, taking % and _ as letters', async () => {
    const ids = async (asked: object) =>
      (await organizations(bench.source, { on, scope, ...asked })).items.map((one) => one.organizationId);
    expect(await ids({ kinds: ['GENERAL_BRANCH'] })).toEqual([organizationId(100)]);
    expect(await ids({ lineOfAuthorityId: organizationId(9) })).toEqual([organizationId(2)]);
    expect(await ids({ text: '基层党' })).toEqual([organizationId(1)]);
    expect(await ids({ text: '示例医院' })).toEqual([organizationId(1)]);
    expect(await ids({ text: '示例%' })).toEqual([]);
    expect(await ids({ text: '_' })).toEqual([]);
  });

  it('shows nothing outside the scope and begins the tree where the scope begins', async () => {
    const mine = [organizationId(2)];
    const tops = await organizations(bench.source, { on, scope: mine, parentId: 'TOP' });
    expect(tops.items.map((one) => one.organizationId)).toEqual(mine);
    expect(await organizationRecord(bench.source, { organizationId: organizationId(1), on, scope: mine })).toBeNull();
    expect((await organizations(bench.source, { on, scope: [] })).total).toBe(0);
    expect((await receivingDesks(bench.source, { organizationId: organizationId(1), on, scope: mine })).total).toBe(0);
    expect(
      (
        await leadershipPosts(bench.source, {
          organizationId: organizationId(2),
          on: day('2026-03-01'),
          scope: [organizationId(1)],
        })
      ).total,
    ).toBe(0);
    const allTops = await organizations(bench.source, { on, scope, parentId: 'TOP' });
    expect(allTops.items.map((one) => one.organizationId)).not.toContain(organizationId(2));
  });
});
