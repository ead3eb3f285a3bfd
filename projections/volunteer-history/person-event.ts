import type { ActivityEvent } from '#libs/activity/activity.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { BreachEvent } from '#libs/breach/breach.events';
import type { CorrectionNoticeEvent } from '#libs/correction-notice/correction-notice.events';
import type { CertificateEvent } from '#libs/certificate/certificate.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { VolunteerId } from '#libs/kernel/ids';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import type { QuotaEvent } from '#libs/review/quota.events';
import type { ReviewEvent } from '#libs/review/review.events';
import type { StarEvent } from '#libs/star/star.events';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';

type AnySliceEvent =
  | VolunteerEvent
  | TeamEvent
  | ActivityEvent
  | HoursEvent
  | OrganizationEvent
  | ReviewEvent
  | QuotaEvent
  | StarEvent
  | CertificateEvent
  | YearCloseEvent
  | CorrectionNoticeEvent
  | BreachEvent;

/** What concerns a person says so by `volunteerId`, in whatever stream it stands. */
export type PersonEvent = Extract<AnySliceEvent, { readonly data: { readonly volunteerId: VolunteerId } }>;

type DayField<T extends PersonEvent['type']> = Extract<
  keyof Extract<PersonEvent, { type: T }>['data'],
  `${string}On`
> | null;

/**
 * Each such event with the field of the day it is about. A new event about a person does not compile until it stands here,
 * and what stands here is in the index.
 */
export const dayFields: { readonly [T in PersonEvent['type']]: DayField<T> } = {
  ApplicationSubmitted: 'submittedOn',
  ApplicationReturned: 'returnedOn',
  ApplicationDeclined: 'declinedOn',
  ApplicationApproved: 'approvedOn',
  VolunteerEnrolled: 'enrolledOn',
  ParticularsChanged: 'changedOn',
  PrimaryTeamChosen: 'chosenOn',
  PrimaryTeamCleared: 'clearedOn',
  VolunteerWithdrew: 'withdrawnOn',
  AffiliationTransferSent: 'sentOn',
  AffiliationTransferReceived: 'receivedOn',
  AffiliationTransferRefused: 'refusedOn',
  AffiliationTransferCalledBack: 'calledBackOn',
  AffiliationMoved: 'movedOn',
  RetirementRecorded: 'retiredOn',
  VolunteerDeceased: 'deceasedOn',
  DeathRetracted: 'retractedOn',
  MembershipCeased: 'ceasedOn',
  MembershipRestored: 'restoredOn',
  ProbationExtended: 'decidedOn',
  PersonsMerged: 'mergedOn',
  MergeUndone: 'undoneOn',
  DuplicateLinked: 'linkedOn',
  DuplicateUnlinked: 'unlinkedOn',
  TeamLeaderAppointed: 'appointedOn',
  TeamLeaderStoodDown: 'stoodDownOn',
  TeamMemberJoined: 'joinedOn',
  TeamMemberLeft: 'leftOn',
  TeamMemberMoved: 'movedOn',
  ServiceGroupMemberAssigned: 'assignedOn',
  VolunteerSignedUp: 'signedUpOn',
  SignUpCancelled: 'cancelledOn',
  VolunteerMovedUp: 'movedUpOn',
  SignUpRescheduled: 'carriedOverOn',
  SignUpLapsed: 'lapsedOn',
  SignUpActivityChanged: 'toldOn',
  VolunteerCheckedIn: 'checkedInOn',
  VolunteerCheckedOut: 'checkedOutOn',
  AttendanceRecorded: 'servedOn',
  AttendanceWithdrawn: null,
  AttendanceAttested: 'servedOn',
  ServiceHoursRecorded: 'servedOn',
  ServiceHoursAttested: 'servedOn',
  ServiceHoursCredited: 'servedOn',
  ServiceHoursConflicted: 'servedOn',
  ServiceHoursConflictResolved: 'servedOn',
  ServiceHoursHeld: 'servedOn',
  ServiceHoursApproved: 'servedOn',
  ServiceHoursDeclined: 'servedOn',
  ServiceHoursClaimWithdrawn: 'servedOn',
  ServiceHoursReversed: 'servedOn',
  ServiceHoursMoved: 'servedOn',
  FalseClaimEstablished: 'servedOn',
  ServiceHoursDisputed: 'disputedOn',
  ServiceHoursDisputeEscalated: 'escalatedOn',
  ServiceHoursDisputeAnswered: 'answeredOn',
  LeadershipPostAssumed: 'assumedOn',
  LeadershipPostEnded: 'endedOn',
  VolunteerReviewPrepared: 'preparedOn',
  VolunteerReviewPackMeasured: 'untilOn',
  VolunteerReviewConfirmed: 'confirmedOn',
  QuotaExempted: 'effectiveOn',
  QuotaExemptionEnded: 'endedOn',
  ReminderTalkHeld: 'heldOn',
  StarApplicationFiled: 'filedOn',
  StarApplicationDeclined: 'declinedOn',
  StarAwarded: 'awardedOn',
  StarRevoked: 'revokedOn',
  HoursYearOpened: 'openedOn',
  HoursYearClosed: 'closedOn',
  PriorYearServicePosted: 'servedOn',
  PriorYearAdjusted: 'servedOn',
  CertificatePrepared: 'preparedOn',
  CertificateIssued: 'issuedOn',
  CertificatePublicized: null,
  CertificateSuperseded: 'supersededOn',
  CertificateRevoked: 'revokedOn',
  CorrectionNoticeGiven: 'toldOn',
  BreachPersonNotified: 'notifiedOn',
};

export const personEventTypes = Object.keys(dayFields) as readonly PersonEvent['type'][];
