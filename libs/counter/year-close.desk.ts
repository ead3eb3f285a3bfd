import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { entryWith, yearCloseOf, type HoursEntry } from '#libs/hours/hours.state';
import type { AdjustPriorYear, YearCloseCommand } from '#libs/hours/year-close.commands';
import type { YearCloseFacts } from '#libs/hours/year-close.decider';
import type { HoursFacts } from '#libs/hours/hours.decision';
import { nationalRules } from '#libs/policy/national-rules';
import type { Minutes } from '#libs/kernel/time';
import type { CounterParts, Desk } from './desk.js';

type Parts = Pick<CounterParts, 'ledger'>;

/** The first year after the adjusted one that is still open. */
async function openYearAfter({ ledger }: Parts, { volunteerId, adjustsYear }: AdjustPriorYear): Promise<number> {
  for (let year = adjustsYear + 1; ; year++)
    if (!yearCloseOf(await ledger.load(hoursDecider, hoursStream(volunteerId, year))).closed) return year;
}

/** What the entry came to when its year was closed. */
const minutesAtClose = (found: HoursEntry): number => (found.status === 'credited' ? found.entry.serviceMinutes : 0);

async function adjustedFacts({ ledger }: Parts, asked: AdjustPriorYear): Promise<YearCloseFacts> {
  const { volunteerId, adjustsYear, entryId } = asked;
  const closed = await ledger.load(hoursDecider, hoursStream(volunteerId, adjustsYear));
  if (!yearCloseOf(closed).closed) return { adjusted: 'year_is_open' };
  const found = entryWith(entryId, closed);
  if (!found) return {};
  const openYear = await openYearAfter({ ledger }, asked);
  let minutesNow = minutesAtClose(found);
  for (let year = adjustsYear + 1; year <= openYear; year++) {
    const { adjustments } = yearCloseOf(await ledger.load(hoursDecider, hoursStream(volunteerId, year)));
    for (const one of adjustments.values())
      if (one.adjustsYear === adjustsYear && one.entryId === entryId)
        minutesNow += one.minutesAfter - one.minutesBefore;
  }
  return { adjusted: { entry: found.entry, minutesNow: minutesNow as Minutes, openYear } };
}

const factsFor = async (parts: Parts, command: YearCloseCommand): Promise<HoursFacts> => ({
  rules: nationalRules,
  ...(command.type === 'AdjustPriorYear' ? await adjustedFacts(parts, command.data) : {}),
});

/** Closing and opening follow from the books; a person only adjusts. */
export function yearCloseDesk(parts: CounterParts): Desk<YearCloseCommand> {
  return {
    about: async (command) => {
      if (command.type !== 'AdjustPriorYear') return undefined;
      const { volunteerId, adjustsYear, entryId } = command.data;
      const found = entryWith(entryId, await parts.ledger.load(hoursDecider, hoursStream(volunteerId, adjustsYear)));
      return found ? { organizationId: found.entry.organizationId, volunteerId } : undefined;
    },
    perform: async (command, context) => {
      const { volunteerId } = command.data;
      const year = command.type === 'AdjustPriorYear' ? await openYearAfter(parts, command.data) : command.data.year;
      const facts = (): Promise<HoursFacts> => factsFor(parts, command);
      return parts.ledger.run(hoursDecider, { stream: hoursStream(volunteerId, year), command, context, facts });
    },
  };
}
