import { describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import type { Act } from '#libs/kernel/decider';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { ReviewCommand } from './review.commands.js';
import { reviewDecider, type ReviewFacts, type TeamFigures, type VolunteerFigures } from './review.decider.js';
import { reviewEvents, reviewStream, type ReviewEvent } from './review.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const volunteerId = idOf<VolunteerId>(1);
const teamId = idOf<TeamId>(2);
const organizationId = idOf<OrganizationId>(3);
const basis = { organizationId, pack: 'ZJ-2013-37', packVersion: 1, position: '4711' };
const day = (text: string): LocalDate => text as LocalDate;

const volunteerFigures = (serviceMinutes: number, targetMinutes?: number): VolunteerFigures => ({
  of: 'volunteer',
  ...basis,
  serviceMinutes: serviceMinutes as Minutes,
  activities: 12,
  ...(targetMinutes === undefined ? {} : { targetMinutes: targetMinutes as Minutes }),
});
const teamFigures = (activities: number, targetActivities?: number): TeamFigures => ({
  of: 'team',
  ...basis,
  activities,
  members: 34,
  serviceMinutes: 48_000 as Minutes,
  ...(targetActivities === undefined ? {} : { targetActivities }),
});
const volunteerPrepared = (serviceMinutes: number, targetMinutes?: number): ReviewEvent => {
  const { of: _of, ...figures } = volunteerFigures(serviceMinutes, targetMinutes);
  return { type: 'VolunteerReviewPrepared', data: { ...figures, volunteerId, year: 2026, preparedOn: someAct.today } };
};
const teamPrepared = (activities: number, targetActivities?: number): ReviewEvent => {
  const { of: _of, ...figures } = teamFigures(activities, targetActivities);
  return { type: 'TeamReviewPrepared', data: { ...figures, teamId, year: 2026, preparedOn: someAct.today } };
};

type VolunteerConfirmed = Extract<ReviewEvent, { type: 'VolunteerReviewConfirmed' }>;
type TeamConfirmed = Extract<ReviewEvent, { type: 'TeamReviewConfirmed' }>;

const prepareVolunteer = (year = 2026): ReviewCommand => ({
  type: 'PrepareVolunteerReview',
  data: { volunteerId, year },
});
const prepareTeam = (year = 2026): ReviewCommand => ({ type: 'PrepareTeamReview', data: { teamId, year } });
const confirmVolunteer = (conclusion: VolunteerConfirmed['data']['conclusion'], note?: string): ReviewCommand => ({
  type: 'ConfirmVolunteerReview',
  data: { volunteerId, year: 2026, conclusion, ...(note ? { note } : {}) },
});
const confirmTeam = (conclusion: TeamConfirmed['data']['conclusion'], note?: string): ReviewCommand => ({
  type: 'ConfirmTeamReview',
  data: { teamId, year: 2026, conclusion, ...(note ? { note } : {}) },
});
const volunteerConfirmed: ReviewEvent = {
  type: 'VolunteerReviewConfirmed',
  data: { organizationId, volunteerId, year: 2026, conclusion: 'TARGET_MET', confirmedOn: someAct.today },
};
const teamConfirmed: ReviewEvent = {
  type: 'TeamReviewConfirmed',
  data: { organizationId, teamId, year: 2026, conclusion: 'TARGET_MET', confirmedOn: someAct.today },
};

const given = specification(reviewDecider);
const when = (past: readonly ReviewEvent[], command: ReviewCommand, facts?: ReviewFacts, act: Act = someAct) =>
  given(...past).when(command, facts, act);

describe('preparing the review of a volunteer', () => {
  it('writes the figures with the pack and the log position they rest on', () => {
    expect(when([], prepareVolunteer(), volunteerFigures(1440, 1440))).toEqual([volunteerPrepared(1440, 1440)]);
    expect(when([], prepareVolunteer(), volunteerFigures(1440))).toEqual([volunteerPrepared(1440)]);
  });

  it('says nothing when only the log grew, also after the confirmation', () => {
    const later = { ...volunteerFigures(1440, 1440), position: '4999' };
    const nextDay: Act = { ...someAct, today: day('2026-07-02') };
    expect(when([volunteerPrepared(1440, 1440)], prepareVolunteer(), later, nextDay)).toEqual([]);
    expect(when([volunteerPrepared(1440, 1440), volunteerConfirmed], prepareVolunteer(), later)).toEqual([]);
  });

  it.each([
    ['minutes', { serviceMinutes: 1441 as Minutes }],
    ['activities', { activities: 13 }],
    ['target', { targetMinutes: 1500 as Minutes }],
    ['pack', { pack: 'HF-2013' }],
    ['version of the pack', { packVersion: 2 }],
    ['organization', { organizationId: idOf<OrganizationId>(77) }],
  ])('with other %s is written anew, and refused once confirmed', (_what, change) => {
    const figures = { ...volunteerFigures(1440, 1440), ...change };
    expect(when([volunteerPrepared(1440, 1440)], prepareVolunteer(), figures)).toMatchObject([{ data: change }]);
    expect(refusedAs(when([volunteerPrepared(1440, 1440), volunteerConfirmed], prepareVolunteer(), figures))).toBe(
      'confirmed_review_is_final',
    );
  });

  it('with a target where there was none is written anew', () => {
    expect(when([volunteerPrepared(1440)], prepareVolunteer(), volunteerFigures(1440, 1440))).toHaveLength(1);
  });

  it('is concluded on the latest figures', () => {
    const past = [volunteerPrepared(1439, 1440), volunteerPrepared(1440, 1440)];
    expect(when(past, confirmVolunteer('TARGET_MET'))).toEqual([volunteerConfirmed]);
  });

  it.each([
    [2025, undefined],
    [2026, undefined],
    [2027, 'review_year_must_have_begun'],
  ])('of %i, asked in 2026', (year, refusal) => {
    expect(refusedAs(when([], prepareVolunteer(year), volunteerFigures(1440, 1440)))).toBe(refusal);
  });

  it('is refused without figures, or with those of a team', () => {
    expect(refusedAs(when([], prepareVolunteer()))).toBe('review_needs_figures');
    expect(refusedAs(when([], prepareVolunteer(), teamFigures(10, 10)))).toBe('review_needs_figures');
  });
});

describe('confirming the review of a volunteer', () => {
  it.each([
    [1439, 'TARGET_MET', 'target_is_met_only_when_reached'],
    [1440, 'TARGET_MET', undefined],
    [1441, 'TARGET_MET', undefined],
    [1439, 'TARGET_NOT_MET', undefined],
    [1440, 'TARGET_NOT_MET', 'target_is_not_met_only_below_it'],
    [1441, 'TARGET_NOT_MET', 'target_is_not_met_only_below_it'],
    [1439, 'NOT_APPLICABLE', 'not_applicable_only_without_a_target'],
  ] as const)('%i of 1,440 minutes (Z-69 “不得少于24小时”) as %s', (minutes, conclusion, refusal) => {
    const decision = when([volunteerPrepared(minutes, 1440)], confirmVolunteer(conclusion));
    expect(refusedAs(decision)).toBe(refusal);
    expect(decision).toMatchObject(refusal ? { details: { target: 1440 } } : [{ data: { conclusion } }]);
  });

  it('says in the refusal what was reached and what was wanted', () => {
    expect(when([volunteerPrepared(1439, 1440)], confirmVolunteer('TARGET_MET'))).toEqual({
      refused: 'target_is_met_only_when_reached',
      details: { reached: 1439, target: 1440 },
    });
  });

  it.each([
    ['NOT_APPLICABLE', undefined],
    ['TARGET_MET', 'without_a_target_only_not_applicable'],
    ['TARGET_NOT_MET', 'without_a_target_only_not_applicable'],
    ['EXEMPTED', 'without_a_target_only_not_applicable'],
  ] as const)('under a pack without a target as %s', (conclusion, refusal) => {
    expect(refusedAs(when([volunteerPrepared(1440)], confirmVolunteer(conclusion, '年满七十五岁')))).toBe(refusal);
  });

  it.each([0, 1440])('exempts with a note at %i minutes, and is refused without one', (minutes) => {
    const past = [volunteerPrepared(minutes, 1440)];
    const exempted = { ...volunteerConfirmed.data, conclusion: 'EXEMPTED', note: '长期患病' };
    expect(when(past, confirmVolunteer('EXEMPTED', '长期患病'))).toEqual([
      { type: 'VolunteerReviewConfirmed', data: exempted },
    ]);
    expect(refusedAs(when(past, confirmVolunteer('EXEMPTED')))).toBe('exemption_needs_a_note');
  });

  it('is refused to the volunteer under review, and open to another one', () => {
    const own: Act = { ...someAct, byVolunteer: volunteerId };
    const other: Act = { ...someAct, byVolunteer: idOf<VolunteerId>(77) };
    const past = [volunteerPrepared(1440, 1440)];
    expect(refusedAs(when(past, confirmVolunteer('TARGET_MET'), undefined, own))).toBe(
      'nobody_confirms_their_own_review',
    );
    expect(when(past, confirmVolunteer('TARGET_MET'), undefined, other)).toEqual([volunteerConfirmed]);
  });

  it('says nothing when repeated and refuses another conclusion', () => {
    const past = [volunteerPrepared(1440, 1440), volunteerConfirmed];
    expect(when(past, confirmVolunteer('TARGET_MET'))).toEqual([]);
    expect(refusedAs(when(past, confirmVolunteer('EXEMPTED', '长期患病')))).toBe('confirmed_review_is_final');
  });

  it('is refused where no figures of a volunteer were prepared', () => {
    expect(refusedAs(when([], confirmVolunteer('TARGET_MET')))).toBe('review_must_be_prepared');
    expect(refusedAs(when([teamPrepared(10, 10)], confirmVolunteer('TARGET_MET')))).toBe('review_must_be_prepared');
  });
});

describe('the review of a team', () => {
  it('writes the figures and says nothing when they come again', () => {
    expect(when([], prepareTeam(), teamFigures(10, 10))).toEqual([teamPrepared(10, 10)]);
    expect(when([teamPrepared(10, 10)], prepareTeam(), { ...teamFigures(10, 10), position: '4999' })).toEqual([]);
  });

  it.each([
    ['activities', { activities: 11 }],
    ['members', { members: 35 }],
    ['minutes', { serviceMinutes: 48_001 as Minutes }],
    ['target', { targetActivities: 12 }],
  ])('with other %s is written anew, and refused once confirmed', (_what, change) => {
    const figures = { ...teamFigures(10, 10), ...change };
    expect(when([teamPrepared(10, 10)], prepareTeam(), figures)).toMatchObject([{ data: change }]);
    expect(refusedAs(when([teamPrepared(10, 10), teamConfirmed], prepareTeam(), figures))).toBe(
      'confirmed_review_is_final',
    );
  });

  it('is refused without figures, with those of a volunteer, or before its year', () => {
    expect(refusedAs(when([], prepareTeam()))).toBe('review_needs_figures');
    expect(refusedAs(when([], prepareTeam(), volunteerFigures(1440, 1440)))).toBe('review_needs_figures');
    expect(refusedAs(when([], prepareTeam(2027), teamFigures(10, 10)))).toBe('review_year_must_have_begun');
  });

  it.each([
    [9, 'TARGET_MET', 'target_is_met_only_when_reached'],
    [10, 'TARGET_MET', undefined],
    [11, 'TARGET_MET', undefined],
    [9, 'TARGET_NOT_MET', undefined],
    [10, 'TARGET_NOT_MET', 'target_is_not_met_only_below_it'],
    [11, 'TARGET_NOT_MET', 'target_is_not_met_only_below_it'],
    [9, 'NOT_APPLICABLE', 'not_applicable_only_without_a_target'],
  ] as const)('%i of 10 activities (Z-68 “不得少于10次”) confirmed as %s', (activities, conclusion, refusal) => {
    expect(refusedAs(when([teamPrepared(activities, 10)], confirmTeam(conclusion)))).toBe(refusal);
  });

  it('is not applicable under a pack without a target', () => {
    expect(when([teamPrepared(9)], confirmTeam('NOT_APPLICABLE', '规则包未定次数'))).toEqual([
      {
        type: 'TeamReviewConfirmed',
        data: { ...teamConfirmed.data, conclusion: 'NOT_APPLICABLE', note: '规则包未定次数' },
      },
    ]);
    expect(refusedAs(when([teamPrepared(9)], confirmTeam('TARGET_MET')))).toBe('without_a_target_only_not_applicable');
  });

  it('is confirmed once', () => {
    expect(when([teamPrepared(10, 10)], confirmTeam('TARGET_MET'))).toEqual([teamConfirmed]);
    expect(when([teamPrepared(10, 10), teamConfirmed], confirmTeam('TARGET_MET'))).toEqual([]);
    expect(refusedAs(when([teamPrepared(10, 10), teamConfirmed], confirmTeam('TARGET_NOT_MET')))).toBe(
      'confirmed_review_is_final',
    );
  });

  it('is refused where no figures of a team were prepared', () => {
    expect(refusedAs(when([], confirmTeam('TARGET_MET')))).toBe('review_must_be_prepared');
    expect(refusedAs(when([volunteerPrepared(1440, 1440)], confirmTeam('TARGET_MET')))).toBe('review_must_be_prepared');
  });
});

describe('folding a review', () => {
  it('decides only what the event definitions accept', () => {
    const codec = new EventCodec(reviewEvents);
    const decided = [
      when([], prepareVolunteer(), volunteerFigures(1440, 1440)),
      when([], prepareTeam(), teamFigures(10, 10)),
      when([volunteerPrepared(1440, 1440)], confirmVolunteer('TARGET_MET', '表现突出')),
      when([teamPrepared(10, 10)], confirmTeam('TARGET_MET')),
    ].flat() as ReviewEvent[];
    expect(decided.map((event) => codec.split(event, reviewStream(volunteerId, 2026)).clear['year'])).toEqual([
      2026, 2026, 2026, 2026,
    ]);
  });

  it('leaves the state alone at an event of a later version, and at a confirmation of nothing', () => {
    const later = { type: 'ReviewAdjusted', data: {} } as unknown as ReviewEvent;
    expect(when([volunteerPrepared(1440, 1440), later], confirmVolunteer('TARGET_MET'))).toEqual([volunteerConfirmed]);
    expect(refusedAs(when([volunteerConfirmed], confirmVolunteer('TARGET_MET')))).toBe('review_must_be_prepared');
  });
});
