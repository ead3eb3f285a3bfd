import { describe, it, expect } from '@jest/globals';
import { datedOn, datedUntil, withDated, type Dated } from './dated.js';
import type { LocalDate } from './time.js';

const day = (text: string): LocalDate => text as LocalDate;
const from = (on: string, name: string): Dated<{ name: string }> => ({ on: day(on), name });
const history = [from('2026-01-10', 'first'), from('2026-03-10', 'second')];

describe('what holds from a day on', () => {
  it('holds nothing on the day before its first entry', () => {
    expect(datedOn(history, day('2026-01-09'))).toBeUndefined();
  });

  it('holds an entry from its own day until the day before the next', () => {
    expect(datedOn(history, day('2026-01-10'))?.name).toBe('first');
    expect(datedOn(history, day('2026-03-09'))?.name).toBe('first');
    expect(datedOn(history, day('2026-03-10'))?.name).toBe('second');
  });

  it('puts a fact written late on its day and lets the newer day stand', () => {
    const late = withDated(history, from('2026-02-01', 'late'));
    expect(late.map(({ name }) => name)).toEqual(['first', 'late', 'second']);
    expect(datedOn(late, day('2026-12-31'))?.name).toBe('second');
  });

  it('lets the later written of two entries of one day win', () => {
    expect(datedOn(withDated(history, from('2026-03-10', 'corrected')), day('2026-03-10'))?.name).toBe('corrected');
    expect(datedOn(withDated(history, from('2026-01-10', 'corrected')), day('2026-01-31'))?.name).toBe('corrected');
  });

  it('lists what held by a day, oldest first', () => {
    expect(datedUntil(history, day('2026-03-10')).map(({ name }) => name)).toEqual(['first', 'second']);
    expect(datedUntil(history, day('2026-03-09')).map(({ name }) => name)).toEqual(['first']);
  });
});
