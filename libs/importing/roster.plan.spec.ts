import { describe, expect, it } from '@jest/globals';
import { readRosterSheet } from '#libs/intake/roster-sheet';
import type { BatchId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { KnownTeam, KnownVolunteer, Place, Unit } from './lookups.js';
import type { Plan } from './plan.js';
import { planRoster, type RosterOptions } from './roster.plan.js';

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
const team = (n: number, statedSize: number, statedLeader: string, establishedOn = '2026-01-01'): KnownTeam => ({
  teamId: `c0000000-0000-4000-8000-00000000000${n}` as TeamId,
  name: `${n}队`,
  ordinal: n,
  establishedOn: day(establishedOn),
  statedSize,
  statedLeader,
});
const unit = (teams: readonly KnownTeam[] = [], volunteers: readonly KnownVolunteer[] = []): Unit => ({
  teams,
  volunteers,
});
const sheet = (date: string, ...lines: string[]) =>
  readRosterSheet(
    new TextEncoder().encode(
      [
        `单位名称（盖章）：示例中心,,,,,,填表日期：${date}`,
        '姓名,性别,年龄,学历,入党时间,民族,主要志愿服务项目,联系方式',
        ...lines,
      ].join('\n'),
    ),
  );
const line = (name: string, { sex = '男', joined = '2002.2', education = '大专', contact = '89001333' } = {}): string =>
  `${name},${sex},50,${education},${joined},汉,帮扶,${contact}`;

const roster = async (
  read: ReturnType<typeof sheet>,
  known: Unit,
  options: Partial<RosterOptions> = {},
): Promise<Plan> => planRoster(await read, { place, unit: known }, { acceptNamesake: [], ...options }, batchId);
const codes = ({ faults }: Plan): [number, string][] => faults.map(({ row, code }) => [row, code]);
const dataOf = (plan: Plan, type: string): object[] =>
  plan.stages
    .flat()
    .flatMap(({ steps }) => steps.flatMap(({ command }) => (command.type === type ? [command.data] : [])));

describe('a roster becomes applications, reviews, enrolments and memberships', () => {
  it('dates application and review by the form, and enrolment too unless told', async () => {
    const plan = await roster(sheet('2026.7.1', line('甲一')), unit());
    expect(dataOf(plan, 'SubmitApplication')).toMatchObject([
      {
        submittedOn: '2026-07-01',
        statedAge: 50,
        statedAgeOn: '2026-07-01',
        consents: ['REGISTRATION', 'UPWARD_FILING'],
        source: 'SHEET_IMPORT',
      },
    ]);
    expect(dataOf(plan, 'EnrolVolunteer')).toMatchObject([{ enrolledOn: '2026-07-01' }]);
  });

  it('does not let the application come after an enrolment that lies before the form', async () => {
    const plan = await roster(sheet('2026.7.1', line('甲一')), unit(), { enrolledOn: day('2026-01-01') });
    expect(dataOf(plan, 'SubmitApplication')).toMatchObject([{ submittedOn: '2026-01-01', statedAgeOn: '2026-07-01' }]);
    expect(dataOf(plan, 'ApproveApplication')).toMatchObject([{ approvedOn: '2026-01-01', basis: 'SEALED_PAPER' }]);
  });

  it('takes a form date of a month only together with the day that was told', async () => {
    expect((await roster(sheet('2026.7', line('甲一')), unit())).obstacles).toEqual([
      '填表日期只写到月（2026-07），请用 --form-date 指明到日，如 --form-date 2026-07-01。',
    ]);
    expect((await roster(sheet('2026.7', line('甲一')), unit(), { formDate: day('2026-07-09') })).obstacles).toEqual(
      [],
    );
    const other = await roster(sheet('2026.7', line('甲一')), unit(), { formDate: day('2026-08-09') });
    expect(other.remarks).toContain('表上的填表日期是 2026-07，按您指定的 2026-08-09 导入，请核对。');
  });

  it('takes members of less than a year as probationary: eleven months yes, twelve no and told, thirteen no', async () => {
    const plan = await roster(
      sheet(
        '2026.7.1',
        line('甲一', { joined: '2025.8' }),
        line('乙二', { joined: '2025.7' }),
        line('丙三', { joined: '2025.6' }),
      ),
      unit(),
    );
    expect(
      dataOf(plan, 'SubmitApplication').map((data) => (data as { politicalStatus: string }).politicalStatus),
    ).toEqual(['02', '01', '01']);
    expect(codes(plan)).toEqual([[4, 'probation_may_end_this_month']]);
  });

  it('keeps the words of the row, without the telephone numbers, and doubts a word that is in no list', async () => {
    const [data] = dataOf(
      await roster(sheet('2026.7.1', line('甲一', { education: '私塾', contact: '13100001002' })), unit()),
      'SubmitApplication',
    );
    expect(data).toMatchObject({
      mobiles: ['13100001002'],
      doubts: ['AGE_WITHOUT_BIRTH_DATE', 'WORD_NOT_IN_CODE_LIST'],
    });
    expect(JSON.stringify((data as { sourceText: string }).sourceText)).toContain('学历：私塾');
    expect((data as { sourceText: string }).sourceText).not.toContain('13100001002');
  });

  it('cuts the roster into the teams that the register states, each from the later of enrolment and founding', async () => {
    const plan = await roster(
      sheet('2026.7.1', line('甲一'), line('乙二'), line('丙三')),
      unit([team(2, 1, '丙三'), team(1, 2, '乙二', '2026-07-05')]),
    );
    expect(dataOf(plan, 'JoinTeam')).toMatchObject([
      { teamId: team(1, 0, '').teamId, joinedOn: '2026-07-05', asPrimary: true },
      { teamId: team(1, 0, '').teamId },
      { teamId: team(2, 0, '').teamId, joinedOn: '2026-07-01' },
    ]);
  });

  it('puts nobody anywhere where sizes or leaders do not tell, and says why', async () => {
    const plan = await roster(sheet('2026.7.1', line('甲一'), line('乙二')), unit([team(1, 3, '甲一')]));
    expect(dataOf(plan, 'JoinTeam')).toEqual([]);
    expect(plan.remarks.some((remark) => remark.includes('人数不符'))).toBe(true);
    const faulty = await roster(
      sheet('2026.7.1', line('甲一'), '乙二,,50,大专,2002.2,汉,帮扶,89001333'),
      unit([team(1, 2, '甲一')]),
    );
    expect(dataOf(faulty, 'JoinTeam')).toEqual([]);
  });

  it('takes the teams as told row by row, a wrong name being a fault of its row', async () => {
    const teams = new Map([
      [3, '2队'],
      [4, '无此队'],
    ]);
    const plan = await roster(
      sheet('2026.7.1', line('甲一'), line('乙二'), line('丙三')),
      unit([team(1, 3, '甲一'), team(2, 9, '')]),
      { teams },
    );
    expect(dataOf(plan, 'JoinTeam')).toMatchObject([{ teamId: team(2, 0, '').teamId }]);
    expect(codes(plan)).toEqual([[4, 'team_unknown']]);
    expect(plan.stages[0]).toHaveLength(2);
  });

  it('appoints the stated leaders only with a post in the leadership (Z-74)', async () => {
    const read = sheet('2026.7.1', line('甲一'), line('乙二'));
    const known = unit([team(1, 2, '甲一')]);
    const without = await roster(read, known);
    expect(without.stages[1]).toEqual([]);
    expect(without.remarks.at(-1)).toContain('--leader-post');
    const withPost = await roster(read, known, {
      leaderPost: '支部委员',
      leaderPostSince: day('2026-07-10'),
      leaderPostDocument: '示例文件',
    });
    expect(dataOf(withPost, 'AssumeLeadershipPost')).toMatchObject([
      { assumedOn: '2026-07-10', postName: '支部委员', document: '示例文件' },
    ]);
    expect(dataOf(withPost, 'AppointTeamLeader')).toMatchObject([{ appointedOn: '2026-07-10' }]);
    expect((await roster(read, known, { leaderPostSince: day('2026-07-10') })).obstacles).toHaveLength(1);
  });
});

describe('somebody who may be known already', () => {
  const known = (sex: string, joinedPartyOn: string | null): KnownVolunteer => ({
    volunteerId: 'b0000000-0000-4000-8000-000000000001' as VolunteerId,
    name: '甲一',
    volunteerNumber: '2026000001',
    sex,
    joinedPartyOn,
    enrolledOn: day('2026-01-01'),
  });
  const read = sheet('2026.7.1', line('甲一'));

  it('is kept out with the same name, sex and month of joining, and let in when a person says it is another', async () => {
    expect(codes(await roster(read, unit([], [known('1', '2002-02-14')])))).toEqual([[3, 'possible_duplicate']]);
    const accepted = await roster(read, unit([], [known('1', '2002-02-14')]), { acceptNamesake: [3] });
    expect(accepted.faults).toEqual([]);
    expect(accepted.stages[0]).toHaveLength(1);
  });

  it('is only told of where sex or month differ', async () => {
    expect(codes(await roster(read, unit([], [known('2', '2002-02')])))).toEqual([[3, 'namesake_registered']]);
    expect(codes(await roster(read, unit([], [known('1', '2002-03')])))).toEqual([[3, 'namesake_registered']]);
    expect(codes(await roster(read, unit([], [known('1', null)])))).toEqual([[3, 'namesake_registered']]);
  });

  it('is not taken for a duplicate of itself when the import goes on', async () => {
    const plan = await roster(read, unit());
    const [volunteerId] = plan.numbering?.volunteerIds ?? [];
    expect(
      (await roster(read, unit([], [{ ...known('1', '2002-02'), volunteerId: volunteerId as VolunteerId }]))).faults,
    ).toEqual([]);
  });

  it('is kept out in the lower of two like rows of one sheet', async () => {
    expect(codes(await roster(sheet('2026.7.1', line('甲一'), line('甲一')), unit()))).toEqual([
      [4, 'possible_duplicate'],
    ]);
  });
});
