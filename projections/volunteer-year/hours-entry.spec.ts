import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  day,
  enrolled,
  established,
  numbers,
  organizationId,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  accountId,
  activityId,
  conflicted,
  credited,
  entryId,
  everyPage,
  inHoursStreams,
  planned,
  reversed,
} from '../../test/support/service-facts.js';
import {
  entriesOfSlice,
  entriesOfVolunteerYear,
  minutesByActivity,
  minutesByMonth,
  minutesByTeam,
  minutesByVolunteer,
  type LedgerSlice,
} from './hours-entry.query.js';
import { volunteerYear } from './volunteer-year.projection.js';
import { volunteerYearOf } from './volunteer-year.query.js';

let bench: ProjectionBench;
const scope = undefined;
const minutes = (n: number): Minutes => n as Minutes;

beforeAll(async () => {
  bench = await projectionBench(volunteerYear);
  await bench.givenAll([
    [`team-${teamId(1)}`, established(1)],
    [`activity-${activityId(1)}`, planned(1)],
  ]);
}, 60_000);
afterAll(() => bench.close());

const enrol = (
  n: number,
  given: Parameters<typeof enrolled>[1] = {},
  ...more: Parameters<ProjectionBench['given']>[1][]
) => bench.given(volunteerStream(volunteerId(n)), applied(n), enrolled(n, given), ...more);
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const yearOf = (n: number, year = 2026, targetMinutes: number | null = 1440) =>
  volunteerYearOf(bench.source, { volunteerId: volunteerId(n), year, targetMinutes, scope });
const entriesOf = (n: number, year = 2026) =>
  everyPage((page) =>
    entriesOfVolunteerYear(bench.source, { volunteerId: volunteerId(n), year, scope, page, pageSize: 200 }),
  );

describe('an entry of the hours ledger', () => {
  it('shows where, when, who recorded and who attested, and where it stands in the log', async () => {
    await enrol(7);
    const entry = credited(701, { volunteerId: volunteerId(7), teamId: teamId(1) });
    const { position } = await bench.given(`hours-${volunteerId(7)}-2026`, entry);
    expect(await entriesOf(7)).toEqual([
      {
        ...entry.data,
        year: 2026,
        state: 'credited',
        conflictsWith: null,
        standsEntryId: null,
        lateReasonCode: null,
        holdReasons: [],
        approvalLevel: null,
        approvedBy: null,
        approvedOn: null,
        declinedOn: null,
        replaces: null,
        replacedBy: null,
        position,
        reversalReasonCode: null,
        reversedOn: null,
        reversedBy: null,
        reversalPosition: null,
        volunteerName: '示例员7',
        activityTitle: '示例活动1',
        teamName: '示例党员志愿服务队1队',
        countedMinutes: 60,
      },
    ]);
  });

  it('stays readable when reversed, with the reason, the day and by whom, and counts no more', async () => {
    await enrol(8);
    const entry = credited(801, { volunteerId: volunteerId(8) });
    const { position } = await bench.given(`hours-${volunteerId(8)}-2026`, entry);
    const reversal = await bench.given(`hours-${volunteerId(8)}-2026`, reversed(entry, { reasonCode: 'FALSE_CLAIM' }));
    expect(await entriesOf(8)).toMatchObject([
      {
        serviceMinutes: 60,
        countedMinutes: 0,
        state: 'reversed',
        position,
        reversalReasonCode: 'FALSE_CLAIM',
        reversedOn: '2026-06-30',
        reversedBy: accountId(3),
        reversalPosition: reversal.position,
      },
    ]);
  });

  it('in conflict names the entry it overlaps', async () => {
    await enrol(4);
    await serve(credited(401, { volunteerId: volunteerId(4) }), conflicted(402, 401, { volunteerId: volunteerId(4) }));
    expect(await entriesOf(4)).toMatchObject([
      { entryId: entryId(401), state: 'credited', teamId: null, recordedBy: accountId(1), attestedBy: accountId(2) },
      { entryId: entryId(402), state: 'conflicted', conflictsWith: entryId(401), countedMinutes: 0 },
    ]);
  });

  it('counts towards the year: all pages of entries add up to its minutes', async () => {
    await enrol(9);
    const entries = numbers(1, 230).map((i) =>
      credited(9000 + i, {
        volunteerId: volunteerId(9),
        activityId: activityId(i % 7),
        servedOn: day(`2026-0${1 + (i % 9)}-${10 + (i % 19)}`),
        serviceMinutes: minutes(i),
      }),
    );
    await serve(...entries, conflicted(9500, 9001, { volunteerId: volunteerId(9) }), reversed(entries[4]!));
    const listed = await entriesOf(9);
    expect(listed).toHaveLength(231);
    const sum = listed.reduce((total, { countedMinutes }) => total + countedMinutes, 0);
    expect(await yearOf(9)).toMatchObject({ serviceMinutes: sum, activities: 7 });
    expect(sum).toBe((230 * 231) / 2 - 5);
  });

  it('is not shown outside the scope', async () => {
    const asked = { volunteerId: volunteerId(9), year: 2026 };
    expect((await entriesOfVolunteerYear(bench.source, { ...asked, scope: [organizationId(2)] })).total).toBe(0);
    expect((await entriesOfVolunteerYear(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(231);
  });
});

describe('sums of the hours ledger', () => {
  const year = 2024;
  const unit = organizationId(6);
  const everything: LedgerSlice = { year, scope: [unit] };

  beforeAll(() => {
    const given = (person: number, activity: number, servedOn: string, served: number) => ({
      organizationId: unit,
      volunteerId: volunteerId(person),
      activityId: activityId(activity),
      servedOn: day(servedOn),
      serviceMinutes: minutes(served),
    });
    const [one, two] = [{ teamId: teamId(1) }, { teamId: teamId(2) }];
    const taken = credited(64, { ...given(3, 1, '2024-02-29', 1000), ...one });
    return serve(
      credited(61, { ...given(3, 1, '2024-01-31', 10), ...one }),
      credited(62, given(3, 2, '2024-02-01', 20)),
      credited(63, { ...given(4, 1, '2024-02-29', 40), ...two }),
      taken,
      reversed(taken),
      conflicted(65, 63, { ...given(4, 1, '2024-02-29', 500), ...two }),
      credited(66, { ...given(4, 1, '2024-02-29', 80), ...two, organizationId: organizationId(1) }),
      credited(67, { ...given(4, 1, '2023-12-31', 160), ...two }),
    );
  });

  it('are by month', async () => {
    expect(await minutesByMonth(bench.source, everything)).toEqual([
      { month: 1, serviceMinutes: 10, entries: 1 },
      { month: 2, serviceMinutes: 60, entries: 2 },
    ]);
  });

  it('are by team, service without one apart', async () => {
    expect((await minutesByTeam(bench.source, everything)).items).toEqual([
      { teamId: teamId(2), name: null, serviceMinutes: 40, entries: 1 },
      { teamId: null, name: null, serviceMinutes: 20, entries: 1 },
      { teamId: teamId(1), name: '示例党员志愿服务队1队', serviceMinutes: 10, entries: 1 },
    ]);
  });

  it('are by activity', async () => {
    expect((await minutesByActivity(bench.source, everything)).items).toEqual([
      { activityId: activityId(1), name: '示例活动1', serviceMinutes: 50, entries: 2 },
      { activityId: activityId(2), name: null, serviceMinutes: 20, entries: 1 },
    ]);
  });

  it('are by volunteer, most first, in pages', async () => {
    const page = await minutesByVolunteer(bench.source, { ...everything, pageSize: 1 });
    expect(page).toMatchObject({ total: 2, items: [{ volunteerId: volunteerId(4), serviceMinutes: 40, entries: 1 }] });
  });

  it.each<[string, Partial<LedgerSlice>, readonly number[]]>([
    ['the whole year of a unit', {}, [61, 62, 63]],
    ['a month', { month: 2 }, [62, 63]],
    ['a volunteer', { volunteerId: volunteerId(3) }, [61, 62]],
    ['a team', { teamId: teamId(2) }, [63]],
    ['no team', { teamId: null }, [62]],
    ['an activity', { activityId: activityId(1) }, [61, 63]],
    ['every unit', { scope: undefined }, [61, 62, 63, 66]],
    ['no unit', { scope: [] }, []],
    ['another year', { year: 2023 }, [67]],
  ])('have the entries of %s behind them', async (_what, part, ids) => {
    const slice = { ...everything, ...part };
    const { items } = await entriesOfSlice(bench.source, slice);
    expect(items.map(({ entryId: id }) => Number(id.slice(-3))).sort()).toEqual(ids);
    const sum = items.reduce((total, { countedMinutes }) => total + countedMinutes, 0);
    const byMonth = await minutesByMonth(bench.source, slice);
    expect(byMonth.reduce((total, { serviceMinutes }) => total + serviceMinutes, 0)).toBe(sum);
  });
});
