import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { open, type Sealed } from '#libs/privacy/envelope';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  established,
  joined,
  left,
  organizationId,
  primary,
  registered,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { volunteerRegister } from './volunteer-register.projection.js';
import { sealedParticulars, volunteerRecord, volunteers, type VolunteersAsked } from './volunteer-register.query.js';

const scope = undefined;
const stream = (n: number): string => volunteerStream(volunteerId(n));
const at = (n: number) => ({ volunteerId: volunteerId(n), organizationId: organizationId(1) });
const approved: (n: number) => GivenEvent = (n) => ({
  type: 'ApplicationApproved',
  data: { ...at(n), approvedOn: day('2026-01-20'), basis: 'COMMITTEE_MEETING' },
});
const idNumber = '340199199001010017';
const mobile = '13000000000';

describe('volunteer register', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(volunteerRegister);
    await bench.given(organizationStream(organizationId(1)), registered(1));
    await bench.given(teamStream(teamId(1)), established(1));
  });
  afterAll(() => bench.close());

  const record = (n: number, on?: string) =>
    volunteerRecord(bench.source, { volunteerId: volunteerId(n), scope, on: on === undefined ? undefined : day(on) });
  const ids = async (asked: Omit<VolunteersAsked, 'scope'> & { sort?: never }) =>
    (await volunteers(bench.source, { scope, pageSize: 200, ...asked })).items.map((one) => one.volunteerId);
  const opened = async (sealed: readonly Sealed[]): Promise<Record<string, unknown>> => {
    const found = await bench.keys.forReading(sealed.map(({ part }) => part.kid));
    return Object.assign(
      {},
      ...sealed.map((one) => {
        const key = found.get(one.part.kid);
        return key === undefined || key === 'shredded' ? {} : (JSON.parse(open(one, key.dek)) as object);
      }),
    ) as Record<string, unknown>;
  };

  it('shows an applicant with what the form says, who has no number yet', async () => {
    await bench.given(
      stream(1),
      applied(1, {
        birthDate: '1990-01',
        education: '20',
        ethnicity: '01',
        politicalStatus: '01',
        joinedPartyOn: '2002-02',
        workUnit: '示例单位',
        mainProjects: '义诊',
        skills: '护理',
        serviceInterests: ['05'],
        statedAge: '36',
        statedAgeOn: '2026-01-01',
      }),
    );
    expect(await record(1)).toMatchObject({
      volunteerNumber: null,
      status: 'APPLIED',
      organizationName: '示例第1党支部',
      participantKind: 'FULL_MEMBER',
      appliedOn: '2026-01-10',
      source: 'ONLINE',
      name: '示例员1',
      sex: '1',
      birthDate: '1990-01',
      education: '20',
      ethnicity: '01',
      politicalStatus: '01',
      joinedPartyOn: '2002-02',
      workUnit: '示例单位',
      mainProjects: '义诊',
      skills: '护理',
      serviceInterests: ['05'],
      statedAge: '36',
      statedAgeOn: '2026-01-01',
      consents: ['REGISTRATION'],
    });
  });

  it('answers for any day: applied, approved, enrolled, withdrawn', async () => {
    await bench.given(stream(2), applied(2), approved(2), enrolled(2), withdrew(2, '2026-09-01'));
    const statuses = await Promise.all(
      ['2026-01-09', '2026-01-10', '2026-01-19', '2026-01-20', '2026-02-01', '2026-08-31', '2026-09-01'].map(
        async (on) => (await record(2, on))?.status,
      ),
    );
    expect(statuses).toEqual([undefined, 'APPLIED', 'APPLIED', 'APPROVED', 'ENROLLED', 'ENROLLED', 'WITHDRAWN']);
    expect(await record(2)).toMatchObject({
      status: 'WITHDRAWN',
      volunteerNumber: '2026000002',
      approvedOn: '2026-01-20',
      enrolledOn: '2026-02-01',
      withdrawnOn: '2026-09-01',
    });
  });

  it('shows what was returned and what was declined as such', async () => {
    await bench.given(stream(3), applied(3), {
      type: 'ApplicationReturned',
      data: { ...at(3), returnedOn: day('2026-01-12'), reason: '示例' },
    });
    expect((await record(3))?.status).toBe('RETURNED');
    await bench.given(stream(3), {
      type: 'ApplicationDeclined',
      data: { ...at(3), declinedOn: day('2026-01-14'), reason: '示例' },
    });
    expect((await record(3))?.status).toBe('DECLINED');
  });

  it('shows a later name and kind, and the kind of an earlier day', async () => {
    await bench.given(
      stream(4),
      applied(4, { participantKind: 'PROBATIONARY_MEMBER', workUnit: '示例单位' }),
      enrolled(4),
      changed(4, { changedOn: day('2026-06-01'), participantKind: 'FULL_MEMBER', name: '示例改名' }),
    );
    expect(await record(4)).toMatchObject({ name: '示例改名', participantKind: 'FULL_MEMBER', workUnit: '示例单位' });
    expect((await record(4, '2026-05-31'))?.participantKind).toBe('PROBATIONARY_MEMBER');
  });

  it('forgets what an earlier application said when a new one says nothing of it', async () => {
    await bench.given(
      stream(5),
      applied(5, { workUnit: '示例单位', mobiles: [mobile] }),
      applied(5, { submittedOn: day('2026-01-20') }),
    );
    expect((await record(5))?.workUnit).toBeNull();
    expect((await sealedParticulars(bench.source, { volunteerIds: [volunteerId(5)], scope }))[0]?.contact).toEqual([]);
  });

  it('shows the primary team and the memberships of a day', async () => {
    await bench.given(stream(6), applied(6), enrolled(6), primary(6, 1));
    await bench.given(teamStream(teamId(1)), joined(6, 1), left(6, 1, '2026-10-01'));
    expect(await record(6)).toMatchObject({
      primaryTeamId: teamId(1),
      primaryTeamName: '示例党员志愿服务队1队',
      memberships: [{ teamId: teamId(1), joinedOn: '2026-02-10', leftOn: '2026-10-01' }],
    });
    await bench.given(stream(6), unprimary(6, 1, '2026-10-01'));
    expect((await record(6))?.primaryTeamId).toBeNull();
    expect((await record(6, '2026-09-30'))?.primaryTeamId).toBe(teamId(1));
    expect(await ids({ primaryTeamId: teamId(1), on: day('2026-09-30') })).toEqual([volunteerId(6)]);
    expect(await ids({ memberOfTeamId: teamId(1), on: day('2026-09-30') })).toEqual([volunteerId(6)]);
    expect(await ids({ memberOfTeamId: teamId(1), on: day('2026-10-01') })).toEqual([]);
    expect(await ids({ memberOfTeamId: teamId(1) })).toEqual([]);
    expect(await ids({ primaryTeamId: 'NONE', statuses: ['ENROLLED'] })).toContain(volunteerId(6));
  });

  it('follows the new names of an organization', async () => {
    await bench.given(organizationStream(organizationId(2)), registered(2), {
      type: 'PartyOrganizationRenamed',
      data: {
        organizationId: organizationId(2),
        renamedOn: day('2026-05-01'),
        name: '示例新党支部',
        unitName: '示例新单位',
      },
    });
    await bench.given(stream(7), applied(7, { organizationId: organizationId(2) }));
    expect((await record(7))?.organizationName).toBe('示例新党支部');
  });

  it('holds ID number, telephone, e-mail, health, photo and the words of a sheet only as ciphertext', async () => {
    const secret = {
      idNumber,
      mobiles: [mobile],
      officePhones: ['0000-0000000'],
      email: 'nobody@example.invalid',
      health: '2',
      photo: 'photo-0001',
      experience: '示例经历',
      sourceText: '示例原文 ' + idNumber,
    };
    await bench.given(stream(8), applied(8, secret));
    await bench.given(stream(8), changed(8, { changedOn: day('2026-04-01'), mobiles: ['13000000001'] }));
    const stored = JSON.stringify(
      await bench.source.query('select * from read.volunteer_register where volunteer_id = $1', [volunteerId(8)]),
    );
    expect(stored).not.toMatch(
      /34019919900101|1300000000|0000-0000000|example\.invalid|photo-0001|示例经历|示例原文|"health"/,
    );
    const [sealed] = await sealedParticulars(bench.source, { volunteerIds: [volunteerId(8)], scope });
    expect(await opened(sealed!.identity)).toMatchObject({ idNumber, name: '示例员8' });
    expect(await opened(sealed!.contact)).toEqual({
      mobiles: ['13000000001'],
      officePhones: ['0000-0000000'],
      email: 'nobody@example.invalid',
    });
    expect(await opened(sealed!.sensitive)).toEqual({ health: '2' });
    expect(await opened(sealed!.photo)).toEqual({ photo: 'photo-0001' });
    expect(await opened(sealed!.free)).toMatchObject({ experience: '示例经历' });
    const [before] = await sealedParticulars(bench.source, {
      volunteerIds: [volunteerId(8)],
      scope,
      on: day('2026-03-31'),
    });
    expect(await opened(before!.contact)).toMatchObject({ mobiles: [mobile] });
    expect(
      await sealedParticulars(bench.source, { volunteerIds: [volunteerId(8)], scope: [organizationId(2)] }),
    ).toEqual([]);
  });
});
