import { closingDecider, type Balance, type ClosingFacts } from '#libs/closing/closing.decider';
import type { ClosingCommand } from '#libs/closing/closing.commands';
import { booksStream } from '#libs/closing/closing.events';
import type { Receipt } from '#libs/event-store/ledger';
import type { Position } from '#libs/event-store/port';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { nthWorkingDayAfter } from '#libs/reference/working-days';
import { attestingDecider } from '#libs/sealing/attesting.decider';
import { attestingStream } from '#libs/sealing/attesting.events';
import { closedBook } from './closed-book.js';
import { closeHours } from './close-hours.js';
import type { CounterParts, Desk } from './desk.js';
import { FiguresUnsettled, headReceipt, positionOfNow } from './figures.js';
import { policyInForce } from './policy-in-force.js';
import { wholeTrialBalance } from './trial-balance.js';

/** The last day on which the service of 31 December may be recorded in time (Order 67 art. 11). */
export const recordingDueOn = (year: number, workingDays: number): LocalDate =>
  nthWorkingDayAfter(`${year}-12-31`, workingDays).date as LocalDate;

export function closingDesk(parts: CounterParts): Desk<ClosingCommand> {
  const factsFor = async (organizationId: OrganizationId, year: number): Promise<ClosingFacts> => {
    const pack = await policyInForce(parts, organizationId, `${year}-12-31` as LocalDate);
    const dueOn = recordingDueOn(year, pack.rules.recordingDueWorkingDays.value);
    if (parts.today() <= dueOn) return { recordingDueOn: dueOn };
    const balance = await balanceOf(parts, organizationId, year);
    return {
      recordingDueOn: dueOn,
      balance: { ...balance, pack: pack.id, packVersion: pack.version },
      tablesAttested: await tablesAttested(parts, booksStream(organizationId, year)),
    };
  };
  return {
    about: ({ type, data }) =>
      Promise.resolve(type === 'CloseHoursOfBooks' ? undefined : { organizationId: data.organizationId }),
    perform: async (command, context): Promise<Receipt> => {
      const { organizationId, year } = command.data;
      const stream = booksStream(organizationId, year);
      if (command.type === 'CloseHoursOfBooks') {
        await parts.waitFor(await positionOfNow(parts.store));
        await closeHours(parts, { organizationId, year, context: { by: context.by } });
        return headReceipt(parts.store, stream);
      }
      return parts.ledger.run(closingDecider, {
        stream,
        command,
        context,
        facts: () => factsFor(organizationId, year),
      });
    },
  };
}

/** Whether all tables were found to be what the log says, at the place of the provisional close or behind it. */
async function tablesAttested({ ledger, store }: CounterParts, books: string): Promise<boolean> {
  const { provisional } = await ledger.load(closingDecider, books);
  if (!provisional) return false;
  const attested = await ledger.load(attestingDecider, attestingStream);
  const from = store.here(provisional.position as Position);
  return [...attested.values()].some(({ position }) => store.compare(store.here(position as Position), from) >= 0);
}

/** The balance from the windows and the book from the streams; where they differ, something is still on its way. */
async function balanceOf(
  parts: CounterParts,
  organizationId: OrganizationId,
  year: number,
): Promise<Omit<Balance, 'pack' | 'packVersion'>> {
  const position = await positionOfNow(parts.store);
  if (!(await parts.waitFor(position))) throw new FiguresUnsettled('year-book');
  const scope = await parts.tree.subtree([organizationId]);
  const balance = await wholeTrialBalance(parts, { scope, year });
  const { volunteers, entries, activities, serviceMinutes, bookHash } = await closedBook(parts, {
    organizationId,
    year,
    position,
  });
  if (balance.personMinutes !== serviceMinutes || balance.entries !== entries) throw new FiguresUnsettled('year-book');
  return { position, volunteers, entries, activities, serviceMinutes, bookHash, breaks: balance.breaks };
}
