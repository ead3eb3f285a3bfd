import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VolunteerId } from '#libs/kernel/ids';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  numbers,
  organizationId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { volunteerRegister } from './volunteer-register.projection.js';
import {
  entriesOfVolunteerCount,
  volunteerCounts,
  volunteerRecord,
  volunteers,
  type VolunteersAsked,
} from './volunteer-register.query.js';

const scope = undefined;
const stream = (n: number): string => volunteerStream(volunteerId(n));

describe('lists of the volunteer register', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(volunteerRegister);
    await bench.givenAll([
      [stream(1), applied(1)],
      [stream(2), applied(2), enrolled(2)],
      [stream(4), applied(4, { name: '示例改名' })],
    ]);
  });
  afterAll(() => bench.close());
  const ids = async (asked: Omit<VolunteersAsked, 'scope'>): Promise<VolunteerId[]> =>
    (await volunteers(bench.source, { scope, pageSize: 200, ...asked })).items.map((one) => one.volunteerId);

  it('finds by part of a name, by the beginning of a number and by ids, taking % and _ as letters', async () => {
    expect(await ids({ text: '改名' })).toEqual([volunteerId(4)]);
    expect(await ids({ text: ' 2026000002 ' })).toEqual([volunteerId(2)]);
    expect(await ids({ text: '26000002' })).toEqual([]);
    expect(await ids({ text: '%' })).toEqual([]);
    expect(await ids({ text: '_' })).toEqual([]);
    expect(await ids({ volunteerIds: [volunteerId(1), volunteerId(99)] })).toEqual([volunteerId(1)]);
    expect(await ids({ volunteerIds: [] })).toEqual([]);
  });

  it('finds by the letters of a name as it stands now, from the beginning of either way to type them', async () => {
    await bench.givenAll([
      [stream(11), applied(11, { name: '张建军' })],
      [stream(12), applied(12, { name: '曾建' })],
    ]);
    for (const text of ['zjj', 'ZJJ', 'zj', 'zhangjianjun', 'Zhang Jian', ' zhangj '])
      expect(await ids({ text })).toContain(volunteerId(11));
    expect(await ids({ text: 'zjj' })).toEqual([volunteerId(11)]);
    expect(await ids({ text: 'zengj' })).toEqual([volunteerId(12)]);
    for (const text of ['jj', 'jianjun', 'z%j', 'zj_', 'zjj z', '·'])
      expect([text, await ids({ text })]).toEqual([text, []]);
    await bench.given(stream(11), changed(11, { name: '李建军' }));
    expect(await ids({ text: 'zjj' })).toEqual([]);
    expect(await ids({ text: 'ljj' })).toEqual([volunteerId(11)]);
  });

  it('counts as many as it lists, over more pages than one', async () => {
    const unit = organizationId(3);
    await bench.givenAll(
      numbers(101, 107).map(
        (n) =>
          [
            stream(n),
            applied(n, { organizationId: unit, participantKind: n < 105 ? 'FULL_MEMBER' : 'PROBATIONARY_MEMBER' }),
            enrolled(n, { organizationId: unit }),
          ] as const,
      ),
    );
    for (const on of [undefined, day('2026-02-01')]) {
      const counts = await volunteerCounts(bench.source, { scope, on, organizationId: unit });
      expect(counts).toEqual([
        { status: 'ENROLLED', participantKind: 'FULL_MEMBER', volunteers: 4 },
        { status: 'ENROLLED', participantKind: 'PROBATIONARY_MEMBER', volunteers: 3 },
      ]);
      for (const count of counts) {
        const pages = await Promise.all(
          numbers(1, 2).map((page) =>
            entriesOfVolunteerCount(bench.source, { scope, on, organizationId: unit, ...count, page, pageSize: 2 }),
          ),
        );
        expect(pages[0]?.total).toBe(count.volunteers);
        expect(pages.flatMap(({ items }) => items)).toHaveLength(count.volunteers);
      }
    }
    expect(await volunteerCounts(bench.source, { scope, organizationId: unit, on: day('2026-01-09') })).toEqual([]);
  });

  it('sorts by what is allowed and by nothing else', async () => {
    const asked = { scope, organizationId: organizationId(3), pageSize: 3 };
    const numbersOf = async (sorting: object) =>
      (await volunteers(bench.source, { ...asked, ...sorting })).items.map((one) => one.volunteerNumber);
    expect(await numbersOf({})).toEqual(['2026000101', '2026000102', '2026000103']);
    expect(await numbersOf({ sort: 'name', descending: true })).toEqual(['2026000107', '2026000106', '2026000105']);
    expect(await numbersOf({ sort: 'volunteerId"; drop table read.volunteer_register; --' })).toEqual([
      '2026000101',
      '2026000102',
      '2026000103',
    ]);
  });

  it('shows nothing outside the scope, on any day', async () => {
    expect((await volunteers(bench.source, { scope: [] })).total).toBe(0);
    expect((await volunteers(bench.source, { scope: [organizationId(3)] })).total).toBe(7);
    expect((await volunteers(bench.source, { scope: [organizationId(3)], on: day('2026-02-01') })).total).toBe(7);
    expect(await volunteerRecord(bench.source, { volunteerId: volunteerId(1), scope: [organizationId(3)] })).toBeNull();
  });
});
