import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  BreachAuthority,
  BreachCause,
  BreachedGroup,
  BreachId,
  BreachKind,
  BreachRemedy,
  ExportId,
} from '#libs/breach/breach.events';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

@Entity({ schema: 'read', name: 'breach_register' })
@Index('breach_register_by_organization', ['organizationId', 'foundOn'])
export class BreachRow {
  @PrimaryColumn('uuid', { name: 'breach_id' }) breachId: BreachId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'breach_kind' }) breachKind: BreachKind;
  @Column('text', { name: 'cause' }) cause: BreachCause;
  @Column('jsonb', { name: 'groups' }) groups: readonly BreachedGroup[];
  /** Of the register of exports; null where what leaked did not leave by it. */
  @Column('uuid', { name: 'export_id', nullable: true }) exportId: ExportId | null;
  @Column('int', { name: 'people' }) people: number;
  /** Of these, who was told. */
  @Column('int', { name: 'notified' }) notified: number;
  @Column('date', { name: 'found_on' }) foundOn: LocalDate;
  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: AccountId;
  @Column('text', { name: 'circumstances', nullable: true }) circumstances: string | null;
  /** In the order in which they were noted. */
  @Column('jsonb', { name: 'remedies' }) remedies: readonly { readonly remedy: BreachRemedy; readonly doneOn: LocalDate }[];
  @Column('jsonb', { name: 'reports' }) reports: readonly {
    readonly authority: BreachAuthority;
    readonly reportedOn: LocalDate;
  }[];
}

/** Somebody who was told that their data was concerned. */
@Entity({ schema: 'read', name: 'breach_person' })
@Index('breach_person_by_volunteer', ['volunteerId'])
export class BreachPerson {
  @PrimaryColumn('uuid', { name: 'breach_id' }) breachId: BreachId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('date', { name: 'notified_on' }) notifiedOn: LocalDate;
}
