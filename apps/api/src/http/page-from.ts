import { pageSizeMax, type Page, type Paging } from '#libs/projection-engine/paging';

/** One page of a list that the log answered and no table holds; the parameters were checked at the door. */
export function pageFrom<Item>(items: readonly Item[], { page = 1, pageSize = 50 }: Paging): Page<Item> {
  const size = Math.min(pageSize, pageSizeMax);
  return { items: items.slice((page - 1) * size, page * size), total: items.length, page, pageSize: size };
}
