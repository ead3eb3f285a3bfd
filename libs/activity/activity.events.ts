import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import {
  code,
  flag,
  id,
  instant,
  integer,
  listOf,
  localDate,
  minutes,
  optional,
  personal,
  reference,
  sha256Pattern,
  text,
  texts,
  timeOfDay,
} from '#libs/kernel/fields';
import type {
  AccountId,
  ActivityId,
  EvidenceId,
  HoursEntryId,
  OrganizationId,
  PlanLineId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import { lateReasons } from '#libs/kernel/late-reasons';
import { venueKinds } from './venue-kinds.js';

export { venueKinds };

/** Z-66. */
export const serviceThemes = ['CARE_PEOPLE', 'CARE_SOCIETY', 'CARE_NATURE'] as const;
/** rules.md 2.3: how the minutes came to be known. */
export const provenances = ['MEASURED', 'WITNESSED', 'DECLARED', 'EXTERNAL', 'BROUGHT_FORWARD'] as const;
export type Provenance = (typeof provenances)[number];
/** What was asked about an activity before it was planned; only the first is volunteer service (Order 67 art. 19, A-08). */
export const activityNatures = ['VOLUNTEER_SERVICE', 'MEETING', 'STUDY', 'TRAINING', 'VISIT'] as const;
export type ActivityNature = (typeof activityNatures)[number];
/** H-21 to H-26; the kinds of work bear the names of `serviceCarrierKind` without that of their carrier. */
export const carriers = [
  'CIVILIZED_CITY',
  'NEW_COUNTRYSIDE',
  'HARMONIOUS_COMMUNITY',
  'SAFE_CAMPUS',
  'DEVELOPMENT_STABILITY',
  'GRASSROOTS_OUTREACH',
] as const;
export const carrierKinds = [
  ...[
    'TRAFFIC',
    'CLEANING',
    'TREE_PLANTING',
    'PUBLIC_FACILITIES',
    'POLICY_AND_LAW',
    'TECHNICAL_SERVICE',
    'CIVIL_CUSTOMS',
  ],
  ...['AGED_AND_DISABLED', 'POOR', 'DISPUTES', 'YOUTH_EDUCATION', 'FAMILY_PLANNING', 'CULTURAL_LIFE', 'EMPLOYMENT'],
  ...['SAFETY_EDUCATION', 'MORAL_EDUCATION', 'PSYCHOLOGICAL_COUNSEL', 'ENVIRONMENT', 'SUGGESTIONS'],
  ...['VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'SCHOOL', 'SOCIAL_ORGANIZATION'],
] as const;
/** Z-64, 雷锋常在身边. */
export const programmes = [
  'LEARN_FROM_LEI_FENG',
  'CIVIL_ZHENJIANG_CITIZEN',
  'LANDSCAPE_GARDEN_CITY',
  'INTO_COMMUNITIES',
] as const;
/** Z-67. */
export const specialActions = ['CARE_VULNERABLE', 'CARE_RIVERS_AND_MOUNTAINS'] as const;
export const serviceModes = ['CONCENTRATED', 'DAILY', 'PAIRED', 'MENU'] as const;
export const checkInMeans = ['QR_CODE', 'LEADER_TICK'] as const;
export type CheckInMeans = (typeof checkInMeans)[number];
export const evidenceKinds = ['SIGN_IN_SHEET', 'PHOTO', 'STATEMENT', 'COMMAND_BODY_CONFIRMATION', 'OTHER'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
/** Told by the first bytes of the file, not by its name. */
export const evidenceTypes = ['JPEG', 'PNG', 'PDF'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

const session = {
  activityId: id<ActivityId>(),
  organizationId: id<OrganizationId>(),
  sessionId: id<SessionId>(),
  heldOn: localDate(),
  startsAt: timeOfDay(),
  /** The day of `endsAt` where it is not `heldOn`: the next day, for a session over midnight. */
  endsOn: optional(localDate()),
  endsAt: timeOfDay(),
};

const signUp = {
  activityId: id<ActivityId>(),
  organizationId: id<OrganizationId>(),
  sessionId: id<SessionId>(),
  volunteerId: id<VolunteerId>(),
};

const mark = {
  ...signUp,
  means: code(checkInMeans),
  markedBy: id<AccountId>(),
  /** F-37: what the device's clock said is a claim; the server's time counts. */
  deviceTime: optional(instant()),
  clockDrifts: flag(),
};

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
    carrier: optional(code(carriers)),
    carrierKind: optional(code(carrierKinds)),
    programme: optional(code(programmes)),
    specialAction: optional(code(specialActions)),
    serviceMode: optional(code(serviceModes)),
    venueKind: optional(code(venueKinds)),
    /** Absent where nobody was asked, as on a sheet of the past. */
    nature: optional(code(activityNatures)),
    /** Order 67 art. 17 of the regulation: insured before it is held. */
    isDangerous: flag(),
    /** F-35: recorded when it is over, and confirmed by the command body. */
    isEmergency: flag(),
    neededSkills: optional(personal('free', texts(10, 50))),
    title: personal('free', text(100)),
    place: personal('free', text(200)),
    content: personal('free', text(1000)),
    responsiblePerson: personal('free', text(100)),
  }),
  ActivityInsured: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    insuredOn: localDate(),
    insurer: optional(personal('free', text(100))),
    insuranceReference: personal('free', text(100)),
  }),
  /** What was planned for the team's year is this activity (Z-63). */
  PlanLineTied: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    teamId: id<TeamId>(),
    year: integer(2000, 2200),
    planLineId: id<PlanLineId>(),
    tiedOn: localDate(),
  }),
  /** Announced, so that people can sign up and check in; what took place is held. */
  SessionScheduled: event(1, {
    ...session,
    /** Absent: whoever wants to come may. */
    capacity: optional(integer(1, 10_000)),
  }),
  VolunteerSignedUp: event(1, { ...signUp, signedUpOn: localDate(), isWaiting: flag() }),
  /** Order 67 art. 22 of the regulation: who cannot come says so; nothing follows from it. */
  SignUpCancelled: event(1, { ...signUp, cancelledOn: localDate() }),
  /** The first of those who wait, when a place is free again. */
  VolunteerMovedUp: event(1, { ...signUp, movedUpOn: localDate() }),
  /** Another day or other hours for a session announced; its places and who has them stay. */
  SessionRescheduled: event(1, {
    ...session,
    rescheduledOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** For everybody who had signed up or waited: told of the new time (`heldOn` is the new day). They cancel if they cannot come then. */
  SignUpRescheduled: event(1, {
    ...signUp,
    heldOn: localDate(),
    startsAt: timeOfDay(),
    carriedOverOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** For everybody who had signed up or waited for a session of an activity that was cancelled. */
  SignUpLapsed: event(1, {
    ...signUp,
    heldOn: localDate(),
    lapsedOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** Another place or leader before anything was held; what is absent stays as it was. */
  ActivityChanged: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    changedOn: localDate(),
    place: optional(personal('free', text(200))),
    responsiblePerson: optional(personal('free', text(100))),
    reason: personal('free', text(500)),
  }),
  /** For everybody who had signed up or waited: the place or the leader is another. */
  SignUpActivityChanged: event(1, {
    ...signUp,
    heldOn: localDate(),
    toldOn: localDate(),
    reason: personal('free', text(500)),
  }),
  VolunteerCheckedIn: event(1, {
    ...mark,
    entryId: id<HoursEntryId>(),
    teamId: optional(id<TeamId>()),
    checkedInOn: localDate(),
    checkedInAt: timeOfDay(),
  }),
  VolunteerCheckedOut: event(1, { ...mark, checkedOutOn: localDate(), checkedOutAt: timeOfDay() }),
  /** The file lies in the house under its hash; F-31: the same hash elsewhere is shown. */
  EvidenceAdded: event(1, {
    activityId: id<ActivityId>(),
    organizationId: id<OrganizationId>(),
    evidenceId: id<EvidenceId>(),
    sessionId: optional(id<SessionId>()),
    evidenceKind: code(evidenceKinds),
    sha256: reference(sha256Pattern),
    bytes: integer(1, 1_000_000_000),
    contentType: code(evidenceTypes),
    addedOn: localDate(),
    /** F-42. */
    showsMinor: flag(),
    hasGuardianConsent: flag(),
    caption: optional(personal('free', text(200))),
  }),
  SessionHeld: event(1, session),
  AttendanceRecorded: event(1, {
    ...attendance,
    /** The end was worked out from start + hours, because the sheet left it empty. */
    endDerived: flag(),
    /** The sign-in sheet kept as evidence that it was taken from (F-06). */
    sheetId: optional(id<EvidenceId>()),
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
