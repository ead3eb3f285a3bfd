import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { GroupId, OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { OwnedTeam } from '#libs/projection-engine/owned-team';

/** From `appointedOn`, up to but not including `stoodDownOn`. */
export interface Term {
  readonly volunteerId: VolunteerId;
  readonly postId: PostId;
  readonly appointedOn: LocalDate;
  readonly stoodDownOn: LocalDate | null;
}

@Entity({ schema: 'read', name: 'team_leadership' })
export class TeamLeadership extends OwnedTeam {
  @Column('jsonb', { name: 'terms' }) terms: readonly Term[];
}

@Entity({ schema: 'read', name: 'team_leadership_post' })
export class TeamLeadershipPost {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: PostId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: LocalDate | null;
}

@Entity({ schema: 'read', name: 'team_leadership_person' })
export class TeamLeadershipPerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
}

@Entity({ schema: 'read', name: 'team_leadership_group' })
@Index('team_leadership_group_by_team', ['teamId'])
export class TeamLeadershipGroup {
  @PrimaryColumn('uuid', { name: 'group_id' }) groupId: GroupId;
  @Column('uuid', { name: 'team_id' }) teamId: TeamId;
  @Column('date', { name: 'formed_on' }) formedOn: LocalDate;
  @Column('text', { name: 'name' }) name: string;
  @Column('text', { name: 'speciality', nullable: true }) speciality: string | null;
}

/** In which groups of a team somebody serves now; whoever leaves the team leaves them all. */
@Entity({ schema: 'read', name: 'team_leadership_grouped' })
export class TeamLeadershipGrouped {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('jsonb', { name: 'groups' }) groups: readonly { readonly groupId: GroupId; readonly assignedOn: LocalDate }[];
}
