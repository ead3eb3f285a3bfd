import { withDated } from '#libs/kernel/dated';
import type { Instant } from '#libs/kernel/time';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  OrganizationDirectory,
  OrganizationDirectoryDesk,
  OrganizationDirectoryPerson,
  OrganizationDirectoryPost,
  type NameFrom,
} from './organization-directory.entity.js';

type OrganizationKey = Pick<OrganizationDirectory, 'organizationId'>;
const organizationOf = ({ organizationId }: OrganizationKey): OrganizationKey => ({ organizationId });

const named = (row: OrganizationDirectory, entry: NameFrom): OrganizationDirectory => {
  const names = withDated(row.names, entry);
  const { name, unitName } = names.at(-1) ?? entry;
  return { ...row, name, unitName, names };
};

const organizations = table<OrganizationDirectory, OrganizationEvent>()({
  entity: OrganizationDirectory,
  keyOf: {
    PartyOrganizationRegistered: organizationOf,
    PartyOrganizationRenamed: organizationOf,
    StaffHeadcountStated: organizationOf,
    PartyMemberCountStated: organizationOf,
    PolicyPackAdopted: organizationOf,
    PartyOrganizationMerged: organizationOf,
    PartyOrganizationSplit: organizationOf,
  },
  // Kind, place and name come with the registration, the first event of every organization.
  empty: (key): OrganizationDirectory =>
    ({
      ...key,
      parentId: null,
      lineOfAuthorityId: null,
      unifiedCreditCode: null,
      names: [],
      headcounts: [],
      memberCounts: [],
      packs: [],
      endedOn: null,
      recordsSuccessorId: null,
    }) as unknown as OrganizationDirectory,
  on: {
    PartyOrganizationRegistered: (row, data): OrganizationDirectory => ({
      ...named(row, { on: data.registeredOn, name: data.name, unitName: data.unitName }),
      kind: data.kind,
      parentId: data.parentId ?? null,
      lineOfAuthorityId: data.lineOfAuthorityId ?? null,
      registeredOn: data.registeredOn,
      unifiedCreditCode: data.unifiedCreditCode ?? null,
    }),
    PartyOrganizationRenamed: (row, { renamedOn, name, unitName }): OrganizationDirectory =>
      named(row, { on: renamedOn, name, unitName }),
    StaffHeadcountStated: (row, { countedOn, staffHeadcount }): OrganizationDirectory => ({
      ...row,
      headcounts: withDated(row.headcounts, { on: countedOn, staffHeadcount }),
    }),
    PartyMemberCountStated: (row, { countedOn, fullMembers, probationaryMembers }): OrganizationDirectory => ({
      ...row,
      memberCounts: withDated(row.memberCounts, { on: countedOn, fullMembers, probationaryMembers }),
    }),
    PolicyPackAdopted: (row, { effectiveOn, pack, packVersion }): OrganizationDirectory => ({
      ...row,
      packs: withDated(row.packs, { on: effectiveOn, pack, packVersion }),
    }),
    PartyOrganizationMerged: (row, { mergedOn, successorId }): OrganizationDirectory => ({
      ...row,
      endedOn: mergedOn,
      recordsSuccessorId: successorId,
    }),
    PartyOrganizationSplit: (row, { splitOn, recordsSuccessorId }): OrganizationDirectory => ({
      ...row,
      endedOn: splitOn,
      recordsSuccessorId,
    }),
  },
});

type PostKey = Pick<OrganizationDirectoryPost, 'postId'>;
const postOf = ({ postId }: PostKey): PostKey => ({ postId });

const posts = table<OrganizationDirectoryPost, OrganizationEvent>()({
  entity: OrganizationDirectoryPost,
  keyOf: { LeadershipPostAssumed: postOf, LeadershipPostEnded: postOf },
  empty: (key): OrganizationDirectoryPost => ({ ...key, document: null, endedOn: null }) as OrganizationDirectoryPost,
  on: {
    LeadershipPostAssumed: (row, data): OrganizationDirectoryPost => ({
      ...row,
      organizationId: data.organizationId,
      volunteerId: data.volunteerId,
      postName: data.postName,
      document: data.document ?? null,
      assumedOn: data.assumedOn,
    }),
    LeadershipPostEnded: (row, { endedOn }): OrganizationDirectoryPost => ({ ...row, endedOn }),
  },
});

type DeskKey = Pick<OrganizationDirectoryDesk, 'deskId'>;
const deskOf = ({ deskId }: DeskKey): DeskKey => ({ deskId });

const desks = table<OrganizationDirectoryDesk, OrganizationEvent>()({
  entity: OrganizationDirectoryDesk,
  keyOf: { ReceivingDeskDesignated: deskOf },
  empty: (key): OrganizationDirectoryDesk => ({ ...key, sealedContact: null }) as OrganizationDirectoryDesk,
  on: {
    ReceivingDeskDesignated: (row, { organizationId, effectiveOn }, { entry, sealed }): OrganizationDirectoryDesk => ({
      ...row,
      organizationId,
      effectiveOn,
      recordedAt: entry.at as Instant,
      sealedContact: sealed.contact ?? null,
    }),
  },
});

type VolunteerKey = Pick<OrganizationDirectoryPerson, 'volunteerId'>;
const personOf = ({ volunteerId }: VolunteerKey): VolunteerKey => ({ volunteerId });

const people = table<OrganizationDirectoryPerson, VolunteerEvent>()({
  entity: OrganizationDirectoryPerson,
  keyOf: { ApplicationSubmitted: personOf, ParticularsChanged: personOf },
  empty: (key): OrganizationDirectoryPerson => ({ ...key, name: '' }),
  on: {
    ApplicationSubmitted: (row, { name }): OrganizationDirectoryPerson => ({ ...row, name }),
    ParticularsChanged: (row, { name }): OrganizationDirectoryPerson => ({ ...row, name: name ?? row.name }),
  },
});

/** Answers: which organizations are there, under whom, with how many people, led by whom, received where, under which pack? */
export const organizationDirectory: Projection = {
  name: 'organization-directory',
  version: 2,
  opens: ['identity', 'free'],
  tables: [organizations, posts, desks, people],
};
