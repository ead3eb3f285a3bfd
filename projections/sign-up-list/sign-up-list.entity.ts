import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CheckInMeans, serviceModes, serviceThemes } from '#libs/activity/activity.events';
import type { ActivityId, OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';

@Entity({ schema: 'read', name: 'sign_up_session' })
@Index('sign_up_session_by_organization', ['organizationId', 'heldOn'])
@Index('sign_up_session_by_day', ['heldOn'])
export class SignUpSession {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: SessionId;
  @Column('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  @Column('int', { name: 'capacity', nullable: true }) capacity: number | null;
  @Column('boolean', { name: 'is_held' }) isHeld: boolean;
}

/** What the announcement says; its title is among the names. */
@Entity({ schema: 'read', name: 'sign_up_activity' })
export class SignUpActivity {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  /** None: the organizing unit's own, open to everybody. */
  @Column('jsonb', { name: 'team_ids' }) teamIds: readonly TeamId[];
  @Column('text', { name: 'theme', nullable: true }) theme: (typeof serviceThemes)[number] | null;
  @Column('text', { name: 'service_mode', nullable: true }) serviceMode: (typeof serviceModes)[number] | null;
  @Column('boolean', { name: 'is_dangerous' }) isDangerous: boolean;
  @Column('text', { name: 'place' }) place: string;
  @Column('text', { name: 'content' }) content: string;
  @Column('text', { name: 'responsible_person' }) responsiblePerson: string;
  @Column('jsonb', { name: 'needed_skills' }) neededSkills: readonly string[];
  @Column('boolean', { name: 'is_cancelled' }) isCancelled: boolean;
}

/** In a team from one day up to but without another: whose announcements are a person's own. */
@Entity({ schema: 'read', name: 'sign_up_member' })
@Index('sign_up_member_by_volunteer', ['volunteerId'])
export class SignUpMember {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('date', { name: 'joined_on' }) joinedOn: LocalDate;
  @Column('date', { name: 'left_on', nullable: true }) leftOn: LocalDate | null;
}

/** Who means to come and who came; a cancelled sign-up of somebody who did not come either is no row. */
@Entity({ schema: 'read', name: 'sign_up' })
@Index('sign_up_by_volunteer', ['volunteerId'])
export class SignUpRow {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: SessionId;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'state', nullable: true }) state: 'signed_up' | 'waiting' | null;
  /** Place of the signing up in the log: who came first is moved up first. */
  @Column('text', { name: 'position', nullable: true }) position: string | null;
  @Column('date', { name: 'signed_up_on', nullable: true }) signedUpOn: LocalDate | null;
  @Column('date', { name: 'checked_in_on', nullable: true }) checkedInOn: LocalDate | null;
  @Column('text', { name: 'checked_in_at', nullable: true }) checkedInAt: TimeOfDay | null;
  @Column('text', { name: 'checked_in_means', nullable: true }) checkedInMeans: CheckInMeans | null;
  @Column('text', { name: 'checked_out_at', nullable: true }) checkedOutAt: TimeOfDay | null;
  @Column('text', { name: 'checked_out_means', nullable: true }) checkedOutMeans: CheckInMeans | null;
  /** F-37: a device's clock was far off. */
  @Column('boolean', { name: 'clock_drifts' }) clockDrifts: boolean;
}

/** Names of people, activities, teams and units, the newest; of people, what they are good at as well. */
@Entity({ schema: 'read', name: 'sign_up_name' })
export class SignUpName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: VolunteerId | ActivityId | TeamId | OrganizationId;
  @Column('text', { name: 'name' }) name: string;
  /** As the person wrote it; null where nothing was written, and for what is no person. */
  @Column('text', { name: 'skills', nullable: true }) skills: string | null;
}
