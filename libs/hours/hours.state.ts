import type { DisputeId, HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import { plusMinutes, yearOf, type LocalDate, type Minutes } from '#libs/kernel/time';
import type { ClearYearCloseEvent } from './year-close.events.js';
import { adjustmentMinutes, evolveYearClose, notClosed, type YearClose } from './year-close.state.js';
import type { ApprovalLevel, ClearHoursEvent, HoldReason, ReversalReason } from './hours.events.js';

type Clear<T extends ClearHoursEvent['type']> = Extract<ClearHoursEvent, { type: T }>['data'];

/** An entry as it was written; what became of it stands beside it. */
export type WrittenEntry = Clear<'ServiceHoursCredited'>;

export type HoursEntry =
  | { readonly status: 'credited'; readonly entry: WrittenEntry }
  | { readonly status: 'conflicted'; readonly entry: WrittenEntry; readonly conflictsWith: HoursEntryId }
  | {
      readonly status: 'held';
      readonly entry: WrittenEntry;
      readonly holdReasons: readonly HoldReason[];
      readonly approvalLevel: ApprovalLevel;
    }
  | { readonly status: 'declined'; readonly entry: WrittenEntry }
  | {
      readonly status: 'reversed';
      readonly entry: WrittenEntry;
      readonly reasonCode: ReversalReason;
      readonly reversedOn: LocalDate;
      readonly replacedBy?: HoursEntryId;
    };

export interface Claim {
  readonly status: 'recorded' | 'attested' | 'declined' | 'withdrawn';
  readonly claim: Clear<'ServiceHoursRecorded'>;
}

export interface Dispute extends Clear<'ServiceHoursDisputed'> {
  readonly answered?: Clear<'ServiceHoursDisputeAnswered'>;
}

interface OpenedHours {
  readonly status: 'opened';
  readonly volunteerId: VolunteerId;
  readonly year: number;
  readonly entries: ReadonlyMap<HoursEntryId, HoursEntry>;
  /** What was recorded here by hand and waits for, or found, its attester. */
  readonly claims: ReadonlyMap<HoursEntryId, Claim>;
  /** Claims that stand in a year closed meanwhile, declined or taken back in this one. */
  readonly declinedOfClosed?: ReadonlySet<HoursEntryId>;
  /** Entries that a further person approved. */
  readonly approved: ReadonlySet<HoursEntryId>;
  /** Conflicted entries with the entry that somebody said stands. */
  readonly resolved: ReadonlyMap<HoursEntryId, HoursEntryId>;
  readonly disputes: ReadonlyMap<DisputeId, Dispute>;
  readonly yearClose?: YearClose;
}

export type Hours = { readonly status: 'empty' } | OpenedHours;

/** What `evolve` folds: one person's year. An event it does not know leaves the state as it is. */
export function evolveHours(hours: Hours, event: ClearHoursEvent | ClearYearCloseEvent): Hours {
  switch (event.type) {
    case 'HoursYearOpened':
    case 'HoursYearClosed':
    case 'PriorYearServicePosted':
    case 'PriorYearAdjusted':
      return withYearClose(hours, event);
    case 'ServiceHoursCredited':
      return withEntry(hours, { status: 'credited', entry: event.data });
    case 'ServiceHoursConflicted': {
      const { conflictsWith, ...entry } = event.data;
      return withEntry(hours, { status: 'conflicted', entry, conflictsWith });
    }
    case 'ServiceHoursHeld': {
      const { holdReasons, approvalLevel, dayMinutes: _dayMinutes, ...entry } = event.data;
      return withEntry(hours, { status: 'held', entry, holdReasons, approvalLevel });
    }
    case 'ServiceHoursReversed':
      return withReversal(hours, event.data);
    default:
      return hours.status === 'opened' || isFirst(event) ? evolveBeside(hours, event) : hours;
  }
}

type Beside = Exclude<ClearHoursEvent, { type: `ServiceHours${'Credited' | 'Conflicted' | 'Held' | 'Reversed'}` }>;

const isFirst = ({ type }: Beside): boolean => type === 'ServiceHoursRecorded' || type === 'ServiceHoursDisputed';

/** Claims, decisions and disputes: none of them changes a minute. */
function evolveBeside(hours: Hours, event: Beside): Hours {
  switch (event.type) {
    case 'ServiceHoursRecorded':
    case 'ServiceHoursAttested':
      return withClaim(hours, event);
    case 'ServiceHoursApproved':
      return approve(hours, event.data.entryId);
    case 'ServiceHoursDeclined':
    case 'ServiceHoursClaimWithdrawn':
      return decline(hours, event.data.entryId, event.type === 'ServiceHoursDeclined' ? 'declined' : 'withdrawn');
    case 'ServiceHoursConflictResolved':
      return resolve(hours, event.data);
    case 'ServiceHoursDisputed':
    case 'ServiceHoursDisputeEscalated':
    case 'ServiceHoursDisputeAnswered':
      return withDispute(hours, event);
    default:
      return hours;
  }
}

function opened(hours: Hours, volunteerId: VolunteerId, year: number): OpenedHours {
  if (hours.status === 'opened') return hours;
  const none = { entries: new Map(), claims: new Map(), approved: new Set<HoursEntryId>() };
  return { status: 'opened', volunteerId, year, ...none, resolved: new Map(), disputes: new Map() };
}

function withEntry(hours: Hours, written: HoursEntry): Hours {
  const { entryId, volunteerId, servedOn } = written.entry;
  const of = opened(hours, volunteerId, yearOf(servedOn));
  return { ...of, entries: new Map(of.entries).set(entryId, written) };
}

function withReversal(
  hours: Hours,
  { entryId, reasonCode, reversedOn, replacedBy }: Clear<'ServiceHoursReversed'>,
): Hours {
  const credited = entryWith(entryId, hours);
  if (credited?.status !== 'credited') return hours;
  const { entry } = credited;
  return withEntry(hours, { status: 'reversed', entry, reasonCode, reversedOn, ...(replacedBy ? { replacedBy } : {}) });
}

function withClaim(
  hours: Hours,
  { type, data }: Extract<Beside, { type: `ServiceHours${'Recorded' | 'Attested'}` }>,
): Hours {
  const of = opened(hours, data.volunteerId, yearOf(data.servedOn));
  const known = of.claims.get(data.entryId);
  const claim: Claim = {
    status: type === 'ServiceHoursRecorded' ? 'recorded' : 'attested',
    claim: known?.claim ?? data,
  };
  return { ...of, claims: new Map(of.claims).set(data.entryId, claim) };
}

function approve(hours: Hours, entryId: HoursEntryId): Hours {
  return hours.status === 'opened' ? { ...hours, approved: new Set(hours.approved).add(entryId) } : hours;
}

function decline(hours: Hours, entryId: HoursEntryId, status: 'declined' | 'withdrawn' = 'declined'): Hours {
  if (hours.status !== 'opened') return hours;
  const written = hours.entries.get(entryId);
  if (written) return withEntry(hours, { status: 'declined', entry: written.entry });
  const known = hours.claims.get(entryId);
  return known
    ? { ...hours, claims: new Map(hours.claims).set(entryId, { ...known, status }) }
    : { ...hours, declinedOfClosed: new Set(hours.declinedOfClosed).add(entryId) };
}

function resolve(hours: Hours, { entryId, standsEntryId }: Clear<'ServiceHoursConflictResolved'>): Hours {
  if (hours.status !== 'opened') return hours;
  const after: Hours = { ...hours, resolved: new Map(hours.resolved).set(entryId, standsEntryId) };
  return standsEntryId === entryId ? after : decline(after, entryId);
}

function withDispute(hours: Hours, { type, data }: Extract<Beside, { type: `ServiceHoursDispute${string}` }>): Hours {
  const of = opened(hours, data.volunteerId, data.year);
  const with_ = (dispute: Dispute): Hours => ({ ...of, disputes: new Map(of.disputes).set(data.disputeId, dispute) });
  if (type === 'ServiceHoursDisputed') return with_(data);
  const known = of.disputes.get(data.disputeId);
  if (!known) return hours;
  if (type === 'ServiceHoursDisputeAnswered') return with_({ ...known, answered: data });
  const { answered: _answered, ...unanswered } = known;
  const { organizationId, answerDueOn, dueProvisional } = data;
  return with_({ ...unanswered, organizationId, answerDueOn, dueProvisional });
}

function withYearClose(hours: Hours, event: ClearYearCloseEvent): Hours {
  const of = opened(hours, event.data.volunteerId, event.data.year);
  return { ...of, yearClose: evolveYearClose(yearCloseOf(hours), event) };
}

export const yearCloseOf = (hours: Hours): YearClose =>
  (hours.status === 'opened' ? hours.yearClose : undefined) ?? notClosed;

/** What the next year begins with: all minutes of all years, as known when this one ended. */
export function carriedMinutesOf(hours: Hours): Minutes {
  const close = yearCloseOf(hours);
  return ((close.opened?.carriedMinutes ?? 0) + creditedMinutes(hours) + adjustmentMinutes(close)) as Minutes;
}

/** What somebody still has to decide: entries in conflict, entries held, questions without an answer. */
export const unsettledOf = (hours: Hours): number =>
  entriesOf(hours).filter(({ status }) => status === 'conflicted' || status === 'held').length +
  openDisputesOf(hours).length;

export const entryWith = (entryId: HoursEntryId, hours: Hours): HoursEntry | undefined =>
  hours.status === 'opened' ? hours.entries.get(entryId) : undefined;

export const isDeclinedOfClosed = (entryId: HoursEntryId, hours: Hours): boolean =>
  hours.status === 'opened' && hours.declinedOfClosed?.has(entryId) === true;

export const claimWith = (entryId: HoursEntryId, hours: Hours): Claim | undefined =>
  hours.status === 'opened' ? hours.claims.get(entryId) : undefined;

export const disputeWith = (disputeId: DisputeId, hours: Hours): Dispute | undefined =>
  hours.status === 'opened' ? hours.disputes.get(disputeId) : undefined;

export const openDisputesOf = (hours: Hours): readonly Dispute[] =>
  hours.status === 'opened' ? [...hours.disputes.values()].filter(({ answered }) => !answered) : [];

/** Every entry ever written to the year, in the order of writing, with what became of it. */
export const entriesOf = (hours: Hours): readonly HoursEntry[] =>
  hours.status === 'opened' ? [...hours.entries.values()] : [];

/** Credited and not reversed. */
export const liveEntriesOf = (hours: Hours): readonly WrittenEntry[] =>
  entriesOf(hours).flatMap(({ status, entry }) => (status === 'credited' ? [entry] : []));

/** What takes up its time of the day: credited, or held and perhaps to be. */
export const standingEntriesOf = (hours: Hours): readonly WrittenEntry[] =>
  entriesOf(hours).flatMap(({ status, entry }) => (status === 'credited' || status === 'held' ? [entry] : []));

/** Whole minutes credited and not reversed. */
export const creditedMinutes = (hours: Hours): Minutes =>
  liveEntriesOf(hours).reduce((sum, { serviceMinutes }) => plusMinutes(sum, serviceMinutes), 0 as Minutes);
