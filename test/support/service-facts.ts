import type { ActivityEvent } from '#libs/activity/activity.events';
import { hoursStream, type HoursEvent } from '#libs/hours/hours.events';
import type { AccountId, ActivityId, HoursEntryId, SessionId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import { day, organizationId, teamId, volunteerId } from './made-up-facts.js';
import type { GivenEvent } from './projection-bench.js';

type DataOf<E extends { type: string; data: unknown }, T extends E['type']> = Extract<E, { type: T }>['data'];
type Credited = DataOf<HoursEvent, 'ServiceHoursCredited'>;

const uuidOf = (kind: string, n: number): string => `${kind}0000000-0000-4000-9000-${String(n).padStart(12, '0')}`;

/** Made-up ids: the same number is the same subject. */
export const activityId = (n: number): ActivityId => uuidOf('a', n) as ActivityId;
export const sessionId = (n: number): SessionId => uuidOf('b', n) as SessionId;
export const entryId = (n: number): HoursEntryId => uuidOf('c', n) as HoursEntryId;
export const accountId = (n: number): AccountId => uuidOf('d', n) as AccountId;

const at = (text: string): TimeOfDay => text as TimeOfDay;

/** Made-up service; what a spec is about it gives itself. Activity, session and unit 1, volunteer 1, 60 minutes on 2026-03-15. */
export const planned = (n: number, given: Partial<DataOf<ActivityEvent, 'ActivityPlanned'>> = {}) => ({
  type: 'ActivityPlanned' as const,
  data: {
    activityId: activityId(n),
    organizationId: organizationId(1),
    teamIds: [teamId(1)],
    plannedOn: day('2026-03-01'),
    isDangerous: false,
    isEmergency: false,
    title: `示例活动${n}`,
    place: '示例社区',
    content: '打扫公共楼道',
    responsiblePerson: '示例员1',
    ...given,
  },
});

export const held = (
  activity: number,
  session: number,
  heldOn = '2026-03-15',
  [startsAt, endsAt] = ['09:00', '11:00'],
) => ({
  type: 'SessionHeld' as const,
  data: {
    activityId: activityId(activity),
    organizationId: organizationId(1),
    sessionId: sessionId(session),
    heldOn: day(heldOn),
    startsAt: at(startsAt),
    endsAt: at(endsAt),
  },
});

const service = (n: number) => ({
  activityId: activityId(1),
  sessionId: sessionId(1),
  volunteerId: volunteerId(1),
  entryId: entryId(n),
  servedOn: day('2026-03-15'),
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  serviceMinutes: 60 as Minutes,
  provenance: 'WITNESSED' as const,
  recordedBy: accountId(1),
});

export const attended = (n: number, given: Partial<DataOf<ActivityEvent, 'AttendanceRecorded'>> = {}) => ({
  type: 'AttendanceRecorded' as const,
  data: { ...service(n), recordedOn: day('2026-03-16'), endDerived: false, ...given },
});

export const attested = (n: number, given: Partial<DataOf<ActivityEvent, 'AttendanceAttested'>> = {}) => ({
  type: 'AttendanceAttested' as const,
  data: {
    ...{ ...service(n), recordedOn: day('2026-03-16') },
    ...{ organizationId: organizationId(1), attestedBy: accountId(2), attestedOn: day('2026-03-17') },
    ...given,
  },
});

export const withdrawnSlip = (activity: number, session: number, volunteer: number) => ({
  type: 'AttendanceWithdrawn' as const,
  data: {
    activityId: activityId(activity),
    sessionId: sessionId(session),
    volunteerId: volunteerId(volunteer),
    reason: '记错人',
  },
});

export const cancelled = (n: number, cancelledOn: string) => ({
  type: 'ActivityCancelled' as const,
  data: { activityId: activityId(n), organizationId: organizationId(1), cancelledOn: day(cancelledOn), reason: '暴雨' },
});

export const credited = (n: number, given: Partial<Credited> = {}) => ({
  type: 'ServiceHoursCredited' as const,
  data: {
    ...{ ...service(n), kind: 'SESSION' as const, recordedOn: day('2026-03-16') },
    ...{ organizationId: organizationId(1), attestedBy: accountId(2), attestedOn: day('2026-03-17') },
    ...{ dueOn: day('2026-03-27'), dueProvisional: false, late: false },
    ...given,
  },
});

export const conflicted = (n: number, conflictsWith: number, given: Partial<Credited> = {}) => ({
  type: 'ServiceHoursConflicted' as const,
  data: { ...credited(n, given).data, conflictsWith: entryId(conflictsWith) },
});

/** Takes back what was credited. */
export const reversed = (
  { data }: { readonly data: Credited },
  given: Partial<DataOf<HoursEvent, 'ServiceHoursReversed'>> = {},
) => {
  const { volunteerId, entryId, activityId, organizationId, teamId, servedOn, serviceMinutes } = data;
  return {
    type: 'ServiceHoursReversed' as const,
    data: {
      ...{ volunteerId, entryId, organizationId, servedOn, serviceMinutes },
      ...(activityId ? { activityId } : {}),
      ...(teamId ? { teamId } : {}),
      reasonCode: 'RECORDING_ERROR' as const,
      reversedBy: accountId(3),
      reversedOn: day('2026-06-30'),
      reason: '重复登记',
      ...given,
    },
  };
};

type Hours = Extract<HoursEvent, { readonly data: { readonly servedOn: LocalDate } }>;

/** Each hours event in the stream of its person and year, in the order given. */
export function inHoursStreams(events: readonly Hours[]): [string, ...GivenEvent[]][] {
  const streams = new Map<string, Hours[]>();
  for (const event of events) {
    const stream = hoursStream(event.data.volunteerId, yearOf(event.data.servedOn));
    streams.set(stream, [...(streams.get(stream) ?? []), event]);
  }
  return [...streams].map(([stream, told]) => [stream, ...told]);
}

/** Every item of a paged list, page by page. */
export async function everyPage<Item>(
  ask: (page: number) => Promise<{ readonly items: readonly Item[]; readonly total: number }>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const { items: more, total } = await ask(page);
    items.push(...more);
    if (items.length >= total || more.length === 0) return items;
  }
}
