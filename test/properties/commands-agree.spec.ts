import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entriesOf, liveEntriesOf, yearCloseOf } from '#libs/hours/hours.state';
import { minuteOfDay } from '#libs/kernel/time';
import { rebuild } from '#libs/projection-engine/rebuild';
import { activityRegister } from '#projections/activity-register/activity-register.projection';
import { activities } from '#projections/activity-register/activity-register.query';
import { teamYear } from '#projections/team-year/team-year.projection';
import { teamYears } from '#projections/team-year/team-year.query';
import { minutesByActivity, minutesByMonth, minutesByTeam } from '#projections/volunteer-year/hours-entry.query';
import { volunteerYear } from '#projections/volunteer-year/volunteer-year.projection';
import { volunteerYearOf } from '#projections/volunteer-year/volunteer-year.query';
import { people, step, take, years } from '../support/hours-steps.js';
import { approver, HoursWorld } from '../support/hours-world.js';
import { volunteerId } from '../support/made-up-facts.js';
import { projectionBench } from '../support/projection-bench.js';
import { everyPage } from '../support/service-facts.js';

const projections = [activityRegister, volunteerYear, teamYear];

const sum = (items: readonly { readonly serviceMinutes: number }[]): number =>
  items.reduce((minutes, { serviceMinutes }) => minutes + serviceMinutes, 0);

describe('whatever people ask for, in whatever order, through the real desks', () => {
  const runs = { numRuns: 12, seed: 20260704, endOnFailure: true };

  it('person side, activity side and team side are the same minutes; nothing twice; replay gives the same tables', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 45 }), async (steps) => {
        const bench = await projectionBench(...projections);
        try {
          const world = await HoursWorld.open(bench, projections, people.length);
          for (const one of steps) await take(world, one);
          await world.settled();
          await sidesAgree(world);
          await noMinuteTwice(world);
          await closedOnceAndReversedOnce(world);
          const tables = await rebuild(world.followerParts, () => undefined);
          expect(tables.filter(({ before, after }) => before !== after)).toEqual([]);
        } finally {
          await bench.close();
        }
      }),
      runs,
    );
  }, 300_000);
});

async function sidesAgree(world: HoursWorld): Promise<void> {
  const { source } = world.bench;
  let sessions = 0;
  for (const year of years) {
    const hours = await Promise.all(people.map((n) => world.hoursOf(n, year)));
    const live = hours.flatMap(liveEntriesOf);
    const rows = await Promise.all(
      people.map((n) =>
        volunteerYearOf(source, { volunteerId: volunteerId(n), year, targetMinutes: 1440, scope: undefined }),
      ),
    );
    const personSide = rows.reduce((all, row) => all + (row?.serviceMinutes ?? 0), 0);
    expect(personSide).toBe(sum(live));
    const slice = { year, scope: undefined, pageSize: 100 };
    expect(sum(await minutesByMonth(source, slice))).toBe(personSide);
    const byActivity = await everyPage((page) => minutesByActivity(source, { ...slice, page }));
    expect(sum(byActivity)).toBe(personSide);
    sessions += sum(byActivity.filter(({ activityId }) => activityId !== null));
    const alone = (await minutesByTeam(source, slice)).items.filter((one) => one.teamId === null);
    const teams = await teamYears(source, { ...slice, membersMin: 1, targetActivities: null });
    expect(sum(teams.items) + sum(alone)).toBe(personSide);
  }
  const register = await everyPage((page) => activities(source, { scope: undefined, page, pageSize: 100 }));
  expect(sum(register)).toBe(sessions);
}

async function noMinuteTwice(world: HoursWorld): Promise<void> {
  for (const n of people) {
    const hours = await Promise.all(years.map((year) => world.hoursOf(n, year)));
    const minutes = hours
      .flatMap(liveEntriesOf)
      .flatMap(({ servedOn, startsAt, endsAt }) =>
        Array.from(
          { length: minuteOfDay(endsAt) - minuteOfDay(startsAt) },
          (_none, i) => `${servedOn} ${minuteOfDay(startsAt) + i}`,
        ),
      );
    expect(new Set(minutes).size).toBe(minutes.length);
  }
}

async function closedOnceAndReversedOnce(world: HoursWorld): Promise<void> {
  const head = await world.bench.store.head();
  for (const n of people)
    for (const year of years) {
      const hours = await world.hoursOf(n, year);
      if (yearCloseOf(hours).closed) expect(await world.close(n, year)).toBeUndefined();
      for (const { status, entry } of entriesOf(hours).filter((one) => one.status === 'reversed')) {
        const of = { volunteerId: entry.volunteerId, year, entryId: entry.entryId };
        const again = await world.give(approver, {
          type: 'ReverseServiceHours',
          data: { ...of, reasonCode: 'DUPLICATE', reason: '再冲销' },
        });
        expect([status, again]).toEqual([
          'reversed',
          yearCloseOf(hours).closed ? 'year_is_closed' : 'entry_is_reversed_once',
        ]);
      }
    }
  expect(await world.bench.store.head()).toBe(head);
}
