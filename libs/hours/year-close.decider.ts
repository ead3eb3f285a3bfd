import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import { yearOf, type Minutes } from '#libs/kernel/time';
import { nationalRules } from '#libs/policy/national-rules';
import { entryOf, faultOf } from './entry.decider.js';
import type { HoursRefusal } from './hours.decision.js';
import {
  creditedMinutes,
  liveEntriesOf,
  unsettledOf,
  yearCloseOf,
  type Hours,
  type WrittenEntry,
} from './hours.state.js';
import type { AdjustedEntry, YearCloseFacts } from './year-close.facts.js';
import type { YearCloseCommand } from './year-close.commands.js';
import type { YearCloseEvent } from './year-close.events.js';
import { adjustmentMinutes } from './year-close.state.js';

export type YearCloseRefusal =
  | 'year_is_closed'
  | 'year_must_be_over'
  | 'year_closes_with_settled_entries'
  | 'prior_year_must_be_closed'
  | 'entry_must_be_in_the_closed_year'
  | 'adjustment_is_written_once'
  | 'adjustment_must_change_something'
  | 'adjustment_fits_the_service_found'
  | 'prior_year_service_must_not_overlap'
  | 'service_is_found_once'
  | 'approver_must_be_a_third_person'
  | 'nobody_decides_on_their_own_hours';

type Decision = readonly YearCloseEvent[] | Refusal<YearCloseRefusal | HoursRefusal>;
type Asked<T extends YearCloseCommand['type']> = DataOfCommand<YearCloseCommand, T>;

/** The end of a person's year, the beginning of the next, and what is found afterwards. */
export function decideOnYearClose(command: YearCloseCommand, hours: Hours, act: Act, facts: YearCloseFacts): Decision {
  switch (command.type) {
    case 'CloseHoursYear':
      return closeHoursYear(command.data, hours, act);
    case 'OpenHoursYear':
      return openHoursYear(command.data, hours, act);
    case 'PostPriorYearService':
      return postPriorYearService(command.data, hours, act, facts);
    case 'AdjustPriorYear':
      return adjustPriorYear(command.data, hours, act, facts);
  }
}

/** F-25, F-05: nothing is written into a closed year, and nothing that two people have seen is lost. */
function postPriorYearService(
  asked: Asked<'PostPriorYearService'>,
  hours: Hours,
  act: Act,
  { openYear }: YearCloseFacts,
): Decision {
  const entry = entryOf(asked, nationalRules);
  const known = yearCloseOf(hours).found.get(entry.entryId);
  if (known) return known.serviceMinutes === entry.serviceMinutes ? [] : refuse('service_is_found_once');
  const fault = faultOf(entry, act);
  if (fault) return refuse(fault);
  const adjustsYear = yearOf(entry.servedOn);
  const data = { ...entry, late: true, year: openYear ?? adjustsYear + 1, adjustsYear };
  return [{ type: 'PriorYearServicePosted', data }];
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
  const fault = faultOfAdjustment(minutesAfter, adjusted, act);
  if (fault) return refuse(fault);
  const { organizationId, activityId, teamId, servedOn } = entry;
  const where = { organizationId, servedOn, ...(activityId ? { activityId } : {}), ...(teamId ? { teamId } : {}) };
  const what = { adjustmentId, adjustsYear, entryId, minutesBefore, minutesAfter, reasonCode, reason };
  return [{ type: 'PriorYearAdjusted', data: { volunteerId, year, ...where, ...what, adjustedOn: act.today } }];
}

function faultOfAdjustment(
  minutesAfter: Minutes,
  { entry, minutesNow, foundLate }: AdjustedEntry,
  act: Act,
): YearCloseRefusal | undefined {
  const fault = foundLate && faultOfFound(minutesAfter, entry, foundLate, act);
  if (fault) return fault;
  // That a service found late does not count is a decision, too.
  const isFirst = foundLate?.isDecided === false;
  return minutesNow === minutesAfter && !isFirst ? 'adjustment_must_change_something' : undefined;
}

/** F-05: what came after the close came late: a third person looks at it. */
function faultOfFound(
  minutesAfter: Minutes,
  entry: WrittenEntry,
  { overlaps }: NonNullable<AdjustedEntry['foundLate']>,
  act: Act,
): YearCloseRefusal | undefined {
  if ([entry.recordedBy, entry.attestedBy].includes(act.by)) return 'approver_must_be_a_third_person';
  if (minutesAfter > entry.serviceMinutes) return 'adjustment_fits_the_service_found';
  return overlaps && minutesAfter > 0 ? 'prior_year_service_must_not_overlap' : undefined;
}
