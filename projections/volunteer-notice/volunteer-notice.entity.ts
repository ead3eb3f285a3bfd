import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActivityEvent } from '#libs/activity/activity.events';
import type { BreachEvent } from '#libs/breach/breach.events';
import type { CertificateEvent } from '#libs/certificate/certificate.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { ActivityId, DisputeId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

/**
 * Events that a volunteer has to be told: of what they signed up for, of their hours, of what was found after a close (F-25), of what
 * became of a certificate, of a breach of their data (F-39).
 */
export const noticeTypes = [
  ...(['VolunteerMovedUp', 'SignUpRescheduled', 'SignUpLapsed', 'SignUpActivityChanged'] as const),
  ...(['ServiceHoursCredited', 'ServiceHoursConflicted', 'ServiceHoursConflictResolved'] as const),
  ...(['ServiceHoursHeld', 'ServiceHoursApproved', 'ServiceHoursDeclined', 'ServiceHoursReversed'] as const),
  ...(['FalseClaimEstablished', 'ServiceHoursDisputed', 'ServiceHoursDisputeEscalated'] as const),
  ...(['ServiceHoursDisputeAnswered', 'PriorYearAdjusted', 'CertificateSuperseded', 'CertificateRevoked'] as const),
  'BreachPersonNotified',
] as const satisfies readonly (ActivityEvent | HoursEvent | YearCloseEvent | CertificateEvent | BreachEvent)['type'][];
export type NoticeType = (typeof noticeTypes)[number];

@Entity({ schema: 'read', name: 'volunteer_notice' })
@Index('volunteer_notice_by_organization', ['organizationId'])
export class VolunteerNotice {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  /** Of the entry of the log that tells it. */
  @PrimaryColumn('text', { name: 'position' }) position: string;
  /** When the ledger took it, UTC. */
  @Column('text', { name: 'told_at' }) toldAt: string;
  @Column('text', { name: 'type' }) type: NoticeType;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  /** What they signed up for. */
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'entry_id', nullable: true }) entryId: HoursEntryId | null;
  @Column('uuid', { name: 'dispute_id', nullable: true }) disputeId: DisputeId | null;
  @Column('date', { name: 'served_on', nullable: true }) servedOn: LocalDate | null;
  @Column('int', { name: 'service_minutes', nullable: true }) serviceMinutes: number | null;
  /** Reason, ground or outcome, as a code. */
  @Column('text', { name: 'code', nullable: true }) code: string | null;
  /** What was said of it. */
  @Column('text', { name: 'words', nullable: true }) words: string | null;
}

/** The unit to which the person belongs: what the person is told concerns it, too. */
@Entity({ schema: 'read', name: 'volunteer_notice_home' })
@Index('volunteer_notice_home_by_organization', ['organizationId'])
export class VolunteerNoticeHome {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
}
