import type { ImportAsked } from '#libs/importing/kinds';
import { paperOf } from '#libs/importing/grounds';
import { readTeamsByRow } from '#libs/intake/teams-by-row';
import type { OrganizationId } from '#libs/kernel/ids';
import type { ImportRequest } from './import.requests.js';

type ContentOf = (sha256: string) => Buffer;

/** What was told, without what was left out: an import remembers its options and holds the next attempt to them. */
const told = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;

/** The request as the importing room takes it, exactly as the command line hands it in. Throws SheetRejected. */
export async function askedImport(
  organizationId: OrganizationId,
  request: ImportRequest,
  contentOf: ContentOf,
): Promise<ImportAsked> {
  switch (request.kind) {
    case 'organizations':
      return organizationsAsked(organizationId, request);
    case 'teams':
      return teamsAsked(organizationId, request);
    case 'roster':
      return rosterAsked(organizationId, request, contentOf);
    case 'members':
      return membersAsked(organizationId, request);
    case 'sign-in':
      return signInAsked(organizationId, request, contentOf);
  }
}

const organizationsAsked = (
  organizationId: OrganizationId,
  { registeredOn, countedOn }: ImportRequest,
): ImportAsked => ({ kind: 'organizations', organizationId, options: told({ registeredOn, countedOn }) });

function teamsAsked(organizationId: OrganizationId, request: ImportRequest): ImportAsked {
  const { organizationKind = 'GENERAL_BRANCH', registeredOn, fullMembers, probationaryMembers, countedOn } = request;
  const { formationTitle, formationNumber, formationDatedOn, establishedOn, formDate } = request;
  const options = told({
    ...{ organizationKind, registeredOn, fullMembers, probationaryMembers, countedOn },
    ...{ formationTitle, formationNumber, formationDatedOn, establishedOn, formDate },
  });
  return request.registerBelow === true
    ? { kind: 'teams', registerUnder: organizationId, options }
    : { kind: 'teams', organizationId, options };
}

async function rosterAsked(
  organizationId: OrganizationId,
  request: ImportRequest,
  contentOf: ContentOf,
): Promise<ImportAsked> {
  const { formDate, enrolledOn, acceptNamesake = [], leaderPost, leaderPostSince, leaderPostDocument } = request;
  const teams = request.teams === undefined ? undefined : await readTeamsByRow(contentOf(request.teams));
  const options = told({ formDate, enrolledOn, leaderPost, leaderPostSince, leaderPostDocument, teams });
  return {
    kind: 'roster',
    organizationId,
    options: { ...options, acceptNamesake: acceptNamesake.map(({ row }) => row) },
  };
}

function membersAsked(organizationId: OrganizationId, request: ImportRequest): ImportAsked {
  const { formDate, enrolledOn, team, participantKind = 'FULL_MEMBER' } = request;
  return { kind: 'members', organizationId, options: told({ formDate, enrolledOn, team, participantKind }) };
}

function signInAsked(
  organizationId: OrganizationId,
  { papers = [], lateReasonCode }: ImportRequest,
  contentOf: ContentOf,
): ImportAsked {
  const scans = papers.map(({ sha256, fileName }) => paperOf(fileName, contentOf(sha256)));
  return { kind: 'sign-in', organizationId, grounds: { papers: scans, lateReasonCode } };
}
