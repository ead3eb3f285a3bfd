import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory, type Answer } from '../support/branch-story.js';
import type { Person } from '../support/test-api.js';

describe('a session announced, signed up for, checked in to and held', () => {
  let story: BranchStory;
  let volunteers: VolunteerId[];
  let people: Person[];
  const activity = randomUUID();
  const session = randomUUID();
  const path = `/api/activities/${activity}/sessions/${session}`;
  const at = async (on: string, time: string): Promise<void> => {
    await story.day(on);
    story.api.clock.now = Date.parse(`${on}T${time}:00+08:00`);
    for (const person of people) person.cookie = await story.api.signIn(person.login);
  };
  const code = async (): Promise<string> => (await story.ask(`${path}/check-in-code`, 'TEAM_LEADER'))['code'] as string;
  const own = (n: number, what: string, body: object) =>
    people[n]!.post(`${path}/${what}`, { volunteerId: volunteers[n], ...body });
  const entry = () => ({ entryId: randomUUID(), teamId: story.team });

  beforeAll(async () => {
    people = [];
    story = await BranchStory.open();
    volunteers = [];
    for (const name of ['丁𠮷安', '示例员乙', '示例员丙', '示例员丁'])
      volunteers.push(await story.enrol(name, '2026-01-06'));
    for (const volunteerId of volunteers)
      people.push(await story.api.person([{ role: 'VOLUNTEER', organizationId: story.branch }], volunteerId));
    await at('2026-03-01', '09:00');
    await story.say('TEAM_LEADER', '/api/activities', {
      ...{ activityId: activity, organizationId: story.branch, teamIds: [story.team], title: '学雷锋集中服务' },
      ...{ place: '示例社区', content: '义诊', responsiblePerson: '示例队长', nature: 'VOLUNTEER_SERVICE' },
    });
    const announced = { sessionId: session, heldOn: '2026-03-05', startsAt: '14:00', endsAt: '16:00', capacity: 2 };
    await story.say('TEAM_LEADER', `/api/activities/${activity}/scheduled-sessions`, announced);
  }, 60_000);
  afterAll(() => story.close());

  it('takes two, lets the third wait, and moves the third up when one cancels', async () => {
    for (const n of [0, 1, 2]) await own(n, 'sign-ups', {}).expect(201);
    // Nobody signs up or cancels for somebody else.
    await people[0]!.post(`${path}/sign-ups`, { volunteerId: volunteers[3] }).expect(403);
    const waiting = async () =>
      (await story.ask(`${path}/sign-ups?state=waiting`)).items.map((item) => item['volunteerId']);
    expect(await waiting()).toEqual([volunteers[2]]);
    await people[1]!.post(`${path}/sign-ups/${volunteers[1]}/cancellation`, {}).expect(201);
    expect(await waiting()).toEqual([]);
    expect((await story.ask(`/api/activities/${activity}/sign-ups`)).items).toMatchObject([
      { capacity: 2, signedUp: 2, waiting: 0, checkedIn: 0 },
    ]);
  });

  it('is found by a volunteer among what is open to them, with its places', async () => {
    const mine = async (n: number) => {
      await story.api.settled();
      return (await people[n]!.get(`/api/volunteers/${volunteers[n]}/open-sessions`).expect(200)).body as Answer;
    };
    expect(await mine(3)).toMatchObject({
      total: 1,
      items: [
        {
          ...{ title: '学雷锋集中服务', isOwnTeam: true, capacity: 2, signedUp: 2, waiting: 0, freePlaces: 0 },
          ...{ ownState: null, requiredDay: null, place: '示例社区', neededSkills: [] },
        },
      ],
    });
    expect((await mine(0)).items[0]).toMatchObject({ ownState: 'signed_up' });
    await people[0]!.get(`/api/volunteers/${volunteers[1]}/open-sessions`).expect(404);
    expect((await story.ask(`/api/volunteers/${volunteers[1]}/open-sessions?withRoom=false`)).items).toHaveLength(1);
  });

  it('is put off: places stay, everybody with one is told, and check-in follows', async () => {
    const later = { heldOn: '2026-03-06', startsAt: '08:00', endsAt: '10:00', reason: '场地上午才能用' };
    expect(await story.refused('TEAM_LEADER', `${path}/rescheduling`, { ...later, heldOn: '2026-02-28' })).toBe(
      'session_is_rescheduled_to_a_time_ahead',
    );
    await people[0]!.post(`${path}/rescheduling`, later).expect(403);
    await story.say('TEAM_LEADER', `${path}/rescheduling`, later);
    await story.api.settled();
    const notices = async (n: number) =>
      ((await people[n]!.get(`/api/volunteers/${volunteers[n]}/notices`).expect(200)).body as Answer).items;
    expect((await notices(0))[0]).toMatchObject({
      ...{ type: 'SignUpRescheduled', activityId: activity, servedOn: '2026-03-06', words: '场地上午才能用' },
    });
    expect((await notices(2)).map(({ type }) => type)).toEqual(['SignUpRescheduled', 'VolunteerMovedUp']);
    expect(await notices(3)).toEqual([]);
    await at('2026-03-05', '13:50');
    expect((await own(0, 'check-ins', { ...entry(), code: await code() }).expect(409)).body).toMatchObject({
      refusal: 'check_in_belongs_to_the_day_of_its_session',
    });
    const back = { heldOn: '2026-03-05', startsAt: '14:00', endsAt: '16:00', reason: '又能用了' };
    await story.say('TEAM_LEADER', `${path}/rescheduling`, back);
    expect((await story.ask(`/api/activities/${activity}/sign-ups`)).items).toMatchObject([
      { heldOn: '2026-03-05', startsAt: '14:00', signedUp: 2, waiting: 0 },
    ]);
  });

  it('is moved to another place under another leader while nobody is there yet, and everybody with a place is told', async () => {
    const change = `/api/activities/${activity}/change`;
    const moved = { place: '南门社区', responsiblePerson: '示例副队长', reason: '原场地维修' };
    await people[0]!.post(change, moved).expect(403);
    expect(await story.refused('TEAM_LEADER', change, { reason: '原场地维修' })).toBe('change_names_place_or_leader');
    await story.say('TEAM_LEADER', change, moved);
    const { place, responsiblePerson } = await story.ask(`/api/activities/${activity}`);
    expect({ place, responsiblePerson }).toEqual({ place: '南门社区', responsiblePerson: '示例副队长' });
    for (const n of [0, 2]) {
      const answer = await people[n]!.get(`/api/volunteers/${volunteers[n]}/notices`).expect(200);
      expect((answer.body as Answer).items[0]).toMatchObject({
        ...{ type: 'SignUpActivityChanged', activityId: activity, servedOn: '2026-03-05', words: '原场地维修' },
      });
    }
  });

  it('is checked in to by the code on the leader’s screen, and by none that is a minute old', async () => {
    await at('2026-03-05', '13:50');
    const stale = await code();
    expect(stale).toMatch(/^\d+\.[\w-]{22}$/);
    story.api.clock.now += 61_000;
    const refused = await own(0, 'check-ins', { ...entry(), code: stale }).expect(409);
    expect(refused.body).toMatchObject({ refusal: 'check_in_code_must_be_fresh' });
    await own(0, 'check-ins', { ...entry(), code: await code() }).expect(201);
    expect(
      await story.refused('TEAM_LEADER', `/api/activities/${activity}/change`, { place: '北门社区', reason: '维修' }),
    ).toBe('held_activity_keeps_place_and_leader');
    expect((await own(2, 'check-ins', entry()).expect(409)).body).toMatchObject({
      refusal: 'own_check_in_needs_the_code',
    });
    // F-37: the phone is twenty minutes slow; the server's time counts and the phone is flagged.
    await own(2, 'check-ins', { ...entry(), code: await code(), deviceTime: '2026-03-05T05:31:00.000Z' }).expect(201);
    await story.say('TEAM_LEADER', `${path}/check-ins`, { volunteerId: volunteers[3], ...entry() });
    const { items } = await story.ask(`${path}/sign-ups?sort=checkedInAt`);
    const seen = Object.fromEntries(items.map((item) => [item['volunteerId'], item]));
    expect(seen[volunteers[0]!]).toMatchObject({ checkedInAt: '13:51', checkedInMeans: 'QR_CODE', clockDrifts: false });
    expect(seen[volunteers[2]!]).toMatchObject({ checkedInAt: '13:51', clockDrifts: true });
    expect(seen[volunteers[3]!]).toMatchObject({ checkedInMeans: 'LEADER_TICK', state: null });
  });

  it('F-34: who forgot to check out ends at the end announced, as declared', async () => {
    await at('2026-03-05', '15:51');
    await own(0, 'check-outs', { code: await code() }).expect(201);
    await story.say('TEAM_LEADER', `${path}/check-outs`, { volunteerId: volunteers[3] });
    await at('2026-03-05', '18:00');
    const held = { sessionId: session, heldOn: '2026-03-05', startsAt: '14:00', endsAt: '16:00' };
    await story.say('TEAM_LEADER', `/api/activities/${activity}/sessions`, held);
    const { items } = await story.ask(`/api/activities/${activity}/attendances`);
    const by = Object.fromEntries(items.map((item) => [item['volunteerId'], item]));
    expect(by[volunteers[0]!]).toMatchObject({ provenance: 'MEASURED', endsAt: '15:51', serviceMinutes: 120 });
    expect(by[volunteers[2]!]).toMatchObject({
      provenance: 'DECLARED',
      endsAt: '16:00',
      endDerived: true,
      serviceMinutes: 129,
    });
    expect(by[volunteers[3]!]).toMatchObject({ provenance: 'WITNESSED', serviceMinutes: 120 });
    expect(by[volunteers[1]!]).toBeUndefined();
  });

  it('is credited after a second person attested it', async () => {
    expect(await story.refused('TEAM_LEADER', `${path}/attestation`, {})).toBe('recorder_and_attester_must_differ');
    await story.say('APPROVER', `${path}/attestation`, {});
    const { items } = await story.ask(`/api/activities/${activity}/attendances`);
    expect(items.map(({ state }) => state)).toEqual(['credited', 'credited', 'credited']);
    expect(await story.ask(`/api/activities/${activity}`)).toMatchObject({ participants: 3, serviceMinutes: 369 });
  });
});

describe('ten activities and the required days', () => {
  let story: BranchStory;
  let members: VolunteerId[];
  const days = ['2026-03-01', '2026-03-02', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'];
  const open = randomUUID();
  const rest = ['2026-03-15', '2026-03-16', '2026-03-17', '2026-03-18'];
  const year = () => story.ask(`/api/teams/${story.team}/years/2026`);

  beforeAll(async () => {
    story = await BranchStory.open();
    members = [await story.enrol('丁𠮷安', '2026-01-06'), await story.enrol('示例员乙', '2026-01-06')];
    for (const on of [...days, ...rest.slice(0, 2)]) await story.serve(on, 60, ...members);
  }, 90_000);
  afterAll(() => story.close());

  it('nine are one short, ten suffice, and one person alone is no activity of the team (A-08)', async () => {
    expect(await year()).toMatchObject({ activities: 9, missingActivities: 1 });
    await story.serve(rest[2]!, 60, members[0]!);
    expect(await year()).toMatchObject({ activities: 9, activitiesNotCounted: 1, missingActivities: 1 });
    await story.serve(rest[2]!, 60, members[1]!);
    expect(await year()).toMatchObject({ activities: 9, activitiesNotCounted: 2 });
    await story.serve(rest[3]!, 60, ...members);
    expect(await year()).toMatchObject({ activities: 10, missingActivities: 0 });
    expect((await story.ask(`/api/teams/${story.team}/years/2026/record-book`)).total).toBe(12);
  });

  it('5 March is met by the service of 2 March where Hefei’s rules are in force, and asked of nobody where they are not', async () => {
    const matrix = (query = '') => story.ask(`/api/required-days?year=2026&within=${story.branch}${query}`);
    expect((await matrix()).items).toEqual([]);
    const pack = { pack: 'HF-2013-0522', packVersion: 1, effectiveOn: '2026-03-18' };
    await story.say('CITY_OFFICE', `/api/organizations/${story.branch}/policy-packs`, pack);
    // 1 July is one of them: an announcement near it says so to whoever may sign up.
    const announced = { sessionId: randomUUID(), heldOn: '2026-06-30', startsAt: '14:00', endsAt: '16:00' };
    await story.say('TEAM_LEADER', '/api/activities', {
      ...{ activityId: open, organizationId: story.branch, teamIds: [], title: '七一集中服务', place: '示例广场' },
      ...{ content: '义诊', responsiblePerson: '示例队长', neededSkills: ['义诊'] },
    });
    await story.say('TEAM_LEADER', `/api/activities/${open}/scheduled-sessions`, announced);
    expect((await story.ask(`/api/volunteers/${members[0]}/open-sessions`)).items).toMatchObject([
      { title: '七一集中服务', isOwnTeam: false, requiredDay: '2026-07-01', neededSkills: ['义诊'], freePlaces: null },
    ]);
    expect((await matrix()).items).toMatchObject([
      { day: '2026-03-05', from: '2026-03-02', isMet: true, activities: 1, nearestHeldOn: '2026-03-02' },
      { day: '2026-07-01', isMet: false, activities: 0 },
      { day: '2026-12-05', isMet: false, activities: 0 },
    ]);
    expect((await matrix('&met=true')).total).toBe(1);
    const sessions = await story.ask(`/api/required-days/${story.branch}?year=2026&day=2026-03-05`);
    expect(sessions.items).toMatchObject([{ heldOn: '2026-03-02', theme: 'CARE_PEOPLE' }]);
  });
});
