import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, minutes, optional, personal, reference, text } from '#libs/kernel/fields';
import type { ActivityId, HoursEntryId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { entry } from './hours.events.js';

/** Why a closed year is found to have been otherwise (F-25). */
export const adjustmentReasons = [
  'RECORDING_ERROR',
  'FALSE_CLAIM',
  'WRONG_PERSON',
  'DUPLICATE',
  'NOT_VOLUNTEER_SERVICE',
  'REWARDED_SERVICE',
  'DISPUTE_UPHELD',
] as const;
export type AdjustmentReason = (typeof adjustmentReasons)[number];

const personYear = { volunteerId: id<VolunteerId>(), year: integer(2000, 2200) };

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const yearCloseEvents = {
  /** The last entry of a year's stream. `organizationId`: whose books closed it. */
  HoursYearClosed: event(1, {
    ...personYear,
    organizationId: id<OrganizationId>(),
    serviceMinutes: minutes(0, 527_040),
    entries: integer(0, 100_000),
    /** Brought into the year by its opening. */
    carriedMinutes: minutes(0, 100_000_000),
    /** Sum of the adjustments of earlier years posted in this one. */
    adjustmentMinutes: integer(-100_000_000, 100_000_000),
    closedOn: localDate(),
  }),
  /** The next year begins with what was carried and the last hash of the closed stream. */
  HoursYearOpened: event(1, {
    ...personYear,
    carriedMinutes: minutes(0, 100_000_000),
    closedYear: integer(2000, 2200),
    closedRevision: integer(0, 10_000_000),
    closedHash: reference(/^[A-Za-z0-9+/]{43}=$/),
    openedOn: localDate(),
  }),
  /**
   * A service of a closed year that was attested only after the close. It stands in the open year and counts for nothing
   * until a third person adjusts the closed year by it (`PriorYearAdjusted` with its entry id).
   */
  PriorYearServicePosted: event(1, { ...entry, year: integer(2000, 2200), adjustsYear: integer(2000, 2200) }),
  /** Found after the close: posted in the open year, pointing at the old entry; the closed book stays as it is. */
  PriorYearAdjusted: event(1, {
    ...personYear,
    adjustmentId: id<HoursEntryId>(),
    adjustsYear: integer(2000, 2200),
    /** The entry of the closed year. */
    entryId: id<HoursEntryId>(),
    organizationId: id<OrganizationId>(),
    activityId: optional(id<ActivityId>()),
    teamId: optional(id<TeamId>()),
    servedOn: localDate(),
    /** What the entry came to before and comes to now. */
    minutesBefore: minutes(0, 1440),
    minutesAfter: minutes(0, 1440),
    reasonCode: code(adjustmentReasons),
    adjustedOn: localDate(),
    reason: personal('free', text(500)),
  }),
};

export type YearCloseEvent = EventOf<typeof yearCloseEvents>;
export type ClearYearCloseEvent = ClearEventOf<typeof yearCloseEvents>;
