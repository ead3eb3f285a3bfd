import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActivityId, HoursEntryId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import { MergedRecord } from '#libs/projection-engine/merged-records';
import { OwnedTeam } from '#libs/projection-engine/owned-team';

/**
 * One member's live minutes in one activity of one year, for one team. Whether an activity counts for a team hangs
 * on how many such rows it has, so a reversal that takes a member's last minute takes the row.
 */
@Entity({ schema: 'read', name: 'team_year_participation' })
// Small, for each key of theirs stands there once: all teams are counted in one pass over them.
@Index('team_year_participation_by_activity', ['year', 'teamId', 'activityId'])
@Index('team_year_participation_by_member', ['year', 'teamId', 'volunteerId'])
export class TeamYearParticipation {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'entries' }) entries: number;
}

/** An entry that counts, with the time it took: two records of one person have no minute twice. A reversed one is no row. */
@Entity({ schema: 'read', name: 'team_year_entry' })
@Index('team_year_entry_by_volunteer', ['volunteerId'])
export class TeamYearEntry {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
}

@Entity({ schema: 'read', name: 'team_year_merged' })
export class TeamYearMerged extends MergedRecord {}

/** Teams a year is asked about, also those without a single activity; whose they are is told by day (F-21). */
@Entity({ schema: 'read', name: 'team_year_team' })
@Index('team_year_team_by_organization', ['organizationId', 'ordinal'])
export class TeamYearTeam extends OwnedTeam {
  /** Of every name it had, for finding by keyboard only: `sld shilidui`. */
  @Column('text', { name: 'letters' }) letters: string;
}

/** Names of the activities and members behind the figures. */
@Entity({ schema: 'read', name: 'team_year_name' })
export class TeamYearName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: ActivityId | VolunteerId;
  @Column('text', { name: 'name' }) name: string;
}
