import { hoursDecider } from '#libs/hours/hours.decider';
import type { HoursCommand } from '#libs/hours/hours.commands';
import { hoursStream } from '#libs/hours/hours.events';
import { entryWith } from '#libs/hours/hours.state';
import { yearOf } from '#libs/kernel/time';
import type { CounterParts, Desk } from './desk.js';

const streamOf = ({ type, data }: HoursCommand): string => hoursStream(data.volunteerId, type === 'CreditServiceHours' ? yearOf(data.servedOn) : data.year);

export function hoursDesk({ ledger }: CounterParts): Desk<HoursCommand> {
  return {
    // Corrected where it was organized: the organizing unit answers for the entry (谁记录谁证明).
    about: async (command) => {
      const { type, data } = command;
      if (type === 'CreditServiceHours') return { organizationId: data.organizationId };
      const written = entryWith(data.entryId, await ledger.load(hoursDecider, streamOf(command)));
      return written ? { organizationId: written.entry.organizationId, volunteerId: data.volunteerId } : undefined;
    },
    perform: (command, context) => ledger.run(hoursDecider, { stream: streamOf(command), command, context, facts: () => Promise.resolve(undefined) }),
  };
}
