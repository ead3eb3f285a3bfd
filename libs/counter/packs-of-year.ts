import type { OrganizationId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { PolicyPack } from '#libs/policy/policy-pack';
import { addDays } from '#libs/reference/dates';
import type { CounterParts } from './desk.js';
import { loadOrganization } from './organization.desk.js';
import { packInForce } from './policy-in-force.js';
import type { Days } from './team-hours.js';

export interface PackSpan extends Days {
  readonly pack: PolicyPack;
}

/** F-43: the packs in force for an organization in a year, one after the other; most years have one. */
export async function packsOfYear(
  parts: Pick<CounterParts, 'ledger' | 'tree'>,
  organizationId: OrganizationId,
  year: number,
): Promise<readonly PackSpan[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as [LocalDate, LocalDate];
  const changes = new Set<LocalDate>([first]);
  for (const id of await parts.tree.ancestry(organizationId)) {
    const organization = await loadOrganization(parts, id);
    if (organization.status !== 'registered') continue;
    for (const day of organization.packs.keys()) if (yearOf(day) === year) changes.add(day);
  }
  const spans: PackSpan[] = [];
  for (const fromOn of [...changes].sort()) {
    const pack = await packInForce(parts, organizationId, fromOn);
    const before = spans.at(-1);
    if (!pack || before?.pack === pack) continue;
    if (before) spans.splice(-1, 1, { ...before, untilOn: addDays(fromOn, -1) as LocalDate });
    spans.push({ pack, fromOn, untilOn: last });
  }
  return spans;
}
