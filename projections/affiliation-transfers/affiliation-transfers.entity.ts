import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

export const transferStates = ['SENT', 'RECEIVED', 'REFUSED', 'CALLED_BACK', 'LAPSED'] as const;
export type TransferState = (typeof transferStates)[number];

export interface TransferPassage {
  readonly transferId: string;
  readonly fromOrganizationId: OrganizationId;
  readonly toOrganizationId: OrganizationId;
  readonly sentOn: LocalDate;
  readonly state: TransferState;
  readonly endedOn: LocalDate | null;
  readonly reason: string | null;
}

/** All transfers of one person, oldest first; at most the last one is under way. */
@Entity({ schema: 'read', name: 'affiliation_transfers' })
export class AffiliationTransfers {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
  @Column('text', { name: 'volunteer_number', nullable: true }) volunteerNumber: string | null;
  @Column('jsonb', { name: 'passages' }) passages: readonly TransferPassage[];
}

@Entity({ schema: 'read', name: 'affiliation_transfers_organization' })
export class AffiliationTransfersOrganization {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'name' }) name: string;
}
