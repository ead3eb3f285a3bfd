import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import {
  approved,
  claimAttested,
  claimed,
  conflictResolved,
  declined,
  heldBack,
} from '../../test/support/hours-facts.js';
import { day, established, organizationId, teamId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  accountId,
  conflicted,
  credited,
  entryId,
  inHoursStreams,
  reversed,
  sessionId,
} from '../../test/support/service-facts.js';
import {
  entriesAttestedBy,
  entriesOfSession,
  lateEntries,
  correctedEntries,
  lateShareByTeam,
  minutesByProvenance,
  waitingEntries,
  type WaitingState,
} from './hours-watch.query.js';
import { entriesOfSlice, type HoursEntryItem } from './hours-entry.query.js';
import { volunteerYear } from './volunteer-year.projection.js';

let bench: ProjectionBench;
const scope = undefined;
const slice = { year: 2026, scope };
const numbersOf = ({ items }: { items: readonly HoursEntryItem[] }): number[] =>
  items.map(({ entryId: id }) => Number(id.slice(-3))).sort((a, b) => a - b);
const waiting = async (state: WaitingState, units = scope as undefined | ReturnType<typeof organizationId>[]) =>
  numbersOf(await waitingEntries(bench.source, { state, scope: units }));
const minutes = (n: number): Minutes => n as Minutes;

beforeAll(async () => {
  bench = await projectionBench(volunteerYear);
  await bench.given(`team-${teamId(1)}`, established(1));
  const late = { late: true, teamId: teamId(1), serviceMinutes: minutes(20) };
  const taken = credited(4, { teamId: teamId(1) });
  await bench.givenAll(
    inHoursStreams([
      ...[claimed(1), claimed(2), claimAttested(2), credited(3, { teamId: teamId(1) }), taken, reversed(taken)],
      ...[heldBack(5), heldBack(6, late), approved(6), credited(6, late), heldBack(7), declined(7)],
      ...[conflicted(8, 3), conflicted(9, 3), conflictResolved(9, { standsEntryId: entryId(3) })],
      ...[conflicted(10, 4), conflictResolved(10, { standsEntryId: entryId(10) }), credited(10)],
      credited(11, { kind: 'EXTERNAL', provenance: 'EXTERNAL', serviceMinutes: minutes(30), attestedBy: accountId(9) }),
      credited(12, { late: true, volunteerId: volunteerId(2), sessionId: sessionId(2), serviceMinutes: minutes(5) }),
    ]),
  );
}, 60_000);
afterAll(() => bench.close());

describe('what waits', () => {
  it('is a claim nobody attested, an entry nobody approved, an overlap nobody decided', async () => {
    expect(await waiting('recorded')).toEqual([1]);
    expect(await waiting('held')).toEqual([5]);
    expect(await waiting('conflicted')).toEqual([8]);
    expect(await waiting('held', [organizationId(2)])).toEqual([]);
    expect(numbersOf(await waitingEntries(bench.source, { scope }))).toEqual([1, 5, 8]);
  });

  it('is listed as urgent as it is: overdue first, then by the day of it, and no page repeats or loses one', async () => {
    const { items: all } = await waitingEntries(bench.source, { scope });
    // Nothing is due that early, everything that has a due day is overdue that late.
    for (const urgentOn of [day('2020-01-01'), day('2030-01-01')]) {
      const isOverdue = ({ dueOn }: HoursEntryItem): boolean => dueOn !== null && dueOn < urgentOn;
      const dayOf = ({ dueOn, servedOn }: HoursEntryItem): string => dueOn ?? servedOn;
      const wanted = all.toSorted(
        (a, b) =>
          Number(isOverdue(b)) - Number(isOverdue(a)) ||
          dayOf(a).localeCompare(dayOf(b)) ||
          a.entryId.localeCompare(b.entryId),
      );
      const pages: HoursEntryItem[] = [];
      for (let page = 1; page <= all.length; page += 1)
        pages.push(...(await waitingEntries(bench.source, { scope, urgentOn, page, pageSize: 1 })).items);
      expect(pages).toEqual(wanted);
    }
  });

  it('counts nothing, and says why and for whom it waits', async () => {
    const { items } = await waitingEntries(bench.source, { state: 'held', scope });
    expect(items).toMatchObject([
      { countedMinutes: 0, holdReasons: ['LATE'], approvalLevel: 'SECOND', lateReasonCode: 'EMERGENCY', late: true },
    ]);
  });
});

describe('how minutes came to be known', () => {
  it('has the entries of each kind behind it', async () => {
    const split = await minutesByProvenance(bench.source, slice);
    expect(split).toEqual([
      { provenance: 'WITNESSED', serviceMinutes: 145, entries: 4 },
      { provenance: 'EXTERNAL', serviceMinutes: 30, entries: 1 },
    ]);
    for (const { provenance, serviceMinutes } of split) {
      const { items } = await entriesOfSlice(bench.source, { ...slice, provenance });
      expect(items.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0)).toBe(serviceMinutes);
    }
  });
});

describe('what came late', () => {
  it('is a share of the minutes of a team, with its entries', async () => {
    const { items } = await lateShareByTeam(bench.source, slice);
    expect(items).toEqual(
      [
        {
          ...{ teamId: teamId(1), name: '示例党员志愿服务队1队', serviceMinutes: 80, lateMinutes: 20, lateEntries: 1 },
          lateBasisPoints: 2500,
        },
        { teamId: null, name: null, serviceMinutes: 95, lateMinutes: 5, lateEntries: 1, lateBasisPoints: 526 },
      ].map((line) => expect.objectContaining(line)),
    );
    for (const { teamId: of, correctedEntries: corrected } of items)
      expect((await correctedEntries(bench.source, { ...slice, teamId: of })).total).toBe(corrected);
    expect(numbersOf(await lateEntries(bench.source, { ...slice, teamId: teamId(1) }))).toEqual([6]);
    expect(numbersOf(await lateEntries(bench.source, slice))).toEqual([6, 12]);
  });
});

describe('to look at again', () => {
  it('a whole session has a result for each person', async () => {
    const page = await entriesOfSession(bench.source, { sessionId: sessionId(2), scope });
    expect(page.items).toMatchObject([{ volunteerId: volunteerId(2), state: 'credited' }]);
    expect((await entriesOfSession(bench.source, { sessionId: sessionId(2), scope: [] })).total).toBe(0);
  });

  it('an attester has everything that they attested', async () => {
    expect(numbersOf(await entriesAttestedBy(bench.source, { attestedBy: accountId(9), scope }))).toEqual([11]);
    const others = await entriesAttestedBy(bench.source, { attestedBy: accountId(2), scope: [organizationId(1)] });
    expect(numbersOf(others)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
  });

  it('what became of an entry stands on it: approved, declined, decided', async () => {
    const { items } = await entriesAttestedBy(bench.source, { attestedBy: accountId(2), scope, sort: 'state' });
    const of = (n: number) => items.find((item) => item.entryId === entryId(n));
    expect(of(6)).toMatchObject({ state: 'credited', approvedBy: accountId(4), approvedOn: day('2026-06-02') });
    expect(of(7)).toMatchObject({ state: 'declined', declinedOn: '2026-06-02' });
    expect(of(9)).toMatchObject({ state: 'declined', standsEntryId: entryId(3) });
    expect(of(10)).toMatchObject({ state: 'credited', standsEntryId: entryId(10) });
  });
});
