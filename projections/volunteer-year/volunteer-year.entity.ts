import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  ApprovalLevel,
  EntryKind,
  HoldReason,
  Provenance,
  ReversalReason,
} from '#libs/hours/hours.events';
import type {
  AccountId,
  ActivityId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import { MergedRecord } from '#libs/projection-engine/merged-records';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import type { LateReason } from '#libs/kernel/late-reasons';

@Entity({ schema: 'read', name: 'volunteer_year' })
export class VolunteerYear {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @PrimaryColumn('int', { name: 'year' }) year: number;
  /** Credited and not reversed. */
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('int', { name: 'activities' }) activities: number;
  /** Live minutes by activity: a reversal takes the activity off the count only with its last minute. */
  @Column('jsonb', { name: 'activity_minutes' }) activityMinutes: Readonly<Record<string, number>>;
}

/** Who a year is asked about; also those without a single minute. */
@Entity({ schema: 'read', name: 'volunteer_year_person' })
@Index('volunteer_year_person_by_organization', ['organizationId'])
@Index('volunteer_year_person_by_team', ['primaryTeamId'])
export class VolunteerYearPerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: OrganizationId | null;
  @Column('text', { name: 'participant_kind', nullable: true }) participantKind: ParticipantKind | null;
  @Column('text', { name: 'volunteer_number', nullable: true }) volunteerNumber: string | null;
  @Column('uuid', { name: 'primary_team_id', nullable: true }) primaryTeamId: TeamId | null;
  @Column('date', { name: 'enrolled_on', nullable: true }) enrolledOn: LocalDate | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: LocalDate | null;
}

/** Names of the teams and activities that entries point to. */
@Entity({ schema: 'read', name: 'volunteer_year_name' })
export class VolunteerYearName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: TeamId | ActivityId;
  @Column('text', { name: 'name' }) name: string;
}

/** Minutes count in the first state only; `recorded` and `attested` are claims on their way. */
export type HoursEntryState =
  | 'credited'
  | 'recorded'
  | 'attested'
  | 'held'
  | 'conflicted'
  | 'declined'
  | 'withdrawn'
  | 'reversed'
  /** Of a closed year, attested after its close: waits for an adjustment, then stands adjusted and counts in the books only. */
  | 'found'
  | 'adjusted';

@Entity({ schema: 'read', name: 'hours_entry' })
@Index('hours_entry_by_volunteer', ['volunteerId', 'year'])
@Index('hours_entry_by_team', ['teamId', 'year'])
@Index('hours_entry_by_activity', ['activityId'])
@Index('hours_entry_by_session', ['sessionId'])
@Index('hours_entry_by_attester', ['attestedBy'])
@Index('hours_entry_by_organization', ['organizationId', 'year'])
export class HoursEntry {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('int', { name: 'year' }) year: number;
  @Column('text', { name: 'kind' }) kind: EntryKind;
  /** Null where no session of an activity was served. */
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: SessionId | null;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  /** As written; they count while the state is `credited`. */
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('text', { name: 'provenance' }) provenance: Provenance;
  @Column('text', { name: 'state' }) state: HoursEntryState;
  @Column('uuid', { name: 'conflicts_with', nullable: true }) conflictsWith: HoursEntryId | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: AccountId;
  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('uuid', { name: 'attested_by', nullable: true }) attestedBy: AccountId | null;
  @Column('date', { name: 'attested_on', nullable: true }) attestedOn: LocalDate | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: LocalDate | null;
  /** 暂定 */
  @Column('boolean', { name: 'due_provisional' }) dueProvisional: boolean;
  /** Recorded after the due day; for ever. */
  @Column('boolean', { name: 'late' }) late: boolean;
  @Column('text', { name: 'late_reason_code', nullable: true }) lateReasonCode: LateReason | null;
  @Column('jsonb', { name: 'hold_reasons' }) holdReasons: readonly HoldReason[];
  @Column('text', { name: 'approval_level', nullable: true }) approvalLevel: ApprovalLevel | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: AccountId | null;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn: LocalDate | null;
  @Column('date', { name: 'declined_on', nullable: true }) declinedOn: LocalDate | null;
  /** Of an overlap that somebody decided: the entry that stands. */
  @Column('uuid', { name: 'stands_entry_id', nullable: true }) standsEntryId: HoursEntryId | null;
  /** Corrections are pairs: the one in whose place this stands, and the one that stands in its place. */
  @Column('uuid', { name: 'replaces', nullable: true }) replaces: HoursEntryId | null;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: HoursEntryId | null;
  @Column('text', { name: 'position' }) position: string;
  @Column('text', { name: 'reversal_reason_code', nullable: true }) reversalReasonCode: ReversalReason | null;
  @Column('date', { name: 'reversed_on', nullable: true }) reversedOn: LocalDate | null;
  @Column('uuid', { name: 'reversed_by', nullable: true }) reversedBy: AccountId | null;
  @Column('text', { name: 'reversal_position', nullable: true }) reversalPosition: string | null;
}

@Entity({ schema: 'read', name: 'volunteer_year_merged' })
export class VolunteerYearMerged extends MergedRecord {}
