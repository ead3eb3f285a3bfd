import { describe, expect, it } from '@jest/globals';
import { readMemberInformationSheet } from '#libs/intake/member-information-sheet';
import type { BatchId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Place, Unit } from './lookups.js';
import { planMembers, type MembersOptions } from './members.plan.js';
import type { Plan } from './plan.js';

const batchId = 'e0000000-0000-4000-8000-000000000001' as BatchId;
const day = (text: string): LocalDate => text as LocalDate;
const place: Place = {
  organization: {
    organizationId: 'a0000000-0000-4000-8000-000000000001' as OrganizationId,
    name: '示例党支部',
    unitName: '示例中心',
  },
  obstacles: [],
};
const teamId = 'c0000000-0000-4000-8000-000000000001' as TeamId;
const unit: Unit = {
  teams: [{ teamId, name: '1队', ordinal: 1, establishedOn: day('2026-01-01'), statedSize: 9, statedLeader: null }],
  volunteers: [],
};
const codes = ({ faults }: Plan): [number, string][] => faults.map(({ row, code }) => [row, code]);
const dataOf = (plan: Plan, type: string): object[] =>
  plan.stages
    .flat()
    .flatMap(({ steps }) => steps.flatMap(({ command }) => (command.type === type ? [command.data] : [])));

describe('a member information sheet', () => {
  const read = readMemberInformationSheet(
    new TextEncoder().encode(
      '姓名,性别,身份证号码,手机号码,服务志愿,所在单位名称\n万川平,男,340199199802148418,13800020000,环境保护、其他：修伞,示例中心\n',
    ),
  );
  const members = async (
    options: Partial<MembersOptions>,
    holders: readonly string[] = [],
    known = unit,
  ): Promise<Plan> =>
    planMembers(
      await read,
      { place, unit: known, holdersOf: new Map([[2, holders]]) },
      { participantKind: 'FULL_MEMBER', ...options },
      batchId,
    );

  it('needs a day of enrolment where the form has none', async () => {
    expect((await members({})).obstacles).toEqual([
      '表上没有填报时间，请用 --enrolled-on 写明登记造册日期，如 2026-07-01。',
    ]);
  });

  it('keeps ID number, birth day, mobile and intended service in their own fields and out of the words of the row', async () => {
    const [data] = dataOf(await members({ enrolledOn: day('2026-03-05') }), 'SubmitApplication');
    expect(data).toMatchObject({
      birthDate: '1998-02-14',
      mobiles: ['13800020000'],
      serviceInterests: ['01', '99'],
      politicalStatus: '01',
      participantKind: 'FULL_MEMBER',
      workUnit: '示例中心',
    });
    expect((data as { sourceText: string }).sourceText).toContain('其他：修伞');
    expect((data as { sourceText: string }).sourceText).not.toMatch(/340199|138000/);
  });

  it('lets activists in without a political status of members', async () => {
    const [data] = dataOf(
      await members({ enrolledOn: day('2026-03-05'), participantKind: 'APPLICANT_ACTIVIST' }),
      'SubmitApplication',
    );
    expect(data).not.toHaveProperty('politicalStatus');
    expect(data).toMatchObject({ participantKind: 'APPLICANT_ACTIVIST' });
  });

  it('puts everybody into the team named, and refuses a team that is not there', async () => {
    expect(dataOf(await members({ enrolledOn: day('2026-03-05'), team: '1队' }), 'JoinTeam')).toHaveLength(1);
    expect((await members({ enrolledOn: day('2026-03-05'), team: '7队' })).obstacles).toEqual([
      '该党组织没有“7队”这支服务队，请核对 --team。',
    ]);
  });

  it('keeps out an ID number that somebody else has in the ledger, not its own', async () => {
    const own = (await members({ enrolledOn: day('2026-03-05') })).numbering?.volunteerIds[0] as string;
    expect(codes(await members({ enrolledOn: day('2026-03-05') }, ['b0000000-0000-4000-8000-000000000009']))).toEqual([
      [2, 'id_number_registered_already'],
    ]);
    expect(codes(await members({ enrolledOn: day('2026-03-05') }, [own]))).toEqual([]);
  });
});
