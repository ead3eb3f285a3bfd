import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUuid, type HoursEntryId } from '#libs/kernel/ids';
import { minuteOfDay, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import { entryIdAfterMidnight, spanMinutes, splitByDay } from './day-spans.js';

const at = (text: string): TimeOfDay => text as TimeOfDay;
const day = (text: string): LocalDate => text as LocalDate;
const span = (startsAt: string, endsAt: string, serviceMinutes: number, endsOn?: string) => ({
  servedOn: day('2026-12-31'),
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  serviceMinutes: serviceMinutes as Minutes,
  endsOn: endsOn === undefined ? undefined : day(endsOn),
});

describe('a span of service by local day (A-26)', () => {
  it('of one day stays as it is', () => {
    const { endsOn: _endsOn, ...one } = span('09:00', '24:00', 200);
    expect(splitByDay(one)).toEqual([one]);
    expect(splitByDay({ ...one, endsOn: day('2026-12-31') })).toEqual([one]);
  });

  it('over midnight and the end of the year has its minutes in the day and year of each', () => {
    expect(splitByDay(span('23:00', '02:00', 180, '2027-01-01'))).toEqual([
      { servedOn: '2026-12-31', startsAt: '23:00', endsAt: '24:00', serviceMinutes: 60 },
      { servedOn: '2027-01-01', startsAt: '00:00', endsAt: '02:00', serviceMinutes: 120 },
    ]);
  });

  it('with a rest in it divides the minutes by the share of the span', () => {
    expect(splitByDay(span('23:00', '02:00', 90, '2027-01-01')).map(({ serviceMinutes }) => serviceMinutes)).toEqual([
      30, 60,
    ]);
  });

  it('leaves out a part without a whole minute', () => {
    expect(splitByDay(span('23:59', '03:00', 1, '2027-01-01'))).toMatchObject([
      { servedOn: '2027-01-01', serviceMinutes: 1 },
    ]);
  });

  it('never loses or makes a minute, and never puts more into a day than its part of the span holds', () => {
    const times = fc.tuple(fc.integer({ min: 1, max: 1439 }), fc.integer({ min: 1, max: 1439 }));
    const text = (minute: number): string =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(times, fc.nat(), ([from, to], n) => {
        const whole = 1440 - from + to;
        const serviceMinutes = 1 + (n % Math.min(1440, whole));
        const parts = splitByDay(span(text(from), text(to), serviceMinutes, '2027-01-01'));
        expect(parts.reduce((sum, part) => sum + part.serviceMinutes, 0)).toBe(serviceMinutes);
        for (const part of parts)
          expect(part.serviceMinutes).toBeLessThanOrEqual(minuteOfDay(part.endsAt) - minuteOfDay(part.startsAt));
      }),
    );
  });

  it.each([
    ['09:00', '09:00', undefined, 0],
    ['09:00', '10:00', undefined, 60],
    ['23:00', '01:00', '2027-01-01', 120],
  ])('from %s to %s of %s lasts %i minutes', (startsAt, endsAt, endsOn, minutes) => {
    expect(spanMinutes(span(startsAt, endsAt, 1, endsOn))).toBe(minutes);
  });
});

describe('the entry id of the part after midnight', () => {
  it.each(['4', '5', '8'])('of an id of version %s is another id, always the same one', (version) => {
    const id = `00000000-0000-${version}000-8000-000000000001` as HoursEntryId;
    const after = entryIdAfterMidnight(id);
    expect(isUuid(after)).toBe(true);
    expect(after).not.toBe(id);
    expect(entryIdAfterMidnight(id)).toBe(after);
  });
});
