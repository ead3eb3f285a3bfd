import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#libs/kernel/decider';
import { minuteOfDay, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import type { HoursCommand } from './hours.commands.js';
import { plainReversalReasons } from './correction.commands.js';
import type { HoursEvent } from './hours.events.js';
import { at, credit, day, entryId, folded, reverse, when } from './hours.examples.js';
import { creditedMinutes, entriesOf, liveEntriesOf } from './hours.state.js';

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
  const anyCommands = fc.array(fc.oneof({ weight: 3, arbitrary: anyCredit }, { weight: 1, arbitrary: anyReversal }), {
    maxLength: 60,
  });

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
        const written = past.filter(({ type }) => type !== 'ServiceHoursReversed').map(({ data }) => data.entryId);
        expect(new Set(written).size).toBe(written.length);
        expect(entriesOf(folded(...past)).map(({ entry: saved }) => saved.entryId)).toEqual(written);
      }),
    );
  });
});
