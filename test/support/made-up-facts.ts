import type { DeskId, OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';

type DataOf<E extends { type: string; data: unknown }, T extends E['type']> = Extract<E, { type: T }>['data'];

const uuidOf = (kind: string, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Made-up ids: the same number is the same subject. */
export const organizationId = (n: number): OrganizationId => uuidOf('a', n) as OrganizationId;
export const volunteerId = (n: number): VolunteerId => uuidOf('b', n) as VolunteerId;
export const teamId = (n: number): TeamId => uuidOf('c', n) as TeamId;
export const postId = (n: number): PostId => uuidOf('d', n) as PostId;
export const deskId = (n: number): DeskId => uuidOf('e', n) as DeskId;
export const day = (text: string): LocalDate => text as LocalDate;

/** Made-up facts; what a spec is about it gives itself. Nobody in them exists. */
export const registered = (
  n: number,
  given: Partial<DataOf<OrganizationEvent, 'PartyOrganizationRegistered'>> = {},
) => ({
  type: 'PartyOrganizationRegistered' as const,
  data: {
    organizationId: organizationId(n),
    kind: 'PARTY_BRANCH' as const,
    registeredOn: day('2026-01-01'),
    name: `示例第${n}党支部`,
    unitName: `示例第${n}单位`,
    ...given,
  },
});

export const counted = (n: number, fullMembers: number, probationaryMembers: number, countedOn = '2026-01-01') => ({
  type: 'PartyMemberCountStated' as const,
  data: { organizationId: organizationId(n), fullMembers, probationaryMembers, countedOn: day(countedOn) },
});

export const staffed = (n: number, staffHeadcount: number, countedOn = '2026-01-01') => ({
  type: 'StaffHeadcountStated' as const,
  data: { organizationId: organizationId(n), staffHeadcount, countedOn: day(countedOn) },
});

export const applied = (n: number, given: Partial<DataOf<VolunteerEvent, 'ApplicationSubmitted'>> = {}) => ({
  type: 'ApplicationSubmitted' as const,
  data: {
    volunteerId: volunteerId(n),
    organizationId: organizationId(1),
    participantKind: 'FULL_MEMBER' as const,
    submittedOn: day('2026-01-10'),
    source: 'ONLINE' as const,
    onBehalf: 'SELF' as const,
    consents: ['REGISTRATION' as const],
    doubts: [],
    name: `示例员${n}`,
    sex: '1',
    ...given,
  },
});

export const enrolled = (n: number, given: Partial<DataOf<VolunteerEvent, 'VolunteerEnrolled'>> = {}) => ({
  type: 'VolunteerEnrolled' as const,
  data: {
    volunteerId: volunteerId(n),
    organizationId: organizationId(1),
    volunteerNumber: String(2_026_000_000 + n),
    enrolledOn: day('2026-02-01'),
    ...given,
  },
});

export const withdrew = (n: number, withdrawnOn: string) => ({
  type: 'VolunteerWithdrew' as const,
  data: { volunteerId: volunteerId(n), organizationId: organizationId(1), withdrawnOn: day(withdrawnOn) },
});

export const changed = (n: number, given: Partial<DataOf<VolunteerEvent, 'ParticularsChanged'>>) => ({
  type: 'ParticularsChanged' as const,
  data: { volunteerId: volunteerId(n), changedOn: day('2026-03-01'), reason: '示例', ...given },
});

export const primary = (n: number, team: number, chosenOn = '2026-02-10') => ({
  type: 'PrimaryTeamChosen' as const,
  data: { volunteerId: volunteerId(n), teamId: teamId(team), chosenOn: day(chosenOn) },
});

export const unprimary = (n: number, team: number, clearedOn: string) => ({
  type: 'PrimaryTeamCleared' as const,
  data: { volunteerId: volunteerId(n), teamId: teamId(team), clearedOn: day(clearedOn) },
});

export const established = (n: number, given: Partial<DataOf<TeamEvent, 'TeamEstablished'>> = {}) => ({
  type: 'TeamEstablished' as const,
  data: {
    teamId: teamId(n),
    organizationId: organizationId(1),
    establishedOn: day('2026-02-01'),
    ordinal: n,
    documentDatedOn: day('2026-01-31'),
    name: `示例党员志愿服务队${n}队`,
    documentTitle: '关于组建示例队的决定',
    ...given,
  },
});

export const joined = (n: number, team: number, given: Partial<DataOf<TeamEvent, 'TeamMemberJoined'>> = {}) => ({
  type: 'TeamMemberJoined' as const,
  data: {
    teamId: teamId(team),
    organizationId: organizationId(1),
    volunteerId: volunteerId(n),
    joinedOn: day('2026-02-10'),
    asPrimary: true,
    ...given,
  },
});

export const left = (n: number, team: number, leftOn: string) => ({
  type: 'TeamMemberLeft' as const,
  data: { teamId: teamId(team), organizationId: organizationId(1), volunteerId: volunteerId(n), leftOn: day(leftOn) },
});

export const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
