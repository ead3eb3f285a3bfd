import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { attestTables, isUnsound } from '#libs/house/attest-tables';
import { rebuild } from '#libs/projection-engine/rebuild';
import { HoursStory } from '../support/hours-story.js';

describe('what comes to light when the year is closed', () => {
  let story: HoursStory;
  let counted: string;
  const late = { plain: randomUUID(), overlapping: randomUUID() };
  const [unattested, doubted] = [randomUUID(), randomUUID()];
  const sessions: { activityId: string; sessionId: string }[] = [];
  const books = (path: string): string => `/api/books/${story.branch.api.top}/2026/${path}`;
  const adjust = (entryId: string, minutesAfter: number, reasonCode = 'RECORDING_ERROR') => ({
    ...{ adjustsYear: 2026, entryId, adjustmentId: randomUUID(), minutesAfter, reasonCode, reason: '年结后确认' },
  });
  const adjustments = (): string => `/api/hours/${story.wang}/prior-year-adjustments`;
  const totals = () => story.branch.ask(books('totals'));

  /** Written down in time in December, and forgotten by whoever had to attest it. */
  const forgotten = async (entryId: string, startsAt: string, serviceMinutes: number): Promise<void> => {
    const { branch, wang } = story;
    const [activityId, sessionId] = [randomUUID(), randomUUID()];
    sessions.push({ activityId, sessionId });
    const told = { title: '冬至慰问', place: '示例社区', content: '慰问', responsiblePerson: '示例队长' };
    const placed = { activityId, organizationId: branch.branch, teamIds: [branch.team] };
    await branch.say('RECORDER', '/api/activities', { ...placed, ...told });
    const times = { heldOn: '2026-12-20', startsAt: '00:00', endsAt: '24:00' };
    await branch.say('RECORDER', `/api/activities/${activityId}/sessions`, { sessionId, ...times });
    const line = { volunteerId: wang, entryId, teamId: branch.team, startsAt, serviceMinutes };
    const sheet = { provenance: 'WITNESSED', attendances: [line] };
    await branch.say('RECORDER', `/api/activities/${activityId}/sessions/${sessionId}/attendances`, sheet);
  };

  beforeAll(async () => {
    story = await HoursStory.open();
    const { branch, wang } = story;
    const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-01-06' };
    await branch.say('CITY_OFFICE', `/api/organizations/${branch.api.top}/policy-packs`, pack);
    [counted] = (await story.sheet({ on: '2026-12-20', startsAt: '09:00', minutes: 120, people: [wang] })) as [string];
    await forgotten(late.plain, '14:00', 90);
    await forgotten(late.overlapping, '10:00', 60);
    await branch.day('2026-12-21');
    for (const [id, startsAt, endsAt] of [[unattested, '19:00', '20:00'], [doubted, '20:00', '21:00']] as const)
      await story.claim(id, { servedOn: '2026-12-21', startsAt, endsAt });
    // What was attested is credited, before anybody closes.
    await branch.api.settled();
    await branch.day('2027-01-25');
    await branch.say('CITY_OFFICE', books('provisional-close'), {});
    await branch.api.settled();
    expect((await attestTables(branch.api.house, () => undefined)).tables.filter(isUnsound)).toEqual([]);
    await branch.say('CITY_OFFICE', books('close'), { decision: '部务会议决定' });
    await branch.api.settled();
  }, 90_000);
  afterAll(() => story.close());

  it('F-25: attested after the close it is not lost and not counted: it waits in the open year for a third person', async () => {
    const { branch } = story;
    await branch.day('2027-02-01');
    for (const { activityId, sessionId } of sessions)
      await branch.say('TEAM_LEADER', `/api/activities/${activityId}/sessions/${sessionId}/attestation`, {});
    const { items } = await branch.ask('/api/hours/waiting?state=found');
    expect(items.map(({ entryId }) => entryId).sort()).toEqual([late.plain, late.overlapping].sort());
    expect(items[0]).toMatchObject({ year: 2026, servedOn: '2026-12-20', late: true, countedMinutes: 0 });
    expect(await totals()).toMatchObject({ minutesAsClosed: 120, minutesAsKnown: 120, changed: 0 });
    const { rows } = await branch.api.house.mainPool.query('select 1 from registry.refused_reaction');
    expect(rows).toEqual([]);
  });

  it('F-25, F-05: who recorded or attested it does not decide; another person does, up to what was served', async () => {
    const { branch } = story;
    const recorder = await branch.as('RECORDER');
    await recorder.post(adjustments(), adjust(late.plain, 90)).expect(403);
    const attester = await branch.api.person([{ role: 'APPROVER', organizationId: branch.api.top }]);
    await attester.post(`/api/hours/${story.wang}/prior-year-adjustments`, adjust(randomUUID(), 90)).expect(404);
    expect(await branch.refused('APPROVER', adjustments(), adjust(late.plain, 91))).toBe(
      'adjustment_fits_the_service_found',
    );
    await branch.say('APPROVER', adjustments(), adjust(late.plain, 90));
    expect(await totals()).toMatchObject({ minutesAsClosed: 120, minutesAsKnown: 210, changed: 1 });
    const bridge = await branch.ask(books('bridge'));
    expect(bridge.items).toMatchObject([
      { entryId: late.plain, minutesAsClosed: 0, minutesAsKnown: 90, adjustedIn: 2027 },
    ]);
    expect(await story.entry(late.plain)).toMatchObject({ state: 'adjusted', countedMinutes: 0 });
  });

  it('F-03, F-25: what overlaps a minute that counts cannot come in; that it does not count is decided as well', async () => {
    const { branch } = story;
    expect(await branch.refused('APPROVER', adjustments(), adjust(late.overlapping, 60))).toBe(
      'prior_year_service_must_not_overlap',
    );
    await branch.say('APPROVER', adjustments(), adjust(late.overlapping, 0, 'DUPLICATE'));
    expect((await branch.ask('/api/hours/waiting?state=found')).items).toEqual([]);
    expect(await totals()).toMatchObject({ minutesAsKnown: 210 });
  });

  it('F-27, F-25: a question about a closed year stands in the open one; upheld it comes after the adjustment', async () => {
    const { branch, wang } = story;
    await branch.day('2027-02-02');
    const disputeId = randomUUID();
    const asked = { disputeId, entryId: counted, ground: 'MINUTES_WRONG', statement: '当日实际服务一个半小时' };
    await branch.say('RECORDER', `/api/hours/${wang}/2026/disputes`, asked);
    const { items } = await branch.ask('/api/hours/disputes?state=OPEN');
    expect(items).toMatchObject([{ disputeId, year: 2027, entryId: counted, organizationId: branch.branch }]);
    const answer = `/api/hours/${wang}/2026/disputes/${disputeId}/answer`;
    const upheld = { outcome: 'UPHELD', answer: '经查属实，已作年结后调整' };
    expect(await branch.refused('APPROVER', answer, upheld)).toBe('upheld_dispute_needs_an_adjustment');
    const before = (await (await branch.as('CITY_OFFICE')).get(books('closed-book')).expect(200)).text;
    await branch.say('APPROVER', adjustments(), adjust(counted, 90, 'DISPUTE_UPHELD'));
    await branch.say('APPROVER', answer, upheld);
    expect((await branch.ask('/api/hours/disputes?state=ANSWERED')).items).toMatchObject([
      { disputeId, outcome: 'UPHELD' },
    ]);
    expect(await totals()).toMatchObject({ minutesAsClosed: 120, minutesAsKnown: 180, changed: 2 });
    expect((await (await branch.as('CITY_OFFICE')).get(books('closed-book')).expect(200)).text).toBe(before);
  });

  it('A-27, F-25: a good deed of a closed year goes the same way: recorded, attested, and counted by a third person', async () => {
    const { branch, wang } = story;
    await branch.day('2027-02-03');
    const [deed, refusedDeed] = [randomUUID(), randomUUID()];
    const given = { servedOn: '2026-11-15', startsAt: '19:00', endsAt: '20:00' };
    expect((await story.claim(deed, given, 409)).body.refusal).toBe('late_entry_must_give_a_reason');
    for (const id of [deed, refusedDeed]) await story.claim(id, { ...given, lateReasonCode: 'OTHER' });
    // The same once more is the same; the same number for another service is not.
    await story.claim(deed, { ...given, lateReasonCode: 'OTHER' });
    expect((await story.claim(counted, { ...given, lateReasonCode: 'OTHER' }, 409)).body.refusal).toBe(
      'entry_is_written_once',
    );
    await branch.say('TEAM_LEADER', story.at(refusedDeed, 'decline'), { reason: '查无此事' });
    const recorder = await branch.as('RECORDER');
    await recorder.post(story.at(deed, 'attestation'), {}).expect(403);
    await branch.say('TEAM_LEADER', story.at(deed, 'attestation'), {});
    expect(await totals()).toMatchObject({ minutesAsClosed: 120, minutesAsKnown: 180 });
    expect((await branch.ask('/api/hours/waiting?state=found')).items).toMatchObject([
      { entryId: deed, year: 2026, servedOn: '2026-11-15', kind: 'INDIVIDUAL', countedMinutes: 0 },
    ]);
    await branch.say('APPROVER', adjustments(), adjust(deed, 60));
    expect(await totals()).toMatchObject({ minutesAsClosed: 120, minutesAsKnown: 240, changed: 3 });
    const bridge = await branch.ask(books('bridge'));
    expect(bridge.items).toContainEqual(expect.objectContaining({ entryId: deed, minutesAsKnown: 60, adjustedIn: 2027 }));
    expect((await branch.ask(`/api/volunteers/${wang}/notices`)).items[0]).toMatchObject({ type: 'PriorYearAdjusted' });
  });

  it('A-27, F-25: what was recorded in time and attested only after the close is not lost either', async () => {
    const { branch } = story;
    await branch.say('TEAM_LEADER', story.at(unattested, 'attestation'), {});
    await branch.say('TEAM_LEADER', story.at(unattested, 'attestation'), {});
    await branch.say('TEAM_LEADER', story.at(doubted, 'decline'), { reason: '查无此事' });
    expect(await branch.refused('TEAM_LEADER', story.at(doubted, 'attestation'), {})).toBe('declined_entry_stays_declined');
    expect((await branch.ask('/api/hours/waiting?state=found')).items).toMatchObject([{ entryId: unattested }]);
    await branch.say('APPROVER', adjustments(), adjust(unattested, 30));
    expect(await totals()).toMatchObject({ minutesAsClosed: 120, minutesAsKnown: 270, changed: 4 });
    expect((await branch.ask('/api/hours/waiting?state=recorded')).items).toEqual([]);
  });

  it('and all of it folds again to the same tables', async () => {
    const tables = await rebuild(story.branch.api.house.followerParts, () => undefined);
    expect(tables.filter(({ before, after }) => before !== after)).toEqual([]);
  });
});
