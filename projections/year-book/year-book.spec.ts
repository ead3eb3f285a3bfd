import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityStream } from '#libs/activity/activity.events';
import { hoursStream } from '#libs/hours/hours.events';
import type {
  AccountId,
  ActivityId,
  DisputeId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { yearBook } from './year-book.projection.js';
import { bookLines, bookTotals, bookRecords, bridgeOf, closingProgress } from './year-book.query.js';
import { breakCounts, breaksOf, trialBalanceOf } from './trial-balance.query.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const organizationId = idOf<OrganizationId>(2);
const scope = [organizationId];
const asked = { year: 2026, scope };
const [sara, peter] = [idOf<VolunteerId>(11), idOf<VolunteerId>(12)];

const person = (volunteerId: VolunteerId, name: string): readonly GivenEvent[] => [
  {
    type: 'ApplicationSubmitted',
    data: {
      volunteerId,
      organizationId,
      participantKind: 'FULL_MEMBER',
      submittedOn: day('2026-01-05'),
      source: 'PAPER_FORM',
      onBehalf: 'RECORDER',
      consents: ['REGISTRATION'],
      doubts: [],
      name,
      sex: '2',
    },
  },
  {
    type: 'VolunteerEnrolled',
    data: { volunteerId, organizationId, volunteerNumber: '2026000001', enrolledOn: day('2026-02-01') },
  },
];
const service = (volunteerId: VolunteerId, n: number, servedOn = '2026-03-05') => ({
  volunteerId,
  entryId: idOf<HoursEntryId>(100 + n),
  kind: 'SESSION' as const,
  organizationId,
  servedOn: day(servedOn),
  startsAt: '08:30' as TimeOfDay,
  endsAt: '10:00' as TimeOfDay,
  serviceMinutes: 60 as Minutes,
  provenance: 'WITNESSED' as const,
  recordedBy: idOf<AccountId>(4),
  recordedOn: day('2026-03-06'),
  attestedBy: idOf<AccountId>(5),
  attestedOn: day('2026-03-07'),
  activityId: idOf<ActivityId>(200 + n),
  sessionId: idOf<SessionId>(300 + n),
  dueProvisional: false,
  late: false,
});
const credited = (volunteerId: VolunteerId, n: number, servedOn?: string): GivenEvent => ({
  type: 'ServiceHoursCredited',
  data: service(volunteerId, n, servedOn),
});
const reversed = (volunteerId: VolunteerId, n: number): GivenEvent => ({
  type: 'ServiceHoursReversed',
  data: {
    volunteerId,
    entryId: idOf<HoursEntryId>(100 + n),
    activityId: idOf<ActivityId>(200 + n),
    organizationId,
    servedOn: day('2026-03-05'),
    serviceMinutes: 60 as Minutes,
    reasonCode: 'RECORDING_ERROR',
    reversedBy: idOf<AccountId>(5),
    reversedOn: day('2026-04-01'),
    reason: '记错',
  },
});

describe('the books of a year', () => {
  let bench: ProjectionBench;
  const hours = (volunteerId: VolunteerId): string => hoursStream(volunteerId, 2026);
  beforeAll(async () => {
    bench = await projectionBench(yearBook);
    await bench.givenAll([
      [volunteerStream(sara), ...person(sara, '丁𠮷安')],
      [volunteerStream(peter), ...person(peter, '方明远')],
      [hours(sara), credited(sara, 1), credited(sara, 2), reversed(sara, 2)],
    ]);
  });
  afterAll(() => bench.close());

  it('show the same minutes on three sides, without what was reversed', async () => {
    expect(await trialBalanceOf(bench.source, asked)).toEqual({
      personMinutes: 60,
      activityMinutes: 60,
      teamMinutes: 60,
      entries: 1,
      volunteers: 1,
      activities: 1,
    });
    expect(await breakCounts(bench.source, asked)).toEqual([]);
    expect(await closingProgress(bench.source, asked)).toEqual({ volunteers: 1, closed: 0 });
  });

  it('name every break and who has to put it right', async () => {
    const { sessionId, activityId, ...rest } = service(peter, 7);
    const { kind: _kind, dueProvisional: _provisional, late: _late, ...attendance } = rest;
    await bench.givenAll([
      [
        hours(peter),
        { type: 'ServiceHoursConflicted', data: { ...service(peter, 3), conflictsWith: idOf<HoursEntryId>(99) } },
        {
          type: 'ServiceHoursHeld',
          data: { ...service(peter, 4), holdReasons: ['LATE'], approvalLevel: 'SECOND', dayMinutes: 60 },
        },
        credited(peter, 5, '2026-01-31'),
        credited(peter, 6, '2026-02-01'),
        {
          type: 'ServiceHoursDisputed',
          data: {
            volunteerId: peter,
            year: 2026,
            disputeId: idOf<DisputeId>(60),
            organizationId,
            ground: 'MISSING',
            raisedBy: idOf<AccountId>(6),
            disputedOn: day('2026-04-01'),
            answerDueOn: day('2026-04-16'),
            dueProvisional: false,
            statement: '漏记一次',
          },
        },
      ],
      [activityStream(activityId), { type: 'AttendanceAttested', data: { ...attendance, activityId, sessionId } }],
    ]);
    const { items } = await breaksOf(bench.source, asked);
    expect(items.map(({ kind, servedOn }) => [kind, servedOn])).toEqual([
      ['CONFLICTED', '2026-03-05'],
      ['DISPUTED', null],
      ['HELD', '2026-03-05'],
      ['NOT_CREDITED', '2026-03-05'],
      ['NOT_ENROLLED', '2026-01-31'],
    ]);
    expect(items[0]).toMatchObject({ name: '方明远', organizationId, responsibleBy: idOf(5), serviceMinutes: 60 });
    for (const { kind, breaks } of await breakCounts(bench.source, asked))
      expect((await breaksOf(bench.source, { ...asked, kind })).total).toBe(breaks);
  });

  it('tell as closed from as known, entry by entry', async () => {
    const position = (await bench.store.head())!;
    expect((await bookRecords(bench.source, { ...asked, position })).map((one) => one.volunteerId)).toEqual([
      sara,
      peter,
    ]);
    await bench.given(hours(sara), reversed(sara, 1));
    await bench.given(hoursStream(peter, 2027), {
      type: 'PriorYearAdjusted',
      data: {
        volunteerId: peter,
        year: 2027,
        adjustmentId: idOf<HoursEntryId>(400),
        adjustsYear: 2026,
        entryId: idOf<HoursEntryId>(106),
        organizationId,
        servedOn: day('2026-02-01'),
        minutesBefore: 60 as Minutes,
        minutesAfter: 20 as Minutes,
        reasonCode: 'RECORDING_ERROR',
        adjustedOn: day('2027-02-01'),
        reason: '中途离开',
      },
    });
    const closed = { ...asked, position };
    const bridge = (await bridgeOf(bench.source, closed)).items;
    expect(bridge.map(({ name, minutesAsClosed, minutesAsKnown }) => [name, minutesAsClosed, minutesAsKnown])).toEqual([
      ['方明远', 60, 20],
      ['丁𠮷安', 60, 0],
    ]);
    const totals = await bookTotals(bench.source, closed);
    const lines = (await bookLines(bench.source, closed)).items;
    const sum = (of: 'minutesAsClosed' | 'minutesAsKnown'): number =>
      lines.reduce((total, line) => total + line[of], 0);
    expect([sum('minutesAsClosed'), sum('minutesAsKnown')]).toEqual([totals.minutesAsClosed, totals.minutesAsKnown]);
    const explained = bridge.reduce((total, line) => total + line.minutesAsKnown - line.minutesAsClosed, 0);
    expect(totals.minutesAsKnown - totals.minutesAsClosed).toBe(explained);
    expect(totals.changed).toBe(bridge.length);
  });

  it('show nothing outside the scope', async () => {
    const outside = { ...asked, scope: [idOf<OrganizationId>(77)] };
    expect(await trialBalanceOf(bench.source, outside)).toMatchObject({ personMinutes: 0, volunteers: 0 });
    expect((await breaksOf(bench.source, outside)).total).toBe(0);
  });
});
