import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, flag, id, listOf, localDate, optional, personal, reference, text, texts } from '#libs/kernel/fields';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';

/** only the first two enter roster, ratio and annexes. */
export const participantKinds = [
  'FULL_MEMBER',
  'PROBATIONARY_MEMBER',
  'APPLICANT_ACTIVIST',
  'OTHER_VOLUNTEER',
] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/** PIPL 13, 23, 25, 29: one consent a purpose; `SENSITIVE_HEALTH` is the separate consent for the health code. */
export const consentPurposes = [
  'REGISTRATION',
  'SENSITIVE_HEALTH',
  'UPWARD_FILING',
  'EXTERNAL_REGISTRATION',
  'PUBLICITY',
  'NATIONAL_EXPORT',
] as const;

/** F-11, F-12: the paper that was looked at when a name or an ID number changed. */
export const identityDocuments = ['ID_CARD', 'HOUSEHOLD_REGISTER', 'POLICE_CERTIFICATE'] as const;
export type IdentityDocument = (typeof identityDocuments)[number];

/** F-19: what was decided about the membership. Stored only encrypted: it tells how a person is. */
export const membershipMeasures = ['SUSPENDED', 'STOPPED', 'REMOVED', 'EXPELLED', 'PROBATION_CANCELLED'] as const;
export type MembershipMeasure = (typeof membershipMeasures)[number];

export const applicationSources = ['ONLINE', 'PAPER_FORM', 'SHEET_IMPORT'] as const;

/** Annex 1's fields in its order, 入党时间 and intended service beside them (both missing on the form, needed by Annex 2). */
const particulars = {
  name: personal('identity', text(50)),
  sex: personal('identity', text(1)),
  /** `YYYY-MM` as the form asks, or the whole day when an ID number gives it. */
  birthDate: optional(personal('identity', text(10))),
  /** A roster states an age without a birth date: completed years on `statedAgeOn`. */
  statedAge: optional(personal('identity', text(3))),
  statedAgeOn: optional(personal('identity', text(10))),
  ethnicity: optional(personal('identity', text(2))),
  education: optional(personal('identity', text(2))),
  idNumber: optional(personal('identity', text(18))),
  workUnit: optional(personal('identity', text(100))),
  politicalStatus: optional(personal('sensitive', text(2))),
  joinedPartyOn: optional(personal('sensitive', text(10))),
  health: optional(personal('sensitive', text(1))),
  officePhones: optional(personal('contact', texts(5, 40))),
  mobiles: optional(personal('contact', texts(5, 20))),
  email: optional(personal('contact', text(100))),
  photo: optional(personal('photo', text(64))),
  skills: optional(personal('free', text(500))),
  experience: optional(personal('free', text(2000))),
  serviceInterests: optional(personal('free', texts(19, 2))),
  mainProjects: optional(personal('free', text(200))),
  /** What stood in the imported row, word for word. */
  sourceText: optional(personal('free', text(2000))),
};

/** Who goes from where to where. */
const passage = {
  volunteerId: id<VolunteerId>(),
  fromOrganizationId: id<OrganizationId>(),
  toOrganizationId: id<OrganizationId>(),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const volunteerEvents = {
  /** Z-28, Z-31 to Z-33: by the person, or for the person with their signed paper. */
  ApplicationSubmitted: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    participantKind: code(participantKinds),
    submittedOn: localDate(),
    source: code(applicationSources),
    onBehalf: code(['SELF', 'RECORDER']),
    consents: listOf(code(consentPurposes), consentPurposes.length),
    /** Readings of the sheet that a person should look at again. */
    doubts: listOf(
      code([
        'JOINED_PARTY_MONTH',
        'SEX_AGAINST_ID_NUMBER',
        'BIRTH_DATE_AGAINST_ID_NUMBER',
        'AGE_WITHOUT_BIRTH_DATE',
        'WORD_NOT_IN_CODE_LIST',
      ]),
      5,
    ),
    ...particulars,
  }),
  ApplicationReturned: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    returnedOn: localDate(),
    reason: personal('free', text(500)),
  }),
  ApplicationDeclined: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    declinedOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** Z-29: 党组织审核备案. */
  ApplicationApproved: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    approvedOn: localDate(),
    basis: code(['BRANCH_MEETING', 'COMMITTEE_MEETING', 'SEALED_PAPER']),
    meeting: optional(personal('free', text(200))),
  }),
  /** Z-34: 登记造册. */
  VolunteerEnrolled: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    volunteerNumber: reference(/^\d{10}$/),
    enrolledOn: localDate(),
  }),
  /** F-11, F-12: a dated change; the old value stays readable in the history. Absent fields are unchanged. */
  ParticularsChanged: event(1, {
    volunteerId: id<VolunteerId>(),
    changedOn: localDate(),
    participantKind: optional(code(participantKinds)),
    documentSeen: optional(code(identityDocuments)),
    ...particulars,
    name: optional(particulars.name),
    sex: optional(particulars.sex),
    reason: personal('free', text(500)),
  }),
  /** one primary team for roster and Annex counts. Kept here, so that there is exactly one at any time. */
  PrimaryTeamChosen: event(1, { volunteerId: id<VolunteerId>(), teamId: id<TeamId>(), chosenOn: localDate() }),
  PrimaryTeamCleared: event(1, {
    volunteerId: id<VolunteerId>(),
    teamId: id<TeamId>(),
    clearedOn: localDate(),
    /** The person is gone from the branch, and so from its team: the team's own stream follows. */
    leavesTeam: optional(flag()),
  }),
  /** F-20: at once, without a reason; the past stays. */
  VolunteerWithdrew: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    withdrawnOn: localDate(),
  }),
  /** F-13, 教育管理工作条例 art. 25: until it is received, the organization that sent it stays responsible. */
  AffiliationTransferSent: event(1, {
    ...passage,
    sentOn: localDate(),
    letterNumber: optional(personal('free', text(60))),
  }),
  AffiliationTransferReceived: event(1, { ...passage, receivedOn: localDate() }),
  AffiliationTransferRefused: event(1, { ...passage, refusedOn: localDate(), reason: personal('free', text(500)) }),
  AffiliationTransferCalledBack: event(1, {
    ...passage,
    calledBackOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** F-21: the home organization merged or split; the person follows to the one named. */
  AffiliationMoved: event(1, { ...passage, movedOn: localDate() }),
  /** F-16: stays if willing. */
  RetirementRecorded: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    retiredOn: localDate(),
  }),
  /** F-18. */
  VolunteerDeceased: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    deceasedOn: localDate(),
    source: personal('sensitive', text(200)),
  }),
  DeathRetracted: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    retractedOn: localDate(),
    reason: personal('sensitive', text(500)),
  }),
  /** F-19: leaves roster and ratio from this day; which measure and why is not shown to the team. */
  MembershipCeased: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    ceasedOn: localDate(),
    measure: personal('sensitive', text(20)),
    document: optional(personal('sensitive', text(120))),
    reason: personal('sensitive', text(500)),
  }),
  MembershipRestored: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    restoredOn: localDate(),
    document: optional(personal('sensitive', text(120))),
    reason: personal('sensitive', text(500)),
  }),
  ProbationExtended: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    decidedOn: localDate(),
    extendedUntil: personal('sensitive', text(10)),
    reason: personal('sensitive', text(500)),
  }),
  /** F-08: an alias, written by the record that gives way. Neither history is moved, so that it can be undone. */
  PersonsMerged: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    survivorId: id<VolunteerId>(),
    mergedOn: localDate(),
    reason: personal('free', text(500)),
    evidence: personal('free', text(500)),
  }),
  MergeUndone: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    survivorId: id<VolunteerId>(),
    undoneOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** The other end of the alias, in the stream of the survivor. */
  DuplicateLinked: event(1, { volunteerId: id<VolunteerId>(), duplicateId: id<VolunteerId>(), linkedOn: localDate() }),
  DuplicateUnlinked: event(1, {
    volunteerId: id<VolunteerId>(),
    duplicateId: id<VolunteerId>(),
    unlinkedOn: localDate(),
  }),
};

export type VolunteerEvent = EventOf<typeof volunteerEvents>;
export type ClearVolunteerEvent = ClearEventOf<typeof volunteerEvents>;

export const volunteerStream = (volunteerId: VolunteerId): string => `volunteer-${volunteerId}`;
