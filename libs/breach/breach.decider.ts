import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { BreachCommand } from './breach.commands.js';
import type { BreachAuthority, BreachEvent, BreachRemedy, ClearBreachEvent } from './breach.events.js';

export type BreachRefusal =
  | 'breach_is_recorded_once'
  | 'breach_must_be_recorded'
  | 'breached_export_must_be_on_record'
  | 'breach_says_how_many_people'
  | 'breach_is_answered_after_it_was_found'
  | 'notified_must_be_concerned'
  | 'day_must_not_lie_ahead';

type Recorded = Extract<ClearBreachEvent, { type: 'BreachRecorded' }>['data'];

export interface Breach {
  readonly recorded?: Recorded;
  readonly remedies: ReadonlySet<BreachRemedy>;
  readonly reports: ReadonlySet<BreachAuthority>;
  readonly notified: ReadonlySet<VolunteerId>;
}

/** What the register of exports and the streams of the people say. */
export interface BreachFacts {
  /** How many stand on the export named; undefined where there is no such export. */
  readonly peopleOnExport?: number;
  /** Of those to be notified, who is concerned. */
  readonly concerned?: ReadonlySet<VolunteerId>;
}

type Decision = readonly BreachEvent[] | Refusal<BreachRefusal>;
type Asked<T extends BreachCommand['type']> = DataOfCommand<BreachCommand, T>;
type Answer = Exclude<BreachCommand, { type: 'RecordBreach' }>;

const withOne = <T>(known: ReadonlySet<T>, one: T): ReadonlySet<T> => new Set(known).add(one);

/** One breach of personal data: recorded, remedied, reported, and every person concerned told of it (PIPL 57). */
export const breachDecider: Decider<
  Breach,
  BreachCommand,
  BreachEvent,
  ClearBreachEvent,
  BreachRefusal,
  BreachFacts
> = {
  initial: { remedies: new Set(), reports: new Set(), notified: new Set() },
  evolve: (breach, { type, data }) => {
    switch (type) {
      case 'BreachRecorded':
        return { ...breach, recorded: data };
      case 'BreachRemedied':
        return { ...breach, remedies: withOne(breach.remedies, data.remedy) };
      case 'BreachReported':
        return { ...breach, reports: withOne(breach.reports, data.authority) };
      case 'BreachPersonNotified':
        return { ...breach, notified: withOne(breach.notified, data.volunteerId) };
    }
  },
  decide: (command, breach, act, facts) => {
    if (command.type === 'RecordBreach') return record(command.data, breach, act, facts);
    const { recorded } = breach;
    return recorded ? answer(command, { breach, recorded, act, facts }) : refuse('breach_must_be_recorded');
  },
};

function record(
  asked: Asked<'RecordBreach'>,
  { recorded }: Breach,
  act: Act,
  { peopleOnExport }: BreachFacts,
): Decision {
  if (recorded) return isSame(asked, recorded) ? [] : refuse('breach_is_recorded_once');
  if (asked.exportId && peopleOnExport === undefined) return refuse('breached_export_must_be_on_record');
  const people = asked.exportId ? peopleOnExport : asked.people;
  if (!people) return refuse('breach_says_how_many_people');
  const groups = [...new Set(asked.groups)];
  const data = { ...asked, groups, people, recordedOn: act.today };
  return lyingAhead(asked.foundOn, act) ?? [{ type: 'BreachRecorded', data }];
}

const isSame = (asked: Asked<'RecordBreach'>, recorded: Recorded): boolean =>
  asked.exportId === recorded.exportId && asked.breachKind === recorded.breachKind && asked.foundOn === recorded.foundOn;

interface Known {
  readonly breach: Breach;
  readonly recorded: Recorded;
  readonly act: Act;
  readonly facts: BreachFacts;
}

function answer({ type, data }: Answer, known: Known): Decision {
  const { breachId, organizationId } = known.recorded;
  const of = { breachId, organizationId };
  switch (type) {
    case 'NoteBreachRemedy': {
      if (known.breach.remedies.has(data.remedy)) return [];
      return faultOf(data.doneOn, known) ?? [{ type: 'BreachRemedied', data: { ...of, ...data } }];
    }
    case 'ReportBreach': {
      if (known.breach.reports.has(data.authority)) return [];
      return faultOf(data.reportedOn, known) ?? [{ type: 'BreachReported', data: { ...of, ...data } }];
    }
    case 'NotifyBreachPersons':
      return notify(data, known);
  }
}

const faultOf = (day: LocalDate, { recorded, act }: Known): Refusal<BreachRefusal> | undefined =>
  day < recorded.foundOn
    ? refuse('breach_is_answered_after_it_was_found', { foundOn: recorded.foundOn })
    : lyingAhead(day, act);

function notify({ volunteerIds }: Asked<'NotifyBreachPersons'>, { breach, recorded, act, facts }: Known): Decision {
  const strangers = volunteerIds.filter((volunteerId) => facts.concerned?.has(volunteerId) !== true);
  if (strangers.length > 0) return refuse('notified_must_be_concerned', { count: strangers.length });
  const { breachId, organizationId, breachKind, groups } = recorded;
  const untold = [...new Set(volunteerIds)].filter((volunteerId) => !breach.notified.has(volunteerId));
  return untold.map((volunteerId) => ({
    type: 'BreachPersonNotified',
    data: { breachId, organizationId, breachKind, groups, volunteerId, notifiedOn: act.today },
  }));
}
