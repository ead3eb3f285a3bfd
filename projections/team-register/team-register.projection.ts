import { datedOn, withDated } from '#libs/kernel/dated';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { withSealed } from '#libs/projection-engine/as-of';
import { countedVolunteers } from '#libs/projection-engine/counted-volunteer';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import { TeamRegisterOrganization, TeamRegisterTeam, TeamRegisterVolunteer } from './team-register.entity.js';

const volunteers = countedVolunteers<TeamRegisterVolunteer>({
  entity: TeamRegisterVolunteer,
  blank: { sealedContact: [] },
  particulars: (row, { on, whole, meta }): TeamRegisterVolunteer => ({
    ...row,
    sealedContact: withSealed(row.sealedContact, on, whole, meta.sealed.contact),
  }),
});

type TeamKey = Pick<TeamRegisterTeam, 'teamId'>;
const teamOf = ({ teamId }: TeamKey): TeamKey => ({ teamId });

const teams = table<TeamRegisterTeam, TeamEvent>()({
  entity: TeamRegisterTeam,
  keyOf: {
    ...teamLifeKeys,
    TeamRegisterStated: teamOf,
    TeamLeaderAppointed: teamOf,
    TeamLeaderStoodDown: teamOf,
  },
  empty: (key): TeamRegisterTeam => ({ ...unfoundedTeam(key), mainProjects: null, leaders: [], stated: [] }),
  on: {
    ...teamLife<TeamRegisterTeam>(),
    TeamEstablished: (row, data, meta): TeamRegisterTeam => ({
      ...row,
      ...teamLife<TeamRegisterTeam>().TeamEstablished(row, data, meta),
      mainProjects: data.mainProjects ?? null,
    }),
    TeamRegisterStated: (row, { statedOn, statedSize, statedLeader = null }): TeamRegisterTeam => ({
      ...row,
      stated: withDated(row.stated, { on: statedOn, statedSize, statedLeader }),
    }),
    TeamLeaderAppointed: (row, { appointedOn, volunteerId }): TeamRegisterTeam => ({
      ...row,
      leaders: withDated(row.leaders, { on: appointedOn, volunteerId }),
    }),
    // The successor may have been appointed on the same day, before the word that the old one stood down.
    TeamLeaderStoodDown: (row, { stoodDownOn, volunteerId }): TeamRegisterTeam =>
      datedOn(row.leaders, stoodDownOn)?.volunteerId === volunteerId
        ? { ...row, leaders: withDated(row.leaders, { on: stoodDownOn, volunteerId: null }) }
        : row,
  },
});

type OrganizationKey = Pick<TeamRegisterOrganization, 'organizationId'>;
const organizationOf = ({ organizationId }: OrganizationKey): OrganizationKey => ({ organizationId });

const organizations = table<TeamRegisterOrganization, OrganizationEvent>()({
  entity: TeamRegisterOrganization,
  keyOf: {
    PartyOrganizationRegistered: organizationOf,
    PartyOrganizationRenamed: organizationOf,
    StaffHeadcountStated: organizationOf,
  },
  empty: (key): TeamRegisterOrganization => ({ ...key, names: [], headcounts: [] }),
  on: {
    PartyOrganizationRegistered: (row, { registeredOn, name, unitName }): TeamRegisterOrganization => ({
      ...row,
      names: withDated(row.names, { on: registeredOn, name, unitName }),
    }),
    PartyOrganizationRenamed: (row, { renamedOn, name, unitName }): TeamRegisterOrganization => ({
      ...row,
      names: withDated(row.names, { on: renamedOn, name, unitName }),
    }),
    StaffHeadcountStated: (row, { countedOn, staffHeadcount }): TeamRegisterOrganization => ({
      ...row,
      headcounts: withDated(row.headcounts, { on: countedOn, staffHeadcount }),
    }),
  },
});

/** Answers: which teams does an organization have on a day, led by whom, with how many volunteers (Annex 3), and where did a handed-in register say otherwise (Z-39)? */
export const teamRegister: Projection = {
  name: 'team-register',
  version: 3,
  opens: ['identity', 'free'],
  tables: [volunteers, teams, organizations],
};
