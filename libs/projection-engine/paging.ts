import type { DataSource } from 'typeorm';

/** Which page of a list, from 1. What lies out of range is brought into it. */
export interface Paging {
  readonly page?: number | undefined;
  /** From 1 to `pageSizeMax`; 50 unless told. */
  readonly pageSize?: number | undefined;
  /** 200 unless told. Only whoever prints a whole list says more: each page counts and sorts the list anew. */
  readonly pageSizeMax?: number | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Items on all pages together. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface Sorting<Name extends string> {
  readonly sort?: Name | undefined;
  readonly descending?: boolean | undefined;
}

/** A `select` whose column names are those of the item, and its bound values. */
export interface Select {
  /** Tables of `with recursive` that the text asks; above everything, so that they are made once and the text stays one to plan. */
  readonly tables?: string;
  readonly text: string;
  /**
   * The rows are found once for page and count. For a select whose finding is the work (groups, comparisons); one whose rows
   * are found by an index is better asked twice, since a count makes no columns.
   */
  readonly once?: true;
  /**
   * For a select whose columns are dear (figures by row): the rows of the page are found in `text`, which has the key and what
   * the list is sorted by, and the columns are made for these alone. Only for orders that `text` has the columns of.
   */
  readonly keys?: { readonly name: string; readonly text: string };
  readonly values: readonly unknown[];
}

export type Reader = Pick<DataSource, 'query'>;

export const pageSizeMax = 200;
const pageSizeDefault = 50;

const between = (least: number, value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;

/**
 * One page of a select and the count of all its rows, from one snapshot. Rows come as JSON: a date stays the plain
 * `YYYY-MM-DD`, which the driver would turn into an instant, and a sum stays a number, which it would turn into a text.
 */
export async function pageOf<Item>(source: Reader, select: Select, order: string, paging: Paging): Promise<Page<Item>> {
  const pageSize = between(1, paging.pageSize ?? pageSizeDefault, paging.pageSizeMax ?? pageSizeMax);
  const page = between(1, paging.page ?? 1, Number.MAX_SAFE_INTEGER / pageSizeMax - 1);
  const n = select.values.length;
  const found = select.once ? 'found' : `(${select.text}) found`;
  const tables = [select.tables, select.once && `found as materialized (${select.text})`];
  const cut = `order by ${order} limit $${n + 1} offset $${n + 2}`;
  const { keys } = select;
  const [counted, shown] = keys
    ? [
        `(${keys.text}) keys`,
        `select * from ${found} where found."${keys.name}" = any(array(select "${keys.name}" from (${keys.text}) keys ${cut})) order by ${order}`,
      ]
    : [found, `select * from ${found} ${cut}`];
  const text = `${ahead(tables)}select (select count(*) from ${counted})::int as total,
    (select coalesce(json_agg(page), '[]') from (${shown}) page) as items`;
  const [row] = await source.query<[{ items: Item[]; total: number }]>(text, [
    ...select.values,
    pageSize,
    (page - 1) * pageSize,
  ]);
  return { ...row, page, pageSize };
}

const ahead = (tables: readonly (string | undefined)[]): string => {
  const given = tables.filter((one) => one !== undefined);
  return given.length === 0 ? '' : `with recursive ${given.join(', ')} `;
};

/** All rows of a select that is short by its nature: twelve months, one record. JSON as in `pageOf`. */
export async function rowsOf<Item>(source: Reader, { tables, text, values }: Select): Promise<Item[]> {
  const all = `${ahead([tables])}select coalesce(json_agg(found), '[]') as items from (${text}) found`;
  const [row] = await source.query<[{ items: Item[] }]>(all, [...values]);
  return row.items;
}

/**
 * `order by` of a list: only names on its list of sorts get into the statement, and the key at the end makes pages
 * that neither repeat nor lose a row. A text sorts `collate "C"`: the order of Chinese is otherwise the server's locale's.
 * Throws RangeError on another name.
 */
export function orderOf<Name extends string>(
  sorts: Readonly<Record<Name, string>>,
  { sort, descending = false }: Sorting<Name>,
  rest: { readonly otherwise: Name; readonly key: string },
): string {
  const name = sort ?? rest.otherwise;
  if (!Object.hasOwn(sorts, name)) throw new RangeError(`no sort by ${name}`);
  return `${sorts[name]} ${descending ? 'desc' : 'asc'} nulls last, ${rest.key}`;
}
