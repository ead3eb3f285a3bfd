import { exportsOfPeople, meansWithMinutes } from '#libs/access/disclosures';
import type { House } from '#libs/house/house';
import type { OrganizationId } from '#libs/kernel/ids';
import type { Page, Paging } from '#libs/projection-engine/paging';
import { papersResting, peopleOfFindings, type RestingPaper } from '#projections/year-book/papers.query';

export interface RestingPapersAsked extends Paging {
  readonly year: number;
  readonly scope: readonly OrganizationId[];
  /** Only those whose recipients were told, or were not. */
  readonly told?: boolean | undefined;
}

/**
 * F-25: what left the house, or was confirmed, resting on an entry of the year that was adjusted after the close or found to be
 * a false claim. Exports stand in the register beside the log, results in the window of the year's book.
 */
export async function restingPapers(
  house: Pick<House, 'read' | 'main' | 'tree'>,
  asked: RestingPapersAsked,
): Promise<Page<RestingPaper>> {
  const { scope } = asked;
  const { volunteerIds, homes } = await peopleOfFindings(house.read, asked);
  const exports = await exportsOfPeople(house.main.manager, { volunteerIds, scope, means: meansWithMinutes });
  const ancestries: Record<string, readonly OrganizationId[]> = {};
  for (const home of homes) ancestries[home] = await house.tree.ancestry(home);
  return papersResting(house.read, { ...asked, exports, ancestries });
}
