import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificateEvent } from '#libs/certificate/certificate.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { DisputeId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

/** Events that a volunteer has to be told: of their hours, of what was found after a close (F-25), of what became of a certificate. */
export type NoticeType = (HoursEvent | YearCloseEvent | CertificateEvent)['type'];

@Entity({ schema: 'read', name: 'volunteer_notice' })
export class VolunteerNotice {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  /** Of the entry of the log that tells it. */
  @PrimaryColumn('text', { name: 'position' }) position: string;
  /** When the ledger took it, UTC. */
  @Column('text', { name: 'told_at' }) toldAt: string;
  @Column('text', { name: 'type' }) type: NoticeType;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('uuid', { name: 'entry_id', nullable: true }) entryId: HoursEntryId | null;
  @Column('uuid', { name: 'dispute_id', nullable: true }) disputeId: DisputeId | null;
  @Column('date', { name: 'served_on', nullable: true }) servedOn: LocalDate | null;
  @Column('int', { name: 'service_minutes', nullable: true }) serviceMinutes: number | null;
  /** Reason, ground or outcome, as a code. */
  @Column('text', { name: 'code', nullable: true }) code: string | null;
  /** What was said of it. */
  @Column('text', { name: 'words', nullable: true }) words: string | null;
}
