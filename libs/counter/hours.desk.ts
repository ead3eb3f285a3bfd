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

const claimTypes = ['RecordServiceHours', 'AttestServiceHours', 'DeclineServiceHours', 'WithdrawServiceHours'] as const;
type OfClaim = Extract<HoursCommand, { type: (typeof claimTypes)[number] }>;
const isOfClaim = ({ type }: HoursCommand): boolean => (claimTypes as readonly string[]).includes(type);

/** The year that a command names, by itself or by the day of service. */
const yearIn = ({ type, data }: HoursCommand): number =>
  type === 'CreditServiceHours' || type === 'RecordServiceHours' ? yearOf(data.servedOn) : data.year;

/** A command with the year to which it is written: another than it names where that one is closed. */
interface Placed {
  readonly command: HoursCommand;
  readonly namedYear: number;
  readonly year: number;
}
const streamOf = ({ command, year }: Placed): string => hoursStream(command.data.volunteerId, year);

type OfDispute = Extract<HoursCommand, { type: `${string}Dispute` | 'DisputeServiceHours' }>;
const isDispute = (command: HoursCommand): command is OfDispute => Object.hasOwn(disputeCommands, command.type);

const hoursOf = ({ ledger }: CounterParts, placed: Placed): Promise<Hours> => ledger.load(hoursDecider, streamOf(placed));

const aboveOf = async ({ tree }: CounterParts, organizationId: OrganizationId): Promise<OrganizationId | undefined> =>
  (await tree.ancestry(organizationId))[1];

/**
 * A closed year takes no more questions and no more service recorded by hand (F-25): both stand in the open one, a question naming the
 * entry of the closed year, a service with its own day.
 */
async function placed(parts: CounterParts, command: HoursCommand): Promise<Placed> {
  const namedYear = yearIn(command);
  if (!isDispute(command) && !isOfClaim(command)) return { command, namedYear, year: namedYear };
  const year = await openYearFrom(parts, command.data.volunteerId, namedYear);
  if (command.type === 'RecordServiceHours') return { command, namedYear, year };
  return { command: { ...command, data: { ...command.data, year } } as HoursCommand, namedYear, year };
}

/** Of a service recorded by hand in a year closed since, or of one with the same id that was written there. */
async function closedOfClaim(parts: CounterParts, { command, namedYear, year }: Placed): Promise<Partial<HoursFacts>> {
  if (!isOfClaim(command) || namedYear === year) return {};
  const { entryId } = (command as OfClaim).data;
  const closed = await hoursOf(parts, { command, namedYear, year: namedYear });
  return { openYear: year, closedClaim: claimWith(entryId, closed), closedEntry: entryWith(entryId, closed)?.entry };
}

async function closedEntry(parts: CounterParts, { type, data }: OfDispute, hours: Hours): Promise<WrittenEntry | undefined> {
  const entryId = type === 'DisputeServiceHours' ? data.entryId : disputeWith(data.disputeId, hours)?.entryId;
  return entryId && !entryWith(entryId, hours) ? closedEntryBefore(parts, data.volunteerId, entryId, data.year) : undefined;
}

async function factsFor(parts: CounterParts, asked: Placed): Promise<HoursFacts> {
  const rules = nationalRules;
  const { command } = asked;
  if (!isDispute(command)) return { rules, ...(await closedOfClaim(parts, asked)) };
  const hours = await hoursOf(parts, asked);
  const dispute = command.type === 'EscalateServiceHoursDispute' ? disputeWith(command.data.disputeId, hours) : undefined;
  const aboveId = dispute && (await aboveOf(parts, dispute.organizationId));
  return { rules, ...(aboveId ? { aboveId } : {}), closedEntry: await closedEntry(parts, command, hours) };
}

/** Corrected where it was organized: the organizing unit answers for the entry (谁记录谁证明). */
async function answering(parts: CounterParts, asked: Placed): Promise<OrganizationId | undefined> {
  const { command } = asked;
  const { type, data } = command;
  if (type === 'CreditServiceHours' || type === 'RecordServiceHours') return data.organizationId;
  const hours = await hoursOf(parts, asked);
  if (isDispute(command)) return answeringDispute(parts, command, hours);
  const { entryId } = command.data;
  const organizationId = await organizationOfOne(parts, asked, hours);
  const entry = entryWith(entryId, hours);
  const isHigher = type === 'ApproveServiceHours' && entry?.status === 'held' && entry.approvalLevel === 'HIGHER';
  // F-04: beyond the higher tier of a day somebody of the organization above approves.
  return organizationId && isHigher ? ((await aboveOf(parts, organizationId)) ?? organizationId) : organizationId;
}

async function organizationOfOne(parts: CounterParts, asked: Placed, hours: Hours): Promise<OrganizationId | undefined> {
  const { entryId } = asked.command.data as { readonly entryId: HoursEntryId };
  return organizationOf(entryId, hours) ?? (await closedOfClaim(parts, asked)).closedClaim?.claim.organizationId;
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
  const run = (asked: Placed, context: Context): Promise<Receipt> =>
    parts.ledger.run(hoursDecider, { stream: streamOf(asked), command: asked.command, context, facts: () => factsFor(parts, asked) });
  /** What two people have seen is not lost because its year was closed meanwhile (F-25). */
  const creditOrPost = async (data: CreditServiceHours, context: Context): Promise<Receipt> => {
    try {
      return await run(await placed(parts, { type: 'CreditServiceHours', data }), context);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.refused !== 'year_is_closed') throw error;
      return yearClose.perform({ type: 'PostPriorYearService', data }, context);
    }
  };
  return {
    about: async (asked) => {
      const organizationId = await answering(parts, await placed(parts, asked));
      return organizationId && { organizationId, volunteerId: asked.data.volunteerId };
    },
    perform: async (asked, context) => {
      const one = await placed(parts, asked);
      const { command } = one;
      if (command.type === 'CreditServiceHours') return creditOrPost(command.data, context);
      if (command.type === 'RecordServiceHours' || command.type === 'DisputeServiceHours') await assertKnown(command.data.volunteerId);
      if (command.type === 'MoveServiceHours') await assertKnown(command.data.toVolunteerId);
      return run(one, context);
    },
  };
}

const organizationOf = (entryId: HoursEntryId, hours: Hours): OrganizationId | undefined =>
  entryWith(entryId, hours)?.entry.organizationId ?? claimWith(entryId, hours)?.claim.organizationId;
