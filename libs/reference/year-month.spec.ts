import { describe, expect, it } from '@jest/globals';
import { formatYearMonthForForm, parseYearMonth } from './year-month.js';

const plain = (yearMonth: string) => ({ ok: true, yearMonth, ambiguous: false });

describe('the Party-joining month as text', () => {
  it.each(['2002.2', '2002.02', '2002-02', '2002/2', '2002年2月', '２００２．２', ' 2002. 2 ', '200202'])(
    '%s is February 2002',
    (text) => {
      expect(parseYearMonth(text)).toEqual(plain('2002-02'));
    },
  );

  it('1997.10 is October and 1997.1 January, since text keeps its zero', () => {
    expect(parseYearMonth('1997.10')).toEqual(plain('1997-10'));
    expect(parseYearMonth('1997.1')).toEqual(plain('1997-01'));
  });

  it.each(['2002.0', '2002.13', '2002', '02.2', '2002.2.15', '2002.2月', '', '不详'])('%s is unreadable', (text) => {
    expect(parseYearMonth(text)).toEqual({ ok: false });
  });
});

describe('the Party-joining month as a spreadsheet number', () => {
  it('1997.1 may be January or October and is marked', () => {
    expect(parseYearMonth(1997.1)).toEqual({ ok: true, yearMonth: '1997-01', ambiguous: true });
  });

  it.each([
    [2002.2, '2002-02'],
    [2002.9, '2002-09'],
    [2002.01, '2002-01'],
    [2002.09, '2002-09'],
    [2002.11, '2002-11'],
    [2024.12, '2024-12'],
    [2024.1200000000001, '2024-12'],
    [199710, '1997-10'],
  ])('%d is %s beyond doubt', (cell, yearMonth) => {
    expect(parseYearMonth(cell)).toEqual(plain(yearMonth));
  });

  it.each([2002, 2002.13, 2002.99, 2002.123, 37_288, 199713, -2002.2, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is unreadable',
    (cell) => {
      expect(parseYearMonth(cell)).toEqual({ ok: false });
    },
  );
});

it('the roster prints the month without padding', () => {
  expect(formatYearMonthForForm('2002-02')).toBe('2002.2');
  expect(formatYearMonthForForm('1997-10')).toBe('1997.10');
});
