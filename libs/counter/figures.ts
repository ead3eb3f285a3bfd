import type { Receipt } from '#libs/event-store/ledger';
import type { EventStore, Position } from '#libs/event-store/port';
import { leafHash } from '#libs/proof/entry';

/** Figures kept changing under the reading; the command may be repeated. */
export class FiguresUnsettled extends Error {}

export const readingsMax = 20;

export async function positionOfNow(store: Pick<EventStore, 'head'>): Promise<Position> {
  const position = await store.head();
  if (position === null) throw new FiguresUnsettled('the log is empty');
  return position;
}

/** The receipt of a stream's last entry, for an act that found nothing new to say. */
export async function headReceipt(store: Pick<EventStore, 'readStream'>, stream: string): Promise<Receipt> {
  for await (const { revision, position, text } of store.readStream(stream, { direction: 'backwards', limit: 1 }))
    return { stream, revision, position, leafHash: leafHash(text) };
  throw new FiguresUnsettled(`${stream} is empty`);
}
