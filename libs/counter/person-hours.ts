import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { liveEntriesOf } from '#libs/hours/hours.state';
import { mergedHours, type MergedHours } from '#libs/hours/merged-hours';
import type { VolunteerId } from '#libs/kernel/ids';
import type { Volunteer } from '#libs/volunteer/volunteer.state';
import type { CounterParts } from './desk.js';
import { loadVolunteer } from './volunteer.desk.js';

/** The record itself and those that gave way to it, the nearest first (F-08). */
export const recordsOfPerson = (parts: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId): Promise<readonly VolunteerId[]> =>
  recordsFrom((id) => loadVolunteer(parts, id), volunteerId);

/** The record that stands for the person: the one this gave way to, else itself (F-08). */
export async function survivorOf(parts: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId): Promise<VolunteerId> {
  let record = volunteerId;
  for (let volunteer = await loadVolunteer(parts, record); volunteer.status === 'merged'; volunteer = await loadVolunteer(parts, record)) record = volunteer.survivorId;
  return record;
}

/** The same among records as `find` knows them. */
export async function recordsFrom(find: (volunteerId: VolunteerId) => Promise<Volunteer>, volunteerId: VolunteerId): Promise<readonly VolunteerId[]> {
  const found: VolunteerId[] = [];
  const waiting = [volunteerId];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.includes(next)) continue;
    found.push(next);
    const volunteer = await find(next);
    if (volunteer.status !== 'unknown') waiting.push(...volunteer.register.duplicates);
  }
  return found;
}

/** A person's credited minutes of a year over all records of that person, no minute twice; from the streams themselves. */
export async function personHours(parts: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId, year: number): Promise<MergedHours & { readonly records: readonly VolunteerId[] }> {
  const records = await recordsOfPerson(parts, volunteerId);
  const streams = await Promise.all(records.map((record) => parts.ledger.load(hoursDecider, hoursStream(record, year))));
  return { ...mergedHours(streams.map(liveEntriesOf)), records };
}
