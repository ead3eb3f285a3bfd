import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, localDate, minutes, optional, personal, text, timeOfDay } from '#libs/kernel/fields';
import type { AccountId, ActivityId, HoursEntryId, OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';

/** How the minutes came to be known. */
export const provenances = ['MEASURED', 'WITNESSED', 'DECLARED', 'EXTERNAL', 'BROUGHT_FORWARD'] as const;
export type Provenance = (typeof provenances)[number];

/** F-01, F-02, F-03, F-10, F-28, F-30 and the plain slip; error and fraud are different words (5.4 principle 5). */
export const reversalReasons = ['RECORDING_ERROR', 'FALSE_CLAIM', 'WRONG_PERSON', 'DUPLICATE', 'NOT_VOLUNTEER_SERVICE', 'REWARDED_SERVICE'] as const;
export type ReversalReason = (typeof reversalReasons)[number];

const entry = {
  volunteerId: id<VolunteerId>(),
  entryId: id<HoursEntryId>(),
  activityId: id<ActivityId>(),
  sessionId: id<SessionId>(),
  organizationId: id<OrganizationId>(),
  teamId: optional(id<TeamId>()),
  servedOn: localDate(),
  startsAt: timeOfDay(),
  endsAt: timeOfDay(),
  serviceMinutes: minutes(1, 1440),
  provenance: code(provenances),
  recordedBy: id<AccountId>(),
  attestedBy: id<AccountId>(),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const hoursEvents = {
  ServiceHoursCredited: event(1, entry),
  /** F-03: saved but not credited; one minute is never credited twice. */
  ServiceHoursConflicted: event(1, { ...entry, conflictsWith: id<HoursEntryId>() }),
  /** 冲销: a new entry that cancels an old one; the original stays readable. */
  ServiceHoursReversed: event(1, {
    volunteerId: id<VolunteerId>(),
    entryId: id<HoursEntryId>(),
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    teamId: optional(id<TeamId>()),
    servedOn: localDate(),
    serviceMinutes: minutes(1, 1440),
    reasonCode: code(reversalReasons),
    reversedOn: localDate(),
    reason: personal('free', text(500)),
  }),
};

export type HoursEvent = EventOf<typeof hoursEvents>;
export type ClearHoursEvent = ClearEventOf<typeof hoursEvents>;

/** One person's minutes of one calendar year (A-12, A-26: the year of a minute is that of its own day). */
export const hoursStream = (volunteerId: VolunteerId, year: number): string => `hours-${volunteerId}-${year}`;
