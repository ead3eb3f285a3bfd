import type { EventStore, Page, Position } from '#libs/event-store/port';

/** The log as it was when this position was its end, for reading from end to end; everything else is as it is now. */
export function upTo(store: EventStore, end: Position): EventStore {
  const cut = (page: Page): Page => {
    const entries = page.entries.filter(({ position }) => store.compare(position, end) <= 0);
    const isOver = entries.length < page.entries.length;
    return { entries, last: entries.at(-1)?.position ?? null, end: page.end || isOver };
  };
  return new Proxy(store, {
    get: (of, name) => {
      if (name === 'head') return (): Promise<Position> => Promise.resolve(end);
      if (name === 'readAll')
        return async (after: Position | null, limit: number): Promise<Page> => {
          const page = cut(await of.readAll(after, limit));
          return { ...page, last: page.last ?? after };
        };
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(of) : value;
    },
  });
}
