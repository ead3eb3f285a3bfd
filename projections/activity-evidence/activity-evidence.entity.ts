import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EvidenceKind, EvidenceType } from '#libs/activity/activity.events';
import type { ActivityId, EvidenceId, OrganizationId, SessionId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

@Entity({ schema: 'read', name: 'activity_evidence' })
@Index('activity_evidence_by_activity', ['activityId'])
@Index('activity_evidence_by_hash', ['sha256'])
export class ActivityEvidence {
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId: EvidenceId;
  @Column('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId: SessionId | null;
  @Column('text', { name: 'evidence_kind' }) evidenceKind: EvidenceKind;
  @Column('text', { name: 'sha256' }) sha256: string;
  @Column('int', { name: 'bytes' }) bytes: number;
  @Column('text', { name: 'content_type' }) contentType: EvidenceType;
  @Column('date', { name: 'added_on' }) addedOn: LocalDate;
  @Column('boolean', { name: 'shows_minor' }) showsMinor: boolean;
  @Column('text', { name: 'caption', nullable: true }) caption: string | null;
}
