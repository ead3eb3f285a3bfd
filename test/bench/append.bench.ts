import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { openBare } from './bare.js';
import { eventType, openLedger, payload, streamNames } from './ledger-of.js';
import { atPlace, type Place } from './place.js';
import { asked, closedLoop, inRounds, rates, ratioOf, report, type Ratio, type Variant } from './rounds.js';

const callers = 32;
const streamsCount = 10_000;
const conditions = asked('append', { rounds: 5, seconds: 2, events: streamsCount });

interface Peer {
  append(stream: string, type: string, data: object): Promise<void>;
  close(): Promise<void>;
}
const peersFolder = path.join(process.env['ZHICE_HOUSE'] ?? '.', 'test/bench/peers');

/** Undefined, after saying how to install them, when the peers are not there. */
async function peer(name: string, connection: pg.PoolConfig): Promise<Peer | undefined> {
  if (!existsSync(path.join(peersFolder, 'node_modules'))) return undefined;
  const opened = (await import(pathToFileURL(path.join(peersFolder, `${name.toLowerCase()}.mjs`)).href)) as Record<
    string,
    (connection: pg.PoolConfig, connections: number) => Promise<Peer>
  >;
  return opened[`open${name}`]!(connection, callers);
}

async function existing(append: (stream: string) => Promise<unknown>, streams: readonly string[]): Promise<void> {
  const waiting = streams.values();
  const lane = async (): Promise<void> => {
    for (const stream of waiting) await append(stream);
  };
  await Promise.all(Array.from({ length: 64 }, lane));
}

async function bench(place: Place): Promise<void> {
  const streams = streamNames(conditions.events);
  const at = (turn: number): string => streams[turn % streams.length]!;
  const ledger = await openLedger(await place.database('zhice'));
  await existing((stream) => ledger.append(stream), streams);
  const [stored] = (await ledger.store.readAllBackwards(null, 1)).entries;
  const { main } = await place.database('bare');
  const bare = await openBare(main, callers);
  await existing((stream) => bare.append(stream, eventType, stored!.text), streams);
  // Not measured: pools let go of idle connections, as the server has 100, and open them anew.
  const loop =
    (work: (turn: number) => Promise<unknown>): Variant =>
    async () => {
      await closedLoop(work, callers, 0.3);
      return closedLoop(work, callers, conditions.seconds);
    };
  const variants: Record<string, Variant> = {
    ledger: loop((turn) => ledger.append(at(turn))),
    'bare INSERT': loop((turn) => bare.append(at(turn), eventType, stored!.text)),
  };
  const peers: Peer[] = [];
  for (const name of ['Emmett', 'Castore']) {
    const one = await peer(name, (await place.database(name.toLowerCase())).main);
    if (!one) continue;
    peers.push(one);
    await existing((stream) => one.append(stream, eventType, payload), streams);
    variants[name.toLowerCase()] = loop((turn) => one.append(at(turn), eventType, payload));
  }
  // Unmeasured: the optimiser of V8 and the plan caches settle.
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  const ofLedger = rates(rounds, 'ledger');
  const ratios: Ratio[] = [
    ratioOf({ what: 'ledger ÷ bare INSERT', atLeast: 0.6 }, ofLedger, rates(rounds, 'bare INSERT')),
    ...(peers.length > 0
      ? [
          ratioOf({ what: 'ledger ÷ emmett-postgresql', atLeast: 2.5 }, ofLedger, rates(rounds, 'emmett')),
          ratioOf({ what: 'ledger ÷ castore', atLeast: 0 }, ofLedger, rates(rounds, 'castore')),
        ]
      : []),
  ];
  report('append', { asked: conditions, rounds, ratios, notes: { 'bytes of an entry': stored!.text.length } });
  if (peers.length === 0)
    process.stdout.write(
      'Compared with no peer: they are not installed. Install with: npm ci --prefix test/bench/peers\n',
    );
  await Promise.all([ledger.close(), bare.close(), ...peers.map((one) => one.close())]);
}

await atPlace(bench);
