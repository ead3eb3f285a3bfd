import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#libs/kernel/decider';
import { minuteOfDay, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import type { HoursCommand } from './hours.commands.js';
import { plainReversalReasons } from './correction.commands.js';
import type { HoursEvent } from './hours.events.js';
import { at, credit, day, entryId, folded, ofEntry, reverse, when } from './hours.examples.js';
import { creditedMinutes, entriesOf, entryWith, liveEntriesOf } from './hours.state.js';

const writing: ReadonlySet<string> = new Set(['ServiceHoursCredited', 'ServiceHoursHeld', 'ServiceHoursConflicted']);

describe('whatever is asked in whatever order', () => {
  const timeOf = (quarter: number): TimeOfDay =>
    at(`${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
  const anyCredit = fc
    .record({
      id: fc.nat(11),
      day: fc.constantFrom('2026-06-28', '2026-06-29', '2026-06-30'),
      from: fc.integer({ min: 0, max: 96 }),
      to: fc.integer({ min: 0, max: 96 }),
      minutes: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ id, day: servedOn, from, to, minutes }) =>
      credit({
        entryId: entryId(id),
        servedOn: day(servedOn),
        startsAt: timeOf(Math.min(from, to)),
        endsAt: timeOf(Math.max(from, to)),
        // Mostly fitting, sometimes a minute too many.
        serviceMinutes: Math.max(1, minutes % (Math.abs(to - from) * 15 + 2)) as Minutes,
      }),
    );
  const anyReversal = fc
    .tuple(fc.nat(11), fc.constantFrom(...plainReversalReasons))
    .map(([id, reason]) => reverse(id, reason));
  const anyEntry = fc.nat(23).map((n) => ofEntry(n));
  const anyDecision: fc.Arbitrary<HoursCommand> = fc.oneof(
    anyEntry.map((data) => ({ type: 'ApproveServiceHours', data }) as const),
    anyEntry.map((data) => ({ type: 'DeclineServiceHours', data: { ...data, reason: '无佐证' } }) as const),
    anyEntry.map(
      (data) => ({ type: 'EstablishFalseClaim', data: { ...data, reason: '未到场', decision: '纪要' } }) as const,
    ),
    fc.tuple(anyEntry, fc.nat(23)).map(
      ([data, n]) =>
        ({
          type: 'ResolveServiceHoursConflict',
          data: { ...data, standsEntryId: n % 2 === 0 ? data.entryId : entryId(n), reason: '以签到表为准' },
        }) as const,
    ),
    fc.tuple(anyEntry, fc.nat(11), fc.integer({ min: 1, max: 300 })).map(
      ([data, n, minutes]) =>
        ({
          type: 'CorrectServiceHours',
          data: {
            ...{ ...data, replacementId: entryId(12 + n), serviceMinutes: minutes as Minutes },
            ...{ reasonCode: 'RECORDING_ERROR' as const, reason: '抄错' },
          },
        }) as const,
    ),
  );
  const anyCommands: fc.Arbitrary<HoursCommand[]> = fc.array(
    fc.oneof<fc.WeightedArbitrary<HoursCommand>[]>(
      { weight: 4, arbitrary: anyCredit },
      { weight: 1, arbitrary: anyReversal },
      { weight: 3, arbitrary: anyDecision },
    ),
    { maxLength: 60 },
  );

  const decideAll = (commands: readonly HoursCommand[]): HoursEvent[] => {
    const past: HoursEvent[] = [];
    for (const command of commands) {
      const decision = when(past, command);
      if (!isRefusal(decision)) past.push(...decision);
    }
    return past;
  };

  it('no minute is credited twice', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const minutesServed = liveEntriesOf(folded(...decideAll(commands))).flatMap(({ servedOn, startsAt, endsAt }) =>
          Array.from(
            { length: minuteOfDay(endsAt) - minuteOfDay(startsAt) },
            (_, i) => `${servedOn} ${minuteOfDay(startsAt) + i}`,
          ),
        );
        expect(new Set(minutesServed).size).toBe(minutesServed.length);
      }),
    );
  });

  it('the credited minutes are the credits minus the reversals, and no day holds more than 1,440', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const past = decideAll(commands);
        const counted = past.flatMap(({ type, data }) => {
          if (type === 'ServiceHoursCredited') return [{ on: data.servedOn, minutes: data.serviceMinutes }];
          return type === 'ServiceHoursReversed' ? [{ on: data.servedOn, minutes: 0 - data.serviceMinutes }] : [];
        });
        const sumOf = (...days: readonly string[]): number =>
          counted.reduce((sum, { on, minutes }) => sum + (days.length === 0 || days.includes(on) ? minutes : 0), 0);
        const liveSum = liveEntriesOf(folded(...past)).reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
        expect(creditedMinutes(folded(...past))).toBe(liveSum);
        expect(liveSum).toBe(sumOf());
        for (const { on } of counted) expect(sumOf(on)).toBeLessThanOrEqual(1440);
      }),
    );
  });

  it('what was reversed is reversed once and never counts again', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const past = decideAll(commands);
        const reversals = past.flatMap(({ type, data }, place) =>
          type === 'ServiceHoursReversed' ? [{ entryId: data.entryId, at: place }] : [],
        );
        expect(new Set(reversals.map(({ entryId: id }) => id)).size).toBe(reversals.length);
        for (const reversal of reversals)
          expect(
            past
              .slice(reversal.at)
              .filter(({ type, data }) => type === 'ServiceHoursCredited' && data.entryId === reversal.entryId),
          ).toEqual([]);
        expect(reversals.map(({ entryId: id }) => entryWith(id, folded(...past))?.status)).toEqual(
          reversals.map(() => 'reversed'),
        );
      }),
    );
  });

  it('the minutes of the days, of the months and of the year are the same', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const past = decideAll(commands);
        const live = liveEntriesOf(folded(...past));
        const sumsBy = (length: number): number[] => {
          const sums = new Map<string, number>();
          for (const { servedOn, serviceMinutes } of live) {
            const part = servedOn.slice(0, length);
            sums.set(part, (sums.get(part) ?? 0) + serviceMinutes);
          }
          return [...sums.values()];
        };
        const total = (sums: readonly number[]): number => sums.reduce((all, sum) => all + sum, 0);
        const year = creditedMinutes(folded(...past));
        expect([total(sumsBy(10)), total(sumsBy(7)), total(sumsBy(4))]).toEqual([year, year, year]);
      }),
    );
  });

  it('every act that went through says nothing the second time, and every entry is written once', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const past: HoursEvent[] = [];
        for (const command of commands) {
          const decision = when(past, command);
          if (isRefusal(decision)) continue;
          past.push(...decision);
          expect(when(past, command)).toEqual([]);
        }
        const written = past.flatMap(({ type, data }) => (writing.has(type) && data.entryId ? [data.entryId] : []));
        expect(entriesOf(folded(...past)).map(({ entry: saved }) => saved.entryId)).toEqual([...new Set(written)]);
      }),
    );
  });
});
