import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityStream } from '#libs/activity/activity.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, numbers, organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { checkedIn, checkedOut, movedUp, signedUp, signUpCancelled } from '../../test/support/presence-facts.js';
import { activityId, held, planned, sessionId } from '../../test/support/service-facts.js';
import { signUpList } from './sign-up-list.projection.js';
import { signUpSessions, signUpsOfSession } from './sign-up-list.query.js';

let bench: ProjectionBench;
const stream = activityStream(activityId(1));
const listed = async () => (await signUpsOfSession(bench.source, { sessionId: sessionId(1), scope: undefined })).items;
const session = async () => (await signUpSessions(bench.source, { activityId: activityId(1), scope: undefined }))[0];

beforeAll(async () => {
  bench = await projectionBench(signUpList);
  const { data } = held(1, 1);
  await bench.givenAll([
    ...numbers(1, 5).map((n) => [volunteerStream(volunteerId(n)), applied(n)] as const),
    [
      stream,
      planned(1),
      { type: 'SessionScheduled', data: { ...data, capacity: 2 } },
      signedUp(3),
      signedUp(1),
      signedUp(2, true),
      signedUp(4, true),
    ],
  ]);
}, 60_000);
afterAll(() => bench.close());

describe('the sign-up list of a session', () => {
  it('has those with a place and those who wait, each in the order of signing up', async () => {
    expect((await listed()).map(({ volunteerName, state, place }) => [volunteerName, state, place])).toEqual([
      ['示例员3', 'signed_up', 1],
      ['示例员1', 'signed_up', 2],
      ['示例员2', 'waiting', 1],
      ['示例员4', 'waiting', 2],
    ]);
    expect(await session()).toMatchObject({ title: '示例活动1', capacity: 2, signedUp: 2, waiting: 2, isHeld: false });
  });

  it('moves up who waited when somebody cancels', async () => {
    await bench.given(stream, signUpCancelled(3), movedUp(2));
    expect((await listed()).map(({ volunteerName, state }) => [volunteerName, state])).toEqual([
      ['示例员1', 'signed_up'],
      ['示例员2', 'signed_up'],
      ['示例员4', 'waiting'],
    ]);
  });

  it('shows who is there, who has not left, and whose clock is off; and who came without signing up', async () => {
    await bench.given(stream, checkedIn(1), checkedOut(1), checkedIn(5, true));
    expect(await session()).toMatchObject({ checkedIn: 2, stillOpen: 1 });
    const items = await listed();
    expect(items.find((one) => one.volunteerId === volunteerId(1))).toMatchObject({
      ...{ checkedInAt: '08:55', checkedInMeans: 'QR_CODE', checkedOutAt: '11:05', clockDrifts: false },
    });
    expect(items.at(-1)).toMatchObject({ volunteerId: volunteerId(5), state: null, place: null, clockDrifts: true });
  });

  it('counts what it lists', async () => {
    const [figures, items] = [await session(), await listed()];
    expect(figures).toMatchObject({
      signedUp: items.filter(({ state }) => state === 'signed_up').length,
      waiting: items.filter(({ state }) => state === 'waiting').length,
      checkedIn: items.filter(({ checkedInOn }) => checkedInOn !== null).length,
    });
    const waiting = await signUpsOfSession(bench.source, {
      sessionId: sessionId(1),
      state: 'waiting',
      scope: undefined,
    });
    expect(waiting.total).toBe(figures!.waiting);
  });

  it('says when the session was held, and nothing outside the scope', async () => {
    await bench.given(stream, held(1, 1));
    expect(await session()).toMatchObject({ isHeld: true });
    const scope = [organizationId(2)];
    expect(await signUpSessions(bench.source, { activityId: activityId(1), scope })).toEqual([]);
    expect((await signUpsOfSession(bench.source, { sessionId: sessionId(1), scope })).total).toBe(0);
  });
});
