import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { HoursStory } from '../support/hours-story.js';

describe('old books, retired people, two lines above one unit', () => {
  let story: HoursStory;
  beforeAll(async () => {
    story = await HoursStory.open();
  }, 60_000);
  afterAll(() => story.close());

  it('F-36: hours of an old paper book come in from its page, checked by a second person, with a total of their own', async () => {
    const { branch, wang } = story;
    await branch.day('2026-02-02');
    const [entryId, page] = [randomUUID(), 'c3'.repeat(32)];
    const old = {
      ...{
        kind: 'BROUGHT_FORWARD',
        provenance: 'BROUGHT_FORWARD',
        servedOn: '2026-01-10',
        sourceBody: '原志愿服务登记簿第3页',
      },
      ...{ startsAt: '08:00', endsAt: '12:00', serviceMinutes: 240 },
    };
    expect((await story.claim(entryId, old, 409)).body.refusal).toBe('brought_forward_rests_on_its_page');
    await story.claim(entryId, { ...old, evidenceHash: page });
    expect(await story.counted()).toBe(0);
    expect(await (await branch.as('RECORDER')).post(story.at(entryId, 'attestation'))).toMatchObject({ status: 403 });
    await branch.say('TEAM_LEADER', story.at(entryId, 'attestation'), {});
    await story.sheet({ on: '2026-02-03', startsAt: '09:00', minutes: 60, people: [wang] });
    const entry = await story.entry(entryId);
    expect(entry).toMatchObject({ state: 'credited', provenance: 'BROUGHT_FORWARD', late: false, activityId: null });
    expect(entry?.['recordedBy']).not.toBe(entry?.['attestedBy']);
    const { items } = await branch.ask(`/api/years/2026/minutes-by-provenance?volunteerId=${wang}`);
    expect(items).toEqual([
      { provenance: 'BROUGHT_FORWARD', serviceMinutes: 240, entries: 1 },
      { provenance: 'WITNESSED', serviceMinutes: 60, entries: 1 },
    ]);
    // It is nobody's activity: the ten of the team stay what was really held.
    expect(await branch.ask(`/api/teams/${branch.team}/years/2026`)).toMatchObject({ serviceMinutes: 60 });
  });

  it('F-16: whoever has retired stays if willing: marked, and what they go on serving counts', async () => {
    const { branch, li } = story;
    await story.sheet({ on: '2026-03-02', startsAt: '09:00', minutes: 60, people: [li] });
    await branch.say('RECORDER', `/api/volunteers/${li}/retirement`, { retiredOn: '2026-03-02' });
    await story.sheet({ on: '2026-03-10', startsAt: '09:00', minutes: 90, people: [li] });
    expect(await branch.ask(`/api/volunteers/${li}`)).toMatchObject({ status: 'ENROLLED', retiredOn: '2026-03-02' });
    expect(await story.counted(li)).toBe(150);
    expect(await branch.ask(`/api/volunteers/${li}/pace`)).toMatchObject({ reached: 150 });
    const shortfall = (await branch.ask('/api/shortfall')).items.map(({ volunteerId }) => volunteerId);
    // Retirement alone exempts nobody: that is a decision of its own (F-17).
    expect(shortfall).toContain(li);
  });

  it('F-32: signed in for by another, and found by calling back what the same person attested', async () => {
    const { branch, wang } = story;
    const [proxy] = await story.sheet({ on: '2026-03-12', startsAt: '09:00', minutes: 60, people: [wang] });
    const attestedBy = String((await story.entry(proxy!))?.['attestedBy']);
    const sample = await branch.ask(`/api/hours/attested-by/${attestedBy}/entries`);
    expect(sample.items.map(({ entryId }) => entryId)).toContain(proxy);
    const disputeId = randomUUID();
    const before = await story.counted();
    await branch.say('RECORDER', `/api/hours/${wang}/2026/disputes`, {
      ...{ disputeId, entryId: proxy, ground: 'DID_NOT_SERVE', statement: '电话回访：本人当日在外地，系代签' },
    });
    await branch.say('APPROVER', story.at(proxy!, 'false-claim'), {
      ...{ reason: '代签，回访属实', decision: '支部会议决定' },
    });
    expect(await story.counted()).toBe(before - 60);
    expect(await story.entry(proxy!)).toMatchObject({ state: 'reversed', reversalReasonCode: 'FALSE_CLAIM' });
  });

  it('F-44: a unit under two lines is seen by both and counted once by whoever stands above both', async () => {
    const { branch } = story;
    await branch.day('2026-03-20');
    const [county, department, unit] = [randomUUID(), randomUUID(), randomUUID()];
    const body = (organizationId: string, kind: string, name: string, above: object) =>
      branch.say('CITY_OFFICE', '/api/organizations', {
        ...{ organizationId, kind, name, unitName: name, registeredOn: '2026-03-20' },
        ...above,
      });
    const top = { parentId: branch.api.top };
    await body(county, 'COUNTY_ORGANIZATION_DEPARTMENT', '示例区委组织部', top);
    await body(department, 'SUPERVISING_DEPARTMENT', '示例主管部门', top);
    await body(unit, 'PARTY_BRANCH', '示例双管支部', { parentId: county, lineOfAuthorityId: department });
    const entryId = randomUUID();
    const given = { servedOn: '2026-03-19', organizationId: unit };
    const all = async (within: string): Promise<number> => {
      const { items } = await branch.ask(`/api/years/2026/minutes-by-month?within=${within}`);
      return items.reduce((sum, { serviceMinutes }) => sum + Number(serviceMinutes), 0);
    };
    const before = await all(branch.api.top);
    await story.claim(entryId, given);
    await branch.say('TEAM_LEADER', story.at(entryId, 'attestation'), {});
    expect([await all(unit), await all(county), await all(department)]).toEqual([60, 60, 60]);
    expect(await all(branch.api.top)).toBe(before + 60);
    // One line to report by: the other one reads, and whatever office somebody has there, changes nothing.
    const reversal = { reasonCode: 'DUPLICATE', reason: '重复' };
    const onTheOther = await branch.api.person([{ role: 'COUNTY_OFFICE', organizationId: department as never }]);
    await onTheOther.get(`/api/years/2026/entries?within=${unit}`).expect(200);
    await onTheOther.post(story.at(entryId, 'reversal'), reversal).expect(403);
    await onTheOther.post('/api/teams', {
      ...{ teamId: randomUUID(), organizationId: unit, establishedOn: '2026-03-20', ordinal: 1, name: '示例双管队' },
      ...{ documentTitle: '关于组建服务队的通知', documentDatedOn: '2026-03-20' },
    }).expect(403);
    const onItsLine = await branch.api.person([{ role: 'COUNTY_OFFICE', organizationId: county as never }]);
    await onItsLine.post(story.at(entryId, 'reversal'), reversal).expect(201);
    const auditor = await branch.api.person([{ role: 'AUDITOR', organizationId: department as never }]);
    await auditor.get(`/api/years/2026/entries?within=${unit}`).expect(200);
    await auditor.post(story.at(entryId, 'reversal'), { reasonCode: 'DUPLICATE', reason: '重复' }).expect(403);
  });
});
