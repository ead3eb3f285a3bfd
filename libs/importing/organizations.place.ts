import type { RowFault } from '#libs/intake/fault';
import { organizationLabel, type ParsedOrganizationRow } from '#libs/intake/organization-sheet';
import { rowList } from '#libs/intake/cells';
import type { OrganizationId } from '#libs/kernel/ids';
import type { OrganizationKind } from '#libs/reference/organization-kinds';
import { faultAt, warningAt } from './plan.js';

/** A body of the ledger that has not ended. */
export interface KnownBody {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId: OrganizationId | null;
}

/** What a row names: another row of the sheet, or a body of the ledger. */
export type Target = { readonly row: ParsedOrganizationRow } | { readonly body: KnownBody };

export interface Placed {
  readonly row: ParsedOrganizationRow;
  /** Undefined after a fault. */
  readonly parent: Target | undefined;
  /** Undefined where none is named, and after a fault. */
  readonly department: Target | undefined;
}

export interface Bodies {
  /** The organization the sheet is imported for; above every row that names no other. */
  readonly chosen: KnownBody;
  /** It and everything below it. */
  readonly below: readonly KnownBody[];
  /** Everything the importer sees, for the departments of the other line. */
  readonly seen: readonly KnownBody[];
}

interface Found {
  readonly target: Target | undefined;
  readonly faults: readonly RowFault[];
}

/** Finds what each row names, faulty rows too; the sheet is asked before the ledger. Every fault of every row. */
export function placed(
  rows: readonly ParsedOrganizationRow[],
  bodies: Bodies,
): { readonly placed: readonly Placed[]; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const take = ({ target, faults: own }: Found): Target | undefined => {
    faults.push(...own);
    return target;
  };
  const sheet: Sheet = { byCode: groupedBy(rows, ({ code }) => code), byName: groupedBy(rows, ({ name }) => name) };
  const [below, seen] = [namesOf(bodies.below), namesOf(bodies.seen)];
  const all = rows.map((row): Placed => ({
    row,
    parent:
      row.parent === ''
        ? { body: bodies.chosen }
        : take(named({ row, text: row.parent, column: organizationLabel('parent') }, sheet, below)),
    department:
      row.department === ''
        ? undefined
        : take(named({ row, text: row.department, column: organizationLabel('department') }, sheet, seen)),
  }));
  return { placed: all, faults: [...faults, ...doubled(all)] };
}

interface Naming {
  readonly row: ParsedOrganizationRow;
  readonly text: string;
  readonly column: string;
}

interface Sheet {
  readonly byCode: ReadonlyMap<string, readonly ParsedOrganizationRow[]>;
  readonly byName: ReadonlyMap<string, readonly ParsedOrganizationRow[]>;
}

export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** By name, and by id for whoever copies one from an address. */
const namesOf = (known: readonly KnownBody[]): ReadonlyMap<string, readonly KnownBody[]> =>
  new Map<string, readonly KnownBody[]>([
    ...known.map((body) => [body.organizationId, [body]] as const),
    ...groupedBy(known, ({ name }) => name),
  ]);

function named(naming: Naming, sheet: Sheet, known: ReadonlyMap<string, readonly KnownBody[]>): Found {
  const { row, text } = naming;
  const byCode = sheet.byCode.get(text) ?? [];
  const byName = sheet.byName.get(text) ?? [];
  // A body is not above itself: its own name in the column means another of that name, if there is one.
  const others = byName.filter((one) => one !== row);
  const inSheet = byCode.length > 0 ? byCode : others;
  const inLedger = known.get(text) ?? [];
  if (inSheet.length > 0) return inRows(naming, inSheet);
  if (inLedger.length > 0) return inBodies(naming, inLedger);
  return byName.length > 0 ? { target: { row }, faults: [] } : unknown(naming);
}

const unknown = ({ row: { row }, column, text }: Naming): Found => ({
  target: undefined,
  faults: [
    faultAt(
      row,
      column,
      'organization_unknown',
      `本表中没有“${text}”，所选党组织及其下级中也没有登记；请核对名称或编号，或在表中补上这一行。`,
    ),
  ],
});

function inRows({ row: { row }, column, text }: Naming, found: readonly ParsedOrganizationRow[]): Found {
  const [first] = found;
  // A doubled code is told at the rows that bear it; here it is not guessed at either.
  if (found.length > 1 || !first) {
    const message = `${rowList(found.map((one) => one.row))}都叫“${text}”，无法判断是哪一个；请给它们编不同的编号，并在这里填编号。`;
    return { target: undefined, faults: [faultAt(row, column, 'organization_ambiguous', message)] };
  }
  return { target: { row: first }, faults: [] };
}

function inBodies({ row: { row }, column, text }: Naming, found: readonly KnownBody[]): Found {
  const [body] = found;
  if (found.length > 1 || !body) {
    const message = `台账中有 ${found.length} 个“${text}”，无法判断是哪一个；请在导入时选取要登记在其下的那一个，上级留空。`;
    return { target: undefined, faults: [faultAt(row, column, 'organization_ambiguous', message)] };
  }
  return { target: { body }, faults: [] };
}

const keyOf = (target: Target): string => ('row' in target ? `row ${target.row.row}` : target.body.organizationId);

/** Two of one name below one body. */
function doubled(all: readonly Placed[]): RowFault[] {
  const groups = groupedBy(all, ({ row, parent }) => (parent && row.name !== '' ? `${keyOf(parent)} ${row.name}` : ''));
  return [...groups].flatMap(([key, group]) =>
    key === '' || group.length < 2 ? [] : group.map(({ row }) => twice(row.row, group)),
  );
}

function twice(row: number, group: readonly Placed[]): RowFault {
  const others = rowList(group.map((one) => one.row.row).filter((other) => other !== row));
  const message = `与${others}的名称和上级都相同，请删去重复的行或改成不同的名称。`;
  return faultAt(row, organizationLabel('name'), 'organization_twice', message);
}

/** The sheet was believed although the ledger has a body of that name elsewhere. */
export const alsoInLedger = ({ row, parent }: Placed, othersOfName: readonly KnownBody[]): RowFault[] =>
  parent && 'row' in parent && row.parent === parent.row.name && othersOfName.length > 0
    ? [
        warningAt(
          row.row,
          organizationLabel('parent'),
          'parent_also_registered',
          `台账中另有一个“${row.parent}”，这里按本表第 ${parent.row.row} 行办理，请核对。`,
        ),
      ]
    : [];
