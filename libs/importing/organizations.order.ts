import { rowList } from '#libs/intake/cells';
import type { RowFault } from '#libs/intake/fault';
import { organizationLabel } from '#libs/intake/organization-sheet';
import type { Placed } from './organizations.place.js';
import { faultAt } from './plan.js';

/** Rows of the sheet that a row waits for: its parent's, its department's. */
export const waitsFor = ({ parent, department }: Placed): readonly number[] =>
  [parent, department].flatMap((target) => (target && 'row' in target ? [target.row.row] : []));

/** Every row after those it waits for; rows that stand on a circle, or wait for one that does, come last. */
export function inOrder(all: readonly Placed[]): {
  readonly ordered: readonly Placed[];
  readonly faults: readonly RowFault[];
} {
  const done = new Set<number>();
  const ordered: Placed[] = [];
  let waiting = all;
  for (let isMoving = true; isMoving;) {
    const ready = waiting.filter((one) => waitsFor(one).every((row) => done.has(row)));
    for (const one of ready) done.add(one.row.row);
    ordered.push(...ready);
    waiting = waiting.filter(({ row }) => !done.has(row.row));
    isMoving = ready.length > 0;
  }
  return { ordered: [...ordered, ...waiting], faults: waiting.flatMap((one) => circleFault(one, waiting)) };
}

function circleFault(one: Placed, stuck: readonly Placed[]): RowFault[] {
  const circle = circleFrom(one.row.row, new Map(stuck.map((each) => [each.row.row, waitsFor(each)])));
  if (!circle) return [];
  const message =
    circle.length === 1
      ? '上级党组织或归口管理部门填的是它自己，请改正。'
      : `${rowList(circle.toSorted((a, b) => a - b))}互为上级，绕成了一圈，请改正其中一行的上级。`;
  return [faultAt(one.row.row, organizationLabel('parent'), 'organizations_in_a_circle', message)];
}

/** The rows of a circle through this one, by the shortest way; undefined where there is none. */
function circleFrom(start: number, waits: ReadonlyMap<number, readonly number[]>): readonly number[] | undefined {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (let row = queue.shift(); row !== undefined; row = queue.shift())
    for (const next of waits.get(row) ?? []) {
      if (next === start) return pathTo(row, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, row);
      queue.push(next);
    }
  return undefined;
}

function pathTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const path = [end];
  for (let row = end; row !== start;) {
    row = cameFrom.get(row) ?? start;
    path.push(row);
  }
  return path;
}
