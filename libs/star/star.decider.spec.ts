import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { EventCodec } from '#libs/event-store/codec';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { nationalStarScheme, zhangjiagangStarScheme } from '#libs/policy/star-scheme';
import { starCommands, type StarCommand } from './star.commands.js';
import { starDecider, starsHeld, type StarFacts } from './star.decider.js';
import { starEvents, starStream, type StarEvent } from './star.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const asOfOn = day('2026-06-30');
const decider = { ...someAct, by: idOf<AccountId>(7) };

const factsOf = (creditedMinutes: number, scheme = nationalStarScheme): StarFacts => ({
  organizationId,
  isEnrolled: true,
  scheme,
  minutes: { creditedMinutes: creditedMinutes as Minutes, position: '4711' },
});
type Level = 1 | 2 | 3 | 4 | 5;
const apply = (stars: Level = 1, day = asOfOn): StarCommand => ({
  type: 'ApplyForStar',
  data: { volunteerId, stars, asOfOn: day },
});
const award = (stars: Level = 1, document?: string): StarCommand => ({
  type: 'AwardStar',
  data: { volunteerId, stars, ...(document ? { document } : {}) },
});
const decline = (stars: Level = 1): StarCommand => ({
  type: 'DeclineStar',
  data: { volunteerId, stars, reason: '资料不全' },
});
const revoke = (stars: Level = 1): StarCommand => ({
  type: 'RevokeStar',
  data: { volunteerId, stars, reasonCode: 'FALSE_CLAIM', reason: '时长不实' },
});
const basisOf = (stars: Level, creditedMinutes: number, scheme = nationalStarScheme) => ({
  volunteerId,
  organizationId,
  stars,
  scheme: scheme.id,
  schemeVersion: 1,
  requiredMinutes: scheme.levels[stars - 1]!.serviceMinutesMin as Minutes,
  asOfOn,
  creditedMinutes: creditedMinutes as Minutes,
  position: '4711',
  approverLevel: scheme.levels[stars - 1]!.approverLevel,
});
const filed = (stars: Level = 1, creditedMinutes = 6_000): StarEvent => ({
  type: 'StarApplicationFiled',
  data: { ...basisOf(stars, creditedMinutes), filedOn: someAct.today, filedBy: someAct.by },
});
const awarded = (stars: Level = 1, creditedMinutes = 6_000): StarEvent => ({
  type: 'StarAwarded',
  data: { ...basisOf(stars, creditedMinutes), awardedOn: someAct.today },
});
const declined: StarEvent = {
  type: 'StarApplicationDeclined',
  data: { volunteerId, organizationId, stars: 1, declinedOn: someAct.today, reason: '资料不全' },
};
const revoked: StarEvent = {
  type: 'StarRevoked',
  data: {
    volunteerId,
    organizationId,
    stars: 1,
    revokedOn: someAct.today,
    reasonCode: 'FALSE_CLAIM',
    reason: '时长不实',
  },
};
const when = (past: readonly StarEvent[], command: StarCommand, facts: StarFacts = factsOf(6_000), act = someAct) =>
  specification(starDecider)(...past).when(command, facts, act);

describe('applying for a star', () => {
  it('keeps the scheme, the minutes and the position they were added up at', () => {
    expect(when([], apply())).toEqual([filed()]);
    expect(when([filed()], apply())).toEqual([]);
  });

  it.each([
    [1, 100],
    [2, 300],
    [3, 600],
    [4, 1_000],
    [5, 1_500],
  ] as const)('of %d stars takes %d hours: one minute less does not do, one more does', (stars, hours) => {
    const least = hours * 60;
    expect(when([], apply(stars), factsOf(least - 1))).toEqual({
      refused: 'minutes_must_suffice_for_the_star',
      details: { missingMinutes: 1 },
    });
    expect(when([], apply(stars), factsOf(least))).toEqual([filed(stars, least)]);
    expect(when([], apply(stars), factsOf(least + 1))).toEqual([filed(stars, least + 1)]);
  });

  it('goes by the scheme in force', () => {
    expect(when([], apply(), factsOf(1_800, zhangjiagangStarScheme))).toMatchObject([
      { data: { scheme: 'STAR-ZJG-1', requiredMinutes: 1_800 } },
    ]);
    expect(refusedAs(when([], apply(), factsOf(1_800)))).toBe('minutes_must_suffice_for_the_star');
  });

  it('is one at a time, for a higher star than the person has', () => {
    expect(refusedAs(when([filed()], apply(2)))).toBe('one_star_application_at_a_time');
    expect(refusedAs(when([filed()], apply(1, day('2026-06-29'))))).toBe('one_star_application_at_a_time');
    expect(refusedAs(when([awarded(2)], apply(1)))).toBe('star_must_rise');
    expect(refusedAs(when([awarded(1)], apply(1)))).toBe('star_must_rise');
    expect(when([awarded(1)], apply(2), factsOf(18_000))).toEqual([filed(2, 18_000)]);
    expect(when([filed(), declined], apply())).toEqual([filed()]);
  });

  it.each([
    ['2026-06-30', undefined],
    ['2026-07-01', undefined],
    ['2026-07-02', 'day_must_not_lie_ahead'],
  ])('with minutes up to %s, asked on 1 July', (asOf, refusal) => {
    expect(refusedAs(when([], apply(1, day(asOf))))).toBe(refusal);
  });

  it('is refused to who is not enrolled, and where scheme or minutes are not known', () => {
    const { scheme: _scheme, ...without } = factsOf(6_000);
    const { minutes: _minutes, ...none } = factsOf(6_000);
    expect(refusedAs(when([], apply(), { ...factsOf(6_000), isEnrolled: false }))).toBe('star_is_for_the_enrolled');
    expect(refusedAs(when([], apply(), { isEnrolled: true }))).toBe('star_is_for_the_enrolled');
    expect(refusedAs(when([], apply(), without))).toBe('star_needs_minutes');
    expect(refusedAs(when([], apply(), none))).toBe('star_needs_minutes');
  });
});

describe('awarding a star', () => {
  it('is done by another than who applied, once', () => {
    expect(when([filed()], award(), factsOf(6_000), decider)).toEqual([awarded()]);
    expect(when([filed(), awarded()], award(), factsOf(6_000), decider)).toEqual([]);
    expect(refusedAs(when([filed()], award()))).toBe('applicant_and_decider_must_differ');
    expect(refusedAs(when([filed()], award(), factsOf(6_000), { ...decider, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_star',
    );
  });

  it('F-08: of a record that gave way is decided there, by nobody of either record, and never twice for the person', () => {
    const survivor = idOf<VolunteerId>(9);
    const others = { ...factsOf(6_000), otherRecords: [survivor], isEnrolled: false };
    expect(when([filed()], award(), others, decider)).toEqual([awarded()]);
    for (const asked of [award(), decline()])
      expect(refusedAs(when([filed()], asked, others, { ...decider, byVolunteer: survivor }))).toBe(
        'nobody_decides_on_their_own_star',
      );
    expect(refusedAs(when([filed(), awarded()], revoke(), others, { ...decider, byVolunteer: survivor }))).toBe(
      'nobody_decides_on_their_own_star',
    );
    expect(refusedAs(when([filed()], award(), { ...others, inheritedStars: 1 }, decider))).toBe('star_must_rise');
    expect(refusedAs(when([], apply(), { ...factsOf(6_000), hasOtherApplication: true }))).toBe(
      'one_star_application_at_a_time',
    );
  });

  it('needs an application for that star', () => {
    expect(refusedAs(when([], award(), factsOf(6_000), decider))).toBe('star_must_be_applied_for');
    expect(refusedAs(when([filed()], award(2), factsOf(6_000), decider))).toBe('star_must_be_applied_for');
    expect(refusedAs(when([filed(), declined], award(), factsOf(6_000), decider))).toBe('star_must_be_applied_for');
  });

  it.each([
    [5_999, 'minutes_must_still_suffice'],
    [6_000, undefined],
    [6_001, undefined],
  ])('is done on the minutes that still count: %d', (minutes, refusal) => {
    expect(refusedAs(when([filed()], award(), factsOf(minutes), decider))).toBe(refusal);
  });

  it('needs the minutes', () => {
    expect(refusedAs(when([filed()], award(), { organizationId, isEnrolled: true }, decider))).toBe(
      'star_needs_minutes',
    );
  });

  it('stands under the scheme it was applied for, whatever is in force at the decision', () => {
    expect(when([filed()], award(), factsOf(6_000, zhangjiagangStarScheme), decider)).toEqual([awarded()]);
  });

  it('of five stars needs the paper of the province', () => {
    const past = [filed(5, 90_000)];
    expect(refusedAs(when(past, award(5), factsOf(90_000), decider))).toBe('province_decides_by_a_document');
    expect(when(past, award(5, '示例〔2026〕1号'), factsOf(90_000), decider)).toMatchObject([
      { data: { document: '示例〔2026〕1号' } },
    ]);
  });
});

describe('declining and revoking', () => {
  it('declines what was applied for, not by the applicant', () => {
    expect(when([filed()], decline(), factsOf(6_000), decider)).toEqual([declined]);
    expect(refusedAs(when([filed()], decline()))).toBe('applicant_and_decider_must_differ');
    expect(refusedAs(when([filed()], decline(), factsOf(6_000), { ...decider, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_star',
    );
    expect(refusedAs(when([], decline(), factsOf(6_000), decider))).toBe('star_must_be_applied_for');
    expect(refusedAs(when([filed()], decline(2), factsOf(6_000), decider))).toBe('star_must_be_applied_for');
  });

  it('revokes a star that is held; the one before it is there again', () => {
    expect(when([awarded()], revoke())).toEqual([revoked]);
    expect(refusedAs(when([], revoke()))).toBe('star_must_be_held');
    expect(refusedAs(when([awarded(), revoked], revoke()))).toBe('star_must_be_held');
    expect(refusedAs(when([awarded()], revoke(), factsOf(0), { ...decider, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_star',
    );
    const held = [awarded(1), awarded(2), { ...revoked, data: { ...revoked.data, stars: 2 } } as StarEvent];
    const folded = held.reduce((stars, event) => starDecider.evolve(stars, event as never), starDecider.initial);
    expect(starsHeld(folded)).toBe(1);
  });
});

describe('folding', () => {
  it('decides only what the event definitions accept', () => {
    const codec = new EventCodec(starEvents);
    for (const event of [filed(), awarded(), declined, revoked])
      expect(() => codec.split(event, starStream(volunteerId))).not.toThrow();
  });

  it('leaves the state alone at what it does not know', () => {
    const later = { type: 'StarPolished', data: {} } as unknown as StarEvent;
    expect(when([later], apply())).toEqual([filed()]);
  });
});

describe('what is asked', () => {
  it('in full, and nothing of it left out', () => {
    for (const { type, data } of [apply(), award(1, '示例'), decline(), revoke()]) {
      const faults = (given: object): string[] =>
        validateSync(Object.assign(new starCommands[type](), given)).map(({ property }) => property);
      expect(faults(data)).toEqual([]);
      expect(faults({}).sort()).toEqual(
        Object.keys(data)
          .filter((field) => field !== 'document')
          .sort(),
      );
      expect(faults({ ...data, stars: 6 })).toEqual(['stars']);
    }
  });
});
