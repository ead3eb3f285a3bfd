import { randomUUID } from 'node:crypto';
import type { Person, TestApi } from './test-api.js';

/** The day on which everything in a story begins: the Thursday before the clock's. */
export const serviceDay = '2026-06-25';

/** Branches, members, teams and service, over HTTP, in the words of a story. */
export class BranchLife {
  private people = 0;
  private teams = 0;

  constructor(
    readonly api: TestApi,
    readonly office: Person,
    private readonly attester: Person,
  ) {}

  async does(path: string, body: object): Promise<void> {
    await this.office.post(path, body).expect(201);
  }

  async refuses(path: string, body: object): Promise<string> {
    return ((await this.office.post(path, body).expect(409)).body as { refusal: string }).refusal;
  }

  async sees<Answer>(path: string, by: Person = this.office): Promise<Answer> {
    await this.api.settled();
    return (await by.get(path).expect(200)).body as Answer;
  }

  async branch(name: string, fullMembers = 10): Promise<string> {
    const organizationId = randomUUID();
    const registeredOn = '2026-01-05';
    await this.does('/api/organizations', {
      organizationId,
      kind: 'PARTY_BRANCH',
      parentId: this.api.top,
      registeredOn,
      name,
      unitName: name,
    });
    await this.does(`/api/organizations/${organizationId}/party-member-counts`, {
      fullMembers,
      probationaryMembers: 0,
      countedOn: registeredOn,
    });
    return organizationId;
  }

  async member(organizationId: string, particulars: object = {}): Promise<string> {
    const volunteerId = randomUUID();
    const volunteer = `/api/volunteers/${volunteerId}`;
    await this.does('/api/volunteers', {
      ...{ volunteerId, organizationId, submittedOn: '2026-01-06', source: 'PAPER_FORM', onBehalf: 'RECORDER' },
      ...{
        consents: ['REGISTRATION'],
        name: `示例员${'甲乙丙丁戊己庚辛壬癸'[this.people++ % 10]}`,
        sex: '2',
        birthDate: '1986-03',
        politicalStatus: '01',
      },
      ...particulars,
    });
    await this.does(`${volunteer}/application-approval`, { approvedOn: '2026-01-07', basis: 'BRANCH_MEETING' });
    await this.does(`${volunteer}/enrolment`, { enrolledOn: '2026-01-08' });
    return volunteerId;
  }

  async team(organizationId: string, name: string, members: readonly string[] = []): Promise<string> {
    const teamId = randomUUID();
    const paper = { documentTitle: '关于组建服务队的通知', documentDatedOn: '2026-01-05' };
    await this.does('/api/teams', {
      teamId,
      organizationId,
      establishedOn: '2026-01-08',
      ordinal: ++this.teams,
      name,
      ...paper,
    });
    for (const volunteerId of members)
      await this.does(`/api/teams/${teamId}/members`, { volunteerId, joinedOn: '2026-01-09', asPrimary: true });
    await this.api.settled();
    return teamId;
  }

  /** On `serviceDay`, recorded by the office and attested by another. */
  async serves(
    organizationId: string,
    volunteerId: string,
    [startsAt, minutes]: readonly [startsAt: string, minutes: number],
    teamId?: string,
  ): Promise<void> {
    const [activityId, sessionId] = [randomUUID(), randomUUID()];
    const endsAt = `${String(Number(startsAt.slice(0, 2)) + Math.ceil(minutes / 60)).padStart(2, '0')}:00`;
    await this.does('/api/activities', {
      ...{ activityId, organizationId, teamIds: teamId ? [teamId] : [], title: '敬老院服务', place: '示例敬老院' },
      ...{ content: '陪护', responsiblePerson: '示例员' },
    });
    const session = `/api/activities/${activityId}/sessions`;
    await this.does(session, { sessionId, heldOn: serviceDay, startsAt, endsAt });
    const attendance = {
      volunteerId,
      entryId: randomUUID(),
      startsAt,
      serviceMinutes: minutes,
      ...(teamId ? { teamId } : {}),
    };
    await this.does(`${session}/${sessionId}/attendances`, { provenance: 'WITNESSED', attendances: [attendance] });
    await this.attester.post(`${session}/${sessionId}/attestation`).expect(201);
    await this.api.settled();
  }

  roster(
    organizationId: string,
    on: string,
  ): Promise<{ volunteerId: string; name: string; teamName: string | null }[]> {
    return this.sees<{ items: { volunteerId: string; name: string; teamName: string | null }[] }>(
      `/api/organizations/${organizationId}/roster/volunteers?on=${on}`,
    ).then(({ items }) => items);
  }
}

/** An office above everybody and a second person who attests. */
export async function branchLife(api: TestApi): Promise<BranchLife> {
  const office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
  const attester = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
  return new BranchLife(api, office, attester);
}
