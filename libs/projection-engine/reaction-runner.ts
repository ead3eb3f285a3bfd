import type pg from 'pg';
import { v5 as uuidv5 } from 'uuid';
import { InvalidEvent, UnknownEvent, type Recorded } from '#libs/event-store/codec';
import { ChainBroken, CommandIdReused, Refused, type Context } from '#libs/event-store/ledger';
import { EntryTooLarge, InvalidAppend } from '#libs/event-store/port';
import type { Message } from '#libs/kernel/decider';
import type { AnyEvent } from '#libs/kernel/event';
import type { AccountId, BatchId, CommandId, OrganizationId } from '#libs/kernel/ids';
import type { Reaction } from '#libs/kernel/reaction';
import { SubjectFenced } from '#libs/privacy/key-ring';
import { positionBefore, readBatch, type Batch, type LogParts } from './batch-reader.js';
import { CheckpointLost, Checkpoints, type Checkpoint, type Stopped } from './checkpoint.js';
import { messageOf } from './fold.js';

// Reactions of every slice run alike; each was typed where it was written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyReaction = Reaction<any, any>;

export interface ReactionParts extends LogParts {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly reactions: readonly AnyReaction[];
  readonly submit: (command: Message<string, unknown>, context: Context) => Promise<unknown>;
  /** A command that a rule refused: told, not repeated for ever. */
  readonly onRefused: (reaction: string, recorded: Recorded, refusal: string) => Promise<void>;
  /** Told once when a reaction stops, beside its checkpoint. */
  readonly onStopped?: (name: string, stopped: Stopped) => void;
  /** What will be tried again: a store that is down, an outcome nobody knows, a conflict that lasts. */
  readonly onDelayed?: (reaction: string, error: Error) => void;
}

const batchEntries = 500;
const delayMillisecondsMin = 250;
const delayMillisecondsMax = 30_000;

const nameOf = (reaction: AnyReaction): string => `reaction:${reaction.name}`;

// It would be the same the next time, and in an hour. Everything else, a connection above all, may get better.
const lasting: readonly (new (...args: never[]) => Error)[] = [
  ...[TypeError, RangeError, SyntaxError, ReferenceError],
  ...[InvalidEvent, UnknownEvent, InvalidAppend, EntryTooLarge, CommandIdReused, ChainBroken],
];

interface Delay {
  readonly failures: number;
  readonly until: number;
}

/**
 * Event → commands, at least once. The command id is derived from the event's, so that a repetition after a crash finds
 * its own receipt; the command is in the name of the one who caused the event. What may get better is tried again, later
 * and later; what cannot stops the reaction at its event.
 */
export class ReactionRunner {
  readonly checkpoints: Checkpoints;
  private readonly delays = new Map<string, Delay>();

  constructor(private readonly parts: ReactionParts) {
    this.checkpoints = new Checkpoints(parts.schema);
  }

  ensure(): Promise<Checkpoint[]> {
    return this.checkpoints.ensure(
      this.parts.pool,
      this.parts.reactions.map((reaction) => ({ name: nameOf(reaction), version: 1 })),
      this.parts.store.storeId,
    );
  }

  /**
   * One batch for each reaction that is not waiting to try again. Answers how many entries were read. With `epoch`, that of
   * one's lease, throws CheckpointLost when the checkpoints are another's.
   */
  async step({ epoch }: { readonly epoch?: number } = {}): Promise<number> {
    const running = (await this.ensure()).filter(({ stopped }) => stopped === null);
    if (epoch !== undefined && running.some((one) => one.epoch !== epoch)) throw new CheckpointLost();
    const read = await Promise.all(
      running.map((checkpoint) => {
        const reaction = this.parts.reactions.find((one) => nameOf(one) === checkpoint.name);
        return reaction && !this.isWaiting(checkpoint.name) ? this.follow(reaction, checkpoint) : Promise.resolve(0);
      }),
    );
    return read.reduce((sum, entries) => sum + entries, 0);
  }

  private isWaiting(name: string): boolean {
    return performance.now() < (this.delays.get(name)?.until ?? 0);
  }

  private async follow(reaction: AnyReaction, checkpoint: Checkpoint): Promise<number> {
    const opens = (type: string): ReadonlySet<never> | undefined =>
      Object.hasOwn(reaction.on, type) ? new Set() : undefined;
    const batch = await readBatch(this.parts, checkpoint.position, { limit: batchEntries, opens });
    if (batch.last === null || batch.last === checkpoint.position) return 0;
    const done = await Promise.allSettled(batch.events.map((recorded) => this.react(reaction, recorded)));
    for (const [i, one] of done.entries())
      if (one.status === 'rejected') return this.failed(checkpoint, batch.events[i]!, one.reason);
    this.delays.delete(checkpoint.name);
    await this.checkpoints.move(this.parts.pool, [checkpoint], await this.reached(batch));
    this.tellStopped(checkpoint.name, stoppedAt(batch));
    return batch.entries;
  }

  private async reached(batch: Batch): Promise<{ position: Checkpoint['position']; stopped?: Stopped }> {
    const stopped = stoppedAt(batch);
    if (!stopped || !batch.unreadable) return { position: batch.last };
    return { position: await positionBefore(this.parts.store, batch.unreadable.stored.position), stopped };
  }

  /** The whole batch is repeated, or stopped before the event that failed; what was done finds its receipt. */
  private async failed(checkpoint: Checkpoint, { position, event, entry }: Recorded, error: unknown): Promise<number> {
    if (!lasting.some((kind) => error instanceof kind)) {
      this.delay(checkpoint.name, error instanceof Error ? error : new Error(String(error)));
      return 0;
    }
    const stopped = { position, type: event.type, eventId: entry.id, why: messageOf(error) };
    const to = { position: await positionBefore(this.parts.store, position), stopped };
    await this.checkpoints.move(this.parts.pool, [checkpoint], to);
    this.tellStopped(checkpoint.name, stopped);
    return 1;
  }

  private delay(name: string, error: Error): void {
    const failures = (this.delays.get(name)?.failures ?? 0) + 1;
    const milliseconds = Math.min(delayMillisecondsMax, delayMillisecondsMin * 2 ** Math.min(failures - 1, 10));
    this.delays.set(name, { failures, until: performance.now() + milliseconds });
    this.parts.onDelayed?.(name, error);
  }

  private tellStopped(name: string, stopped: Stopped | undefined): void {
    if (stopped) this.parts.onStopped?.(name, stopped);
  }

  private async react(reaction: AnyReaction, recorded: Recorded): Promise<void> {
    const { event, entry } = recorded;
    const handler = (
      reaction.on as Record<string, ((event: AnyEvent) => readonly Message<string, unknown>[]) | undefined>
    )[event.type];
    if (!handler) return;
    const batch = event.data['batch'] as BatchId | undefined;
    for (const [i, command] of handler(event).entries()) {
      const commandId = reactionCommandId(entry.id, reaction.name, i);
      const context: Context = {
        commandId,
        by: entry.by as AccountId,
        org: entry.org as OrganizationId,
        ...(batch ? { batch } : {}),
      };
      try {
        await this.parts.submit(command, context);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === undefined) throw error;
        await this.parts.onRefused(reaction.name, recorded, refusal);
      }
    }
  }
}

/** Nothing more can be written about somebody who was erased: told like a refusal, or it would stop everybody's. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof SubjectFenced) return 'subject_is_erased';
  return error instanceof Refused ? error.refusal.refused : undefined;
}

const stoppedAt = ({ unreadable }: Batch): Stopped | undefined =>
  unreadable && {
    position: unreadable.stored.position,
    type: unreadable.stored.type,
    eventId: unreadable.stored.id,
    why: unreadable.error.message,
  };

/** Derived, never random: an import that acts ahead of the reaction uses the same id and nothing is doubled. */
export const reactionCommandId = (eventId: string, reaction: string, index: number): CommandId =>
  uuidv5(`${reaction}/${index}`, eventId) as CommandId;
