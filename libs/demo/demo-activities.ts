import type { ActivityId, HoursEntryId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { daysBetween } from '#libs/reference/dates';
import { membersOf, organizationIdOf, staffOf, teamIdOf, type DemoMember } from './demo-people.js';
import type { DemoLogin } from './demo-accounts.js';
import { eachAtOnce, type DemoWriter } from './demo-writer.js';
import { centre, dawn, oasis, units, type DemoCalendar, type DemoTeam, type DemoUnit } from './district.js';
import { dayAfter } from './people.js';

/** One session of one activity, with everybody on its sheet. */
export interface DemoSession {
  readonly key: string;
  readonly unit: DemoUnit;
  readonly teams: readonly DemoTeam[];
  readonly title: string;
  readonly heldOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly present: readonly Present[];
  /** Nobody has attested it yet. */
  readonly waits?: true;
}

interface Present {
  readonly volunteerId: VolunteerId;
  readonly n: number;
  readonly teamId: TeamId;
  readonly serviceMinutes: number;
}

export const mornings = { startsAt: '08:30' as TimeOfDay, endsAt: '11:30' as TimeOfDay };
export const evenings = { startsAt: '19:00' as TimeOfDay, endsAt: '21:00' as TimeOfDay };
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
    present: members
      .filter((member) => comes(member, i))
      .map(({ volunteerId, n }) => ({
        volunteerId,
        n,
        teamId,
        serviceMinutes: minutesOfTurn[(n + i) % minutesOfTurn.length] ?? 180,
      })),
  }));
}

/** The keen come always, the others now and then, but two at least are always there: an activity counts from two. */
const comes = ({ n }: DemoMember, i: number): boolean => n % 4 !== 3 || i % 3 === 0;

export async function plan(
  writer: DemoWriter,
  session: Pick<DemoSession, 'key' | 'unit' | 'teams' | 'title'>,
): Promise<void> {
  const { key, unit, teams, title } = session;
  const [first] = teams;
  const described = {
    title,
    place: unit.place,
    content: first?.mainProjects ?? title,
    responsiblePerson: '示例活动负责人',
  };
  const teamIds = teams.map((team) => teamIdOf(writer, team));
  const placed = { activityId: activityIdOf(writer, key), organizationId: organizationIdOf(writer, unit.key), teamIds };
  await writer.give(
    staffOf(unit).recorder,
    'PlanActivity',
    { ...placed, ...described, ...(first ? { theme: first.theme } : {}) },
    key,
  );
}

/** Plans it, holds it, records who was there, and has another account attest them. */
export async function hold(writer: DemoWriter, session: DemoSession): Promise<void> {
  const { key, unit, teams, heldOn, startsAt, endsAt, present, waits } = session;
  const { recorder, approver } = staffOf(unit);
  const at = { activityId: activityIdOf(writer, key), sessionId: sessionIdOf(writer, key) };
  await plan(writer, session);
  await writer.give(recorder, 'HoldSession', { ...at, heldOn, startsAt, endsAt }, key);
  const attendances = present.map(({ volunteerId, teamId, n, serviceMinutes }) => ({
    volunteerId,
    teamId,
    entryId: entryIdOf(writer, key, n),
    startsAt,
    endsAt,
    serviceMinutes: serviceMinutes as Minutes,
  }));
  const sheetId = await writer.sheet(recorder, at.activityId, key);
  await writer.give(recorder, 'RecordAttendance', { ...at, provenance: 'WITNESSED', sheetId, attendances }, key);
  if (waits) return;
  if (teams[0] === dawn) await attest(writer, key, 'leader');
  await attest(writer, key, approver);
}

/** Everybody whom this account may attest: the leader's own minutes are left to the approver (F-07). */
async function attest(writer: DemoWriter, key: string, by: DemoLogin): Promise<void> {
  const at = { activityId: activityIdOf(writer, key), sessionId: sessionIdOf(writer, key) };
  await writer.give(by, 'AttestAttendance', at, `${by} ${key}`);
}

export const activityIdOf = (writer: DemoWriter, key: string): ActivityId => writer.id(`activity ${key}`);
export const sessionIdOf = (writer: DemoWriter, key: string): SessionId => writer.id(`session ${key}`);
export const entryIdOf = (writer: DemoWriter, key: string, n: number): HoursEntryId => writer.id(`entry ${key} ${n}`);

/** A year of activities of all units, recorded by one account and attested by another. */
export async function holdYear(writer: DemoWriter, calendar: DemoCalendar): Promise<void> {
  const sessions = units.flatMap((unit) => unit.teams.flatMap((team) => sessionsOf(writer, unit, team, calendar)));
  await eachAtOnce([...sessions, jointOf(writer, calendar)], (session) => hold(writer, session));
}

/** a joint activity counts for each of its teams. */
function jointOf(writer: DemoWriter, { last }: DemoCalendar): DemoSession {
  const teams = [dawn, oasis];
  const present = membersOf(writer, centre)
    .filter(({ team }) => teams.includes(team))
    .map(({ volunteerId, n, team }) => ({ volunteerId, n, teamId: teamIdOf(writer, team), serviceMinutes: 120 }));
  return {
    key: 'joint 1',
    unit: centre,
    teams,
    title: '护河义诊联合行动',
    heldOn: dayAfter(last, -7),
    ...evenings,
    present,
  };
}
