import { byUrgency, type Item, type Kind } from './item.js';

/** What of one source came so far. */
export interface Loaded {
  readonly name: string;
  readonly kind: Kind;
  /** In the order of the inbox. */
  readonly pages: readonly (readonly Item[])[];
  readonly total: number;
}

export interface Merged {
  /** The most urgent first; complete as far as it goes. */
  readonly items: readonly Item[];
  /** The sources at whose last line it ends: their next pages come next. None when everything is there. */
  readonly behind: readonly string[];
}

interface Rest {
  readonly name: string;
  readonly last: Item | undefined;
}

/** The sources that have more, each with the last line it gave; nothing it still has is more urgent than that. */
const rests = (loaded: readonly Loaded[]): Rest[] =>
  loaded.flatMap(({ name, pages, total }) =>
    pages.reduce((sum, page) => sum + page.length, 0) < total ? [{ name, last: pages.at(-1)?.at(-1) }] : [],
  );

/**
 * One list of several sorted ones of which only the beginnings are there. It ends at the most urgent of the last lines of those
 * that have more. A line that stands in two pages, since something before it was decided in between, is shown once.
 */
export function merged(loaded: readonly Loaded[], kind: Kind | 'all', day: string): Merged {
  const wanted = loaded.filter((one) => kind === 'all' || one.kind === kind);
  const compare = byUrgency(day);
  const once = new Map(wanted.flatMap(({ pages }) => pages.flat()).map((item) => [`${item.kind} ${item.key}`, item]));
  const all = [...once.values()].sort(compare);
  const open = rests(wanted);
  const ends = open.flatMap(({ last }) => last ?? []).sort(compare);
  const [end] = ends;
  if (!end) return { items: all, behind: open.map(({ name }) => name) };
  return {
    items: all.filter((item) => compare(item, end) <= 0),
    behind: open.filter(({ last }) => !last || compare(last, end) <= 0).map(({ name }) => name),
  };
}
