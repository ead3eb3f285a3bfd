import type { RowFault, SheetReading } from '#libs/intake/fault';
import type { Heading } from '#libs/intake/heading';
import type { ParsedMemberRow } from '#libs/intake/member-information-sheet';
import type { BatchId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import {
  consentDeclaration,
  enrolmentRow,
  sourceTextOf,
  strangers,
  volunteerIdOf,
  type Enrolment,
  type Particulars,
} from './enrolment.js';
import { formDateOf } from './form-date.js';
import type { Place, Unit } from './lookups.js';
import { faultAt, warningAt, type Plan } from './plan.js';
import { unitRemarks } from './roster.plan.js';

export interface MembersOptions {
  readonly formDate?: LocalDate | undefined;
  readonly enrolledOn?: LocalDate | undefined;
  /** Name of the team that everybody of the sheet joins. */
  readonly team?: string | undefined;
  readonly participantKind: ParticipantKind;
}

export type MemberSheet = SheetReading<Heading, ParsedMemberRow>;

interface Known {
  readonly place: Place;
  readonly unit: Unit;
  /** Who has the ID number of a row in the ledger already, by row. */
  readonly holdersOf: ReadonlyMap<number, readonly string[]>;
}

/** The Chaohu information sheet (H-F1): ID number, mobile and intended service, no age and no date of joining the Party. */
export function planMembers(sheet: MemberSheet, known: Known, options: MembersOptions, batchId: BatchId): Plan {
  const { organization } = known.place;
  const { on: formOn, remarks, obstacles } = formDateOf(sheet.header, options.formDate, false);
  const enrolledOn = options.enrolledOn ?? formOn;
  const team = known.unit.teams.find(({ name }) => name === options.team);
  const faults = faultsOf(sheet.rows, known, batchId);
  const plan = {
    faults,
    obstacles: [
      ...known.place.obstacles,
      ...obstacles,
      ...(enrolledOn === undefined ? ['表上没有填报时间，请用 --enrolled-on 写明登记造册日期，如 2026-07-01。'] : []),
      ...(options.team !== undefined && !team ? [`该党组织没有“${options.team}”这支服务队，请核对 --team。`] : []),
    ],
    remarks: [
      ...remarks,
      ...unitRemarks(sheet.header, known.place),
      ...(team ? [`全部编入“${team.name}”。`] : ['没有指明队伍（--team），这次只登记、不入队。']),
    ],
    declarations: [consentDeclaration],
  };
  if (!organization || enrolledOn === undefined) return { ...plan, stages: [] };
  const { organizationId } = organization;
  const enrolment: Enrolment = { batchId, organizationId, formOn: formOn ?? enrolledOn, enrolledOn };
  const faulty = new Set(faults.filter(({ severity }) => severity === 'fault').map(({ row }) => row));
  const people = sheet.rows
    .filter(({ row }) => !faulty.has(row))
    .map((row) => enrolmentRow(row.row, particularsOf(row, options.participantKind), team, enrolment));
  const volunteerIds = people.flatMap(({ volunteerId }) => volunteerId ?? []);
  return { ...plan, stages: [people], numbering: { volunteerIds, year: yearOf(enrolledOn) } };
}

function faultsOf(rows: readonly ParsedMemberRow[], { place, unit, holdersOf }: Known, batchId: BatchId): RowFault[] {
  const others = strangers(unit.volunteers, rows, batchId);
  return rows.flatMap(({ row, name, unitName }) => {
    const faults: RowFault[] = [];
    if (holdersOf.get(row)?.some((holder) => holder !== volunteerIdOf(batchId, row)))
      faults.push(
        faultAt(
          row,
          '身份证号码',
          'id_number_registered_already',
          '该身份证号码已登记在册，同一个人只能登记一次；信息有变的，请在原登记上办理变更。',
        ),
      );
    else if (others.some((one) => one.name === name))
      faults.push(
        warningAt(
          row,
          '姓名',
          'namesake_registered',
          '该党组织已登记同名的人，请核对是否同一个人（从花名册导入的人没有身份证号码，系统无法比对）。',
        ),
      );
    if (place.organization && unitName !== place.organization.unitName)
      faults.push(
        warningAt(
          row,
          '所在单位名称',
          'unit_differs',
          `所在单位与“${place.organization.unitName}”不同，请核对是否属于该党组织。`,
        ),
      );
    return faults;
  });
}

const statusOf: Partial<Record<ParticipantKind, Particulars['politicalStatus']>> = {
  FULL_MEMBER: '01',
  PROBATIONARY_MEMBER: '02',
};

function particularsOf(row: ParsedMemberRow, participantKind: ParticipantKind): Particulars {
  const politicalStatus = statusOf[participantKind];
  return {
    name: row.name,
    sex: row.sexCode,
    idNumber: row.idNumber,
    birthDate: row.bornOn,
    mobiles: [row.mobile],
    workUnit: row.unitName,
    serviceInterests: [...row.serviceInterestCodes],
    participantKind,
    ...(politicalStatus === undefined ? {} : { politicalStatus }),
    sourceText: sourceTextOf(row.source, /身份证|手机|联系|电话/u),
  };
}
