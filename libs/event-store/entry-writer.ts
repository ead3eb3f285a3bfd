import { v5 as uuidv5 } from 'uuid';
import type { AnyEvent } from '#libs/kernel/event';
import type { AccountId, BatchId, CommandId, OrganizationId } from '#libs/kernel/ids';
import type { Instant } from '#libs/kernel/time';
import { keyCommitment, type SubjectKey } from '#libs/privacy/envelope';
import type { KeyRing } from '#libs/privacy/key-ring';
import { leafHash, signEntry, type WriterKey } from '#libs/proof/entry';
import type { EventCodec } from './codec.js';
import { EntryTooLarge, type NewEntry } from './port.js';

/** An event is at most 32 KiB; the format allows 65,535 bytes and the rest is reserve. */
export const eventBytesMax = 32_768;

export interface WriterParts {
  readonly codec: EventCodec;
  readonly keys: KeyRing;
  readonly writer: WriterKey;
  /** Name of this log, in every entry, so that an entry of another installation cannot be replayed here. */
  readonly log: string;
}

/** Where a stream ends before the act: `revision` -1 and leaf hash '' for a stream that is not there. */
export interface Head {
  readonly stream: string;
  readonly revision: number;
  readonly leafHash: string;
  /** Key ids bound in this stream. */
  readonly bound: ReadonlySet<string>;
}

export interface Signing {
  readonly commandId: CommandId;
  readonly by: AccountId;
  readonly org: OrganizationId;
  readonly batch?: BatchId;
  readonly at: Instant;
}

export interface Written {
  readonly entries: readonly NewEntry[];
  /** Of the last entry. */
  readonly leafHash: string;
  /** Key ids that the stream has bound once this is stored. */
  readonly bound: readonly string[];
  /** The events without what is personal, as `evolve` is given them. */
  readonly clear: readonly AnyEvent[];
}

interface Step {
  readonly event: AnyEvent;
  readonly split: ReturnType<EventCodec['split']>;
  /** Names the entry within its command: the same command gives the same ids. */
  readonly name: string;
}

/** Encrypts, chains and signs what was decided: the texts to store, in order. Throws SubjectFenced, EntryTooLarge, InvalidEvent. */
export async function writeEntries(
  parts: WriterParts,
  head: Head,
  signing: Signing,
  events: readonly AnyEvent[],
): Promise<Written> {
  const { batch } = signing;
  const batched = batch ? events.map(({ type, data }) => ({ type, data: { ...data, batch } })) : events;
  const own = batched.map((event, i): Step => ({
    event,
    split: parts.codec.split(event, head.stream),
    name: String(i),
  }));
  const ring = await ringFor(parts.keys, own);
  const bindings = [...ring.values()]
    .filter((key) => !head.bound.has(key.kid))
    .map((key): Step => {
      const event = bindingOf(key, batch);
      return { event, split: parts.codec.split(event, head.stream), name: `key ${key.kid}` };
    });
  const entries: NewEntry[] = [];
  let prev = head.leafHash;
  for (const step of [...bindings, ...own]) {
    const entry = entryOf(parts, signing, step, {
      stream: head.stream,
      rev: head.revision + 1 + entries.length,
      prev,
      ring,
    });
    prev = leafHash(entry.text);
    entries.push(entry);
  }
  const clear = own.map(({ event, split }) => ({ type: event.type, data: split.clear }));
  return { entries, leafHash: prev, bound: [...ring.values()].map((key) => key.kid), clear };
}

async function ringFor(keys: KeyRing, steps: readonly Step[]): Promise<Map<string, SubjectKey>> {
  const wanted = steps.flatMap(({ split }) => split.personal);
  if (wanted.length === 0) return new Map();
  return new Map((await keys.forWriting(wanted)).map((key) => [`${key.subject} ${key.group}`, key]));
}

interface Spot {
  readonly stream: string;
  readonly rev: number;
  readonly prev: string;
  readonly ring: ReadonlyMap<string, SubjectKey>;
}

function entryOf(
  { codec, log, writer }: WriterParts,
  signing: Signing,
  { event: { type }, split, name }: Step,
  spot: Spot,
): NewEntry {
  const { commandId: cmd, by, org, at } = signing;
  const { stream, rev, prev, ring } = spot;
  const id = uuidv5(name, cmd);
  const tv = codec.versionOf(type);
  const enc = codec.seal(split, ring, { stream, rev, type });
  const text = signEntry(
    { v: 1, log, stream, rev, id, type, tv, at, by, org, cmd, prev, data: split.clear, enc },
    writer,
  );
  const bytes = Buffer.byteLength(text);
  if (bytes > eventBytesMax) throw new EntryTooLarge(bytes, eventBytesMax);
  return { id, type, text };
}

const bindingOf = (key: SubjectKey, batch: BatchId | undefined): AnyEvent => ({
  type: 'SubjectKeyBound',
  data: {
    subjectId: key.subject,
    keyId: key.kid,
    group: key.group,
    commitment: keyCommitment(key),
    ...(batch ? { batch } : {}),
  },
});
