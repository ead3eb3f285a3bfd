import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { ParticipantKind, VolunteerEvent } from '#libs/volunteer/volunteer.events';

type Submitted = Extract<VolunteerEvent, { type: 'ApplicationSubmitted' }>['data'];

/** An application without an answer. `RETURNED` waits for the applicant, `SUBMITTED` for the organization. */
@Entity({ schema: 'read', name: 'application_queue' })
@Index('application_queue_by_organization', ['organizationId', 'waitingSince'])
export class ApplicationQueue {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'status' }) status: 'SUBMITTED' | 'RETURNED';
  @Column('text', { name: 'name' }) name: string;
  @Column('text', { name: 'participant_kind' }) participantKind: ParticipantKind;
  @Column('text', { name: 'source' }) source: Submitted['source'];
  @Column('text', { name: 'on_behalf' }) onBehalf: Submitted['onBehalf'];
  @Column('jsonb', { name: 'doubts' }) doubts: Submitted['doubts'];
  @Column('int', { name: 'doubt_count' }) doubtCount: number;
  @Column('date', { name: 'first_submitted_on' }) firstSubmittedOn: LocalDate;
  /** The day of the newest submission or return. */
  @Column('date', { name: 'waiting_since' }) waitingSince: LocalDate;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: string | null;
}
