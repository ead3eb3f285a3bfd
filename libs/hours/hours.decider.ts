import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import { minuteOfDay, yearOf } from '#libs/kernel/time';
import type { HoursCommand } from './hours.commands.js';
import type { ClearHoursEvent, HoursEvent } from './hours.events.js';
import {
  entryWith,
  evolveHours,
  liveEntriesOf,
  type Hours,
  type HoursEntry,
  type WrittenEntry,
} from './hours.state.js';

export type HoursRefusal =
  | 'hours_belong_to_one_person_and_year'
  | 'service_must_have_happened'
  | 'service_must_end_after_it_starts'
  | 'minutes_must_fit_the_span'
  | 'recorder_and_attester_must_differ'
  | 'entry_is_written_once'
  | 'day_has_1440_minutes'
  | 'entry_must_be_credited'
  | 'entry_is_reversed_once'
  | 'nobody_decides_on_their_own_hours';

type Decision = readonly HoursEvent[] | Refusal<HoursRefusal>;
type Asked<T extends HoursCommand['type']> = DataOfCommand<HoursCommand, T>;

/** The ledger of one person's minutes of one calendar year: nothing is credited twice, nothing is taken out, a mistake is reversed. */
export const hoursDecider: Decider<Hours, HoursCommand, HoursEvent, ClearHoursEvent, HoursRefusal> = {
  initial: { status: 'empty' },
  evolve: evolveHours,
  decide: ({ type, data }, hours, act) => {
    switch (type) {
      case 'CreditServiceHours':
        return creditServiceHours(data, hours, act);
      case 'ReverseServiceHours':
        return reverseServiceHours(data, hours, act);
    }
  },
};

function creditServiceHours(asked: Asked<'CreditServiceHours'>, hours: Hours, act: Act): Decision {
  if (!isOf(hours, asked.volunteerId, yearOf(asked.servedOn))) return refuse('hours_belong_to_one_person_and_year');
  const entry = entryOf(asked);
  const written = entryWith(entry.entryId, hours);
  if (written) return sameEntry(written.entry, entry) ? [] : refuse('entry_is_written_once');
  const fault = faultOf(entry, act);
  if (fault) return refuse(fault);
  const sameDay = liveEntriesOf(hours).filter(({ servedOn }) => servedOn === entry.servedOn);
  const overlapped = sameDay.find((live) => overlap(live, entry));
  // F-03: saved, so that somebody looks at it, and not credited.
  if (overlapped) return [{ type: 'ServiceHoursConflicted', data: { ...entry, conflictsWith: overlapped.entryId } }];
  const credited = sameDay.reduce((sum, live) => sum + live.serviceMinutes, 0);
  // F-04. Minutes within spans that do not touch cannot exceed a day; should a span ever be read otherwise, this holds.
  if (credited + entry.serviceMinutes > 1440) return refuse('day_has_1440_minutes', { creditedMinutes: credited });
  return [{ type: 'ServiceHoursCredited', data: entry }];
}

function faultOf(entry: WrittenEntry, act: Act): HoursRefusal | undefined {
  const span = minuteOfDay(entry.endsAt) - minuteOfDay(entry.startsAt);
  if (entry.servedOn > act.today) return 'service_must_have_happened';
  if (span <= 0) return 'service_must_end_after_it_starts';
  if (entry.serviceMinutes > span) return 'minutes_must_fit_the_span';
  if (entry.recordedBy === entry.attestedBy) return 'recorder_and_attester_must_differ';
  return undefined;
}

function reverseServiceHours(asked: Asked<'ReverseServiceHours'>, hours: Hours, act: Act): Decision {
  if (!isOf(hours, asked.volunteerId, asked.year)) return refuse('hours_belong_to_one_person_and_year');
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_decides_on_their_own_hours');
  const found = entryWith(asked.entryId, hours);
  if (!found || found.status === 'conflicted') return refuse('entry_must_be_credited');
  if (found.status === 'reversed') return found.reasonCode === asked.reasonCode ? [] : refuse('entry_is_reversed_once');
  return [
    {
      type: 'ServiceHoursReversed',
      data: { ...reversed(found), reasonCode: asked.reasonCode, reversedOn: act.today, reason: asked.reason },
    },
  ];
}

function reversed({ entry }: HoursEntry) {
  const { volunteerId, entryId, activityId, organizationId, teamId, servedOn, serviceMinutes } = entry;
  return { volunteerId, entryId, activityId, organizationId, ...(teamId ? { teamId } : {}), servedOn, serviceMinutes };
}

/** An empty stream is anybody's: its first entry says whose it is. */
const isOf = (hours: Hours, volunteerId: string, year: number): boolean =>
  hours.status === 'empty' || (hours.volunteerId === volunteerId && hours.year === year);

/** [startsAt, endsAt): ends that touch do not overlap. */
const overlap = (a: WrittenEntry, b: WrittenEntry): boolean =>
  minuteOfDay(a.startsAt) < minuteOfDay(b.endsAt) && minuteOfDay(b.startsAt) < minuteOfDay(a.endsAt);

const comparedNames = [
  'volunteerId',
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

function entryOf({ teamId, ...entry }: Asked<'CreditServiceHours'>): WrittenEntry {
  return { ...entry, ...(teamId ? { teamId } : {}) };
}
