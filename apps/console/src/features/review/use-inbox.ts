import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { today } from '../../parts/clock.js';
import type { Kind } from './item.js';
import { merged, type Loaded, type Merged } from './merged.js';
import { sources, type PageOfItems } from './sources.js';

export interface Inbox extends Merged {
  /** All that wait, on the pages shown and behind them. */
  readonly total: number;
  readonly totalOf: (kind: Kind) => number;
  readonly isPending: boolean;
  readonly isLoadingMore: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
}

type Answer = UseQueryResult<PageOfItems>;
type Turned = Readonly<Record<string, number>>;

const pagesOf = (turned: Turned, name: string): number => turned[name] ?? 1;

/** The pages of each source that came, up to the first that did not. */
function loadedOf(turned: Turned, answers: readonly Answer[]): Loaded[] {
  let from = 0;
  return sources.map(({ name, kind }) => {
    const own = answers.slice(from, (from += pagesOf(turned, name)));
    const gap = own.findIndex(({ data }) => data === undefined);
    const pages = (gap < 0 ? own : own.slice(0, gap)).flatMap(({ data }) => data ?? []);
    return { name, kind, pages: pages.map(({ items }) => items), total: own[0]?.data?.total ?? 0 };
  });
}

/**
 * Everything that waits for a decision, the most urgent first. Each source gives 200 at a time; what is shown ends where a
 * source that has more ends, so that nothing more urgent is missing above it. `kind`: of that kind alone.
 */
export function useInbox(kind: Kind | 'all'): Inbox {
  const [turned, setTurned] = useState<Turned>({});
  const answers = useQueries({
    queries: sources.flatMap(({ name, ask }) =>
      Array.from({ length: pagesOf(turned, name) }, (_none, at) => ({
        queryKey: ['inbox', name, at + 1],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask(at + 1, signal),
      })),
    ),
    // Structurally the same answer is the same array, which the sorting below hangs on.
    combine: (all: readonly Answer[]) => ({
      loaded: loadedOf(turned, all),
      isPending: all.some(({ isPending, data }) => isPending && data === undefined),
      error: all.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
  const { loaded, isPending, error } = answers;
  const shown = useMemo(() => merged(loaded, kind, today()), [loaded, kind]);
  const totalOf = (wanted: Kind): number =>
    loaded.filter((one) => one.kind === wanted).reduce((sum, { total }) => sum + total, 0);
  const isTurned = Object.keys(turned).length > 0;
  return {
    ...shown,
    ...{ total: loaded.reduce((sum, one) => sum + one.total, 0), totalOf, error },
    isPending: isPending && !isTurned,
    isLoadingMore: isPending && isTurned,
    loadMore: () =>
      setTurned((before) => ({
        ...before,
        ...Object.fromEntries(shown.behind.map((name) => [name, pagesOf(before, name) + 1])),
      })),
  };
}
