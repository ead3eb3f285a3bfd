import { withDated } from '#libs/kernel/dated';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { countedVolunteers } from '#libs/projection-engine/counted-volunteer';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import {
  FormationSummaryOrganization,
  FormationSummaryTeam,
  FormationSummaryVolunteer,
} from './formation-summary.entity.js';

type OrganizationKey = Pick<FormationSummaryOrganization, 'organizationId'>;
const organizationOf = ({ organizationId }: OrganizationKey): OrganizationKey => ({ organizationId });

const organizations = table<FormationSummaryOrganization, OrganizationEvent>()({
  entity: FormationSummaryOrganization,
  keyOf: {
    PartyOrganizationRegistered: organizationOf,
    PartyOrganizationRenamed: organizationOf,
    PartyMemberCountStated: organizationOf,
  },
  empty: (key): FormationSummaryOrganization => ({
    ...key,
    parentId: null,
    lineOfAuthorityId: null,
    names: [],
    memberCounts: [],
  }),
  on: {
    PartyOrganizationRegistered: (row, data): FormationSummaryOrganization => ({
      ...row,
      parentId: data.parentId ?? null,
      lineOfAuthorityId: data.lineOfAuthorityId ?? null,
      names: withDated(row.names, { on: data.registeredOn, name: data.name, unitName: data.unitName }),
    }),
    PartyOrganizationRenamed: (row, { renamedOn, name, unitName }): FormationSummaryOrganization => ({
      ...row,
      names: withDated(row.names, { on: renamedOn, name, unitName }),
    }),
    PartyMemberCountStated: (row, { countedOn, fullMembers, probationaryMembers }): FormationSummaryOrganization => ({
      ...row,
      memberCounts: withDated(row.memberCounts, { on: countedOn, fullMembers, probationaryMembers }),
    }),
  },
});

const teams = table<FormationSummaryTeam, TeamEvent>()({
  entity: FormationSummaryTeam,
  keyOf: teamLifeKeys,
  empty: unfoundedTeam,
  on: teamLife<FormationSummaryTeam>(),
});

const volunteers = countedVolunteers<FormationSummaryVolunteer>({ entity: FormationSummaryVolunteer, blank: {} });

/** Answers: which units below a body have formed teams, with how many Party members, teams and volunteers (Annex 4)? */
export const formationSummary: Projection = {
  name: 'formation-summary',
  version: 3,
  opens: ['identity', 'free'],
  tables: [organizations, teams, volunteers],
};
