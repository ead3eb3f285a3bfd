import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Dated } from '#libs/kernel/dated';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/organization/organization.events';
import { CountedVolunteer } from '#libs/projection-engine/counted-volunteer';
import { OwnedTeam } from '#libs/projection-engine/owned-team';

export type MemberCountFrom = Dated<{ readonly fullMembers: number; readonly probationaryMembers: number }>;
export type PackFrom = Dated<{ readonly pack: string; readonly packVersion: number }>;

@Entity({ schema: 'read', name: 'coverage_organization' })
@Index('coverage_organization_by_parent', ['parentId'])
export class CoverageOrganization {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'kind' }) kind: OrganizationKind;
  @Column('date', { name: 'registered_on' }) registeredOn: LocalDate;
  /** Merged or split: the first day without (F-21). */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: LocalDate | null;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: OrganizationId | null;
  @Column('uuid', { name: 'line_of_authority_id', nullable: true }) lineOfAuthorityId: OrganizationId | null;
  @Column('text', { name: 'name' }) name: string;
  @Column('jsonb', { name: 'member_counts' }) memberCounts: readonly MemberCountFrom[];
  @Column('jsonb', { name: 'packs' }) packs: readonly PackFrom[];
}

@Entity({ schema: 'read', name: 'coverage_team' })
@Index('coverage_team_by_organization', ['organizationId', 'establishedOn'])
@Index('coverage_team_owners', ['owners'], { type: 'gin' })
export class CoverageTeam extends OwnedTeam {}

@Entity({ schema: 'read', name: 'coverage_volunteer' })
@Index('coverage_volunteer_counted', ['counted'], { type: 'gin' })
export class CoverageVolunteer extends CountedVolunteer {}
