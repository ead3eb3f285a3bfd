import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { escalateOverdue } from '#libs/house/overdue-disputes';
import { rebuild } from '#libs/projection-engine/rebuild';
import type { Person } from '../support/test-api.js';
import { HoursStory } from '../support/hours-story.js';

describe('what was wrong', () => {
  let story: HoursStory;
  let wangHerself: Person;
  const because = { reason: '经核对签到表', decision: '支委会 2026-04-01' };
  const told = async (whose = story.wang): Promise<unknown[]> =>
    (await story.branch.ask(`/api/volunteers/${whose}/notices`)).items.map(({ type }) => type);
  const served = async (on: string, minutes: number, whose = story.wang): Promise<string> => {
    const [entryId] = await story.sheet({ on, startsAt: '09:00', minutes, people: [whose] });
    return entryId!;
  };

  beforeAll(async () => {
    story = await HoursStory.open();
    const grants = [{ role: 'VOLUNTEER', organizationId: story.branch.branch }] as const;
    wangHerself = await story.branch.api.person(grants, story.wang);
  }, 60_000);
  afterAll(() => story.close());

  it('F-01: a false claim is reversed with its finding, the attester is sampled, the volunteer is told', async () => {
    const { branch, wang, li } = story;
    const entryId = await served('2026-03-05', 120);
    const other = await served('2026-03-05', 60, li);
    const asked = { reason: '经查未到场', evidenceHash: 'a'.repeat(64) };
    await branch.say('APPROVER', story.at(entryId, 'false-claim'), asked, 400);
    await branch.say('APPROVER', story.at(entryId, 'false-claim'), { ...asked, decision: '纪要〔2026〕3号' });
    expect(await story.counted()).toBe(0);
    expect(await story.entry(entryId)).toMatchObject({
      state: 'reversed',
      reversalReasonCode: 'FALSE_CLAIM',
      serviceMinutes: 120,
    });
    const attestedBy = (await branch.as('TEAM_LEADER')).accountId;
    const sample = await branch.ask(`/api/hours/attested-by/${attestedBy}/entries`);
    expect(sample.items.map((one) => one['entryId'])).toEqual(expect.arrayContaining([entryId, other]));
    expect(await told(wang)).toEqual(['FalseClaimEstablished', 'ServiceHoursReversed']);
    expect(
      await branch.refused('APPROVER', story.at(entryId, 'reversal'), { ...because, reasonCode: 'DUPLICATE' }),
    ).toBe('entry_is_reversed_once');
  });

  it('F-02: inflated minutes are corrected by a linked entry, both stay readable', async () => {
    const { branch } = story;
    const entryId = await served('2026-03-06', 360);
    const before = await story.counted();
    const replacementId = randomUUID();
    const asked = { ...because, replacementId, serviceMinutes: 120, reasonCode: 'RECORDING_ERROR' };
    expect(await branch.refused('RECORDER', story.at(entryId, 'correction'), asked).catch(String)).toContain('403');
    await branch.say('APPROVER', story.at(entryId, 'correction'), asked);
    expect(await story.counted()).toBe(before - 240);
    expect(await story.entry(entryId)).toMatchObject({
      state: 'reversed',
      serviceMinutes: 360,
      replacedBy: replacementId,
    });
    expect(await story.entry(replacementId)).toMatchObject({
      state: 'credited',
      serviceMinutes: 120,
      replaces: entryId,
    });
  });

  it('F-10: the wrong person is taken off and the right one credited, linked, and both are told', async () => {
    const { branch, wang, li } = story;
    const entryId = await served('2026-03-07', 90);
    const [hers, his] = [await story.counted(), await story.counted(li)];
    const toEntryId = randomUUID();
    await branch.say('APPROVER', story.at(entryId, 'move'), { ...because, toVolunteerId: li, toEntryId });
    expect([await story.counted(), await story.counted(li)]).toEqual([hers - 90, his + 90]);
    expect(await story.entry(entryId)).toMatchObject({ reversalReasonCode: 'WRONG_PERSON', replacedBy: toEntryId });
    expect(await story.entry(toEntryId, li)).toMatchObject({ state: 'credited', replaces: entryId });
    expect((await told(wang))[0]).toBe('ServiceHoursReversed');
    expect((await told(li))[0]).toBe('ServiceHoursCredited');
    wangHerself.cookie = await branch.api.signIn(wangHerself.login);
    await wangHerself.get(`/api/volunteers/${wang}/notices`).expect(200);
    await wangHerself.get(`/api/volunteers/${li}/notices`).expect(404);
  });

  it('F-28, F-29, F-30: what turns out to be duty work, a meeting or paid is reversed by its own reason', async () => {
    const { branch } = story;
    const before = await story.counted();
    const meeting = await served('2026-03-08', 60);
    const paid = await served('2026-03-09', 60);
    await branch.say('APPROVER', story.at(meeting, 'reversal'), { ...because, reasonCode: 'NOT_VOLUNTEER_SERVICE' });
    await branch.say('APPROVER', story.at(paid, 'reversal'), { ...because, reasonCode: 'REWARDED_SERVICE' });
    expect(await story.counted()).toBe(before);
    expect(await story.entry(meeting)).toMatchObject({ reversalReasonCode: 'NOT_VOLUNTEER_SERVICE' });
    expect(await story.entry(paid)).toMatchObject({ reversalReasonCode: 'REWARDED_SERVICE' });
  });

  it('F-27: a question has ten working days; overdue it goes up; upheld it comes after the correction', async () => {
    const { branch, wang } = story;
    const entryId = await served('2026-06-30', 120);
    await branch.day('2026-07-01');
    const disputeId = randomUUID();
    const path = `/api/hours/${wang}/2026/disputes`;
    wangHerself.cookie = await branch.api.signIn(wangHerself.login);
    const statement = '当天只服务了一小时';
    await wangHerself.post(path, { disputeId, entryId, ground: 'MINUTES_WRONG', statement }).expect(201);
    expect((await branch.ask('/api/hours/disputes?state=OPEN')).items).toMatchObject([
      { disputeId, answerDueOn: '2026-07-15', level: 0, overdue: false, volunteerName: '王示例' },
    ]);
    const up = { reasonCode: 'OVERDUE' };
    expect(await branch.refused('CITY_OFFICE', `${path}/${disputeId}/escalation`, up)).toBe('answer_must_be_overdue');
    await branch.day('2026-07-16');
    expect(await branch.ask('/api/hours/dispute-counts')).toEqual({ open: 1, overdue: 1, answered: 0 });
    await branch.say('CITY_OFFICE', `${path}/${disputeId}/escalation`, up);
    const ofBranch = await branch.api.person([{ role: 'APPROVER', organizationId: branch.branch }]);
    const answer = { outcome: 'UPHELD', answer: '经核对，更正为一小时' };
    await ofBranch.post(`${path}/${disputeId}/answer`, answer).expect(404);
    expect(await branch.refused('APPROVER', `${path}/${disputeId}/answer`, answer)).toBe(
      'upheld_dispute_needs_a_correction',
    );
    const correction = {
      ...because,
      replacementId: randomUUID(),
      serviceMinutes: 60,
      reasonCode: 'RECORDING_ERROR',
      disputeId,
    };
    await branch.say('APPROVER', story.at(entryId, 'correction'), correction);
    await branch.say('APPROVER', `${path}/${disputeId}/answer`, answer);
    await branch.api.settled();
    wangHerself.cookie = await branch.api.signIn(wangHerself.login);
    const { body } = await wangHerself.get(`/api/volunteers/${wang}/disputes`).expect(200);
    expect(body.items).toMatchObject([{ disputeId, outcome: 'UPHELD', answer: answer.answer, level: 1 }]);
    expect((await told()).slice(0, 3)).toEqual([
      'ServiceHoursDisputeAnswered',
      'ServiceHoursCredited',
      'ServiceHoursReversed',
    ]);
  });

  it('F-27: overdue it goes up by the clock alone, once, and to nobody above the top', async () => {
    const { branch, wang } = story;
    const { house } = branch.api;
    const entryId = await served('2026-08-03', 60);
    const disputeId = randomUUID();
    const asked = { disputeId, entryId, ground: 'MINUTES_WRONG', statement: '多记了半小时' };
    await branch.api.settled();
    await branch.say('RECORDER', `/api/hours/${wang}/2026/disputes`, asked);
    const at = (on: string): Promise<number> => {
      branch.api.clock.now = Date.parse(`${on}T02:00:00.000Z`);
      return branch.api.settled().then(() => escalateOverdue(house, branch.api.clock.now));
    };
    expect(await at('2026-08-17')).toBe(0);
    expect(await at('2026-08-18')).toBe(1);
    expect(await at('2026-08-18')).toBe(0);
    await branch.day('2026-08-18');
    const open = '/api/hours/disputes?state=OPEN';
    expect((await branch.ask(open)).items).toMatchObject([
      { disputeId, level: 1, organizationId: branch.api.top, escalatedFor: 'OVERDUE', answerDueOn: '2026-09-01' },
    ]);
    expect(await at('2026-09-02')).toBe(0);
    await branch.day('2026-09-02');
    expect((await branch.ask(open)).items).toMatchObject([{ disputeId, level: 1, overdue: true }]);
  });

  it('folded again from the log, every window says the same', async () => {
    const { house } = story.branch.api;
    await story.branch.api.settled();
    const tables = await rebuild(house.followerParts, () => undefined);
    expect(tables.filter(({ before, after }) => before !== after)).toEqual([]);
  }, 60_000);
});
