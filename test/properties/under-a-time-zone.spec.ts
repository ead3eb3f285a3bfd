import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { HoursStory } from '../support/hours-story.js';

// Run as it is under the zone of whoever runs it; `time-zones.spec.ts` runs it under three.
const zone = process.env['TZ'];

interface Service {
  readonly on: string;
  /** Quarter of an hour of the day. */
  readonly from: number;
  readonly minutes: number;
}

// Ends of years, months and weeks, and the hours in which it is another day in the zones of the process.
const service: fc.Arbitrary<Service> = fc.record({
  on: fc.constantFrom(
    '2026-01-31',
    '2026-02-01',
    '2026-02-28',
    '2026-03-01',
    '2026-03-08',
    '2026-03-09',
    '2026-03-31',
    '2026-04-01',
  ),
  from: fc.constantFrom(0, 1, 4, 28, 31, 32, 33, 63, 64, 65, 92, 95),
  minutes: fc.integer({ min: 1, max: 15 }),
});

const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe(`totals under the time zone ${zone ?? 'of this machine'}`, () => {
  let story: HoursStory;
  const expected = new Map<string, number>();
  const taken = new Set<string>();

  beforeAll(async () => {
    story = await HoursStory.open();
  }, 60_000);
  afterAll(() => story.close());

  it('are those of a process that really runs there', () => {
    const offsets: Readonly<Record<string, number>> = { UTC: 0, 'Asia/Shanghai': -480, 'America/Los_Angeles': 480 };
    if (zone !== undefined && zone in offsets)
      expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset()).toBe(offsets[zone]);
  });

  const at = async (on: string, clock: string): Promise<void> => {
    await story.branch.day(on);
    story.branch.api.clock.now = Date.parse(`${on}T${clock}:00.000+08:00`);
  };
  const bySum = async (): Promise<{ days: Map<string, number>; months: number; year: number }> => {
    const { items } = await story.entries();
    const days = new Map<string, number>();
    for (const { servedOn, countedMinutes } of items)
      days.set(String(servedOn), (days.get(String(servedOn)) ?? 0) + Number(countedMinutes));
    const months = (await story.branch.ask(`/api/years/2026/minutes-by-month?volunteerId=${story.wang}`)).items;
    for (const { month, serviceMinutes } of months) {
      const ofMonth = [...days].filter(([on]) => Number(on.slice(5, 7)) === month).reduce((sum, [, n]) => sum + n, 0);
      expect([month, ofMonth]).toEqual([month, serviceMinutes]);
    }
    const { serviceMinutes } = await story.branch.ask(`/api/volunteers/${story.wang}/years/2026`);
    const inMonths = months.reduce((sum, one) => sum + Number(one['serviceMinutes']), 0);
    return { days, months: inMonths, year: Number(serviceMinutes) };
  };

  it('by day, by month and by year are the same, and each minute lies on its day in China', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(service, { minLength: 1, maxLength: 5 }), async (services) => {
        for (const { on, from, minutes } of services) {
          if (taken.has(`${on} ${from}`)) continue;
          taken.add(`${on} ${from}`);
          // Written down a few minutes before midnight: recorded on that day in China, wherever the process runs.
          await at(on, '23:59');
          const entryId = randomUUID();
          const span = {
            startsAt: time(from * 15),
            endsAt: time(Math.min(1440, from * 15 + minutes)),
            serviceMinutes: minutes,
          };
          if (from * 15 + minutes >= 1439) continue;
          await story.claim(entryId, { servedOn: on, ...span });
          await story.branch.say('TEAM_LEADER', story.at(entryId, 'attestation'), {});
          expect(await story.entry(entryId)).toMatchObject({
            servedOn: on,
            recordedOn: on,
            attestedOn: on,
            late: false,
          });
          expected.set(on, (expected.get(on) ?? 0) + minutes);
        }
        const { days, months, year } = await bySum();
        expect(Object.fromEntries([...days].toSorted())).toEqual(Object.fromEntries([...expected].toSorted()));
        const all = [...expected.values()].reduce((sum, n) => sum + n, 0);
        expect([months, year]).toEqual([all, all]);
      }),
      { numRuns: 8, seed: 20260308, endOnFailure: true },
    );
  }, 240_000);

  it('midnight and the end of the year are those of China: below, at and above', async () => {
    const { branch, li } = story;
    const claim = async (on: string, clock: string, expected = 201): Promise<string | undefined> => {
      await at(on.slice(0, 10), clock);
      const given = { volunteerId: li, servedOn: '2027-01-01', startsAt: '00:00', endsAt: '00:01', serviceMinutes: 1 };
      return (await story.claim(randomUUID(), given, expected)).body.refusal;
    };
    expect(await claim('2026-12-31', '23:59', 409)).toBe('service_must_have_happened');
    expect(await claim('2027-01-01', '00:00')).toBeUndefined();
    await at('2027-01-01', '00:01');
    const night = await story.sheet({
      ...{ on: '2026-12-31', typedOn: '2027-01-02', startsAt: '23:59', endsOn: '2027-01-01', minutes: 2, people: [li] },
    });
    expect(night).toHaveLength(1);
    const of = async (year: number) =>
      (await story.entries(li, year)).items
        .filter(({ state }) => state === 'credited')
        .map(({ servedOn, startsAt, endsAt, serviceMinutes }) => [servedOn, startsAt, endsAt, serviceMinutes]);
    expect(await of(2026)).toEqual([['2026-12-31', '23:59', '24:00', 1]]);
    expect(await of(2027)).toEqual([['2027-01-01', '00:00', '00:01', 1]]);
    await branch.api.settled();
  });
});
