import type { ActivityEvent } from '#libs/activity/activity.events';
import type { BreachEvent } from '#libs/breach/breach.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { CertificateEvent } from '#libs/certificate/certificate.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { VolunteerNotice, VolunteerNoticeHome, type NoticeType } from './volunteer-notice.entity.js';

type DataOf<T extends HoursEvent['type']> = Extract<HoursEvent, { type: T }>['data'];
type NoticeKey = Pick<VolunteerNotice, 'volunteerId' | 'position'>;
type Told = Pick<DataOf<'ServiceHoursCredited'>, 'volunteerId' | 'organizationId'> &
  Partial<Pick<DataOf<'ServiceHoursCredited'>, 'entryId' | 'servedOn' | 'serviceMinutes'>> &
  Partial<Pick<DataOf<'ServiceHoursDisputed'>, 'disputeId'>>;

const toVolunteer = ({ volunteerId }: Told, { position }: Meta): NoticeKey => ({ volunteerId, position });

interface Said {
  readonly code?: string | undefined;
  readonly words?: string | undefined;
  readonly activityId?: VolunteerNotice['activityId'];
}

const notice =
  (type: NoticeType) =>
  (
    row: VolunteerNotice,
    data: Told,
    { entry }: Meta,
    said: Said = {},
  ): VolunteerNotice => ({
    ...row,
    toldAt: entry.at,
    type,
    organizationId: data.organizationId,
    activityId: said.activityId ?? null,
    entryId: data.entryId ?? null,
    disputeId: data.disputeId ?? null,
    servedOn: data.servedOn ?? null,
    serviceMinutes: data.serviceMinutes ?? null,
    code: said.code ?? null,
    words: said.words ?? null,
  });

const told = {
  movedUp: notice('VolunteerMovedUp'),
  carriedOver: notice('SignUpRescheduled'),
  lapsed: notice('SignUpLapsed'),
  changed: notice('SignUpActivityChanged'),
  credited: notice('ServiceHoursCredited'),
  conflicted: notice('ServiceHoursConflicted'),
  resolved: notice('ServiceHoursConflictResolved'),
  held: notice('ServiceHoursHeld'),
  approved: notice('ServiceHoursApproved'),
  declined: notice('ServiceHoursDeclined'),
  reversed: notice('ServiceHoursReversed'),
  falseClaim: notice('FalseClaimEstablished'),
  disputed: notice('ServiceHoursDisputed'),
  escalated: notice('ServiceHoursDisputeEscalated'),
  answered: notice('ServiceHoursDisputeAnswered'),
  adjusted: notice('PriorYearAdjusted'),
  superseded: notice('CertificateSuperseded'),
  revoked: notice('CertificateRevoked'),
  breached: notice('BreachPersonNotified'),
};

const notices = table<VolunteerNotice, ActivityEvent | HoursEvent | YearCloseEvent | CertificateEvent | BreachEvent>()({
  entity: VolunteerNotice,
  keyOf: {
    VolunteerMovedUp: toVolunteer,
    SignUpRescheduled: toVolunteer,
    SignUpLapsed: toVolunteer,
    SignUpActivityChanged: toVolunteer,
    // A credit in the ordinary way is no news; one that stands in the place of another is (F-02, F-10).
    ServiceHoursCredited: (data, meta): readonly NoticeKey[] => (data.replaces ? [toVolunteer(data, meta)] : []),
    ServiceHoursConflicted: toVolunteer,
    ServiceHoursConflictResolved: toVolunteer,
    ServiceHoursHeld: toVolunteer,
    ServiceHoursApproved: toVolunteer,
    ServiceHoursDeclined: toVolunteer,
    ServiceHoursReversed: toVolunteer,
    FalseClaimEstablished: toVolunteer,
    ServiceHoursDisputed: toVolunteer,
    ServiceHoursDisputeEscalated: toVolunteer,
    ServiceHoursDisputeAnswered: toVolunteer,
    PriorYearAdjusted: toVolunteer,
    CertificateSuperseded: toVolunteer,
    CertificateRevoked: toVolunteer,
    BreachPersonNotified: toVolunteer,
  },
  empty: (key): VolunteerNotice => key as VolunteerNotice,
  on: {
    VolunteerMovedUp: (row, data, meta): VolunteerNotice =>
      told.movedUp(row, data, meta, { activityId: data.activityId }),
    // The day is the new one.
    SignUpRescheduled: (row, { heldOn, ...data }, meta): VolunteerNotice =>
      told.carriedOver(row, { ...data, servedOn: heldOn }, meta, { activityId: data.activityId, words: data.reason }),
    SignUpLapsed: (row, { heldOn, ...data }, meta): VolunteerNotice =>
      told.lapsed(row, { ...data, servedOn: heldOn }, meta, { activityId: data.activityId, words: data.reason }),
    SignUpActivityChanged: (row, { heldOn, ...data }, meta): VolunteerNotice =>
      told.changed(row, { ...data, servedOn: heldOn }, meta, { activityId: data.activityId, words: data.reason }),
    ServiceHoursCredited: (row, data, meta): VolunteerNotice => told.credited(row, data, meta),
    ServiceHoursConflicted: (row, data, meta): VolunteerNotice => told.conflicted(row, data, meta),
    ServiceHoursConflictResolved: (row, data, meta): VolunteerNotice =>
      told.resolved(row, data, meta, { words: data.reason }),
    ServiceHoursHeld: (row, data, meta): VolunteerNotice =>
      told.held(row, data, meta, { code: data.holdReasons.join(' ') }),
    ServiceHoursApproved: (row, data, meta): VolunteerNotice => told.approved(row, data, meta, { words: data.note }),
    ServiceHoursDeclined: (row, data, meta): VolunteerNotice => told.declined(row, data, meta, { words: data.reason }),
    ServiceHoursReversed: (row, data, meta): VolunteerNotice =>
      told.reversed(row, data, meta, { code: data.reasonCode, words: data.reason }),
    FalseClaimEstablished: (row, data, meta): VolunteerNotice =>
      told.falseClaim(row, data, meta, { words: data.finding }),
    ServiceHoursDisputed: (row, data, meta): VolunteerNotice =>
      told.disputed(row, data, meta, { code: data.ground, words: data.statement }),
    ServiceHoursDisputeEscalated: (row, data, meta): VolunteerNotice =>
      told.escalated(row, data, meta, { code: data.reasonCode }),
    ServiceHoursDisputeAnswered: (row, data, meta): VolunteerNotice =>
      told.answered(row, data, meta, { code: data.outcome, words: data.answer }),
    // What the entry comes to now (F-25).
    PriorYearAdjusted: (row, data, meta): VolunteerNotice =>
      told.adjusted(row, { ...data, serviceMinutes: data.minutesAfter }, meta, {
        ...{ code: data.reasonCode, words: data.reason },
      }),
    CertificateSuperseded: (row, data, meta): VolunteerNotice =>
      told.superseded(row, data, meta, { code: data.change }),
    CertificateRevoked: (row, data, meta): VolunteerNotice =>
      told.revoked(row, data, meta, { code: data.reasonCode, words: data.reason }),
    BreachPersonNotified: (row, data, meta): VolunteerNotice =>
      told.breached(row, data, meta, { code: data.breachKind }),
  },
});

type HomeKey = Pick<VolunteerNoticeHome, 'volunteerId'>;
const ofVolunteer = ({ volunteerId }: HomeKey): HomeKey => ({ volunteerId });

const homes = table<VolunteerNoticeHome, VolunteerEvent>()({
  entity: VolunteerNoticeHome,
  keyOf: {
    ApplicationSubmitted: ofVolunteer,
    VolunteerEnrolled: ofVolunteer,
    AffiliationTransferReceived: ofVolunteer,
    AffiliationMoved: ofVolunteer,
  },
  empty: (key): VolunteerNoticeHome => key as VolunteerNoticeHome,
  on: {
    ApplicationSubmitted: (row, { organizationId }): VolunteerNoticeHome => ({ ...row, organizationId }),
    VolunteerEnrolled: (row, { organizationId }): VolunteerNoticeHome => ({ ...row, organizationId }),
    AffiliationTransferReceived: (row, { toOrganizationId: organizationId }): VolunteerNoticeHome => ({
      ...row,
      organizationId,
    }),
    AffiliationMoved: (row, { toOrganizationId: organizationId }): VolunteerNoticeHome => ({ ...row, organizationId }),
  },
});

/** Answers: what have a volunteer, and the units concerned, to be told about their hours (5.4 principle 6)? */
export const volunteerNotice: Projection = { name: 'volunteer-notice', version: 5, opens: ['free'], tables: [notices, homes] };
