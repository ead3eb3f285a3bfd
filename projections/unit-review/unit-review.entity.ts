import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AccountId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { AnalysisPeriod, OrganizationConclusion } from '#libs/review/unit-review.events';

@Entity({ schema: 'read', name: 'roster_review' })
@Index('roster_review_by_year', ['year', 'half'])
export class RosterReviewRow {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @PrimaryColumn('int', { name: 'half' }) half: number;
  @Column('date', { name: 'since_on' }) sinceOn: LocalDate;
  @Column('date', { name: 'until_on' }) untilOn: LocalDate;
  @Column('text', { name: 'pack' }) pack: string;
  @Column('int', { name: 'pack_version' }) packVersion: number;
  /** Last entry of the log that the figures took in. */
  @Column('text', { name: 'position' }) position: string;
  @Column('date', { name: 'prepared_on' }) preparedOn: LocalDate;
  @Column('uuid', { name: 'prepared_by' }) preparedBy: AccountId;
  @Column('int', { name: 'on_roster' }) onRoster: number;
  @Column('int', { name: 'additions' }) additions: number;
  @Column('int', { name: 'leavers' }) leavers: number;
  @Column('int', { name: 'team_changes' }) teamChanges: number;
  @Column('int', { name: 'kind_changes' }) kindChanges: number;
  @Column('int', { name: 'unchanged' }) unchanged: number;
  @Column('int', { name: 'leader_changes' }) leaderChanges: number;
  /** Null while nobody has confirmed. */
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn: LocalDate | null;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: AccountId | null;
}

/** What an organization and all below it came to in a year or half of one: the figures that both papers are made of. */
abstract class UnitFigures {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @Column('text', { name: 'pack' }) pack: string;
  @Column('int', { name: 'pack_version' }) packVersion: number;
  @Column('text', { name: 'position' }) position: string;
  @Column('date', { name: 'prepared_on' }) preparedOn: LocalDate;
  @Column('uuid', { name: 'prepared_by' }) preparedBy: AccountId;
  @Column('int', { name: 'volunteers' }) volunteers: number;
  @Column('int', { name: 'exempted' }) exempted: number;
  @Column('int', { name: 'participants' }) participants: number;
  @Column('int', { name: 'without_minutes' }) withoutMinutes: number;
  /** Null where the pack sets none; so is `reached`. */
  @Column('int', { name: 'minutes_min', nullable: true }) minutesMin: number | null;
  @Column('int', { name: 'reached', nullable: true }) reached: number | null;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'declared_minutes' }) declaredMinutes: number;
  @Column('int', { name: 'late_minutes' }) lateMinutes: number;
  @Column('int', { name: 'entries' }) entries: number;
  @Column('int', { name: 'teams' }) teams: number;
  @Column('int', { name: 'activities' }) activities: number;
  /** Null for a half-year and where the pack sets none; so is `teamsReached`. */
  @Column('int', { name: 'activities_min', nullable: true }) activitiesMin: number | null;
  @Column('int', { name: 'teams_reached', nullable: true }) teamsReached: number | null;
}

@Entity({ schema: 'read', name: 'participation_analysis' })
@Index('participation_analysis_by_year', ['year', 'period'])
export class ParticipationAnalysisRow extends UnitFigures {
  @PrimaryColumn('text', { name: 'period' }) period: AnalysisPeriod;
  /** Null while nobody has signed. */
  @Column('text', { name: 'conclusion', nullable: true }) conclusion: string | null;
  @Column('date', { name: 'signed_on', nullable: true }) signedOn: LocalDate | null;
  @Column('uuid', { name: 'signed_by', nullable: true }) signedBy: AccountId | null;
}

/** The yearly review of an organization and all below it. */
@Entity({ schema: 'read', name: 'organization_review' })
@Index('organization_review_by_year', ['year'])
export class OrganizationReviewRow extends UnitFigures {
  /** Neither exempted nor at the minutes asked for; null where the pack asks for none. */
  @Column('int', { name: 'behind', nullable: true }) behind: number | null;
  /** Null while nobody has confirmed. */
  @Column('text', { name: 'conclusion', nullable: true }) conclusion: OrganizationConclusion | null;
  @Column('text', { name: 'note', nullable: true }) note: string | null;
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn: LocalDate | null;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: AccountId | null;
}
