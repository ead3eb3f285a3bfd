import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import type { Role } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestApi, type Person } from './test-api.js';

/** What a reading answers: stories compare it as it came over the wire. */
export type Answer = Readonly<Record<string, unknown>> & {
  readonly items: readonly Readonly<Record<string, unknown>>[];
};

/** A branch with one team, told day by day over HTTP: who acts signs in on the day, so that what is recorded is recorded in time. */
export class BranchStory {
  readonly branch = randomUUID() as OrganizationId;
  readonly team = randomUUID();
  private readonly people = new Map<Role, Person>();
  /** Since the clock was last moved. */
  private readonly signedIn = new Set<Person>();

  private constructor(readonly api: TestApi) {}

  /** The branch is registered under the top, its team established on the same day. */
  static async open(on = '2026-01-05'): Promise<BranchStory> {
    const story = new BranchStory(await TestApi.open());
    await story.day(on);
    await story.say('CITY_OFFICE', '/api/organizations', {
      ...{ organizationId: story.branch, kind: 'PARTY_BRANCH', parentId: story.api.top, registeredOn: on },
      ...{ name: '示例中心党支部', unitName: '示例中心' },
    });
    await story.say('CITY_OFFICE', '/api/teams', {
      ...{ teamId: story.team, organizationId: story.branch, establishedOn: on, ordinal: 1, name: '示例队' },
      ...{ documentTitle: '关于组建服务队的通知', documentDatedOn: on },
    });
    return story;
  }

  /** The clock stands at nine in the evening of the day in Shanghai; whoever acts signs in anew. */
  async day(on: string): Promise<void> {
    this.api.clock.now = Date.parse(`${on}T13:00:00.000Z`);
    this.signedIn.clear();
  }

  async as(role: Role, volunteerId?: VolunteerId): Promise<Person> {
    const known = this.people.get(role);
    const person = known ?? (await this.api.person([{ role, organizationId: this.api.top }], volunteerId));
    if (known && !this.signedIn.has(known)) known.cookie = await this.api.signIn(known.login);
    this.signedIn.add(person);
    this.people.set(role, person);
    return person;
  }

  async say(role: Role, path: string, body: object, expected = 201): Promise<request.Response> {
    const response = await (await this.as(role)).post(path, body);
    if (response.status !== expected) throw new Error(`${path}: ${response.status} ${response.text}`);
    return response;
  }

  /** The refusal that a rule answers with. */
  async refused(role: Role, path: string, body: object): Promise<string> {
    return ((await this.say(role, path, body, 409)).body as { refusal: string }).refusal;
  }

  async ask(path: string, role: Role = 'CITY_OFFICE'): Promise<Answer> {
    await this.api.settled();
    return (await (await this.as(role)).get(path).expect(200)).body as Answer;
  }

  /** Applies, is approved, enrolled and joins the team, all on the day. */
  async enrol(name: string, on: string): Promise<VolunteerId> {
    await this.day(on);
    const volunteerId = randomUUID() as VolunteerId;
    const volunteer = `/api/volunteers/${volunteerId}`;
    await this.say('CITY_OFFICE', '/api/volunteers', {
      ...{
        volunteerId,
        organizationId: this.branch,
        submittedOn: on,
        source: 'PAPER_FORM',
        onBehalf: 'RECORDER',
        consents: ['REGISTRATION'],
      },
      ...{
        name,
        sex: '2',
        birthDate: '1986-03',
        politicalStatus: '01',
        joinedPartyOn: '2002-02',
        education: '21',
        ethnicity: '01',
      },
    });
    await this.say('CITY_OFFICE', `${volunteer}/application-approval`, { approvedOn: on, basis: 'BRANCH_MEETING' });
    await this.say('CITY_OFFICE', `${volunteer}/enrolment`, { enrolledOn: on });
    await this.say('CITY_OFFICE', `/api/teams/${this.team}/members`, { volunteerId, joinedOn: on, asPrimary: true });
    return volunteerId;
  }

  /** An activity of the team on one day, recorded and attested by two people on the same evening. Answers the entry of each. */
  async serve(on: string, serviceMinutes: number, ...volunteers: readonly VolunteerId[]): Promise<readonly string[]> {
    await this.day(on);
    const [activityId, sessionId] = [randomUUID(), randomUUID()];
    const session = `/api/activities/${activityId}/sessions/${sessionId}`;
    await this.say('RECORDER', '/api/activities', {
      ...{ activityId, organizationId: this.branch, teamIds: [this.team], title: '社区集中服务', place: '示例社区' },
      ...{ content: '义诊', responsiblePerson: '示例队长', theme: 'CARE_PEOPLE' },
    });
    await this.say('RECORDER', `/api/activities/${activityId}/sessions`, {
      sessionId,
      heldOn: on,
      startsAt: '08:00',
      endsAt: '20:00',
    });
    const attendances = volunteers.map((volunteerId) => ({
      volunteerId,
      entryId: randomUUID(),
      teamId: this.team,
      startsAt: '08:00',
      serviceMinutes,
    }));
    const sheet = attendances.length > 1 ? { sheetId: await this.paper(activityId) } : {};
    await this.say('RECORDER', `${session}/attendances`, { provenance: 'WITNESSED', attendances, ...sheet });
    await this.say('TEAM_LEADER', `${session}/attestation`, {});
    return attendances.map(({ entryId }) => entryId);
  }

  /** The scan of a signed sheet, uploaded and named as evidence of the activity (F-06). */
  async paper(activityId: string): Promise<string> {
    const [evidenceId, path] = [randomUUID(), `/api/activities/${activityId}`];
    const scan = Buffer.from(`%PDF-1.4 ${evidenceId}`);
    const file = await (await this.as('RECORDER')).post(`${path}/evidence-files`, scan, 'application/pdf').expect(200);
    const { sha256 } = file.body as { sha256: string };
    await this.say('RECORDER', `${path}/evidence`, { evidenceId, evidenceKind: 'SIGN_IN_SHEET', sha256 });
    return evidenceId;
  }

  close(): Promise<void> {
    return this.api.close();
  }
}
