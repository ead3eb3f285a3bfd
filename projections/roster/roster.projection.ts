import { withDated } from '#libs/kernel/dated';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { withSealed } from '#libs/projection-engine/as-of';
import { countedVolunteers, type Said } from '#libs/projection-engine/counted-volunteer';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import { RosterOrganization, RosterTeam, RosterVolunteer, type RosterParticulars } from './roster.entity.js';

const nothing: RosterParticulars = {
  name: '',
  sex: '',
  birthDate: null,
  statedAge: null,
  statedAgeOn: null,
  education: null,
  ethnicity: null,
  joinedPartyOn: null,
  mainProjects: null,
};
const printed = Object.keys(nothing) as (keyof RosterParticulars)[];

/** Only the printed fields come over, the ID number does not. */
const printedOf = ({ data, whole }: Said): Partial<RosterParticulars> => ({
  ...(whole ? nothing : {}),
  ...Object.fromEntries(printed.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]]))),
});

const volunteers = countedVolunteers<RosterVolunteer>({
  entity: RosterVolunteer,
  blank: { particulars: [], sealedContact: [] },
  particulars: (row, said): RosterVolunteer => ({
    ...row,
    particulars: withDated(row.particulars, { ...printedOf(said), on: said.on }),
    sealedContact: withSealed(row.sealedContact, said.on, said.whole, said.meta.sealed.contact),
  }),
});

const teams = table<RosterTeam, TeamEvent>()({
  entity: RosterTeam,
  keyOf: teamLifeKeys,
  empty: unfoundedTeam,
  on: teamLife<RosterTeam>(),
});

type OrganizationKey = Pick<RosterOrganization, 'organizationId'>;
const organizationOf = ({ organizationId }: OrganizationKey): OrganizationKey => ({ organizationId });

const organizations = table<RosterOrganization, OrganizationEvent>()({
  entity: RosterOrganization,
  keyOf: { PartyOrganizationRegistered: organizationOf, PartyOrganizationRenamed: organizationOf },
  empty: (key): RosterOrganization => ({ ...key, names: [] }),
  on: {
    PartyOrganizationRegistered: (row, { registeredOn, name, unitName }): RosterOrganization => ({
      ...row,
      names: withDated(row.names, { on: registeredOn, name, unitName }),
    }),
    PartyOrganizationRenamed: (row, { renamedOn, name, unitName }): RosterOrganization => ({
      ...row,
      names: withDated(row.names, { on: renamedOn, name, unitName }),
    }),
  },
});

/** Answers: who stands on the roster of a unit on the day of the form (Annex 2, Book 1)? */
export const roster: Projection = {
  name: 'roster',
  version: 3,
  opens: ['identity', 'sensitive', 'free'],
  tables: [volunteers, teams, organizations],
};
