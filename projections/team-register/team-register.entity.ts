import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Dated } from '#libs/kernel/dated';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { SealedFrom } from '#libs/projection-engine/as-of';
import { CountedVolunteer } from '#libs/projection-engine/counted-volunteer';
import { OwnedTeam } from '#libs/projection-engine/owned-team';

/** What a handed-in Annex 3 said of a team. */
export type StatedFrom = Dated<{ readonly statedSize: number; readonly statedLeader: string | null }>;

@Entity({ schema: 'read', name: 'team_register_team' })
@Index('team_register_team_by_organization', ['organizationId', 'ordinal'])
@Index('team_register_team_owners', ['owners'], { type: 'gin' })
export class TeamRegisterTeam extends OwnedTeam {
  @Column('text', { name: 'main_projects', nullable: true }) mainProjects: string | null;
  @Column('jsonb', { name: 'leaders' }) leaders: readonly Dated<{ readonly volunteerId: VolunteerId | null }>[];
  @Column('jsonb', { name: 'stated' }) stated: readonly StatedFrom[];
}

@Entity({ schema: 'read', name: 'team_register_organization' })
export class TeamRegisterOrganization {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('jsonb', { name: 'names' }) names: readonly Dated<{ readonly name: string; readonly unitName: string }>[];
  @Column('jsonb', { name: 'headcounts' }) headcounts: readonly Dated<{ readonly staffHeadcount: number }>[];
}

@Entity({ schema: 'read', name: 'team_register_volunteer' })
@Index('team_register_volunteer_counted', ['counted'], { type: 'gin' })
export class TeamRegisterVolunteer extends CountedVolunteer {
  /** For the leader's cell. */
  @Column('jsonb', { name: 'sealed_contact' }) sealedContact: readonly SealedFrom[];
}
