import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventCodec, type Recorded } from '#libs/event-store/codec';
import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { Ledger } from '#libs/event-store/ledger';
import type { Position } from '#libs/event-store/port';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent, EventDefinitions } from '#libs/kernel/event';
import type { AccountId, CommandId, OrganizationId } from '#libs/kernel/ids';
import type { Found } from '#libs/privacy/key-ring';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { readEntry } from '#libs/proof/entry';
import { sampleEvent, sampleId } from '../support/sample-event.js';
import { goldenKey, GoldenKeyRing, goldenWriter } from './golden-keys.js';

/** A little stream of one event type: the bindings of its keys, the event with every field, the event with the fewest. */
export interface Golden {
  readonly type: string;
  readonly version: number;
  /** What was accepted, in the shape of this version, by revision; empty for a binding. */
  readonly data: readonly (Readonly<Record<string, unknown>> | null)[];
  readonly entries: readonly string[];
}

const folder = join(import.meta.dirname, 'events');

export const goldenName = (type: string, version: number): string => `${type}.v${version}.json`;
export const goldenNames = (): string[] => readdirSync(folder).toSorted();
export const readGolden = (name: string): Golden => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden;

export const namesWanted = (definitions: EventDefinitions): string[] =>
  Object.entries(definitions).flatMap(([type, { version }]) =>
    Array.from({ length: version }, (_, i) => goldenName(type, i + 1)),
  );

const emitting: Decider<null, Message<'Emit', AnyEvent>, AnyEvent, AnyEvent, never> = {
  initial: null,
  evolve: () => null,
  decide: ({ data }) => [data],
};

/** Writes what is missing of the present versions. What is there stays for ever: it stands for logs that exist. */
export async function writeMissing(definitions: EventDefinitions): Promise<void> {
  const there = new Set(goldenNames());
  for (const [type, { version }] of Object.entries(definitions)) {
    const name = goldenName(type, version);
    if (there.has(name)) continue;
    writeFileSync(join(folder, name), `${JSON.stringify(await made(definitions, type), null, 2)}\n`, { flag: 'wx' });
  }
}

async function made(definitions: EventDefinitions, type: string): Promise<Golden> {
  const definition = definitions[type]!;
  const [store, codec, keys] = [new InMemoryEventStore(), new EventCodec(definitions), new GoldenKeyRing()];
  const ledger = new Ledger({ store, codec, keys, writer: goldenWriter, log: 'golden', now: () => Date.UTC(2026, 6, 1, 16, 30) });
  const stream = `golden-${sampleId('stream')}`;
  const context = { by: sampleId('by') as AccountId, org: sampleId('org') as OrganizationId };
  for (const which of ['full', 'least'] as const) {
    const commandId = sampleId(`${type} ${which}`) as CommandId;
    const command = { type: 'Emit', data: sampleEvent(type, definition, which) } as const;
    await ledger.run(emitting, { stream, command, facts: async () => undefined, context: { ...context, commandId } });
  }
  const { entries } = await store.readAll(null, 100);
  const samples = [sampleEvent(type, definition, 'full').data, sampleEvent(type, definition, 'least').data];
  const bindings = entries.length - samples.length;
  const data = [...entries.slice(0, bindings).map(() => null), ...samples];
  return { type, version: definition.version, data, entries: entries.map(({ text }) => text) };
}

/** The stream as this version of the product reads it, with keys found through the bindings alone. */
export function readWith(definitions: EventDefinitions, golden: Golden): Recorded[] {
  const codec = new EventCodec({ ...definitions, ...privacyEvents });
  const found = new Map<string, Found>();
  return golden.entries.map((text, revision) => {
    const { stream, id, type, data } = readEntry(text);
    if (type === 'SubjectKeyBound') {
      const key = goldenKey({ subject: data['subjectId'] as string, group: data['group'] as string });
      found.set(data['keyId'] as string, key);
    }
    return codec.read({ stream, revision, id, type, text, position: String(revision) as Position }, found);
  });
}
