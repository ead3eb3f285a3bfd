import { describe, expect, it } from '@jest/globals';
import { hefei2013 } from '#libs/policy/hf-2013-0522';
import { zhenjiang2013 } from '#libs/policy/zj-2013-37';
import { requiredDayWindows } from './required-day-windows.js';

describe('the windows of the required days', () => {
  it('are three days to either side where Hefei sets them (H-11 to H-14, A-15)', () => {
    expect(requiredDayWindows(hefei2013.rules, 2026)).toEqual([
      { day: '2026-03-05', from: '2026-03-02', until: '2026-03-08' },
      { day: '2026-07-01', from: '2026-06-28', until: '2026-07-04' },
      { day: '2026-12-05', from: '2026-12-02', until: '2026-12-08' },
    ]);
  });

  it('are the days themselves where no width is set, and none where no days are', () => {
    const exact = { ...hefei2013.rules, requiredDayWindowDays: null };
    expect(requiredDayWindows(exact, 2026)[0]).toEqual({ day: '2026-03-05', from: '2026-03-05', until: '2026-03-05' });
    expect(requiredDayWindows(zhenjiang2013.rules, 2026)).toEqual([]);
  });
});
