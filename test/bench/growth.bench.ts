import { volunteerHistory } from '#libs/books/history';
import type { VolunteerId } from '#libs/kernel/ids';
import { hoursStream } from '#libs/hours/hours.events';
import { fill } from './fill.js';
import { atPlace, type Place } from './place.js';
import { asked, closedLoop, inRounds, middles, rates, ratioOf, report } from './rounds.js';
import { credit, newId, openBenchHouse, tell, volunteerWith } from './telling.js';

const conditions = asked('growth', { rounds: 5, seconds: 2, events: 5_000_000 });
const callers = 32;
const streamsCount = 6_000;
const eventsOfPerson = 200;

/** A house with so many events in its log, and the two loops that are to run as fast in a full one as in an empty one. */
async function houseWith(place: Place, name: string, events: number) {
  const { house, databases } = await openBenchHouse(place, name);
  const people = Array.from({ length: streamsCount }, () => newId<VolunteerId>());
  const append = (turn: number): Promise<unknown> => {
    const person = people[turn % people.length]!;
    return tell(house, hoursStream(person, 2026), [credit(person, turn)]);
  };
  // The person's entries are the first of the log and indexed before it grows: reading them is what is measured.
  const volunteerId = await volunteerWith(house, eventsOfPerson);
  let turn = 0;
  if (events > 0) await fill(house, databases.main, events);
  await closedLoop(() => append(turn++), callers, 3);
  await place.run(databases.main, 'vacuum analyze');
  await place.run(databases.main, 'checkpoint');
  return {
    append: () => closedLoop(() => append(turn++), callers, conditions.seconds),
    read: () => closedLoop(() => volunteerHistory(house, volunteerId), 1, conditions.seconds),
    close: () => house.close(),
  };
}

async function bench(place: Place): Promise<void> {
  const begun = performance.now();
  const full = await houseWith(place, 'log_full', conditions.events);
  process.stderr.write(`filled in ${Math.round((performance.now() - begun) / 1000)} s\n`);
  const empty = await houseWith(place, 'log_empty', 0);
  const variants = {
    'append, full': full.append,
    'append, empty': empty.append,
    'read one, full': full.read,
    'read one, empty': empty.read,
  };
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  const size = await place.run(
    (await place.database('sizes')).main,
    `select pg_size_pretty(pg_database_size('log_full')) as size`,
  );
  report('growth', {
    asked: conditions,
    rounds,
    ratios: [
      ratioOf(
        { what: 'append with the log full ÷ empty', atLeast: 0.8 },
        rates(rounds, 'append, full'),
        rates(rounds, 'append, empty'),
      ),
      ratioOf(
        { what: 'one volunteer with the log full ÷ empty, p50', atMost: 1.25 },
        middles(rounds, 'read one, full'),
        middles(rounds, 'read one, empty'),
      ),
    ],
    notes: { 'database on disk': (size[0] as { size: string }).size },
  });
  await full.close();
  await empty.close();
}

await atPlace(bench);
