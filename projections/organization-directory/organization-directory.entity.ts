import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Dated } from '#libs/kernel/dated';
import type { DeskId, OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';
import type { Instant, LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/organization/organization.events';
import type { Sealed } from '#libs/privacy/envelope';

export type NameFrom = Dated<{ readonly name: string; readonly unitName: string }>;
export type HeadcountFrom = Dated<{ readonly staffHeadcount: number }>;
export type MemberCountFrom = Dated<{ readonly fullMembers: number; readonly probationaryMembers: number }>;
export type PackFrom = Dated<{ readonly pack: string; readonly packVersion: number }>;

@Entity({ schema: 'read', name: 'organization_directory' })
@Index('organization_directory_by_parent', ['parentId'])
@Index('organization_directory_by_line', ['lineOfAuthorityId'])
@Index('organization_directory_by_kind', ['kind'])
export class OrganizationDirectory {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'kind' }) kind: OrganizationKind;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: OrganizationId | null;
  @Column('uuid', { name: 'line_of_authority_id', nullable: true }) lineOfAuthorityId: OrganizationId | null;
  @Column('date', { name: 'registered_on' }) registeredOn: LocalDate;
  /** The newest name, for searching and sorting; `names` has the older ones. */
  @Column('text', { name: 'name' }) name: string;
  @Column('text', { name: 'unit_name' }) unitName: string;
  @Column('text', { name: 'unified_credit_code', nullable: true }) unifiedCreditCode: string | null;
  @Column('jsonb', { name: 'names' }) names: readonly NameFrom[];
  @Column('jsonb', { name: 'headcounts' }) headcounts: readonly HeadcountFrom[];
  @Column('jsonb', { name: 'member_counts' }) memberCounts: readonly MemberCountFrom[];
  @Column('jsonb', { name: 'packs' }) packs: readonly PackFrom[];
  /** Merged or split on this day (F-21). */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: LocalDate | null;
  /** Who answers for its records since then, and whom its people may turn to (PIPL 22). */
  @Column('uuid', { name: 'records_successor_id', nullable: true }) recordsSuccessorId: OrganizationId | null;
}

@Entity({ schema: 'read', name: 'organization_directory_post' })
@Index('organization_directory_post_by_organization', ['organizationId', 'assumedOn'])
export class OrganizationDirectoryPost {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: PostId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'post_name' }) postName: string;
  /** The paper that proves the post. */
  @Column('text', { name: 'document', nullable: true }) document: string | null;
  @Column('date', { name: 'assumed_on' }) assumedOn: LocalDate;
  /** The first day without. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: LocalDate | null;
}

@Entity({ schema: 'read', name: 'organization_directory_desk' })
@Index('organization_directory_desk_by_organization', ['organizationId', 'effectiveOn'])
export class OrganizationDirectoryDesk {
  @PrimaryColumn('uuid', { name: 'desk_id' }) deskId: DeskId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'effective_on' }) effectiveOn: LocalDate;
  @Column('text', { name: 'recorded_at' }) recordedAt: Instant;
  /** Office, person, phone, QQ and e-mail, closed. */
  @Column('jsonb', { name: 'sealed_contact', nullable: true }) sealedContact: Sealed | null;
}

/** Names of those who hold posts. */
@Entity({ schema: 'read', name: 'organization_directory_person' })
export class OrganizationDirectoryPerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
}
