import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeReceiver, noticeMeans, PaperKind } from '#libs/correction-notice/correction-notice.events';
import type { AdjustmentReason } from '#libs/hours/year-close.events';
import type { AccountId, HoursEntryId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

export const findingKinds = ['PRIOR_YEAR_ADJUSTMENT', 'FALSE_CLAIM'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something found out about an entry that others may have relied on: adjusted after the close, or a false claim. */
@Entity({ schema: 'read', name: 'year_book_finding' })
@Index('year_book_finding_by_year', ['servedYear', 'volunteerId'])
export class BookFinding {
  /** The adjustment, or the entry that was a false claim. */
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId: HoursEntryId;
  @Column('text', { name: 'kind' }) kind: FindingKind;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('int', { name: 'served_year' }) servedYear: number;
  @Column('int', { name: 'minutes_before' }) minutesBefore: number;
  @Column('int', { name: 'minutes_after' }) minutesAfter: number;
  @Column('text', { name: 'reason_code' }) reasonCode: AdjustmentReason;
  @Column('date', { name: 'found_on' }) foundOn: LocalDate;
  /** UTC, ISO 8601: exports are compared with it. */
  @Column('text', { name: 'found_at' }) foundAt: string;
  @Column('text', { name: 'position' }) position: string;
}

/** The figures of a result and the days they cover, both included. */
export interface PaperFigures {
  /** Where the figures were taken, in the log. */
  readonly position: string;
  readonly minutes: number;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

export type PaperVersion = PaperFigures & { readonly madeOn: LocalDate };
export type PaperState = 'STANDS' | 'SUPERSEDED' | 'REVOKED';

/** A result that a person confirmed, with every version of it. */
@Entity({ schema: 'read', name: 'year_book_paper' })
export class BookPaper {
  /** Whose star, certificate or review: a volunteer, a team, an organization. */
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: string;
  @PrimaryColumn('text', { name: 'kind' }) kind: Exclude<PaperKind, 'EXPORT'>;
  /** Stars, the ordinal of the certificate, or the year. */
  @PrimaryColumn('int', { name: 'number' }) number: number;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: OrganizationId | null;
  /** Figures that nobody has confirmed yet. */
  @Column('jsonb', { name: 'prepared', nullable: true }) prepared: PaperFigures | null;
  /** Oldest first. */
  @Column('jsonb', { name: 'versions' }) versions: readonly PaperVersion[];
  @Column('text', { name: 'state' }) state: PaperState;
}

/** Who was told of a finding, for one paper. */
@Entity({ schema: 'read', name: 'year_book_notice' })
export class BookNotice {
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId: HoursEntryId;
  @PrimaryColumn('text', { name: 'paper' }) paper: PaperKind;
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: string;
  /** 0 for an export. */
  @PrimaryColumn('int', { name: 'number' }) number: number;
  @PrimaryColumn('text', { name: 'receiver' }) receiver: NoticeReceiver;
  @Column('text', { name: 'means' }) means: (typeof noticeMeans)[number];
  @Column('date', { name: 'told_on' }) toldOn: LocalDate;
  @Column('uuid', { name: 'told_by' }) toldBy: AccountId;
}
