import { randomUUID } from 'node:crypto';
import { EventCodec } from '#libs/event-store/codec';
import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { Ledger, type Context, type LedgerParts, type Receipt } from '#libs/event-store/ledger';
import type { EventStore, StoredEntry } from '#libs/event-store/port';
import { refuse, type Act, type Decider, type Message, type Refusal } from '#libs/kernel/decider';
import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { id, integer, optional, personal, reference, text } from '#libs/kernel/fields';
import type { AccountId, CommandId, Id, OrganizationId } from '#libs/kernel/ids';
import { InMemoryKeyRing } from '#libs/privacy/in-memory-key-ring';
import { privacyEvents } from '#libs/privacy/privacy.events';
import {
  leafHash,
  publicKeyOf,
  readEntry,
  signatureHolds,
  writerKey,
  type Entry,
  type WriterKey,
} from '#libs/proof/entry';

/** The smallest domain that shows all a ledger does: gifts are given, thanked for with a word, and taken back. */
export const giftEvents = {
  GiftGiven: event(1, { count: integer(0, 1_000_000) }),
  GiverThanked: event(1, {
    word: personal('free', text(60_000)),
    giver: optional(id<Id<'giver'>>()),
    giverName: optional(personal('identity', text(50), 'giver')),
    pad: optional(reference(/^x{1,128}$/)),
  }),
  GiftsTakenBack: event(1, {}),
};

type GiftEvent = EventOf<typeof giftEvents>;
type ClearGiftEvent = ClearEventOf<typeof giftEvents>;
type Thanks = Extract<GiftEvent, { type: 'GiverThanked' }>['data'];

export type GiftCommand =
  | Message<'Give', { readonly times: number }>
  /** As many gifts again as there are: what is decided hangs on what is known. */
  | Message<'Double', undefined>
  | Message<'GiveFirst', undefined>
  | Message<'GiveByFacts', undefined>
  | Message<'GiveUpTo', { readonly count: number }>
  | Message<'TakeBack', undefined>
  | Message<'Thank', Thanks>;

const given = (from: number, times: number): GiftEvent[] =>
  Array.from({ length: times }, (_, i) => ({ type: 'GiftGiven', data: { count: from + i + 1 } }));

type Decide = (command: GiftCommand, count: number, facts: number) => readonly GiftEvent[] | Refusal<'GIFT_IS_GIVEN'>;

const decisions: { readonly [T in GiftCommand['type']]: Decide } = {
  Give: (command, count) => given(count, (command.data as { times: number }).times),
  Double: (_, count) => given(count, count),
  GiveFirst: (_, count) => (count > 0 ? refuse('GIFT_IS_GIVEN', { count }) : given(0, 1)),
  GiveByFacts: (_, count, facts) => given(count, facts),
  GiveUpTo: (command, count) => given(count, Math.max(0, (command.data as { count: number }).count - count)),
  TakeBack: () => [{ type: 'GiftsTakenBack', data: {} }],
  Thank: (command) => [{ type: 'GiverThanked', data: command.data as Thanks }],
};

export const gifts: Decider<number, GiftCommand, GiftEvent, ClearGiftEvent, 'GIFT_IS_GIVEN', number> = {
  initial: 0,
  evolve: (count, { type }) => (type === 'GiftGiven' ? count + 1 : type === 'GiftsTakenBack' ? 0 : count),
  decide: (command, count, _act: Act, facts) => decisions[command.type](command, count, facts),
};

export const newCommandId = (): CommandId => randomUUID() as CommandId;
export const newGiftStream = (): string => `gift-${randomUUID()}`;

export const writer: WriterKey = writerKey();

/** A store whose appends and reads a test may bend; everything else goes through. */
export function bent(store: EventStore, bends: Partial<EventStore>): EventStore {
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(name in bends ? bends : target, name);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}

export class GiftBench {
  readonly keys = new InMemoryKeyRing();
  readonly codec = new EventCodec({ ...privacyEvents, ...giftEvents });

  constructor(readonly store: EventStore = new InMemoryEventStore()) {}

  /** Another process, or this one after a restart: the same log and keys, nothing remembered. */
  ledger(parts: Partial<LedgerParts> = {}): Ledger {
    const now = (): number => Date.UTC(2026, 6, 1, 16, 30);
    return new Ledger({ store: this.store, codec: this.codec, keys: this.keys, writer, log: 'gifts', now, ...parts });
  }

  run(
    ledger: Ledger,
    stream: string,
    command: GiftCommand,
    { facts = async () => 1, ...context }: Partial<Context> & { facts?: () => Promise<number> } = {},
  ): Promise<Receipt> {
    return ledger.run(gifts, { stream, command, facts, context: this.context(context) });
  }

  context(context: Partial<Context> = {}): Context {
    const by = '00000000-0000-4000-8000-00000000000a' as AccountId;
    const org = '00000000-0000-4000-8000-00000000000b' as OrganizationId;
    return { commandId: newCommandId(), by, org, ...context };
  }

  async stored(stream: string): Promise<StoredEntry[]> {
    const read: StoredEntry[] = [];
    for await (const entry of this.store.readStream(stream)) read.push(entry);
    return read;
  }

  /** The entries of a stream, read as an auditor reads them: exact form, chain, signature, and row and text of one mind. */
  async audited(stream: string): Promise<Entry[]> {
    let prev = '';
    return (await this.stored(stream)).map((stored, rev) => {
      const entry = readEntry(stored.text);
      const row = { id: stored.id, type: stored.type, stream: stored.stream, rev: stored.revision };
      const told = { id: entry.id, type: entry.type, stream: entry.stream, rev: entry.rev };
      if (JSON.stringify(row) !== JSON.stringify(told) || rev !== entry.rev)
        throw new Error(`row and text differ at ${rev}`);
      if (entry.prev !== prev) throw new Error(`chain broken at ${rev}`);
      if (!signatureHolds(entry, publicKeyOf(writer.publicKey))) throw new Error(`signature broken at ${rev}`);
      prev = leafHash(stored.text);
      return entry;
    });
  }
}
