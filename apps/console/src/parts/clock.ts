const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** Today in Asia/Shanghai, YYYY-MM-DD, wherever the browser thinks it is. */
export const today = (): string => shanghai.format(new Date());

export const thisYear = (): number => Number(today().slice(0, 4));

/** A moment as the clock on the wall in Shanghai showed it, YYYY-MM-DD HH:MM. */
export const instantText = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
