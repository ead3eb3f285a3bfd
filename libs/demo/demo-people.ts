import type { OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { DemoLogin } from './demo-accounts.js';
import { eachAtOnce, type DemoWriter } from './demo-writer.js';
import type { DemoCalendar, DemoTeam, DemoUnit } from './district.js';
import { dayAfter, personOf } from './people.js';

export interface DemoMember {
  readonly volunteerId: VolunteerId;
  /** The first of a team leads it. */
  readonly team: DemoTeam;
  readonly n: number;
}

/** Who may do what in a unit: its recorder, its approver, its office. */
export const staffOf = (unit: DemoUnit): Readonly<Record<'recorder' | 'approver' | 'office', DemoLogin>> =>
  unit.key === 'centre'
    ? { recorder: 'recorder', approver: 'branch', office: 'office' }
    : { recorder: 'street-recorder', approver: 'street', office: 'street' };

const firstNumber = { centre: 1, street: 41 } as const;

export const volunteerIdOf = (writer: Pick<DemoWriter, 'id'>, n: number): VolunteerId => writer.id(`volunteer ${n}`);
export const teamIdOf = (writer: Pick<DemoWriter, 'id'>, team: DemoTeam): TeamId => writer.id(`team ${team.key}`);
export const organizationIdOf = (writer: Pick<DemoWriter, 'id'>, key: string): OrganizationId =>
  writer.id(`organization ${key}`);

/** The members of a unit's teams, in the order of their numbers. */
export function membersOf(writer: Pick<DemoWriter, 'id'>, unit: DemoUnit): readonly DemoMember[] {
  const teams = unit.teams.flatMap((team) => Array.from({ length: team.members }, () => team));
  return teams.map((team, i) => ({
    team,
    n: firstNumber[unit.key] + i,
    volunteerId: volunteerIdOf(writer, firstNumber[unit.key] + i),
  }));
}

/** The one of the centre who enrolled, served and left again. */
export const leaverNumber = 30;

async function apply(writer: DemoWriter, unit: DemoUnit, n: number, submittedOn: LocalDate): Promise<void> {
  const person = personOf(n, unit.unitName);
  const isProbationary = unit.key === 'centre' && (n === 13 || n === 26);
  await writer.give(
    staffOf(unit).recorder,
    'SubmitApplication',
    {
      ...person,
      volunteerId: volunteerIdOf(writer, n),
      organizationId: organizationIdOf(writer, unit.key),
      submittedOn,
      source: 'PAPER_FORM',
      onBehalf: 'RECORDER',
      consents: ['REGISTRATION', 'UPWARD_FILING'],
      serviceInterests: n % 3 === 0 ? ['10', '05'] : ['01', '09'],
      mainProjects: unit.teams[n % unit.teams.length]?.mainProjects ?? '',
      ...(isProbationary ? { politicalStatus: '02', joinedPartyOn: submittedOn.slice(0, 7) } : {}),
    },
    String(n),
  );
}

async function approve(writer: DemoWriter, unit: DemoUnit, n: number, approvedOn: LocalDate): Promise<void> {
  const volunteerId = volunteerIdOf(writer, n);
  await writer.give(
    staffOf(unit).approver,
    'ApproveApplication',
    { volunteerId, approvedOn, basis: 'BRANCH_MEETING', meeting: '党员大会审议通过' },
    String(n),
  );
}

/** Applies, is approved by another, is enrolled: the way of every member of the demo. */
export async function enrolAll(writer: DemoWriter, unit: DemoUnit, calendar: DemoCalendar): Promise<void> {
  const numbers = [...membersOf(writer, unit).map(({ n }) => n), ...(unit.key === 'centre' ? [leaverNumber] : [])];
  await eachAtOnce(numbers, async (n) => {
    await apply(writer, unit, n, calendar.before('02-20'));
    await approve(writer, unit, n, calendar.before('02-27'));
  });
  // One after the other, so that volunteer numbers follow the list.
  for (const n of numbers)
    await writer.give(
      staffOf(unit).office,
      'EnrolVolunteer',
      { volunteerId: volunteerIdOf(writer, n), enrolledOn: calendar.before('03-01') },
      String(n),
    );
}

/** The teams of a unit, each with its founding paper, its leader and its members. */
export async function formTeams(writer: DemoWriter, unit: DemoUnit, calendar: DemoCalendar): Promise<void> {
  const { office, recorder } = staffOf(unit);
  const organizationId = organizationIdOf(writer, unit.key);
  const on = calendar.before('03-05');
  await eachAtOnce([...unit.teams.entries()], async ([i, team]) => {
    const teamId = teamIdOf(writer, team);
    const { key, name, mainProjects } = team;
    const founded = { teamId, organizationId, establishedOn: on, ordinal: i + 1, name, mainProjects };
    const documentNumber = `示组〔${calendar.year - 1}〕${i + 1}号`;
    const document = { documentTitle: '关于组建党员志愿服务队的通知', documentNumber, documentDatedOn: on };
    await writer.give(office, 'EstablishTeam', { ...founded, ...document }, key);
    const own = membersOf(writer, unit).filter((member) => member.team === team);
    if (own[0]) await appoint(writer, unit, own[0], calendar);
    for (const { volunteerId, n } of own)
      await writer.give(recorder, 'JoinTeam', { teamId, volunteerId, joinedOn: on, asPrimary: true }, `${key} ${n}`);
  });
}

/** Z-74: the first member of a team holds a leadership post and leads it. */
async function appoint(
  writer: DemoWriter,
  unit: DemoUnit,
  { volunteerId, team }: DemoMember,
  { before }: DemoCalendar,
): Promise<void> {
  const { office } = staffOf(unit);
  const postId = writer.id<PostId>(`post ${team.key}`);
  const post = { organizationId: organizationIdOf(writer, unit.key), postId, volunteerId, assumedOn: before('03-01') };
  const paper = { postName: team.leaderPost, document: '示例任职文件' };
  await writer.give(office, 'AssumeLeadershipPost', { ...post, ...paper }, team.key);
  const appointed = { teamId: teamIdOf(writer, team), volunteerId, appointedOn: before('03-05') };
  await writer.give(office, 'AppointTeamLeader', appointed, team.key);
}

/** Two wait, one goes back for its missing signature, one is declined: what an approver finds on the desk. */
export async function applicationsUnderWay(writer: DemoWriter, unit: DemoUnit, { last }: DemoCalendar): Promise<void> {
  const { approver } = staffOf(unit);
  const first = unit.key === 'centre' ? 31 : 71;
  const submittedOn = dayAfter(last, -6);
  for (const n of [first, first + 1, first + 2, first + 3]) await apply(writer, unit, n, submittedOn);
  const decidedOn = dayAfter(last, -2);
  await writer.give(
    approver,
    'ReturnApplication',
    {
      volunteerId: volunteerIdOf(writer, first + 2),
      returnedOn: decidedOn,
      reason: '申请登记表缺本人签名，请补签后再交。',
    },
    String(first + 2),
  );
  await writer.give(
    approver,
    'DeclineApplication',
    {
      volunteerId: volunteerIdOf(writer, first + 3),
      declinedOn: decidedOn,
      reason: '组织关系已转出，请向现所在支部申请。',
    },
    String(first + 3),
  );
}
