import type pg from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { Recorded } from '#libs/event-store/codec';
import type { Position } from '#libs/event-store/port';
import type { AnyEvent } from '#libs/kernel/event';
import type { Addressee } from '#libs/kernel/letter';
import { positionBefore, readBatch, type Batch, type LogParts } from '#libs/projection-engine/batch-reader';
import { CheckpointLost, Checkpoints, type Checkpoint, type Stopped } from '#libs/projection-engine/checkpoint';
import type { Beside } from '#libs/projection-engine/engine';
import type { LeaseParts } from '#libs/projection-engine/lease';
import { LetterBox } from './letter-box.js';
import { LetterDelayed, LetterRefused, type Letter, type Sink } from './sink.js';

export interface OutboxParts extends LogParts {
  readonly pool: pg.Pool;
  /** By event type: whom to write to. */
  readonly rules: Readonly<Record<string, (event: AnyEvent) => Addressee | undefined>>;
  /** Without one, nothing is written down and nothing goes out. */
  readonly sink: Sink | undefined;
  /** Told once when it stops at an entry that cannot be read. */
  readonly onStopped?: (name: string, stopped: Stopped) => void;
  /** A letter that was not delivered, and whether it was given up. */
  readonly onFailed?: (letter: Letter, why: string, givenUp: boolean) => void;
}

/** Its name among checkpoints, and for `zhice resume`. */
export const outboxName = 'letters';

const batchEntries = 1_000;
const lettersAtOnce = 20;
const nothing: ReadonlySet<never> = new Set();

/**
 * Effects outside the database, at least once. What is to be told is written down in the transaction that moves the checkpoint over
 * its event, and goes out afterwards; a letter is taken out of the box when the receiver has it. One process of all does both.
 * It begins at the end of the log it finds: nobody is written to about what was long ago.
 */
export class Outbox implements Beside {
  readonly box: LetterBox;
  readonly lease: LeaseParts;
  private readonly marks = new Checkpoints('outbox');

  constructor(private readonly parts: OutboxParts) {
    this.box = new LetterBox(parts.pool);
    this.lease = { pool: parts.pool, schema: 'outbox', name: outboxName };
  }

  get isWanted(): boolean {
    return this.parts.sink !== undefined;
  }

  /** Its one checkpoint, made at the end of the log where there is none and letters are wanted. Throws ForeignCheckpoint. */
  async checkpoints(): Promise<Checkpoint[]> {
    const { pool, store } = this.parts;
    const all = await this.marks.all(pool);
    if (all.length === 0 && !this.isWanted) return [];
    if (all.length === 0)
      await pool.query(
        `insert into outbox.checkpoint (name, version, position, store_id) values ($1, 1, $2, $3) on conflict do nothing`,
        [outboxName, await store.head(), store.storeId],
      );
    return this.marks.ensure(pool, [{ name: outboxName, version: 1 }], store.storeId);
  }

  /** Writes down what one page of the log calls for, then sends what is due. Answers how much it did. Throws CheckpointLost. */
  async step(epoch: number): Promise<number> {
    const [checkpoint] = await this.checkpoints();
    if (!checkpoint || checkpoint.epoch !== epoch) throw new CheckpointLost();
    const read = checkpoint.stopped === null ? await this.writeDown(checkpoint) : 0;
    return read + (await this.send(epoch));
  }

  async resume(names: readonly string[]): Promise<string[]> {
    if (!names.includes(outboxName)) return [];
    const went = await this.marks.resume(this.parts.pool, [outboxName]);
    return (await this.box.resume()) > 0 ? [outboxName] : went;
  }

  private async writeDown(checkpoint: Checkpoint): Promise<number> {
    const { rules, onStopped } = this.parts;
    const opens = (type: string): ReadonlySet<never> | undefined => (Object.hasOwn(rules, type) ? nothing : undefined);
    const batch = await readBatch(this.parts, checkpoint.position, { limit: batchEntries, opens });
    if (batch.last === null || batch.last === checkpoint.position) return 0;
    const to = await this.reached(batch);
    await this.inTransaction(async (db) => {
      await this.marks.move(db, [checkpoint], to);
      await this.box.put(
        db,
        batch.events.flatMap((recorded) => this.letterOf(recorded) ?? []),
      );
    });
    if (to.stopped) onStopped?.(outboxName, to.stopped);
    return batch.entries;
  }

  private async reached({ last, unreadable }: Batch): Promise<{ position: Position | null; stopped?: Stopped }> {
    if (!unreadable) return { position: last };
    const { position, type, id: eventId } = unreadable.stored;
    const stopped = { position, type, eventId, why: unreadable.error.message };
    return { position: await positionBefore(this.parts.store, position), stopped };
  }

  private letterOf({ event, entry, position }: Recorded): Letter | undefined {
    const to = this.parts.rules[event.type]?.(event);
    if (!to) return undefined;
    const id = uuidv5(`letter/${to.volunteerId}`, entry.id);
    return { id, type: event.type, ...to, eventId: entry.id, position, recordedAt: entry.at };
  }

  private async send(epoch: number): Promise<number> {
    const { sink } = this.parts;
    if (!sink) return 0;
    const due = await this.box.take(outboxName, epoch, lettersAtOnce);
    await Promise.all(due.map((letter) => this.sendOne(sink, letter)));
    return due.length;
  }

  private async sendOne(sink: Sink, letter: Letter): Promise<void> {
    try {
      await sink.deliver(letter);
    } catch (error) {
      const why = reasonOf(error as Error);
      const givenUp = await this.box.failed(letter, why, error instanceof LetterRefused);
      return this.parts.onFailed?.(letter, why, givenUp);
    }
    await this.box.delivered(letter);
  }

  private async inTransaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const client = await this.parts.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
      broken = false;
    } catch (error) {
      await client.query('rollback').then(
        () => (broken = false),
        () => undefined,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** Words of our own, or the code of the system: a message of somebody else's may repeat anything. */
function reasonOf(error: Error): string {
  if (error instanceof LetterRefused || error instanceof LetterDelayed) return error.message;
  const { code } = { ...(error.cause as object | undefined), ...error } as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
