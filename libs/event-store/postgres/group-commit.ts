import pg from 'pg';
import {
  AppendOutcomeUnknown,
  StoreFull,
  StoreOverloaded,
  StoreUnavailable,
  type Append,
  type AppendResult,
  type Position,
} from '../port.js';

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly since: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

export interface LaneOptions {
  /** How long one append may take with its retries before its outcome is reported as unknown, milliseconds. */
  readonly deadlineMilliseconds: number;
  readonly waitingMax: number;
}

const batchCommandsMax = 256;
const batchBytesMax = 1_000_000;
const retryPauseMilliseconds = 50;

const expectedCode = (expected: Append['expected']): number =>
  typeof expected === 'number' ? expected : { no_stream: -1, any: -2, stream_exists: -3 }[expected];

interface Row {
  readonly verdict: number;
  readonly revision: string;
  readonly position: string;
}

function resultOf({ verdict, revision, position }: Row): AppendResult {
  const at = Number(revision);
  if (verdict === 0) return { status: 'stored', revision: at, position: position as Position };
  if (verdict === 1) return { status: 'duplicate', revision: at, position: position as Position };
  if (verdict === 3) return { status: 'id_reused' };
  return { status: 'wrong_revision', actual: at < 0 ? 'no_stream' : at };
}

// An array's text quotes each quotation mark of an entry, which is one in ten of its letters: 3 µs an entry to write, and time to
// read again. A canonical entry is one line, so most batches travel as lines; what is no line travels as an array.
const appendLines = {
  name: 'append_batch_lines',
  text: `select * from ledger.append_batch($1, $2, $3, $4, $5, string_to_array($6, E'\\n'))`,
};
const appendArray = { name: 'append_batch', text: 'select * from ledger.append_batch($1, $2, $3, $4, $5, $6)' };

const isLine = (text: string): boolean => text !== '' && !text.includes('\n');

/** An answer of the server after which the transaction is certainly rolled back; EPIPE and its like are no answer. */
const refusedByServer = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && !/^(08|57P|XX|58)/.test(error.code ?? 'XX');

/** Serialization failure and deadlock: rolled back because of others, and worth another try. */
const lostToOthers = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? '');

/**
 * One queue per process: fires at once when idle, and while one batch commits the next one gathers. Every append of a
 * batch gets its own verdict; what the server refuses as a whole is halved until the bad one stands alone.
 */
export class GroupCommitLane {
  private readonly queue: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly options: LaneOptions,
  ) {}

  append(append: Append, bytes: number): Promise<AppendResult> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the store is closing'));
    if (this.queue.length >= this.options.waitingMax)
      return Promise.reject(new StoreOverloaded(`${this.queue.length} appends are waiting`));
    return new Promise((resolve, reject) => {
      this.queue.push({ append, bytes, since: performance.now(), resolve, reject });
      this.running ??= this.drain();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    // Let everything that is ready in this turn of the event loop join the first batch.
    await Promise.resolve();
    while (this.queue.length > 0) await this.send(this.next());
    this.running = undefined;
  }

  private next(): Waiting[] {
    let bytes = 0;
    let count = 0;
    while (count < this.queue.length && count < batchCommandsMax) {
      bytes += this.queue[count]!.bytes;
      if (count > 0 && bytes > batchBytesMax) break;
      count++;
    }
    return this.queue.splice(0, count);
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.call(batch.map(({ append }) => append));
      batch.forEach((waiting, i) => waiting.resolve(resultOf(rows[i]!)));
    } catch (error) {
      await this.failed(batch, error as Error);
    }
  }

  private async failed(batch: readonly Waiting[], error: Error): Promise<void> {
    if (refusedByServer(error) && !lostToOthers(error)) {
      if (batch.length === 1) return batch[0]!.reject(refusalOf(error));
      const middle = Math.ceil(batch.length / 2);
      await this.send(batch.slice(0, middle));
      return this.send(batch.slice(middle));
    }
    // The commit may or may not have happened; the same ids make the repetition safe.
    const last = performance.now() + retryPauseMilliseconds - this.options.deadlineMilliseconds;
    const late = batch.filter(({ since }) => since < last);
    for (const waiting of late) waiting.reject(new AppendOutcomeUnknown(error.message));
    const rest = batch.filter((waiting) => !late.includes(waiting));
    if (rest.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, retryPauseMilliseconds));
    await this.send(rest);
  }

  private async call(appends: readonly Append[]): Promise<Row[]> {
    const entries = appends.flatMap((append) => append.entries);
    const texts = entries.map(({ text }) => text);
    const areLines = texts.every(isLine);
    const client = await this.pool.connect();
    let broken = true;
    try {
      const { rows } = await client.query<Row>({
        ...(areLines ? appendLines : appendArray),
        values: [
          appends.map(({ stream }) => stream),
          appends.map(({ expected }) => expectedCode(expected)),
          appends.map((append) => append.entries.length),
          entries.map(({ id }) => id),
          entries.map(({ type }) => type),
          areLines ? texts.join('\n') : texts,
        ],
      });
      broken = false;
      return rows;
    } catch (error) {
      broken = !refusedByServer(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** 53100 disk full, 53200 out of memory, 53300 too many connections, 57014 statement timeout … : nothing was stored. */
const refusalOf = (error: Error): Error => {
  const code = (error as { code?: string }).code ?? '';
  const Kind = code === '53100' ? StoreFull : StoreUnavailable;
  return new Kind(`PostgreSQL ${code}: ${error.message}`);
};
