import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventCodec } from '#libs/event-store/codec';
import { eventCatalogue } from '#libs/house/catalogue';
import type { OrganizationId } from '#libs/kernel/ids';
import type { Minutes } from '#libs/kernel/time';
import { activityRegister } from '#projections/activity-register/activity-register.projection';
import { activities } from '#projections/activity-register/activity-register.query';
import { starStanding } from '#projections/star-standing/star-standing.projection';
import { starStandingOf } from '#projections/star-standing/star-standing.query';
import { teamYear } from '#projections/team-year/team-year.projection';
import { activitiesOfTeamYear, teamYears } from '#projections/team-year/team-year.query';
import { replayHistory, type HistoryTotals } from '#projections/volunteer-history/history';
import { volunteerHistory } from '#projections/volunteer-history/volunteer-history.projection';
import {
  entriesOfSlice,
  entriesOfVolunteerYear,
  minutesByActivity,
  minutesByMonth,
  minutesByTeam,
  minutesByVolunteer,
} from '#projections/volunteer-year/hours-entry.query';
import { volunteerYear } from '#projections/volunteer-year/volunteer-year.projection';
import { volunteerYearOf } from '#projections/volunteer-year/volunteer-year.query';
import { applied, day, enrolled, established, numbers, teamId, volunteerId } from '../support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../support/projection-bench.js';
import {
  activityId,
  attended,
  attested,
  conflicted,
  credited,
  everyPage,
  held,
  inHoursStreams,
  planned,
  reversed,
  sessionId,
} from '../support/service-facts.js';

const people = numbers(1, 4);
const teams = numbers(1, 2);
const works = numbers(1, 3);

interface Service {
  readonly person: number;
  readonly team: number | undefined;
  readonly work: number;
  readonly servedOn: string;
  readonly minutes: number;
  readonly fate: 'credited' | 'conflicted' | 'reversed' | 'attested';
}

const service: fc.Arbitrary<Service> = fc.record({
  person: fc.constantFrom(...people),
  team: fc.constantFrom(undefined, ...teams),
  work: fc.constantFrom(...works),
  servedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2026-06-30', '2026-12-31'),
  minutes: fc.integer({ min: 1, max: 600 }),
  fate: fc.constantFrom('credited', 'credited', 'reversed', 'conflicted', 'attested'),
});

/** What a session, a second person and the hours ledger write about one service: all of it, or as far as it came. */
function written({ person, team, work, servedOn, minutes, fate }: Service, n: number) {
  const given = {
    volunteerId: volunteerId(person),
    activityId: activityId(work),
    sessionId: sessionId(n),
    servedOn: day(servedOn),
    serviceMinutes: minutes as Minutes,
    ...(team ? { teamId: teamId(team) } : {}),
  };
  const credit = credited(n, given);
  const hoursOf: Record<Service['fate'], Parameters<typeof inHoursStreams>[0]> = {
    attested: [],
    credited: [credit],
    reversed: [credit, reversed(credit)],
    conflicted: [conflicted(n, 1, given)],
  };
  return { work, activity: [held(work, n, servedOn), attended(n, given), attested(n, given)], hours: hoursOf[fate] };
}

const streamsOf = (services: readonly Service[]): [string, ...GivenEvent[]][] => {
  const facts = services.map((one, i) => written(one, i + 1));
  return [
    ...people.map((n): [string, ...GivenEvent[]] => [`volunteer-${volunteerId(n)}`, applied(n), enrolled(n)]),
    ...teams.map((n): [string, ...GivenEvent[]] => [`team-${teamId(n)}`, established(n)]),
    ...works.map((n): [string, ...GivenEvent[]] => [
      `activity-${activityId(n)}`,
      planned(n, { teamIds: teams.map(teamId) }),
      ...facts.filter(({ work }) => work === n).flatMap(({ activity }) => activity),
    ]),
    ...inHoursStreams(facts.flatMap(({ hours }) => [...hours])),
  ];
};

const sum = (items: readonly { readonly serviceMinutes: number }[]): number =>
  items.reduce((minutes, { serviceMinutes }) => minutes + serviceMinutes, 0);
const years = [2025, 2026];
const scope: readonly OrganizationId[] | undefined = undefined;

async function totalsOf(bench: ProjectionBench, person: number): Promise<HistoryTotals> {
  return (await replayHistory({ ...bench, codec: new EventCodec(eventCatalogue) }, volunteerId(person))).totals;
}

describe('one minute is the same minute in every book (5.5)', () => {
  // A bench for each run: every run is a log of its own.
  it('whatever was credited, conflicted, reversed or only attested', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(service, { maxLength: 30 }), async (services) => {
        const bench = await projectionBench(activityRegister, volunteerYear, teamYear, starStanding, volunteerHistory);
        try {
          await bench.givenAll(streamsOf(services));
          await everySumAgrees(bench, services);
          await everyPersonAgrees(bench);
        } finally {
          await bench.close();
        }
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});

async function everySumAgrees(bench: ProjectionBench, services: readonly Service[]): Promise<void> {
  const { source } = bench;
  let ofAllYears = 0;
  for (const year of years) {
    const live = services.filter(({ fate, servedOn }) => fate === 'credited' && servedOn.startsWith(String(year)));
    const expected = live.reduce((minutes, one) => minutes + one.minutes, 0);
    ofAllYears += expected;
    const slice = { year, scope, pageSize: 2 };
    const byTeam = await everyPage((page) => minutesByTeam(source, { ...slice, page }));
    expect(sum(byTeam)).toBe(expected);
    expect(sum(await minutesByMonth(source, slice))).toBe(expected);
    expect(sum(await everyPage((page) => minutesByVolunteer(source, { ...slice, page })))).toBe(expected);
    expect(sum(await everyPage((page) => minutesByActivity(source, { ...slice, page })))).toBe(expected);
    expect(sum(await everyPage((page) => entriesOfSlice(source, { ...slice, page })))).toBe(expected);
    const alone = byTeam.filter((one) => one.teamId === null);
    const ofTeams = await everyPage((page) =>
      teamYears(source, { ...slice, membersMin: 2, targetActivities: null, page }),
    );
    expect(sum(ofTeams) + sum(alone)).toBe(expected);
    for (const { teamId: id, serviceMinutes, activities: counted } of ofTeams) {
      const asked = { ...slice, teamId: id, membersMin: 2 };
      const held = await everyPage((page) => activitiesOfTeamYear(source, { ...asked, page }));
      expect([sum(held), held.filter(({ isCounted }) => isCounted).length]).toEqual([serviceMinutes, counted]);
    }
  }
  expect(sum((await activities(source, { scope })).items)).toBe(ofAllYears);
}

async function everyPersonAgrees(bench: ProjectionBench): Promise<void> {
  const { source } = bench;
  for (const person of people) {
    const id = volunteerId(person);
    const totals = await totalsOf(bench, person);
    for (const year of years) {
      const row = await volunteerYearOf(source, { volunteerId: id, year, targetMinutes: 1440, scope });
      const { serviceMinutes, activities: counted } = row!;
      const replayed = totals.years.find((one) => one.year === year);
      expect(replayed ?? { year, serviceMinutes: 0, activities: 0 }).toEqual({
        year,
        serviceMinutes,
        activities: counted,
      });
      const entries = await everyPage((page) =>
        entriesOfVolunteerYear(source, { volunteerId: id, year, scope, page, pageSize: 3 }),
      );
      expect(entries.reduce((minutes, entry) => minutes + entry.countedMinutes, 0)).toBe(serviceMinutes);
    }
    expect((await starStandingOf(source, { volunteerId: id, scope }))?.serviceMinutes).toBe(totals.serviceMinutes);
  }
}
