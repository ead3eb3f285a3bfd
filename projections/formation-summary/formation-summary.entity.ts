import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Dated } from '#libs/kernel/dated';
import type { OrganizationId } from '#libs/kernel/ids';
import { CountedVolunteer } from '#libs/projection-engine/counted-volunteer';
import { OwnedTeam } from '#libs/projection-engine/owned-team';

export type MemberCountFrom = Dated<{ readonly fullMembers: number; readonly probationaryMembers: number }>;

@Entity({ schema: 'read', name: 'formation_summary_organization' })
@Index('formation_summary_organization_by_parent', ['parentId'])
@Index('formation_summary_organization_by_line', ['lineOfAuthorityId'])
export class FormationSummaryOrganization {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: OrganizationId | null;
  @Column('uuid', { name: 'line_of_authority_id', nullable: true }) lineOfAuthorityId: OrganizationId | null;
  @Column('jsonb', { name: 'names' }) names: readonly Dated<{ readonly name: string; readonly unitName: string }>[];
  @Column('jsonb', { name: 'member_counts' }) memberCounts: readonly MemberCountFrom[];
}

@Entity({ schema: 'read', name: 'formation_summary_team' })
@Index('formation_summary_team_by_organization', ['organizationId', 'establishedOn'])
@Index('formation_summary_team_owners', ['owners'], { type: 'gin' })
export class FormationSummaryTeam extends OwnedTeam {}

@Entity({ schema: 'read', name: 'formation_summary_volunteer' })
@Index('formation_summary_volunteer_counted', ['counted'], { type: 'gin' })
export class FormationSummaryVolunteer extends CountedVolunteer {}
