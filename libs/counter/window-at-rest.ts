import type { Position } from '#libs/event-store/port';
import type { CounterParts } from './desk.js';
import { FiguresUnsettled, positionOfNow, readingsMax } from './figures.js';

export interface AtRest<Figures> {
  readonly position: Position;
  readonly figures: Figures;
}

/** What a window says, and the position of the log at which it said it: read again while it moves. Throws FiguresUnsettled. */
export async function windowAtRest<Figures>(
  parts: Pick<CounterParts, 'store' | 'read' | 'waitFor'>,
  window: string,
  read: () => Promise<Figures | undefined>,
): Promise<AtRest<Figures>> {
  await parts.waitFor(await positionOfNow(parts.store));
  for (let reading = 0; reading < readingsMax; reading++) {
    const position = await positionOf(parts, window);
    const figures = await read();
    if (figures !== undefined && position !== undefined && (await positionOf(parts, window)) === position)
      return { position, figures };
  }
  throw new FiguresUnsettled(window);
}

async function positionOf({ read }: Pick<CounterParts, 'read'>, window: string): Promise<Position | undefined> {
  const rows: { position: Position | null }[] = await read.query(
    'select position from read.checkpoint where name = $1',
    [window],
  );
  return rows[0]?.position ?? undefined;
}
