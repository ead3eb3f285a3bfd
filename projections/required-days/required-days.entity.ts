import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { serviceThemes } from '#libs/activity/activity.events';
import type { ActivityId, OrganizationId, SessionId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

/** A unit that is there from a day on. */
@Entity({ schema: 'read', name: 'required_day_unit' })
export class RequiredDayUnit {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('text', { name: 'name' }) name: string;
  @Column('date', { name: 'registered_on', nullable: true }) registeredOn: LocalDate | null;
  /** Merged or split on this day: nothing is asked of it for a later one (F-21). */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: LocalDate | null;
}

@Entity({ schema: 'read', name: 'required_day_session' })
@Index('required_day_session_by_day', ['heldOn'])
export class RequiredDaySession {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: SessionId;
  @Column('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'held_on' }) heldOn: LocalDate;
}

@Entity({ schema: 'read', name: 'required_day_activity' })
export class RequiredDayActivity {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('text', { name: 'title' }) title: string;
  @Column('text', { name: 'theme', nullable: true }) theme: (typeof serviceThemes)[number] | null;
  @Column('boolean', { name: 'is_cancelled' }) isCancelled: boolean;
}
