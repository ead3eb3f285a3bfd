import type pg from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { Recorded } from '#libs/event-store/codec';
import { Refused, type Context } from '#libs/event-store/ledger';
import type { Message } from '#libs/kernel/decider';
import type { AnyEvent } from '#libs/kernel/event';
import type { AccountId, BatchId, CommandId, OrganizationId } from '#libs/kernel/ids';
import type { Reaction } from '#libs/kernel/reaction';
import { readBatch, type LogParts } from './batch-reader.js';
import { Checkpoints, type Checkpoint } from './checkpoint.js';

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
}

const batchEntries = 500;

const nameOf = (reaction: AnyReaction): string => `reaction:${reaction.name}`;

/**
 * Event → commands, at least once. The command id is derived from the event's, so that a repetition after a crash finds
 * its own receipt; the command is in the name of the one who caused the event.
 */
export class ReactionRunner {
  private readonly checkpoints: Checkpoints;

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

  /** One batch for each reaction. Answers whether anything was read. */
  async step(): Promise<number> {
    let read = 0;
    for (const checkpoint of await this.ensure()) {
      const reaction = this.parts.reactions.find((one) => nameOf(one) === checkpoint.name);
      if (reaction) read += await this.follow(reaction, checkpoint);
    }
    return read;
  }

  private async follow(reaction: AnyReaction, checkpoint: Checkpoint): Promise<number> {
    const types = (type: string): boolean => Object.hasOwn(reaction.on, type);
    const batch = await readBatch(this.parts, checkpoint.position, { limit: batchEntries, types, opens: new Set() });
    if (batch.last === null || batch.last === checkpoint.position) return 0;
    await Promise.all(batch.events.map((recorded) => this.react(reaction, recorded)));
    await this.checkpoints.move(this.parts.pool, [checkpoint], batch.last);
    return batchEntries;
  }

  private async react(reaction: AnyReaction, recorded: Recorded): Promise<void> {
    const { event, entry } = recorded;
    const handler = (reaction.on as Record<string, ((event: AnyEvent) => readonly Message<string, unknown>[]) | undefined>)[event.type];
    if (!handler) return;
    const batch = event.data['batch'] as BatchId | undefined;
    for (const [i, command] of handler(event).entries()) {
      const commandId = reactionCommandId(entry.id, reaction.name, i);
      const context: Context = { commandId, by: entry.by as AccountId, org: entry.org as OrganizationId, ...(batch ? { batch } : {}) };
      try {
        await this.parts.submit(command, context);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        await this.parts.onRefused(reaction.name, recorded, error.refusal.refused);
      }
    }
  }
}

/** Derived, never random: an import that acts ahead of the reaction uses the same id and nothing is doubled. */
export const reactionCommandId = (eventId: string, reaction: string, index: number): CommandId => uuidv5(`${reaction}/${index}`, eventId) as CommandId;
