import type { Act, Refusal } from '#libs/kernel/decider';

import type { VolunteerCommand } from './volunteer.commands.js';
import type { VolunteerEvent } from './volunteer.events.js';
import {
  ceaseMembership,
  extendProbation,
  recordDeath,
  recordRetirement,
  restoreMembership,
  retractDeath,
  type MembershipRefusal,
} from './volunteer.membership.js';
import {
  linkDuplicate,
  mergePersons,
  undoMerge,
  unlinkDuplicate,
  type MergeFacts,
  type MergeRefusal,
} from './volunteer.merge.js';
import { aliasCommands, movementCommands } from './volunteer.movement.commands.js';
import type { KnownVolunteer } from './volunteer.state.js';
import {
  callBackTransfer,
  moveAffiliation,
  receiveTransfer,
  refuseTransfer,
  sendTransfer,
  type TransferFacts,
  type TransferRefusal,
} from './volunteer.transfer.js';

export type MovementRefusal = TransferRefusal | MembershipRefusal | MergeRefusal;
export type MovementFacts = TransferFacts & MergeFacts;

export type MovementCommand = Extract<
  VolunteerCommand,
  { type: keyof typeof movementCommands | keyof typeof aliasCommands }
>;

export const isMovement = (command: VolunteerCommand): command is MovementCommand =>
  Object.hasOwn(movementCommands, command.type) || Object.hasOwn(aliasCommands, command.type);

/** What happens to a person after enrolment, beside serving: going elsewhere, retiring, dying, ceasing to be a member, turning out to be two. */
export function decideOnMovement(
  { type, data }: MovementCommand,
  volunteer: KnownVolunteer,
  act: Act,
  facts: MovementFacts,
): readonly VolunteerEvent[] | Refusal<MovementRefusal> {
  switch (type) {
    case 'SendAffiliationTransfer':
      return sendTransfer(data, volunteer, act, facts);
    case 'ReceiveAffiliationTransfer':
      return receiveTransfer(data, volunteer, act);
    case 'RefuseAffiliationTransfer':
      return refuseTransfer(data, volunteer, act);
    case 'CallBackAffiliationTransfer':
      return callBackTransfer(data, volunteer, act);
    case 'MoveAffiliation':
      return moveAffiliation(data, volunteer, facts);
    case 'RecordRetirement':
      return recordRetirement(data, volunteer, act);
    case 'RecordDeath':
      return recordDeath(data, volunteer, act);
    case 'RetractDeath':
      return retractDeath(data, volunteer, act);
    case 'CeaseMembership':
      return ceaseMembership(data, volunteer, act);
    case 'RestoreMembership':
      return restoreMembership(data, volunteer, act);
    case 'ExtendProbation':
      return extendProbation(data, volunteer, act);
    case 'MergePersons':
      return mergePersons(data, volunteer, act, facts);
    case 'UndoMerge':
      return undoMerge(data, volunteer, act);
    case 'LinkDuplicate':
      return linkDuplicate(data, volunteer);
    case 'UnlinkDuplicate':
      return unlinkDuplicate(data, volunteer);
  }
}
