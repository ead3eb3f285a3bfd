import { Refused, type Context, type Receipt } from '#libs/event-store/ledger';
import { disputeCommands } from '#libs/hours/dispute.commands';
import type { CreditServiceHours } from '#libs/hours/entry.commands';
import { hoursDecider } from '#libs/hours/hours.decider';
import type { HoursFacts } from '#libs/hours/hours.decision';
import type { HoursCommand } from '#libs/hours/hours.commands';
import { hoursStream } from '#libs/hours/hours.events';
import { claimWith, disputeWith, entryWith, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { nationalRules } from '#libs/policy/national-rules';
import { closedEntryBefore, openYearFrom } from './closed-entries.js';
import type { CounterParts, Desk } from './desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';
import { yearCloseDesk } from './year-close.desk.js';

const streamOf = ({ type, data }: HoursCommand): string =>
  hoursStream(data.volunteerId, type === 'CreditServiceHours' || type === 'RecordServiceHours' ? yearOf(data.servedOn) : data.year);

type OfDispute = Extract<HoursCommand, { type: `${string}Dispute` | 'DisputeServiceHours' }>;
const isDispute = (command: HoursCommand): command is OfDispute => Object.hasOwn(disputeCommands, command.type);

const hoursOf = ({ ledger }: CounterParts, command: HoursCommand): Promise<Hours> => ledger.load(hoursDecider, streamOf(command));

const aboveOf = async ({ tree }: CounterParts, organizationId: OrganizationId): Promise<OrganizationId | undefined> =>
  (await tree.ancestry(organizationId))[1];

/** A closed year takes no more questions: they stand in the open one, and name the entry of the closed one. */
async function placed(parts: CounterParts, command: HoursCommand): Promise<HoursCommand> {
  if (!isDispute(command)) return command;
  const year = await openYearFrom(parts, command.data.volunteerId, command.data.year);
  return { ...command, data: { ...command.data, year } } as OfDispute;
}

async function closedEntry(parts: CounterParts, { type, data }: OfDispute, hours: Hours): Promise<WrittenEntry | undefined> {
  const entryId = type === 'DisputeServiceHours' ? data.entryId : disputeWith(data.disputeId, hours)?.entryId;
  return entryId && !entryWith(entryId, hours) ? closedEntryBefore(parts, data.volunteerId, entryId, data.year) : undefined;
}

async function factsFor(parts: CounterParts, command: HoursCommand): Promise<HoursFacts> {
  const rules = nationalRules;
  if (!isDispute(command)) return { rules };
  const hours = await hoursOf(parts, command);
  const dispute = command.type === 'EscalateServiceHoursDispute' ? disputeWith(command.data.disputeId, hours) : undefined;
  const aboveId = dispute && (await aboveOf(parts, dispute.organizationId));
  return { rules, ...(aboveId ? { aboveId } : {}), closedEntry: await closedEntry(parts, command, hours) };
}

/** Corrected where it was organized: the organizing unit answers for the entry (谁记录谁证明). */
async function answering(parts: CounterParts, command: HoursCommand): Promise<OrganizationId | undefined> {
  const { type, data } = command;
  if (type === 'CreditServiceHours' || type === 'RecordServiceHours') return data.organizationId;
  const hours = await hoursOf(parts, command);
  if (isDispute(command)) return answeringDispute(parts, command, hours);
  const { entryId } = command.data;
  const organizationId = organizationOf(entryId, hours);
  const entry = entryWith(entryId, hours);
  const isHigher = type === 'ApproveServiceHours' && entry?.status === 'held' && entry.approvalLevel === 'HIGHER';
  // F-04: beyond the higher tier of a day somebody of the organization above approves.
  return organizationId && isHigher ? ((await aboveOf(parts, organizationId)) ?? organizationId) : organizationId;
}

async function answeringDispute(parts: CounterParts, command: OfDispute, hours: Hours): Promise<OrganizationId | undefined> {
  const { type, data } = command;
  if (type !== 'DisputeServiceHours') return disputeWith(data.disputeId, hours)?.organizationId;
  if (!data.entryId) return data.organizationId;
  return organizationOf(data.entryId, hours) ?? (await closedEntry(parts, command, hours))?.organizationId;
}

export function hoursDesk(parts: CounterParts): Desk<HoursCommand> {
  const yearClose = yearCloseDesk(parts);
  const assertKnown = async (volunteerId: VolunteerId): Promise<void> => {
    if ((await organizationOfVolunteer(parts, volunteerId)) === undefined) throw new Refused({ refused: 'volunteer_must_have_applied', details: { count: 1 } });
  };
  const run = (command: HoursCommand, context: Context): Promise<Receipt> =>
    parts.ledger.run(hoursDecider, { stream: streamOf(command), command, context, facts: () => factsFor(parts, command) });
  /** What two people have seen is not lost because its year was closed meanwhile (F-25). */
  const creditOrPost = async (data: CreditServiceHours, context: Context): Promise<Receipt> => {
    try {
      return await run({ type: 'CreditServiceHours', data }, context);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.refused !== 'year_is_closed') throw error;
      return yearClose.perform({ type: 'PostPriorYearService', data }, context);
    }
  };
  return {
    about: async (asked) => {
      const command = await placed(parts, asked);
      const organizationId = await answering(parts, command);
      return organizationId && { organizationId, volunteerId: command.data.volunteerId };
    },
    perform: async (asked, context) => {
      const command = await placed(parts, asked);
      if (command.type === 'CreditServiceHours') return creditOrPost(command.data, context);
      if (command.type === 'RecordServiceHours' || command.type === 'DisputeServiceHours') await assertKnown(command.data.volunteerId);
      if (command.type === 'MoveServiceHours') await assertKnown(command.data.toVolunteerId);
      return run(command, context);
    },
  };
}

const organizationOf = (entryId: HoursEntryId, hours: Hours): OrganizationId | undefined =>
  entryWith(entryId, hours)?.entry.organizationId ?? claimWith(entryId, hours)?.claim.organizationId;
