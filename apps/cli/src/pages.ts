import type { Page, Paging } from '#libs/projection-engine/paging';

/** A megabyte or two, and a list of 100,000 in fifty questions. */
const pageSize = 2_000;

type Ask<Item> = (paging: Required<Pick<Paging, 'page' | 'pageSize' | 'pageSizeMax'>>) => Promise<Page<Item>>;

/** A list page by page, for what is written as it comes: however long it is, one page of it is in memory. */
export async function* pagesOf<Item>(ask: Ask<Item>): AsyncGenerator<readonly Item[]> {
  let seen = 0;
  for (let page = 1; ; page++) {
    const { items, total } = await ask({ page, pageSize, pageSizeMax: pageSize });
    if (items.length > 0) yield items;
    seen += items.length;
    if (items.length === 0 || seen >= total) return;
  }
}

/** All items of a list: a printout has no second page to turn to. */
export async function everyItem<Item>(ask: Ask<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const items of pagesOf(ask)) all.push(...items);
  return all;
}
