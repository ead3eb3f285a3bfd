import { overlap } from '#libs/hours/hours.decision';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { entryWith, liveEntriesOf, yearCloseOf, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import type { AdjustedEntry } from '#libs/hours/year-close.facts';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes } from '#libs/kernel/time';
import type { CounterParts } from './desk.js';

type Parts = Pick<CounterParts, 'ledger'>;

const hoursOf = ({ ledger }: Parts, volunteerId: VolunteerId, year: number): Promise<Hours> =>
  ledger.load(hoursDecider, hoursStream(volunteerId, year));

export const isClosed = (hours: Hours): boolean => yearCloseOf(hours).closed !== undefined;

/** The year itself while it is open, else the first after it that is. */
export async function openYearFrom(parts: Parts, volunteerId: VolunteerId, from: number): Promise<number> {
  for (let year = from; ; year++) if (!isClosed(await hoursOf(parts, volunteerId, year))) return year;
}

/** A closed year as known today: what was written to it, and what the years after it found and adjusted. */
interface KnownYear {
  readonly closed: Hours;
  readonly found: ReadonlyMap<HoursEntryId, WrittenEntry>;
  readonly minutesAfter: ReadonlyMap<HoursEntryId, Minutes>;
}

async function knownYear(parts: Parts, volunteerId: VolunteerId, year: number, openYear: number): Promise<KnownYear> {
  const found = new Map<HoursEntryId, WrittenEntry>();
  const minutesAfter = new Map<HoursEntryId, Minutes>();
  for (let later = year + 1; later <= openYear; later++) {
    const close = yearCloseOf(await hoursOf(parts, volunteerId, later));
    for (const { year: _year, adjustsYear, ...entry } of close.found.values())
      if (adjustsYear === year) found.set(entry.entryId, entry);
    for (const one of close.adjustments.values())
      if (one.adjustsYear === year) minutesAfter.set(one.entryId, one.minutesAfter);
  }
  return { closed: await hoursOf(parts, volunteerId, year), found, minutesAfter };
}

/** An entry of a closed year, or a service of it that was found after the close; undefined where there is neither. */
export async function adjustedEntry(
  parts: Parts,
  asked: { readonly volunteerId: VolunteerId; readonly adjustsYear: number; readonly entryId: HoursEntryId },
): Promise<AdjustedEntry | undefined> {
  const { volunteerId, adjustsYear, entryId } = asked;
  const openYear = await openYearFrom(parts, volunteerId, adjustsYear + 1);
  const known = await knownYear(parts, volunteerId, adjustsYear, openYear);
  const after = known.minutesAfter.get(entryId);
  const written = entryWith(entryId, known.closed);
  if (written) {
    const minutesNow = after ?? ((written.status === 'credited' ? written.entry.serviceMinutes : 0) as Minutes);
    return { entry: written.entry, minutesNow, openYear };
  }
  const entry = known.found.get(entryId);
  if (!entry) return undefined;
  const foundLate = {
    isDecided: after !== undefined,
    overlaps: counting(known).some((one) => overlapsOther(one, entry)),
  };
  return { entry, minutesNow: after ?? (0 as Minutes), openYear, foundLate };
}

const overlapsOther = (one: WrittenEntry, entry: WrittenEntry): boolean =>
  one.entryId !== entry.entryId && overlap(one, entry);

/** What counts in the year as known today. */
const counting = ({ closed, found, minutesAfter }: KnownYear): readonly WrittenEntry[] => [
  ...liveEntriesOf(closed).filter(({ entryId }) => minutesAfter.get(entryId) !== 0),
  ...[...found.values()].filter(({ entryId }) => (minutesAfter.get(entryId) ?? 0) > 0),
];

/** What was found out about an entry of a year: the organization it was recorded in, and the day. */
export interface Finding {
  readonly organizationId: OrganizationId;
  readonly foundOn: LocalDate;
}

/** A prior-year adjustment by its own id, or a false claim by the id of its entry; undefined where there is neither. */
export async function findingOf(
  parts: Parts,
  asked: { readonly volunteerId: VolunteerId; readonly year: number; readonly findingId: HoursEntryId },
): Promise<Finding | undefined> {
  const { volunteerId, year, findingId } = asked;
  const reversed = entryWith(findingId, await hoursOf(parts, volunteerId, year));
  if (reversed?.status === 'reversed' && reversed.reasonCode === 'FALSE_CLAIM')
    return { organizationId: reversed.entry.organizationId, foundOn: reversed.reversedOn };
  const openYear = await openYearFrom(parts, volunteerId, year + 1);
  for (let later = year + 1; later <= openYear; later++) {
    const found = yearCloseOf(await hoursOf(parts, volunteerId, later)).adjustments.get(findingId);
    if (found?.adjustsYear === year) return { organizationId: found.organizationId, foundOn: found.adjustedOn };
  }
  return undefined;
}

const yearsBackMax = 30;

/** The entry as it was written in a closed year before this one, or found of one. */
export async function closedEntryBefore(
  parts: Parts,
  volunteerId: VolunteerId,
  entryId: HoursEntryId,
  year: number,
): Promise<WrittenEntry | undefined> {
  for (let back = year; back > year - yearsBackMax; back--) {
    const hours = await hoursOf(parts, volunteerId, back);
    const found = yearCloseOf(hours).found.get(entryId) ?? entryWith(entryId, hours)?.entry;
    if (found) return back === year && yearOf(found.servedOn) === year ? undefined : found;
  }
  return undefined;
}
