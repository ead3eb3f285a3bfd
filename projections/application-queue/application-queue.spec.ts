import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  numbers,
  organizationId,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { applicationQueue } from './application-queue.projection.js';
import { entriesOfWaitingCount, waitingApplications, waitingCount } from './application-queue.query.js';

const scope = undefined;
const stream = (n: number): string => volunteerStream(volunteerId(n));
const at = (n: number, unit = 1) => ({ volunteerId: volunteerId(n), organizationId: organizationId(unit) });
const returned = (n: number, returnedOn: string): GivenEvent => ({
  type: 'ApplicationReturned',
  data: { ...at(n), returnedOn: day(returnedOn), reason: '请补入党时间' },
});
const approved = (n: number): GivenEvent => ({
  type: 'ApplicationApproved',
  data: { ...at(n), approvedOn: day('2026-01-20'), basis: 'BRANCH_MEETING' },
});
const declined = (n: number): GivenEvent => ({
  type: 'ApplicationDeclined',
  data: { ...at(n), declinedOn: day('2026-01-20'), reason: '示例' },
});

describe('application queue', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(applicationQueue);
  });
  afterAll(() => bench.close());
  const waiting = async (n: number) =>
    (await waitingApplications(bench.source, { scope, pageSize: 200 })).items.find(
      (one) => one.volunteerId === volunteerId(n),
    );

  it('shows a submitted application with its doubts and the day it waits since', async () => {
    await bench.given(
      stream(1),
      applied(1, {
        doubts: ['JOINED_PARTY_MONTH', 'SEX_AGAINST_ID_NUMBER'],
        source: 'SHEET_IMPORT',
        onBehalf: 'RECORDER',
      }),
    );
    expect(await waiting(1)).toEqual({
      ...at(1),
      status: 'SUBMITTED',
      name: '示例员1',
      participantKind: 'FULL_MEMBER',
      source: 'SHEET_IMPORT',
      onBehalf: 'RECORDER',
      doubts: ['JOINED_PARTY_MONTH', 'SEX_AGAINST_ID_NUMBER'],
      doubtCount: 2,
      firstSubmittedOn: '2026-01-10',
      waitingSince: '2026-01-10',
      returnReason: null,
    });
  });

  it('waits for the applicant after a return and for the organization after handing it in again', async () => {
    await bench.given(stream(2), applied(2), returned(2, '2026-01-15'));
    expect(await waiting(2)).toMatchObject({
      status: 'RETURNED',
      waitingSince: '2026-01-15',
      returnReason: '请补入党时间',
    });
    await bench.given(stream(2), applied(2, { submittedOn: day('2026-01-18') }));
    expect(await waiting(2)).toMatchObject({
      status: 'SUBMITTED',
      waitingSince: '2026-01-18',
      firstSubmittedOn: '2026-01-10',
      returnReason: null,
    });
  });

  it('shows a corrected name and kind while the application waits', async () => {
    await bench.given(stream(3), applied(3), changed(3, { name: '示例更正', participantKind: 'PROBATIONARY_MEMBER' }));
    expect(await waiting(3)).toMatchObject({ name: '示例更正', participantKind: 'PROBATIONARY_MEMBER' });
  });

  it('takes out what was approved, declined or withdrawn', async () => {
    await bench.given(stream(4), applied(4), approved(4));
    await bench.given(stream(5), applied(5), declined(5));
    await bench.given(stream(6), applied(6), withdrew(6, '2026-01-12'));
    expect([await waiting(4), await waiting(5), await waiting(6)]).toEqual([undefined, undefined, undefined]);
  });

  it('does not bring back an enrolled volunteer whose particulars change', async () => {
    await bench.given(stream(7), applied(7), enrolled(7));
    await bench.given(stream(7), changed(7, { name: '示例改名' }));
    expect(await waiting(7)).toBeUndefined();
    await bench.given(stream(4), returned(4, '2026-02-01'));
    expect(await waiting(4)).toBeUndefined();
  });

  it('counts as many as it lists, over more pages than one', async () => {
    const unit = organizationId(2);
    await bench.givenAll(
      numbers(101, 107).map(
        (n) =>
          [
            stream(n),
            applied(n, {
              organizationId: unit,
              submittedOn: day(`2026-03-${n - 90}`),
              doubts: n < 104 ? ['WORD_NOT_IN_CODE_LIST'] : [],
            }),
          ] as const,
      ),
    );
    await bench.given(stream(107), {
      type: 'ApplicationReturned',
      data: { ...at(107, 2), returnedOn: day('2026-03-20'), reason: '示例' },
    });
    const count = await waitingCount(bench.source, { scope, organizationId: unit });
    expect(count).toEqual({ submitted: 6, returned: 1, doubtful: 3, longestWaitingSince: '2026-03-11' });
    for (const figure of ['submitted', 'returned', 'doubtful'] as const) {
      const pages = await Promise.all(
        numbers(1, 3).map((page) =>
          entriesOfWaitingCount(bench.source, { scope, organizationId: unit, figure, page, pageSize: 2 }),
        ),
      );
      expect(pages.flatMap(({ items }) => items)).toHaveLength(count[figure]);
      expect(pages.map(({ total }) => total)).toEqual([count[figure], count[figure], count[figure]]);
    }
  });

  it('puts the longest waiting first and finds those waiting since a day or longer', async () => {
    const asked = { scope, organizationId: organizationId(2) };
    const all = await waitingApplications(bench.source, asked);
    expect(all.items.map((one) => one.waitingSince)).toEqual([
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-14',
      '2026-03-15',
      '2026-03-16',
      '2026-03-20',
    ]);
    expect((await waitingApplications(bench.source, { ...asked, waitingSinceAtMost: day('2026-03-12') })).total).toBe(
      2,
    );
    expect((await waitingApplications(bench.source, { ...asked, waitingSinceAtMost: day('2026-03-10') })).total).toBe(
      0,
    );
  });

  it('shows nothing outside the scope', async () => {
    expect((await waitingApplications(bench.source, { scope: [] })).total).toBe(0);
    expect(
      (await waitingApplications(bench.source, { scope: [organizationId(1)], organizationId: organizationId(2) }))
        .total,
    ).toBe(0);
    expect(await waitingCount(bench.source, { scope: [organizationId(3)] })).toEqual({
      submitted: 0,
      returned: 0,
      doubtful: 0,
      longestWaitingSince: null,
    });
  });
});
