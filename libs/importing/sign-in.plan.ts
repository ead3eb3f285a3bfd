import { v5 as uuidv5 } from 'uuid';
import { attendancesPerSheetMax } from '#libs/activity/activity.commands';
import type { AnyCommand } from '#libs/counter/counter';
import type { RowFault } from '#libs/intake/fault';
import type { ParsedSignInRow, SignInReading } from '#libs/intake/sign-in-sheet';
import type {
  ActivityId,
  BatchId,
  EvidenceId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
} from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { attendantsOf, type Attendant } from './attendants.js';
import { endOf, gatheringsOf, type Gathering, type Sitting } from './gatherings.js';
import { barsOf, lateOn, paperSteps, withoutPaper, type Grounds } from './grounds.js';
import type { KnownAttendance, Place, Served, Unit } from './lookups.js';
import { faultAt, idOf, type Plan, type PlannedRow, type PlannedSession, type PlannedStep } from './plan.js';

type Sheet = Extract<AnyCommand, { type: 'RecordAttendance' }>['data'];
type Line = Sheet['attendances'][number];

interface Known {
  readonly place: Place;
  readonly unit: Unit;
  readonly served: Served;
  readonly today: LocalDate;
  readonly grounds: Grounds;
}

interface Recording {
  readonly batchId: BatchId;
  readonly organizationId: OrganizationId;
  readonly grounds: Grounds;
  readonly isLate: (heldOn: string) => boolean;
  readonly attendantOf: ReadonlyMap<number, Attendant>;
  readonly teamIdOf: ReadonlyMap<string, TeamId>;
}

/** A year of sign-in sheets: activities with their sessions and who was there, recorded and not yet attested (F-06, F-07). */
export function planSignIn(sheet: SignInReading, known: Known, batchId: BatchId): Plan {
  const { organization, obstacles } = known.place;
  const attendants = attendantsOf(sheet.rows, known.unit, known.served);
  const gatherings = gatheringsOf(sheet.rows);
  const own = new Set(gatherings.map((gathering) => activityIdOf({ batchId }, gathering)));
  const onRecord = rowsOnRecord(
    attendants.known,
    known.served.attendances.filter(({ activityId }) => !own.has(activityId)),
  );
  const twice = onRecord.map(({ row: { row } }) =>
    faultAt(row, '姓名', 'attendance_recorded_already', '此人在同名活动的同一时间已有签到记录，同一时间不能记两次。'),
  );
  const ahead = sheet.rows
    .filter(({ heldOn }) => heldOn > known.today)
    .map(({ row }) =>
      faultAt(row, '活动日期', 'service_must_have_happened', '服务日期晚于今天，请在服务结束后再登记。'),
    );
  const unseen = withoutPaper(sheet.rows, known.grounds);
  const faults = [...attendants.faults, ...twice, ...ahead, ...unseen];
  if (!organization) return { stages: [], faults, obstacles, remarks: [], declarations: [] };
  const out = new Set([...twice, ...ahead, ...unseen].map(({ row }) => row));
  const taken = attendants.known.filter(({ row }) => !out.has(row.row));
  const isLate = lateOn(known.today);
  const late = taken.filter(({ row }) => isLate(row.heldOn)).length;
  const recording: Recording = {
    batchId,
    organizationId: organization.organizationId,
    ...{ grounds: known.grounds, isLate },
    attendantOf: new Map(taken.map((one) => [one.row.row, one])),
    teamIdOf: new Map(known.unit.teams.map(({ name, teamId }) => [name, teamId])),
  };
  const activities = gatherings.flatMap((gathering) => activityRow(gathering, recording));
  return {
    stages: [activities],
    faults: [...faults, ...organizers(sheet.rows, known.place)],
    obstacles: [...obstacles, ...barsOf(known.grounds, late)],
    remarks: summaryOf(taken, late, activities.length),
    declarations: ['导入人声明：表中服务均有签到记录可查，每个人的时间均为实际服务时间，不含途中、就餐和休息。'],
    sessions: gatherings.flatMap((gathering) => sessionsOf(gathering, recording)),
    fileMinutes: minutesOf(taken),
  };
}

const minutesOf = (attendants: readonly Attendant[]): number =>
  attendants.reduce((sum, { row }) => sum + row.minutes, 0);

/** A sheet handed in again, in another file: nobody's time is written twice. */
function rowsOnRecord(attendants: readonly Attendant[], attendances: readonly KnownAttendance[]): Attendant[] {
  const keyOf = (volunteerId: string, heldOn: string, title: string): string => `${volunteerId} ${heldOn} ${title}`;
  const known = new Map<string, KnownAttendance[]>();
  for (const one of attendances) {
    const key = keyOf(one.volunteerId, one.heldOn, one.activityTitle);
    known.set(key, [...(known.get(key) ?? []), one]);
  }
  return attendants.filter(({ row, volunteer }) =>
    known
      .get(keyOf(volunteer.volunteerId, row.heldOn, row.activityTitle))
      ?.some(({ startsAt, endsAt }) => startsAt < endOf(row) && row.startsAt < endsAt),
  );
}

function organizers(rows: readonly ParsedSignInRow[], { organization }: Place): RowFault[] {
  const foreign = rows.filter(
    ({ organizerName }) =>
      organization && organizerName !== organization.unitName && organizerName !== organization.name,
  );
  return foreign.map(({ row }) => ({
    ...faultAt(
      row,
      '组织单位',
      'organizer_differs',
      `组织单位与“${organization?.unitName ?? ''}”不同，将以该党组织的活动登记，请核对。`,
    ),
    severity: 'warning',
  }));
}

function summaryOf(attendants: readonly Attendant[], late: number, activities: number): string[] {
  const teams = new Map<string, { people: Set<string>; minutes: number; times: number }>();
  for (const { row, volunteer, team } of attendants) {
    const sum = teams.get(team.name) ?? { people: new Set(), minutes: 0, times: 0 };
    teams.set(team.name, {
      people: sum.people.add(volunteer.volunteerId),
      minutes: sum.minutes + row.minutes,
      times: sum.times + 1,
    });
  }
  return [
    `${activities} 次活动，${new Set(attendants.map(({ volunteer }) => volunteer.volunteerId)).size} 人，${attendants.length} 人次，共 ${minutesOf(attendants)} 分钟（${hours(minutesOf(attendants))} 小时）。`,
    ...[...teams].map(
      ([name, { people, minutes, times }]) =>
        `${name}：${people.size} 人，${times} 人次，${minutes} 分钟（${hours(minutes)} 小时）`,
    ),
    ...(late > 0
      ? [
          `其中 ${late} 人次超过服务结束后 10 个工作日才登记（志愿服务记录与证明出具办法第十一条），登记为逾期补录：经第三人批准才计入时长，逾期标记一直保留。`,
        ]
      : []),
    '签到记录须由另一人确认后才计入时长。',
  ];
}

const hours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

const activityIdOf = ({ batchId }: Pick<Recording, 'batchId'>, { firstRow }: Gathering): ActivityId =>
  idOf(batchId, `activity/${firstRow}`);
const sessionIdOf = ({ batchId }: Recording, { firstRow }: Sitting): SessionId => idOf(batchId, `session/${firstRow}`);

const takenOf = ({ rows }: Sitting, { attendantOf }: Recording): Attendant[] =>
  rows.flatMap(({ row }) => attendantOf.get(row) ?? []);

const sessionsOf = (gathering: Gathering, recording: Recording): PlannedSession[] =>
  gathering.sessions
    .filter((sitting) => takenOf(sitting, recording).length > 0)
    .map((sitting) => ({
      activityId: activityIdOf(recording, gathering),
      sessionId: sessionIdOf(recording, sitting),
      attendances: takenOf(sitting, recording).length,
    }));

const responsiblePersonCodePointsMax = 100;

function activityRow(gathering: Gathering, recording: Recording): PlannedRow[] {
  const { firstRow, title, heldOn, place, content, leaderNames } = gathering;
  const taken = gathering.sessions.flatMap((sitting) => takenOf(sitting, recording));
  if (taken.length === 0) return [];
  const activityId = activityIdOf(recording, gathering);
  // Teams of rows that are kept out as well: they took part, and may come in at the next attempt.
  const teamIds = [
    ...new Set(
      gathering.sessions.flatMap(({ rows }) => rows.flatMap(({ teamName }) => recording.teamIdOf.get(teamName) ?? [])),
    ),
  ];
  const responsiblePerson = [...leaderNames.join('、')].slice(0, responsiblePersonCodePointsMax).join('');
  const plan = {
    activityId,
    organizationId: recording.organizationId,
    teamIds,
    title,
    place,
    content,
    responsiblePerson,
  };
  const paper = paperSteps({ activityId, firstRow, heldOn }, recording.grounds, recording.batchId);
  const steps: PlannedStep[] = [{ name: 'plan', command: { type: 'PlanActivity', data: plan } }, ...paper.steps];
  const sheet = sheetOf(heldOn, paper.sheetId, recording);
  for (const sitting of gathering.sessions) {
    const attendants = takenOf(sitting, recording);
    if (attendants.length === 0) continue;
    const sessionId = sessionIdOf(recording, sitting);
    const held = { activityId, sessionId, heldOn, startsAt: sitting.startsAt, endsAt: sitting.endsAt };
    steps.push({ name: `hold/${sitting.firstRow}`, command: { type: 'HoldSession', data: held } });
    for (let from = 0; from < attendants.length; from += attendancesPerSheetMax)
      steps.push(
        recordStep(
          { activityId, sessionId, ...sheet },
          attendants.slice(from, from + attendancesPerSheetMax),
          recording,
        ),
      );
  }
  return [
    {
      key: `activity/${firstRow}`,
      subject: 'ATTENDANCE',
      rows: taken.map(({ row }) => row.row).toSorted((a, b) => a - b),
      steps,
    },
  ];
}

/** The paper and, where it comes late, the reason: once for all who stand on it. */
function sheetOf(
  heldOn: LocalDate,
  sheetId: EvidenceId | undefined,
  { grounds: { lateReasonCode }, isLate }: Recording,
): Pick<Sheet, 'sheetId' | 'lateReasonCode'> {
  return { ...(sheetId ? { sheetId } : {}), ...(lateReasonCode && isLate(heldOn) ? { lateReasonCode } : {}) };
}

const linesNamespace = '0d5e3a52-6a0c-4b0a-9f43-6f0c6f1f7a11';

/** The command id tells which rows it holds: with somebody more or fewer it is another act, not a repetition. */
function recordStep(
  session: Pick<Sheet, 'activityId' | 'sessionId' | 'sheetId' | 'lateReasonCode'>,
  attendants: readonly Attendant[],
  recording: Recording,
): PlannedStep {
  const step = (lines: readonly Attendant[]): PlannedStep => {
    const rows = lines.map(({ row }) => row.row);
    const attendances = lines.map((one) => lineOf(one, recording));
    return {
      name: `record/${uuidv5(rows.join(), linesNamespace)}`,
      rows,
      command: { type: 'RecordAttendance', data: { ...session, provenance: 'WITNESSED', attendances } },
    };
  };
  return { ...step(attendants), ...(attendants.length > 1 ? { apart: attendants.map((one) => step([one])) } : {}) };
}

const lineOf = ({ row, volunteer, team }: Attendant, { batchId }: Recording): Line => ({
  volunteerId: volunteer.volunteerId,
  entryId: idOf<HoursEntryId>(batchId, `entry/${row.row}`),
  teamId: team.teamId,
  startsAt: row.startsAt as TimeOfDay,
  ...(row.endsAt === null ? {} : { endsAt: row.endsAt as TimeOfDay }),
  serviceMinutes: row.minutes as Minutes,
  ...(row.note === '' ? {} : { note: row.note }),
});
