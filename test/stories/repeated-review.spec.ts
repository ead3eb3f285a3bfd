import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory } from '../support/branch-story.js';

describe('a review that an auditor repeats, in a year in which the rules changed', () => {
  let story: BranchStory;
  let first: VolunteerId;
  let second: VolunteerId;
  const adopt = (pack: string, effectiveOn: string) =>
    story.say('CITY_OFFICE', `/api/organizations/${story.api.top}/policy-packs`, { pack, packVersion: 1, effectiveOn });

  beforeAll(async () => {
    story = await BranchStory.open();
    first = await story.enrol('丁𠮷安', '2026-01-06');
    second = await story.enrol('示例员乙', '2026-04-06');
    for (const on of ['2026-05-06', '2026-05-07', '2026-05-08']) await story.serve(on, 480, first, second);
    await story.day('2026-06-01');
    await story.say('CITY_OFFICE', `/api/teams/${story.team}/years/2026/plan`, {
      planLineId: randomUUID(),
      month: 9,
      title: '秋季义诊',
    });
    await adopt('HF-2013-0522', '2026-07-01');
    await story.serve('2026-07-06', 30, first, second);
    await story.api.settled();
  }, 60_000);
  afterAll(() => story.close());

  it('F-43: each figure stands under the pack in force on the day of service, and both are shown', async () => {
    await story.say('CITY_OFFICE', `/api/reviews/volunteers/${first}/2026/preparation`, {});
    await story.say('CITY_OFFICE', `/api/reviews/teams/${story.team}/2026/preparation`, {});
    const zhenjiang = { pack: 'ZJ-2013-37', packVersion: 1, untilOn: '2026-06-30' };
    const hefei = { pack: 'HF-2013-0522', packVersion: 1, fromOn: '2026-07-01', untilOn: '2026-12-31', target: null };
    expect(await story.ask(`/api/reviews/volunteers/${first}/2026`)).toMatchObject({
      ...{ serviceMinutes: 1_470, activities: 4, pack: 'HF-2013-0522', targetMinutes: null },
      underPacks: [
        { ...zhenjiang, reached: 1_440, target: 1_440 },
        { ...hefei, reached: 30 },
      ],
    });
    expect(await story.ask(`/api/reviews/teams/${story.team}/2026`)).toMatchObject({
      ...{ activities: 4, plannedLines: 1, leaderId: null },
      underPacks: [
        { ...zhenjiang, reached: 3, target: 10 },
        { ...hefei, reached: 1 },
      ],
    });
  });

  it('is repeated from the log at its position, and stays the same when service is added later', async () => {
    await story.serve('2026-07-07', 60, first, second);
    const person = `/api/reviews/volunteers/${first}/2026/repetition`;
    const team = `/api/reviews/teams/${story.team}/2026/repetition`;
    expect(await story.ask(person, 'AUDITOR')).toMatchObject({
      isEqual: true,
      stored: { serviceMinutes: 1_470 },
      repeated: { serviceMinutes: 1_470 },
    });
    expect(await story.ask(team, 'AUDITOR')).toMatchObject({
      isEqual: true,
      repeated: { activities: 4, members: 2, serviceMinutes: 2_940, plannedLines: 1 },
    });
    await story.say('CITY_OFFICE', `/api/reviews/volunteers/${first}/2026/preparation`, {});
    expect(await story.ask(person, 'AUDITOR')).toMatchObject({ isEqual: true, repeated: { serviceMinutes: 1_530 } });
  });

  it('shows both targets of who joined in April: the whole counts, its part stands beside it (A-12)', async () => {
    await story.day('2026-07-08');
    await adopt('ZJ-2013-37', '2026-07-09');
    await story.say('CITY_OFFICE', `/api/reviews/volunteers/${second}/2026/preparation`, {});
    expect(await story.ask(`/api/reviews/volunteers/${second}/2026`)).toMatchObject({
      targetMinutes: 1_440,
      proRataTargetMinutes: 1_080,
    });
    expect(await story.ask(`/api/reviews/volunteers/${second}/2026/repetition`)).toMatchObject({ isEqual: true });
  });

  it('is not there before it was prepared', async () => {
    await (await story.as('CITY_OFFICE')).get(`/api/reviews/volunteers/${second}/2025/repetition`).expect(404);
  });
});
