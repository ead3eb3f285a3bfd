import { describe, expect, it } from '@jest/globals';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import type { WrittenEntry } from './hours.state.js';
import { mergedHours } from './merged-hours.js';

const entry = (servedOn: string, startsAt: string, endsAt: string, serviceMinutes: number): WrittenEntry =>
  ({
    servedOn: servedOn as LocalDate,
    startsAt: startsAt as TimeOfDay,
    endsAt: endsAt as TimeOfDay,
    serviceMinutes: serviceMinutes as Minutes,
  }) as WrittenEntry;

describe('The hours of a person with several records', () => {
  const morning = entry('2026-03-05', '08:00', '10:00', 120);

  it('are those of all records, as long as they do not overlap: ends that touch do not', () => {
    const next = entry('2026-03-05', '10:00', '11:00', 60);
    const nextDay = entry('2026-03-06', '08:00', '10:00', 120);
    const merged = mergedHours([[morning], [next, nextDay]]);
    expect(merged).toEqual({ serviceMinutes: 300, counted: [morning, next, nextDay], leftOut: [] });
  });

  it('count no minute twice: by one minute already the entry of the record that gave way is left out', () => {
    const overlapping = entry('2026-03-05', '09:59', '11:00', 61);
    expect(mergedHours([[morning], [overlapping]])).toEqual({
      serviceMinutes: 120,
      counted: [morning],
      leftOut: [{ entry: overlapping, overlaps: morning }],
    });
    expect(mergedHours([[], [overlapping]]).serviceMinutes).toBe(61);
    expect(mergedHours([])).toEqual({ serviceMinutes: 0, counted: [], leftOut: [] });
  });
});
