import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import type { Role } from '#libs/access/actor';
import type { Person, TestApi } from './test-api.js';

export interface District {
  readonly branch: string;
  readonly volunteer: string;
  readonly team: string;
  readonly activity: string;
  readonly session: string;
  readonly entry: string;
}

/** A district as `someDistrict` makes it, written by an office and attested by a leader of the top organization. */
export async function districtOf(api: TestApi): Promise<District> {
  const at = (role: Role) => [{ role, organizationId: api.top }];
  return someDistrict(api, await api.person(at('CITY_OFFICE')), await api.person(at('TEAM_LEADER')));
}

/** A branch with one enrolled volunteer in one team, and an activity whose sheet `recorder` wrote and `attester` attested. */
export async function someDistrict(
  api: TestApi,
  recorder: Person,
  attester: Person,
  heldOn = '2026-06-29',
): Promise<District> {
  const id = {
    branch: randomUUID(),
    volunteer: randomUUID(),
    team: randomUUID(),
    activity: randomUUID(),
    session: randomUUID(),
    entry: randomUUID(),
  };
  const say = (path: string, body: object, person = recorder): request.Test => person.post(path, body).expect(201);
  const volunteer = `/api/volunteers/${id.volunteer}`;
  const session = `/api/activities/${id.activity}/sessions/${id.session}`;
  await say('/api/organizations', {
    organizationId: id.branch,
    kind: 'PARTY_BRANCH',
    parentId: api.top,
    registeredOn: '2026-01-05',
    name: '示例中心党支部',
    unitName: '示例中心',
  });
  await say(`/api/organizations/${id.branch}/party-member-counts`, {
    fullMembers: 34,
    probationaryMembers: 0,
    countedOn: '2026-01-05',
  });
  await say('/api/volunteers', {
    volunteerId: id.volunteer,
    organizationId: id.branch,
    submittedOn: '2026-01-06',
    source: 'PAPER_FORM',
    onBehalf: 'RECORDER',
    consents: ['REGISTRATION'],
    name: '丁𠮷安',
    sex: '2',
    birthDate: '1986-03',
    politicalStatus: '01',
    joinedPartyOn: '2002-02',
    education: '21',
    ethnicity: '01',
    mobiles: ['13800000001'],
  });
  await say(`${volunteer}/application-approval`, { approvedOn: '2026-01-07', basis: 'BRANCH_MEETING' });
  await say(`${volunteer}/enrolment`, { enrolledOn: '2026-01-08' });
  await say('/api/teams', {
    teamId: id.team,
    organizationId: id.branch,
    establishedOn: '2026-01-08',
    ordinal: 1,
    name: '示例队',
    documentTitle: '关于组建服务队的通知',
    documentDatedOn: '2026-01-05',
  });
  await say(`/api/teams/${id.team}/members`, { volunteerId: id.volunteer, joinedOn: '2026-01-09', asPrimary: true });
  await say('/api/activities', {
    activityId: id.activity,
    organizationId: id.branch,
    teamIds: [id.team],
    title: '学雷锋集中服务',
    place: '示例社区',
    content: '义诊',
    responsiblePerson: '丁𠮷安',
  });
  await say(`/api/activities/${id.activity}/sessions`, {
    sessionId: id.session,
    heldOn,
    startsAt: '08:30',
    endsAt: '11:00',
  });
  await say(`${session}/attendances`, {
    provenance: 'WITNESSED',
    attendances: [
      { volunteerId: id.volunteer, entryId: id.entry, teamId: id.team, startsAt: '08:30', serviceMinutes: 150 },
    ],
  });
  await say(`${session}/attestation`, {}, attester);
  await api.settled();
  return id;
}
