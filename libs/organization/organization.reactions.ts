import type { Message } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import type { Reaction } from '#libs/kernel/reaction';

import type { OrganizationEvent } from './organization.events.js';

type Merged = Extract<OrganizationEvent, { type: 'PartyOrganizationMerged' }>;
export type FollowSuccessor = Message<
  'FollowSuccessor',
  { readonly organizationId: OrganizationId; readonly successorId: OrganizationId }
>;

/** F-21: after a merger everybody follows to the one successor. After a split people say who goes where. */
export const whenOrganizationIsMergedThenFollowSuccessor: Reaction<Merged, FollowSuccessor> = {
  name: 'whenOrganizationIsMergedThenFollowSuccessor',
  on: {
    PartyOrganizationMerged: ({ data: { organizationId, successorId } }) => [
      { type: 'FollowSuccessor', data: { organizationId, successorId } },
    ],
  },
};
