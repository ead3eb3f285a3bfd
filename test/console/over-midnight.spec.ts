import { describe, expect, it } from '@jest/globals';
import dayjs from 'dayjs';
import { paste, servedSpan } from '../../apps/console/src/features/activities/pasted.js';
import { dayAndHours, hoursText, typedTimes } from '../../apps/console/src/parts/typed-times.js';

const night = { heldOn: '2026-07-03', startsAt: '22:00', endsOn: '2026-07-04', endsAt: '02:00' };
const evening = { heldOn: '2026-07-03', startsAt: '19:00', endsOn: '2026-07-03', endsAt: '21:00' };

describe('a session over midnight in the browser', () => {
  it('is said with the day on which it ends, and shown as it was said', () => {
    const typed = typedTimes(night);
    expect(typed.endsNextDay).toBe(true);
    expect(dayAndHours(typed)).toEqual(night);
    expect(hoursText(night)).toBe('22:00—次日 02:00');
    expect(hoursText(evening)).toBe('19:00—21:00');
  });

  it('ends on its own day where nothing else is ticked', () => {
    const span: [dayjs.Dayjs, dayjs.Dayjs] = [dayjs('2026-07-03T19:00'), dayjs('2026-07-03T21:00')];
    expect(dayAndHours({ heldOn: dayjs('2026-07-03'), span })).toEqual(evening);
    expect(dayAndHours(typedTimes(evening))).toEqual(evening);
  });

  it('until 24:00 is until 00:00 of the day after', () => {
    expect(dayAndHours(typedTimes({ ...evening, endsAt: '24:00' }))).toEqual({
      ...{ heldOn: '2026-07-03', startsAt: '19:00', endsOn: '2026-07-04', endsAt: '00:00' },
    });
  });

  it.each([
    ['over midnight', '22:00', '02:00', { servedOn: '2026-07-03', endsOn: '2026-07-04', minutes: 240 }],
    ['left before midnight', '22:00', '23:30', { servedOn: '2026-07-03', endsOn: '2026-07-03', minutes: 90 }],
    ['came after midnight', '00:30', '02:00', { servedOn: '2026-07-04', endsOn: '2026-07-04', minutes: 90 }],
    ['left at midnight', '22:00', '00:00', { servedOn: '2026-07-03', endsOn: '2026-07-04', minutes: 120 }],
    ['left before coming', '01:30', '00:30', { servedOn: '2026-07-04', endsOn: '2026-07-04', minutes: -60 }],
  ])('puts who %s on the right day', (_who, startsAt, endsAt, span) => {
    expect(servedSpan({ startsAt, endsAt }, night)).toEqual(span);
  });

  it('lets nobody of an evening leave before they came', () => {
    expect(servedSpan({ startsAt: '21:00', endsAt: '19:00' }, evening).minutes).toBe(-120);
  });

  it('takes lines of a night out of Excel, and names those of an evening that end before they start', () => {
    const line = { volunteerId: 'v', teamId: 't', name: '丁𠮷安', volunteerNumber: '2026000001', isThere: false };
    const sheet = [{ ...line, startsAt: '22:00', endsAt: '02:00' }];
    const row = '丁𠮷安\t22:30\t01:30';
    expect(paste(row, sheet, night)).toMatchObject({
      ...{ faults: [], lines: [{ isThere: true, startsAt: '22:30', endsAt: '01:30' }] },
    });
    expect(paste(row, sheet, evening).faults).toEqual(['第 1 行：结束时间须晚于开始时间']);
  });
});
