import type { Act } from '#libs/kernel/decider';
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
import type { CreditServiceHours, HoursCommand } from './hours.commands.js';
import { hoursDecider } from './hours.decider.js';
import type { HoursEvent, ReversalReason } from './hours.events.js';
import type { Hours } from './hours.state.js';

// One made-up volunteer in 2026: what the specs of this slice start from.
export const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
export const at = (text: string): TimeOfDay => text as TimeOfDay;
export const day = (text: string): LocalDate => text as LocalDate;
export const entryId = (n: number): HoursEntryId => idOf<HoursEntryId>(100 + n);

export const volunteerId = idOf<VolunteerId>(1);
export const [recorder, attester] = [idOf<AccountId>(2), idOf<AccountId>(3)];

export const entry = (changes: Partial<CreditServiceHours> = {}): CreditServiceHours => ({
  volunteerId,
  entryId: entryId(1),
  activityId: idOf<ActivityId>(4),
  sessionId: idOf<SessionId>(5),
  organizationId: idOf<OrganizationId>(6),
  teamId: idOf<TeamId>(7),
  servedOn: day('2026-06-30'),
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  serviceMinutes: 120 as Minutes,
  provenance: 'WITNESSED',
  recordedBy: recorder,
  attestedBy: attester,
  ...changes,
});
export const credit = (changes: Partial<CreditServiceHours> = {}): HoursCommand => ({
  type: 'CreditServiceHours',
  data: entry(changes),
});
export const credited = (changes: Partial<CreditServiceHours> = {}): HoursEvent => ({
  type: 'ServiceHoursCredited',
  data: entry(changes),
});
export const second = (startsAt: string, endsAt: string, minutes = 1): Partial<CreditServiceHours> => ({
  entryId: entryId(2),
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  serviceMinutes: minutes as Minutes,
});
export const conflicted: HoursEvent = {
  type: 'ServiceHoursConflicted',
  data: { ...entry(second('10:00', '12:00')), conflictsWith: entryId(1) },
};
export const reverse = (n = 1, reasonCode: ReversalReason = 'FALSE_CLAIM'): HoursCommand => ({
  type: 'ReverseServiceHours',
  data: { volunteerId, year: 2026, entryId: entryId(n), reasonCode, reason: '经查未到场' },
});
export const reversed: HoursEvent = {
  type: 'ServiceHoursReversed',
  data: {
    volunteerId,
    entryId: entryId(1),
    activityId: idOf<ActivityId>(4),
    organizationId: idOf<OrganizationId>(6),
    teamId: idOf<TeamId>(7),
    servedOn: day('2026-06-30'),
    serviceMinutes: 120 as Minutes,
    reasonCode: 'FALSE_CLAIM',
    reversedOn: day('2026-07-01'),
    reason: '经查未到场',
  },
};

const given = specification(hoursDecider);
export const when = (past: readonly HoursEvent[], command: HoursCommand, act: Act = someAct) =>
  given(...past).when(command, undefined, act);
export const folded = (...past: readonly HoursEvent[]): Hours => past.reduce(hoursDecider.evolve, hoursDecider.initial);
