import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BranchStory } from '../support/branch-story.js';

describe('the year of a team and of its organization is reviewed', () => {
  let story: BranchStory;
  const team = (): string => `/api/teams/${story.team}`;
  const unit = (): string => `/api/organizations/${story.branch}`;

  beforeAll(async () => {
    story = await BranchStory.open();
    const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-01-01' };
    await story.say('CITY_OFFICE', `/api/organizations/${story.api.top}/policy-packs`, pack);
    const [one, other] = [await story.enrol('丁𠮷安', '2026-01-06'), await story.enrol('示例员乙', '2026-01-06')];
    await story.serve('2026-05-06', 480, one, other);
    await story.serve('2026-05-07', 480, one, other);
    await story.serve('2026-05-08', 480, one);
  }, 60_000);
  afterAll(() => story.close());

  it('meetings lie in their quarter and are recorded once', async () => {
    await story.day('2026-07-02');
    const meeting = { meetingId: randomUUID(), year: 2026, attendees: 2, summary: '研究下半年安排' };
    const path = `${team()}/quarterly-meetings`;
    const wrong = { ...meeting, quarter: 1, heldOn: '2026-04-01' };
    expect(await story.refused('RECORDER', path, wrong)).toBe('meeting_lies_in_its_quarter');
    await story.say('RECORDER', path, { ...meeting, quarter: 1, heldOn: '2026-03-31' });
    await story.say('RECORDER', path, { ...meeting, quarter: 1, heldOn: '2026-03-31' });
    await story.say('RECORDER', path, { ...meeting, meetingId: randomUUID(), quarter: 2, heldOn: '2026-04-01' });
    await story.say('RECORDER', path, { ...meeting, meetingId: randomUUID(), quarter: 2, heldOn: '2026-06-30' });
    expect((await story.ask(`${team()}/quarterly-meetings/2026`)).items).toMatchObject([
      { quarter: 1, heldOn: '2026-03-31', summary: '研究下半年安排' },
      { quarter: 2, heldOn: '2026-04-01' },
      { quarter: 2, heldOn: '2026-06-30' },
    ]);
  });

  it('the ten-haves are what was found, and what the ledger itself knows to be missing is not claimed', async () => {
    const path = `${team()}/ten-haves`;
    const check = { year: 2026, checkedOn: '2026-07-01', present: ['RECORD_BOOK', 'TEAM_FLAG', 'ANNUAL_PLAN'] };
    expect(await story.refused('RECORDER', path, check)).toBe('ten_have_is_not_in_the_ledger');
    const planned = { planLineId: randomUUID(), month: 9, title: '示例活动' };
    await story.say('RECORDER', `${team()}/years/2026/plan`, planned);
    await story.say('RECORDER', path, check);
    const { items } = await story.ask(`${team()}/ten-haves/2026`);
    expect(items).toMatchObject([{ checkedOn: '2026-07-01', present: ['TEAM_FLAG', 'ANNUAL_PLAN', 'RECORD_BOOK'] }]);
    expect(items[0]?.['missing']).toHaveLength(7);
  });

  it('both stand in the review of the team, which an auditor works out again', async () => {
    const review = `/api/reviews/teams/${story.team}/2026`;
    await story.api.settled();
    await story.say('APPROVER', `${review}/preparation`, {});
    expect(await story.ask(review)).toMatchObject({ quartersMet: 2, tenHaves: 3, tenHavesCheckedOn: '2026-07-01' });
    expect(await story.ask(`${review}/repetition`, 'AUDITOR')).toMatchObject({
      ...{ isEqual: true, stored: { quartersMet: 2, tenHaves: 3, activities: 2, plannedLines: 1 } },
    });
  });

  it('the organization has a conclusion of its own, drawn by a person and held by the figures', async () => {
    const asked = { year: 2026 };
    expect(await story.refused('APPROVER', `${unit()}/annual-reviews`, asked)).toBe('analysis_period_must_have_ended');
    await story.day('2026-12-31');
    const confirm = (conclusion: string) => ({ year: 2026, conclusion });
    const path = `${unit()}/annual-review-confirmations`;
    expect(await story.refused('APPROVER', path, confirm('TARGETS_NOT_MET'))).toBe(
      'organization_review_must_be_prepared',
    );
    await story.say('APPROVER', `${unit()}/annual-reviews`, asked);
    expect((await story.ask('/api/organization-reviews/2026?isOpen=true')).items).toMatchObject([
      {
        ...{ organizationId: story.branch, pack: 'ZJ-2013-37', volunteers: 2, minutesMin: 1440, reached: 1, behind: 1 },
        ...{ teams: 1, teamsReached: 0, activities: 2, serviceMinutes: 2400, conclusion: null },
      },
    ]);
    const behind = await story.ask(`${unit()}/participation/2026?period=YEAR&group=BEHIND`);
    expect(behind).toMatchObject({ total: 1, items: [{ serviceMinutes: 960 }] });
    expect(await story.refused('APPROVER', path, confirm('TARGETS_MET'))).toBe(
      'targets_are_met_only_when_all_reach_them',
    );
    expect(await story.refused('APPROVER', path, confirm('NOT_APPLICABLE'))).toBe(
      'not_applicable_only_without_targets',
    );
    await story.say('APPROVER', path, confirm('TARGETS_NOT_MET'));
    await story.say('APPROVER', path, confirm('TARGETS_NOT_MET'));
    expect((await story.ask('/api/organization-reviews/2026')).items).toMatchObject([
      { conclusion: 'TARGETS_NOT_MET', confirmedOn: '2026-12-31' },
    ]);
    expect(await story.ask(`${unit()}/annual-reviews/2026/repetition`, 'AUDITOR')).toMatchObject({
      ...{ isEqual: true, stored: { behind: 1, teamsReached: 0 } },
    });
  });
});
