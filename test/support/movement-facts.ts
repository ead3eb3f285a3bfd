import { day, organizationId, volunteerId } from './made-up-facts.js';
import type { GivenEvent } from './projection-bench.js';

const passage = (n: number, from: number, to: number) => ({
  volunteerId: volunteerId(n),
  fromOrganizationId: organizationId(from),
  toOrganizationId: organizationId(to),
});
const at = (n: number, organization = 1) => ({
  volunteerId: volunteerId(n),
  organizationId: organizationId(organization),
});

export const transferSent = (n: number, from: number, to: number, sentOn: string) => ({
  type: 'AffiliationTransferSent' as const,
  data: { ...passage(n, from, to), sentOn: day(sentOn) },
});

export const transferReceived = (n: number, from: number, to: number, receivedOn: string) => ({
  type: 'AffiliationTransferReceived' as const,
  data: { ...passage(n, from, to), receivedOn: day(receivedOn) },
});

export const transferRefused = (n: number, from: number, to: number, refusedOn: string) => ({
  type: 'AffiliationTransferRefused' as const,
  data: { ...passage(n, from, to), refusedOn: day(refusedOn), reason: '材料不全' },
});

export const transferCalledBack = (n: number, from: number, to: number, calledBackOn: string) => ({
  type: 'AffiliationTransferCalledBack' as const,
  data: { ...passage(n, from, to), calledBackOn: day(calledBackOn), reason: '不再调动' },
});

export const affiliationMoved = (n: number, from: number, to: number, movedOn: string) => ({
  type: 'AffiliationMoved' as const,
  data: { ...passage(n, from, to), movedOn: day(movedOn) },
});

export const retired = (n: number, retiredOn: string) => ({
  type: 'RetirementRecorded' as const,
  data: { ...at(n), retiredOn: day(retiredOn) },
});

export const deceased = (n: number, deceasedOn: string) => ({
  type: 'VolunteerDeceased' as const,
  data: { ...at(n), deceasedOn: day(deceasedOn), source: '家属告知' },
});

export const deathRetracted = (n: number, retractedOn: string) => ({
  type: 'DeathRetracted' as const,
  data: { ...at(n), retractedOn: day(retractedOn), reason: '登记错人' },
});

export const ceased = (n: number, ceasedOn: string, measure = 'REMOVED') => ({
  type: 'MembershipCeased' as const,
  data: { ...at(n), ceasedOn: day(ceasedOn), measure, reason: '示例原因' },
});

export const restored = (n: number, restoredOn: string) => ({
  type: 'MembershipRestored' as const,
  data: { ...at(n), restoredOn: day(restoredOn), reason: '示例原因' },
});

export const probationExtended = (n: number, decidedOn: string, extendedUntil: string) => ({
  type: 'ProbationExtended' as const,
  data: { ...at(n), decidedOn: day(decidedOn), extendedUntil, reason: '示例原因' },
});

export const merged = (n: number, survivor: number, mergedOn: string) => ({
  type: 'PersonsMerged' as const,
  data: {
    ...at(n),
    survivorId: volunteerId(survivor),
    mergedOn: day(mergedOn),
    reason: '重复登记',
    evidence: '身份证',
  },
});

export const mergeUndone = (n: number, survivor: number, undoneOn: string) => ({
  type: 'MergeUndone' as const,
  data: { ...at(n), survivorId: volunteerId(survivor), undoneOn: day(undoneOn), reason: '是两个人' },
});

/** One of every kind about `n`, as far as the volunteer's own stream says it; `other` is the other record or organization. */
export const movements = (n: number, other: number): GivenEvent[] => [
  transferSent(n, 1, other, '2026-05-02'),
  transferRefused(n, 1, other, '2026-05-03'),
  transferSent(n, 1, other, '2026-05-04'),
  transferCalledBack(n, 1, other, '2026-05-05'),
  transferSent(n, 1, other, '2026-05-06'),
  transferReceived(n, 1, other, '2026-05-07'),
  affiliationMoved(n, other, 1, '2026-05-08'),
  retired(n, '2026-05-09'),
  deceased(n, '2026-05-10'),
  deathRetracted(n, '2026-05-11'),
  ceased(n, '2026-05-12'),
  restored(n, '2026-05-13'),
  probationExtended(n, '2026-05-14', '2026-11-14'),
  merged(n, other, '2026-05-15'),
  mergeUndone(n, other, '2026-05-16'),
  {
    type: 'DuplicateLinked',
    data: { volunteerId: volunteerId(n), duplicateId: volunteerId(other), linkedOn: day('2026-05-17') },
  },
  {
    type: 'DuplicateUnlinked',
    data: { volunteerId: volunteerId(n), duplicateId: volunteerId(other), unlinkedOn: day('2026-05-18') },
  },
];
