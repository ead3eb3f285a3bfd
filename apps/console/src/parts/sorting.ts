import type { TableProps } from 'antd';
import type { Filters } from './filters.js';

interface Sorted {
  readonly sort?: string | undefined;
  /** The address has texts, the types of the API say what they mean. */
  readonly descending?: string | boolean | undefined;
}

type Turned<Row> = NonNullable<TableProps<Row>['onChange']>;

function askedBy<Row>(
  sorter: Parameters<Turned<Row>>[2],
  names: Readonly<Record<string, string>>,
): { readonly sort?: string; readonly descending?: 'true' } {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  if (!one?.order) return {};
  const key = String(one.columnKey ?? one.field);
  return { sort: names[key] ?? key, ...(one.order === 'descend' ? { descending: 'true' } : {}) };
}

/** Sorting goes into the address as the API takes it; `names` where a column sorts by something that is called otherwise. */
export const sortingOf =
  <Row>(filters: Filters<Sorted>, names: Readonly<Record<string, string>> = {}): Turned<Row> =>
  (_pages, _filters, sorter) => {
    const { sort, descending } = askedBy<Row>(sorter, names);
    const { values } = filters;
    if (sort !== values.sort || String(descending) !== String(values.descending)) filters.set({ sort, descending });
  };
