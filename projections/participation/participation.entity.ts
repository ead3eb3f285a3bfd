import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Provenance } from '#libs/hours/hours.events';
import type {
  ActivityId,
  ExemptionId,
  HoursEntryId,
  OrganizationId,
  TalkId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import { OwnedTeam } from '#libs/projection-engine/owned-team';
import { MergedRecord } from '#libs/projection-engine/merged-records';

/** Both ends included; null while it lasts. Why it was granted is not kept here. */
export interface ExemptedSpan {
  readonly exemptionId: ExemptionId;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface HeldTalk {
  readonly talkId: TalkId;
  readonly heldOn: LocalDate;
  readonly year: number;
  readonly half: number;
}

/** An entry that counts, on its own day; a reversed one is no row. */
@Entity({ schema: 'read', name: 'participation_entry' })
@Index('participation_entry_by_volunteer', ['volunteerId', 'servedOn'])
@Index('participation_entry_by_team', ['teamId', 'servedOn'])
@Index('participation_entry_by_day', ['servedOn', 'volunteerId', 'serviceMinutes'])
@Index('participation_entry_by_organization', ['organizationId', 'servedOn'])
export class ParticipationEntry {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: HoursEntryId;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId: ActivityId | null;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId: TeamId | null;
  /** Under which the service was given. */
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'served_on' }) servedOn: LocalDate;
  @Column('text', { name: 'starts_at' }) startsAt: TimeOfDay;
  @Column('text', { name: 'ends_at' }) endsAt: TimeOfDay;
  @Column('int', { name: 'service_minutes' }) serviceMinutes: number;
  @Column('text', { name: 'provenance' }) provenance: Provenance;
  /** Recorded after its due day (F-05). */
  @Column('boolean', { name: 'late' }) late: boolean;
}

/** A person's year, month by month: what lists of everybody add up, who would otherwise read every entry of the year. */
@Entity({ schema: 'read', name: 'participation_year' })
export class ParticipationYear {
  @PrimaryColumn('int', { name: 'year' }) year: number;
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  /** Minutes from the first of January to the end of each of the twelve months. */
  @Column('jsonb', { name: 'so_far' }) soFar: readonly number[];
}

/** Of whom hours are asked, and from whom they are not asked for a time. */
@Entity({ schema: 'read', name: 'participation_person' })
@Index('participation_person_by_organization', ['organizationId'])
export class ParticipationPerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'name' }) name: string;
  @Column('text', { name: 'volunteer_number', nullable: true }) volunteerNumber: string | null;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: OrganizationId | null;
  @Column('uuid', { name: 'primary_team_id', nullable: true }) primaryTeamId: TeamId | null;
  @Column('date', { name: 'enrolled_on', nullable: true }) enrolledOn: LocalDate | null;
  /** From this day on nothing is asked any more. */
  @Column('date', { name: 'left_on', nullable: true }) leftOn: LocalDate | null;
  @Column('jsonb', { name: 'exempted' }) exempted: readonly ExemptedSpan[];
  @Column('jsonb', { name: 'talks' }) talks: readonly HeldTalk[];
}

@Entity({ schema: 'read', name: 'participation_merged' })
export class ParticipationMerged extends MergedRecord {}

@Entity({ schema: 'read', name: 'participation_team' })
@Index('participation_team_by_organization', ['organizationId'])
export class ParticipationTeam extends OwnedTeam {}
