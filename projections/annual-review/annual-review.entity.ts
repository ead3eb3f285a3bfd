import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AccountId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { teamConclusions, volunteerConclusions } from '#libs/review/review.events';

/** F-43: one pack of a year in which packs changed. */
export interface UnderPack {
  readonly pack: string;
  readonly packVersion: number;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly reached: number;
  /** Null where the pack sets none. */
  readonly target: number | null;
}

export type Conclusion = (typeof volunteerConclusions)[number] | (typeof teamConclusions)[number];

@Entity({ schema: 'read', name: 'annual_review' })
@Index('annual_review_by_organization', ['organizationId', 'year'])
export class AnnualReview {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: VolunteerId | TeamId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @Column('text', { name: 'subject_kind' }) subjectKind: 'volunteer' | 'team';
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'pack' }) pack: string;
  @Column('int', { name: 'pack_version' }) packVersion: number;
  /** Last entry of the log that the figures took in. */
  @Column('text', { name: 'position' }) position: string;
  @Column('date', { name: 'prepared_on' }) preparedOn: LocalDate;
  @Column('uuid', { name: 'prepared_by' }) preparedBy: AccountId;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'activities' }) activities: number;
  /** Of a team. */
  @Column('int', { name: 'members', nullable: true }) members: number | null;
  /** Of a volunteer; null where the pack sets no target. */
  @Column('int', { name: 'target_minutes', nullable: true }) targetMinutes: number | null;
  /** Of a volunteer, by months enrolled. */
  @Column('int', { name: 'pro_rata_target_minutes', nullable: true }) proRataTargetMinutes: number | null;
  /** Of a team; null where the pack sets no target. */
  @Column('int', { name: 'target_activities', nullable: true }) targetActivities: number | null;
  /** Of a team; null where no plan was made. */
  @Column('int', { name: 'planned_lines', nullable: true }) plannedLines: number | null;
  /** Of a team; null where nobody led it on the last day. */
  @Column('uuid', { name: 'leader_id', nullable: true }) leaderId: VolunteerId | null;
  /** Of a team: quarters with a meeting; null in a review of before such were recorded. */
  @Column('int', { name: 'quarters_met', nullable: true }) quartersMet: number | null;
  /** Of a team: how many of the ten the newest check of the year found; null without one. */
  @Column('int', { name: 'ten_haves', nullable: true }) tenHaves: number | null;
  @Column('date', { name: 'ten_haves_checked_on', nullable: true }) tenHavesCheckedOn: LocalDate | null;
  /** Empty where one pack held all year. */
  @Column('jsonb', { name: 'under_packs' }) underPacks: readonly UnderPack[];
  /** Null while nobody has confirmed. */
  @Column('text', { name: 'conclusion', nullable: true }) conclusion: Conclusion | null;
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn: LocalDate | null;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: AccountId | null;
}

/** Names of the volunteers and teams reviewed. */
@Entity({ schema: 'read', name: 'annual_review_name' })
export class AnnualReviewName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: VolunteerId | TeamId;
  @Column('text', { name: 'name' }) name: string;
}
