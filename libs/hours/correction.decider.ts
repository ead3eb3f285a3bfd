import { isRefusal, refuse, type Act, type DataOfCommand } from '#libs/kernel/decider';
import { faultOf, settled } from './entry.decider.js';
import { aboutEntry, isOf, overlap, type Decision, type HoursFacts, type HoursRefusal } from './hours.decision.js';
import type { CorrectionCommand } from './hours.commands.js';
import type { HoursEvent, ReversalReason } from './hours.events.js';
import { entryWith, standingEntriesOf, type Hours, type HoursEntry, type WrittenEntry } from './hours.state.js';

type Asked<T extends CorrectionCommand['type']> = DataOfCommand<CorrectionCommand, T>;

/** An entry is reversed once, by somebody else, and never unreversed: what is right again is written as a new entry. */
export function decideOnCorrection(command: CorrectionCommand, hours: Hours, act: Act, facts: HoursFacts): Decision {
  const { data } = command;
  if (!isOf(hours, data.volunteerId, data.year)) return refuse('hours_belong_to_one_person_and_year');
  if (data.volunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  const found = entryWith(data.entryId, hours);
  if (!found || (found.status !== 'credited' && found.status !== 'reversed')) return refuse('entry_must_be_credited');
  if (found.status === 'reversed') return isRepeated(command, found) ? [] : refuse('entry_is_reversed_once');
  switch (command.type) {
    case 'ReverseServiceHours':
      return [reversal(found.entry, command.data, act, { reasonCode: command.data.reasonCode })];
    case 'CorrectServiceHours':
      return correctServiceHours(command.data, found.entry, hours, { act, facts });
    case 'MoveServiceHours':
      return moveServiceHours(command.data, found.entry, act);
    case 'EstablishFalseClaim':
      return establishFalseClaim(command.data, found.entry, act);
  }
}

type Reversed = Extract<HoursEntry, { status: 'reversed' }>;

function isRepeated({ type, data }: CorrectionCommand, { reasonCode, replacedBy }: Reversed): boolean {
  switch (type) {
    case 'ReverseServiceHours':
      return reasonCode === data.reasonCode && replacedBy === undefined;
    case 'CorrectServiceHours':
      return replacedBy === data.replacementId;
    case 'MoveServiceHours':
      return replacedBy === data.toEntryId;
    case 'EstablishFalseClaim':
      return reasonCode === 'FALSE_CLAIM';
  }
}

type Because = Asked<'ReverseServiceHours' | 'CorrectServiceHours' | 'MoveServiceHours' | 'EstablishFalseClaim'>;

function reversal(
  entry: WrittenEntry,
  { reason, decision, evidenceHash, disputeId }: Because,
  act: Act,
  as: { readonly reasonCode: ReversalReason; readonly replacedBy?: WrittenEntry['entryId'] },
): HoursEvent {
  return {
    type: 'ServiceHoursReversed',
    data: {
      ...aboutEntry(entry),
      ...as,
      ...{ reversedBy: act.by, reversedOn: act.today, reason },
      ...(decision ? { decision } : {}),
      ...(evidenceHash ? { evidenceHash } : {}),
      ...(disputeId ? { disputeId } : {}),
    },
  };
}

/** F-02: whoever corrects attests the new figure. */
function correctServiceHours(
  asked: Asked<'CorrectServiceHours'>,
  entry: WrittenEntry,
  hours: Hours,
  { act, facts }: { readonly act: Act; readonly facts: HoursFacts },
): Decision {
  const { batch: _batch, ...original } = entry;
  const replacement: WrittenEntry = {
    ...original,
    ...{ entryId: asked.replacementId, replaces: entry.entryId, serviceMinutes: asked.serviceMinutes },
    ...{ startsAt: asked.startsAt ?? entry.startsAt, endsAt: asked.endsAt ?? entry.endsAt },
    ...{ attestedBy: act.by, attestedOn: act.today },
  };
  const rest = standingEntriesOf(hours).filter(({ entryId }) => entryId !== entry.entryId);
  const fault = faultOfReplacement(replacement, entry, hours, { act, rest });
  if (fault) return refuse(fault);
  // What was approved as late stays approved; a longer day asks anew.
  const credit = settled(replacement, rest, facts.rules, { lateIsApproved: true });
  if (isRefusal(credit)) return credit;
  return [reversal(entry, asked, act, { reasonCode: asked.reasonCode, replacedBy: asked.replacementId }), ...credit];
}

function faultOfReplacement(
  replacement: WrittenEntry,
  entry: WrittenEntry,
  hours: Hours,
  { act, rest }: { readonly act: Act; readonly rest: readonly WrittenEntry[] },
): HoursRefusal | undefined {
  if (entryWith(replacement.entryId, hours)) return 'entry_is_written_once';
  const changes = (['serviceMinutes', 'startsAt', 'endsAt'] as const).some((name) => replacement[name] !== entry[name]);
  if (!changes) return 'correction_must_change_something';
  if (rest.some((one) => overlap(one, replacement))) return 'correction_must_not_overlap';
  return faultOf(replacement, act);
}

/** F-10: one of a pair; the credit on the right person's ledger follows by a reaction. */
function moveServiceHours(asked: Asked<'MoveServiceHours'>, entry: WrittenEntry, act: Act): Decision {
  if (asked.toVolunteerId === asked.volunteerId) return refuse('right_person_must_be_another');
  if (asked.toVolunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  if (entry.recordedBy === act.by) return refuse('recorder_and_attester_must_differ');
  const { batch: _batch, ...moved } = entry;
  const { toVolunteerId, toEntryId } = asked;
  return [
    reversal(entry, asked, act, { reasonCode: 'WRONG_PERSON', replacedBy: toEntryId }),
    { type: 'ServiceHoursMoved', data: { ...moved, toVolunteerId, toEntryId, movedBy: act.by, movedOn: act.today } },
  ];
}

function establishFalseClaim(asked: Asked<'EstablishFalseClaim'>, entry: WrittenEntry, act: Act): Decision {
  const { recordedBy, attestedBy } = entry;
  return [
    reversal(entry, asked, act, { reasonCode: 'FALSE_CLAIM' }),
    {
      type: 'FalseClaimEstablished',
      data: {
        ...aboutEntry(entry),
        ...{ recordedBy, attestedBy, establishedBy: act.by, establishedOn: act.today },
        ...{ finding: asked.reason, decision: asked.decision },
        ...(asked.evidenceHash ? { evidenceHash: asked.evidenceHash } : {}),
      },
    },
  ];
}
