import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { Ledger } from '#libs/event-store/ledger';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent, EventOf } from '#libs/kernel/event';
import type { eventCatalogue } from '#libs/house/catalogue';
import type { CommandId } from '#libs/kernel/ids';
import { InMemoryKeyRing } from '#libs/privacy/in-memory-key-ring';
import { parseEntry } from '#libs/proof/entry';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, established, numbers, organizationId, teamId, volunteerId } from '../support/made-up-facts.js';
import { accountId } from '../support/service-facts.js';
import { codec, logName, writer } from './member.js';
import type { World } from './simulation.js';
import { volunteersMost } from './workload.js';

/** 2026-01-05, 9 in the morning in Shanghai: what the workload records is not late yet. */
export const startOfClock = Date.UTC(2026, 0, 5, 1);

type Given = EventOf<typeof eventCatalogue>;

const emitsWhatItIsTold: Decider<null, Message<'Say', readonly Given[]>, Given, AnyEvent, never> = {
  initial: null,
  evolve: (state) => state,
  decide: ({ data }) => data,
};

export const openingCommand = (n: number): CommandId => `e0000000-0000-4000-9000-00000000000${n}` as CommandId;
export const openingCommands = numbers(0, volunteersMost).map(openingCommand);

interface Opening {
  readonly store: InMemoryEventStore;
  readonly keys: InMemoryKeyRing;
}

async function written(): Promise<Opening> {
  const [store, keys] = [new InMemoryEventStore(), new InMemoryKeyRing()];
  const ledger = new Ledger({ store, codec, keys, writer, log: logName, now: () => startOfClock });
  const said: readonly (readonly [string, Given])[] = [
    [teamStream(teamId(1)), established(1)],
    ...numbers(1, volunteersMost).map((n) => [volunteerStream(volunteerId(n)), applied(n)] as const),
  ];
  for (const [i, [stream, event]] of said.entries())
    await ledger.run(emitsWhatItIsTold, {
      stream,
      command: { type: 'Say', data: [event] },
      context: { commandId: openingCommand(i), by: accountId(9), org: organizationId(1) },
      facts: () => Promise.resolve(undefined),
    });
  return { store, keys };
}

let opening: Promise<Opening> | undefined;

/** The team and the volunteers whom every run is about, written once for all runs, before anything goes wrong. */
export async function openLog({ inner, keys }: World): Promise<void> {
  const first = await (opening ??= written());
  const { entries } = await first.store.readAll(null, Infinity);
  for (const { stream, revision, id, type, text } of entries)
    await inner.append({
      stream,
      expected: revision === 0 ? 'no_stream' : revision - 1,
      entries: [{ id, type, text }],
    });
  const kids = entries.flatMap(({ text }) => codec.kidsOf(parseEntry(text)));
  for (const key of (await first.keys.forReading(kids)).values()) if (key !== 'shredded') keys.keep(key);
}
