import type { SheetReading } from '#libs/intake/fault';
import type { ParsedTeamRow, TeamRegisterHeading } from '#libs/intake/team-register-sheet';
import type { BatchId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { shortWord } from '#libs/reference/codes';
import { organizationKind, type OrganizationKind } from '#libs/reference/organization-kinds';
import { formDateOf } from './form-date.js';
import type { KnownOrganization, Place, Unit } from './lookups.js';
import { faultAt, idOf, type Plan, type PlannedRow, type PlannedStep } from './plan.js';

export interface TeamsOptions {
  /** 类别 of a unit that is registered on the way. */
  readonly organizationKind: OrganizationKind;
  readonly registeredOn?: LocalDate | undefined;
  readonly fullMembers?: number | undefined;
  readonly probationaryMembers?: number | undefined;
  readonly countedOn?: LocalDate | undefined;
  readonly formationTitle?: string | undefined;
  readonly formationNumber?: string | undefined;
  readonly formationDatedOn?: LocalDate | undefined;
  readonly establishedOn?: LocalDate | undefined;
  readonly formDate?: LocalDate | undefined;
}

type TeamRegister = SheetReading<TeamRegisterHeading, ParsedTeamRow>;

/** The first column of the sheet: one merged cell over all teams of the Party organization. */
export const partyOrganizationNames = ({ rows }: Pick<TeamRegister, 'rows'>): readonly string[] => [
  ...new Set(rows.map(({ partyOrganizationName }) => partyOrganizationName)),
];

/** Everything the teams have in common. */
interface Formation {
  readonly batchId: BatchId;
  readonly organizationId: OrganizationId;
  readonly title: string;
  readonly number: string | undefined;
  readonly datedOn: LocalDate;
  readonly establishedOn: LocalDate;
  readonly statedOn: LocalDate;
  /** Place of the sheet's first team in the unit's list. */
  readonly firstOrdinal: number;
}

/** Annex 3: the unit, its headcounts, and each team with its founding document (H-06) and its stated size and leader. */
export function planTeams(
  sheet: TeamRegister,
  known: { place: Place; unit: Unit },
  options: TeamsOptions,
  batchId: BatchId,
): Plan {
  const place = withoutOwn(known.place, batchId);
  const organizationId = place.organization?.organizationId ?? idOf<OrganizationId>(batchId, 'organization');
  const form = formDateOf(sheet.header, options.formDate ?? dayOfForm(sheet.header, options), true);
  const obstacles = [...place.obstacles, ...missing(options), ...mixed(sheet, place), ...form.obstacles];
  const own = new Set(sheet.rows.map(({ row }) => idOf(batchId, `team/${row}`)));
  const others = known.unit.teams.filter(({ teamId }) => !own.has(teamId));
  const faults = sheet.rows
    .filter(({ teamName }) => others.some(({ name }) => name === teamName))
    .map(({ row }) =>
      faultAt(
        row,
        '“党员志愿服务队”名称',
        'team_exists_already',
        '该党组织已有同名的服务队，请核对；另一支队伍请改用不同的名称。',
      ),
    );
  const plan = { faults, obstacles, declarations: [], remarks: [...form.remarks, ...remarksOf(sheet, place, options)] };
  const { formationTitle: title, formationNumber: number, formationDatedOn: datedOn } = options;
  if (title === undefined || datedOn === undefined || form.on === undefined) return { ...plan, stages: [] };
  const formation: Formation = {
    batchId,
    organizationId,
    title,
    number,
    datedOn,
    establishedOn: options.establishedOn ?? datedOn,
    statedOn: form.on,
    firstOrdinal: Math.max(0, ...others.map(({ ordinal }) => ordinal)) + 1,
  };
  const faulty = new Set(faults.map(({ row }) => row));
  const teams = sheet.rows
    .map((row, index) => teamRow(row, index, formation))
    .filter(({ rows: [row] }) => !faulty.has(row ?? 0));
  return { ...plan, stages: [unitRow(sheet, place, options, formation), teams] };
}

/** A form that gives the month only was filled in on the day of the count, if that lies in it. */
const dayOfForm = ({ filledOn }: TeamRegisterHeading, { countedOn }: TeamsOptions): LocalDate | undefined =>
  filledOn?.precision === 'month' && countedOn?.startsWith(filledOn.date) ? countedOn : undefined;

/** A unit that this very import has registered is registered again, which meets its receipt. */
function withoutOwn(place: Place, batchId: BatchId): Place {
  return place.organization?.organizationId === idOf<OrganizationId>(batchId, 'organization')
    ? { ...place, organization: undefined }
    : place;
}

/** H-06: a team is founded by a formal document, so it is asked for before anything is written. */
function missing({
  formationTitle,
  formationDatedOn,
  establishedOn,
  fullMembers,
  probationaryMembers,
}: TeamsOptions): string[] {
  const obstacles: string[] = [];
  if (formationTitle === undefined)
    obstacles.push('缺少组建文件标题：服务队应以正式文件组建，请用 --formation-title 写明。');
  if (formationDatedOn === undefined)
    obstacles.push('缺少组建文件日期：请用 --formation-dated-on 写明，如 2026-03-05。');
  if (formationDatedOn !== undefined && establishedOn !== undefined && establishedOn < formationDatedOn)
    obstacles.push(`组建日期 ${establishedOn} 早于组建文件日期 ${formationDatedOn}，请核对 --established-on。`);
  if ((fullMembers === undefined) !== (probationaryMembers === undefined))
    obstacles.push('正式党员和预备党员人数请一并写明：--full-members 与 --probationary-members（没有的写 0）。');
  return obstacles;
}

function mixed(sheet: TeamRegister, { organization, parent }: Place): string[] {
  const names = partyOrganizationNames(sheet);
  if (names.length > 1) return [`表中有 ${names.length} 个党组织，请按党组织把表拆开，分别导入。`];
  if (organization || !parent || sheet.header.unitName !== null) return [];
  return ['要新登记党组织，而表上没有单位名称，请补填“单位名称（盖章）”。'];
}

function remarksOf(sheet: TeamRegister, place: Place, options: TeamsOptions): string[] {
  const remarks = place.organization ? differences(sheet, place.organization) : registration(sheet, place, options);
  if (sheet.header.staffHeadcount === null) remarks.push('表上没有单位人数，本次不登记单位人数。');
  if (options.fullMembers === undefined)
    remarks.push('没有写明党员人数（--full-members、--probationary-members），志愿者占党员的比例将无法计算。');
  return remarks;
}

function differences(sheet: TeamRegister, organization: KnownOrganization): string[] {
  const [name = ''] = partyOrganizationNames(sheet);
  const { unitName } = sheet.header;
  const remarks: string[] = [];
  if (name !== organization.name) remarks.push(`表上的党组织是“${name}”，将导入“${organization.name}”名下，请核对。`);
  if (unitName !== null && organization.unitName !== unitName)
    remarks.push(`表上的单位是“${unitName}”，台账登记的是“${organization.unitName}”，请核对。`);
  return remarks;
}

function registration(
  sheet: TeamRegister,
  { parent }: Place,
  { organizationKind: kind, registeredOn, formationDatedOn }: TeamsOptions,
): string[] {
  if (!parent) return [];
  const [name = ''] = partyOrganizationNames(sheet);
  const on = registeredOn ?? formationDatedOn;
  return [
    `将在“${parent.name}”之下新登记党组织“${name}”（${shortWord(organizationKind, kind)}，单位：${sheet.header.unitName ?? ''}${on === undefined ? '' : `，登记日期 ${on}`}）。`,
  ];
}

function unitRow(sheet: TeamRegister, place: Place, options: TeamsOptions, formation: Formation): PlannedRow[] {
  const { organizationId, statedOn } = formation;
  const { staffHeadcount } = sheet.header;
  const { fullMembers, probationaryMembers, countedOn = statedOn } = options;
  const steps = registerSteps(sheet, place, options, formation);
  if (staffHeadcount !== null)
    steps.push({
      name: 'staff',
      command: { type: 'StateStaffHeadcount', data: { organizationId, staffHeadcount, countedOn } },
    });
  if (fullMembers !== undefined && probationaryMembers !== undefined)
    steps.push({
      name: 'members',
      command: { type: 'StatePartyMemberCount', data: { organizationId, fullMembers, probationaryMembers, countedOn } },
    });
  return steps.length === 0 ? [] : [{ key: 'unit', subject: 'UNIT', rows: [], steps }];
}

function registerSteps(
  sheet: TeamRegister,
  { organization, parent }: Place,
  options: TeamsOptions,
  { organizationId, datedOn }: Formation,
): PlannedStep[] {
  if (organization || !parent) return [];
  const [name = ''] = partyOrganizationNames(sheet);
  const { organizationKind: kind, registeredOn = datedOn } = options;
  const data = {
    organizationId,
    kind,
    parentId: parent.organizationId,
    registeredOn,
    name,
    unitName: sheet.header.unitName ?? name,
  };
  return [{ name: 'register', command: { type: 'RegisterPartyOrganization', data } }];
}

function teamRow(team: ParsedTeamRow, index: number, formation: Formation): PlannedRow {
  const { batchId, organizationId, establishedOn, datedOn, title, number, statedOn, firstOrdinal } = formation;
  const { row, teamName, projects, volunteerCount, leaderName } = team;
  const teamId = idOf<TeamId>(batchId, `team/${row}`);
  const established = {
    teamId,
    organizationId,
    establishedOn,
    ordinal: firstOrdinal + index,
    name: teamName,
    mainProjects: projects.join('、'),
    documentTitle: title,
    ...(number === undefined ? {} : { documentNumber: number }),
    documentDatedOn: datedOn,
  };
  // The leader's name only: what is free text may be opened into a read table, a telephone number may not.
  const stated = { teamId, statedOn, statedSize: volunteerCount, statedLeader: leaderName };
  return {
    key: String(row),
    subject: 'TEAM',
    rows: [row],
    steps: [
      { name: 'establish', command: { type: 'EstablishTeam', data: established } },
      { name: 'state', command: { type: 'StateTeamRegister', data: stated } },
    ],
  };
}
