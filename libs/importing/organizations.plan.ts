import type { RowFault, SheetReading } from '#libs/intake/fault';
import {
  organizationLabel,
  type OrganizationHeading,
  type ParsedOrganizationRow,
} from '#libs/intake/organization-sheet';
import type { BatchId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Bodies } from './organizations.place.js';
import { treeOf, type Standing } from './organizations.tree.js';
import { faultAt, idOf, type Plan, type PlannedRow, type PlannedStep } from './plan.js';

export interface OrganizationsOptions {
  /** For rows that state no day of their own. */
  readonly registeredOn?: LocalDate | undefined;
  /** Of the headcounts; each row's day of registration unless told. */
  readonly countedOn?: LocalDate | undefined;
}

export type OrganizationSheet = SheetReading<OrganizationHeading, ParsedOrganizationRow>;

interface Known {
  /** Undefined where the importer does not see the organization asked for, or it has ended. */
  readonly bodies: Bodies | undefined;
  readonly today: LocalDate;
}

const idOfRow = (batchId: BatchId, row: number): OrganizationId => idOf(batchId, `organization/${row}`);

/** The tree of a district or a unit: superiors are registered before what stands below them, in whatever order the rows stand. */
export function planOrganizations(
  sheet: OrganizationSheet,
  { bodies, today }: Known,
  options: OrganizationsOptions,
  batchId: BatchId,
): Plan {
  const nothing = { stages: [], faults: [], remarks: [], declarations: [] };
  if (!bodies)
    return { ...nothing, obstacles: ['没有找到该党组织，或者它已经合并、拆分，或者不在当前账号的查看范围内。'] };
  const { listed } = sheet.header;
  const unread = new Set(sheet.faults.filter(({ code }) => code === 'day_unread').map(({ row }) => row));
  const days = listed.filter(({ row }) => !unread.has(row)).flatMap((row) => dayFaults(row, options, today));
  const good = new Set(sheet.rows.map(({ row }) => row));
  const faulty = new Set([
    ...listed.map(({ row }) => row).filter((row) => !good.has(row)),
    ...days.map(({ row }) => row),
  ]);
  const tree = treeOf({
    listed,
    faulty,
    bodies: withoutOwn(bodies, batchId, listed),
    idOfRow: (row) => idOfRow(batchId, row),
  });
  const { countedOn } = options;
  return {
    stages: stagesOf(tree.standing, options),
    faults: [...days, ...tree.faults],
    obstacles:
      countedOn !== undefined && countedOn > today
        ? [`人数的统计日期 ${countedOn} 晚于今天，请核对 --counted-on。`]
        : [],
    remarks: [`没有填上级的，登记在“${bodies.chosen.name}”之下。`],
    declarations: [],
  };
}

/** What this very import has registered is registered again, which meets its receipts. */
function withoutOwn(bodies: Bodies, batchId: BatchId, listed: readonly ParsedOrganizationRow[]): Bodies {
  const own = new Set(listed.map(({ row }) => idOfRow(batchId, row)));
  const others = ({ organizationId }: { readonly organizationId: OrganizationId }): boolean => !own.has(organizationId);
  return { ...bodies, below: bodies.below.filter(others), seen: bodies.seen.filter(others) };
}

function dayFaults(row: ParsedOrganizationRow, { registeredOn }: OrganizationsOptions, today: LocalDate): RowFault[] {
  const day = row.registeredOn ?? registeredOn;
  const column = organizationLabel('registeredOn');
  if (day === undefined)
    return [faultAt(row.row, column, 'day_missing', '登记日期没有填写，请补填，或用 --registered-on 为整张表写明。')];
  if (day > today) return [faultAt(row.row, column, 'day_must_not_lie_ahead', `登记日期 ${day} 晚于今天，请核对。`)];
  return [];
}

function stagesOf(standing: readonly Standing[], options: OrganizationsOptions): readonly (readonly PlannedRow[])[] {
  const stages: PlannedRow[][] = [];
  for (const one of standing) (stages[one.depth] ??= []).push(plannedRow(one, options));
  return stages;
}

function plannedRow(standing: Standing, options: OrganizationsOptions): PlannedRow {
  const { row, kind, organizationId, parentId, lineOfAuthorityId } = standing;
  const registeredOn = (row.registeredOn ?? options.registeredOn ?? '') as LocalDate;
  const data = {
    ...{ organizationId, kind, parentId, registeredOn, name: row.name, unitName: row.unitName },
    ...(lineOfAuthorityId === undefined ? {} : { lineOfAuthorityId }),
    ...(row.unifiedCreditCode === '' ? {} : { unifiedCreditCode: row.unifiedCreditCode }),
  };
  return {
    key: String(row.row),
    subject: 'ORGANIZATION',
    rows: [row.row],
    steps: [
      { name: 'register', command: { type: 'RegisterPartyOrganization', data } },
      ...countSteps(standing, options.countedOn ?? registeredOn),
    ],
  };
}

function countSteps({ organizationId, row }: Standing, countedOn: LocalDate): PlannedStep[] {
  const { staffHeadcount, fullMembers, probationaryMembers } = row;
  const steps: PlannedStep[] = [];
  if (staffHeadcount !== null)
    steps.push({
      name: 'staff',
      command: { type: 'StateStaffHeadcount', data: { organizationId, staffHeadcount, countedOn } },
    });
  if (fullMembers !== null && probationaryMembers !== null)
    steps.push({
      name: 'members',
      command: { type: 'StatePartyMemberCount', data: { organizationId, fullMembers, probationaryMembers, countedOn } },
    });
  return steps;
}
