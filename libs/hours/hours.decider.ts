import { refuse, type Act, type Decider } from '#libs/kernel/decider';
import { attestServiceHours, declineServiceHours, recordServiceHours, withdrawServiceHours } from './claim.decider.js';
import { correctionCommands } from './correction.commands.js';
import { decideOnCorrection } from './correction.decider.js';
import { disputeCommands } from './dispute.commands.js';
import { decideOnDispute } from './dispute.decider.js';
import { approveServiceHours, creditServiceHours, resolveServiceHoursConflict } from './entry.decider.js';
import type { CorrectionCommand, DisputeCommand, EntryCommand, HoursCommand } from './hours.commands.js';
import { isOf, type Decision, type HoursFacts, type HoursRefusal } from './hours.decision.js';
import type { ClearHoursEvent, HoursEvent } from './hours.events.js';
import { evolveHours, yearCloseOf, type Hours } from './hours.state.js';
import { yearCloseCommands, type YearCloseCommand } from './year-close.commands.js';
import { decideOnYearClose, type YearCloseRefusal } from './year-close.decider.js';
import type { ClearYearCloseEvent, YearCloseEvent } from './year-close.events.js';

/** The ledger of one person's minutes of one calendar year: nothing is credited twice, nothing is taken out, a mistake is reversed. */
export const hoursDecider: Decider<
  Hours,
  HoursCommand | YearCloseCommand,
  HoursEvent | YearCloseEvent,
  ClearHoursEvent | ClearYearCloseEvent,
  HoursRefusal | YearCloseRefusal,
  HoursFacts
> = {
  initial: { status: 'empty' },
  evolve: evolveHours,
  decide: (command, hours, act, facts) => {
    if (isYearClose(command)) return decideOnYearClose(command, hours, act, facts);
    if (yearCloseOf(hours).closed) return refuse('year_is_closed');
    if (isCorrection(command)) return decideOnCorrection(command, hours, act, facts);
    return isDispute(command) ? decideOnDispute(command, hours, act, facts) : decideOnEntry(command, hours, act, facts);
  },
};

const isYearClose = (command: HoursCommand | YearCloseCommand): command is YearCloseCommand =>
  Object.hasOwn(yearCloseCommands, command.type);
const isCorrection = (command: HoursCommand): command is CorrectionCommand =>
  Object.hasOwn(correctionCommands, command.type);
const isDispute = (command: HoursCommand): command is DisputeCommand => Object.hasOwn(disputeCommands, command.type);

function decideOnEntry({ type, data }: EntryCommand, hours: Hours, act: Act, facts: HoursFacts): Decision {
  if (type === 'CreditServiceHours') return creditServiceHours(data, hours, act, facts);
  if (type === 'RecordServiceHours') return recordServiceHours(data, hours, act, facts);
  if (!isOf(hours, data.volunteerId, data.year)) return refuse('hours_belong_to_one_person_and_year');
  switch (type) {
    case 'AttestServiceHours':
      return attestServiceHours(data, hours, act, facts);
    case 'ApproveServiceHours':
      return approveServiceHours(data, hours, act);
    case 'DeclineServiceHours':
      return declineServiceHours(data, hours, act, facts);
    case 'WithdrawServiceHours':
      return withdrawServiceHours(data, hours, act, facts);
    case 'ResolveServiceHoursConflict':
      return resolveServiceHoursConflict(data, hours, act, facts);
  }
}
