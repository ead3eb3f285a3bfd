import { refuse, type Act, type DataOfCommand } from '#libs/kernel/decider';
import type { HoursEntryId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { nthWorkingDayAfter } from '#libs/reference/working-days';
import { isOf, type Decision, type HoursFacts, type HoursRefusal } from './hours.decision.js';
import type { DisputeCommand } from './hours.commands.js';
import {
  claimWith,
  disputeWith,
  entryWith,
  openDisputesOf,
  yearCloseOf,
  type Dispute,
  type Hours,
  type HoursEntry,
} from './hours.state.js';

type Asked<T extends DisputeCommand['type']> = DataOfCommand<DisputeCommand, T>;

/** F-27, Order 67 art. 13: a question, its clock, the next level, the answer. What is wrong is corrected beside it. */
export function decideOnDispute({ type, data }: DisputeCommand, hours: Hours, act: Act, facts: HoursFacts): Decision {
  if (!isOf(hours, data.volunteerId, data.year)) return refuse('hours_belong_to_one_person_and_year');
  if (type === 'DisputeServiceHours') return disputeServiceHours(data, hours, act, facts);
  const dispute = disputeWith(data.disputeId, hours);
  if (!dispute) return refuse('dispute_must_be_raised');
  return type === 'AnswerServiceHoursDispute'
    ? answerDispute(data, dispute, hours, { act, facts })
    : escalateDispute(data, dispute, act, facts);
}

function disputeServiceHours(asked: Asked<'DisputeServiceHours'>, hours: Hours, act: Act, facts: HoursFacts): Decision {
  const { volunteerId, year, disputeId, entryId, ground, statement } = asked;
  const known = disputeWith(disputeId, hours);
  if (known) return known.entryId === entryId && known.ground === ground ? [] : refuse('dispute_is_raised_once');
  const organizationId = unitAsked(asked, hours, facts);
  if (!organizationId) return refuse(entryId ? 'disputed_entry_must_be_written' : 'missing_entry_names_its_unit');
  if (entryId && openDisputesOf(hours).some((open) => open.entryId === entryId))
    return refuse('entry_has_one_open_dispute');
  return [
    {
      type: 'ServiceHoursDisputed',
      data: {
        ...{ volunteerId, year, disputeId, organizationId, ground, statement },
        ...(entryId ? { entryId } : {}),
        ...{ raisedBy: act.by, disputedOn: act.today },
        ...clock(act, facts),
      },
    },
  ];
}

const unitAsked = ({ entryId, organizationId }: Asked<'DisputeServiceHours'>, hours: Hours, facts: HoursFacts) =>
  entryId ? (unitOf(entryId, hours) ?? facts.closedEntry?.organizationId) : organizationId;

const unitOf = (entryId: HoursEntryId, hours: Hours) =>
  entryWith(entryId, hours)?.entry.organizationId ?? claimWith(entryId, hours)?.claim.organizationId;

function clock({ today }: Act, { rules }: HoursFacts) {
  const due = nthWorkingDayAfter(today, rules.disputeAnswerDueWorkingDays.value);
  return { answerDueOn: due.date as LocalDate, dueProvisional: due.provisional };
}

function escalateDispute(
  asked: Asked<'EscalateServiceHoursDispute'>,
  dispute: Dispute,
  act: Act,
  facts: HoursFacts,
): Decision {
  const fault = asked.reasonCode === 'OVERDUE' ? faultOfOverdue(dispute, act) : faultOfAppeal(dispute, act);
  if (fault) return refuse(fault);
  if (!facts.aboveId) return refuse('dispute_has_no_higher_level');
  const { volunteerId, year, disputeId, entryId } = dispute;
  return [
    {
      type: 'ServiceHoursDisputeEscalated',
      data: {
        ...{ volunteerId, year, disputeId, organizationId: facts.aboveId, reasonCode: asked.reasonCode },
        ...(entryId ? { entryId } : {}),
        ...{ escalatedBy: act.by, escalatedOn: act.today },
        ...clock(act, facts),
      },
    },
  ];
}

function faultOfOverdue({ answered, answerDueOn }: Dispute, { today }: Act): HoursRefusal | undefined {
  if (answered) return 'dispute_must_be_open';
  return today > answerDueOn ? undefined : 'answer_must_be_overdue';
}

function faultOfAppeal({ answered, raisedBy, volunteerId }: Dispute, act: Act): HoursRefusal | undefined {
  if (!answered || answered.outcome === 'UPHELD') return 'only_an_answer_is_appealed';
  return act.by === raisedBy || act.byVolunteer === volunteerId ? undefined : 'only_who_disputes_appeals';
}

function answerDispute(
  asked: Asked<'AnswerServiceHoursDispute'>,
  dispute: Dispute,
  hours: Hours,
  { act, facts }: { readonly act: Act; readonly facts: HoursFacts },
): Decision {
  const { answered, volunteerId, year, disputeId, entryId, organizationId } = dispute;
  if (answered) return answered.outcome === asked.outcome ? [] : refuse('dispute_is_answered_once');
  const disputed = entryId ? entryWith(entryId, hours) : undefined;
  const fault =
    faultOfAnswer(asked, dispute, disputed, act) ??
    (disputed ? undefined : faultOfAnswerAboutClosedYear(asked, dispute, hours, { act, facts }));
  if (fault) return refuse(fault);
  return [
    {
      type: 'ServiceHoursDisputeAnswered',
      data: {
        ...{ volunteerId, year, disputeId, organizationId, outcome: asked.outcome, answer: asked.answer },
        ...(entryId ? { entryId } : {}),
        ...{ answeredBy: act.by, answeredOn: act.today },
      },
    },
  ];
}

function faultOfAnswer(
  { outcome }: Asked<'AnswerServiceHoursDispute'>,
  { volunteerId, raisedBy }: Dispute,
  disputed: HoursEntry | undefined,
  act: Act,
): HoursRefusal | undefined {
  if (volunteerId === act.byVolunteer) return 'nobody_decides_on_their_own_hours';
  const concerned = [raisedBy, disputed?.entry.recordedBy, disputed?.entry.attestedBy];
  if (concerned.includes(act.by)) return 'dispute_is_answered_by_another_person';
  const stands = disputed?.status === 'credited' || disputed?.status === 'held';
  return stands && outcome !== 'NOT_UPHELD' ? 'upheld_dispute_needs_a_correction' : undefined;
}

/** A closed year is put right by an adjustment in the open one, where the question stands as well. */
function faultOfAnswerAboutClosedYear(
  { outcome }: Asked<'AnswerServiceHoursDispute'>,
  { entryId, disputedOn }: Dispute,
  hours: Hours,
  { act, facts: { closedEntry } }: { readonly act: Act; readonly facts: HoursFacts },
): HoursRefusal | undefined {
  if (!closedEntry) return undefined;
  if ([closedEntry.recordedBy, closedEntry.attestedBy].includes(act.by)) return 'dispute_is_answered_by_another_person';
  const isAdjusted = [...yearCloseOf(hours).adjustments.values()].some(
    (one) => one.entryId === entryId && one.adjustedOn >= disputedOn,
  );
  return outcome === 'NOT_UPHELD' || isAdjusted ? undefined : 'upheld_dispute_needs_an_adjustment';
}
