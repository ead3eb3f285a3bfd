import { accountNames } from '#libs/access/account-names';
import type { House } from '#libs/house/house';
import { isUuid } from '#libs/kernel/ids';
import { namesOf } from '#projections/activity-register/names.query';
import type { HistoryItem } from '#projections/volunteer-history/history';

/** Other people's names are nobody's business here. */
const isOfThing = (field: string): boolean => /(?:organization|team|activity)Id$/i.test(field);

const idsIn = ({ fields, org }: HistoryItem): readonly unknown[] => [
  org,
  ...Object.entries(fields).flatMap(([field, value]) => (isOfThing(field) ? [value] : [])),
];

/**
 * What the organizations, teams, activities and accounts of a history are called today, by their ids: entries hold ids alone.
 * What has no name, such as the product's own account, is left out.
 */
export async function historyNames(
  { read, main }: Pick<House, 'read' | 'main'>,
  items: readonly HistoryItem[],
): Promise<Readonly<Record<string, string>>> {
  const [things, accounts] = await Promise.all([
    namesOf(read, [...new Set(items.flatMap(idsIn).filter(isUuid))]),
    accountNames(
      main.manager,
      items.map(({ by }) => by),
    ),
  ]);
  return Object.fromEntries([...things, ...accounts]);
}
