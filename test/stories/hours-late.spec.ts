import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { HoursStory } from '../support/hours-story.js';

describe('what is recorded late', () => {
  let story: HoursStory;
  beforeAll(async () => {
    story = await HoursStory.open();
  }, 60_000);
  afterAll(() => story.close());

  it('F-05: a service of 1 July is in time on 15 July; on the 16th it needs a reason and a third person', async () => {
    const { branch } = story;
    const [inTime, late] = [randomUUID(), randomUUID()];
    await branch.day('2026-07-15');
    await story.claim(inTime, { servedOn: '2026-07-01' });
    await branch.say('TEAM_LEADER', story.at(inTime, 'attestation'), {});
    expect(await story.entry(inTime)).toMatchObject({ state: 'credited', late: false, dueOn: '2026-07-15' });
    await branch.day('2026-07-16');
    const given = { servedOn: '2026-07-01', startsAt: '14:00', endsAt: '15:00' };
    expect((await story.claim(late, given, 409)).body.refusal).toBe('late_entry_must_give_a_reason');
    await story.claim(late, { ...given, lateReasonCode: 'PAPER_SHEET_DELAYED' });
    await branch.say('TEAM_LEADER', story.at(late, 'attestation'), {});
    expect(await story.counted()).toBe(60);
    expect(await branch.refused('TEAM_LEADER', story.at(late, 'approval'), {}).catch(String)).toContain('403');
    await branch.say('APPROVER', story.at(late, 'approval'), {});
    expect(await story.entry(late)).toMatchObject({
      state: 'credited',
      late: true,
      lateReasonCode: 'PAPER_SHEET_DELAYED',
    });
    expect(await story.counted()).toBe(120);
  });

  it('F-05: no service lies ahead of its record', async () => {
    const refused = await story.claim(randomUUID(), { servedOn: '2026-07-17' }, 409);
    expect(refused.body.refusal).toBe('service_must_have_happened');
  });

  it('F-05: a sheet typed in weeks later waits for approval; the share of late minutes of the team says so', async () => {
    const { wang, branch } = story;
    const before = await story.counted();
    const [sheet] = await story.sheet({
      ...{ on: '2026-06-01', typedOn: '2026-07-20', startsAt: '09:00', minutes: 120 },
      ...{ lateReasonCode: 'PAPER_SHEET_DELAYED', people: [wang] },
    });
    await story.sheet({ on: '2026-07-21', startsAt: '09:00', minutes: 360, people: [wang] });
    expect(await story.counted()).toBe(before + 360);
    expect((await story.waiting('held')).items).toMatchObject([
      { entryId: sheet, holdReasons: ['LATE'], lateReasonCode: 'PAPER_SHEET_DELAYED' },
    ]);
    await branch.say('APPROVER', story.at(sheet!, 'approval'), { note: '已核对签到表' });
    expect(await story.counted()).toBe(before + 480);
    const { items } = await branch.ask('/api/years/2026/late-share-by-team');
    expect(items).toContainEqual(
      expect.objectContaining({ teamId: branch.team, serviceMinutes: 480, lateMinutes: 120, lateBasisPoints: 2500 }),
    );
    const entries = await branch.ask(`/api/years/2026/entries?late=true&teamId=${branch.team}`);
    expect(entries.items).toMatchObject([{ entryId: sheet, countedMinutes: 120 }]);
  });

  it('F-35: emergency service recorded weeks later counts when a third person has approved it, and stays late', async () => {
    const { branch } = story;
    const before = await story.counted();
    const flood = randomUUID();
    await branch.day('2026-07-22');
    await story.claim(flood, { servedOn: '2026-06-10', lateReasonCode: 'EMERGENCY', content: '防汛巡堤' });
    await branch.say('TEAM_LEADER', story.at(flood, 'attestation'), {});
    expect(await story.counted()).toBe(before);
    await branch.say('APPROVER', story.at(flood, 'approval'), { note: '防汛指挥部证明' });
    expect(await story.entry(flood)).toMatchObject({ state: 'credited', late: true, lateReasonCode: 'EMERGENCY' });
    expect(await story.counted()).toBe(before + 60);
  });

  it('F-05: a late sheet without a reason is not counted before the approver gives one; declined it never counts', async () => {
    const { wang, branch } = story;
    const before = await story.counted();
    const [one, other] = [
      ...(await story.sheet({
        on: '2026-06-02',
        typedOn: '2026-07-22',
        startsAt: '09:00',
        minutes: 60,
        people: [wang],
      })),
      ...(await story.sheet({
        on: '2026-06-03',
        typedOn: '2026-07-22',
        startsAt: '09:00',
        minutes: 60,
        people: [wang],
      })),
    ];
    expect(await branch.refused('APPROVER', story.at(one!, 'approval'), {})).toBe('late_entry_must_give_a_reason');
    await branch.say('APPROVER', story.at(one!, 'approval'), { lateReasonCode: 'SYSTEM_UNAVAILABLE' });
    await branch.say('APPROVER', story.at(other!, 'decline'), { reason: '没有签到表' });
    expect(await story.counted()).toBe(before + 60);
    expect(await story.entry(other!)).toMatchObject({ state: 'declined', serviceMinutes: 60, countedMinutes: 0 });
  });
});
