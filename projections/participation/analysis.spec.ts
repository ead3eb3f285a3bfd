import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { quotaStream } from '#libs/review/quota.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  day,
  enrolled,
  established,
  numbers,
  organizationId,
  teamId,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { exempted } from '../../test/support/review-facts.js';
import { activityId, credited, inHoursStreams } from '../../test/support/service-facts.js';
import { analysisFigures, analysisGroups, peopleOfAnalysis } from './analysis.query.js';
import { participation } from './participation.projection.js';
import { shortfall } from './shortfall.query.js';

let bench: ProjectionBench;
let entries = 0;
beforeAll(async () => {
  bench = await projectionBench(participation);
}, 60_000);
afterAll(() => bench.close());

const enrol = (n: number, unit: number, enrolledOn = '2026-01-01') => {
  const at = { organizationId: organizationId(unit) };
  return bench.given(
    volunteerStream(volunteerId(n)),
    applied(n, at),
    enrolled(n, { ...at, enrolledOn: day(enrolledOn) }),
  );
};
const minutesOn = (
  [n, unit]: readonly [n: number, unit: number],
  servedOn: string,
  serviceMinutes: number,
  given: Parameters<typeof credited>[1] = {},
) =>
  credited(++entries, {
    volunteerId: volunteerId(n),
    organizationId: organizationId(unit),
    servedOn: day(servedOn),
    serviceMinutes: serviceMinutes as Minutes,
    ...given,
  });
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const idsOf = ({ items }: { items: readonly { volunteerId: string }[] }) =>
  items.map((item) => Number(item.volunteerId.slice(-4)));

describe('who takes part in a period (Z-57)', () => {
  const unit = 5;
  const asked = {
    fromOn: day('2026-01-01'),
    untilOn: day('2026-06-30'),
    minutesMin: 720,
    activitiesMin: 2,
    membersMin: 2,
    scope: [organizationId(unit)],
  };
  beforeAll(async () => {
    for (const n of numbers(51, 57)) await enrol(n, unit, n === 57 ? '2026-07-01' : '2026-01-01');
    await bench.given(`team-${teamId(5)}`, established(5, { organizationId: organizationId(unit) }));
    const both = (activity: number, servedOn: string, minutes: number) =>
      [51, 52].map((n) =>
        minutesOn([n, unit], servedOn, minutes, { teamId: teamId(5), activityId: activityId(activity) }),
      );
    await serve(
      ...both(60, '2026-02-01', 300),
      ...both(61, '2026-06-30', 419),
      minutesOn([52, unit], '2026-03-01', 1, { provenance: 'DECLARED', late: true }),
      ...both(62, '2026-07-01', 600),
    );
    await bench.given(quotaStream(volunteerId(53)), exempted(53));
    await bench.given(volunteerStream(volunteerId(55)), withdrew(55, '2026-06-30'));
  });

  it('adds up people, minutes and activities up to its last day', async () => {
    expect(await analysisFigures(bench.source, asked)).toEqual({
      ...{ volunteers: 5, exempted: 1, participants: 2, withoutMinutes: 2, reached: 1, behind: 3 },
      ...{
        serviceMinutes: 1_439,
        declaredMinutes: 1,
        lateMinutes: 1,
        entries: 5,
        teams: 1,
        activities: 2,
        teamsReached: 1,
      },
    });
    expect(await analysisFigures(bench.source, { ...asked, activitiesMin: 3, minutesMin: null })).toMatchObject({
      teamsReached: 0,
      reached: 0,
    });
  });

  it('is made up of the people that are listed', async () => {
    const {
      volunteers,
      exempted: relieved,
      participants,
      withoutMinutes,
      reached,
      behind,
    } = await analysisFigures(bench.source, asked);
    const counts = {
      ALL: volunteers,
      EXEMPTED: relieved,
      PARTICIPANTS: participants,
      WITHOUT_MINUTES: withoutMinutes,
      REACHED: reached,
      BEHIND: behind,
    };
    for (const group of analysisGroups)
      expect((await peopleOfAnalysis(bench.source, { ...asked, group })).total).toBe(counts[group]);
    expect((await peopleOfAnalysis(bench.source, { ...asked, group: 'REACHED' })).items).toMatchObject([
      { volunteerId: volunteerId(52), serviceMinutes: 720 },
    ]);
  });
});

describe('people who move on', () => {
  const unit = 6;
  const about = (n: number) => ({ volunteerId: volunteerId(n), organizationId: organizationId(unit) });
  const listed = async (on: string, scope = [organizationId(unit)]) =>
    idsOf(await shortfall(bench.source, { on: day(on), targetMinutes: 1_440, isProRata: false, scope }));

  it('are asked no more once dead, ceased or merged, and again when that was wrong', async () => {
    for (const n of [61, 62, 63]) await enrol(n, unit);
    const [dead, ceased, merged] = [61, 62, 63].map((n) => volunteerStream(volunteerId(n))) as [string, string, string];
    await bench.given(dead, {
      type: 'VolunteerDeceased',
      data: { ...about(61), deceasedOn: day('2026-05-01'), source: '家属' },
    });
    await bench.given(ceased, {
      type: 'MembershipCeased',
      data: { ...about(62), ceasedOn: day('2026-05-01'), measure: 'REMOVED', reason: '示例' },
    });
    await bench.given(merged, {
      type: 'PersonsMerged',
      data: {
        ...about(63),
        survivorId: volunteerId(62),
        mergedOn: day('2026-05-01'),
        reason: '示例',
        evidence: '示例',
      },
    });
    expect(await listed('2026-04-30')).toEqual([61, 62, 63]);
    expect(await listed('2026-05-01')).toEqual([]);
    await bench.given(dead, {
      type: 'DeathRetracted',
      data: { ...about(61), retractedOn: day('2026-05-02'), reason: '示例' },
    });
    await bench.given(ceased, {
      type: 'MembershipRestored',
      data: { ...about(62), restoredOn: day('2026-05-02'), reason: '示例' },
    });
    await bench.given(merged, {
      type: 'MergeUndone',
      data: { ...about(63), survivorId: volunteerId(62), undoneOn: day('2026-05-02'), reason: '示例' },
    });
    expect(await listed('2026-05-02')).toEqual([61, 62, 63]);
  });

  it('are asked where they are now', async () => {
    const passage = {
      volunteerId: volunteerId(61),
      fromOrganizationId: organizationId(unit),
      toOrganizationId: organizationId(16),
    };
    await bench.given(volunteerStream(volunteerId(61)), {
      type: 'AffiliationTransferReceived',
      data: { ...passage, receivedOn: day('2026-05-03') },
    });
    expect(await listed('2026-05-04', [organizationId(16)])).toEqual([61]);
    await bench.given(volunteerStream(volunteerId(61)), {
      type: 'AffiliationMoved',
      data: { ...passage, toOrganizationId: organizationId(17), movedOn: day('2026-05-04') },
    });
    expect(await listed('2026-05-04', [organizationId(17)])).toEqual([61]);
  });
});
