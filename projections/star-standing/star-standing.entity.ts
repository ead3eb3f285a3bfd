import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActivityId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import type { StarApproverLevel } from '#libs/policy/star-scheme';
import { MergedRecord } from '#libs/projection-engine/merged-records';

/** A star as it was awarded; no scheme that comes later changes it. */
export interface StarAward {
  readonly stars: number;
  readonly awardedOn: LocalDate;
  readonly scheme: string;
  readonly schemeVersion: number;
  readonly requiredMinutes: number;
  readonly creditedMinutes: number;
  readonly asOfOn: LocalDate;
}

@Entity({ schema: 'read', name: 'star_standing' })
@Index('star_standing_by_organization', ['organizationId'])
export class StarStanding {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
  @Column('text', { name: 'volunteer_number', nullable: true }) volunteerNumber: string | null;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: OrganizationId | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: LocalDate | null;
  /** Of all years, credited and not reversed, of this record alone. */
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  /** Not revoked, oldest first. */
  @Column('jsonb', { name: 'awards' }) awards: readonly StarAward[];
  /** Of the last award; 0 without one. */
  @Column('int', { name: 'awarded_stars' }) awardedStars: number;
  /** What is applied for and not yet decided. */
  @Column('int', { name: 'applied_stars', nullable: true }) appliedStars: number | null;
  @Column('date', { name: 'applied_on', nullable: true }) appliedOn: LocalDate | null;
  @Column('text', { name: 'approver_level', nullable: true }) approverLevel: StarApproverLevel | null;
}

/** An entry that counts; a reversed one is no row. */
@Entity({ schema: 'read', name: 'star_standing_entry' })
@Index('star_standing_entry_by_volunteer', ['volunteerId', 'servedOn'])
export class StarStandingEntry {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  /** Null for what was no session of an activity: a good deed, a visit, hours of elsewhere. */
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('text', { name: 'position' }) position: string;
}

@Entity({ schema: 'read', name: 'star_standing_merged' })
export class StarStandingMerged extends MergedRecord {}
