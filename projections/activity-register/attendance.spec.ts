import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  established,
  numbers,
  organizationId,
  registered,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  accountId,
  activityId,
  attended,
  attested,
  conflicted,
  credited,
  entryId,
  everyPage,
  held,
  inHoursStreams,
  planned,
  reversed,
  sessionId,
  withdrawnSlip,
} from '../../test/support/service-facts.js';
import { activityRegister } from './activity-register.projection.js';
import { activityInFull, attendancesOfActivity } from './activity-register.query.js';

let bench: ProjectionBench;
const scope = undefined;

beforeAll(async () => {
  bench = await projectionBench(activityRegister);
  await bench.givenAll([
    [
      `organization-${organizationId(1)}`,
      registered(1),
      {
        type: 'PartyOrganizationRenamed',
        data: {
          organizationId: organizationId(1),
          renamedOn: day('2026-02-01'),
          name: '示例新党支部',
          unitName: '示例单位',
        },
      },
    ],
    [`organization-${organizationId(2)}`, registered(2)],
    [volunteerStream(volunteerId(1)), applied(1), changed(1, { name: '示例员一' }), changed(1, {})],
    [volunteerStream(volunteerId(2)), applied(2)],
    ...numbers(1, 2).map((n) => [`team-${teamId(n)}`, established(n)] as const),
  ]);
}, 60_000);
afterAll(() => bench.close());

const tell = (n: number, ...events: GivenEvent[]) => bench.given(`activity-${activityId(n)}`, ...events);
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const full = (n: number) => activityInFull(bench.source, { activityId: activityId(n), scope });
const attendances = (n: number) =>
  everyPage((page) => attendancesOfActivity(bench.source, { activityId: activityId(n), scope, page, pageSize: 200 }));

describe('a participant', () => {
  const at = { activityId: activityId(4), sessionId: sessionId(40) };

  it('stands in the book as recorded, and waits for the second person', async () => {
    await tell(4, planned(4), held(4, 40), attended(401, { ...at, teamId: teamId(1), endDerived: true, note: '下雨' }));
    expect(await attendances(4)).toEqual([
      {
        ...at,
        volunteerId: volunteerId(1),
        volunteerName: '示例员一',
        teamId: teamId(1),
        teamName: '示例党员志愿服务队1队',
        entryId: entryId(401),
        servedOn: '2026-03-15',
        startsAt: '09:00',
        endsOn: '2026-03-15',
        endsAt: '11:00',
        endDerived: true,
        serviceMinutes: 60,
        provenance: 'WITNESSED',
        recordedBy: accountId(1),
        recordedOn: '2026-03-16',
        lateReasonCode: null,
        sheetId: null,
        attestedBy: null,
        state: 'recorded',
        countedMinutes: 0,
        reversalReasonCode: null,
        reversedOn: null,
      },
    ]);
    expect(await full(4)).toMatchObject({ participants: 1, unattested: 1, serviceMinutes: 0 });
  });

  it('attested counts once the hours ledger has credited', async () => {
    await tell(4, attested(401, { ...at, teamId: teamId(1) }));
    expect(await attendances(4)).toMatchObject([{ state: 'attested', attestedBy: accountId(2), countedMinutes: 0 }]);
    await serve(credited(401, { ...at, teamId: teamId(1) }));
    expect(await attendances(4)).toMatchObject([{ state: 'credited', countedMinutes: 60 }]);
    expect(await full(4)).toMatchObject({
      unattested: 0,
      serviceMinutes: 60,
      held: [{ participants: 1, serviceMinutes: 60 }],
    });
  });

  it('reversed keeps the place and bears the mark of correction', async () => {
    await serve(reversed(credited(401, at), { reasonCode: 'DUPLICATE' }));
    expect(await attendances(4)).toMatchObject([
      {
        state: 'reversed',
        reversalReasonCode: 'DUPLICATE',
        reversedOn: '2026-06-30',
        serviceMinutes: 60,
        countedMinutes: 0,
      },
    ]);
    expect(await full(4)).toMatchObject({ participants: 1, serviceMinutes: 0 });
  });

  it('in conflict is shown and not counted', async () => {
    const there = { activityId: activityId(5), sessionId: sessionId(50), volunteerId: volunteerId(2) };
    await tell(5, planned(5), held(5, 50), attended(501, there), attested(501, there));
    await serve(conflicted(501, 401, there));
    expect(await attendances(5)).toMatchObject([
      { state: 'conflicted', volunteerName: '示例员2', teamId: null, countedMinutes: 0 },
    ]);
  });

  it('whose slip was withdrawn is gone, and stands again when recorded again', async () => {
    const there = { activityId: activityId(6), sessionId: sessionId(60) };
    await tell(6, planned(6), held(6, 60), attended(601, there), withdrawnSlip(6, 60, 1));
    expect(await attendances(6)).toEqual([]);
    await tell(6, attended(602, { ...there, serviceMinutes: 30 as Minutes }));
    expect(await attendances(6)).toMatchObject([{ entryId: entryId(602), serviceMinutes: 30, state: 'recorded' }]);
  });

  it('of two sessions is one person', async () => {
    const there = { activityId: activityId(7) };
    await tell(
      7,
      planned(7),
      held(7, 70),
      held(7, 71, '2026-03-16'),
      attended(701, { ...there, sessionId: sessionId(70) }),
      attended(702, { ...there, sessionId: sessionId(71), servedOn: day('2026-03-16') }),
    );
    expect(await full(7)).toMatchObject({ participants: 1, unattested: 2 });
    const one = { activityId: activityId(7), sessionId: sessionId(71), volunteerId: volunteerId(1), scope };
    expect((await attendancesOfActivity(bench.source, one)).total).toBe(1);
  });

  it('counts towards the activity: all pages of participants add up to its minutes', async () => {
    const there = { activityId: activityId(8), sessionId: sessionId(80) };
    const people = numbers(1, 230).map((n) => ({
      ...there,
      volunteerId: volunteerId(n),
      serviceMinutes: ((n % 120) + 1) as Minutes,
    }));
    await tell(
      8,
      planned(8),
      held(8, 80),
      ...people.map((one, i) => attended(8000 + i, one)),
      ...people.map((one, i) => attested(8000 + i, one)),
    );
    const credits = people.map((one, i) => credited(8000 + i, one));
    await serve(...credits, reversed(credits[0]!));
    const listed = await attendances(8);
    expect(listed).toHaveLength(230);
    const sum = listed.reduce((minutes, { countedMinutes }) => minutes + countedMinutes, 0);
    expect(await full(8)).toMatchObject({ participants: 230, serviceMinutes: sum });
    expect(sum).toBe(people.reduce((minutes, one) => minutes + one.serviceMinutes, 0 - people[0]!.serviceMinutes));
  });

  it('is not shown outside the scope', async () => {
    const asked = { activityId: activityId(8) };
    expect((await attendancesOfActivity(bench.source, { ...asked, scope: [organizationId(2)] })).total).toBe(0);
    expect((await attendancesOfActivity(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(230);
  });
});
