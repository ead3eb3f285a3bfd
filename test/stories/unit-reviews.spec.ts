import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory } from '../support/branch-story.js';

describe('a unit goes through its roster in July and analyses who takes part', () => {
  let story: BranchStory;
  let stays: VolunteerId;
  let goes: VolunteerId;
  let comes: VolunteerId;
  const unit = (): string => `/api/organizations/${story.branch}`;

  beforeAll(async () => {
    story = await BranchStory.open();
    stays = await story.enrol('丁𠮷安', '2026-01-06');
    goes = await story.enrol('示例员乙', '2026-01-06');
    await story.serve('2026-05-06', 480, stays, goes);
    await story.serve('2026-05-07', 480, stays);
    comes = await story.enrol('示例员丙', '2026-06-01');
    await story.say('CITY_OFFICE', `/api/volunteers/${goes}/withdrawal`, { withdrawnOn: '2026-06-01' });
    await story.day('2026-07-02');
  }, 60_000);
  afterAll(() => story.close());

  it('July: additions, leavers and who is as before come from the movements, and a person confirms', async () => {
    const asked = { year: 2026, half: 2, sinceOn: '2026-01-31' };
    expect(await story.refused('UNIT_OFFICE', `${unit()}/roster-reviews`, { ...asked, untilOn: '2026-06-30' })).toBe(
      'roster_review_has_its_window',
    );
    await story.api.settled();
    await story.say('UNIT_OFFICE', `${unit()}/roster-reviews`, { ...asked, untilOn: '2026-07-02' });
    expect((await story.ask('/api/roster-reviews/2026?isOpen=true')).items).toMatchObject([
      { onRoster: 2, additions: 1, leavers: 1, teamChanges: 0, unchanged: 1, pack: 'ZJ-2013-37', confirmedOn: null },
    ]);
    const moved = await story.ask(`${unit()}/roster-movements?sinceOn=2026-01-31&untilOn=2026-07-02`);
    expect(moved.items.map(({ volunteerId, movement }) => [volunteerId, movement])).toEqual([
      [comes, 'ADDED'],
      [goes, 'LEFT'],
      [stays, 'UNCHANGED'],
    ]);
    await story.say('UNIT_OFFICE', `${unit()}/roster-review-confirmations`, { year: 2026, half: 2 });
    expect((await story.ask('/api/roster-reviews/2026')).items).toMatchObject([{ confirmedOn: '2026-07-02' }]);
  });

  it('the half-year is analysed, and a person signs what they conclude', async () => {
    const relief = { exemptionId: randomUUID(), effectiveOn: '2026-06-15', exemptionReason: 'LONG_ILLNESS' };
    await story.say('APPROVER', `/api/volunteers/${comes}/exemptions`, relief);
    const period = { year: 2026, period: 'FIRST_HALF' };
    expect(await story.refused('UNIT_OFFICE', `${unit()}/participation-analyses`, { ...period, period: 'YEAR' })).toBe(
      'analysis_period_must_have_ended',
    );
    await story.say('UNIT_OFFICE', `${unit()}/participation-analyses`, period);
    await story.say('UNIT_OFFICE', `${unit()}/participation-analysis-signatures`, {
      ...period,
      conclusion: '半年参与情况较好',
    });
    expect((await story.ask('/api/participation-analyses/2026')).items).toMatchObject([
      {
        ...{ volunteers: 2, exempted: 1, participants: 1, withoutMinutes: 0, minutesMin: 720, reached: 1 },
        ...{
          serviceMinutes: 1_440,
          entries: 3,
          teams: 1,
          activities: 1,
          conclusion: '半年参与情况较好',
          signedOn: '2026-07-02',
        },
      },
    ]);
    const people = await story.ask(`${unit()}/participation/2026?period=FIRST_HALF&group=REACHED`);
    expect(people.items).toMatchObject([{ volunteerId: stays, serviceMinutes: 960 }]);
  });

  it('an auditor repeats both from the log at their positions, also after service was added and somebody came', async () => {
    await story.serve('2026-06-29', 60, stays, comes);
    await story.enrol('示例员丁', '2026-07-01');
    await story.day('2026-07-03');
    expect(await story.ask(`${unit()}/roster-reviews/2026/repetition?half=2`, 'AUDITOR')).toMatchObject({
      isEqual: true,
      repeated: { additions: 1, leavers: 1, unchanged: 1 },
    });
    expect(await story.ask(`${unit()}/participation/2026/repetition?period=FIRST_HALF`, 'AUDITOR')).toMatchObject({
      isEqual: true,
      repeated: { volunteers: 2, exempted: 1, reached: 1, serviceMinutes: 1_440, activities: 1 },
    });
    await (await story.as('AUDITOR')).get(`${unit()}/roster-reviews/2026/repetition?half=1`).expect(404);
  });

  it('a year stands on one sheet of a person, of a team and of the unit: facts, each with its entries elsewhere', async () => {
    await story.say('CITY_OFFICE', `/api/reviews/volunteers/${stays}/2026/preparation`, {});
    await story.say('CITY_OFFICE', `/api/reviews/teams/${story.team}/2026/preparation`, {});
    expect(await story.ask(`/api/volunteers/${stays}/sheets/2026`)).toMatchObject({
      person: { name: '丁𠮷安', exempted: [], talks: [] },
      ...{
        pace: { reached: 1_020, target: 1_440 },
        review: { serviceMinutes: 1_020, conclusion: null },
        stars: { awardedStars: 0 },
      },
    });
    expect(await story.ask(`/api/volunteers/${comes}/sheets/2026`)).toMatchObject({
      person: { exempted: [{ from: '2026-06-15', until: null }] },
      review: null,
    });
    expect(await story.ask(`/api/volunteers/${comes}/sheets/2025`)).toMatchObject({
      person: { exempted: [] },
      pace: { reached: 0 },
    });
    expect(await story.ask(`/api/teams/${story.team}/sheets/2026`)).toMatchObject({
      pace: { reached: 2, target: 10 },
      review: { activities: 2, plannedLines: null, leaderId: null },
    });
    expect(await story.ask(`${unit()}/sheets/2026`)).toMatchObject({
      rosterReviews: [{ additions: 1 }],
      analyses: [{ period: 'FIRST_HALF' }],
      volunteerConclusions: [{ conclusion: null, reviews: 1 }],
      teamConclusions: [{ conclusion: null, reviews: 1 }],
    });
    await (await story.as('CITY_OFFICE')).get(`/api/teams/${stays}/sheets/2026`).expect(404);
  });
});
