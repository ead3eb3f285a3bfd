import { refusalText } from '#libs/forms/refusals.zh';
import type { RowFault } from '#libs/intake/fault';
import { organizationLabel, type ParsedOrganizationRow } from '#libs/intake/organization-sheet';
import type { OrganizationId } from '#libs/kernel/ids';
import { misplacedKind } from '#libs/organization/organization.decider';
import type { OrganizationKind } from '#libs/reference/organization-kinds';
import { inOrder } from './organizations.order.js';
import {
  alsoInLedger,
  groupedBy,
  placed,
  type Bodies,
  type KnownBody,
  type Placed,
  type Target,
} from './organizations.place.js';
import { faultAt, warningAt } from './plan.js';

/** A row that will be registered, its place known. */
export interface Standing {
  readonly row: ParsedOrganizationRow;
  readonly kind: OrganizationKind;
  readonly organizationId: OrganizationId;
  readonly parentId: OrganizationId;
  readonly lineOfAuthorityId: OrganizationId | undefined;
  /** 0 where nothing of the sheet has to be registered before it. */
  readonly depth: number;
}

interface Asked {
  readonly listed: readonly ParsedOrganizationRow[];
  /** Rows that a fault of their own keeps out already. */
  readonly faulty: ReadonlySet<number>;
  readonly bodies: Bodies;
  readonly idOfRow: (row: number) => OrganizationId;
}

/** What a row came to, for those that hang from it. */
interface Reached {
  readonly organizationId: OrganizationId;
  readonly kind: OrganizationKind;
  readonly depth: number;
}

/** Where each row stands in the tree, and what keeps it out: nothing is put anywhere by guess. */
export function treeOf(asked: Asked): { readonly standing: readonly Standing[]; readonly faults: readonly RowFault[] } {
  const places = placed(asked.listed, asked.bodies);
  const order = inOrder(places.placed);
  const before = [...places.faults, ...order.faults];
  const faulty = new Set([...asked.faulty, ...before.map(({ row }) => row)]);
  const walk = new Walk({ ...asked, faulty }, new Set(order.faults.map(({ row }) => row)));
  for (const one of order.ordered) walk.step(one);
  return { standing: walk.standing, faults: [...before, ...walk.faults] };
}

class Walk {
  readonly standing: Standing[] = [];
  readonly faults: RowFault[] = [];
  private readonly reached = new Map<number, Reached>();
  private readonly registered: ReadonlyMap<string, KnownBody>;
  private readonly byName: ReadonlyMap<string, readonly KnownBody[]>;

  constructor(
    private readonly asked: Asked,
    private readonly inCircles: ReadonlySet<number>,
  ) {
    this.registered = new Map(asked.bodies.below.map((body) => [`${body.parentId} ${body.name}`, body]));
    this.byName = groupedBy(asked.bodies.below, ({ name }) => name);
  }

  step(one: Placed): void {
    const above = this.above(one.parent);
    const department = this.above(one.department);
    const waits = this.waitsInVain(one);
    const { kind } = one.row;
    const misplaced = above && kind ? misplacedFault(one.row, kind, above) : [];
    this.faults.push(...waits, ...misplaced, ...alsoInLedger(one, this.othersOfName(one)));
    if (!above || kind === null || waits.length + misplaced.length > 0 || this.asked.faulty.has(one.row.row)) return;
    const known = this.registered.get(`${above.organizationId} ${one.row.name}`);
    if (known) this.meets(one.row, kind, known);
    else this.stands(one.row, kind, { above, department });
  }

  /** In the ledger already: it is not registered again, and what hangs from the row hangs from there. */
  private meets({ row, name }: ParsedOrganizationRow, kind: OrganizationKind, known: KnownBody): void {
    const column = organizationLabel('name');
    if (known.kind !== kind) {
      const message = `该上级之下已登记“${name}”，类别与本表不同，请核对；类别登记错的不能在这里改。`;
      this.faults.push(faultAt(row, column, 'organization_registered_as_another_kind', message));
      return;
    }
    const message = `该上级之下已登记“${name}”，不再登记；本表中它的下级登记在它之下。`;
    this.faults.push(warningAt(row, column, 'organization_registered_already', message));
    this.reached.set(row, { organizationId: known.organizationId, kind, depth: -1 });
  }

  private stands(
    row: ParsedOrganizationRow,
    kind: OrganizationKind,
    { above, department }: { above: Reached; department: Reached | undefined },
  ): void {
    const organizationId = this.asked.idOfRow(row.row);
    const depth = Math.max(above.depth, department?.depth ?? -1) + 1;
    this.reached.set(row.row, { organizationId, kind, depth });
    const lineOfAuthorityId = department?.organizationId;
    this.standing.push({ row, kind, organizationId, parentId: above.organizationId, lineOfAuthorityId, depth });
  }

  private above(target: Target | undefined): Reached | undefined {
    if (!target) return undefined;
    return 'row' in target ? this.reached.get(target.row.row) : { ...target.body, depth: -1 };
  }

  /** Of the name of the row's parent, but neither that row nor what it meets. */
  private othersOfName({ row, parent }: Placed): readonly KnownBody[] {
    const own = this.above(parent)?.organizationId;
    return (this.byName.get(row.parent) ?? []).filter(({ organizationId }) => organizationId !== own);
  }

  private waitsInVain({ row, parent, department }: Placed): RowFault[] {
    const inVain = (target: Target | undefined, key: 'parent' | 'department'): RowFault[] => {
      if (!target || !('row' in target) || this.reached.has(target.row.row)) return [];
      const message = `“${target.row.name}”（第 ${target.row.row} 行）有错误，不能登记；请先改正那一行。`;
      return [faultAt(row.row, organizationLabel(key), 'row_above_is_faulty', message)];
    };
    return this.inCircles.has(row.row) ? [] : [...inVain(parent, 'parent'), ...inVain(department, 'department')];
  }
}

function misplacedFault({ row }: ParsedOrganizationRow, kind: OrganizationKind, above: Reached): RowFault[] {
  const refusal = misplacedKind(kind, above.kind);
  return refusal ? [faultAt(row, organizationLabel('kind'), refusal.refused, refusalText(refusal))] : [];
}
