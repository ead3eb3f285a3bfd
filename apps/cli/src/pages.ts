import type { Page, Paging } from '#libs/projection-engine/paging';

const pageSize = 200;

/** All items of a list, page by page: a printout has no second page to turn to. */
export async function everyItem<Item>(
  ask: (paging: Required<Pick<Paging, 'page' | 'pageSize'>>) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const found = await ask({ page, pageSize });
    items.push(...found.items);
    if (found.items.length === 0 || items.length >= found.total) return items;
  }
}
