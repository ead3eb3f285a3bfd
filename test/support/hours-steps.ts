import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { entriesOf, type WrittenEntry } from '#libs/hours/hours.state';
import type { ActivityId, HoursEntryId, SessionId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import { addDays } from '#libs/reference/dates';
import { approver, attester, recorder, type HoursWorld } from './hours-world.js';
import { organizationId, teamId, volunteerId } from './made-up-facts.js';

export const people = [1, 2, 3];
export const years = [2025, 2026];

/** One thing that somebody does; which entry it is about is told by a number that finds one of those there are. */
export type Step =
  | {
      readonly does: 'serve';
      readonly person: number;
      readonly team: number;
      readonly ago: number;
      readonly from: number;
      readonly minutes: number;
      readonly overMidnight: boolean;
      readonly reason: boolean;
    }
  | {
      readonly does: 'claim';
      readonly person: number;
      readonly ago: number;
      readonly from: number;
      readonly minutes: number;
    }
  | { readonly does: 'approve' | 'decline' | 'reverse' | 'falseClaim' | 'stands' | 'move'; readonly entry: number }
  | { readonly does: 'correct' | 'adjust'; readonly entry: number; readonly minutes: number }
  | { readonly does: 'close'; readonly person: number }
  | { readonly does: 'wait'; readonly days: number };

const person = fc.constantFrom(...people);
const when = {
  ago: fc.integer({ min: 0, max: 16 }),
  from: fc.integer({ min: 0, max: 92 }),
  minutes: fc.integer({ min: 1, max: 800 }),
};
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('serve' as const),
      person,
      team: fc.integer({ min: 0, max: 2 }),
      ...when,
      overMidnight: fc.boolean(),
      reason: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('claim' as const), person, ...when }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'approve' as const,
        'decline' as const,
        'reverse' as const,
        'falseClaim' as const,
        'stands' as const,
        'move' as const,
      ),
      entry: fc.nat(40),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('correct' as const, 'adjust' as const),
      entry: fc.nat(40),
      minutes: fc.integer({ min: 0, max: 400 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('close' as const), person }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }) },
);

const time = (minute: number): TimeOfDay =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as TimeOfDay;

async function everyEntry(world: HoursWorld): Promise<WrittenEntry[]> {
  const all = await Promise.all(people.flatMap((one) => years.map((year) => world.hoursOf(one, year))));
  return all.flatMap((hours) => entriesOf(hours).map(({ entry }) => entry));
}

type Serve = Extract<Step, { does: 'serve' }>;

async function serve(
  world: HoursWorld,
  { person: n, team, ago, from, minutes, overMidnight, reason }: Serve,
): Promise<void> {
  const [activityId, sessionId] = [randomUUID() as ActivityId, randomUUID() as SessionId];
  const at = { activityId, sessionId };
  const heldOn = addDays(world.today, -ago - 1) as LocalDate;
  const end = from * 15 + minutes;
  const night = overMidnight || end > 1440;
  const teamIds = [1, 2].map(teamId);
  const told = { title: '社区服务', place: '示例社区', content: '义务服务', responsiblePerson: '示例员1' };
  await world.give(recorder, {
    type: 'PlanActivity',
    data: { activityId, organizationId: organizationId(1), teamIds, ...told },
  });
  const days = { heldOn, startsAt: time(0), endsAt: time(night ? 720 : 1440) };
  await world.give(recorder, {
    type: 'HoldSession',
    data: { ...at, ...days, ...(night ? { endsOn: addDays(heldOn, 1) as LocalDate } : {}) },
  });
  const line = {
    volunteerId: volunteerId(n),
    entryId: randomUUID() as HoursEntryId,
    startsAt: time(from * 15),
    serviceMinutes: minutes as Minutes,
  };
  const attendances = [{ ...line, ...(team > 0 ? { teamId: teamId(team) } : {}) }];
  const why = reason ? { lateReasonCode: 'PAPER_SHEET_DELAYED' as const } : {};
  await world.give(recorder, {
    type: 'RecordAttendance',
    data: { ...at, provenance: 'WITNESSED', attendances, ...why },
  });
  await world.give(attester, { type: 'AttestAttendance', data: at });
}

async function claim(
  world: HoursWorld,
  { person: n, ago, from, minutes }: Extract<Step, { does: 'claim' }>,
): Promise<void> {
  const servedOn = addDays(world.today, -ago) as LocalDate;
  const whose = { volunteerId: volunteerId(n), entryId: randomUUID() as HoursEntryId };
  const end = Math.min(1440, from * 15 + minutes);
  const span = { startsAt: time(from * 15), endsAt: time(end), serviceMinutes: (end - from * 15) as Minutes };
  const about = {
    kind: 'INDIVIDUAL',
    provenance: 'WITNESSED',
    content: '为邻居老人买药',
    lateReasonCode: 'OTHER',
  } as const;
  const asked = { inWorkingTime: false, ownDuties: false, rewarded: false, organizationId: organizationId(1) };
  await world.give(recorder, { type: 'RecordServiceHours', data: { ...whose, servedOn, ...span, ...about, ...asked } });
  await world.give(attester, { type: 'AttestServiceHours', data: { ...whose, year: yearOf(servedOn) } });
}

type Upon = Extract<Step, { readonly entry: number }>;

/** What somebody does about an entry that is there; whether a rule allows it is the rule's business. */
async function upon(world: HoursWorld, asked: Upon): Promise<string | undefined> {
  const all = await everyEntry(world);
  const found = all[asked.entry % Math.max(1, all.length)];
  if (!found) return undefined;
  const of = { volunteerId: found.volunteerId, year: yearOf(found.servedOn), entryId: found.entryId };
  const reason = '经查';
  switch (asked.does) {
    case 'approve':
      return world.give(approver, { type: 'ApproveServiceHours', data: { ...of, lateReasonCode: 'OTHER' } });
    case 'decline':
      return world.give(approver, { type: 'DeclineServiceHours', data: { ...of, reason } });
    case 'reverse':
      return world.give(approver, {
        type: 'ReverseServiceHours',
        data: { ...of, reasonCode: 'RECORDING_ERROR', reason },
      });
    case 'falseClaim':
      return world.give(approver, { type: 'EstablishFalseClaim', data: { ...of, reason, decision: '纪要' } });
    case 'stands':
      return world.give(approver, {
        type: 'ResolveServiceHoursConflict',
        data: { ...of, standsEntryId: of.entryId, reason },
      });
    case 'move': {
      const to = people.map(volunteerId).find((one) => one !== found.volunteerId) ?? found.volunteerId;
      const moved = { toVolunteerId: to, toEntryId: randomUUID() as HoursEntryId };
      return world.give(approver, { type: 'MoveServiceHours', data: { ...of, ...moved, reason } });
    }
    default:
      return changed(world, asked, found);
  }
}

function changed(
  world: HoursWorld,
  { does, minutes }: { does: string; minutes: number },
  found: WrittenEntry,
): Promise<string | undefined> {
  const { volunteerId: whose, entryId, servedOn } = found;
  const reason = '抄错';
  if (does === 'correct') {
    const correction = { replacementId: randomUUID() as HoursEntryId, serviceMinutes: Math.max(1, minutes) as Minutes };
    const data = {
      volunteerId: whose,
      year: yearOf(servedOn),
      entryId,
      ...correction,
      reasonCode: 'RECORDING_ERROR' as const,
      reason,
    };
    return world.give(approver, { type: 'CorrectServiceHours', data });
  }
  const adjustment = { adjustmentId: randomUUID() as HoursEntryId, minutesAfter: minutes as Minutes };
  const data = {
    volunteerId: whose,
    adjustsYear: yearOf(servedOn),
    entryId,
    ...adjustment,
    reasonCode: 'RECORDING_ERROR' as const,
    reason,
  };
  return world.give(approver, { type: 'AdjustPriorYear', data });
}

export async function take(world: HoursWorld, asked: Step): Promise<void> {
  if (asked.does === 'serve') await serve(world, asked);
  else if (asked.does === 'claim') await claim(world, asked);
  else if (asked.does === 'close') await world.close(asked.person, 2025);
  else if (asked.does === 'wait') world.today = addDays(world.today, asked.days) as LocalDate;
  else await upon(world, asked);
}
