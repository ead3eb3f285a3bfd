import { isRefusal, refuse, type Act, type DataOfCommand } from '#libs/kernel/decider';
import { yearOf } from '#libs/kernel/time';
import { spanMinutes } from '#libs/reference/day-spans';
import { nthWorkingDayAfter } from '#libs/reference/working-days';
import { dayServiceTier } from '#libs/policy/day-service';
import type { LateReason } from '#libs/kernel/late-reasons';
import {
  aboutEntry,
  isOf,
  overlap,
  type Decision,
  type HoursFacts,
  type HoursRefusal,
  type HoursRules,
} from './hours.decision.js';
import type { EntryCommand } from './hours.commands.js';
import type { HoldReason, HoursEvent } from './hours.events.js';
import { entryWith, standingEntriesOf, type Hours, type HoursEntry, type WrittenEntry } from './hours.state.js';

type Asked<T extends EntryCommand['type']> = DataOfCommand<EntryCommand, T>;

export function creditServiceHours(
  asked: Asked<'CreditServiceHours'>,
  hours: Hours,
  act: Act,
  { rules }: HoursFacts,
): Decision {
  if (!isOf(hours, asked.volunteerId, yearOf(asked.servedOn))) return refuse('hours_belong_to_one_person_and_year');
  const entry = entryOf(asked, rules);
  const written = entryWith(entry.entryId, hours);
  if (written) return sameEntry(written.entry, entry) ? [] : refuse('entry_is_written_once');
  const fault = faultOf(entry, act);
  if (fault) return refuse(fault);
  const overlapped = standingEntriesOf(hours).find((standing) => overlap(standing, entry));
  // F-03: saved, so that somebody looks at it, and not credited.
  if (overlapped) return [{ type: 'ServiceHoursConflicted', data: { ...entry, conflictsWith: overlapped.entryId } }];
  return settled(entry, standingEntriesOf(hours), rules);
}

/** Credited, or held for a further approval (F-04, F-05). `beside`: what stands already, none of it overlapping. */
export function settled(
  entry: WrittenEntry,
  beside: readonly WrittenEntry[],
  rules: HoursRules,
  { lateIsApproved = false }: { readonly lateIsApproved?: boolean } = {},
): Decision {
  const standing = beside
    .filter(({ servedOn }) => servedOn === entry.servedOn)
    .reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  const dayMinutes = standing + entry.serviceMinutes;
  const tier = dayServiceTier(dayMinutes, rules);
  // Minutes within spans that do not touch cannot exceed a day; should a span ever be read otherwise, this holds.
  if (tier === 'impossible') return refuse('day_has_1440_minutes', { creditedMinutes: standing });
  const holdReasons: HoldReason[] = [
    ...(tier === 'second_approval' ? (['DAY_OVER_SECOND_TIER'] as const) : []),
    ...(tier === 'higher_approval' ? (['DAY_OVER_HIGHER_TIER'] as const) : []),
    ...(entry.late && !lateIsApproved ? (['LATE'] as const) : []),
  ];
  if (holdReasons.length === 0) return [{ type: 'ServiceHoursCredited', data: entry }];
  const approvalLevel = tier === 'higher_approval' ? 'HIGHER' : 'SECOND';
  return [{ type: 'ServiceHoursHeld', data: { ...entry, holdReasons, approvalLevel, dayMinutes } }];
}

export function faultOf(entry: WrittenEntry, act: Act): HoursRefusal | undefined {
  const span = spanMinutes(entry);
  if (entry.servedOn > act.today) return 'service_must_have_happened';
  if (span <= 0) return 'service_must_end_after_it_starts';
  if (entry.serviceMinutes > span) return 'minutes_must_fit_the_span';
  if (entry.recordedBy === entry.attestedBy) return 'recorder_and_attester_must_differ';
  return undefined;
}

export function approveServiceHours(asked: Asked<'ApproveServiceHours'>, hours: Hours, act: Act): Decision {
  const found = entryWith(asked.entryId, hours);
  if (found?.status !== 'held')
    return hours.status === 'opened' && hours.approved.has(asked.entryId) ? [] : refuse('entry_must_be_held');
  const { entry, approvalLevel } = found;
  const lateReasonCode = entry.lateReasonCode ?? asked.lateReasonCode;
  const fault = faultOfApproval(found, act, lateReasonCode);
  if (fault) return refuse(fault);
  const late = lateReasonCode ? { lateReasonCode } : {};
  const note = asked.note ? { note: asked.note } : {};
  return [
    {
      type: 'ServiceHoursApproved',
      data: { ...aboutEntry(entry), approvalLevel, ...late, ...note, approvedBy: act.by, approvedOn: act.today },
    },
    { type: 'ServiceHoursCredited', data: { ...entry, ...late } },
  ];
}

type Held = Extract<HoursEntry, { status: 'held' }>;

function faultOfApproval(
  { entry, holdReasons }: Held,
  act: Act,
  lateReasonCode: LateReason | undefined,
): HoursRefusal | undefined {
  if (entry.volunteerId === act.byVolunteer) return 'nobody_decides_on_their_own_hours';
  if ([entry.recordedBy, entry.attestedBy].includes(act.by)) return 'approver_must_be_a_third_person';
  return holdReasons.includes('LATE') && !lateReasonCode ? 'late_entry_must_give_a_reason' : undefined;
}

/** The entries in conflict with one that is to stand are taken off in the same act. */
export function resolveServiceHoursConflict(
  asked: Asked<'ResolveServiceHoursConflict'>,
  hours: Hours,
  act: Act,
  { rules }: HoursFacts,
): Decision {
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  const found = entryWith(asked.entryId, hours);
  const decided = hours.status === 'opened' ? hours.resolved.get(asked.entryId) : undefined;
  if (decided) return decided === asked.standsEntryId ? [] : refuse('conflict_is_resolved_once');
  if (found?.status !== 'conflicted') return refuse('entry_must_be_conflicted');
  return asked.standsEntryId === asked.entryId
    ? letItStand(asked, found, hours, { act, rules })
    : letOtherStand(asked, found, hours, act);
}

type Conflicted = Extract<HoursEntry, { status: 'conflicted' }>;

const resolved = (
  { standsEntryId, reason }: Asked<'ResolveServiceHoursConflict'>,
  { entry, conflictsWith }: Conflicted,
  act: Act,
): HoursEvent => ({
  type: 'ServiceHoursConflictResolved',
  data: {
    ...aboutEntry(entry),
    ...{ conflictsWith, standsEntryId, resolvedBy: act.by, resolvedOn: act.today, reason },
  },
});

function letOtherStand(
  asked: Asked<'ResolveServiceHoursConflict'>,
  found: Conflicted,
  hours: Hours,
  act: Act,
): Decision {
  const other = standingEntriesOf(hours).find(({ entryId }) => entryId === asked.standsEntryId);
  return other && overlap(other, found.entry) ? [resolved(asked, found, act)] : refuse('standing_entry_must_overlap');
}

function letItStand(
  asked: Asked<'ResolveServiceHoursConflict'>,
  found: Conflicted,
  hours: Hours,
  { act, rules }: { readonly act: Act; readonly rules: HoursRules },
): Decision {
  if (act.by === found.entry.recordedBy) return refuse('recorder_and_attester_must_differ');
  const standing = standingEntriesOf(hours);
  const overlapped = standing.filter((one) => overlap(one, found.entry));
  const rest = standing.filter((one) => !overlapped.includes(one));
  const credit = settled(found.entry, rest, rules);
  if (isRefusal(credit)) return credit;
  const takenAway = overlapped.map((one) => takenOff(one, found, hours, { act, reason: asked.reason }));
  return [...takenAway, resolved(asked, found, act), ...credit];
}

function takenOff(
  entry: WrittenEntry,
  standing: HoursEntry,
  hours: Hours,
  { act, reason }: { readonly act: Act; readonly reason: string },
): HoursEvent {
  const about = aboutEntry(entry);
  if (entryWith(entry.entryId, hours)?.status === 'held')
    return { type: 'ServiceHoursDeclined', data: { ...about, declinedBy: act.by, declinedOn: act.today, reason } };
  const replacedBy = standing.entry.entryId;
  const reversal = {
    reasonCode: 'OTHER_ENTRY_STANDS',
    reversedBy: act.by,
    reversedOn: act.today,
    replacedBy,
    reason,
  } as const;
  return { type: 'ServiceHoursReversed', data: { ...about, ...reversal } };
}

const comparedNames = [
  'volunteerId',
  'kind',
  'activityId',
  'sessionId',
  'organizationId',
  'teamId',
  'servedOn',
  'startsAt',
  'endsAt',
  'serviceMinutes',
  'provenance',
  'recordedBy',
  'attestedBy',
] as const;
const sameEntry = (a: WrittenEntry, b: WrittenEntry): boolean => comparedNames.every((name) => a[name] === b[name]);

/** External and brought-forward hours were somebody else's to record in time (谁组织谁记录). */
const hasDueDay = ({ kind }: Pick<WrittenEntry, 'kind'>): boolean => kind !== 'EXTERNAL' && kind !== 'BROUGHT_FORWARD';

export function dueDayOf(service: Pick<WrittenEntry, 'kind' | 'recordedOn'>, endedOn: string, rules: HoursRules) {
  if (!hasDueDay(service)) return { dueProvisional: false, late: false };
  const due = nthWorkingDayAfter(endedOn, rules.recordingDueWorkingDays.value);
  const dueOn = due.date as WrittenEntry['servedOn'];
  return { dueOn, dueProvisional: due.provisional, late: service.recordedOn > dueOn };
}

/** As it is written: with its due day, and the late mark that never goes. */
export function entryOf({ endedOn, ...asked }: Asked<'CreditServiceHours'>, rules: HoursRules): WrittenEntry {
  const { activityId, sessionId, teamId, lateReasonCode, replaces, ...entry } = asked;
  return {
    ...entry,
    ...(activityId ? { activityId } : {}),
    ...(sessionId ? { sessionId } : {}),
    ...(teamId ? { teamId } : {}),
    ...(lateReasonCode ? { lateReasonCode } : {}),
    ...(replaces ? { replaces } : {}),
    ...dueDayOf(entry, endedOn, rules),
  };
}
