import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { activityId, cancelled, held, planned, sessionId } from '../../test/support/service-facts.js';
import { activityRegister } from './activity-register.projection.js';
import { activities, activityInFull } from './activity-register.query.js';

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
const kinds = {
  carrier: 'CIVILIZED_CITY',
  carrierKind: 'CLEANING',
  venueKind: 'PARK',
  nature: 'VOLUNTEER_SERVICE',
} as const;
const full = (n: number) => activityInFull(bench.source, { activityId: activityId(n), scope });

describe('a page of the activity register', () => {
  it('has the core of Order 67 art. 7 as planned, before anything was held', async () => {
    await tell(1, planned(1, { teamIds: [teamId(2), teamId(1)], theme: 'CARE_NATURE', ...kinds }));
    expect(await full(1)).toEqual({
      activityId: activityId(1),
      organizationId: organizationId(1),
      organizationName: '示例新党支部',
      plannedOn: '2026-03-01',
      firstHeldOn: null,
      lastHeldOn: null,
      theme: 'CARE_NATURE',
      ...{ carrier: 'CIVILIZED_CITY', carrierKind: 'CLEANING', programme: null, specialAction: null },
      ...{ serviceMode: null, venueKind: 'PARK', nature: 'VOLUNTEER_SERVICE' },
      ...{ isDangerous: false, insuredOn: null, isEmergency: false },
      title: '示例活动1',
      place: '示例社区',
      content: '打扫公共楼道',
      responsiblePerson: '示例员1',
      cancelledOn: null,
      cancellationReason: null,
      teams: [
        { teamId: teamId(2), name: '示例党员志愿服务队2队' },
        { teamId: teamId(1), name: '示例党员志愿服务队1队' },
      ],
      sessions: 0,
      held: [],
      participants: 0,
      serviceMinutes: 0,
      unattested: 0,
    });
  });

  it('has every session in order of time, and its first and last day', async () => {
    await tell(
      2,
      planned(2),
      held(2, 22, '2026-03-16'),
      held(2, 21, '2026-03-15', ['14:00', '16:00']),
      held(2, 20, '2026-03-15'),
    );
    const activity = await full(2);
    expect(activity).toMatchObject({ sessions: 3, firstHeldOn: '2026-03-15', lastHeldOn: '2026-03-16', theme: null });
    expect(activity?.held).toEqual(
      [
        [20, '2026-03-15', '09:00', '11:00'],
        [21, '2026-03-15', '14:00', '16:00'],
        [22, '2026-03-16', '09:00', '11:00'],
      ].map(([session, heldOn, startsAt, endsAt]) => ({
        sessionId: sessionId(session as number),
        heldOn,
        startsAt,
        endsOn: heldOn,
        endsAt,
        participants: 0,
        serviceMinutes: 0,
      })),
    );
  });

  it('has the earliest insurance of what is dangerous', async () => {
    const insured = (insuredOn: string) => ({
      type: 'ActivityInsured' as const,
      data: {
        ...{ activityId: activityId(70), organizationId: organizationId(1) },
        ...{ insuredOn: day(insuredOn), insuranceReference: 'PICC-1' },
      },
    });
    await tell(70, planned(70, { isDangerous: true }), insured('2026-03-10'), insured('2026-03-05'));
    expect(await full(70)).toMatchObject({ isDangerous: true, insuredOn: '2026-03-05' });
  });

  it.each([
    ['2026-01-31', '示例第1党支部'],
    ['2026-02-01', '示例新党支部'],
    ['2026-02-02', '示例新党支部'],
  ])('of %s keeps the name of its day: %s (F-22)', async (heldOn, organizationName) => {
    const n = 80 + Number(heldOn.slice(-2));
    await tell(n, planned(n), held(n, n, heldOn));
    expect(await full(n)).toMatchObject({ firstHeldOn: heldOn, organizationName });
  });

  it('keeps the name that a team had on its day', async () => {
    const renamed = {
      teamId: teamId(2),
      organizationId: organizationId(1),
      renamedOn: day('2026-04-01'),
      name: '示例新队',
    };
    await bench.given(`team-${teamId(2)}`, { type: 'TeamRenamed', data: renamed });
    const plan = { teamIds: [teamId(2)] };
    await tell(72, planned(72, plan), held(72, 72, '2026-03-31'));
    await tell(73, planned(73, plan), held(73, 73, '2026-04-01'));
    expect((await full(72))?.teams).toMatchObject([{ name: '示例党员志愿服务队2队' }]);
    expect((await full(73))?.teams).toMatchObject([{ name: '示例新队' }]);
  });

  it('runs over midnight into the next day', async () => {
    const night = held(71, 71, '2026-03-15', ['22:00', '02:00']);
    await tell(71, planned(71), { ...night, data: { ...night.data, endsOn: day('2026-03-16') } });
    expect((await full(71))?.held).toMatchObject([{ heldOn: '2026-03-15', endsOn: '2026-03-16' }]);
  });

  it('stays when cancelled, with the day and the reason (F-33)', async () => {
    await tell(3, planned(3), cancelled(3, '2026-03-14'));
    expect(await full(3)).toMatchObject({ cancelledOn: '2026-03-14', cancellationReason: '暴雨', serviceMinutes: 0 });
  });

  it('is nothing outside the scope of the organizing unit', async () => {
    const asked = { activityId: activityId(1) };
    expect(await activityInFull(bench.source, { ...asked, scope: [organizationId(2)] })).toBeUndefined();
    expect(await activityInFull(bench.source, { ...asked, scope: [organizationId(1)] })).toBeDefined();
  });
});

describe('the list of activities', () => {
  const unit = organizationId(2);
  const plan = (n: number, given: Parameters<typeof planned>[1] = {}) => planned(n, { organizationId: unit, ...given });

  beforeAll(async () => {
    await tell(
      91,
      plan(91, { plannedOn: day('2023-12-01') }),
      held(91, 911, '2023-12-31'),
      held(91, 912, '2024-01-01'),
    );
    await tell(92, plan(92, { plannedOn: day('2024-06-01') }));
    await tell(93, plan(93, { plannedOn: day('2024-12-20'), teamIds: [teamId(2)] }), held(93, 931, '2025-01-01'));
    await tell(94, plan(94, { plannedOn: day('2024-02-01') }), cancelled(94, '2024-02-02'));
  });
  const idsOf = async (asked: Omit<Parameters<typeof activities>[1], 'scope'>) =>
    (await activities(bench.source, { scope: [unit], ...asked })).items.map(({ activityId: id }) =>
      Number(id.slice(-3)),
    );

  it('has those of a year by the days they were held, by the plan while they were not', async () => {
    expect(await idsOf({ year: 2023 })).toEqual([91]);
    expect(await idsOf({ year: 2024 })).toEqual([92, 94, 91]);
    expect(await idsOf({ year: 2025 })).toEqual([93]);
    expect(await idsOf({ year: 2026 })).toEqual([]);
  });

  it('can be of one team, of one unit, cancelled or not', async () => {
    expect(await idsOf({ teamId: teamId(2) })).toEqual([93]);
    expect(await idsOf({ organizationId: unit, cancelled: true })).toEqual([94]);
    expect(await idsOf({ cancelled: false })).toEqual([93, 92, 91]);
    expect(await idsOf({ organizationId: organizationId(1) })).toEqual([]);
  });

  it('sorts by what is asked, and pages', async () => {
    expect(await idsOf({ sort: 'plannedOn' })).toEqual([91, 94, 92, 93]);
    const page = await activities(bench.source, { scope: [unit], sort: 'plannedOn', page: 2, pageSize: 3 });
    expect(page).toMatchObject({
      total: 4,
      page: 2,
      pageSize: 3,
      items: [{ activityId: activityId(93), organizationName: '示例第2党支部' }],
    });
  });
});
