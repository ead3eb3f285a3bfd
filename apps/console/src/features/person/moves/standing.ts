import { commandPermissions } from '#libs/access/permissions';
import { isPartyMember } from '#libs/reference/ledger-codes';
import { api } from '../../../api/client.js';
import { mayGive, mayGiveForOthers, rolesOf, useMe, type Me } from '../../../frame/session.js';
import type { Person } from '../record.js';
import type { TeamOption } from './teams.js';

/** For oneself what may be one's own act; for everybody else what one's roles give. */
export const mayAbout = (me: Me, { volunteerId }: Pick<Person, 'volunteerId'>, command: string): boolean =>
  me.volunteerId === volunteerId
    ? commandPermissions[command]?.own === true && mayGive(me, command)
    : mayGiveForOthers(me, command);

/** What can be done about the person follows from how they stand. */
export interface Standing {
  readonly isEnrolled: boolean;
  /** A member of the Party whose membership goes on. */
  readonly isMember: boolean;
  readonly hasCeased: boolean;
  readonly isProbationary: boolean;
  /** Where the affiliation is on its way to; null while it is known to be on none; undefined where it is not to be seen. */
  readonly transfer: { readonly to: string; readonly sentOn: string } | null | undefined;
  /** When the home organization merged or split. */
  readonly homeEndedOn: string | null;
  readonly teams: readonly TeamOption[];
}

function useTransfer({ volunteerId }: Person, isAsked: boolean): Standing['transfer'] {
  const { data } = api.useQuery(
    'get',
    '/api/affiliation-transfers',
    { params: { query: { volunteerId, state: 'SENT' } } },
    { enabled: isAsked },
  );
  if (!data) return undefined;
  const [sent] = data.items;
  return sent ? { to: sent.toOrganizationName ?? '另一党组织', sentOn: sent.sentOn } : null;
}

function useHomeEnd({ organizationId }: Person, isAsked: boolean): string | null {
  const { data } = api.useQuery(
    'get',
    '/api/organizations/{organizationId}',
    { params: { path: { organizationId: organizationId ?? '' } } },
    { enabled: isAsked && organizationId !== null },
  );
  return data?.endedOn ?? null;
}

/** Current teams by the names that the person's history knows, those out of one's scope too. */
function useTeams({ volunteerId, memberships, primaryTeamId, primaryTeamName }: Person): readonly TeamOption[] {
  const current = memberships.filter(({ leftOn }) => leftOn === null).map(({ teamId }) => teamId);
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}/history',
    { params: { path: { volunteerId } } },
    { enabled: current.length > 0 },
  );
  return current.map((value) => ({
    value,
    label: data?.names[value] ?? (value === primaryTeamId ? primaryTeamName : null) ?? '未知名称的队',
  }));
}

export function useStanding(person: Person): Standing {
  const me = useMe();
  const { status, participantKind, ceasings } = person;
  const isEnrolled = status === 'ENROLLED';
  const hasCeased = ceasings.at(-1)?.ceased === true;
  const isMember = isEnrolled && !hasCeased && participantKind !== null && isPartyMember(participantKind);
  const isOffice = mayGiveForOthers(me, 'MoveAffiliation');
  const reads = rolesOf(me).some((role) => role !== 'VOLUNTEER' && role !== 'SYSTEM_ADMINISTRATOR');
  return {
    ...{ isEnrolled, isMember, hasCeased },
    isProbationary: isMember && participantKind === 'PROBATIONARY_MEMBER',
    transfer: useTransfer(person, isEnrolled && reads),
    homeEndedOn: useHomeEnd(person, isOffice),
    teams: useTeams(person),
  };
}
