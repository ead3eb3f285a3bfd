import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityStream } from '#libs/activity/activity.events';
import type { TimeOfDay } from '#libs/kernel/time';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  established,
  joined,
  left,
  organizationId,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityChanged, carriedOver, movedUp, rescheduled, signedUp, signUpCancelled } from '../../test/support/presence-facts.js';
import { activityId, held, planned, sessionId } from '../../test/support/service-facts.js';
import { openSessions, type OpenSessionsAsked } from './open-sessions.query.js';
import { signUpList } from './sign-up-list.projection.js';
import { signUpSessions, signUpsOfSession } from './sign-up-list.query.js';

let bench: ProjectionBench;
const windows = [{ day: day('2026-03-05'), from: day('2026-03-02'), until: day('2026-03-08') }];
const now = { on: day('2026-03-01'), at: '09:00' as TimeOfDay };
const open = (given: Partial<OpenSessionsAsked> = {}) =>
  openSessions(bench.source, { records: [volunteerId(1)], now, windows, ...given });
const titles = async (given: Partial<OpenSessionsAsked> = {}) => (await open(given)).items.map(({ title }) => title);

const announced = (n: number, heldOn: string, capacity?: number) => ({
  type: 'SessionScheduled' as const,
  data: { ...held(n, n, heldOn).data, ...(capacity ? { capacity } : {}) },
});
const activity = (n: number, heldOn: string, given: Parameters<typeof planned>[1] = {}, capacity?: number) =>
  [activityStream(activityId(n)), planned(n, given), announced(n, heldOn, capacity)] as const;

beforeAll(async () => {
  bench = await projectionBench(signUpList);
  await bench.givenAll([
    ...[1, 2].map((n) => [volunteerStream(volunteerId(n)), applied(n)] as const),
    [volunteerStream(volunteerId(3)), applied(3, { skills: '会理发，懂急救' })],
    [teamStream(teamId(1)), established(1), joined(1, 1, { joinedOn: day('2026-02-01') })],
    [teamStream(teamId(2)), established(2), joined(1, 2, { joinedOn: day('2026-02-01') }), left(1, 2, '2026-02-20')],
    activity(1, '2026-03-15', { neededSkills: ['理发', '手语'], theme: 'CARE_PEOPLE' }, 1),
    activity(2, '2026-03-16', { teamIds: [teamId(2)] }),
    activity(3, '2026-03-05', { teamIds: [] }),
    activity(4, '2026-03-17'),
    activity(5, '2026-03-18'),
  ]);
  await bench.given(activityStream(activityId(1)), signedUp(2), signedUp(3, true));
  await bench.given(activityStream(activityId(4)), held(4, 4, '2026-03-17'));
  await bench.given(activityStream(activityId(5)), {
    type: 'ActivityCancelled',
    data: {
      ...{ activityId: activityId(5), organizationId: organizationId(1) },
      ...{ cancelledOn: day('2026-03-02'), reason: '下雨' },
    },
  });
}, 60_000);
afterAll(() => bench.close());

describe('what a volunteer can sign up for', () => {
  it('is what their teams of today announced and what is open to everybody, soonest first; nothing held or cancelled', async () => {
    expect(await titles()).toEqual(['示例活动3', '示例活动1']);
    expect(await titles({ now: { ...now, on: day('2026-02-10') } })).toEqual(['示例活动3', '示例活动1', '示例活动2']);
    expect(await titles({ records: [volunteerId(2)] })).toEqual(['示例活动3', '示例活动1']);
    expect((await open({ records: [volunteerId(2)], ownTeam: true })).total).toBe(0);
  });

  it('shows places, who waits, skills, the required day and what oneself has done', async () => {
    const { items } = await open();
    expect(items[0]).toMatchObject({
      ...{ isOwnTeam: false, capacity: null, freePlaces: null, requiredDay: '2026-03-05', ownState: null, teams: [] },
    });
    expect(items[1]).toMatchObject({
      ...{ isOwnTeam: true, capacity: 1, signedUp: 1, waiting: 1, freePlaces: 0, requiredDay: null },
      ...{ neededSkills: ['理发', '手语'], theme: 'CARE_PEOPLE', place: '示例社区', startsAt: '09:00' },
      teams: [{ teamId: teamId(1) }],
    });
    const [shown] = await signUpSessions(bench.source, { activityId: activityId(1), scope: undefined });
    expect(items[1]).toMatchObject({ signedUp: shown!.signedUp, waiting: shown!.waiting });
    expect((await open({ records: [volunteerId(3)] })).items[1]).toMatchObject({ ownState: 'waiting' });
  });

  it('warns of skills that the person never wrote down, by any record of theirs, and bars nobody', async () => {
    const missing = async (...records: number[]) =>
      (await open({ records: records.map(volunteerId), ownTeam: false, mine: true })).items[0]?.missingSkills;
    expect((await open()).items.map(({ missingSkills }) => missingSkills)).toEqual([[], ['理发', '手语']]);
    expect(await missing(2)).toEqual(['理发', '手语']);
    expect(await missing(3)).toEqual(['手语']);
    expect(await missing(2, 3)).toEqual(['手语']);
    await bench.given(volunteerStream(volunteerId(2)), changed(2, { skills: '手语' }));
    expect(await missing(2)).toEqual(['理发']);
    expect(await missing(2, 3)).toEqual([]);
    const listed = await signUpsOfSession(bench.source, { sessionId: sessionId(1), scope: undefined });
    expect(listed.items.map(({ volunteerName, missingSkills }) => [volunteerName, missingSkills])).toEqual([
      ['示例员2', ['理发']],
      ['示例员3', ['手语']],
    ]);
  });

  it('says where it is and who leads it now', async () => {
    await bench.given(activityStream(activityId(1)), activityChanged({ place: '南门社区' }));
    expect((await open()).items[1]).toMatchObject({ place: '南门社区', responsiblePerson: '示例员1' });
    await bench.given(activityStream(activityId(1)), activityChanged({ responsiblePerson: '示例副队长' }));
    expect((await open()).items[1]).toMatchObject({ place: '南门社区', responsiblePerson: '示例副队长' });
  });

  it('F-08: is one list for all records of a person, with the teams and the sign-ups of each', async () => {
    const [gone, survivor] = [volunteerId(1), volunteerId(2)];
    expect(await titles({ records: [survivor], ownTeam: true })).toEqual([]);
    expect(await titles({ records: [survivor, gone], ownTeam: true })).toEqual(['示例活动1']);
    expect((await open({ records: [gone, survivor] })).items[1]).toMatchObject({ ownState: 'signed_up' });
    expect((await open({ records: [gone, volunteerId(3), survivor] })).items[1]).toMatchObject({ ownState: 'signed_up' });
  });

  it('ends the minute it begins', async () => {
    const at = (time: string) => ({ on: day('2026-03-15'), at: time as TimeOfDay });
    expect(await titles({ now: at('08:59') })).toEqual(['示例活动1']);
    expect(await titles({ now: at('09:00') })).toEqual([]);
  });

  it('is filtered, sorted and paged', async () => {
    expect(await titles({ withRoom: true })).toEqual(['示例活动3']);
    expect(await titles({ mine: true, records: [volunteerId(2)] })).toEqual(['示例活动1']);
    expect(await titles({ from: day('2026-03-06') })).toEqual(['示例活动1']);
    expect(await titles({ until: day('2026-03-06') })).toEqual(['示例活动3']);
    expect(await titles({ sort: 'title' })).toEqual(['示例活动1', '示例活动3']);
    expect(await open({ pageSize: 1, page: 2 })).toMatchObject({ total: 2, items: [{ title: '示例活动1' }] });
  });

  it('moves with its session, places and all', async () => {
    await bench.given(
      activityStream(activityId(1)),
      ...[rescheduled('2026-03-04'), carriedOver(2, '2026-03-04'), carriedOver(3, '2026-03-04')],
    );
    expect((await open()).items[0]).toMatchObject({
      ...{ title: '示例活动1', heldOn: '2026-03-04', startsAt: '14:00', endsAt: '16:00', requiredDay: '2026-03-05' },
      ...{ signedUp: 1, waiting: 1 },
    });
    await bench.given(activityStream(activityId(1)), signUpCancelled(2), movedUp(3));
    expect((await open({ records: [volunteerId(3)], mine: true })).items).toMatchObject([{ ownState: 'signed_up' }]);
  });
});
