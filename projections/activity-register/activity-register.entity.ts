import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  ActivityNature,
  carrierKinds,
  carriers,
  programmes,
  serviceModes,
  serviceThemes,
  specialActions,
  venueKinds,
} from '#libs/activity/activity.events';
import type { Dated } from '#libs/kernel/dated';
import type { Provenance, ReversalReason } from '#libs/hours/hours.events';
import type {
  AccountId,
  ActivityId,
  EvidenceId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import type { LateReason } from '#libs/kernel/late-reasons';

@Entity({ schema: 'read', name: 'activity_register' })
@Index('activity_register_by_organization', ['organizationId', 'firstHeldOn'])
export class ActivityRegister {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  /** 活动组织单位. */
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'planned_on' }) plannedOn: LocalDate;
  @Column('date', { name: 'first_held_on', nullable: true }) firstHeldOn: LocalDate | null;
  @Column('date', { name: 'last_held_on', nullable: true }) lastHeldOn: LocalDate | null;
  @Column('text', { name: 'theme', nullable: true }) theme: (typeof serviceThemes)[number] | null;
  @Column('text', { name: 'carrier', nullable: true }) carrier: (typeof carriers)[number] | null;
  @Column('text', { name: 'carrier_kind', nullable: true }) carrierKind: (typeof carrierKinds)[number] | null;
  @Column('text', { name: 'programme', nullable: true }) programme: (typeof programmes)[number] | null;
  @Column('text', { name: 'special_action', nullable: true }) specialAction: (typeof specialActions)[number] | null;
  @Column('text', { name: 'service_mode', nullable: true }) serviceMode: (typeof serviceModes)[number] | null;
  @Column('text', { name: 'venue_kind', nullable: true }) venueKind: (typeof venueKinds)[number] | null;
  /** Null where nobody was asked. */
  @Column('text', { name: 'nature', nullable: true }) nature: ActivityNature | null;
  @Column('boolean', { name: 'is_dangerous' }) isDangerous: boolean;
  @Column('date', { name: 'insured_on', nullable: true }) insuredOn: LocalDate | null;
  @Column('boolean', { name: 'is_emergency' }) isEmergency: boolean;
  @Column('text', { name: 'title' }) title: string;
  /** Of the title, for finding by keyboard only. */
  @Column('text', { name: 'letters' }) letters: string;
  @Column('text', { name: 'place' }) place: string;
  @Column('text', { name: 'content' }) content: string;
  @Column('text', { name: 'responsible_person' }) responsiblePerson: string;
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn: LocalDate | null;
  @Column('text', { name: 'cancellation_reason', nullable: true }) cancellationReason: string | null;
}

@Entity({ schema: 'read', name: 'activity_register_team' })
@Index('activity_register_team_by_team', ['teamId'])
export class ActivityRegisterTeam {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  /** Place in the plan, 1 first. */
  @Column('int', { name: 'ordinal' }) ordinal: number;
}

@Entity({ schema: 'read', name: 'activity_register_session' })
@Index('activity_register_session_by_activity', ['activityId', 'heldOn'])
export class ActivityRegisterSession {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: SessionId;
  @Column('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
}

/** Who was there, as recorded and attested; a withdrawn slip is no row. */
@Entity({ schema: 'read', name: 'activity_register_attendance' })
@Index('activity_register_attendance_by_activity', ['activityId'])
export class ActivityRegisterAttendance {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: SessionId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  /** The end was worked out from start and hours. */
  @Column('boolean', { name: 'end_derived' }) endDerived: boolean;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('text', { name: 'provenance' }) provenance: Provenance;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: AccountId;
  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('text', { name: 'late_reason_code', nullable: true }) lateReasonCode: LateReason | null;
  /** The sign-in sheet it was taken from. */
  @Column('uuid', { name: 'sheet_id', nullable: true }) sheetId: EvidenceId | null;
  @Column('uuid', { name: 'attested_by', nullable: true }) attestedBy: AccountId | null;
}

/**
 * What became of an attendance in the hours ledger: the correction marks of the book, and its minutes. One attendance may have
 * several entries: one for each day of a night, another for a correction, one of another person to whom it was moved.
 */
@Entity({ schema: 'read', name: 'activity_register_credit' })
// With what is added up of an activity, so that the sums of all are one pass over the index.
@Index('activity_register_credit_by_activity', ['activityId', 'state', 'serviceMinutes'])
@Index('activity_register_credit_by_session', ['sessionId', 'volunteerId'])
export class ActivityRegisterCredit {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: SessionId | null;
  @Column('uuid', { name: 'volunteer_id', nullable: true }) volunteerId: VolunteerId | null;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  @Column('date', { name: 'served_on', nullable: true }) servedOn: LocalDate | null;
  /** They count while the state is `credited`. */
  @Column('integer', { name: 'service_minutes', default: 0 }) serviceMinutes: number;
  @Column('text', { name: 'state' }) state: 'credited' | 'held' | 'conflicted' | 'declined' | 'reversed';
  @Column('text', { name: 'reversal_reason_code', nullable: true }) reversalReasonCode: ReversalReason | null;
  @Column('date', { name: 'reversed_on', nullable: true }) reversedOn: LocalDate | null;
}

/** Names of the volunteers, teams and organizations in the book; of the last two also those of earlier days (F-22). */
@Entity({ schema: 'read', name: 'activity_register_name' })
export class ActivityRegisterName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: VolunteerId | TeamId | OrganizationId;
  @Column('text', { name: 'name' }) name: string;
  @Column('jsonb', { name: 'names' }) names: readonly Dated<{ readonly name: string }>[];
}
