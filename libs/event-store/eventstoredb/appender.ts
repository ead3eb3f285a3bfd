import { AppendOutcomeUnknown, StreamDestroyed, type Append, type AppendResult, type Position } from '../port.js';
import type { ExactAppend } from './requests.js';
import { comparePositions } from './positions.js';
import { pause, pauseAfter } from './reading.js';
import { refusalOf, refusedBy } from './refusals.js';
import { KnownIds, verdictOf, type KnownId, type Lookup } from './known-ids.js';
import type { Said, Sender } from './sending.js';

export interface AppenderParts {
  readonly sender: Sender;
  readonly prefix: string;
  readonly lookup: Lookup;
  /** How long one append may take with its repetitions before its outcome is reported as unknown, milliseconds. */
  readonly deadlineMilliseconds: number;
  /** How long one answer is waited for before it is asked again, milliseconds. */
  readonly answerMilliseconds: number;
}

type Answered = Extract<Said, { kind: 'stored' | 'wrong' }> & {
  readonly tries: number;
  /** The furthest position known before the first try. */
  readonly before: Position | null;
};

const headOf = (revision: number): number | 'no_stream' => (revision < 0 ? 'no_stream' : revision);
const revisionOf = (head: number | 'no_stream'): number => (head === 'no_stream' ? -1 : head);

/**
 * Appends with an exact revision always, so that a repetition with the same ids is recognised by the server: a try whose
 * outcome nobody knows is made again as it was, until the deadline. Called for one append of a stream at a time.
 */
export class Appender {
  private readonly ids = new KnownIds();
  private furthest: Position | null = null;

  constructor(private readonly parts: AppenderParts) {}

  /** Told of positions that were read: an answer that stands before them is that of a repetition. */
  seen(position: Position | null): void {
    if (position !== null && (this.furthest === null || comparePositions(position, this.furthest) > 0))
      this.furthest = position;
  }

  async append(append: Append): Promise<AppendResult> {
    const { stream, expected, entries } = append;
    const repeated = await this.repeated(stream, await this.known(append));
    if (repeated) return repeated;
    if (expected === 'any' || expected === 'stream_exists') return this.appendAtEnd(append);
    return this.appendExactly({ stream, expected: revisionOf(expected), entries });
  }

  /** At the head as read; at the new one when somebody was faster. */
  private async appendAtEnd({ stream, expected, entries }: Append): Promise<AppendResult> {
    let head = revisionOf(await this.parts.lookup.headOf(stream));
    for (;;) {
      if (expected === 'stream_exists' && head < 0) return { status: 'wrong_revision', actual: 'no_stream' };
      const result = await this.appendExactly({ stream, expected: head, entries });
      if (result.status !== 'wrong_revision') return result;
      const actual = revisionOf(result.actual);
      // The head did not move: a part of the ids is there already.
      if (actual === head) return result;
      head = actual;
    }
  }

  private async appendExactly(exact: ExactAppend): Promise<AppendResult> {
    const answered = await this.sendExact(exact);
    if (answered.kind === 'stored') return this.stored(exact, answered);
    const known = await this.parts.lookup.inStream(exact.stream, exact.entries);
    return (await this.repeated(exact.stream, known)) ?? { status: 'wrong_revision', actual: headOf(answered.actual) };
  }

  private async stored(
    { stream, expected, entries }: ExactAppend,
    { revision, position: said, tries, before }: Extract<Answered, { kind: 'stored' }>,
  ): Promise<AppendResult> {
    // A stream deleted in the database goes on at its old revisions: what was written does not follow what was read.
    if (revision !== expected + entries.length) throw new StreamDestroyed(stream, `goes on at ${revision}`);
    const older = said === undefined || (before !== null && comparePositions(said, before) <= 0);
    // What the server says of a repetition is not relied on.
    const position = older || tries > 1 ? await this.parts.lookup.positionOf(stream, revision) : said;
    this.ids.keep(stream, entries, { revision, position });
    this.seen(position);
    return { status: older && tries === 1 ? 'duplicate' : 'stored', revision, position };
  }

  private async sendExact({ stream, expected, entries }: ExactAppend): Promise<Answered> {
    const { sender, prefix, deadlineMilliseconds, answerMilliseconds } = this.parts;
    const before = this.furthest;
    const end = performance.now() + deadlineMilliseconds;
    for (let tries = 1; ; tries++) {
      const milliseconds = Math.max(1, Math.min(end - performance.now(), answerMilliseconds));
      const exact = { stream: `${prefix}${stream}`, expected, entries };
      const said = await sender.send(exact, milliseconds).catch((error: unknown) => refusedBy(error as Error));
      if (said.kind === 'stored' || said.kind === 'wrong') return { ...said, tries, before };
      if (said.kind !== 'other') throw refusalOf(said, stream, entries);
      const wait = pauseAfter(tries);
      if (performance.now() + wait >= end) throw new AppendOutcomeUnknown(`EventStoreDB: ${said.text}`);
      await pause(wait);
    }
  }

  private async known({ entries }: Append): Promise<readonly (KnownId | undefined)[]> {
    const recent = entries.map(({ id }) => this.ids.get(id));
    const asked = entries.filter((_, i) => recent[i] === undefined).map(({ id }) => id);
    if (asked.length === 0) return recent;
    const found = await this.parts.lookup.elsewhere(asked);
    return found.size === 0 ? recent : entries.map(({ id }, i) => recent[i] ?? found.get(id));
  }

  private async repeated(stream: string, known: readonly (KnownId | undefined)[]): Promise<AppendResult | undefined> {
    const verdict = verdictOf(stream, known);
    if (verdict === undefined) return undefined;
    if (verdict === 'id_reused') return { status: verdict };
    if (verdict === 'wrong_revision') return { status: verdict, actual: await this.parts.lookup.headOf(stream) };
    const { revision, position } = known.at(-1)!;
    return {
      status: verdict,
      revision,
      position: position ?? (await this.parts.lookup.positionOf(stream, revision)),
    };
  }
}
