import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErasureBench } from '../../test/support/erasure-bench.js';
import { mentionsAfter, mentionsOf, type MentionsPart } from './mentions.js';

describe('Where others’ texts tell of a person', () => {
  let bench: ErasureBench;
  beforeAll(async () => {
    bench = await ErasureBench.open();
  }, 180_000);
  afterAll(() => bench.close(), 180_000);

  it('is found by name and by telephone, in texts under the keys of others alone', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]);
    expect(await mentionsOf(bench.house, [bench.gone.volunteerId])).toEqual([]);
    const sheet = await bench.evidenceOf([bench.gone], jpeg, `签到表，含${bench.gone.name}`);
    const phone = await bench.evidenceOf([bench.staying], jpeg, `联系 ${bench.gone.mobile}`);
    await bench.evidenceOf([bench.staying], jpeg, '签到表');
    const found = await mentionsOf(bench.house, [bench.gone.volunteerId]);
    expect(found).toMatchObject([
      { stream: `activity-${sheet.activityId}`, type: 'EvidenceAdded', group: 'free' },
      { stream: `activity-${phone.activityId}`, type: 'EvidenceAdded', group: 'free' },
    ]);
    expect(JSON.stringify(found)).not.toContain(bench.gone.name);
    const inParts: MentionsPart['items'] = [];
    for (let after: MentionsPart['next'] = null, isMore = true; isMore;) {
      const part: MentionsPart = await mentionsAfter(bench.house, [bench.gone.volunteerId], { after, entriesMax: 1 });
      inParts.push(...part.items);
      after = part.next;
      isMore = after !== null;
    }
    expect(inParts).toEqual(found);
  }, 120_000);

  it('is nothing for somebody who was forgotten: nobody knows any more what to look for', async () => {
    await bench.approvedErasure(bench.gone, ['identity', 'contact', 'sensitive', 'photo', 'free']);
    expect(await bench.house.eraser.run()).toBe(1);
    expect(await mentionsOf(bench.house, [bench.gone.volunteerId])).toEqual([]);
  }, 120_000);
});
