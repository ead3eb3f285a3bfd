import { LRUCache } from 'lru-cache';
import { isRefusal, type Act, type Decider, type Message, type Refusal } from '#libs/kernel/decider';
import type { AnyEvent } from '#libs/kernel/event';
import type { AccountId, BatchId, CommandId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Instant, LocalDate } from '#libs/kernel/time';
import { leafHash } from '#libs/proof/entry';
import { InvalidEvent } from './codec.js';
import { writeEntries, type WriterParts } from './entry-writer.js';
import type { EventStore, Position, StoredEntry } from './port.js';

/** The promise to the one who acted: where the last entry of the act stands, and its leaf hash (base64). */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly leafHash: string;
}

/** Who acts, for which organization, under which command id. */
export interface Context {
  readonly commandId: CommandId;
  readonly by: AccountId;
  readonly byVolunteer?: VolunteerId;
  readonly org: OrganizationId;
  readonly batch?: BatchId;
}

/** A rule said no. Nothing was stored. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

/** Others kept writing to this stream, which stands at `revision` now; the act may be repeated with the same command id. */
export class ConflictPersists extends Error {
  constructor(
    stream: string,
    readonly revision: number | 'no_stream',
  ) {
    super(stream);
  }
}

/** The clock that entries take their time from cannot be believed at the moment: nothing is written. */
export class ClockAstray extends Error {}

/** The command id was used for another act. */
export class CommandIdReused extends Error {}

export interface LedgerParts extends WriterParts {
  readonly store: EventStore;
  /** Milliseconds since 1970 of the ledger's clock. May throw ClockAstray. */
  readonly now: () => number;
}

const attemptsMax = 10;
const shanghaiMilliseconds = 8 * 3600 * 1000;

/** Receipts remembered in all streams together, at some half KiB each with what was folded. */
const actsRememberedMax = 200_000;

/** What reading needs of a decider, whatever its events. */
interface Fold<State> {
  readonly initial: State;
  readonly evolve: (state: State, event: never) => State;
}

interface Known<State> {
  /** Whose fold the state is. */
  readonly decider: object;
  readonly state: State;
  readonly last: Receipt | undefined;
  /** Key ids bound in this stream. */
  readonly bound: Set<string>;
  readonly acts: Map<string, Receipt>;
}

/** The only way to write. Reads, folds, decides, encrypts, signs and appends with the expected revision. */
export class Ledger {
  private readonly known = new LRUCache<string, Known<unknown>>({
    maxSize: actsRememberedMax,
    sizeCalculation: ({ acts }) => 1 + acts.size,
  });
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly parts: LedgerParts) {}

  /**
   * Decides a command on one stream and stores what was decided, all or nothing. The same command id again gives the same
   * receipt; a command with nothing to say gives the receipt of the stream's head. `facts` is asked anew for each attempt.
   * Throws Refused, ConflictPersists, CommandIdReused, ClockAstray, SubjectFenced, EntryTooLarge and the store's errors.
   */
  run<S, C extends Message<string, unknown>, E extends AnyEvent, K extends AnyEvent, N extends string, F>(
    decider: Decider<S, C, E, K, N, F>,
    asked: {
      readonly stream: string;
      readonly command: C;
      readonly context: Context;
      readonly facts: () => Promise<F>;
    },
  ): Promise<Receipt> {
    return this.inTurn(asked.stream, async () => {
      let remembered = this.remembered(decider, asked.stream);
      for (let attempt = 0; attempt < attemptsMax; attempt++) {
        const fresh = remembered === undefined;
        const known = remembered ?? (await this.read(decider, asked.stream));
        remembered = undefined;
        const done = known.acts.get(asked.context.commandId);
        if (done) return done;
        const act = this.act(asked.context);
        const decision = decider.decide(asked.command, known.state, act, await asked.facts());
        // What is remembered may be behind another process: only a fresh reading may refuse or keep silent.
        if ((isRefusal(decision) || decision.length === 0) && !fresh) continue;
        if (isRefusal(decision)) throw new Refused(decision);
        if (decision.length === 0) return nothingNew(known);
        const receipt = await this.append(decider, asked, known, { act, events: decision });
        if (receipt) return receipt;
      }
      throw new ConflictPersists(asked.stream, await this.parts.store.headOf(asked.stream));
    });
  }

  /** The state of a stream as it stands in the store: what came after what is remembered is read. */
  async load<S, C extends Message<string, unknown>, E extends AnyEvent, K extends AnyEvent, N extends string, F>(
    decider: Decider<S, C, E, K, N, F>,
    stream: string,
  ): Promise<S> {
    return (await this.read(decider, stream)).state;
  }

  /** The state of a stream as it stood at a position of the log. */
  async loadAsOf<S, C extends Message<string, unknown>, E extends AnyEvent, K extends AnyEvent, N extends string, F>(
    decider: Decider<S, C, E, K, N, F>,
    stream: string,
    position: Position,
  ): Promise<S> {
    const entries: StoredEntry[] = [];
    for await (const stored of streamUpTo(this.parts.store, stream, position)) entries.push(stored);
    return this.readOn(decider, nothingKnown(decider), entries).state;
  }

  /** One act after the other on a stream: callers of one process do not race each other into conflicts. */
  private async inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(stream);
    const mine = before ? before.then(work, work) : work();
    this.turns.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(stream) === mine) this.turns.delete(stream);
    }
  }

  private act({ by, byVolunteer }: Context): Act {
    const at = this.parts.now();
    return {
      by,
      at: new Date(at).toISOString() as Instant,
      today: new Date(at + shanghaiMilliseconds).toISOString().slice(0, 10) as LocalDate,
      ...(byVolunteer ? { byVolunteer } : {}),
    };
  }

  private async read<
    S,
    C extends Message<string, unknown>,
    E extends AnyEvent,
    K extends AnyEvent,
    N extends string,
    F,
  >(decider: Decider<S, C, E, K, N, F>, stream: string): Promise<Known<S>> {
    const known = this.remembered(decider, stream) ?? nothingKnown(decider);
    const [entries = []] = await this.parts.store.readStreams([{ stream, from: (known.last?.revision ?? -1) + 1 }]);
    if (entries.length === 0) return known;
    const read = this.readOn(decider, known, entries);
    // Somebody of this process may have come further meanwhile.
    const other = this.known.get(stream)?.last?.revision ?? -1;
    if (other < read.last!.revision) this.known.set(stream, read);
    return read;
  }

  /** Folds what came after what is known, each link of the chain checked. Throws ChainBroken. */
  private readOn<S, C extends Message<string, unknown>, E extends AnyEvent, K extends AnyEvent, N extends string, F>(
    decider: Decider<S, C, E, K, N, F>,
    known: Known<S>,
    entries: readonly StoredEntry[],
  ): Known<S> {
    let { state, last } = known;
    const [bound, acts] = [new Set(known.bound), new Map(known.acts)];
    for (const stored of entries) {
      const { event, entry } = this.parts.codec.readClear(stored);
      const { stream, revision, position } = stored;
      if (entry.stream !== stream || entry.rev !== revision || entry.prev !== (last?.leafHash ?? ''))
        throw new ChainBroken(stream, revision);
      if (event.type === 'SubjectKeyBound') bound.add(event.data['keyId'] as string);
      else state = decider.evolve(state, event as never);
      last = { stream, revision, position, leafHash: leafHash(stored.text) };
      acts.set(entry.cmd, last);
    }
    return { decider, state, last, bound, acts };
  }

  private remembered<S>(decider: Fold<S>, stream: string): Known<S> | undefined {
    const known = this.known.get(stream);
    return known?.decider === decider ? (known as Known<S>) : undefined;
  }

  private async append<
    S,
    C extends Message<string, unknown>,
    E extends AnyEvent,
    K extends AnyEvent,
    N extends string,
    F,
  >(
    decider: Decider<S, C, E, K, N, F>,
    asked: { readonly stream: string; readonly context: Context },
    known: Known<S>,
    decided: { readonly act: Act; readonly events: readonly E[] },
  ): Promise<Receipt | undefined> {
    const { stream, context } = asked;
    const head = {
      stream,
      revision: known.last?.revision ?? -1,
      leafHash: known.last?.leafHash ?? '',
      bound: known.bound,
    };
    const written = await writeEntries(this.parts, head, { ...context, at: decided.act.at }, decided.events);
    // Forgotten until the store has spoken: an unknown outcome must not leave an old state behind.
    this.known.delete(stream);
    const result = await this.parts.store.append({
      stream,
      expected: known.last?.revision ?? 'no_stream',
      entries: written.entries,
    });
    if (result.status === 'id_reused') throw new CommandIdReused(context.commandId);
    // A duplicate is read back and not answered from here: the act may have decided more than we just did.
    if (result.status !== 'stored') return undefined;
    const receipt = { stream, revision: result.revision, position: result.position, leafHash: written.leafHash };
    const state = written.clear.reduce((folded, event) => decider.evolve(folded, event as never), known.state);
    for (const kid of written.bound) known.bound.add(kid);
    known.acts.set(context.commandId, receipt);
    this.known.set(stream, { ...known, state, last: receipt } satisfies Known<S>);
    return receipt;
  }
}

/** A stream read back is not the chain that was written: somebody changed the store. */
export class ChainBroken extends Error {
  constructor(
    readonly stream: string,
    readonly revision: number,
  ) {
    super(`${stream}: chain broken at revision ${revision}`);
  }
}

const nothingKnown = <S>(decider: Fold<S>): Known<S> => ({
  decider,
  state: decider.initial,
  last: undefined,
  bound: new Set(),
  acts: new Map(),
});

/** A stream as it stood at a position of the log. */
export async function* streamUpTo(store: EventStore, stream: string, position: Position): AsyncIterable<StoredEntry> {
  for await (const stored of store.readStream(stream)) {
    if (store.compare(stored.position, position) > 0) return;
    yield stored;
  }
}

function nothingNew(known: Known<unknown>): Receipt {
  if (!known.last) throw new InvalidEvent('a command on an empty stream decided nothing');
  return known.last;
}
