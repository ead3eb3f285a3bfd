import type { House } from '#libs/house/house';

const windowsMillisecondsMax = 60_000;

/** Waits until windows and reactions stand at the end of the log; false when they have not in a minute. */
export async function settled({ store, engine }: Pick<House, 'store' | 'engine'>): Promise<boolean> {
  for (let head = await store.head(); head !== null;) {
    if (!(await engine.waitFor(head, windowsMillisecondsMax))) return false;
    // Reactions write new entries.
    const now = await store.head();
    if (now === head) return true;
    head = now;
  }
  return true;
}
