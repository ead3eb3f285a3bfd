import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';
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
