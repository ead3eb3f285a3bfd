import type { TimeOfDay } from '#libs/kernel/time';
import { day, organizationId, volunteerId } from './made-up-facts.js';
import type { GivenEvent } from './projection-bench.js';
import { accountId, activityId, entryId, sessionId } from './service-facts.js';

/** Activity and session 1, announced for 2026-03-15. */
export const presenceAt = { activityId: activityId(1), organizationId: organizationId(1), sessionId: sessionId(1) };

const of = (person: number) => ({ ...presenceAt, volunteerId: volunteerId(person) });
const mark = { means: 'QR_CODE', markedBy: accountId(1) } as const;

export const signedUp = (person: number, isWaiting = false): GivenEvent => ({
  type: 'VolunteerSignedUp',
  data: { ...of(person), signedUpOn: day('2026-03-01'), isWaiting },
});
export const signUpCancelled = (person: number): GivenEvent => ({
  type: 'SignUpCancelled',
  data: { ...of(person), cancelledOn: day('2026-03-02') },
});
export const movedUp = (person: number): GivenEvent => ({
  type: 'VolunteerMovedUp',
  data: { ...of(person), movedUpOn: day('2026-03-02') },
});
export const rescheduled = (heldOn: string): GivenEvent => ({
  type: 'SessionRescheduled',
  data: {
    ...presenceAt,
    ...{ heldOn: day(heldOn), startsAt: '14:00' as TimeOfDay, endsAt: '16:00' as TimeOfDay },
    ...{ rescheduledOn: day('2026-03-03'), reason: '下雨' },
  },
});
export const carriedOver = (person: number, heldOn: string): GivenEvent => ({
  type: 'SignUpRescheduled',
  data: {
    ...of(person),
    ...{ heldOn: day(heldOn), startsAt: '14:00' as TimeOfDay, carriedOverOn: day('2026-03-03'), reason: '下雨' },
  },
});
export const lapsed = (person: number): GivenEvent => ({
  type: 'SignUpLapsed',
  data: { ...of(person), heldOn: day('2026-03-15'), lapsedOn: day('2026-03-03'), reason: '场地不能使用' },
});
export const activityChanged = (given: { place?: string; responsiblePerson?: string }): GivenEvent => ({
  type: 'ActivityChanged',
  data: {
    ...{ activityId: presenceAt.activityId, organizationId: presenceAt.organizationId },
    ...{ changedOn: day('2026-03-03'), reason: '场地维修', ...given },
  },
});
export const toldOfChange = (person: number): GivenEvent => ({
  type: 'SignUpActivityChanged',
  data: { ...of(person), heldOn: day('2026-03-15'), toldOn: day('2026-03-03'), reason: '场地维修' },
});
export const checkedIn = (person: number, clockDrifts = false): GivenEvent => ({
  type: 'VolunteerCheckedIn',
  data: {
    ...{ ...of(person), ...mark, clockDrifts, entryId: entryId(person) },
    ...{ checkedInOn: day('2026-03-15'), checkedInAt: '08:55' as TimeOfDay },
  },
});
export const checkedOut = (person: number): GivenEvent => ({
  type: 'VolunteerCheckedOut',
  data: {
    ...{ ...of(person), ...mark, clockDrifts: false },
    ...{ checkedOutOn: day('2026-03-15'), checkedOutAt: '11:05' as TimeOfDay },
  },
});
