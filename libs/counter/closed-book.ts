import { createHash } from 'node:crypto';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { liveEntriesOf } from '#libs/hours/hours.state';
import { mergedHours } from '#libs/hours/merged-hours';
import type { Position } from '#libs/event-store/port';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Minutes } from '#libs/kernel/time';
import { canonicalText } from '#libs/proof/canonical';
import { bookRecords, type BookRecord } from '#projections/year-book/year-book.query';
import type { CounterParts } from './desk.js';

/** One person's year in a closed book, over all records of that person (F-08): ids and integers only, so that the book outlives an erasure. */
export interface ClosedLine {
  readonly volunteerId: VolunteerId;
  readonly serviceMinutes: Minutes;
  readonly entries: number;
  readonly activities: number;
}

export interface ClosedBook {
  readonly organizationId: OrganizationId;
  readonly year: number;
  readonly position: string;
  readonly lines: readonly ClosedLine[];
  readonly volunteers: number;
  readonly entries: number;
  readonly activities: number;
  readonly serviceMinutes: Minutes;
  /** SHA-256 in hexadecimal over the canonical text of the lines. */
  readonly bookHash: string;
}

const atOnce = 50;

/** The book of an organization and all below it as of a position, folded from the hours streams: the same again to the byte. */
export async function closedBook(
  { ledger, read, tree, store }: Pick<CounterParts, 'ledger' | 'read' | 'tree' | 'store'>,
  {
    organizationId,
    year,
    position,
  }: { readonly organizationId: OrganizationId; readonly year: number; readonly position: Position },
): Promise<ClosedBook> {
  const scope = await tree.subtree([organizationId]);
  const records = await bookRecords(read, { scope, year, position: store.here(position) });
  const ofPerson = new Map<VolunteerId, BookRecord[]>();
  for (const record of records) ofPerson.set(record.personId, [...(ofPerson.get(record.personId) ?? []), record]);
  const activities = new Set<string>();
  const lineOf = async ([volunteerId, own]: [VolunteerId, readonly BookRecord[]]): Promise<ClosedLine> => {
    const hours = await Promise.all(
      own.map((one) => ledger.loadAsOf(hoursDecider, hoursStream(one.volunteerId, year), position)),
    );
    const { counted, serviceMinutes } = mergedHours(hours.map(liveEntriesOf));
    const held = new Set(counted.flatMap(({ activityId }) => (activityId === undefined ? [] : [activityId])));
    held.forEach((activityId) => activities.add(activityId));
    return { volunteerId, serviceMinutes, entries: counted.length, activities: held.size };
  };
  const persons = [...ofPerson];
  const all: ClosedLine[] = [];
  for (let i = 0; i < persons.length; i += atOnce)
    all.push(...(await Promise.all(persons.slice(i, i + atOnce).map(lineOf))));
  const lines = all.filter(({ entries }) => entries > 0);
  return {
    organizationId,
    year,
    position,
    lines,
    volunteers: lines.length,
    entries: lines.reduce((sum, line) => sum + line.entries, 0),
    activities: activities.size,
    serviceMinutes: lines.reduce((sum, line) => sum + line.serviceMinutes, 0) as Minutes,
    bookHash: createHash('sha256').update(canonicalText(lines), 'utf8').digest('hex'),
  };
}
