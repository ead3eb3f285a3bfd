import type { RowFault, SheetReading } from '#libs/intake/fault';
import type { Heading } from '#libs/intake/heading';
import type { ParsedRosterRow } from '#libs/intake/roster-sheet';
import type { BatchId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import { assignTeams } from './assignment.js';
import {
  consentDeclaration,
  enrolmentRow,
  phonesOf,
  sourceTextOf,
  strangers,
  type Enrolment,
  type Particulars,
} from './enrolment.js';
import { formDateOf } from './form-date.js';
import { leaderRows, type LeaderOptions } from './leaders.js';
import type { KnownVolunteer, Place, Unit } from './lookups.js';
import { faultAt, warningAt, type Plan } from './plan.js';

export interface RosterOptions extends LeaderOptions {
  readonly formDate?: LocalDate | undefined;
  readonly enrolledOn?: LocalDate | undefined;
  /** Team names by sheet row, where the sizes of the register do not tell. */
  readonly teams?: ReadonlyMap<number, string> | undefined;
  /** Rows of people who share name, sex and month of joining with somebody and are another person. */
  readonly acceptNamesake: readonly number[];
}

type Roster = SheetReading<Heading, ParsedRosterRow>;

/** Annex 2: each person applies on paper, is approved by the sealed sheet, enrolled, and joins the team the order tells. */
export function planRoster(
  sheet: Roster,
  known: { place: Place; unit: Unit },
  options: RosterOptions,
  batchId: BatchId,
): Plan {
  const { organization } = known.place;
  const form = formDateOf(sheet.header, options.formDate, true);
  const others = strangers(known.unit.volunteers, sheet.rows, batchId);
  const faults = [...duplicates(sheet.rows, others, options.acceptNamesake), ...probations(sheet.rows, form.on)];
  const assignment = assignTeams(sheet, known.unit.teams, options.teams);
  const plan = {
    faults: [...faults, ...assignment.faults],
    obstacles: [...known.place.obstacles, ...form.obstacles, ...assignment.obstacles],
    remarks: [...form.remarks, ...unitRemarks(sheet.header, known.place), ...assignment.remarks],
    declarations: [consentDeclaration],
  };
  if (!organization || form.on === undefined) return { ...plan, stages: [] };
  const enrolledOn = options.enrolledOn ?? form.on;
  const enrolment: Enrolment = { batchId, organizationId: organization.organizationId, formOn: form.on, enrolledOn };
  const faulty = new Set(plan.faults.filter(({ severity }) => severity === 'fault').map(({ row }) => row));
  const rows = sheet.rows.filter(({ row }) => !faulty.has(row));
  const people = rows.map((row) =>
    enrolmentRow(row.row, particularsOf(row, enrolment), assignment.teamOf.get(row.row), enrolment),
  );
  const leaders = leaderRows(rows, assignment, enrolment, options);
  return {
    ...plan,
    obstacles: [...plan.obstacles, ...leaders.obstacles],
    remarks: [...plan.remarks, ...enrolmentRemarks(options, enrolledOn), ...leaders.remarks],
    stages: [people, leaders.rows],
    numbering: { volunteerIds: people.flatMap(({ volunteerId }) => volunteerId ?? []), year: yearOf(enrolledOn) },
  };
}

const enrolmentRemarks = ({ enrolledOn: told }: RosterOptions, enrolledOn: LocalDate): string[] => [
  `登记造册日期：${enrolledOn}${told === undefined ? '（取自填表日期，可用 --enrolled-on 另行指定）' : ''}；早于这一天的服务，导入签到表时会标出。`,
];

export function unitRemarks({ unitName }: Heading, { organization }: Place): string[] {
  if (!organization || unitName === null || unitName === organization.unitName) return [];
  return [`表上的单位是“${unitName}”，将导入“${organization.name}”（${organization.unitName}）名下，请核对。`];
}

/** F-09: a name is never taken for a person. Whoever might be one already is kept out until somebody has looked. */
function duplicates(
  rows: readonly ParsedRosterRow[],
  others: readonly KnownVolunteer[],
  accepted: readonly number[],
): RowFault[] {
  const seen: Pick<ParsedRosterRow, 'name' | 'sexCode' | 'joinedPartyOn'>[] = [];
  return rows.flatMap((row) => {
    const inSheet = seen.some(
      (one) => one.name === row.name && one.sexCode === row.sexCode && one.joinedPartyOn === row.joinedPartyOn,
    );
    seen.push(row);
    const namesakes = others.filter(({ name }) => name === row.name);
    const same = namesakes.some(
      ({ sex, joinedPartyOn }) => sex === row.sexCode && joinedPartyOn?.slice(0, 7) === row.joinedPartyOn,
    );
    if (accepted.includes(row.row)) return [];
    if (same || inSheet)
      return [
        faultAt(
          row.row,
          '姓名',
          'possible_duplicate',
          `${same ? '该党组织已登记' : '表中上面已有'}同名、同性别、同一入党年月的人，可能是同一个人，请核对；确为另一人的，请加 --accept-namesake ${row.row}。`,
        ),
      ];
    return namesakes.length > 0
      ? [
          warningAt(
            row.row,
            '姓名',
            'namesake_registered',
            '该党组织已登记同名的人（性别或入党时间不同），请核对是否同一个人。',
          ),
        ]
      : [];
  });
}

/** Party Constitution art. 7: probation lasts one year. With months only, the thirteenth month decides; the twelfth is told. */
function probations(rows: readonly ParsedRosterRow[], formOn: LocalDate | undefined): RowFault[] {
  if (formOn === undefined) return [];
  return rows
    .filter(({ joinedPartyOn }) => monthsBetween(joinedPartyOn, formOn) === probationMonths)
    .map(({ row }) =>
      warningAt(
        row,
        '入党时间',
        'probation_may_end_this_month',
        '入党到填表日期正好一年，暂按正式党员登记；尚未转正的，请在导入后改为预备党员。',
      ),
    );
}

const probationMonths = 12;
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
const monthsBetween = (from: string, to: string): number => monthNumber(to) - monthNumber(from);

function particularsOf(row: ParsedRosterRow, { formOn }: Enrolment): Particulars {
  const isUnlisted =
    (row.educationCode === null && row.educationText !== '') ||
    (row.ethnicityCode === null && row.ethnicityText !== '');
  return {
    name: row.name,
    sex: row.sexCode,
    statedAge: row.statedAge,
    statedAgeOn: formOn,
    ...(row.educationCode === null ? {} : { education: row.educationCode }),
    ...(row.ethnicityCode === null ? {} : { ethnicity: row.ethnicityCode }),
    politicalStatus: monthsBetween(row.joinedPartyOn, formOn) < probationMonths ? '02' : '01',
    joinedPartyOn: row.joinedPartyOn,
    // The form joins projects by 、 whatever the sheet had between them; the row as written stays in sourceText.
    mainProjects: row.projects.join('、'),
    ...phonesOf('officePhones', row.officePhones),
    ...phonesOf('mobiles', row.mobiles),
    sourceText: sourceTextOf(row.source, /联系|电话/u),
    doubts: [
      'AGE_WITHOUT_BIRTH_DATE',
      ...(row.joinedAmbiguous ? (['JOINED_PARTY_MONTH'] as const) : []),
      ...(isUnlisted ? (['WORD_NOT_IN_CODE_LIST'] as const) : []),
    ],
  };
}
