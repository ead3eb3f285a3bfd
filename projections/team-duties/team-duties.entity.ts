import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AccountId, MeetingId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { TenHave } from '#libs/review/duties.events';

@Entity({ schema: 'read', name: 'team_duties_meeting' })
@Index('team_duties_meeting_by_team', ['teamId', 'year'])
export class TeamDutiesMeeting {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: MeetingId;
  @Column('uuid', { name: 'team_id' }) teamId: TeamId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('int', { name: 'year' }) year: number;
  @Column('int', { name: 'quarter' }) quarter: number;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: AccountId;
  @Column('int', { name: 'attendees' }) attendees: number;
  @Column('text', { name: 'summary' }) summary: string;
}

@Entity({ schema: 'read', name: 'team_duties_check' })
export class TeamDutiesCheck {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  @PrimaryColumn('date', { name: 'checked_on' }) checkedOn: LocalDate;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('int', { name: 'year' }) year: number;
  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: AccountId;
  /** In the order of the notice. */
  @Column('jsonb', { name: 'present' }) present: readonly TenHave[];
  @Column('text', { name: 'note', nullable: true }) note: string | null;
}
