import type { Placed } from './entry-checks.js';
import type { TilePlace } from './tile.js';

/** An entry with its place in the log, opaque to the audit. */
export interface LogEntry extends Placed {
  readonly position: string;
}

/** The log as its store gives it; every adapter's port fits. */
export interface LogReader {
  readAll(
    after: never,
    limit: number,
  ): Promise<{ readonly entries: readonly LogEntry[]; readonly last: string | null; readonly end: boolean }>;
  readStream(stream: string): AsyncIterable<LogEntry>;
  head(): Promise<string | null>;
  compare(a: never, b: never): number;
}

/** One line of the order of sealing: entry `n` of the tree stands at `position` of the log. */
export interface Sealed {
  readonly n: number;
  readonly position: string;
}

/** What the sealer keeps. Nothing of it is believed: it is compared with what the log itself comes to. */
export interface SealedLog {
  /** Lines from `n` on, in their order. */
  order(n: number, limit: number): Promise<readonly Sealed[]>;
  /** Last position the sealer looked at. */
  readTo(): Promise<string | null>;
  /** By `tilePath`. */
  tiles(places: readonly TilePlace[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Every signed head, smallest first. */
  checkpoints(): Promise<readonly { readonly size: number; readonly note: string }[]>;
}

export interface AuditSource {
  /** Name of the log, as the auditor knows it. */
  readonly log: string;
  readonly store: LogReader;
  readonly sealed: SealedLog;
}
