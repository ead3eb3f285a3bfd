import type { AnyEvent, EventDefinition, EventDefinitions } from '#libs/kernel/event';
import { erasedText, type KeyGroup } from '#libs/kernel/fields';
import { open, seal, type Place, type Sealed, type SubjectKey } from '#libs/privacy/envelope';
import { KeyLost, type Found, type Wanted } from '#libs/privacy/key-ring';
import { canonicalText } from '#libs/proof/canonical';
import { NotAnEntry, parseEntry, type Entry, type SealedPart } from '#libs/proof/entry';
import type { Position, StoredEntry } from './port.js';

/** A promise of our own was broken: a decider emitted what its event definition does not allow. */
export class InvalidEvent extends Error {}
/** The log holds an event that this version of the product does not know, or a newer shape of one. */
export class UnknownEvent extends Error {
  constructor(
    readonly entry: StoredEntry,
    why: string,
  ) {
    super(`${entry.type} at ${entry.position} (${entry.stream} revision ${entry.revision}): ${why}`);
  }
}

/**
 * The entry in a stored text. Whoever reads the log reads it through here or through `EventCodec`, so that what cannot be
 * read is told in one way, with its place. Throws UnknownEvent.
 */
export function entryOf(stored: StoredEntry): Entry {
  try {
    return parseEntry(stored.text);
  } catch (error) {
    if (error instanceof NotAnEntry) throw new UnknownEvent(stored, `not an entry of this format (${error.message})`);
    throw error;
  }
}

/** An event as it was accepted, with who, when and where. */
export interface Recorded<E extends AnyEvent = AnyEvent> {
  readonly event: E;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly entry: Entry;
  /** Ciphertexts by group, for a read table that keeps them closed. */
  readonly sealed: Partial<Readonly<Record<KeyGroup, Sealed>>>;
  /** Groups whose key was destroyed; their required fields read 已删除. */
  readonly erased: readonly KeyGroup[];
}

const streamSubject = /^[a-z]+-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:-|$)/;

/** The person or record that a stream is about: the id in its name. */
export const subjectOf = (stream: string): string | undefined => streamSubject.exec(stream)?.[1];

interface Split {
  readonly clear: Record<string, unknown>;
  /** One part per subject and group, in the order of the definition. */
  readonly personal: readonly (Wanted & { readonly fields: Record<string, unknown> })[];
}

/** Texts by subject and group: what is closed with one key stands together. */
function personalOf(
  event: AnyEvent,
  stream: string,
  given: readonly [string, EventDefinition['fields'][string]][],
): Split['personal'] {
  const parts = new Map<string, Wanted & { fields: Record<string, unknown> }>();
  for (const [name, { group, subject: idField }] of given) {
    if (!group) continue;
    const subject = idField ? event.data[idField] : subjectOf(stream);
    if (typeof subject !== 'string') throw new InvalidEvent(`${event.type}.${name} has no subject`);
    const id = `${subject} ${group}`;
    const part = parts.get(id) ?? { subject, group, fields: {} };
    part.fields[name] = event.data[name];
    parts.set(id, part);
  }
  return [...parts.values()];
}

/** Every event type the product knows, and the only way between events and stored text. */
export class EventCodec {
  constructor(private readonly definitions: EventDefinitions) {}

  private definition(type: string): EventDefinition | undefined {
    return Object.hasOwn(this.definitions, type) ? this.definitions[type] : undefined;
  }

  knows(type: string): boolean {
    return this.definition(type) !== undefined;
  }

  versionOf(type: string): number {
    return this.definition(type)?.version ?? 1;
  }

  /** Checks an event against its definition and parts what is personal from what is not. Throws InvalidEvent. */
  split(event: AnyEvent, stream: string): Split {
    const definition = this.definition(event.type);
    if (!definition) throw new InvalidEvent(`${event.type} is not in the catalogue`);
    const unknown = Object.keys(event.data).filter((name) => !Object.hasOwn(definition.fields, name));
    if (unknown.length > 0) throw new InvalidEvent(`${event.type} has no field ${unknown.join(', ')}`);
    const given = Object.entries(definition.fields).filter(
      ([name, field]) => event.data[name] !== undefined || !field.optional,
    );
    // The value itself may be personal and so never stands in the message.
    for (const [name, field] of given)
      if (!field.accepts(event.data[name]))
        throw new InvalidEvent(`${event.type}.${name} is not a valid ${field.kind}`);
    const clear = Object.fromEntries(
      given.filter(([, field]) => !field.isPersonal).map(([name]) => [name, event.data[name]]),
    );
    return { clear, personal: personalOf(event, stream, given) };
  }

  seal(split: Split, keys: ReadonlyMap<string, SubjectKey>, place: Place): SealedPart[] {
    return split.personal.map(({ subject, group, fields }) => {
      const key = keys.get(`${subject} ${group}`);
      if (!key) throw new InvalidEvent(`no key of group ${group} for the subject`);
      return seal(canonicalText(fields), key, place);
    });
  }

  /** Key ids that an entry needs for being read in full. */
  kidsOf(entry: Entry): string[] {
    return entry.enc.map((part) => part.kid);
  }

  /** The event without its personal fields. Throws UnknownEvent. */
  readClear(stored: StoredEntry): Recorded {
    return this.recorded(stored, entryOf(stored), {}, []);
  }

  /**
   * The whole event, personal fields opened with the keys found; `groups` limits what is opened, `entry` spares a second
   * reading of the text. Throws UnknownEvent, EnvelopeBroken, KeyLost.
   */
  read(
    stored: StoredEntry,
    found: ReadonlyMap<string, Found>,
    groups?: ReadonlySet<KeyGroup>,
    entry: Entry = entryOf(stored),
  ): Recorded {
    const personal: Record<string, unknown> = {};
    const erased: KeyGroup[] = [];
    for (const part of entry.enc) {
      if (groups && !groups.has(part.g as KeyGroup)) continue;
      const key = found.get(part.kid);
      if (key === undefined) throw new KeyLost(part.kid);
      if (key === 'shredded') erased.push(part.g as KeyGroup);
      else
        Object.assign(
          personal,
          JSON.parse(open({ part, stream: entry.stream, rev: entry.rev, type: entry.type }, key.dek)),
        );
    }
    return this.recorded(stored, entry, personal, erased);
  }

  private recorded(
    stored: StoredEntry,
    entry: Entry,
    personal: Record<string, unknown>,
    erased: readonly KeyGroup[],
  ): Recorded {
    const definition = this.definition(entry.type);
    if (!definition) throw new UnknownEvent(stored, 'event type not known to this version');
    if (entry.tv > definition.version)
      throw new UnknownEvent(stored, `shape ${entry.tv} is newer than ${definition.version}`);
    let data = Object.keys(personal).length === 0 ? entry.data : { ...entry.data, ...personal };
    for (let version = entry.tv; version < definition.version; version++)
      data = this.lift(stored, definition, version, data);
    const sealed: Partial<Record<KeyGroup, Sealed>> = {};
    for (const part of entry.enc)
      sealed[part.g as KeyGroup] ??= { part, stream: entry.stream, rev: entry.rev, type: entry.type };
    return {
      event: { type: entry.type, data: erased.length === 0 ? data : withErased(definition, data, erased) },
      stream: stored.stream,
      revision: stored.revision,
      position: stored.position,
      entry,
      sealed,
      erased,
    };
  }

  private lift(
    stored: StoredEntry,
    definition: EventDefinition,
    version: number,
    data: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> {
    const upcast = definition.upcast[version];
    if (!upcast) throw new UnknownEvent(stored, `no way from shape ${version} to ${version + 1}`);
    return upcast(data);
  }
}

function withErased(
  definition: EventDefinition,
  data: Readonly<Record<string, unknown>>,
  erased: readonly KeyGroup[],
): Readonly<Record<string, unknown>> {
  const shown: Record<string, unknown> = { ...data };
  for (const [name, field] of Object.entries(definition.fields)) {
    const gone = field.isPersonal && !field.optional && field.group !== undefined && erased.includes(field.group);
    if (gone && shown[name] === undefined) shown[name] = field.accepts(['x']) ? [erasedText] : erasedText;
  }
  return shown;
}
