import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Instant } from '#libs/kernel/time';

/** Where in the log something about a person stands; what it says stays there. */
@Entity({ schema: 'read', name: 'volunteer_history_entry' })
export class VolunteerHistoryEntry {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @PrimaryColumn('text', { name: 'stream' }) stream: string;
  @PrimaryColumn('int', { name: 'revision' }) revision: number;
  @Column('text', { name: 'position' }) position: string;
  @Column('text', { name: 'event_type' }) eventType: string;
  /** When the ledger accepted it. */
  @Column('text', { name: 'at' }) at: Instant;
}

/** In whose scope a person's history lies. */
@Entity({ schema: 'read', name: 'volunteer_history_person' })
export class VolunteerHistoryPerson {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
}
