import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, flag, id, listOf, localDate, minutes, optional, personal, text, timeOfDay } from '#libs/kernel/fields';
import type {
  AccountId,
  ActivityId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';

/** Z-66. */
export const serviceThemes = ['CARE_PEOPLE', 'CARE_SOCIETY', 'CARE_NATURE'] as const;
/** rules.md 2.3: how the minutes came to be known. */
export const provenances = ['MEASURED', 'WITNESSED', 'DECLARED', 'EXTERNAL', 'BROUGHT_FORWARD'] as const;
export type Provenance = (typeof provenances)[number];
/** Why something was written down after its due day (Order 67 art. 11; A-13, F-05, F-35). */
export const lateReasons = [
  'PAPER_SHEET_DELAYED',
  'EMERGENCY',
  'SYSTEM_UNAVAILABLE',
  'DISPUTE_UPHELD',
  'OTHER',
] as const;
export type LateReason = (typeof lateReasons)[number];

const attendance = {
  activityId: id<ActivityId>(),
  sessionId: id<SessionId>(),
  volunteerId: id<VolunteerId>(),
  /** Given by the client when the attendance is recorded, so that the credit in the hours ledger is one and the same for ever. */
  entryId: id<HoursEntryId>(),
  /** The team under whose activity the person served; absent for a guest of no team. */
  teamId: optional(id<TeamId>()),
  servedOn: localDate(),
  startsAt: timeOfDay(),
  /** The day of `endsAt` where it is not `servedOn`: the next day, for a span over midnight. */
  endsOn: optional(localDate()),
  endsAt: timeOfDay(),
  /** Time actually given (Order 67 art. 7), at most the span; one day's worth. */
  serviceMinutes: minutes(1, 1440),
  provenance: code(provenances),
  /** A decision folds data only, and nobody attests what they recorded. */
  recordedBy: id<AccountId>(),
  /** The day on which it was accepted, in China: what is late is judged by it. */
  recordedOn: localDate(),
  /** Given by the recorder where the record comes after its due day. */
  lateReasonCode: optional(code(lateReasons)),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const activityEvents = {
  /** Order 67 art. 7: 名称、日期、地点、服务内容、活动组织单位、活动负责人. */
  ActivityPlanned: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    teamIds: listOf(id<TeamId>(), 50),
    plannedOn: localDate(),
    theme: optional(code(serviceThemes)),
    title: personal('free', text(100)),
    place: personal('free', text(200)),
    content: personal('free', text(1000)),
    responsiblePerson: personal('free', text(100)),
  }),
  SessionHeld: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    sessionId: id<SessionId>(),
    heldOn: localDate(),
    startsAt: timeOfDay(),
    /** The day of `endsAt` where it is not `heldOn`: the next day, for a session over midnight. */
    endsOn: optional(localDate()),
    endsAt: timeOfDay(),
  }),
  AttendanceRecorded: event(1, {
    ...attendance,
    /** The end was worked out from start + hours, because the sheet left it empty. */
    endDerived: flag(),
    note: optional(personal('free', text(500), 'volunteerId')),
  }),
  /** A slip of the recorder, taken back before anybody attested it; afterwards only a reversal in the hours ledger corrects. */
  AttendanceWithdrawn: event(1, {
    activityId: id<ActivityId>(),
    sessionId: id<SessionId>(),
    volunteerId: id<VolunteerId>(),
    reason: personal('free', text(500), 'volunteerId'),
  }),
  /** 确认 by a second person; carries all that the hours ledger needs, so that the credit needs no other look-up. */
  AttendanceAttested: event(1, {
    ...attendance,
    organizationId: id<OrganizationId>(),
    attestedBy: id<AccountId>(),
    attestedOn: localDate(),
  }),
  /** F-33: no minutes, not counted. */
  ActivityCancelled: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    cancelledOn: localDate(),
    reason: personal('free', text(500)),
  }),
};

export type ActivityEvent = EventOf<typeof activityEvents>;
export type ClearActivityEvent = ClearEventOf<typeof activityEvents>;

export const activityStream = (activityId: ActivityId): string => `activity-${activityId}`;
