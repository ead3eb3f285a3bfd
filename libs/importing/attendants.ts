import type { RowFault } from '#libs/intake/fault';
import type { ParsedSignInRow } from '#libs/intake/sign-in-sheet';
import type { TeamId } from '#libs/kernel/ids';
import type { KnownTeam, KnownVolunteer, Served, Unit } from './lookups.js';
import { faultAt, warningAt } from './plan.js';

/** A row whose person and team are known. */
export interface Attendant {
  readonly row: ParsedSignInRow;
  readonly volunteer: KnownVolunteer;
  readonly team: KnownTeam;
}

export interface Attendants {
  readonly known: readonly Attendant[];
  readonly faults: readonly RowFault[];
}

const numbered = /^(.+?)\s*[（(]\s*(\d{10})\s*[)）]$/u;

/** `姓名（2026000012）`: the number settles who of several namesakes is meant. */
export function nameAndNumber(text: string): { readonly name: string; readonly volunteerNumber: string | undefined } {
  const [, name = text, volunteerNumber] = numbered.exec(text.normalize('NFC')) ?? [];
  return { name, volunteerNumber };
}

/** Who each row means (F-09: a name alone only where it can be but one person) and for which team. */
export function attendantsOf(rows: readonly ParsedSignInRow[], unit: Unit, served: Served): Attendants {
  const byName = new Map<string, KnownVolunteer[]>();
  for (const one of unit.volunteers.filter(({ enrolledOn }) => enrolledOn !== null))
    byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const faults: RowFault[] = [];
  const known = rows.flatMap((row) => {
    const team = unit.teams.find(({ name }) => name === row.teamName);
    if (!team)
      faults.push(
        faultAt(row.row, '队伍', 'team_unknown', '该党组织没有这支服务队，请核对队伍名称（须与登记的全称一致）。'),
      );
    const found = personOf(row, team?.teamId, { byName, served });
    if ('volunteer' in found && team) {
      faults.push(...remarksOn(row, found.volunteer, team, served));
      return [{ row, volunteer: found.volunteer, team }];
    }
    if (!('volunteer' in found)) faults.push(found);
    return [];
  });
  return { known, faults };
}

interface People {
  readonly byName: ReadonlyMap<string, readonly KnownVolunteer[]>;
  readonly served: Served;
}

function personOf(
  row: ParsedSignInRow,
  teamId: TeamId | undefined,
  { byName, served }: People,
): { volunteer: KnownVolunteer } | RowFault {
  const { name, volunteerNumber } = nameAndNumber(row.name);
  if (volunteerNumber !== undefined) {
    const volunteer = served.byNumber.get(volunteerNumber);
    if (!volunteer)
      return faultAt(
        row.row,
        '姓名',
        'volunteer_number_unknown',
        `没有编号为 ${volunteerNumber} 的志愿者，请核对编号。`,
      );
    if (volunteer.name !== name)
      return faultAt(
        row.row,
        '姓名',
        'volunteer_number_of_another',
        `编号 ${volunteerNumber} 登记的不是这个姓名，请核对姓名和编号。`,
      );
    return { volunteer };
  }
  const namesakes = byName.get(name) ?? [];
  const members = served.membersOf.get(teamId as TeamId);
  const inTeam = namesakes.filter(({ volunteerId }) => members?.has(volunteerId));
  const [volunteer, another] = inTeam.length > 0 ? inTeam : namesakes;
  if (!volunteer)
    return faultAt(
      row.row,
      '姓名',
      'volunteer_unknown',
      '该党组织没有登记这个姓名的志愿者，请核对姓名，或先为其办理登记。',
    );
  if (another)
    return faultAt(
      row.row,
      '姓名',
      'namesakes',
      '该姓名对应不止一名志愿者，请在姓名后用括号注明志愿者编号，如：姓名（2026000012）。',
    );
  return { volunteer };
}

function remarksOn(
  { row, heldOn }: ParsedSignInRow,
  { volunteerId, enrolledOn }: KnownVolunteer,
  { teamId }: KnownTeam,
  { membersOf }: Served,
): RowFault[] {
  const remarks: RowFault[] = [];
  if (!membersOf.get(teamId)?.has(volunteerId))
    remarks.push(warningAt(row, '队伍', 'guest_of_the_team', '此人不是这支队伍的队员，按参加该队活动登记，请核对。'));
  if (enrolledOn !== null && heldOn < enrolledOn)
    remarks.push(
      warningAt(
        row,
        '活动日期',
        'service_before_enrolment',
        `服务日期早于登记造册日期 ${enrolledOn}，照常登记并标出，请核对。`,
      ),
    );
  return remarks;
}
