import type { EventStore } from '#libs/event-store/port';

/** Lets nothing be appended until the answer is called: whatever is written meanwhile is surely under way, and not done. */
export function holdWrites({ store }: { readonly store: Pick<EventStore, 'append'> }): () => void {
  const append = store.append.bind(store);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  store.append = async (asked) => {
    await held;
    return append(asked);
  };
  return () => {
    store.append = append;
    release();
  };
}
