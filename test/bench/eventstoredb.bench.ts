import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { EventStoreDbEventStore } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import type { Position } from '#libs/event-store/port';
import { protocolServer } from '../support/eventstoredb/protocol-server.js';
import { asked, closedLoop, inRounds, rates, ratioOf, report, type Sample, type Variant } from './rounds.js';

const callers = 32;
const pageEntries = 2_000;
const conditions = asked('eventstoredb', { rounds: 5, seconds: 2, events: 20_000 });
// Not marked as JSON, so that the client hands bytes over as the adapter does, and parses nothing.
const text =
  ' ' + JSON.stringify({ v: 1, data: { note: '志愿服务'.repeat(40) }, sig: 'x'.repeat(88), prev: 'y'.repeat(44) });
const type = 'ServiceHoursCredited';

/** Each caller writes on in a stream of its own, with the exact revision, as the ledger does. */
function writing(append: (stream: string, revision: number) => Promise<unknown>): Variant {
  return async (): Promise<Sample> => {
    const lanes = Array.from({ length: callers }, () => ({ stream: `volunteer-${randomUUID()}`, next: 0 }));
    const free = [...lanes];
    return closedLoop(
      async () => {
        const lane = free.pop()!;
        await append(lane.stream, lane.next++);
        free.push(lane);
      },
      callers,
      conditions.seconds,
    );
  };
}

/** What the adapter costs beside the client it stands on: one server, one log, in one run. */
async function bench(): Promise<void> {
  const server = process.env['ESDB_TEST_URL'] === undefined ? await protocolServer() : undefined;
  const url = process.env['ESDB_TEST_URL'] ?? server!.url();
  const prefix = `zhice-bench-${randomUUID()}-`;
  const store = await EventStoreDbEventStore.open({ url, prefix });
  const client = EventStoreDBClient.connectionString(url);
  for (let n = 0; n < conditions.events; n += 1_000) {
    const entries = Array.from({ length: 1_000 }, () => ({ id: randomUUID(), type, text }));
    await store.append({ stream: `volunteer-${n}`, expected: 'no_stream', entries });
  }
  const first = (await store.readAll(null, 1)).entries[0]!.position;
  const variants: Record<string, Variant> = {
    'append, adapter': writing(async (stream, revision) => {
      const expected = revision === 0 ? 'no_stream' : revision - 1;
      const { status } = await store.append({ stream, expected, entries: [{ id: randomUUID(), type, text }] });
      if (status !== 'stored') throw new Error(status);
    }),
    'append, bare client': writing((stream, revision) =>
      client.appendToStream(`${prefix}${stream}`, binaryEvent({ type, data: Buffer.from(text) }), {
        expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1),
      }),
    ),
    'read $all, adapter': () =>
      closedLoop(
        async () => {
          let read = 0;
          for (let after: Position | null = first; read < conditions.events - 1;) {
            const page = await store.readAll(after, Math.min(pageEntries, conditions.events - 1 - read));
            read += page.entries.length;
            after = page.last;
          }
        },
        1,
        conditions.seconds,
      ),
    'read $all, bare client': () =>
      closedLoop(
        async () => {
          const [commit, prepare] = first.split(':').map(BigInt) as [bigint, bigint];
          const events = client.readAll({ fromPosition: { commit, prepare }, maxCount: conditions.events - 1 });
          let bytes = 0;
          for await (const { event } of events) bytes += Buffer.from(event?.data as Uint8Array).toString('utf8').length;
          if (bytes === 0) throw new Error('nothing was read');
        },
        1,
        conditions.seconds,
      ),
  };
  // Unmeasured: the optimiser of V8 settles.
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  // The client's appends grow the log that both read from the start, by the same pages for both.
  const ratio = (what: string) =>
    ratioOf(
      { what: `${what}: cost of the adapter ÷ bare client`, atMost: 1.3 },
      rates(rounds, `${what}, bare client`),
      rates(rounds, `${what}, adapter`),
    );
  report('eventstoredb', {
    asked: conditions,
    rounds,
    ratios: [ratio('append'), ratio('read $all')],
    notes: { server: server ? 'protocol server' : 'ESDB_TEST_URL', 'bytes of an entry': Buffer.byteLength(text) },
  });
  await client.dispose();
  await store.close();
  await server?.end();
}

await bench();
process.exit();
