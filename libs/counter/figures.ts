import type { EventStore, Position } from '#libs/event-store/port';

/** Figures kept changing under the reading; the command may be repeated. */
export class FiguresUnsettled extends Error {}

export const readingsMax = 20;

export async function positionOfNow(store: Pick<EventStore, 'head'>): Promise<Position> {
  const position = await store.head();
  if (position === null) throw new FiguresUnsettled('the log is empty');
  return position;
}
