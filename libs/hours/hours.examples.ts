import type { Act, Refusal } from '#libs/kernel/decider';
import type {
  AccountId,
  ActivityId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import { someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { nationalRules } from '#libs/policy/national-rules';
import type { CreditServiceHours } from './entry.commands.js';
import type { HoursCommand } from './hours.commands.js';
import { hoursDecider } from './hours.decider.js';
import type { plainReversalReasons } from './correction.commands.js';
import type { HoursFacts, HoursRefusal } from './hours.decision.js';
import type { YearCloseRefusal } from './year-close.decider.js';
import type { HoursEvent } from './hours.events.js';
import type { Hours, WrittenEntry } from './hours.state.js';

// One made-up volunteer in 2026: what the specs of this slice start from.
export const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
export const at = (text: string): TimeOfDay => text as TimeOfDay;
export const day = (text: string): LocalDate => text as LocalDate;
export const entryId = (n: number): HoursEntryId => idOf<HoursEntryId>(100 + n);

export const volunteerId = idOf<VolunteerId>(1);
export const [recorder, attester] = [idOf<AccountId>(2), idOf<AccountId>(3)];

export const thirdPerson = idOf<AccountId>(10);

/** As it was attested: two hours of Tuesday, 30 June 2026, recorded and attested on the day. */
export const entry = (changes: Partial<CreditServiceHours> = {}): CreditServiceHours => ({
  volunteerId,
  entryId: entryId(1),
  kind: 'SESSION',
  activityId: idOf<ActivityId>(4),
  sessionId: idOf<SessionId>(5),
  organizationId: idOf<OrganizationId>(6),
  teamId: idOf<TeamId>(7),
  servedOn: day('2026-06-30'),
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  serviceMinutes: 120 as Minutes,
  provenance: 'WITNESSED',
  endedOn: day('2026-06-30'),
  recordedBy: recorder,
  recordedOn: day('2026-06-30'),
  attestedBy: attester,
  attestedOn: day('2026-06-30'),
  ...changes,
});
/** As it is written, due on the 10th working day after 30 June 2026. */
export const written = (changes: Partial<WrittenEntry> = {}): WrittenEntry => {
  const { endedOn: _endedOn, ...service } = entry();
  return { ...service, dueOn: day('2026-07-14'), dueProvisional: false, late: false, ...changes };
};
export const credit = (changes: Partial<CreditServiceHours> = {}) =>
  ({ type: 'CreditServiceHours', data: entry(changes) }) as const;
export const credited = (changes: Partial<WrittenEntry> = {}) =>
  ({ type: 'ServiceHoursCredited', data: written(changes) }) as const;
export const second = (startsAt: string, endsAt: string, minutes = 1) => ({
  entryId: entryId(2),
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  serviceMinutes: minutes as Minutes,
});
export const conflicted: HoursEvent = {
  type: 'ServiceHoursConflicted',
  data: { ...written(second('10:00', '12:00')), conflictsWith: entryId(1) },
};
export const held = (changes: Partial<WrittenEntry> = {}): HoursEvent => ({
  type: 'ServiceHoursHeld',
  data: { ...written({ late: true, ...changes }), holdReasons: ['LATE'], approvalLevel: 'SECOND', dayMinutes: 120 },
});

/** What every act upon entry n names. */
export const ofEntry = (n = 1) => ({ volunteerId, year: 2026, entryId: entryId(n) });
export const reverse = (n = 1, reasonCode: (typeof plainReversalReasons)[number] = 'RECORDING_ERROR') =>
  ({ type: 'ReverseServiceHours', data: { ...ofEntry(n), reasonCode, reason: '经查未到场' } }) as const;
/** What every event upon entry 1 repeats of it. */
export const aboutFirst = {
  volunteerId,
  entryId: entryId(1),
  activityId: idOf<ActivityId>(4),
  organizationId: idOf<OrganizationId>(6),
  teamId: idOf<TeamId>(7),
  servedOn: day('2026-06-30'),
  serviceMinutes: 120 as Minutes,
};
export const reversed = {
  type: 'ServiceHoursReversed',
  data: {
    ...aboutFirst,
    reasonCode: 'RECORDING_ERROR',
    reversedBy: someAct.by,
    reversedOn: day('2026-07-01'),
    reason: '经查未到场',
  },
} as const satisfies HoursEvent;

const given = specification(hoursDecider);
export const facts: HoursFacts = { rules: nationalRules, aboveId: idOf<OrganizationId>(11) };
export const when = (
  past: readonly HoursEvent[],
  command: HoursCommand,
  act: Act = someAct,
  known: HoursFacts = facts,
) => given(...past).when(command, known, act) as readonly HoursEvent[] | Refusal<HoursRefusal | YearCloseRefusal>;
export const folded = (...past: readonly HoursEvent[]): Hours => past.reduce(hoursDecider.evolve, hoursDecider.initial);
