import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { SealedFrom } from '#libs/projection-engine/as-of';
import type { Standing, VolunteerStatus } from '#libs/volunteer/standing';
import type { ParticipantKind, VolunteerEvent } from '#libs/volunteer/volunteer.events';

type Submitted = Extract<VolunteerEvent, { type: 'ApplicationSubmitted' }>['data'];

/** One person, one entry (Z-38). What tells how to reach or recognise the person is here only as ciphertext. */
@Entity({ schema: 'read', name: 'volunteer_register' })
@Index('volunteer_register_by_organization', ['organizationId', 'status', 'volunteerNumber'])
@Index('volunteer_register_by_team', ['primaryTeamId'])
@Index('volunteer_register_by_number', ['volunteerNumber'])
@Index('volunteer_register_by_name', ['name'])
@Index('volunteer_register_by_membership', ['memberships'], { type: 'gin' })
export class VolunteerRegister {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'volunteer_number', nullable: true }) volunteerNumber: string | null;
  /** Newest standing; the histories below answer for any day. */
  @Column('text', { name: 'status', nullable: true }) status: VolunteerStatus | null;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: OrganizationId | null;
  @Column('text', { name: 'participant_kind', nullable: true }) participantKind: ParticipantKind | null;
  @Column('uuid', { name: 'primary_team_id', nullable: true }) primaryTeamId: TeamId | null;
  @Column('date', { name: 'applied_on', nullable: true }) appliedOn: LocalDate | null;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn: LocalDate | null;
  @Column('date', { name: 'enrolled_on', nullable: true }) enrolledOn: LocalDate | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: LocalDate | null;
  @Column('date', { name: 'retired_on', nullable: true }) retiredOn: LocalDate | null;
  @Column('date', { name: 'deceased_on', nullable: true }) deceasedOn: LocalDate | null;
  /** The record that stands for this one (F-08). */
  @Column('uuid', { name: 'survivor_id', nullable: true }) survivorId: VolunteerId | null;
  @Column('text', { name: 'source', nullable: true }) source: Submitted['source'] | null;
  @Column('jsonb', { name: 'consents' }) consents: Submitted['consents'];
  @Column('text', { name: 'name' }) name: string;
  /** The name as typed on a keyboard, for finding only: `zjj zhangjianjun`. Folded from the name beside it and gone with it. */
  @Column('text', { name: 'name_letters' }) nameLetters: string;
  @Column('text', { name: 'sex', nullable: true }) sex: string | null;
  @Column('text', { name: 'birth_date', nullable: true }) birthDate: string | null;
  @Column('text', { name: 'stated_age', nullable: true }) statedAge: string | null;
  @Column('text', { name: 'stated_age_on', nullable: true }) statedAgeOn: string | null;
  @Column('text', { name: 'ethnicity', nullable: true }) ethnicity: string | null;
  @Column('text', { name: 'education', nullable: true }) education: string | null;
  @Column('text', { name: 'work_unit', nullable: true }) workUnit: string | null;
  @Column('text', { name: 'political_status', nullable: true }) politicalStatus: string | null;
  @Column('text', { name: 'joined_party_on', nullable: true }) joinedPartyOn: string | null;
  @Column('text', { name: 'skills', nullable: true }) skills: string | null;
  @Column('text', { name: 'main_projects', nullable: true }) mainProjects: string | null;
  @Column('jsonb', { name: 'service_interests', nullable: true }) serviceInterests: readonly string[] | null;
  @Column('jsonb', { name: 'statuses' }) statuses: Standing['statuses'];
  @Column('jsonb', { name: 'kinds' }) kinds: Standing['kinds'];
  @Column('jsonb', { name: 'primary_teams' }) primaryTeams: Standing['primaryTeams'];
  @Column('jsonb', { name: 'memberships' }) memberships: Standing['memberships'];
  @Column('jsonb', { name: 'ceasings' }) ceasings: Standing['ceasings'];
  @Column('jsonb', { name: 'sealed_identity' }) sealedIdentity: readonly SealedFrom[];
  @Column('jsonb', { name: 'sealed_contact' }) sealedContact: readonly SealedFrom[];
  @Column('jsonb', { name: 'sealed_sensitive' }) sealedSensitive: readonly SealedFrom[];
  @Column('jsonb', { name: 'sealed_photo' }) sealedPhoto: readonly SealedFrom[];
  /** Experience and the imported row's own words, which may hold anything. */
  @Column('jsonb', { name: 'sealed_free' }) sealedFree: readonly SealedFrom[];
}

/** Newest names of the organizations and teams that entries point to. */
@Entity({ schema: 'read', name: 'volunteer_register_name' })
export class VolunteerRegisterName {
  @PrimaryColumn('uuid', { name: 'subject_id' }) subjectId: OrganizationId | TeamId;
  @Column('text', { name: 'name' }) name: string;
}
