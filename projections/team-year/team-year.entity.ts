import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActivityId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

/**
 * One member's live minutes in one activity of one year, for one team. Whether an activity counts for a team hangs
 * on how many such rows it has, so a reversal that takes a member's last minute takes the row.
 */
@Entity({ schema: 'read', name: 'team_year_participation' })
export class TeamYearParticipation {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'entries' }) entries: number;
}

/** Teams a year is asked about; also those without a single activity. */
@Entity({ schema: 'read', name: 'team_year_team' })
@Index('team_year_team_by_organization', ['organizationId', 'ordinal'])
export class TeamYearTeam {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'name' }) name: string;
  @Column('int', { name: 'ordinal' }) ordinal: number;
  @Column('date', { name: 'established_on' }) establishedOn: LocalDate;
}

/** Names of the activities and members behind the figures. */
@Entity({ schema: 'read', name: 'team_year_name' })
export class TeamYearName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: ActivityId | VolunteerId;
  @Column('text', { name: 'name' }) name: string;
}
