import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import {
  code,
  flag,
  id,
  integer,
  listOf,
  localDate,
  minutes,
  optional,
  personal,
  reference,
  sha256Pattern,
  text,
  timeOfDay,
} from '#libs/kernel/fields';
import type {
  AccountId,
  ActivityId,
  DisputeId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import { lateReasons } from '#libs/kernel/late-reasons';

/** How the minutes came to be known. */
export const provenances = ['MEASURED', 'WITNESSED', 'DECLARED', 'EXTERNAL', 'BROUGHT_FORWARD'] as const;
export type Provenance = (typeof provenances)[number];

/** By which door minutes come in. Only a session is an activity of a team; the others are the person's own (A-27, A-28, H-17, H-18, F-36). */
export const entryKinds = [
  'SESSION',
  'INDIVIDUAL',
  'PAIRED_AID',
  'STATION_DUTY',
  'EXTERNAL',
  'BROUGHT_FORWARD',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** F-04, F-05: what an entry waits for a further approval for. */
export const holdReasons = ['DAY_OVER_SECOND_TIER', 'DAY_OVER_HIGHER_TIER', 'LATE'] as const;
export type HoldReason = (typeof holdReasons)[number];
/** Another person; beyond the higher tier of a day another person of the organization above. */
export const approvalLevels = ['SECOND', 'HIGHER'] as const;
export type ApprovalLevel = (typeof approvalLevels)[number];

/** F-01, F-02, F-03, F-10, F-28, F-30 and the plain slip; error and fraud are different words (5.4 principle 5). */
export const reversalReasons = [
  'RECORDING_ERROR',
  'FALSE_CLAIM',
  'WRONG_PERSON',
  'DUPLICATE',
  'NOT_VOLUNTEER_SERVICE',
  'REWARDED_SERVICE',
  'OTHER_ENTRY_STANDS',
] as const;
export type ReversalReason = (typeof reversalReasons)[number];

export const disputeGrounds = [
  'DID_NOT_SERVE',
  'MINUTES_WRONG',
  'MISSING',
  'WRONG_PERSON',
  'NOT_VOLUNTEER_SERVICE',
  'OTHER',
] as const;
export type DisputeGround = (typeof disputeGrounds)[number];
export const disputeOutcomes = ['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];
/** Why a dispute goes to the next level: nobody answered in time, or who raised it does not accept the answer (F-27). */
export const escalationReasons = ['OVERDUE', 'APPEAL'] as const;
export type EscalationReason = (typeof escalationReasons)[number];

/** SHA-256 of the paper or picture that shows it, in hexadecimal. */
export const evidenceHash = (): ReturnType<typeof reference> => reference(sha256Pattern);

const service = {
  volunteerId: id<VolunteerId>(),
  entryId: id<HoursEntryId>(),
  kind: code(entryKinds),
  organizationId: id<OrganizationId>(),
  servedOn: localDate(),
  startsAt: timeOfDay(),
  endsAt: timeOfDay(),
  serviceMinutes: minutes(1, 1440),
  provenance: code(provenances),
  recordedBy: id<AccountId>(),
  /** Day on which the ledger accepted the record, never the client's word (F-05). */
  recordedOn: localDate(),
  lateReasonCode: optional(code(lateReasons)),
};

const attested = { attestedBy: id<AccountId>(), attestedOn: localDate() };

/** As an entry is written, whatever it is written as. */
export const entry = {
  ...service,
  ...attested,
  /** Only on an entry of the kind SESSION, and always there. */
  activityId: optional(id<ActivityId>()),
  sessionId: optional(id<SessionId>()),
  teamId: optional(id<TeamId>()),
  /** The 10th working day after the service ended; absent where another body had to record it (EXTERNAL, BROUGHT_FORWARD). */
  dueOn: optional(localDate()),
  /** The calendar of a year on the way was not published when the entry was written: 暂定. */
  dueProvisional: flag(),
  /** Recorded after the due day; for ever. */
  late: flag(),
  /** The entry in whose place this one stands: a correction, or the same service of the right person. */
  replaces: optional(id<HoursEntryId>()),
};

/** Beyond one calendar day the service ended the day after. */
const claim = {
  ...service,
  endsOn: optional(localDate()),
  evidenceHash: optional(evidenceHash()),
};

const about = {
  volunteerId: id<VolunteerId>(),
  entryId: id<HoursEntryId>(),
  activityId: optional(id<ActivityId>()),
  organizationId: id<OrganizationId>(),
  teamId: optional(id<TeamId>()),
  servedOn: localDate(),
  serviceMinutes: minutes(1, 1440),
};

/** Of the year whose stream it stands in. */
const dispute = { volunteerId: id<VolunteerId>(), year: integer(2000, 2200), disputeId: id<DisputeId>() };

/**
 * Stored for ever: a shape changes only by a new version with an upcaster and a golden file. Minutes count from
 * ServiceHoursCredited until ServiceHoursReversed; nothing else adds or takes off a minute.
 */
export const hoursEvents = {
  /** A good deed, a visit, station duty, external or brought-forward hours as somebody entered them: a claim, not counted. */
  ServiceHoursRecorded: event(1, {
    ...claim,
    /** Order 67 art. 7; for external and brought-forward hours with the body or person who vouches for them. */
    content: personal('free', text(500)),
    place: optional(personal('free', text(200))),
    sourceBody: optional(personal('free', text(100))),
  }),
  /** A second person confirms the claim; the credit follows from it, day by day. */
  ServiceHoursAttested: event(1, { ...claim, ...attested }),
  /** Taken back by whoever recorded it, before anybody attested or declined it: it never was more than a claim. */
  ServiceHoursClaimWithdrawn: event(1, {
    ...about,
    withdrawnBy: id<AccountId>(),
    withdrawnOn: localDate(),
    reason: personal('free', text(500)),
  }),
  ServiceHoursCredited: event(1, entry),
  /** F-03: saved but not credited; one minute is never credited twice. */
  ServiceHoursConflicted: event(1, { ...entry, conflictsWith: id<HoursEntryId>() }),
  /** Somebody looked at an overlap and said which entry stands. */
  ServiceHoursConflictResolved: event(1, {
    ...about,
    conflictsWith: id<HoursEntryId>(),
    standsEntryId: id<HoursEntryId>(),
    resolvedBy: id<AccountId>(),
    resolvedOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** F-04, F-05: saved and not counted until another person approves. `dayMinutes` with this entry. */
  ServiceHoursHeld: event(1, {
    ...entry,
    holdReasons: listOf(code(holdReasons), holdReasons.length),
    approvalLevel: code(approvalLevels),
    dayMinutes: integer(1, 2880),
  }),
  /** Always together with the credit that it allows. */
  ServiceHoursApproved: event(1, {
    ...about,
    approvalLevel: code(approvalLevels),
    lateReasonCode: optional(code(lateReasons)),
    approvedBy: id<AccountId>(),
    approvedOn: localDate(),
    note: optional(personal('free', text(500))),
  }),
  /** A claim, a held or a conflicted entry that is not credited. */
  ServiceHoursDeclined: event(1, {
    ...about,
    declinedBy: id<AccountId>(),
    declinedOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** 冲销: a new entry that cancels an old one; the original stays readable. */
  ServiceHoursReversed: event(1, {
    ...about,
    reasonCode: code(reversalReasons),
    reversedBy: id<AccountId>(),
    reversedOn: localDate(),
    /** The entry written in its place, in this stream or, for the right person, in another. */
    replacedBy: optional(id<HoursEntryId>()),
    disputeId: optional(id<DisputeId>()),
    evidenceHash: optional(evidenceHash()),
    reason: personal('free', text(500)),
    decision: optional(personal('free', text(200))),
  }),
  /** F-10: the same service, credited to the right person by a reaction. `volunteerId` is the one it is taken from. */
  ServiceHoursMoved: event(1, {
    ...entry,
    toVolunteerId: id<VolunteerId>(),
    toEntryId: id<HoursEntryId>(),
    movedBy: id<AccountId>(),
    movedOn: localDate(),
  }),
  /** F-01: a finding, no punishment. Certificates that used the entry are revoked, the attester's other entries are sampled. */
  FalseClaimEstablished: event(1, {
    ...about,
    recordedBy: id<AccountId>(),
    attestedBy: id<AccountId>(),
    establishedBy: id<AccountId>(),
    establishedOn: localDate(),
    evidenceHash: optional(evidenceHash()),
    finding: personal('free', text(500)),
    decision: personal('free', text(200)),
  }),
  /** F-27, Order 67 art. 13: an entry is wrong, or one is missing. */
  ServiceHoursDisputed: event(1, {
    ...dispute,
    entryId: optional(id<HoursEntryId>()),
    /** Who has to answer. */
    organizationId: id<OrganizationId>(),
    ground: code(disputeGrounds),
    raisedBy: id<AccountId>(),
    disputedOn: localDate(),
    answerDueOn: localDate(),
    dueProvisional: flag(),
    statement: personal('free', text(1000)),
  }),
  /** Now the organization above has to answer. */
  ServiceHoursDisputeEscalated: event(1, {
    ...dispute,
    entryId: optional(id<HoursEntryId>()),
    organizationId: id<OrganizationId>(),
    reasonCode: code(escalationReasons),
    escalatedBy: id<AccountId>(),
    escalatedOn: localDate(),
    answerDueOn: localDate(),
    dueProvisional: flag(),
  }),
  ServiceHoursDisputeAnswered: event(1, {
    ...dispute,
    entryId: optional(id<HoursEntryId>()),
    organizationId: id<OrganizationId>(),
    outcome: code(disputeOutcomes),
    answeredBy: id<AccountId>(),
    answeredOn: localDate(),
    answer: personal('free', text(1000)),
  }),
};

export type HoursEvent = EventOf<typeof hoursEvents>;
export type ClearHoursEvent = ClearEventOf<typeof hoursEvents>;

/** One person's minutes of one calendar year (A-12, A-26: the year of a minute is that of its own day). */
export const hoursStream = (volunteerId: VolunteerId, year: number): string => `hours-${volunteerId}-${year}`;
