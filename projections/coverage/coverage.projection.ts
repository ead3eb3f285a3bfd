import { withDated } from '#libs/kernel/dated';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { countedVolunteers } from '#libs/projection-engine/counted-volunteer';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import { CoverageOrganization, CoverageTeam, CoverageVolunteer } from './coverage.entity.js';

type OrganizationKey = Pick<CoverageOrganization, 'organizationId'>;
const organizationOf = ({ organizationId }: OrganizationKey): OrganizationKey => ({ organizationId });

const organizations = table<CoverageOrganization, OrganizationEvent>()({
  entity: CoverageOrganization,
  keyOf: {
    PartyOrganizationRegistered: organizationOf,
    PartyOrganizationRenamed: organizationOf,
    PartyMemberCountStated: organizationOf,
    PolicyPackAdopted: organizationOf,
    PartyOrganizationMerged: organizationOf,
    PartyOrganizationSplit: organizationOf,
  },
  // Kind, day and name come with the registration, the first event of every organization.
  empty: (key): CoverageOrganization =>
    ({
      ...key,
      endedOn: null,
      parentId: null,
      lineOfAuthorityId: null,
      memberCounts: [],
      packs: [],
    }) as unknown as CoverageOrganization,
  on: {
    PartyOrganizationRegistered: (row, data): CoverageOrganization => ({
      ...row,
      kind: data.kind,
      registeredOn: data.registeredOn,
      parentId: data.parentId ?? null,
      lineOfAuthorityId: data.lineOfAuthorityId ?? null,
      name: data.name,
    }),
    PartyOrganizationRenamed: (row, { name }): CoverageOrganization => ({ ...row, name }),
    PartyMemberCountStated: (row, { countedOn, fullMembers, probationaryMembers }): CoverageOrganization => ({
      ...row,
      memberCounts: withDated(row.memberCounts, { on: countedOn, fullMembers, probationaryMembers }),
    }),
    PartyOrganizationMerged: (row, { mergedOn }): CoverageOrganization => ({ ...row, endedOn: mergedOn }),
    PartyOrganizationSplit: (row, { splitOn }): CoverageOrganization => ({ ...row, endedOn: splitOn }),
    PolicyPackAdopted: (row, { effectiveOn, pack, packVersion }): CoverageOrganization => ({
      ...row,
      packs: withDated(row.packs, { on: effectiveOn, pack, packVersion }),
    }),
  },
});

const teams = table<CoverageTeam, TeamEvent>()({
  entity: CoverageTeam,
  keyOf: teamLifeKeys,
  empty: unfoundedTeam,
  on: teamLife<CoverageTeam>(),
});

const volunteers = countedVolunteers<CoverageVolunteer>({ entity: CoverageVolunteer, blank: {} });

/** Answers: how many of its Party members volunteer in each organization, has it the teams the notice advises, and ought it to have one at all? */
export const coverage: Projection = {
  name: 'coverage',
  version: 3,
  opens: ['identity', 'free'],
  tables: [organizations, teams, volunteers],
};
