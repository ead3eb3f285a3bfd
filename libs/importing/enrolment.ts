import type { AnyCommand } from '#libs/counter/counter';
import type { BatchId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { KnownTeam, KnownVolunteer } from './lookups.js';
import { earlier, idOf, later, type PlannedRow, type PlannedStep } from './plan.js';

type Application = Extract<AnyCommand, { type: 'SubmitApplication' }>['data'];
export type Particulars = Omit<
  Application,
  'volunteerId' | 'organizationId' | 'submittedOn' | 'source' | 'onBehalf' | 'consents'
>;

/** What all people of a sheet have in common. */
export interface Enrolment {
  readonly batchId: BatchId;
  readonly organizationId: OrganizationId;
  readonly formOn: LocalDate;
  readonly enrolledOn: LocalDate;
}

export const consentDeclaration =
  '导入人声明：表中每个人的书面申请登记表均已由其签字并存档，其已同意登记个人信息并向上级报送（个人信息保护法第十三条、第二十三条、第二十九条）。';

export const volunteerIdOf = (batchId: BatchId, row: number): VolunteerId => idOf(batchId, `volunteer/${row}`);

/** The day on which people of this sheet are in the team: no earlier than its founding. */
export const joinedOn = ({ enrolledOn }: Enrolment, { establishedOn }: KnownTeam): LocalDate =>
  later(enrolledOn, establishedOn);

/**
 * From the sheet to the roster and into a team: the sealed sheet is the proof of review (Z-29, Z-34). Application and
 * review bear the form's day, or the day of enrolment where the people were enrolled before the form was filled in.
 */
export function enrolmentRow(
  row: number,
  particulars: Particulars,
  team: KnownTeam | undefined,
  enrolment: Enrolment,
): PlannedRow {
  const { batchId, organizationId, formOn, enrolledOn } = enrolment;
  const volunteerId = volunteerIdOf(batchId, row);
  const submittedOn = earlier(formOn, enrolledOn);
  const application: Application = {
    ...particulars,
    volunteerId,
    organizationId,
    submittedOn,
    source: 'SHEET_IMPORT',
    onBehalf: 'RECORDER',
    consents: ['REGISTRATION', 'UPWARD_FILING'],
  };
  const steps: PlannedStep[] = [
    { name: 'apply', command: { type: 'SubmitApplication', data: application } },
    {
      name: 'approve',
      command: { type: 'ApproveApplication', data: { volunteerId, approvedOn: submittedOn, basis: 'SEALED_PAPER' } },
    },
    { name: 'enrol', command: { type: 'EnrolVolunteer', data: { volunteerId, enrolledOn } } },
  ];
  if (team) {
    const data = { teamId: team.teamId, volunteerId, joinedOn: joinedOn(enrolment, team), asPrimary: true };
    steps.push({ name: 'join', command: { type: 'JoinTeam', data } });
  }
  return { key: String(row), subject: 'VOLUNTEER', rows: [row], volunteerId, steps };
}

/** Everybody known who is not of this import itself: people it has written already are no duplicates of themselves. */
export function strangers(
  volunteers: readonly KnownVolunteer[],
  rows: readonly { readonly row: number }[],
  batchId: BatchId,
): readonly KnownVolunteer[] {
  const own = new Set(rows.map(({ row }) => volunteerIdOf(batchId, row)));
  return volunteers.filter(({ volunteerId }) => !own.has(volunteerId));
}

const sourceTextCodePointsMax = 2_000;

/** The row as it was written, without the columns whose values the ledger keeps under a stricter key. */
export function sourceTextOf(source: Readonly<Record<string, string>>, kept: RegExp): string {
  const cells = Object.entries(source).filter(([label, text]) => text !== '' && !kept.test(label));
  return [...cells.map(([label, text]) => `${label}：${text}`).join('；')].slice(0, sourceTextCodePointsMax).join('');
}

const phonesMax = 5;

/** Present only if there is something: an empty list says nothing. */
export const phonesOf = (
  name: 'officePhones' | 'mobiles',
  phones: readonly string[],
): Pick<Particulars, 'officePhones' | 'mobiles'> => (phones.length === 0 ? {} : { [name]: phones.slice(0, phonesMax) });
