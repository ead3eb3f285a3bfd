import type { HoursEvent } from '#libs/hours/hours.events';
import type { DisputeId } from '#libs/kernel/ids';
import { day, organizationId, volunteerId } from './made-up-facts.js';
import type { GivenEvent } from './projection-bench.js';
import { accountId, credited, entryId } from './service-facts.js';

type DataOf<T extends HoursEvent['type']> = Extract<HoursEvent, { type: T }>['data'];

export const disputeId = (n: number): DisputeId =>
  `e0000000-0000-4000-9000-${String(n).padStart(12, '0')}` as DisputeId;

const about = (n: number) => {
  const {
    volunteerId: whose,
    entryId: id,
    activityId,
    organizationId: unit,
    servedOn,
    serviceMinutes,
  } = credited(n).data;
  return { volunteerId: whose, entryId: id, activityId, organizationId: unit, servedOn, serviceMinutes };
};

/** A claim of volunteer 1, as somebody entered it by hand. */
export const claimed = (n: number, given: Partial<DataOf<'ServiceHoursRecorded'>> = {}) => {
  const { activityId: _activity, sessionId: _session, attestedBy: _by, attestedOn: _on, ...service } = credited(n).data;
  const { dueOn: _due, dueProvisional: _provisional, late: _late, ...claim } = service;
  return {
    type: 'ServiceHoursRecorded' as const,
    data: { ...claim, kind: 'INDIVIDUAL' as const, content: '为邻居老人买药', ...given },
  };
};

export const claimAttested = (n: number, given: Partial<DataOf<'ServiceHoursAttested'>> = {}) => {
  const { content: _content, ...claim } = claimed(n).data;
  return {
    type: 'ServiceHoursAttested' as const,
    data: { ...claim, attestedBy: accountId(2), attestedOn: day('2026-03-17'), ...given },
  };
};

export const heldBack = (n: number, given: Partial<DataOf<'ServiceHoursHeld'>> = {}) => ({
  type: 'ServiceHoursHeld' as const,
  data: {
    ...{ ...credited(n).data, late: true, recordedOn: day('2026-06-01'), lateReasonCode: 'EMERGENCY' as const },
    ...{ holdReasons: ['LATE' as const], approvalLevel: 'SECOND' as const, dayMinutes: 60 },
    ...given,
  },
});

export const approved = (n: number, given: Partial<DataOf<'ServiceHoursApproved'>> = {}) => ({
  type: 'ServiceHoursApproved' as const,
  data: {
    ...{ ...about(n), approvalLevel: 'SECOND' as const, approvedBy: accountId(4), approvedOn: day('2026-06-02') },
    ...given,
  },
});

export const declined = (n: number, given: Partial<DataOf<'ServiceHoursDeclined'>> = {}) => ({
  type: 'ServiceHoursDeclined' as const,
  data: { ...about(n), declinedBy: accountId(4), declinedOn: day('2026-06-02'), reason: '没有佐证', ...given },
});

export const claimWithdrawn = (n: number, given: Partial<DataOf<'ServiceHoursClaimWithdrawn'>> = {}) => ({
  type: 'ServiceHoursClaimWithdrawn' as const,
  data: { ...about(n), withdrawnBy: accountId(3), withdrawnOn: day('2026-06-02'), reason: '记错日期', ...given },
});

export const conflictResolved = (n: number, given: Partial<DataOf<'ServiceHoursConflictResolved'>> = {}) => ({
  type: 'ServiceHoursConflictResolved' as const,
  data: {
    ...{ ...about(n), conflictsWith: entryId(1), standsEntryId: entryId(1) },
    ...{ resolvedBy: accountId(4), resolvedOn: day('2026-06-02'), reason: '以签到表为准' },
    ...given,
  },
});

export const disputed = (n: number, given: Partial<DataOf<'ServiceHoursDisputed'>> = {}) => ({
  type: 'ServiceHoursDisputed' as const,
  data: {
    ...{ volunteerId: volunteerId(1), year: 2026, disputeId: disputeId(n), organizationId: organizationId(1) },
    ...{ ground: 'MINUTES_WRONG' as const, raisedBy: accountId(5), disputedOn: day('2026-07-01') },
    ...{ answerDueOn: day('2026-07-15'), dueProvisional: false, statement: '当天只服务了一小时' },
    ...given,
  },
});

export const escalated = (n: number, given: Partial<DataOf<'ServiceHoursDisputeEscalated'>> = {}) => ({
  type: 'ServiceHoursDisputeEscalated' as const,
  data: {
    ...{ volunteerId: volunteerId(1), year: 2026, disputeId: disputeId(n), organizationId: organizationId(2) },
    ...{ reasonCode: 'OVERDUE' as const, escalatedBy: accountId(5), escalatedOn: day('2026-07-16') },
    ...{ answerDueOn: day('2026-07-30'), dueProvisional: false },
    ...given,
  },
});

export const answered = (n: number, given: Partial<DataOf<'ServiceHoursDisputeAnswered'>> = {}) => ({
  type: 'ServiceHoursDisputeAnswered' as const,
  data: {
    ...{ volunteerId: volunteerId(1), year: 2026, disputeId: disputeId(n), organizationId: organizationId(1) },
    ...{
      outcome: 'NOT_UPHELD' as const,
      answeredBy: accountId(4),
      answeredOn: day('2026-07-10'),
      answer: '签到表属实',
    },
    ...given,
  },
});

export const moved = (n: number, to: number): GivenEvent => ({
  type: 'ServiceHoursMoved',
  data: {
    ...{ ...credited(n).data, toVolunteerId: volunteerId(to), toEntryId: entryId(n + 1000) },
    ...{ movedBy: accountId(4), movedOn: day('2026-06-02') },
  },
});

export const falseClaim = (n: number): GivenEvent => ({
  type: 'FalseClaimEstablished',
  data: {
    ...{ ...about(n), recordedBy: accountId(1), attestedBy: accountId(2), establishedBy: accountId(4) },
    ...{ establishedOn: day('2026-06-02'), finding: '经查未到场', decision: '支委会纪要' },
  },
});

/** One of every kind about volunteer 1 that changes no minute. */
export const hoursFacts: readonly (readonly [stream: string, ...events: GivenEvent[]])[] = [
  [
    `hours-${volunteerId(1)}-2026`,
    ...[claimed(50), claimAttested(50), heldBack(51), approved(51), declined(52), conflictResolved(53)],
    ...[claimed(55), claimWithdrawn(55)],
    ...[moved(54, 2), falseClaim(54), disputed(1), escalated(1), answered(1)],
  ],
];
