import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { pageSizeMax } from '#libs/projection-engine/paging';
import { formationLines, type FormationLine } from '#projections/formation-summary/formation-summary.query';
import { rosterHead } from '#projections/roster/roster.query';
import { teamRegisterHead } from '#projections/team-register/team-register.query';
import {
  breakCounts,
  trialBalanceOf,
  type BreakCount,
  type TrialBalance,
} from '#projections/year-book/trial-balance.query';
import type { CounterParts } from './desk.js';

/** The number of volunteers on the three annexes of one organization, where they are not the same (Z-F2 to Z-F4). */
export interface AnnexBreak {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly annex2: number;
  readonly annex3: number;
  readonly annex4: number;
}

export interface WholeTrialBalance extends TrialBalance {
  readonly counts: readonly BreakCount[];
  readonly annexes: readonly AnnexBreak[];
  /** Everything that keeps the year from being closed. */
  readonly breaks: number;
}

/** The trial balance of an organization and all below it: the sides, the entries, and the annexes on the year's last day. */
export async function wholeTrialBalance(
  parts: Pick<CounterParts, 'read'>,
  { scope, year }: { readonly scope: readonly OrganizationId[]; readonly year: number },
): Promise<WholeTrialBalance> {
  const [balance, counts, annexes] = [
    await trialBalanceOf(parts.read, { scope, year }),
    await breakCounts(parts.read, { scope, year }),
    await annexBreaks(parts, { scope, year }),
  ];
  const breaks = counts.reduce((sum, one) => sum + one.breaks, 0) + annexes.length;
  return { ...balance, counts, annexes, breaks };
}

async function annexBreaks(
  { read }: Pick<CounterParts, 'read'>,
  { scope, year }: { readonly scope: readonly OrganizationId[]; readonly year: number },
): Promise<readonly AnnexBreak[]> {
  const on = `${year}-12-31` as LocalDate;
  const found: AnnexBreak[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await formationLines(read, { on, scope, page, pageSize: pageSizeMax });
    for (const line of items) found.push(...(await annexBreakOf(read, line, { on, scope })));
    if (items.length === 0 || page * pageSizeMax >= total) return found;
  }
}

async function annexBreakOf(
  read: CounterParts['read'],
  { organizationId, name, volunteerCount: annex4 }: FormationLine,
  asked: { readonly on: LocalDate; readonly scope: readonly OrganizationId[] },
): Promise<readonly AnnexBreak[]> {
  const annex2 = (await rosterHead(read, { organizationId, ...asked }))?.volunteers ?? 0;
  const annex3 = (await teamRegisterHead(read, { organizationId, ...asked }))?.volunteerCount ?? 0;
  return annex2 === annex3 && annex3 === annex4 ? [] : [{ organizationId, name, annex2, annex3, annex4 }];
}
