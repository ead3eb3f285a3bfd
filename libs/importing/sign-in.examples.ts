import { readSignInSheet } from '#libs/intake/sign-in-sheet';
import type { BatchId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { paperOf, type Grounds } from './grounds.js';
import type { KnownTeam, KnownVolunteer, Place, Served, Unit } from './lookups.js';
import type { Plan } from './plan.js';
import { planSignIn } from './sign-in.plan.js';

export const batchId = 'e0000000-0000-4000-8000-000000000001' as BatchId;
export const today = '2026-07-31' as LocalDate;
export const place: Place = {
  organization: {
    organizationId: 'a0000000-0000-4000-8000-000000000001' as OrganizationId,
    name: '示例党支部',
    unitName: '示例中心',
  },
  obstacles: [],
};

export const team = (n: number): KnownTeam => ({
  teamId: `c0000000-0000-4000-8000-00000000000${n}` as TeamId,
  name: `${n}队`,
  ordinal: n,
  establishedOn: '2026-01-01' as LocalDate,
  statedSize: null,
  statedLeader: null,
});
export const person = (n: number, name: string, enrolledOn = '2026-01-01'): KnownVolunteer => ({
  volunteerId: `b0000000-0000-4000-8000-00000000000${n}` as VolunteerId,
  name,
  volunteerNumber: `202600000${n}`,
  sex: '1',
  joinedPartyOn: '2002-02',
  enrolledOn: enrolledOn as LocalDate,
});
export const people = [
  person(1, '甲一'),
  person(2, '乙二'),
  person(3, '丙三'),
  person(4, '丙三'),
  person(5, '丁四'),
  person(6, '丁四'),
];
export const unit: Unit = { teams: [team(1), team(2)], volunteers: people };
const ids = (...members: number[]) => new Set(members.map((n) => people[n - 1]?.volunteerId as VolunteerId));
export const served: Served = {
  membersOf: new Map([
    [team(1).teamId, ids(1, 2, 3)],
    [team(2).teamId, ids(4, 5, 6)],
  ]),
  byNumber: new Map(people.map((one) => [one.volunteerNumber ?? '', one])),
  attendances: [],
};

export const header =
  '活动名称,活动日期,开始时间,结束时间,地点,服务内容,组织单位,活动负责人,队伍,姓名,服务时间（小时）,备注';
export const line = (
  name: string,
  {
    title = '义诊',
    day = '2026-07-20',
    from = '08:30',
    to = '',
    hours = 2,
    teamName = '1队',
    leader = '甲一',
    unitName = '示例中心',
  } = {},
): string => `${title},${day},${from},${to},示例社区,社区服务,${unitName},${leader},${teamName},${name},${hours},`;

export const grounds: Grounds = {
  papers: [paperOf('签到表.pdf', Buffer.from('%PDF-1.4 签到表'))],
  lateReasonCode: 'PAPER_SHEET_DELAYED',
};
export const plan = async (
  lines: readonly string[],
  known: Partial<{ served: Served; unit: Unit; grounds: Grounds }> = {},
): Promise<Plan> =>
  planSignIn(
    await readSignInSheet(new TextEncoder().encode([header, ...lines].join('\n'))),
    { place, unit, served, today, grounds, ...known },
    batchId,
  );
export const codes = ({ faults }: Plan): [number, string][] => faults.map(({ row, code }) => [row, code]);
export const commands = ({ stages }: Plan) => stages.flat().flatMap(({ steps }) => steps.map(({ command }) => command));
