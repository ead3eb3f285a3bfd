import type { DeskId, OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

import type { ClearOrganizationEvent } from './organization.events.js';

type Clear<T extends ClearOrganizationEvent['type']> = Extract<ClearOrganizationEvent, { type: T }>['data'];

/** One term of one holder; a new holder of the same office is a new post id. */
export interface LeadershipPost {
  readonly volunteerId: VolunteerId;
  readonly assumedOn: LocalDate;
  readonly endedOn?: LocalDate;
}

export interface AdoptedPack {
  readonly pack: string;
  readonly packVersion: number;
  readonly effectiveOn: LocalDate;
}

/** What became of a body that merged or split. */
export interface Ended {
  /** The first day without. */
  readonly on: LocalDate;
  readonly successorIds: readonly OrganizationId[];
  /** Answers for the old records. */
  readonly recordsSuccessorId: OrganizationId;
  readonly completedOn?: LocalDate;
}

export interface RegisteredOrganization {
  readonly status: 'registered';
  readonly registered: Clear<'PartyOrganizationRegistered'>;
  readonly renamedOn?: LocalDate;
  /** By the day of counting; the last statement about a day stands. */
  readonly staffHeadcounts: ReadonlyMap<LocalDate, number>;
  readonly partyMemberCounts: ReadonlyMap<
    LocalDate,
    { readonly fullMembers: number; readonly probationaryMembers: number }
  >;
  readonly posts: ReadonlyMap<PostId, LeadershipPost>;
  readonly desks: ReadonlyMap<DeskId, LocalDate>;
  /** By the day of taking effect. */
  readonly packs: ReadonlyMap<LocalDate, AdoptedPack>;
  readonly ended?: Ended;
}

export type PartyOrganization = { readonly status: 'unregistered' } | RegisteredOrganization;

/** What `evolve` folds: the state of one organization stream. An event it does not know leaves the state as it is. */
export function evolveOrganization(organization: PartyOrganization, event: ClearOrganizationEvent): PartyOrganization {
  if (event.type === 'PartyOrganizationRegistered') return registered(event.data);
  return organization.status === 'registered' ? evolveRegistered(organization, event) : organization;
}

const registered = (data: Clear<'PartyOrganizationRegistered'>): RegisteredOrganization => ({
  status: 'registered',
  registered: data,
  staffHeadcounts: new Map(),
  partyMemberCounts: new Map(),
  posts: new Map(),
  desks: new Map(),
  packs: new Map(),
});

type LaterEvent = Exclude<ClearOrganizationEvent, { type: 'PartyOrganizationRegistered' }>;

function evolveRegistered(organization: RegisteredOrganization, { type, data }: LaterEvent): RegisteredOrganization {
  switch (type) {
    case 'PartyOrganizationRenamed':
      return { ...organization, renamedOn: data.renamedOn };
    case 'StaffHeadcountStated':
      return {
        ...organization,
        staffHeadcounts: withEntry(organization.staffHeadcounts, data.countedOn, data.staffHeadcount),
      };
    case 'PartyMemberCountStated':
      return { ...organization, partyMemberCounts: withEntry(organization.partyMemberCounts, data.countedOn, data) };
    case 'LeadershipPostAssumed':
      return { ...organization, posts: withEntry(organization.posts, data.postId, data) };
    case 'LeadershipPostEnded':
      return { ...organization, posts: withPostEnded(organization.posts, data) };
    case 'ReceivingDeskDesignated':
      return { ...organization, desks: withEntry(organization.desks, data.deskId, data.effectiveOn) };
    case 'PolicyPackAdopted':
      return { ...organization, packs: withEntry(organization.packs, data.effectiveOn, data) };
    case 'PartyOrganizationMerged': {
      const { mergedOn: on, successorId } = data;
      return { ...organization, ended: { on, successorIds: [successorId], recordsSuccessorId: successorId } };
    }
    case 'PartyOrganizationSplit': {
      const { splitOn: on, successorIds, recordsSuccessorId } = data;
      return { ...organization, ended: { on, successorIds, recordsSuccessorId } };
    }
    case 'SuccessionCompleted':
      return organization.ended
        ? { ...organization, ended: { ...organization.ended, completedOn: data.completedOn } }
        : organization;
    default:
      return ignoring(type, organization);
  }
}

const withEntry = <K, V>(entries: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(entries).set(key, value);

function withPostEnded(
  posts: RegisteredOrganization['posts'],
  { postId, endedOn }: Clear<'LeadershipPostEnded'>,
): RegisteredOrganization['posts'] {
  const post = posts.get(postId);
  return post ? withEntry(posts, postId, { ...post, endedOn }) : posts;
}

// `never`: an event of this slice that has no case above does not compile.
const ignoring = <S>(_unknown: never, state: S): S => state;

/**
 * A leadership post (领导班子成员, Z-74, A-21) that the person holds on the day: from `assumedOn`, up to but not
 * including `endedOn`. The one assumed first, if there are several.
 */
export function holdsLeadershipPost(
  organization: PartyOrganization,
  volunteerId: VolunteerId,
  on: LocalDate,
): PostId | undefined {
  if (organization.status !== 'registered') return undefined;
  const held = [...organization.posts].filter(
    ([, post]) =>
      post.volunteerId === volunteerId && post.assumedOn <= on && (post.endedOn === undefined || on < post.endedOn),
  );
  return held.sort(([, a], [, b]) => (a.assumedOn < b.assumedOn ? -1 : 1))[0]?.[0];
}

/** The pack in force on the day by this organization's own adoption; an organization without one looks further up. */
export const packOn = (organization: PartyOrganization, day: LocalDate): AdoptedPack | undefined =>
  organization.status === 'registered'
    ? latest([...organization.packs.values()].filter(({ effectiveOn }) => effectiveOn <= day))
    : undefined;

const latest = (packs: readonly AdoptedPack[]): AdoptedPack | undefined =>
  packs.reduce<AdoptedPack | undefined>(
    (last, pack) => (last === undefined || last.effectiveOn < pack.effectiveOn ? pack : last),
    undefined,
  );

/** The organizations above: by territory (块) and by line of authority (条). */
export const linesAbove = (organization: PartyOrganization): readonly OrganizationId[] => {
  if (organization.status !== 'registered') return [];
  const { parentId, lineOfAuthorityId } = organization.registered;
  return [parentId, lineOfAuthorityId].filter((id) => id !== undefined);
};

/** What became of a body that is no more. */
export const endOf = (organization: PartyOrganization): Ended | undefined =>
  organization.status === 'registered' ? organization.ended : undefined;
