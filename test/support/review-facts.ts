import type { ExemptionId, TalkId } from '#libs/kernel/ids';
import { quotaStream, type QuotaEvent } from '#libs/review/quota.events';
import type { Minutes } from '#libs/kernel/time';
import type { UnitReviewEvent } from '#libs/review/unit-review.events';
import { starStream, type StarEvent } from '#libs/star/star.events';
import { day, organizationId, volunteerId } from './made-up-facts.js';
import type { GivenEvent } from './projection-bench.js';
import { accountId } from './service-facts.js';

type DataOf<E extends { type: string; data: unknown }, T extends E['type']> = Extract<E, { type: T }>['data'];
const uuidOf = (kind: string, n: number): string => `${kind}0000000-0000-4000-a000-${String(n).padStart(12, '0')}`;

export const exemptionId = (n: number): ExemptionId => uuidOf('a', n) as ExemptionId;
export const talkId = (n: number): TalkId => uuidOf('b', n) as TalkId;

const about = (n: number) => ({ volunteerId: volunteerId(n), organizationId: organizationId(1) });

/** Made-up relief and talks about a person; the same number is the person and the exemption or talk. */
export const exempted = (n: number, given: Partial<DataOf<QuotaEvent, 'QuotaExempted'>> = {}) => ({
  type: 'QuotaExempted' as const,
  data: {
    ...about(n),
    exemptionId: exemptionId(n),
    effectiveOn: day('2026-03-01'),
    exemptedOn: day('2026-02-27'),
    exemptionReason: 'LONG_ILLNESS',
    ...given,
  },
});

export const exemptionEnded = (n: number, endedOn: string) => ({
  type: 'QuotaExemptionEnded' as const,
  data: { ...about(n), exemptionId: exemptionId(n), endedOn: day(endedOn) },
});

export const reminded = (n: number, given: Partial<DataOf<QuotaEvent, 'ReminderTalkHeld'>> = {}) => ({
  type: 'ReminderTalkHeld' as const,
  data: {
    ...about(n),
    talkId: talkId(n),
    heldOn: day('2026-07-01'),
    recordedOn: day('2026-07-01'),
    talkForm: 'FACE_TO_FACE' as const,
    year: 2026,
    half: 1,
    talkedBy: '示例书记',
    ...given,
  },
});

const starBasis = (n: number) => ({
  ...about(n),
  stars: 1,
  scheme: 'STAR-2012-340',
  schemeVersion: 1,
  requiredMinutes: 6_000 as Minutes,
  asOfOn: day('2026-06-30'),
  creditedMinutes: 6_000 as Minutes,
  position: '1',
  approverLevel: 'COUNTY' as const,
});

/** Made-up stars of a person: one star on 6,000 minutes. */
export const starFiled = (n: number, given: Partial<DataOf<StarEvent, 'StarApplicationFiled'>> = {}) => ({
  type: 'StarApplicationFiled' as const,
  data: { ...starBasis(n), filedOn: day('2026-07-01'), filedBy: accountId(1), ...given },
});

export const starAwarded = (n: number, given: Partial<DataOf<StarEvent, 'StarAwarded'>> = {}) => ({
  type: 'StarAwarded' as const,
  data: { ...starBasis(n), awardedOn: day('2026-07-02'), ...given },
});

export const starDeclined = (n: number, stars = 1) => ({
  type: 'StarApplicationDeclined' as const,
  data: { ...about(n), stars, declinedOn: day('2026-07-02'), reason: '资料不全' },
});

export const starRevoked = (n: number, stars = 1) => ({
  type: 'StarRevoked' as const,
  data: { ...about(n), stars, revokedOn: day('2026-07-03'), reasonCode: 'FALSE_CLAIM' as const, reason: '时长不实' },
});

/** Made-up figures of unit n: nobody came, nobody left. */
export const rosterPrepared = (n: number, given: Partial<DataOf<UnitReviewEvent, 'RosterReviewPrepared'>> = {}) => ({
  type: 'RosterReviewPrepared' as const,
  data: {
    ...{ organizationId: organizationId(n), year: 2026, half: 2, pack: 'ZJ-2013-37', packVersion: 1, position: '1' },
    ...{ preparedOn: day('2026-07-01'), sinceOn: day('2026-01-31'), untilOn: day('2026-07-01') },
    ...{ onRoster: 7, additions: 0, leavers: 0, teamChanges: 0, kindChanges: 0, unchanged: 7, leaderChanges: 0 },
    ...given,
  },
});

export const rosterConfirmed = (n: number, half = 2) => ({
  type: 'RosterReviewConfirmed' as const,
  data: { organizationId: organizationId(n), year: 2026, half, confirmedOn: day('2026-07-02') },
});

export const analysisPrepared = (
  n: number,
  given: Partial<DataOf<UnitReviewEvent, 'ParticipationAnalysisPrepared'>> = {},
) => ({
  type: 'ParticipationAnalysisPrepared' as const,
  data: {
    ...{
      organizationId: organizationId(n),
      year: 2026,
      period: 'FIRST_HALF' as const,
      pack: 'ZJ-2013-37',
      packVersion: 1,
      position: '1',
    },
    ...{
      preparedOn: day('2026-07-01'),
      volunteers: 7,
      exempted: 1,
      participants: 5,
      withoutMinutes: 1,
      minutesMin: 720 as Minutes,
      reached: 4,
    },
    ...{ serviceMinutes: 6_000 as Minutes, declaredMinutes: 0 as Minutes, lateMinutes: 0 as Minutes, entries: 20, teams: 1, activities: 5 },
    ...given,
  },
});

export const analysisSigned = (n: number) => ({
  type: 'ParticipationAnalysisSigned' as const,
  data: {
    organizationId: organizationId(n),
    year: 2026,
    period: 'FIRST_HALF' as const,
    signedOn: day('2026-07-03'),
    conclusion: '总体较好',
  },
});

/** One of every kind about volunteer 1. */
export const reviewFacts: readonly (readonly [stream: string, ...events: GivenEvent[]])[] = [
  [quotaStream(volunteerId(1)), exempted(1), exemptionEnded(1, '2026-06-01'), reminded(1)],
  [starStream(volunteerId(1)), starFiled(1), starDeclined(1), starFiled(1), starAwarded(1), starRevoked(1)],
];
