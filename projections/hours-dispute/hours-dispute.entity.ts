import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DisputeGround, DisputeOutcome, EscalationReason } from '#libs/hours/hours.events';
import type { AccountId, DisputeId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

@Entity({ schema: 'read', name: 'hours_dispute' })
@Index('hours_dispute_by_organization', ['organizationId'])
@Index('hours_dispute_by_volunteer', ['volunteerId', 'year'])
export class HoursDispute {
  @PrimaryColumn('uuid', { name: 'dispute_id' }) disputeId: DisputeId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('int', { name: 'year' }) year: number;
  /** Null where an entry is missing. */
  @Column('uuid', { name: 'entry_id', nullable: true }) entryId: HoursEntryId | null;
  /** Who has to answer now. */
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  /** 0 at first, 1 more with every level that it went up. */
  @Column('int', { name: 'level' }) level: number;
  @Column('text', { name: 'escalated_for', nullable: true }) escalatedFor: EscalationReason | null;
  @Column('text', { name: 'ground' }) ground: DisputeGround;
  @Column('text', { name: 'statement' }) statement: string;
  @Column('uuid', { name: 'raised_by' }) raisedBy: AccountId;
  @Column('date', { name: 'disputed_on' }) disputedOn: LocalDate;
  @Column('date', { name: 'answer_due_on' }) answerDueOn: LocalDate;
  /** 暂定 */
  @Column('boolean', { name: 'due_provisional' }) dueProvisional: boolean;
  @Column('text', { name: 'outcome', nullable: true }) outcome: DisputeOutcome | null;
  @Column('text', { name: 'answer', nullable: true }) answer: string | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: AccountId | null;
  @Column('date', { name: 'answered_on', nullable: true }) answeredOn: LocalDate | null;
}

/** Whose entry it is about. */
@Entity({ schema: 'read', name: 'hours_dispute_person' })
export class HoursDisputePerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
}
