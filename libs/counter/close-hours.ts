import { v5 as uuidv5 } from 'uuid';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { carriedMinutesOf } from '#libs/hours/hours.state';
import { Refused, type Context, type Receipt } from '#libs/event-store/ledger';
import type { CommandId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { bookRecords } from '#projections/year-book/year-book.query';
import type { HoursFacts } from '#libs/hours/hours.decision';
import { nationalRules } from '#libs/policy/national-rules';
import type { CounterParts } from './desk.js';

type Parts = Pick<CounterParts, 'ledger' | 'read' | 'tree'>;

export interface CloseHoursAsked {
  readonly organizationId: OrganizationId;
  readonly year: number;
  /** In whose name; every command has an id of its own, derived from the person and the year. */
  readonly context: Omit<Context, 'commandId' | 'org'>;
}

export interface HoursClosed {
  readonly volunteers: number;
  /** People whose year a rule would not let end. */
  readonly refused: readonly VolunteerId[];
}

const lanes = 8;

/**
 * Ends the year of every person of the organization and all below it, and begins the next. May be stopped anywhere and
 * begun again, by anybody: what is done is found done, nothing is written twice.
 */
export async function closeHours(
  parts: Parts,
  asked: CloseHoursAsked,
  report: (done: number, total: number) => void = () => undefined,
): Promise<HoursClosed> {
  const { organizationId, year } = asked;
  const scope = await parts.tree.subtree([organizationId]);
  const volunteers = (await bookRecords(parts.read, { scope, year })).map(({ volunteerId }) => volunteerId);
  const refused: VolunteerId[] = [];
  const waiting = volunteers.values();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const volunteerId of waiting) {
      if (!(await closeOne(parts, asked, volunteerId))) refused.push(volunteerId);
      report(++done, volunteers.length);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { volunteers: volunteers.length, refused };
}

async function closeOne(
  { ledger }: Parts,
  { organizationId, year, context }: CloseHoursAsked,
  volunteerId: VolunteerId,
): Promise<boolean> {
  const idOf = (act: string): CommandId => uuidv5(`${act} ${year}`, volunteerId) as CommandId;
  const acting = { ...context, org: organizationId };
  const stream = hoursStream(volunteerId, year);
  const facts = (): Promise<HoursFacts> => Promise.resolve({ rules: nationalRules });
  let closed: Receipt;
  try {
    closed = await ledger.run(hoursDecider, {
      stream,
      command: { type: 'CloseHoursYear', data: { volunteerId, year, organizationId } },
      context: { ...acting, commandId: idOf('CloseHoursYear') },
      facts,
    });
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
  const carriedMinutes = carriedMinutesOf(await ledger.load(hoursDecider, stream));
  const data = {
    volunteerId,
    year: year + 1,
    carriedMinutes,
    closedRevision: closed.revision,
    closedHash: closed.leafHash,
  };
  await ledger.run(hoursDecider, {
    stream: hoursStream(volunteerId, year + 1),
    command: { type: 'OpenHoursYear', data },
    context: { ...acting, commandId: idOf('OpenHoursYear') },
    facts,
  });
  return true;
}
