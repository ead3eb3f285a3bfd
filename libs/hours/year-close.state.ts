import type { HoursEntryId } from '#libs/kernel/ids';
import type { ClearYearCloseEvent } from './year-close.events.js';

type Clear<T extends ClearYearCloseEvent['type']> = Extract<ClearYearCloseEvent, { type: T }>['data'];

export type Adjustment = Clear<'PriorYearAdjusted'>;
/** Of a closed year, attested after its close. */
export type FoundService = Clear<'PriorYearServicePosted'>;

/** How a year of hours began and ended. */
export interface YearClose {
  readonly opened?: Clear<'HoursYearOpened'>;
  readonly closed?: Clear<'HoursYearClosed'>;
  /** Of closed years, posted in this one. */
  readonly adjustments: ReadonlyMap<HoursEntryId, Adjustment>;
  /** Of closed years, found in this one, by their entry ids. */
  readonly found: ReadonlyMap<HoursEntryId, FoundService>;
}

export const notClosed: YearClose = { adjustments: new Map(), found: new Map() };

export function evolveYearClose(close: YearClose, { type, data }: ClearYearCloseEvent): YearClose {
  switch (type) {
    case 'HoursYearOpened':
      return { ...close, opened: data };
    case 'HoursYearClosed':
      return { ...close, closed: data };
    case 'PriorYearServicePosted':
      return { ...close, found: new Map(close.found).set(data.entryId, data) };
    case 'PriorYearAdjusted':
      return { ...close, adjustments: new Map(close.adjustments).set(data.adjustmentId, data) };
  }
}

export const adjustmentMinutes = ({ adjustments }: YearClose): number =>
  [...adjustments.values()].reduce((sum, { minutesBefore, minutesAfter }) => sum + minutesAfter - minutesBefore, 0);
