import type { ActivityId, HoursEntryId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import { daysBetween } from '#libs/reference/dates';
import { leaverNumber, membersOf, organizationIdOf, staffOf, teamIdOf, volunteerIdOf, type DemoMember } from './demo-people.js';
import type { DemoLogin } from './demo-accounts.js';
import { eachAtOnce, type DemoWriter } from './demo-writer.js';
import type { DemoCalendar, DemoTeam, DemoUnit } from './district.js';
import { dayAfter } from './people.js';

interface DemoSession {
  readonly key: string;
  readonly unit: DemoUnit;
  readonly teams: readonly DemoTeam[];
  readonly title: string;
  readonly heldOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly present: readonly Present[];
}

interface Present {
  readonly volunteerId: VolunteerId;
  readonly n: number;
  readonly teamId: TeamId;
  readonly serviceMinutes: number;
}

const themes = ['CARE_PEOPLE', 'CARE_SOCIETY', 'CARE_NATURE'] as const;
const mornings = { startsAt: '08:30' as TimeOfDay, endsAt: '11:30' as TimeOfDay };
const evenings = { startsAt: '19:00' as TimeOfDay, endsAt: '21:00' as TimeOfDay };
// Beside 180: whoever came late or left early has fewer minutes than the session.
const minutesOfTurn = [180, 180, 150, 180, 120] as const;

/** The sessions of one team's year, spread evenly over it; not everybody comes every time. */
function sessionsOf(writer: DemoWriter, unit: DemoUnit, team: DemoTeam, calendar: DemoCalendar): DemoSession[] {
  const teamId = teamIdOf(writer, team);
  const members = membersOf(writer, unit).filter((member) => member.team === team);
  // The last days stay free for what is still under way.
  const days = daysBetween(calendar.first, calendar.last) - 8;
  return Array.from({ length: team.activities }, (_, i) => ({
    key: `${team.key} ${i + 1}`,
    unit,
    teams: [team],
    title: `${team.titles[i % team.titles.length] ?? ''}（第 ${i + 1} 次）`,
    heldOn: dayAfter(calendar.first, Math.floor((days * i) / team.activities)),
    ...mornings,
    present: members.filter((member) => comes(member, i)).map(({ volunteerId, n }) => ({ volunteerId, n, teamId, serviceMinutes: minutesOfTurn[(n + i) % minutesOfTurn.length] ?? 180 })),
  }));
}

/** The keen come always, the others now and then, but two at least are always there: an activity counts from two. */
const comes = ({ n }: DemoMember, i: number): boolean => n % 4 !== 3 || i % 3 === 0;

async function hold(writer: DemoWriter, session: DemoSession): Promise<void> {
  const { key, unit, teams, title, heldOn, startsAt, endsAt, present } = session;
  const { recorder, approver } = staffOf(unit);
  const activityId = activityIdOf(writer, session);
  const sessionId = writer.id<SessionId>(`session ${key}`);
  const described = { title, place: unit.place, content: teams[0]?.mainProjects ?? title, responsiblePerson: '示例活动负责人' };
  const plan = { activityId, organizationId: organizationIdOf(writer, unit.key), teamIds: teams.map((team) => teamIdOf(writer, team)) };
  await writer.give(recorder, 'PlanActivity', { ...plan, ...described, theme: themes[key.length % themes.length] ?? 'CARE_PEOPLE' }, key);
  await writer.give(recorder, 'HoldSession', { activityId, sessionId, heldOn, startsAt, endsAt }, key);
  if (present.length === 0) return;
  const attendances = present.map(({ volunteerId, teamId, n, serviceMinutes }) => ({ volunteerId, teamId, entryId: entryIdOf(writer, key, n), startsAt, endsAt, serviceMinutes: serviceMinutes as Minutes }));
  await writer.give(recorder, 'RecordAttendance', { activityId, sessionId, provenance: 'WITNESSED', attendances }, key);
  if (key.startsWith('c1')) await attest(writer, session, 'leader');
  await attest(writer, session, approver);
}

/** Everybody whom this account may attest: the leader's own minutes are left to the approver (F-07). */
async function attest(writer: DemoWriter, session: DemoSession, by: DemoLogin): Promise<void> {
  const { key } = session;
  await writer.give(by, 'AttestAttendance', { activityId: activityIdOf(writer, session), sessionId: writer.id<SessionId>(`session ${key}`) }, `${by} ${key}`);
}

const activityIdOf = (writer: DemoWriter, { key }: Pick<DemoSession, 'key'>): ActivityId => writer.id(`activity ${key}`);
const entryIdOf = (writer: DemoWriter, key: string, n: number): HoursEntryId => writer.id(`entry ${key} ${n}`);

/** A year of activities of all units, recorded by one account and attested by another. */
export async function holdYear(writer: DemoWriter, units: readonly DemoUnit[], calendar: DemoCalendar): Promise<void> {
  const sessions = units.flatMap((unit) => unit.teams.flatMap((team) => sessionsOf(writer, unit, team, calendar)));
  await eachAtOnce([...sessions, ...jointOf(writer, units, calendar)], (session) => hold(writer, session));
}

/** a joint activity counts for each of its teams. */
function jointOf(writer: DemoWriter, [centre]: readonly DemoUnit[], { last }: DemoCalendar): DemoSession[] {
  const [first, , third] = centre?.teams ?? [];
  if (!centre || !first || !third) return [];
  const members = membersOf(writer, centre).filter(({ team }) => team === first || team === third);
  const present = members.map(({ volunteerId, n, team }) => ({ volunteerId, n, teamId: teamIdOf(writer, team), serviceMinutes: 120 }));
  return [{ key: 'joint 1', unit: centre, teams: [first, third], title: '护河义诊联合行动', heldOn: dayAfter(last, -7), ...evenings, present }];
}

/** A second sheet that names one person at an hour already credited: kept as a conflict, not credited (F-03). */
export async function holdOverlapping(writer: DemoWriter, [centre]: readonly DemoUnit[], { last }: DemoCalendar): Promise<void> {
  const [first] = centre?.teams ?? [];
  if (!centre || !first) return;
  const present = [{ volunteerId: volunteerIdOf(writer, 2), n: 2, teamId: teamIdOf(writer, first), serviceMinutes: 60 }];
  await hold(writer, { key: 'overlap 1', unit: centre, teams: [first], title: '夜间应急值守', heldOn: dayAfter(last, -7), startsAt: '20:00' as TimeOfDay, endsAt: '21:00' as TimeOfDay, present });
}

/** Called off, and one whose sheet still waits for the second person. */
export async function leaveUnderWay(writer: DemoWriter, [centre]: readonly DemoUnit[], { last }: DemoCalendar): Promise<void> {
  const fourth = centre?.teams[3];
  if (!centre || !fourth) return;
  const { recorder } = staffOf(centre);
  const teamId = teamIdOf(writer, fourth);
  const calledOff: DemoSession = { key: 'off 1', unit: centre, teams: [fourth], title: '户外图书漂流', heldOn: dayAfter(last, -3), ...mornings, present: [] };
  await hold(writer, calledOff);
  await writer.give(recorder, 'CancelActivity', { activityId: activityIdOf(writer, calledOff), reason: '当日暴雨，活动取消。' }, 'off 1');
  const open = { activityId: writer.id<ActivityId>('activity open 1'), sessionId: writer.id<SessionId>('session open 1') };
  const plan = { organizationId: organizationIdOf(writer, centre.key), teamIds: [teamId], title: '冬季课业辅导', place: centre.place, content: '课业辅导', responsiblePerson: '示例活动负责人' };
  await writer.give(recorder, 'PlanActivity', { activityId: open.activityId, ...plan }, 'open 1');
  await writer.give(recorder, 'HoldSession', { ...open, heldOn: dayAfter(last, -1), ...mornings }, 'open 1');
  const members = membersOf(writer, centre).filter(({ team }) => team === fourth);
  const attendances = members.slice(0, 4).map(({ volunteerId, n }) => ({ volunteerId, teamId, entryId: entryIdOf(writer, 'open 1', n), ...mornings, serviceMinutes: 180 as Minutes }));
  await writer.give(recorder, 'RecordAttendance', { ...open, provenance: 'WITNESSED', attendances }, 'open 1');
}

/** One credit that should not have been: cancelled by a new entry, the old one stays readable. Needs the credit to be in the ledger. */
export async function reverseOne(writer: DemoWriter, { first }: DemoCalendar): Promise<void> {
  const reversed = { volunteerId: volunteerIdOf(writer, 9), year: yearOf(first), entryId: entryIdOf(writer, 'c2 1', 9) };
  await writer.give('office', 'ReverseServiceHours', { ...reversed, reasonCode: 'WRONG_PERSON', reason: '签到表第 2 行为同名人员，本人当日未参加。' }, 'c2 1 9');
}

/** F-20: at once and without a reason; what was served stays. */
export async function leaveOne(writer: DemoWriter, [centre]: readonly DemoUnit[], calendar: DemoCalendar): Promise<void> {
  const second = centre?.teams[1];
  if (!centre || !second) return;
  const volunteerId = volunteerIdOf(writer, leaverNumber);
  const teamId = teamIdOf(writer, second);
  const heldOn = dayAfter(calendar.first, 1);
  await writer.give('recorder', 'JoinTeam', { teamId, volunteerId, joinedOn: calendar.before('03-05'), asPrimary: false }, 'leaver');
  await hold(writer, { key: 'leaver 1', unit: centre, teams: [second], title: '新春送福', heldOn, ...evenings, present: [{ volunteerId, n: leaverNumber, teamId, serviceMinutes: 90 }] });
  await writer.give('recorder', 'LeaveTeam', { teamId, volunteerId, leftOn: dayAfter(heldOn, 2) }, 'leaver');
  await writer.give('recorder', 'WithdrawVolunteer', { volunteerId, withdrawnOn: dayAfter(heldOn, 2) }, 'leaver');
}
