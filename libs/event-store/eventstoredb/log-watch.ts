import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '../port.js';
import type { Connection } from './connection.js';
import { comparePositions, positionOf } from './positions.js';
import { pauseAfter, unavailable } from './reading.js';
import { subscriptionRequest } from './requests.js';

export interface WatchParts {
  readonly connection: Connection;
  readonly prefix: string;
  readonly onNew: () => void;
  /** How long a subscription may take to be confirmed, milliseconds. */
  readonly deadlineMilliseconds: number;
}

/**
 * A subscription to the log's streams which begins anew, behind the last thing it was told of, whenever it ends: at once,
 * then ever more slowly up to a second. The server's checkpoints say how far it looked without finding anything.
 */
export class LogWatch {
  private start: Position | undefined;
  private lastEntry: Position | undefined;
  private checkpoint: Position | undefined;
  private call: { cancel(): void } | undefined;
  private closed = false;
  private failures = 0;

  constructor(private readonly parts: WatchParts) {}

  /** `after`: what is known already, null for an empty log. Throws StoreUnavailable when the first subscription fails; later ones are tried on. */
  async begin(after: Position | null): Promise<void> {
    this.start = after ?? undefined;
    await this.subscribe().catch((error: unknown) => {
      this.closed = true;
      throw unavailable(error as Error);
    });
  }

  /** How far the log was looked through behind `position`, at least so far, with nothing found in between. */
  scannedBehind(position: Position | null): Position | null {
    const { start, lastEntry, checkpoint } = this;
    if (!checkpoint || position === null || !start) return position;
    const known = comparePositions(start, position) <= 0 && (!lastEntry || comparePositions(lastEntry, position) <= 0);
    return known && comparePositions(checkpoint, position) > 0 ? checkpoint : position;
  }

  close(): void {
    this.closed = true;
    this.call?.cancel();
  }

  private async subscribe(): Promise<void> {
    const { connection, prefix, deadlineMilliseconds } = this.parts;
    const client = await connection.client();
    if (this.closed) return;
    const from = this.furthest() ?? 'start';
    const call = client.read(subscriptionRequest(prefix, from), ...connection.arguments(Infinity, false));
    this.call = call;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => call.cancel(), deadlineMilliseconds);
      let confirmed = false;
      call.on('data', (answer: ReadResp) => {
        if (answer.hasConfirmation()) {
          clearTimeout(timer);
          confirmed = true;
          this.failures = 0;
          resolve();
        }
        this.take(answer);
      });
      let ended = false;
      const over = (error: Error): void => {
        clearTimeout(timer);
        if (ended) return;
        ended = true;
        void connection.failed(client, error).then((fault) => (confirmed ? this.again() : reject(fault)));
      };
      call.on('error', over);
      call.on('end', () => over(new Error('the subscription ended')));
    });
  }

  private furthest(): Position | undefined {
    const { start, lastEntry, checkpoint } = this;
    return [start, lastEntry, checkpoint].reduce((a, b) => (a && (!b || comparePositions(a, b) >= 0) ? a : b));
  }

  private take(answer: ReadResp): void {
    const event = answer.getEvent()?.getEvent();
    if (event) {
      this.lastEntry = positionOf({ commit: event.getCommitPosition(), prepare: event.getPreparePosition() });
      this.start ??= this.lastEntry;
      this.parts.onNew();
    }
    const checkpoint = answer.getCheckpoint();
    if (checkpoint) {
      const place = { commit: checkpoint.getCommitPosition(), prepare: checkpoint.getPreparePosition() };
      this.checkpoint = positionOf(place);
    }
  }

  private again(): void {
    if (this.closed) return;
    this.failures++;
    setTimeout(() => void this.subscribe().catch(() => this.again()), pauseAfter(this.failures)).unref();
  }
}
