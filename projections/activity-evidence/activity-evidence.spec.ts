import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceId } from '#libs/kernel/ids';
import { activityStream, type ActivityEvent } from '#libs/activity/activity.events';
import { day, organizationId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityId } from '../../test/support/service-facts.js';
import { activityEvidence } from './activity-evidence.projection.js';
import { evidence } from './activity-evidence.query.js';

let bench: ProjectionBench;
const evidenceId = (n: number): EvidenceId => `f0000000-0000-4000-9000-${String(n).padStart(12, '0')}` as EvidenceId;
const added = (n: number, activity: number, hash: string, organization = 1): ActivityEvent => ({
  type: 'EvidenceAdded',
  data: {
    ...{ activityId: activityId(activity), organizationId: organizationId(organization), evidenceId: evidenceId(n) },
    ...{ evidenceKind: 'PHOTO', sha256: hash.repeat(32), bytes: 100, contentType: 'JPEG', addedOn: day('2026-03-05') },
    ...{ showsMinor: false, hasGuardianConsent: false, caption: `照片${n}` },
  },
});

beforeAll(async () => {
  bench = await projectionBench(activityEvidence);
  await bench.givenAll([
    [activityStream(activityId(1)), added(1, 1, 'a1'), added(2, 1, 'a1'), added(3, 1, 'b2')],
    [activityStream(activityId(2)), added(4, 2, 'b2', 2)],
    [activityStream(activityId(3)), added(5, 3, 'b2', 3)],
  ]);
}, 60_000);
afterAll(() => bench.close());

describe('the evidence of an activity', () => {
  it('is listed with what a person has to know of the file', async () => {
    const { items } = await evidence(bench.source, { scope: undefined, activityId: activityId(1) });
    expect(items).toHaveLength(3);
    expect(items[0]).toEqual({
      ...{ evidenceId: evidenceId(1), activityId: activityId(1), organizationId: organizationId(1), sessionId: null },
      ...{ evidenceKind: 'PHOTO', sha256: 'a1'.repeat(32), bytes: 100, contentType: 'JPEG', addedOn: '2026-03-05' },
      ...{ showsMinor: false, caption: '照片1', usedElsewhere: 0 },
    });
  });

  it('is flagged where other activities show the same file, also outside the reader’s scope (F-31)', async () => {
    const reused = await evidence(bench.source, { scope: [organizationId(1)], reused: true });
    expect(reused.items.map((item) => [item.evidenceId, item.usedElsewhere])).toEqual([[evidenceId(3), 2]]);
    expect((await evidence(bench.source, { scope: [organizationId(1)], reused: false })).total).toBe(2);
    expect((await evidence(bench.source, { scope: undefined, reused: true })).total).toBe(3);
  });

  it('is found one by one, in scope only', async () => {
    const one = { activityId: activityId(2), evidenceId: evidenceId(4) };
    expect((await evidence(bench.source, { ...one, scope: [organizationId(2)] })).total).toBe(1);
    expect((await evidence(bench.source, { ...one, scope: [organizationId(1)] })).total).toBe(0);
  });
});
