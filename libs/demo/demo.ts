import { entryOf } from '#libs/event-store/codec';
import type { Position } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { DeskId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { reviewStream } from '#libs/review/review.events';
import { organizationStream } from '#libs/organization/organization.events';
import { dayOfInstant } from '#libs/reference/dates';
import { v5 as uuidv5 } from 'uuid';
import { ensureAccounts, type CreatedAccount, type DemoAccountPlan, type DemoLogin } from './demo-accounts.js';
import { holdYear } from './demo-activities.js';
import { approveLate, callOff, holdOverlapping, leaveOne, leaveUnattested, reverseOne } from './demo-incidents.js';
import {
  applicationsUnderWay,
  enrolAll,
  formTeams,
  membersOf,
  organizationIdOf,
  staffOf,
  teamIdOf,
  volunteerIdOf,
} from './demo-people.js';
import { DemoRefused } from './demo-refused.js';
import { DemoWriter, eachAtOnce, namespaceOf } from './demo-writer.js';
import {
  calendarOf,
  districtOrganization,
  topOrganization,
  units,
  type DemoCalendar,
  type DemoUnit,
} from './district.js';

export interface LoadedDemo {
  /** Only those made now, or given a new password: that of an older one is stored nowhere. */
  readonly created: readonly CreatedAccount[];
}

const settleMillisecondsMax = 60_000;

/**
 * Loads a made-up district through the counter. A second time, or after a crash, it writes only what is missing.
 * `report` is told each step and, at the end, the passwords of the accounts made now, in Chinese. Starts the engine:
 * hours are credited by a reaction. Throws DemoRefused for a ledger that has volunteers of its own.
 */
export async function loadDemo(house: House, report: (text: string) => void): Promise<LoadedDemo> {
  house.engine.start();
  await assertOwnOrEmpty(house);
  const { actors, created } = await ensureAccounts(house, accountPlans(house), !(await wasFinished(house)));
  const writer = new DemoWriter(house, actors);
  report('正在装入示例区：组织……');
  const calendar = await registerOrganizations(house, writer);
  report('正在装入示例区：志愿者、服务队……');
  for (const unit of units) {
    await enrolAll(writer, unit, calendar);
    await formTeams(writer, unit, calendar);
    await applicationsUnderWay(writer, unit, calendar);
  }
  await settled(house);
  report('正在装入示例区：一年的活动与时长……');
  await leaveOne(writer, calendar);
  await holdYear(writer, calendar);
  await settled(house);
  await approveLate(house, writer);
  await settled(house);
  await holdOverlapping(writer, calendar);
  await callOff(writer);
  await leaveUnattested(writer, calendar);
  await reverseOne(writer, calendar);
  await settled(house);
  report('正在装入示例区：年度评议……');
  await prepareReviews(writer, calendar);
  await settled(house);
  report(endOf(calendar, created));
  return { created };
}

export const idsOf = (house: Pick<House, 'store'>): Pick<DemoWriter, 'id'> => {
  const namespace = namespaceOf(house);
  return { id: (name) => uuidv5(name, namespace) as never };
};

const volunteerPrefix = 'volunteer-';
const pageEntries = 2_000;

/** Nothing can be taken out of the log again, so nothing made up gets into a real one. */
export async function assertOwnOrEmpty(house: House, volunteersMax = 199): Promise<void> {
  const ids = idsOf(house);
  const own = new Set(Array.from({ length: volunteersMax + 1 }, (_, n) => volunteerIdOf(ids, n) as string));
  for (let after: Position | null = null; ;) {
    const page = await house.store.readAll(after, pageEntries);
    const volunteers = page.entries.filter(({ stream }) => stream.startsWith(volunteerPrefix));
    if (volunteers.some(({ stream }) => !own.has(stream.slice(volunteerPrefix.length))))
      throw new DemoRefused(
        '台账里已有真实的志愿者登记，不能装入示例：写进台账的内容以后无法删除。',
        '请用环境变量 DATA_DIR 换一个空的数据目录，再装入示例。',
      );
    if (page.end) return;
    after = page.last;
  }
}

/** The last thing that a whole run writes is there. */
async function wasFinished(house: House): Promise<boolean> {
  const ids = idsOf(house);
  const top = organizationStream(organizationIdOf(ids, topOrganization.key));
  if ((await house.store.headOf(top)) === 'no_stream') return false;
  const { year } = calendarOf(await dayOfFirstEntry(house, top));
  const last = units.at(-1)?.teams.at(-1);
  return last !== undefined && (await house.store.headOf(reviewStream(teamIdOf(ids, last), year))) !== 'no_stream';
}

function accountPlans(house: Pick<House, 'store'>): Readonly<Record<DemoLogin, DemoAccountPlan>> {
  const ids = idsOf(house);
  const at = (key: string) => ({ organizationId: organizationIdOf(ids, key) });
  return {
    admin: { role: 'SYSTEM_ADMINISTRATOR', displayName: '示例管理员' },
    city: { role: 'CITY_OFFICE', displayName: '示例市委组织部', ...at('top') },
    county: { role: 'COUNTY_OFFICE', displayName: '示例区党管科', ...at('district') },
    office: { role: 'UNIT_OFFICE', displayName: '示例中心党办', ...at('centre') },
    branch: { role: 'APPROVER', displayName: '示例中心审批人', ...at('centre') },
    leader: { role: 'TEAM_LEADER', displayName: '示例中心队长', ...at('centre'), volunteerId: volunteerIdOf(ids, 1) },
    recorder: { role: 'RECORDER', displayName: '示例中心记录员', ...at('centre') },
    street: { role: 'UNIT_OFFICE', displayName: '示例街道党办', ...at('street') },
    'street-recorder': { role: 'RECORDER', displayName: '示例街道记录员', ...at('street') },
    volunteer: { role: 'VOLUNTEER', displayName: '示例志愿者', ...at('centre'), volunteerId: volunteerIdOf(ids, 5) },
    auditor: { role: 'AUDITOR', displayName: '示例审计员', ...at('top') },
  };
}

async function registerOrganizations(house: House, writer: DemoWriter): Promise<DemoCalendar> {
  const registeredOn = '2013-07-01' as LocalDate;
  const organizationId = organizationIdOf(writer, topOrganization.key);
  const { name, unitName, kind } = topOrganization;
  await registerTopOrganization(house, { organizationId, registeredOn, name, unitName, kind });
  const calendar = calendarOf(await dayOfFirstEntry(house, organizationStream(organizationId)));
  const districtId = organizationIdOf(writer, districtOrganization.key);
  const { key, ...district } = districtOrganization;
  await writer.give(
    'city',
    'RegisterPartyOrganization',
    { ...district, organizationId: districtId, parentId: organizationId, registeredOn },
    key,
  );
  const desk = {
    deskId: writer.id<DeskId>('desk'),
    effectiveOn: calendar.before('01-04'),
    office: '示例区委组织部党管科',
    contactPerson: '示例联系人',
    phone: '80000000',
    email: 'desk@example.invalid',
  };
  await writer.give('county', 'DesignateReceivingDesk', { organizationId: districtId, ...desk }, 'district');
  for (const unit of units) await registerUnit(writer, unit, calendar);
  return calendar;
}

async function registerUnit(writer: DemoWriter, unit: DemoUnit, calendar: DemoCalendar): Promise<void> {
  const organizationId = organizationIdOf(writer, unit.key);
  const { name, unitName, kind, staffHeadcount, fullMembers, probationaryMembers } = unit;
  const registered = {
    organizationId,
    parentId: organizationIdOf(writer, districtOrganization.key),
    registeredOn: calendar.before('01-04'),
  };
  await writer.give('county', 'RegisterPartyOrganization', { ...registered, name, unitName, kind }, unit.key);
  const { office } = staffOf(unit);
  const countedOn = calendar.before('12-31');
  await writer.give(office, 'StateStaffHeadcount', { organizationId, staffHeadcount, countedOn }, unit.key);
  await writer.give(
    office,
    'StatePartyMemberCount',
    { organizationId, fullMembers, probationaryMembers, countedOn },
    unit.key,
  );
}

/** The ledger's own clock, as it stood when the demo was first loaded: a repetition next month finds the same days. */
async function dayOfFirstEntry({ store }: House, stream: string): Promise<LocalDate> {
  for await (const stored of store.readStream(stream, { limit: 1 }))
    return dayOfInstant(entryOf(stored).at) as LocalDate;
  throw new Error(`${stream} was written and cannot be read`);
}

async function prepareReviews(writer: DemoWriter, { year }: DemoCalendar): Promise<void> {
  for (const unit of units) {
    const { approver } = staffOf(unit);
    await eachAtOnce(membersOf(writer, unit), ({ volunteerId, n }) =>
      writer.give(approver, 'PrepareVolunteerReview', { volunteerId, year }, `${n} ${year}`),
    );
    for (const team of unit.teams)
      await writer.give(approver, 'PrepareTeamReview', { teamId: teamIdOf(writer, team), year }, `${team.key} ${year}`);
  }
}

/** Reactions write new entries: the end is reached when it did not move while it was waited for. */
export async function settled({ store, engine }: House): Promise<void> {
  for (;;) {
    const head = await store.head();
    if (head === null) return;
    if (!(await engine.waitFor(head, settleMillisecondsMax)))
      throw new DemoRefused('视图没有跟上台账，示例没有装完。', '请稍后再执行一次，会从中断处继续。');
    if ((await store.head()) === head) return;
  }
}

export const accountLines = (created: readonly CreatedAccount[]): readonly string[] =>
  created.map(({ login, roleName, password }) => `  ${login.padEnd(22)}${password}  ${roleName}`);

function endOf({ year }: DemoCalendar, created: readonly CreatedAccount[]): string {
  const loaded = `示例区已装入（${year} 年度）：${units.map(({ name }) => name).join('、')}。全部人员均为虚构。`;
  if (created.length === 0)
    return `${loaded}\n示例账号此前已建立；忘记密码可由系统管理员执行 zhice account reset <登录名>。`;
  return [loaded, '账号与密码（只显示这一次）：', ...accountLines(created)].join('\n');
}
