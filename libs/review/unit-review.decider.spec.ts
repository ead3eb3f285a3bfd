import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { EventCodec } from '#libs/event-store/codec';
import type { OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { unitReviewCommands, type UnitReviewCommand } from './unit-review.commands.js';
import { unitReviewDecider, type UnitReviewFacts } from './unit-review.decider.js';
import { analysisStream, rosterReviewStream, unitReviewEvents, type UnitReviewEvent } from './unit-review.events.js';

const organizationId = '00000000-0000-4000-8000-000000000001' as OrganizationId;
const day = (text: string): LocalDate => text as LocalDate;
const basis = { pack: 'ZJ-2013-37', packVersion: 1, position: '4711' };
const roster = {
  ...basis,
  onRoster: 8,
  additions: 2,
  leavers: 1,
  teamChanges: 1,
  kindChanges: 0,
  unchanged: 5,
  leaderChanges: 1,
};
const analysis = {
  ...{
    ...basis,
    volunteers: 8,
    exempted: 1,
    participants: 6,
    withoutMinutes: 1,
    minutesMin: 720 as Minutes,
    reached: 4,
  },
  ...{
    serviceMinutes: 6_000 as Minutes,
    declaredMinutes: 60 as Minutes,
    lateMinutes: 30 as Minutes,
    entries: 30,
    teams: 1,
    activities: 5,
  },
};
const window = { fromMonthDay: '07-01', untilMonthDay: '07-15' };
const facts: UnitReviewFacts = { roster, analysis, window };

const asked = { organizationId, year: 2026, half: 2, sinceOn: day('2026-01-31'), untilOn: day('2026-07-01') };
const prepare = (given: Partial<typeof asked> = {}): UnitReviewCommand => ({
  type: 'PrepareRosterReview',
  data: { ...asked, ...given },
});
const confirm: UnitReviewCommand = { type: 'ConfirmRosterReview', data: { organizationId, year: 2026, half: 2 } };
const prepared: UnitReviewEvent = {
  type: 'RosterReviewPrepared',
  data: { ...asked, ...roster, preparedOn: someAct.today },
};
const confirmed: UnitReviewEvent = {
  type: 'RosterReviewConfirmed',
  data: { organizationId, year: 2026, half: 2, confirmedOn: someAct.today },
};
const period = { organizationId, year: 2026, period: 'FIRST_HALF' as const };
const analyse: UnitReviewCommand = { type: 'PrepareParticipationAnalysis', data: period };
const sign: UnitReviewCommand = { type: 'SignParticipationAnalysis', data: { ...period, conclusion: '总体较好' } };
const analysed: UnitReviewEvent = {
  type: 'ParticipationAnalysisPrepared',
  data: { ...period, ...analysis, preparedOn: someAct.today },
};
const signed: UnitReviewEvent = {
  type: 'ParticipationAnalysisSigned',
  data: { ...period, conclusion: '总体较好', signedOn: someAct.today },
};

const when = (past: readonly UnitReviewEvent[], command: UnitReviewCommand, given = facts, act = someAct) =>
  specification(unitReviewDecider)(...past).when(command, given, act);
const on = (today: string) => ({ ...someAct, today: day(today) });

describe('the roster review', () => {
  it('writes the movements between two days, and says nothing when only the log grew', () => {
    expect(when([], prepare())).toEqual([prepared]);
    expect(
      when([prepared], prepare(), { ...facts, roster: { ...roster, position: '5000' } }, on('2026-07-02')),
    ).toEqual([]);
    expect(when([prepared], prepare(), { ...facts, roster: { ...roster, leavers: 2 } })).toHaveLength(1);
  });

  it.each([
    ['2026-06-30', 'roster_review_has_its_window'],
    ['2026-07-01', undefined],
    ['2026-07-15', undefined],
    ['2026-07-16', 'roster_review_has_its_window'],
  ])('in July goes to %s (A-29: 1 to 15 July)', (untilOn, refusal) => {
    expect(refusedAs(when([], prepare({ untilOn: day(untilOn) }), facts, on('2026-08-01')))).toBe(refusal);
    const { window: _window, ...free } = facts;
    expect(refusedAs(when([], prepare({ untilOn: day(untilOn) }), free, on('2026-08-01')))).toBeUndefined();
  });

  it('lies between two days that have been', () => {
    expect(refusedAs(when([], prepare({ sinceOn: day('2026-07-01') })))).toBe('roster_review_needs_two_days');
    expect(when([], prepare({ sinceOn: day('2026-06-30') }))).toHaveLength(1);
    expect(refusedAs(when([], prepare({ untilOn: day('2026-07-02') })))).toBe('day_must_not_lie_ahead');
    expect(refusedAs(when([], prepare(), { window }))).toBe('unit_review_needs_figures');
  });

  it('is confirmed by a person, once, and then final', () => {
    expect(when([prepared], confirm)).toEqual([confirmed]);
    expect(when([prepared, confirmed], confirm)).toEqual([]);
    expect(refusedAs(when([], confirm))).toBe('roster_review_must_be_prepared');
    expect(refusedAs(when([confirmed], confirm))).toBe('roster_review_must_be_prepared');
    expect(refusedAs(when([prepared, confirmed], prepare(), { ...facts, roster: { ...roster, leavers: 2 } }))).toBe(
      'finished_unit_review_is_final',
    );
    expect(when([prepared, confirmed], prepare())).toEqual([]);
  });
});

describe('the analysis of a period', () => {
  it('writes the figures, signed by a person once', () => {
    expect(when([], analyse)).toEqual([analysed]);
    expect(when([analysed], analyse)).toEqual([]);
    expect(when([analysed], sign)).toEqual([signed]);
    expect(when([analysed, signed], sign)).toEqual([]);
    expect(refusedAs(when([], sign))).toBe('analysis_must_be_prepared');
    expect(refusedAs(when([], analyse, {}))).toBe('unit_review_needs_figures');
    expect(refusedAs(when([analysed, signed], analyse, { ...facts, analysis: { ...analysis, participants: 7 } }))).toBe(
      'finished_unit_review_is_final',
    );
  });

  it.each([
    ['FIRST_HALF', '2026-06-29', 'analysis_period_must_have_ended'],
    ['FIRST_HALF', '2026-06-30', undefined],
    ['FIRST_HALF', '2026-07-01', undefined],
    ['YEAR', '2026-12-30', 'analysis_period_must_have_ended'],
    ['YEAR', '2026-12-31', undefined],
    ['YEAR', '2027-01-01', undefined],
  ] as const)('of %s is drawn up on %s', (of, today, refusal) => {
    const command: UnitReviewCommand = { type: 'PrepareParticipationAnalysis', data: { ...period, period: of } };
    expect(refusedAs(when([], command, facts, on(today)))).toBe(refusal);
  });
});

describe('folding', () => {
  it('decides only what the event definitions accept', () => {
    const codec = new EventCodec(unitReviewEvents);
    for (const event of [prepared, confirmed])
      expect(() => codec.split(event, rosterReviewStream(organizationId, 2026, 2))).not.toThrow();
    for (const event of [analysed, signed])
      expect(() => codec.split(event, analysisStream(organizationId, 2026, 'YEAR'))).not.toThrow();
    expect(analysisStream(organizationId, 2026, 'FIRST_HALF')).not.toBe(analysisStream(organizationId, 2026, 'YEAR'));
  });

  it('leaves the state alone at what it does not know', () => {
    const later = { type: 'RosterReviewFramed', data: {} } as unknown as UnitReviewEvent;
    expect(when([prepared, later], confirm)).toEqual([confirmed]);
  });
});

describe('what is asked', () => {
  it('in full, and nothing of it left out', () => {
    for (const { type, data } of [
      prepare(),
      { type: confirm.type, data: { ...confirm.data, note: '无' } },
      analyse,
      sign,
    ]) {
      const faults = (given: object): string[] =>
        validateSync(Object.assign(new unitReviewCommands[type](), given)).map(({ property }) => property);
      expect(faults(data)).toEqual([]);
      expect(faults({}).sort()).toEqual(
        Object.keys(data)
          .filter((field) => field !== 'note')
          .sort(),
      );
    }
  });
});
