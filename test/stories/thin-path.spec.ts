import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access/actor';
import { NotAllowed, type AnyCommand } from '#libs/counter/counter';
import { Refused, type Receipt } from '#libs/event-store/ledger';
import { rebuild } from '#libs/projection-engine/rebuild';
import { volunteerYearOf } from '#projections/volunteer-year/volunteer-year.query';
import { openTestHouse, newCommandId, type TestHouse } from '../support/open-test-house.js';

const at = Date.UTC(2026, 2, 10, 2, 0, 0);

describe('from an application to the annual review', () => {
  let test: TestHouse;
  let office: Actor;
  let leader: Actor;
  const id = {
    branch: randomUUID(), volunteer: randomUUID(), team: randomUUID(), post: randomUUID(),
    activity: randomUUID(), session: randomUUID(), entry: randomUUID(),
  };
  const say = (actor: Actor, type: string, data: object): Promise<Receipt> =>
    test.house.counter.submit(actor, { type, data } as unknown as AnyCommand, { commandId: newCommandId() });

  beforeAll(async () => {
    test = await openTestHouse({ now: () => at });
    test.house.engine.start();
    office = test.actor('CITY_OFFICE');
    leader = test.actor('TEAM_LEADER');
  }, 60_000);
  afterAll(() => test.close());

  it('applies, is approved and enrolled with a number, joins a team with a leader, serves, and is reviewed', async () => {
    const day = '2026-03-05';
    await say(office, 'RegisterPartyOrganization', { organizationId: id.branch, kind: 'PARTY_BRANCH', parentId: test.top, registeredOn: '2026-01-05', name: '示例中心党支部', unitName: '示例中心' });
    await say(office, 'StatePartyMemberCount', { organizationId: id.branch, fullMembers: 34, probationaryMembers: 0, countedOn: '2026-01-05' });
    await say(office, 'SubmitApplication', {
      volunteerId: id.volunteer, organizationId: id.branch, submittedOn: '2026-01-06', source: 'PAPER_FORM', onBehalf: 'RECORDER', consents: ['REGISTRATION'], doubts: [],
      name: '丁𠮷安', sex: '2', birthDate: '1986-03', politicalStatus: '01', joinedPartyOn: '2002-02', education: '21', ethnicity: '01',
    });
    await say(office, 'ApproveApplication', { volunteerId: id.volunteer, approvedOn: '2026-01-07', basis: 'BRANCH_MEETING' });
    await say(office, 'EnrolVolunteer', { volunteerId: id.volunteer, enrolledOn: '2026-01-08' });
    await say(office, 'EstablishTeam', { teamId: id.team, organizationId: id.branch, establishedOn: '2026-01-08', ordinal: 1, name: '示例队', documentTitle: '关于组建服务队的通知', documentDatedOn: '2026-01-05' });
    await say(office, 'JoinTeam', { teamId: id.team, volunteerId: id.volunteer, joinedOn: '2026-01-09', asPrimary: true });
    await expect(say(office, 'AppointTeamLeader', { teamId: id.team, volunteerId: id.volunteer, appointedOn: '2026-02-01' })).rejects.toThrow(Refused);
    await say(office, 'AssumeLeadershipPost', { organizationId: id.branch, postId: id.post, volunteerId: id.volunteer, assumedOn: '2026-01-10', postName: '副主任' });
    await say(office, 'AppointTeamLeader', { teamId: id.team, volunteerId: id.volunteer, appointedOn: '2026-02-01' });
    await say(office, 'PlanActivity', { activityId: id.activity, organizationId: id.branch, teamIds: [id.team], title: '学雷锋集中服务', place: '示例社区', content: '义诊', responsiblePerson: '丁𠮷安' });
    await say(office, 'HoldSession', { activityId: id.activity, sessionId: id.session, heldOn: day, startsAt: '08:30', endsAt: '11:00' });
    await say(office, 'RecordAttendance', {
      activityId: id.activity, sessionId: id.session, provenance: 'WITNESSED',
      attendances: [{ volunteerId: id.volunteer, entryId: id.entry, teamId: id.team, startsAt: '08:30', serviceMinutes: 150 }],
    });
    await expect(say(office, 'AttestAttendance', { activityId: id.activity, sessionId: id.session })).rejects.toThrow('recorder_and_attester_must_differ');
    const attested = await say(leader, 'AttestAttendance', { activityId: id.activity, sessionId: id.session });
    expect(await test.house.engine.waitFor(attested.position, 10_000)).toBe(true);
    const head = await test.house.store.head();
    expect(await test.house.engine.waitFor(head!, 10_000)).toBe(true);
    const year = await volunteerYearOf(test.house.read, { volunteerId: id.volunteer, year: 2026, targetMinutes: 1440, scope: undefined } as never);
    expect(year).toMatchObject({ serviceMinutes: 150, activities: 1, missingMinutes: 1290 });
    await say(office, 'PrepareVolunteerReview', { volunteerId: id.volunteer, year: 2026 });
    await say(office, 'PrepareTeamReview', { teamId: id.team, year: 2026 });
    await expect(say(office, 'ConfirmVolunteerReview', { volunteerId: id.volunteer, year: 2026, conclusion: 'TARGET_MET' })).rejects.toThrow('target_is_met_only_when_reached');
    await say(office, 'ConfirmVolunteerReview', { volunteerId: id.volunteer, year: 2026, conclusion: 'TARGET_NOT_MET' });
  }, 60_000);

  it('gives byte-equal tables when everything is folded again', async () => {
    const head = await test.house.store.head();
    await test.house.engine.waitFor(head!, 10_000);
    const tables = await rebuild(test.house.followerParts, () => undefined);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ before, after }) => before !== after)).toEqual([]);
    // The tables that took the place of the old ones are still those that the entities describe.
    const { upQueries } = await test.house.read.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  }, 60_000);

  it('lets nobody act without a role, out of scope, or in the name of the system administrator', async () => {
    const data = { organizationId: id.branch, staffHeadcount: 90, countedOn: '2026-01-05' };
    await expect(say(test.actor('AUDITOR'), 'StateStaffHeadcount', data)).rejects.toMatchObject({ why: 'role_missing' });
    await expect(say({ ...office, grants: [{ role: 'UNIT_OFFICE', organizationId: randomUUID() as never }] }, 'StateStaffHeadcount', data)).rejects.toMatchObject({ why: 'out_of_scope' });
    await expect(say(test.actor('SYSTEM_ADMINISTRATOR'), 'StateStaffHeadcount', data)).rejects.toThrow(NotAllowed);
  });
});
