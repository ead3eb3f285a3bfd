import { volunteerHistory } from '#libs/books/history';
import { atPlace, type Place } from './place.js';
import { asked, closedLoop, inRounds, middles, ratioOf, report } from './rounds.js';
import { StoredPerson } from './stored-person.js';
import { openBenchHouse, volunteerWith } from './telling.js';

const conditions = asked('history', { rounds: 7, seconds: 1.5, events: 200 });

async function bench(place: Place): Promise<void> {
  const { house, databases } = await openBenchHouse(place, 'zhice');
  const stored = new StoredPerson(databases.main);
  const volunteerId = await volunteerWith(house, conditions.events);
  // As a table is some minutes after it was written.
  await place.run(databases.main, 'vacuum analyze');
  const variants = {
    'history, chain checked': () => closedLoop(() => volunteerHistory(house, volunteerId), 1, conditions.seconds),
    'SELECT and JSON.parse': () => closedLoop(() => stored.read(volunteerId), 1, conditions.seconds),
  };
  for (const variant of Object.values(variants)) await variant();
  const rounds = await inRounds(variants, conditions.rounds);
  const [history, select] = Object.keys(variants).map((name) => middles(rounds, name));
  const { totals } = await volunteerHistory(house, volunteerId);
  report('history', {
    asked: conditions,
    rounds,
    ratios: [ratioOf({ what: 'history ÷ SELECT, p50', atMost: 2 }, history!, select!)],
    notes: { 'entries told': totals?.entries, 'streams checked': totals?.streams },
  });
  await stored.close();
  await house.close();
}

await atPlace(bench);
