import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface Filters<Query> {
  /** What the address says; texts, as the API takes them. */
  readonly values: Partial<Query>;
  /** The same with the page, for the query of a list. */
  readonly asked: Partial<Query> & { readonly page: number; readonly pageSize: number };
  /** Goes back to the first page. */
  set(changes: Partial<Readonly<Record<keyof Query, string | undefined>>>): void;
  turnTo(page: number, pageSize: number): void;
}

export const pageSizeDefault = 20;

/**
 * Filters of a list live in the address: back, reload and a link to a colleague show the same list. Only codes, ids and
 * days stand there; what somebody typed about a person never does.
 */
export function useFilters<Query extends object>(names: readonly (keyof Query & string)[]): Filters<Query> {
  const [params, setParams] = useSearchParams();
  const values = useMemo(() => {
    const given = names.map((name) => [name, params.get(name)] as const).filter(([, value]) => value !== null);
    return Object.fromEntries(given) as Partial<Query>;
    // The names are the page's own and do not change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [params]);
  const change = (changes: Readonly<Record<string, string | undefined>>): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  const page = Number(params.get('page') ?? 1);
  const pageSize = Number(params.get('pageSize') ?? pageSizeDefault);
  return {
    values,
    asked: { ...values, page, pageSize },
    set: (changes) => change({ ...(changes as Record<string, string | undefined>), page: undefined }),
    turnTo: (next, size) =>
      change({ page: String(next), pageSize: size === pageSizeDefault ? undefined : String(size) }),
  };
}
