import pg from 'pg';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import type { Position } from '#libs/event-store/port';
import { fill } from './fill.js';
import { atPlace, type Place } from './place.js';
import { asked, closedLoop, inRounds, middles, rates, ratioOf, report } from './rounds.js';
import { openBenchHouse, volunteerWith } from './telling.js';

const conditions = asked('read', { rounds: 5, seconds: 1.5, events: 50_000 });
const pageEntries = 2_000;

const prepared = (name: string, text: string, values: unknown[]): never =>
  ({ name, text, values, rowMode: 'array' }) as never;

async function bench(place: Place): Promise<void> {
  const { house, databases } = await openBenchHouse(place, 'zhice');
  await fill(house, databases.main, conditions.events);
  const streams = await Promise.all([20, 200].map(async (n) => hoursStream(await volunteerWith(house, n + 4), 2026)));
  const [short, long] = streams as [string, string];
  await place.run(databases.main, 'vacuum analyze');
  const pool = new pg.Pool({ ...databases.main, max: 4 });
  const select = async (stream: string): Promise<unknown[]> => {
    const query = prepared(
      'one',
      'select position, revision, entry from ledger.entry where stream = $1 order by revision',
      [stream],
    );
    return (await pool.query<[string, string, string]>(query)).rows.map(([, , entry]) => JSON.parse(entry) as unknown);
  };
  const page = async (from: number): Promise<unknown[]> => {
    const text =
      'select position, stream, revision, entry from ledger.entry where position > $1 order by position limit $2';
    return (await pool.query<string[]>(prepared('page', text, [from, pageEntries]))).rows.map(
      (row) => JSON.parse(row[3]!) as unknown,
    );
  };
  // A fold of its own each time: what the ledger remembers of another's is not read again.
  const decided = async (stream: string): Promise<void> => void (await house.ledger.load({ ...hoursDecider }, stream));
  const clear = async (from: number): Promise<void> => {
    const { entries } = await house.store.readAll(String(from) as Position, pageEntries);
    for (const entry of entries) house.codec.readClear(entry);
  };
  const at = (turn: number): number => (turn * pageEntries) % (conditions.events - pageEntries);
  const loop = (work: (turn: number) => Promise<unknown>) => () => closedLoop(work, 1, conditions.seconds);
  const variants = {
    'decide on 20 events': loop(() => decided(short)),
    'SELECT 20 and JSON.parse': loop(() => select(short)),
    'decide on 200 events': loop(() => decided(long)),
    'SELECT 200 and JSON.parse': loop(() => select(long)),
    'page of 2,000, decoded': loop((turn) => clear(at(turn))),
    'SELECT 2,000 and JSON.parse': loop((turn) => page(at(turn))),
  };
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  report('read', {
    asked: conditions,
    rounds,
    ratios: [
      ratioOf(
        { what: '20 events, checked and folded ÷ SELECT, p50', atMost: 2 },
        middles(rounds, 'decide on 20 events'),
        middles(rounds, 'SELECT 20 and JSON.parse'),
      ),
      ratioOf(
        { what: '200 events, checked and folded ÷ SELECT, p50', atMost: 2 },
        middles(rounds, 'decide on 200 events'),
        middles(rounds, 'SELECT 200 and JSON.parse'),
      ),
      ratioOf(
        { what: 'the log in pages, decoded ÷ SELECT', atLeast: 0.5 },
        rates(rounds, 'page of 2,000, decoded'),
        rates(rounds, 'SELECT 2,000 and JSON.parse'),
      ),
    ],
  });
  await pool.end();
  await house.close();
}

await atPlace(bench);
