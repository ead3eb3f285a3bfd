import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import type { HoursFacts } from '#libs/hours/hours.decision';
import type { YearCloseCommand } from '#libs/hours/year-close.commands';
import { yearOf } from '#libs/kernel/time';
import { nationalRules } from '#libs/policy/national-rules';
import { adjustedEntry, isClosed, openYearFrom } from './closed-entries.js';
import type { CounterParts, Desk } from './desk.js';

type Parts = Pick<CounterParts, 'ledger'>;

async function factsFor(parts: Parts, command: YearCloseCommand): Promise<HoursFacts> {
  const rules = nationalRules;
  const { volunteerId } = command.data;
  if (command.type === 'PostPriorYearService')
    return { rules, openYear: await openYearFrom(parts, volunteerId, yearOf(command.data.servedOn)) };
  if (command.type !== 'AdjustPriorYear') return { rules };
  const closed = await parts.ledger.load(hoursDecider, hoursStream(volunteerId, command.data.adjustsYear));
  return { rules, adjusted: isClosed(closed) ? await adjustedEntry(parts, command.data) : 'year_is_open' };
}

function yearOfStream(parts: Parts, { type, data }: YearCloseCommand): Promise<number> {
  // The first year after the adjusted one that is still open.
  if (type === 'AdjustPriorYear') return openYearFrom(parts, data.volunteerId, data.adjustsYear + 1);
  if (type === 'PostPriorYearService') return openYearFrom(parts, data.volunteerId, yearOf(data.servedOn));
  return Promise.resolve(data.year);
}

/** Closing, opening and posting follow from elsewhere; a person only adjusts. */
export function yearCloseDesk(parts: CounterParts): Desk<YearCloseCommand> {
  return {
    about: async (command) => {
      if (command.type !== 'AdjustPriorYear') return undefined;
      const found = await adjustedEntry(parts, command.data);
      return found && { organizationId: found.entry.organizationId, volunteerId: command.data.volunteerId };
    },
    perform: async (command, context) => {
      const stream = hoursStream(command.data.volunteerId, await yearOfStream(parts, command));
      return parts.ledger.run(hoursDecider, { stream, command, context, facts: () => factsFor(parts, command) });
    },
  };
}
