import type { GroupId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

import type { ClearTeamEvent } from './team.events.js';

type Clear<T extends ClearTeamEvent['type']> = Extract<ClearTeamEvent, { type: T }>['data'];

/** From `appointedOn`, up to but not including `stoodDownOn`. */
export interface LeaderTerm {
  readonly volunteerId: VolunteerId;
  readonly postId: PostId;
  readonly appointedOn: LocalDate;
  readonly stoodDownOn?: LocalDate;
}

/** The last time a person joined, and left since. */
export interface TeamMember {
  readonly joinedOn: LocalDate;
  readonly asPrimary: boolean;
  readonly leftOn?: LocalDate;
}

export interface ServiceGroup {
  readonly formedOn: LocalDate;
  readonly members: ReadonlySet<VolunteerId>;
}

export interface EstablishedTeam {
  readonly status: 'established';
  readonly established: Clear<'TeamEstablished'>;
  /** In the order of appointment; at most the last one is open. */
  readonly terms: readonly LeaderTerm[];
  readonly members: ReadonlyMap<VolunteerId, TeamMember>;
  readonly groups: ReadonlyMap<GroupId, ServiceGroup>;
  /** Size stated in a handed-in register, by the day of the form. */
  readonly statedSizes: ReadonlyMap<LocalDate, number>;
  readonly renamedOn?: LocalDate;
  /** The first day without the team. */
  readonly ended?: { readonly on: LocalDate; readonly intoTeamId?: TeamId };
}

export type Team = { readonly status: 'unestablished' } | EstablishedTeam;

/** What `evolve` folds: the state of one team stream. An event it does not know leaves the state as it is. */
export function evolveTeam(team: Team, event: ClearTeamEvent): Team {
  if (event.type !== 'TeamEstablished') return team.status === 'established' ? evolveEstablished(team, event) : team;
  return {
    status: 'established',
    established: event.data,
    terms: [],
    members: new Map(),
    groups: new Map(),
    statedSizes: new Map(),
  };
}

type LaterEvent = Exclude<ClearTeamEvent, { type: 'TeamEstablished' }>;

function evolveEstablished(team: EstablishedTeam, { type, data }: LaterEvent): EstablishedTeam {
  switch (type) {
    case 'TeamRegisterStated':
      return { ...team, statedSizes: withEntry(team.statedSizes, data.statedOn, data.statedSize) };
    case 'TeamLeaderAppointed':
      return { ...team, terms: [...team.terms, data] };
    case 'TeamLeaderStoodDown':
      return { ...team, terms: team.terms.map((term) => (isOpen(term) ? stoodDown(term, data) : term)) };
    case 'TeamMemberJoined':
      return { ...team, members: withEntry(team.members, data.volunteerId, data) };
    case 'TeamMemberLeft':
      return withoutMember(team, data);
    case 'ServiceGroupFormed':
      return {
        ...team,
        groups: withEntry(team.groups, data.groupId, { formedOn: data.formedOn, members: new Set<VolunteerId>() }),
      };
    case 'ServiceGroupMemberAssigned':
      return withAssignment(team, data);
    case 'TeamRenamed':
      return { ...team, renamedOn: data.renamedOn };
    case 'TeamDissolved':
      return { ...team, ended: { on: data.dissolvedOn } };
    case 'TeamMerged':
      return { ...team, ended: { on: data.mergedOn, intoTeamId: data.intoTeamId } };
    case 'TeamMoved':
      return { ...team, established: { ...team.established, organizationId: data.organizationId } };
    case 'TeamMemberMoved':
      return team;
    default:
      return ignoring(type, team);
  }
}

const withEntry = <K, V>(entries: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(entries).set(key, value);

const isOpen = ({ stoodDownOn }: LeaderTerm): boolean => stoodDownOn === undefined;

const stoodDown = (term: LeaderTerm, { volunteerId, stoodDownOn }: Clear<'TeamLeaderStoodDown'>): LeaderTerm =>
  term.volunteerId === volunteerId ? { ...term, stoodDownOn } : term;

/** Whoever leaves the team leaves its groups. */
function withoutMember(team: EstablishedTeam, { volunteerId, leftOn }: Clear<'TeamMemberLeft'>): EstablishedTeam {
  const member = team.members.get(volunteerId);
  if (!member) return team;
  const groups = [...team.groups].map(([groupId, group]): [GroupId, ServiceGroup] => [
    groupId,
    { ...group, members: new Set([...group.members].filter((id) => id !== volunteerId)) },
  ]);
  return { ...team, members: withEntry(team.members, volunteerId, { ...member, leftOn }), groups: new Map(groups) };
}

function withAssignment(
  team: EstablishedTeam,
  { groupId, volunteerId }: Clear<'ServiceGroupMemberAssigned'>,
): EstablishedTeam {
  const group = team.groups.get(groupId);
  if (!group) return team;
  return {
    ...team,
    groups: withEntry(team.groups, groupId, { ...group, members: new Set([...group.members, volunteerId]) }),
  };
}

// `never`: an event of this slice that has no case above does not compile.
const ignoring = <S>(_unknown: never, state: S): S => state;

/** The term that is open now. */
export const leaderInOffice = (team: EstablishedTeam): LeaderTerm | undefined => team.terms.find(isOpen);

/** Who led the team on the day: from the day of appointment, up to but not including the day of standing down. */
export const leaderOn = (team: Team, day: LocalDate): VolunteerId | undefined =>
  team.status === 'established'
    ? team.terms.find(
        ({ appointedOn, stoodDownOn }) => appointedOn <= day && (stoodDownOn === undefined || day < stoodDownOn),
      )?.volunteerId
    : undefined;

/** Whether the person belongs to the team now. */
export const isMember = (team: Team, volunteerId: VolunteerId): boolean =>
  team.status === 'established' && memberNow(team, volunteerId) !== undefined;

export function memberNow(team: EstablishedTeam, volunteerId: VolunteerId): TeamMember | undefined {
  const member = team.members.get(volunteerId);
  return member?.leftOn === undefined ? member : undefined;
}
