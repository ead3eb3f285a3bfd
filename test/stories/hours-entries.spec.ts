import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { HoursStory } from '../support/hours-story.js';

describe('how an hour comes in', () => {
  let story: HoursStory;
  beforeAll(async () => {
    story = await HoursStory.open();
  }, 60_000);
  afterAll(() => story.close());

  it('F-03: two services at once are both written and counted once; somebody decides which stands', async () => {
    const { wang, branch } = story;
    const [first] = await story.sheet({ on: '2026-03-05', startsAt: '09:00', minutes: 120, people: [wang] });
    const [second] = await story.sheet({ on: '2026-03-05', startsAt: '10:00', minutes: 120, people: [wang] });
    expect(await story.counted()).toBe(120);
    expect((await story.waiting('conflicted')).items).toMatchObject([{ entryId: second, conflictsWith: first }]);
    await branch.say('APPROVER', story.at(second!, 'conflict-resolution'), {
      standsEntryId: second,
      reason: '以现场签到为准',
    });
    expect(await story.entry(first!)).toMatchObject({ state: 'reversed', reversalReasonCode: 'OTHER_ENTRY_STANDS' });
    expect(await story.entry(second!)).toMatchObject({ state: 'credited', standsEntryId: second });
    expect(await story.counted()).toBe(120);
    expect((await story.waiting('conflicted')).items).toEqual([]);
  });

  it('F-04: eight hours count at once, more wait for a third person, more than twelve for the level above', async () => {
    const { wang, branch } = story;
    const before = await story.counted();
    await story.sheet({ on: '2026-03-06', startsAt: '08:00', minutes: 480, people: [wang] });
    const [long] = await story.sheet({ on: '2026-03-07', startsAt: '08:00', minutes: 481, people: [wang] });
    const [longer] = await story.sheet({ on: '2026-03-08', startsAt: '08:00', minutes: 721, people: [wang] });
    expect(await story.counted()).toBe(before + 480);
    expect((await story.waiting('held')).items).toMatchObject([
      { entryId: long, holdReasons: ['DAY_OVER_SECOND_TIER'], approvalLevel: 'SECOND' },
      { entryId: longer, holdReasons: ['DAY_OVER_HIGHER_TIER'], approvalLevel: 'HIGHER' },
    ]);
    expect(await branch.refused('CITY_OFFICE', story.at(randomUUID(), 'approval'), {}).catch(String)).toContain('404');
    const ofBranch = await branch.api.person([{ role: 'APPROVER', organizationId: branch.branch }]);
    await ofBranch.post(story.at(long!, 'approval')).expect(201);
    await ofBranch.post(story.at(longer!, 'approval')).expect(404);
    await branch.say('APPROVER', story.at(longer!, 'approval'), { note: '抗洪' });
    expect(await story.counted()).toBe(before + 480 + 481 + 721);
    const tooLong = await branch.say('RECORDER', '/api/hours', { serviceMinutes: 1441 }, 400);
    expect((tooLong.body as { faults: { field: string }[] }).faults.map(({ field }) => field)).toContain(
      'serviceMinutes',
    );
  });

  it('F-06, F-07: a whole sheet in one act has a result for each person; nobody attests what they entered', async () => {
    const { wang, li, branch } = story;
    const [ofWang, ofLi] = await story.sheet({ on: '2026-03-09', startsAt: '09:00', minutes: 60, people: [wang, li] });
    const session = (await story.entry(ofWang!))?.['sessionId'] as string;
    expect(
      (await branch.ask(`/api/hours/sessions/${session}/entries`)).items
        .map(({ entryId, state }) => [entryId, state])
        .sort(),
    ).toEqual(
      [
        [ofWang, 'credited'],
        [ofLi, 'credited'],
      ].sort(),
    );
    const deed = randomUUID();
    await story.claim(deed, { servedOn: '2026-03-09', startsAt: '19:00', endsAt: '20:00' });
    expect((await story.waiting('recorded')).items).toMatchObject([{ entryId: deed, countedMinutes: 0 }]);
    expect(await branch.refused('APPROVER', story.at(deed, 'approval'), {})).toBe('entry_must_be_held');
    const recorder = await branch.as('RECORDER');
    await recorder.post(story.at(deed, 'attestation')).expect(403);
    await branch.say('TEAM_LEADER', story.at(deed, 'attestation'), {});
    expect(await story.entry(deed)).toMatchObject({ state: 'credited', kind: 'INDIVIDUAL', activityId: null });
  });

  it('F-07: the volunteer declares an own good deed and cannot attest it', async () => {
    const { li, branch } = story;
    await branch.day('2026-03-10');
    const own = await branch.api.person(
      [
        { role: 'VOLUNTEER', organizationId: branch.branch },
        { role: 'TEAM_LEADER', organizationId: branch.branch },
      ],
      li,
    );
    const entryId = randomUUID();
    const claim = {
      ...{ volunteerId: li, entryId, organizationId: branch.branch, kind: 'INDIVIDUAL', servedOn: '2026-03-10' },
      ...{ startsAt: '07:00', endsAt: '08:00', serviceMinutes: 60, provenance: 'DECLARED', content: '清扫楼道' },
      ...{ inWorkingTime: false, ownDuties: false, rewarded: false },
    };
    await own.post('/api/hours', claim).expect(201);
    const { body } = await own.post(story.at(entryId, 'attestation', 2026, li)).expect(409);
    expect(body).toMatchObject({ refusal: 'nobody_decides_on_their_own_hours' });
    await branch.say('APPROVER', story.at(entryId, 'attestation', 2026, li), {});
    expect(await story.entry(entryId, li)).toMatchObject({ state: 'credited', provenance: 'DECLARED' });
  });

  it('F-07: who recorded a deed takes it back while nobody has attested it; nobody else does, and nobody attests it then', async () => {
    const { wang, branch } = story;
    const [slip, sound] = [randomUUID(), randomUUID()];
    const before = await story.counted();
    for (const id of [slip, sound]) await story.claim(id, { servedOn: '2026-03-10', startsAt: '20:00', endsAt: '21:00' });
    const because = { reason: '记错了日期' };
    expect(await branch.refused('TEAM_LEADER', story.at(slip, 'withdrawal'), because)).toBe(
      'claim_is_withdrawn_by_who_recorded_it',
    );
    await branch.say('RECORDER', story.at(slip, 'withdrawal'), because);
    expect(await branch.refused('TEAM_LEADER', story.at(slip, 'attestation'), {})).toBe('withdrawn_claim_stays_withdrawn');
    expect(await story.entry(slip)).toMatchObject({ state: 'withdrawn', countedMinutes: 0 });
    expect((await story.waiting('recorded')).items.map(({ entryId }) => entryId)).not.toContain(slip);
    await branch.say('TEAM_LEADER', story.at(sound, 'attestation'), {});
    expect(await branch.refused('RECORDER', story.at(sound, 'withdrawal'), because)).toBe('decided_claim_is_not_withdrawn');
    expect(await story.counted(wang)).toBe(before + 60);
  });

  it('a visit in paired aid and a duty at a station are hours like any other: recorded, attested by another, counted once', async () => {
    const { wang, branch } = story;
    const before = await story.counted(wang);
    const given = [
      { kind: 'PAIRED_AID', servedOn: '2026-03-10', startsAt: '18:00', endsAt: '18:45', serviceMinutes: 45 },
      { kind: 'STATION_DUTY', servedOn: '2026-03-10', startsAt: '06:00', endsAt: '08:00', serviceMinutes: 120 },
    ];
    for (const one of given) {
      const entryId = randomUUID();
      await story.claim(entryId, one);
      expect(await story.entry(entryId)).toMatchObject({ kind: one.kind, countedMinutes: 0 });
      await branch.say('TEAM_LEADER', story.at(entryId, 'attestation'), {});
      expect(await story.entry(entryId)).toMatchObject({ state: 'credited', countedMinutes: one.serviceMinutes });
    }
    expect(await story.counted(wang)).toBe(before + 165);
    const meanwhile = randomUUID();
    await story.claim(meanwhile, { ...given[1], kind: 'INDIVIDUAL', serviceMinutes: 60 });
    await branch.say('TEAM_LEADER', story.at(meanwhile, 'attestation'), {});
    expect(await story.entry(meanwhile)).toMatchObject({ state: 'conflicted', countedMinutes: 0 });
    expect(await story.counted(wang)).toBe(before + 165);
  });

  it('F-15: hours of a floating member elsewhere name the other body and stand apart', async () => {
    const { branch } = story;
    const entryId = randomUUID();
    const given = { kind: 'EXTERNAL', provenance: 'EXTERNAL', servedOn: '2026-02-01' };
    expect((await story.claim(entryId, given, 409)).body.refusal).toBe('source_body_must_be_named');
    await story.claim(entryId, { ...given, sourceBody: '外地示例社区' });
    await branch.say('TEAM_LEADER', story.at(entryId, 'attestation'), {});
    const { items } = await branch.ask(`/api/years/2026/minutes-by-provenance?volunteerId=${story.wang}`);
    expect(items).toContainEqual({ provenance: 'EXTERNAL', serviceMinutes: 60, entries: 1 });
  });

  it('F-15: and they conflict with a service here at the same time', async () => {
    const { wang, branch } = story;
    await story.sheet({ on: '2026-03-11', startsAt: '09:00', minutes: 60, people: [wang] });
    const entryId = randomUUID();
    await story.claim(entryId, {
      ...{ kind: 'EXTERNAL', provenance: 'EXTERNAL', servedOn: '2026-03-11', sourceBody: '外地示例社区' },
    });
    await branch.say('TEAM_LEADER', story.at(entryId, 'attestation'), {});
    expect(await story.entry(entryId)).toMatchObject({ state: 'conflicted', countedMinutes: 0 });
  });

  it('F-28, F-30: duty work in working time and paid service are not written down as service', async () => {
    const given = { servedOn: '2026-03-11', startsAt: '12:00', endsAt: '13:00' };
    const duty = await story.claim(randomUUID(), { ...given, inWorkingTime: true, ownDuties: true }, 409);
    expect(duty.body.refusal).toBe('own_duties_in_working_time_are_no_service');
    const paid = await story.claim(randomUUID(), { ...given, rewarded: true }, 409);
    expect(paid.body.refusal).toBe('rewarded_service_is_not_credited');
  });

  it('a night over the end of the year is minutes of two days and two years', async () => {
    const { wang } = story;
    await story.sheet({
      on: '2026-12-31',
      typedOn: '2027-01-01',
      startsAt: '22:00',
      endsOn: '2027-01-01',
      minutes: 240,
      people: [wang],
    });
    const of = async (year: number) =>
      (await story.entries(wang, year)).items.map(({ servedOn, serviceMinutes }) => [servedOn, serviceMinutes]);
    expect(await of(2026)).toContainEqual(['2026-12-31', 120]);
    expect(await of(2027)).toEqual([['2027-01-01', 120]]);
    expect(await story.counted(wang, 2027)).toBe(120);
  });

  it('F-38: the same command twice is one act', async () => {
    const { branch } = story;
    await branch.day('2027-01-02');
    const entryId = randomUUID();
    const key = randomUUID();
    const claim = {
      ...{
        volunteerId: story.wang,
        entryId,
        organizationId: branch.branch,
        kind: 'INDIVIDUAL',
        servedOn: '2027-01-02',
      },
      ...{ startsAt: '09:00', endsAt: '10:00', serviceMinutes: 60, provenance: 'WITNESSED', content: '为邻居老人买药' },
      ...{ inWorkingTime: false, ownDuties: false, rewarded: false },
    };
    const recorder = await branch.as('RECORDER');
    const once = await recorder.post('/api/hours', claim).set('idempotency-key', key).expect(201);
    const twice = await recorder.post('/api/hours', claim).set('idempotency-key', key).expect(201);
    expect(twice.body).toEqual(once.body);
    await recorder.post('/api/hours', claim).expect(201);
    await branch.say('TEAM_LEADER', story.at(entryId, 'attestation', 2027), {});
    await branch.say('TEAM_LEADER', story.at(entryId, 'attestation', 2027), {});
    expect((await story.entries(story.wang, 2027)).items.filter((one) => one['entryId'] === entryId)).toHaveLength(1);
  });
});
