import type { Position } from '#libs/event-store/port';
import type { Follower, FollowerParts } from './follower.js';

export interface RebuildProgress {
  /** Entries folded by this run. */
  readonly entries: number;
  readonly position: Position | null;
  readonly ratePerSecond: number;
  /** Null while nobody can tell. */
  readonly secondsLeft: number | null;
}

export type OnRead = (entries: number, position: Position | null) => Promise<void>;

const headEvery = 1_000;

/** Tells the rate of this run, and from it the time that is left. */
export async function meterOf(
  store: FollowerParts['store'],
  shadow: Follower,
  onProgress: (progress: RebuildProgress) => void,
): Promise<OnRead> {
  const since = performance.now();
  const before = (await shadow.ensure())[0]?.position ?? null;
  let entries = 0;
  let head: Position | null = null;
  let headAsked = -headEvery;
  // A store that does not count says nothing of the time that is left.
  const upTo = (position: Position | null): number => (position === null ? 0 : (store.entriesUpTo(position) ?? 0));
  return async (read, position) => {
    entries += read;
    const ratePerSecond = Math.round(entries / Math.max(0.001, (performance.now() - since) / 1_000));
    const done = upTo(position) - upTo(before);
    if (entries - headAsked >= headEvery) {
      head = await store.head();
      headAsked = entries;
    }
    const left = ratePerSecond > 0 && done > 0 ? upTo(head) - upTo(position) : null;
    onProgress({
      entries,
      position,
      ratePerSecond,
      secondsLeft: left === null ? null : Math.max(0, Math.ceil(left / ratePerSecond)),
    });
  };
}
