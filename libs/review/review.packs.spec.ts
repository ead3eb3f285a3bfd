import { describe, expect, it } from '@jest/globals';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { ReviewCommand } from './review.commands.js';
import { reviewDecider, type MeasuredUnder, type ReviewFacts } from './review.decider.js';
import type { ReviewEvent } from './review.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const [volunteerId, teamId, organizationId] = [idOf<VolunteerId>(1), idOf<TeamId>(2), idOf<OrganizationId>(3)];
const day = (text: string): LocalDate => text as LocalDate;
const basis = {
  organizationId,
  pack: 'ZJ-2013-37',
  packVersion: 2,
  position: '4711',
  serviceMinutes: 1800 as Minutes,
  activities: 12,
};

// 24 hours until June, 30 from July: the case of F-43.
const before = { pack: 'ZJ-2013-37', packVersion: 1, fromOn: day('2026-01-01'), untilOn: day('2026-06-30') };
const after = { pack: 'ZJ-2013-37', packVersion: 2, fromOn: day('2026-07-01'), untilOn: day('2026-12-31') };
const measuredAt = (first: number, second: number): readonly MeasuredUnder[] => [
  { ...before, reached: first, target: 1440 },
  { ...after, reached: second, target: 1800 },
];
const figures = (measured: readonly MeasuredUnder[]): ReviewFacts => ({
  ...{ of: 'volunteer', ...basis, measured },
  ...{ targetMinutes: 1800 as Minutes, proRataTargetMinutes: 1800 as Minutes },
});
const prepare: ReviewCommand = { type: 'PrepareVolunteerReview', data: { volunteerId, year: 2026 } };
const confirmed: ReviewEvent = {
  type: 'VolunteerReviewConfirmed',
  data: { organizationId, volunteerId, year: 2026, conclusion: 'TARGET_MET', confirmedOn: someAct.today },
};
const when = (past: readonly ReviewEvent[], facts: ReviewFacts, command: ReviewCommand = prepare) =>
  specification(reviewDecider)(...past).when(command, facts);
const all = (): readonly ReviewEvent[] => when([], figures(measuredAt(1440, 360))) as readonly ReviewEvent[];

describe('a year in which the rules changed (F-43)', () => {
  it('shows what each pack asked beside what lies in its days', () => {
    expect(all()).toMatchObject([
      { type: 'VolunteerReviewPrepared', data: { targetMinutes: 1800 } },
      {
        type: 'VolunteerReviewPackMeasured',
        data: { ...before, reached: 1440, target: 1440, volunteerId, year: 2026 },
      },
      { type: 'VolunteerReviewPackMeasured', data: { ...after, reached: 360, target: 1800 } },
    ]);
    const team: ReviewFacts = { of: 'team', ...basis, members: 20, measured: measuredAt(6, 5) };
    expect(when([], team, { type: 'PrepareTeamReview', data: { teamId, year: 2026 } })).toMatchObject([
      { type: 'TeamReviewPrepared' },
      { type: 'TeamReviewPackMeasured', data: { teamId, reached: 6 } },
      { type: 'TeamReviewPackMeasured', data: { teamId, reached: 5 } },
    ]);
  });

  it('says nothing when repeated, and is written anew when minutes move from one pack to the other', () => {
    expect(when(all(), figures(measuredAt(1440, 360)))).toEqual([]);
    expect(when(all(), figures(measuredAt(1439, 361)))).toHaveLength(3);
    expect(refusedAs(when([...all(), confirmed], figures(measuredAt(1439, 361))))).toBe('confirmed_review_is_final');
  });

  it('begins anew with each preparation', () => {
    expect(when([...all(), ...all()], figures(measuredAt(1440, 360)))).toEqual([]);
    expect(when([all()[1]!], figures(measuredAt(1440, 360)))).toHaveLength(3);
  });
});
