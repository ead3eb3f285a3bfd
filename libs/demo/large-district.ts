import type { House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { PostId, TeamId } from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { ensureAccounts, type CreatedAccount, type DemoAccountPlan, type DemoLogin } from './demo-accounts.js';
import { activityIdOf, entryIdOf, sessionIdOf } from './demo-activities.js';
import { organizationIdOf, volunteerIdOf } from './demo-people.js';
import { DemoWriter, eachAtOnce } from './demo-writer.js';
import { districtOrganization, topOrganization } from './district.js';
import { assertOwnOrEmpty, idsOf, settled } from './demo.js';
import { dayAfter, personOf } from './people.js';

const tenInTheMorning = (day: LocalDate): number => Date.parse(`${day}T02:00:00.000Z`);
const yearBefore = (real: number): number => new Date(real).getUTCFullYear() - 1;

/** The ledger's clock while a made-up year is written: every act stands on the day on which it would have been done. */
export interface DemoClock {
  now: number;
  /** Today: the year before it is written. */
  readonly real: number;
}

/** Stands before everything that will be written, the first key of the log included: its entries never go back in time. */
export function demoClock(real: number): DemoClock {
  return { real, now: tenInTheMorning(`${yearBefore(real) - 1}-12-01` as LocalDate) };
}

/** How much of everything: the district of the acceptance test, or a smaller one of the same shape. */
export interface DistrictSize {
  readonly units: number;
  readonly teamsPerUnit: number;
  readonly membersPerTeam: number;
  readonly sessionsPerTeam: number;
}

/** 2,000 volunteers in 80 teams, 20 activities of 25 people each: 40,000 entries. */
export const largeDistrict: DistrictSize = { units: 40, teamsPerUnit: 2, membersPerTeam: 25, sessionsPerTeam: 20 };

export interface DistrictTold {
  readonly report: (text: string) => void;
  readonly progress: (task: string, total: number) => { to(done: number): void; end(): void };
}

interface District {
  readonly writer: DemoWriter;
  readonly size: DistrictSize;
  readonly year: number;
  readonly clock: DemoClock;
  readonly told: DistrictTold;
}

const lanes = 48;
const goTo = (clock: DemoClock, day: LocalDate): void => {
  clock.now = Math.max(clock.now, tenInTheMorning(day));
};

/**
 * Loads a made-up district with one whole year, the one before this, through the counter. A second time, or after a crash,
 * it writes only what is missing. Throws DemoRefused for a ledger that has volunteers of its own.
 */
export async function loadLargeDistrict(
  house: House,
  clock: DemoClock,
  told: DistrictTold,
  size: DistrictSize = largeDistrict,
): Promise<{ readonly created: readonly CreatedAccount[]; readonly year: number }> {
  const year = yearBefore(clock.real);
  house.engine.start();
  await assertOwnOrEmpty(house, size.units * size.teamsPerUnit * size.membersPerTeam);
  const { actors, created } = await ensureAccounts(house, accountPlans(house), false);
  const district = { writer: new DemoWriter(house, actors), size, year, clock, told };
  await registerUnits(house, district);
  await enrolEverybody(district);
  await settled(house);
  await holdEveryWeek(district);
  clock.now = clock.real;
  told.report('正在等待时长记入和视图更新……');
  await settled(house);
  return { created, year };
}

function accountPlans(house: Pick<House, 'store'>): Readonly<Record<DemoLogin, DemoAccountPlan>> {
  const at = (key: string) => ({ organizationId: organizationIdOf(idsOf(house), key) });
  const inDistrict = at(districtOrganization.key);
  return {
    admin: { role: 'SYSTEM_ADMINISTRATOR', displayName: '示例管理员' },
    city: { role: 'CITY_OFFICE', displayName: '示例市委组织部', ...at(topOrganization.key) },
    county: { role: 'COUNTY_OFFICE', displayName: '示例区党管科', ...inDistrict },
    office: { role: 'UNIT_OFFICE', displayName: '示例党办', ...inDistrict },
    branch: { role: 'APPROVER', displayName: '示例审批人', ...inDistrict },
    leader: { role: 'TEAM_LEADER', displayName: '示例队长', ...inDistrict },
    recorder: { role: 'RECORDER', displayName: '示例记录员', ...inDistrict },
    street: { role: 'UNIT_OFFICE', displayName: '示例单位党办', ...at('unit 1') },
    'street-recorder': { role: 'RECORDER', displayName: '示例单位记录员', ...at('unit 1') },
    volunteer: {
      role: 'VOLUNTEER',
      displayName: '示例志愿者',
      ...at('unit 1'),
      volunteerId: volunteerIdOf(idsOf(house), 1),
    },
    auditor: { role: 'AUDITOR', displayName: '示例审计员', ...at(topOrganization.key) },
  };
}

async function registerUnits(house: House, { writer, size, year, told }: District): Promise<void> {
  told.report(`正在装入示例区（${year} 年度）：组织……`);
  const registeredOn = '2013-07-01' as LocalDate;
  const top = organizationIdOf(writer, topOrganization.key);
  const { name, unitName, kind } = topOrganization;
  await registerTopOrganization(house, { organizationId: top, registeredOn, name, unitName, kind });
  const { key, ...district } = districtOrganization;
  const organizationId = organizationIdOf(writer, key);
  await writer.give(
    'city',
    'RegisterPartyOrganization',
    { ...district, organizationId, parentId: top, registeredOn },
    key,
  );
  const countedOn = `${year - 1}-11-30` as LocalDate;
  for (let unit = 1; unit <= size.units; unit++) {
    const id = organizationIdOf(writer, `unit ${unit}`);
    const named = { name: `示例单位${unit}党支部`, unitName: `示例单位${unit}`, kind: 'PARTY_BRANCH' as const };
    const placed = { organizationId: id, parentId: organizationId, registeredOn };
    await writer.give('county', 'RegisterPartyOrganization', { ...placed, ...named }, `unit ${unit}`);
    const members = { organizationId: id, fullMembers: 60, probationaryMembers: 0, countedOn };
    await writer.give('county', 'StatePartyMemberCount', members, `unit ${unit}`);
  }
}

interface Team {
  readonly unit: number;
  readonly n: number;
  /** Numbers of the people in it. */
  readonly people: readonly number[];
}

const teamsOf = ({ units, teamsPerUnit, membersPerTeam }: DistrictSize): readonly Team[] =>
  Array.from({ length: units * teamsPerUnit }, (_, i) => ({
    unit: Math.floor(i / teamsPerUnit) + 1,
    n: i + 1,
    people: Array.from({ length: membersPerTeam }, (_none, m) => i * membersPerTeam + m + 1),
  }));

async function enrolEverybody({ writer, size, year, told }: District): Promise<void> {
  const teams = teamsOf(size);
  const bar = told.progress('登记志愿者、组建服务队', teams.length * size.membersPerTeam);
  let done = 0;
  await eachAtOnce(
    teams,
    async (team) => {
      const teamId = writer.id<TeamId>(`team ${team.n}`);
      const organizationId = organizationIdOf(writer, `unit ${team.unit}`);
      await writer.give(
        'office',
        'EstablishTeam',
        {
          ...{ teamId, organizationId, establishedOn: `${year - 1}-11-20` as LocalDate },
          ...{ ordinal: ((team.n - 1) % size.teamsPerUnit) + 1, name: `示例单位${team.unit}第${team.n}志愿服务队` },
          ...{ documentTitle: '关于组建党员志愿服务队的通知', documentDatedOn: `${year - 1}-11-20` as LocalDate },
        },
        `team ${team.n}`,
      );
      for (const n of team.people) {
        await enrol(writer, { n, unit: team.unit, year });
        const joined = { teamId, volunteerId: volunteerIdOf(writer, n), joinedOn: `${year - 1}-11-28` as LocalDate };
        await writer.give('recorder', 'JoinTeam', { ...joined, asPrimary: true }, `${team.n} ${n}`);
        bar.to(++done);
      }
      await lead(writer, team, year);
    },
    lanes,
  );
  bar.end();
}

async function enrol(
  writer: DemoWriter,
  { n, unit, year }: { readonly n: number; readonly unit: number; readonly year: number },
): Promise<void> {
  const volunteerId = volunteerIdOf(writer, n);
  const on = (day: string): LocalDate => `${year - 1}-11-${day}` as LocalDate;
  await writer.give(
    'recorder',
    'SubmitApplication',
    {
      ...personOf(n, `示例单位${unit}`),
      ...{ volunteerId, organizationId: organizationIdOf(writer, `unit ${unit}`), submittedOn: on('21') },
      ...{ source: 'PAPER_FORM', onBehalf: 'RECORDER', consents: ['REGISTRATION', 'UPWARD_FILING'] },
    },
    String(n),
  );
  await writer.give(
    'branch',
    'ApproveApplication',
    { volunteerId, approvedOn: on('24'), basis: 'BRANCH_MEETING' },
    String(n),
  );
  await writer.give('branch', 'EnrolVolunteer', { volunteerId, enrolledOn: on('25') }, String(n));
}

/** Z-74: the first member of a team holds a leadership post and leads it. */
async function lead(writer: DemoWriter, { unit, n, people }: Team, year: number): Promise<void> {
  const volunteerId = volunteerIdOf(writer, people[0] ?? 0);
  const postId = writer.id<PostId>(`post ${n}`);
  const post = { organizationId: organizationIdOf(writer, `unit ${unit}`), postId, volunteerId };
  const assumedOn = `${year - 1}-11-25` as LocalDate;
  await writer.give('office', 'AssumeLeadershipPost', { ...post, assumedOn, postName: '支部委员' }, `team ${n}`);
  const appointedOn = `${year - 1}-11-29` as LocalDate;
  await writer.give(
    'office',
    'AppointTeamLeader',
    { teamId: writer.id<TeamId>(`team ${n}`), volunteerId, appointedOn },
    `team ${n}`,
  );
}

interface Held {
  readonly team: Team;
  readonly i: number;
  readonly heldOn: LocalDate;
}

/** Week by week: what was served in a week is recorded at its end, within the ten working days. */
async function holdEveryWeek({ writer, size, year, clock, told }: District): Promise<void> {
  const first = `${year}-01-05` as LocalDate;
  const apart = Math.floor(350 / size.sessionsPerTeam);
  const held = teamsOf(size).flatMap((team) =>
    Array.from({ length: size.sessionsPerTeam }, (_, i): Held => {
      return { team, i, heldOn: dayAfter(first, apart * i + (team.n % 7)) };
    }),
  );
  const bar = told.progress('一年的活动与时长', held.length * size.membersPerTeam);
  let done = 0;
  for (let week = 0; week < 52; week++) {
    const [from, until] = [dayAfter(first, week * 7), dayAfter(first, week * 7 + 7)];
    goTo(clock, until);
    const ofWeek = held.filter(({ heldOn }) => heldOn >= from && heldOn < until);
    await eachAtOnce(
      ofWeek,
      async (one) => {
        await holdOne(writer, one);
        bar.to((done += one.team.people.length));
      },
      lanes,
    );
  }
  bar.end();
}

const times = { startsAt: '08:30' as TimeOfDay, endsAt: '11:00' as TimeOfDay };

async function holdOne(writer: DemoWriter, { team, i, heldOn }: Held): Promise<void> {
  const key = `${team.n} ${i + 1}`;
  const [activityId, sessionId, teamId] = [
    activityIdOf(writer, key),
    sessionIdOf(writer, key),
    writer.id<TeamId>(`team ${team.n}`),
  ];
  const told = {
    title: `社区服务（第 ${i + 1} 次）`,
    place: '示例社区',
    content: '义务服务',
    responsiblePerson: '示例负责人',
  };
  const organizationId = organizationIdOf(writer, `unit ${team.unit}`);
  const placed = { activityId, organizationId, teamIds: [teamId] };
  await writer.give('recorder', 'PlanActivity', { ...placed, ...told, theme: 'CARE_SOCIETY' }, key);
  await writer.give('recorder', 'HoldSession', { activityId, sessionId, heldOn, ...times }, key);
  const attendances = team.people.map((n) => ({
    ...{ volunteerId: volunteerIdOf(writer, n), teamId, entryId: entryIdOf(writer, key, n) },
    ...{ ...times, serviceMinutes: (90 + ((n + i) % 4) * 15) as Minutes },
  }));
  const sheetId = await writer.sheet('recorder', activityId, key);
  await writer.give(
    'recorder',
    'RecordAttendance',
    { activityId, sessionId, provenance: 'WITNESSED', sheetId, attendances },
    key,
  );
  await writer.give('branch', 'AttestAttendance', { activityId, sessionId }, `branch ${key}`);
}
