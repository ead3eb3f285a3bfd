import type { Checkpoint, Stopped } from './checkpoint.js';

/** The rebuild met an event that a fold cannot take; nothing was changed. */
export class RebuildStopped extends Error {
  constructor(name: string, { type, position, eventId, why }: Stopped) {
    super(`${name}: ${type} at ${position}, event ${eventId ?? 'unknown'}: ${why}`);
  }
}

export function throwIfStopped(checkpoints: readonly Checkpoint[]): void {
  for (const { name, stopped } of checkpoints) if (stopped) throw new RebuildStopped(name, stopped);
}
