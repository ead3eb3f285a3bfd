import { refuse, type Act, type DataOfCommand } from '#libs/kernel/decider';
import { yearOf } from '#libs/kernel/time';
import { addDays } from '#libs/reference/dates';
import { spanMinutes } from '#libs/reference/day-spans';
import { dueDayOf } from './entry.decider.js';
import {
  aboutEntry,
  isOf,
  type Decision,
  type HoursFacts,
  type HoursRefusal,
  type HoursRules,
} from './hours.decision.js';
import type { EntryCommand } from './hours.commands.js';
import { claimWith, entryWith, isDeclinedOfClosed, type Claim, type Hours, type HoursEntry } from './hours.state.js';

type Asked<T extends EntryCommand['type']> = DataOfCommand<EntryCommand, T>;

/** H-17, H-18, F-36: one enters it here, another attests it; only then is anything credited. */
export function recordServiceHours(
  asked: Asked<'RecordServiceHours'>,
  hours: Hours,
  act: Act,
  facts: HoursFacts,
): Decision {
  if (!isWrittenTo(asked, hours, facts)) return refuse('hours_belong_to_one_person_and_year');
  const known = claimWith(asked.entryId, hours) ?? facts.closedClaim;
  if (known && sameClaim(known, asked)) return [];
  if (known || facts.closedEntry || entryWith(asked.entryId, hours)) return refuse('entry_is_written_once');
  const fault = faultOfClaim(asked, act, facts.rules);
  if (fault) return refuse(fault);
  const { inWorkingTime: _time, ownDuties: _duties, rewarded: _rewarded, ...claim } = asked;
  return [{ type: 'ServiceHoursRecorded', data: { ...claim, recordedBy: act.by, recordedOn: act.today } }];
}

/** Service of a closed year is written to the open one; attested, it waits there for the adjustment (F-25). */
const isWrittenTo = (
  { volunteerId, servedOn }: Asked<'RecordServiceHours'>,
  hours: Hours,
  { openYear }: HoursFacts,
): boolean =>
  openYear === undefined || openYear === yearOf(servedOn)
    ? isOf(hours, volunteerId, yearOf(servedOn))
    : hours.status === 'opened' && isOf(hours, volunteerId, openYear);

const faultOfClaim = (asked: Asked<'RecordServiceHours'>, act: Act, rules: HoursRules): HoursRefusal | undefined =>
  faultOfGate(asked) ?? faultOfSpan(asked, act) ?? faultOfSource(asked, act) ?? faultOfDelay(asked, act, rules);

function faultOfDelay(asked: Asked<'RecordServiceHours'>, { today }: Act, rules: HoursRules): HoursRefusal | undefined {
  const { late } = dueDayOf({ kind: asked.kind, recordedOn: today }, asked.endsOn ?? asked.servedOn, rules);
  return late && !asked.lateReasonCode ? 'late_entry_must_give_a_reason' : undefined;
}

/** F-28, F-30, A-11: what is not volunteering is not written down as such (Order 67 art. 19). */
function faultOfGate(asked: Asked<'RecordServiceHours'>): HoursRefusal | undefined {
  if (asked.rewarded) return 'rewarded_service_is_not_credited';
  return asked.inWorkingTime && asked.ownDuties ? 'own_duties_in_working_time_are_no_service' : undefined;
}

function faultOfSpan(asked: Asked<'RecordServiceHours'>, act: Act): HoursRefusal | undefined {
  const endsOn = asked.endsOn ?? asked.servedOn;
  const span = spanMinutes(asked);
  if (endsOn > act.today) return 'service_must_have_happened';
  if (endsOn !== asked.servedOn && endsOn !== addDays(asked.servedOn, 1)) return 'service_must_end_by_the_next_day';
  if (span <= 0) return 'service_must_end_after_it_starts';
  return asked.serviceMinutes > span ? 'minutes_must_fit_the_span' : undefined;
}

function faultOfSource(asked: Asked<'RecordServiceHours'>, act: Act): HoursRefusal | undefined {
  const { kind, provenance } = asked;
  if (kind === 'EXTERNAL' || kind === 'BROUGHT_FORWARD') return faultOfElsewhere(asked);
  if (provenance === 'EXTERNAL' || provenance === 'BROUGHT_FORWARD') return 'provenance_must_fit_the_kind';
  // Whoever says it of themselves has declared it, and nobody has seen it yet.
  const ownWord = act.byVolunteer === asked.volunteerId && provenance !== 'DECLARED';
  return ownWord ? 'provenance_must_fit_the_kind' : undefined;
}

function faultOfElsewhere(asked: Asked<'RecordServiceHours'>): HoursRefusal | undefined {
  const { kind, provenance, sourceBody, evidenceHash } = asked;
  if (provenance !== kind) return 'provenance_must_fit_the_kind';
  if (!sourceBody) return 'source_body_must_be_named';
  // F-36: an old book is taken over from its own page, not from memory.
  return kind === 'BROUGHT_FORWARD' && !evidenceHash ? 'brought_forward_rests_on_its_page' : undefined;
}

export function attestServiceHours(
  asked: Asked<'AttestServiceHours'>,
  hours: Hours,
  act: Act,
  { closedClaim }: HoursFacts,
): Decision {
  if (isDeclinedOfClosed(asked.entryId, hours)) return refuse('declined_entry_stays_declined');
  const known = claimWith(asked.entryId, hours) ?? closedClaim;
  if (!known) return refuse('claim_must_be_recorded');
  if (known.status === 'attested') return [];
  if (known.status === 'declined') return refuse('declined_entry_stays_declined');
  if (known.status === 'withdrawn') return refuse('withdrawn_claim_stays_withdrawn');
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  if (known.claim.recordedBy === act.by) return refuse('recorder_and_attester_must_differ');
  const { batch: _batch, ...claim } = known.claim;
  return [{ type: 'ServiceHoursAttested', data: { ...claim, attestedBy: act.by, attestedOn: act.today } }];
}

/** A claim that nobody attests, an entry held that nobody approves, one of two that overlap. */
export function declineServiceHours(
  asked: Asked<'DeclineServiceHours'>,
  hours: Hours,
  act: Act,
  { closedClaim }: HoursFacts,
): Decision {
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  if (isDeclinedOfClosed(asked.entryId, hours)) return [];
  const about = aboutUncounted(entryWith(asked.entryId, hours), claimWith(asked.entryId, hours) ?? closedClaim);
  if (about === 'declined') return [];
  if (typeof about === 'string') return refuse(about);
  const { reason } = asked;
  return [{ type: 'ServiceHoursDeclined', data: { ...about, declinedBy: act.by, declinedOn: act.today, reason } }];
}

/** Nobody has relied on it yet. Whoever is said to have served and never said so themselves questions it instead (F-27). */
export function withdrawServiceHours(
  asked: Asked<'WithdrawServiceHours'>,
  hours: Hours,
  act: Act,
  { closedClaim }: HoursFacts,
): Decision {
  const claimed = claimWith(asked.entryId, hours) ?? closedClaim;
  if (!claimed) return refuse('claim_must_be_recorded');
  if (claimed.status === 'withdrawn') return [];
  if (claimed.claim.recordedBy !== act.by) return refuse('claim_is_withdrawn_by_who_recorded_it');
  // One that stands in a closed year bears no mark of what became of it in this one.
  const isDecided = claimed.status !== 'recorded' || isDeclinedOfClosed(asked.entryId, hours);
  if (isDecided) return refuse('decided_claim_is_not_withdrawn');
  const { reason } = asked;
  const data = { ...aboutClaim(claimed), withdrawnBy: act.by, withdrawnOn: act.today, reason };
  return [{ type: 'ServiceHoursClaimWithdrawn', data }];
}

function aboutUncounted(written: HoursEntry | undefined, claimed: Claim | undefined) {
  if (written) return aboutUncountedEntry(written);
  if (claimed?.status === 'recorded') return aboutClaim(claimed);
  if (claimed?.status === 'withdrawn') return 'withdrawn_claim_stays_withdrawn';
  return claimed?.status === 'declined' ? 'declined' : 'claim_must_be_recorded';
}

function aboutUncountedEntry({ status, entry }: HoursEntry) {
  if (status === 'held' || status === 'conflicted') return aboutEntry(entry);
  return status === 'declined' ? 'declined' : 'entry_must_be_held';
}

function aboutClaim({ claim }: Claim) {
  const { volunteerId, entryId, organizationId, servedOn, serviceMinutes } = claim;
  return { volunteerId, entryId, organizationId, servedOn, serviceMinutes };
}

const comparedNames = [
  'kind',
  'organizationId',
  'servedOn',
  'startsAt',
  'endsOn',
  'endsAt',
  'serviceMinutes',
  'provenance',
] as const;
const sameClaim = ({ claim }: Claim, asked: Asked<'RecordServiceHours'>): boolean =>
  comparedNames.every((name) => claim[name] === asked[name]);
