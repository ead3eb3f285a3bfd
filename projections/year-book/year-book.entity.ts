import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  AccountId,
  ActivityId,
  HoursEntryId,
  Id,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import { MergedRecord } from '#libs/projection-engine/merged-records';
import type { EntryKind } from '#libs/hours/hours.events';
import type { AdjustmentReason } from '#libs/hours/year-close.events';

export type BookEntryState = 'credited' | 'conflicted' | 'held' | 'declined' | 'reversed' | 'found';
export type Side = 'person' | 'activity' | 'team';

/** An entry of the hours ledger, with the positions of the log between which it counted. */
@Entity({ schema: 'read', name: 'year_book_entry' })
@Index('year_book_entry_by_volunteer', ['volunteerId', 'year'])
@Index('year_book_entry_by_session', ['sessionId', 'volunteerId'])
@Index('year_book_entry_by_year', ['year', 'state'])
export class BookEntry {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('int', { name: 'year' }) year: number;
  @Column('text', { name: 'kind' }) kind: EntryKind;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: SessionId | null;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('text', { name: 'state' }) state: BookEntryState;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: AccountId;
  @Column('uuid', { name: 'attested_by' }) attestedBy: AccountId;
  @Column('text', { name: 'credited_position', nullable: true }) creditedPosition: string | null;
  @Column('text', { name: 'reversed_position', nullable: true }) reversedPosition: string | null;
}

/** What was attested on a sheet, and whether an entry followed from it, as it must. */
@Entity({ schema: 'read', name: 'year_book_attendance' })
@Index('year_book_attendance_by_year', ['year', 'entered'])
export class BookAttendance {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: SessionId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('int', { name: 'year' }) year: number;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('uuid', { name: 'attested_by' }) attestedBy: AccountId;
  /** An entry was written for it, whatever became of that. */
  @Column('boolean', { name: 'entered' }) entered: boolean;
}

/** Running sums of one person's year, once as the person's, once by activity, once by team. */
@Entity({ schema: 'read', name: 'year_book_sum' })
// With all its columns: the sides of everybody are held against each other in one pass over the index.
@Index('year_book_sum_by_year', ['year', 'volunteerId', 'side', 'serviceMinutes', 'firstOn'])
export class BookSum {
  @PrimaryColumn('text', { name: 'side' }) side: Side;
  /** The person, the activity or the team; the person where there is no activity or team. */
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: string;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'entries' }) entries: number;
  /** No service day of it was ever before this one: who was enrolled by then needs no look at the entries. */
  @Column('date', { name: 'first_on', nullable: true }) firstOn: LocalDate | null;
}

/** A question that waits for its answer. */
@Entity({ schema: 'read', name: 'year_book_dispute' })
export class BookDispute {
  @PrimaryColumn('uuid', { name: 'dispute_id' }) disputeId: Id<'dispute'>;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('int', { name: 'year' }) year: number;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'answer_due_on' }) answerDueOn: LocalDate;
}

@Entity({ schema: 'read', name: 'year_book_person' })
@Index('year_book_person_by_organization', ['organizationId'])
export class BookPerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  /** Where the person belonged, each from a position of the log on. */
  @Column('jsonb', { name: 'homes' }) homes: readonly {
    readonly position: string;
    readonly organizationId: OrganizationId;
  }[];
  /** First day of the enrolment that is open now. */
  @Column('date', { name: 'enrolled_on', nullable: true }) enrolledOn: LocalDate | null;
  /** Ended enrolments, both ends included. */
  @Column('jsonb', { name: 'ended_enrolments' }) endedEnrolments: readonly {
    readonly from: LocalDate;
    readonly until: LocalDate;
  }[];
}

@Entity({ schema: 'read', name: 'year_book_merged' })
export class BookMerged extends MergedRecord {}

@Entity({ schema: 'read', name: 'year_book_adjustment' })
@Index('year_book_adjustment_by_volunteer', ['volunteerId', 'adjustsYear'])
export class BookAdjustment {
  @PrimaryColumn('uuid', { name: 'adjustment_id' }) adjustmentId: HoursEntryId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  /** The open year it was posted in. */
  @Column('int', { name: 'year' }) year: number;
  @Column('int', { name: 'adjusts_year' }) adjustsYear: number;
  @Column('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('int', { name: 'minutes_before' }) minutesBefore: number;
  @Column('int', { name: 'minutes_after' }) minutesAfter: number;
  @Column('text', { name: 'reason_code' }) reasonCode: AdjustmentReason;
  @Column('date', { name: 'adjusted_on' }) adjustedOn: LocalDate;
  @Column('uuid', { name: 'adjusted_by' }) adjustedBy: AccountId;
}

/** A person's year that has ended. */
@Entity({ schema: 'read', name: 'year_book_stream' })
export class BookStream {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('date', { name: 'closed_on' }) closedOn: LocalDate;
}

@Entity({ schema: 'read', name: 'year_book' })
export class YearBook {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @Column('text', { name: 'state' }) state: 'PROVISIONAL' | 'CLOSED';
  @Column('date', { name: 'closed_on' }) closedOn: LocalDate;
  @Column('uuid', { name: 'closed_by' }) closedBy: AccountId;
  @Column('text', { name: 'pack' }) pack: string;
  @Column('int', { name: 'pack_version' }) packVersion: number;
  @Column('text', { name: 'position' }) position: string;
  @Column('int', { name: 'volunteers' }) volunteers: number;
  @Column('int', { name: 'entries' }) entries: number;
  @Column('int', { name: 'activities' }) activities: number;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('text', { name: 'book_hash' }) bookHash: string;
  @Column('int', { name: 'breaks' }) breaks: number;
}
