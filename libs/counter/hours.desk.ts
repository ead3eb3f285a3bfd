import { Refused } from '#libs/event-store/ledger';
import { hoursDecider } from '#libs/hours/hours.decider';
import type { HoursFacts } from '#libs/hours/hours.decision';
import type { HoursCommand } from '#libs/hours/hours.commands';
import { hoursStream } from '#libs/hours/hours.events';
import { claimWith, disputeWith, entryWith, type Hours } from '#libs/hours/hours.state';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { nationalRules } from '#libs/policy/national-rules';
import type { CounterParts, Desk } from './desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';

const streamOf = ({ type, data }: HoursCommand): string =>
  hoursStream(data.volunteerId, type === 'CreditServiceHours' || type === 'RecordServiceHours' ? yearOf(data.servedOn) : data.year);

export function hoursDesk(parts: CounterParts): Desk<HoursCommand> {
  const { ledger, tree } = parts;
  const above = async (organizationId: OrganizationId): Promise<OrganizationId | undefined> => (await tree.ancestry(organizationId))[1];
  const factsFor = async (command: HoursCommand): Promise<HoursFacts> => {
    const rules = nationalRules;
    if (command.type !== 'EscalateServiceHoursDispute') return { rules };
    const dispute = disputeWith(command.data.disputeId, await ledger.load(hoursDecider, streamOf(command)));
    const aboveId = dispute && (await above(dispute.organizationId));
    return { rules, ...(aboveId ? { aboveId } : {}) };
  };
  /** Corrected where it was organized: the organizing unit answers for the entry (谁记录谁证明). */
  const answering = async (command: HoursCommand): Promise<OrganizationId | undefined> => {
    const { type, data } = command;
    if (type === 'CreditServiceHours' || type === 'RecordServiceHours') return data.organizationId;
    const hours = await ledger.load(hoursDecider, streamOf(command));
    if (type === 'DisputeServiceHours') return data.entryId ? organizationOf(data.entryId, hours) : data.organizationId;
    if (type === 'EscalateServiceHoursDispute' || type === 'AnswerServiceHoursDispute') return disputeWith(data.disputeId, hours)?.organizationId;
    return ofEntry(type, data.entryId, hours);
  };
  const ofEntry = async (type: HoursCommand['type'], entryId: HoursEntryId, hours: Hours): Promise<OrganizationId | undefined> => {
    const organizationId = organizationOf(entryId, hours);
    const entry = entryWith(entryId, hours);
    const isHigher = type === 'ApproveServiceHours' && entry?.status === 'held' && entry.approvalLevel === 'HIGHER';
    // F-04: beyond the higher tier of a day somebody of the organization above approves.
    return organizationId && isHigher ? ((await above(organizationId)) ?? organizationId) : organizationId;
  };
  const assertKnown = async (volunteerId: VolunteerId): Promise<void> => {
    if ((await organizationOfVolunteer(parts, volunteerId)) === undefined) throw new Refused({ refused: 'volunteer_must_have_applied', details: { count: 1 } });
  };
  return {
    about: async (command) => {
      const organizationId = await answering(command);
      return organizationId && { organizationId, volunteerId: command.data.volunteerId };
    },
    perform: async (command, context) => {
      if (command.type === 'RecordServiceHours' || command.type === 'DisputeServiceHours') await assertKnown(command.data.volunteerId);
      if (command.type === 'MoveServiceHours') await assertKnown(command.data.toVolunteerId);
      return ledger.run(hoursDecider, { stream: streamOf(command), command, context, facts: () => factsFor(command) });
    },
  };
}

const organizationOf = (entryId: HoursEntryId, hours: Hours): OrganizationId | undefined =>
  entryWith(entryId, hours)?.entry.organizationId ?? claimWith(entryId, hours)?.claim.organizationId;
