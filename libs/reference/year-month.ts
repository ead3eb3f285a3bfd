export type YearMonthReading = { ok: true; yearMonth: string; ambiguous: boolean } | { ok: false };

const YEAR_MONTH_TEXT = /^(\d{4})(?:[-./](\d{1,2})|年(\d{1,2})月|(\d{2}))$/;
const EARLIEST_YEAR = 1900;
const UNREADABLE: YearMonthReading = { ok: false };

/**
 * The year and month of a cell such as 入党时间 `2002.2`; a full date is not accepted, try parseLocalDate first.
 * `ambiguous` marks the number 1997.1, which a spreadsheet makes of both 1997.1 and 1997.10: ask a person.
 */
export function parseYearMonth(cell: string | number): YearMonthReading {
  return typeof cell === 'number' ? fromNumber(cell) : fromText(cell);
}

/** `2002-02` as the roster prints it: `2002.2`, without padding. */
export function formatYearMonthForForm(yearMonth: string): string {
  return `${yearMonth.slice(0, 4)}.${Number(yearMonth.slice(5, 7))}`;
}

function fromText(text: string): YearMonthReading {
  const match = YEAR_MONTH_TEXT.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (match === null) return UNREADABLE;
  return reading(Number(match[1]), Number(match[2] ?? match[3] ?? match[4]), false);
}

function fromNumber(value: number): YearMonthReading {
  if (Number.isInteger(value)) return fromText(String(value));
  if (!Number.isFinite(value)) return UNREADABLE;
  const hundredths = Math.round(value * 100);
  if (Math.abs(value * 100 - hundredths) > 1e-6) return UNREADABLE;
  const fraction = hundredths % 100;
  // A spreadsheet drops trailing zeros: .20 to .90 can only be the months 2 to 9, .10 can be January or October.
  const month = fraction % 10 === 0 ? fraction / 10 : fraction;
  return reading(Math.floor(hundredths / 100), month, fraction === 10);
}

function reading(year: number, month: number, ambiguous: boolean): YearMonthReading {
  if (year < EARLIEST_YEAR || year > 9999 || month < 1 || month > 12) return UNREADABLE;
  return { ok: true, yearMonth: `${year}-${String(month).padStart(2, '0')}`, ambiguous };
}
