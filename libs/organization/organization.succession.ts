import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

import type { OrganizationCommand } from './organization.commands.js';
import type { OrganizationEvent } from './organization.events.js';
import type { RegisteredOrganization } from './organization.state.js';

export type SuccessionRefusal =
  | 'organization_ends_once'
  | 'organization_must_have_ended'
  | 'successor_is_another_organization'
  | 'successor_must_take_members'
  | 'organization_below_must_find_its_place_first'
  | 'records_go_to_one_of_the_successors'
  | 'end_must_not_precede_its_document'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

export interface SuccessionFacts {
  /** For a merger or split: every successor is registered, goes on itself and may have members. */
  readonly successorsTakeMembers?: boolean;
  readonly hasOrganizationsBelow?: boolean;
}

type Decision = readonly OrganizationEvent[] | Refusal<SuccessionRefusal>;
type Bar = Refusal<SuccessionRefusal> | undefined;
type Asked<T extends OrganizationCommand['type']> = DataOfCommand<OrganizationCommand, T>;

/** F-21: members and teams follow by events of their own; the old totals stay under the old body. */
export function mergeInto(
  asked: Asked<'MergePartyOrganization'>,
  organization: RegisteredOrganization,
  act: Act,
  facts: SuccessionFacts,
): Decision {
  const { successorId, mergedOn } = asked;
  const { ended } = organization;
  if (ended) return sameEnd(ended, mergedOn, [successorId]) ? [] : refuse('organization_ends_once');
  return (
    barredFromEnding(asked.organizationId, [successorId], facts) ??
    outOfTime(mergedOn, asked.documentDatedOn, organization, act) ?? [
      { type: 'PartyOrganizationMerged', data: { ...asked } },
    ]
  );
}

/** Nobody follows by itself: who goes where, people say. */
export function splitInto(
  asked: Asked<'SplitPartyOrganization'>,
  organization: RegisteredOrganization,
  act: Act,
  facts: SuccessionFacts,
): Decision {
  const { successorIds, recordsSuccessorId, splitOn } = asked;
  const { ended } = organization;
  if (ended) return sameEnd(ended, splitOn, successorIds) ? [] : refuse('organization_ends_once');
  if (!successorIds.includes(recordsSuccessorId)) return refuse('records_go_to_one_of_the_successors');
  return (
    barredFromEnding(asked.organizationId, successorIds, facts) ??
    outOfTime(splitOn, asked.documentDatedOn, organization, act) ?? [
      { type: 'PartyOrganizationSplit', data: { ...asked } },
    ]
  );
}

export function completeSuccession(
  { organizationId }: Asked<'CompleteSuccession'>,
  { ended }: RegisteredOrganization,
  { today }: Act,
): Decision {
  if (!ended) return refuse('organization_must_have_ended');
  return ended.completedOn ? [] : [{ type: 'SuccessionCompleted', data: { organizationId, completedOn: today } }];
}

const sameEnd = (
  ended: NonNullable<RegisteredOrganization['ended']>,
  on: LocalDate,
  successorIds: readonly OrganizationId[],
): boolean => ended.on === on && ended.successorIds.join() === successorIds.join();

function barredFromEnding(
  organizationId: OrganizationId,
  successorIds: readonly OrganizationId[],
  { successorsTakeMembers = false, hasOrganizationsBelow = false }: SuccessionFacts,
): Bar {
  if (successorIds.includes(organizationId)) return refuse('successor_is_another_organization');
  if (!successorsTakeMembers) return refuse('successor_must_take_members');
  return hasOrganizationsBelow ? refuse('organization_below_must_find_its_place_first') : undefined;
}

function outOfTime(day: LocalDate, documentDatedOn: LocalDate, { registered }: RegisteredOrganization, act: Act): Bar {
  if (day < documentDatedOn) return refuse('end_must_not_precede_its_document', { day, documentDatedOn });
  return lyingAhead(day, act) ?? endingBefore(day, registered.registeredOn);
}
