import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import { yearOf, type Minutes } from '#libs/kernel/time';
import {
  creditedMinutes,
  liveEntriesOf,
  unsettledOf,
  yearCloseOf,
  type Hours,
  type WrittenEntry,
} from './hours.state.js';
import type { YearCloseCommand } from './year-close.commands.js';
import type { YearCloseEvent } from './year-close.events.js';
import { adjustmentMinutes } from './year-close.state.js';

/** An entry of a closed year with what it comes to as known before the adjustment; the open year that takes it. */
export interface AdjustedEntry {
  readonly entry: WrittenEntry;
  readonly minutesNow: Minutes;
  readonly openYear: number;
}

export interface YearCloseFacts {
  readonly adjusted?: AdjustedEntry | 'year_is_open' | undefined;
}

export type YearCloseRefusal =
  | 'year_is_closed'
  | 'year_must_be_over'
  | 'year_closes_with_settled_entries'
  | 'prior_year_must_be_closed'
  | 'entry_must_be_in_the_closed_year'
  | 'adjustment_is_written_once'
  | 'adjustment_must_change_something'
  | 'nobody_decides_on_their_own_hours';

type Decision = readonly YearCloseEvent[] | Refusal<YearCloseRefusal>;
type Asked<T extends YearCloseCommand['type']> = DataOfCommand<YearCloseCommand, T>;

/** The end of a person's year, the beginning of the next, and what is found afterwards. */
export function decideOnYearClose(command: YearCloseCommand, hours: Hours, act: Act, facts: YearCloseFacts): Decision {
  switch (command.type) {
    case 'CloseHoursYear':
      return closeHoursYear(command.data, hours, act);
    case 'OpenHoursYear':
      return openHoursYear(command.data, hours, act);
    case 'AdjustPriorYear':
      return adjustPriorYear(command.data, hours, act, facts);
  }
}

function closeHoursYear(
  { volunteerId, year, organizationId }: Asked<'CloseHoursYear'>,
  hours: Hours,
  act: Act,
): Decision {
  const close = yearCloseOf(hours);
  if (close.closed) return [];
  if (yearOf(act.today) <= year) return refuse('year_must_be_over');
  const unsettled = unsettledOf(hours);
  if (unsettled > 0) return refuse('year_closes_with_settled_entries', { count: unsettled });
  const data = {
    volunteerId,
    year,
    organizationId,
    serviceMinutes: creditedMinutes(hours),
    entries: liveEntriesOf(hours).length,
    carriedMinutes: close.opened?.carriedMinutes ?? (0 as Minutes),
    adjustmentMinutes: adjustmentMinutes(close),
    closedOn: act.today,
  };
  return [{ type: 'HoursYearClosed', data }];
}

function openHoursYear(asked: Asked<'OpenHoursYear'>, hours: Hours, act: Act): Decision {
  const close = yearCloseOf(hours);
  if (close.opened) return [];
  if (close.closed) return refuse('year_is_closed');
  return [{ type: 'HoursYearOpened', data: { ...asked, closedYear: asked.year - 1, openedOn: act.today } }];
}

function adjustPriorYear(
  asked: Asked<'AdjustPriorYear'>,
  hours: Hours,
  act: Act,
  { adjusted }: YearCloseFacts,
): Decision {
  const { volunteerId, adjustsYear, entryId, adjustmentId, minutesAfter, reasonCode, reason } = asked;
  if (volunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  const known = yearCloseOf(hours).adjustments.get(adjustmentId);
  if (known)
    return known.entryId === entryId && known.minutesAfter === minutesAfter ? [] : refuse('adjustment_is_written_once');
  if (adjusted === 'year_is_open') return refuse('prior_year_must_be_closed');
  if (!adjusted) return refuse('entry_must_be_in_the_closed_year');
  const { entry, minutesNow: minutesBefore, openYear: year } = adjusted;
  if (minutesBefore === minutesAfter) return refuse('adjustment_must_change_something');
  const { organizationId, activityId, teamId, servedOn } = entry;
  const where = { organizationId, servedOn, ...(activityId ? { activityId } : {}), ...(teamId ? { teamId } : {}) };
  const what = { adjustmentId, adjustsYear, entryId, minutesBefore, minutesAfter, reasonCode, reason };
  return [{ type: 'PriorYearAdjusted', data: { volunteerId, year, ...where, ...what, adjustedOn: act.today } }];
}
