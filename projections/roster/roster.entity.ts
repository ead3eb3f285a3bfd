import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Dated } from '#libs/kernel/dated';
import type { OrganizationId } from '#libs/kernel/ids';
import type { SealedFrom } from '#libs/projection-engine/as-of';
import { CountedVolunteer } from '#libs/projection-engine/counted-volunteer';
import { OwnedTeam } from '#libs/projection-engine/owned-team';

/** What the columns of Annex 2 need, as stored in the event: codes stay codes. */
export interface RosterParticulars {
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string | null;
  readonly statedAge: string | null;
  readonly statedAgeOn: string | null;
  readonly education: string | null;
  readonly ethnicity: string | null;
  readonly joinedPartyOn: string | null;
  readonly mainProjects: string | null;
}

@Entity({ schema: 'read', name: 'roster_volunteer' })
@Index('roster_volunteer_counted', ['counted'], { type: 'gin' })
export class RosterVolunteer extends CountedVolunteer {
  /** What was said and on which day, oldest first: a later word replaces the fields it names. */
  @Column('jsonb', { name: 'particulars' }) particulars: readonly Dated<Partial<RosterParticulars>>[];
  @Column('jsonb', { name: 'sealed_contact' }) sealedContact: readonly SealedFrom[];
}

@Entity({ schema: 'read', name: 'roster_team' })
@Index('roster_team_by_organization', ['organizationId', 'ordinal'])
export class RosterTeam extends OwnedTeam {}

@Entity({ schema: 'read', name: 'roster_organization' })
export class RosterOrganization {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('jsonb', { name: 'names' }) names: readonly Dated<{ readonly name: string; readonly unitName: string }>[];
}
