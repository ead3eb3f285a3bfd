const zone = { timeZone: 'Asia/Shanghai' } as const;
const shanghai = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short' });

/** Today in Asia/Shanghai, YYYY-MM-DD, wherever the browser thinks it is. */
export const today = (): string => shanghai.format(new Date());

export const thisYear = (): number => Number(today().slice(0, 4));

/** A moment as the clock on the wall in Shanghai showed it, YYYY-MM-DD HH:MM. */
export const instantText = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));

/** The same to the second, where the order of entries matters: YYYY-MM-DD HH:MM:SS. */
export const momentText = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant));

/** The day on which it was in Shanghai, YYYY-MM-DD. */
export const dayText = (instant: string): string => shanghai.format(new Date(instant));

/**
 * The half-year that ended last, as of a day: whom to talk to is asked about it. While one is under way nearly everybody is behind.
 */
export function lastHalf(day: string): { readonly year: number; readonly half: '1' | '2' } {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) <= '06' ? { year: year - 1, half: '2' } : { year, half: '1' };
}
