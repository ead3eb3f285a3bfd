import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory } from '../support/branch-story.js';

describe('a star: applied for, decided, and the same under a later scheme', () => {
  let story: BranchStory;
  let volunteer: VolunteerId;
  let entries: string[];
  const stars = (): string => `/api/volunteers/${volunteer}/stars`;
  const adopt = (scheme: string, effectiveOn: string) =>
    story.say('CITY_OFFICE', `/api/organizations/${story.api.top}/star-schemes`, {
      scheme,
      schemeVersion: 1,
      effectiveOn,
    });

  beforeAll(async () => {
    story = await BranchStory.open();
    volunteer = await story.enrol('丁𠮷安', '2026-01-06');
    await adopt('STAR-ZJG-1', '2026-01-01');
    entries = [];
    for (const on of ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'])
      entries.push(...(await story.serve(on, 450, volunteer)));
  }, 60_000);
  afterAll(() => story.close());

  it('is not applied for before the minutes suffice: 1,350 of 1,800', async () => {
    await story.api.settled();
    expect(await story.refused('RECORDER', `${stars()}/application`, { stars: 1, asOfOn: '2026-03-07' })).toBe(
      'minutes_must_suffice_for_the_star',
    );
    expect(await story.ask(`${stars()}/why?asOf=2026-03-07`)).toMatchObject({
      creditedMinutes: 1_350,
      sufficientStars: 0,
      missingMinutes: 450,
      countedEntries: 3,
      leftOutEntries: 1,
    });
    expect((await story.ask(`${stars()}/why/left-out?asOf=2026-03-07`)).items).toMatchObject([
      { because: 'after_the_day', entry: { entryId: entries[3] } },
    ]);
  });

  it('is applied for by the unit, waits on the board, and is decided by the county and not by who applied', async () => {
    await story.say('COUNTY_OFFICE', `${stars()}/application`, { stars: 1, asOfOn: '2026-03-08' });
    expect((await story.ask('/api/star-board?isUndecided=true')).items).toMatchObject([
      { volunteerId: volunteer, appliedStars: 1, sufficientStars: 1, awardedStars: 0 },
    ]);
    expect(await story.refused('COUNTY_OFFICE', `${stars()}/award`, { stars: 1 })).toBe(
      'applicant_and_decider_must_differ',
    );
    await story.say('TEAM_LEADER', `${stars()}/award`, { stars: 1 }, 403);
    await story.say('CITY_OFFICE', `${stars()}/award`, { stars: 1 });
    expect((await story.ask('/api/star-board/counts')).items).toEqual([{ awardedStars: 1, volunteers: 1 }]);
    expect((await story.ask(`${stars()}/why`)).creditedMinutes).toBe(1_800);
    const counted = await story.ask(`${stars()}/why/counted`);
    expect(counted.items.map(({ entryId }) => entryId)).toEqual(entries);
  });

  it('is still the same when another scheme comes, which a dry run showed before', async () => {
    const run = await story.ask('/api/star-board/dry-run?scheme=STAR-2012-340&schemeVersion=1');
    expect(run.items).toMatchObject([
      { volunteerId: volunteer, sufficientStars: 1, sufficientStarsThen: 0, awardedStars: 1 },
    ]);
    const before = await story.ask(stars());
    await story.day('2026-03-20');
    await adopt('STAR-2012-340', '2026-03-20');
    expect((await story.ask(stars()))['awards']).toEqual(before['awards']);
    expect(await story.ask(`${stars()}/why`)).toMatchObject({
      scheme: { id: 'STAR-2012-340' },
      sufficientStars: 0,
      missingMinutes: 4_200,
    });
    expect((await story.ask('/api/star-board')).items).toMatchObject([
      { awardedStars: 1, sufficientStars: 0, isAboveMinutes: true },
    ]);
  });

  it('F-08: counts what two records of one person hold, and no minute twice', async () => {
    const duplicate = await story.enrol('丁𠮷安', '2026-03-21');
    await story.serve('2026-03-22', 30, duplicate, volunteer);
    await story.serve('2026-03-23', 40, duplicate);
    await story.say('CITY_OFFICE', `/api/volunteers/${duplicate}/merge`, {
      ...{ survivorId: volunteer, mergedOn: '2026-03-23', reason: '重复登记', evidence: '同一身份证件' },
    });
    expect(await story.ask(`${stars()}/why`)).toMatchObject({
      creditedMinutes: 1_870,
      countedEntries: 6,
      leftOutEntries: 1,
    });
    expect((await story.ask(`${stars()}/why/left-out`)).items).toMatchObject([
      { because: 'same_time_of_another_record' },
    ]);
    await story.say('CITY_OFFICE', `/api/reviews/volunteers/${volunteer}/2026/preparation`, {});
    expect(await story.ask(`/api/reviews/volunteers/${volunteer}/2026/repetition`)).toMatchObject({
      isEqual: true,
      stored: { serviceMinutes: 1_870 },
    });
  });
});

describe('F-08: a star applied for by the record that gives way', () => {
  let story: BranchStory;
  let [first, second]: VolunteerId[] = [];
  const stars = (whose: VolunteerId | undefined): string => `/api/volunteers/${whose}/stars`;
  const applied = async () => (await story.ask(`/api/star-board?within=${story.branch}&isUndecided=true`)).items;

  beforeAll(async () => {
    story = await BranchStory.open();
    first = await story.enrol('丁𠮷安', '2026-01-06');
    second = await story.enrol('丁𠮷安', '2026-01-06');
    const scheme = { scheme: 'STAR-ZJG-1', schemeVersion: 1, effectiveOn: '2026-01-01' };
    await story.say('CITY_OFFICE', `/api/organizations/${story.api.top}/star-schemes`, scheme);
    for (const on of ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']) await story.serve(on, 450, first);
    await story.say('COUNTY_OFFICE', `${stars(first)}/application`, { stars: 1, asOfOn: '2026-03-08' });
    await story.say('CITY_OFFICE', `/api/volunteers/${first}/merge`, {
      ...{ survivorId: second, mergedOn: '2026-03-08', reason: '重复登记', evidence: '同一身份证件' },
    });
  }, 60_000);
  afterAll(() => story.close());

  it('is not lost: it waits on the board with the person who remains, and they do not apply once more', async () => {
    expect(await applied()).toMatchObject([
      { volunteerId: second, appliedStars: 1, appliedOn: '2026-03-08', approverLevel: 'COUNTY', appliedRecordId: first },
    ]);
    expect(await story.ask(stars(second))).toMatchObject({ appliedStars: 1, appliedRecordId: first });
    const again = { stars: 1, asOfOn: '2026-03-08' };
    expect(await story.refused('COUNTY_OFFICE', `${stars(second)}/application`, again)).toBe(
      'one_star_application_at_a_time',
    );
  });

  it('is decided where it was made, and the star is that of the person', async () => {
    await story.say('CITY_OFFICE', `${stars(first)}/award`, { stars: 1 });
    expect(await applied()).toEqual([]);
    expect(await story.ask(stars(second))).toMatchObject({ awardedStars: 1, awards: [{ stars: 1, volunteerId: first }] });
  });
});

describe('F-08: a star of the record that gives way', () => {
  let story: BranchStory;
  let [first, second]: VolunteerId[] = [];
  const stars = (whose: VolunteerId | undefined): string => `/api/volunteers/${whose}/stars`;
  const board = async () =>
    (await story.ask(`/api/star-board?within=${story.branch}`)).items.map((item) => [
      item['volunteerId'],
      item['awardedStars'],
    ]);

  beforeAll(async () => {
    story = await BranchStory.open();
    [first, second] = [await story.enrol('丁𠮷安', '2026-01-06'), await story.enrol('丁𠮷安', '2026-01-07')];
    await story.say('CITY_OFFICE', `/api/organizations/${story.api.top}/star-schemes`, {
      ...{ scheme: 'STAR-ZJG-1', schemeVersion: 1, effectiveOn: '2026-01-01' },
    });
    for (const on of ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']) await story.serve(on, 450, first);
    await story.say('COUNTY_OFFICE', `${stars(first)}/application`, { stars: 1, asOfOn: '2026-03-08' });
    await story.say('CITY_OFFICE', `${stars(first)}/award`, { stars: 1 });
  }, 90_000);
  afterAll(() => story.close(), 180_000);

  it('is the survivor’s: shown once, explained, counted, and not awarded a second time', async () => {
    expect((await board()).sort()).toEqual([[first, 1], [second, 0]].sort());
    await story.say('CITY_OFFICE', `/api/volunteers/${first}/merge`, {
      ...{ survivorId: second, mergedOn: '2026-03-08', reason: '重复登记', evidence: '同一身份证件' },
    });
    expect(await board()).toEqual([[second, 1]]);
    const awards = [{ stars: 1, awardedOn: '2026-03-08', scheme: 'STAR-ZJG-1', volunteerId: first }];
    expect(await story.ask(stars(second))).toMatchObject({ awardedStars: 1, awards });
    expect(await story.ask(`${stars(second)}/why`)).toMatchObject({ creditedMinutes: 1_800, awards });
    expect((await story.ask(`/api/star-board/counts?within=${story.branch}`)).items).toEqual([
      { awardedStars: 1, volunteers: 1 },
    ]);
    expect(
      await story.refused('COUNTY_OFFICE', `${stars(second)}/application`, { stars: 1, asOfOn: '2026-03-08' }),
    ).toBe('star_must_rise');
  });

  it('goes back with its record when they are two people after all', async () => {
    await story.say('CITY_OFFICE', `/api/volunteers/${first}/merge/undoing`, {
      ...{ undoneOn: '2026-03-08', reason: '核实为两人' },
    });
    expect((await board()).sort()).toEqual([[first, 1], [second, 0]].sort());
    expect(await story.ask(stars(second))).toMatchObject({ awardedStars: 0, awards: [] });
  });
});
