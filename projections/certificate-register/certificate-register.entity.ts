import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Standing } from '#libs/certificate/certificate.state';
import type { RevocationReason } from '#libs/certificate/certificate.events';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

@Entity({ schema: 'read', name: 'certificate_register' })
@Index('certificate_register_by_organization', ['organizationId', 'number'])
@Index('certificate_register_by_number', ['number'], { unique: true })
export class CertificateLine {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @PrimaryColumn('int', { name: 'ordinal' }) ordinal: number;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'number' }) number: string;
  @Column('text', { name: 'code' }) code: string;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'until_on' }) untilOn: LocalDate;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'brought_forward_minutes' }) broughtForwardMinutes: number;
  @Column('text', { name: 'standing' }) standing: Standing;
  @Column('date', { name: 'prepared_on' }) preparedOn: LocalDate;
  @Column('uuid', { name: 'handled_by' }) handledBy: AccountId;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn: LocalDate | null;
  @Column('uuid', { name: 'headed_by', nullable: true }) headedBy: AccountId | null;
  @Column('date', { name: 'public_from', nullable: true }) publicFrom: LocalDate | null;
  @Column('date', { name: 'public_until', nullable: true }) publicUntil: LocalDate | null;
  /** Entries it used that have changed since. */
  @Column('int', { name: 'changes' }) changes: number;
  @Column('date', { name: 'revoked_on', nullable: true }) revokedOn: LocalDate | null;
  @Column('text', { name: 'revocation_reason', nullable: true }) revocationReason: RevocationReason | null;
}

@Entity({ schema: 'read', name: 'certificate_register_name' })
export class CertificateName {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
}
