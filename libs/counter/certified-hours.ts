import type { CertifiedHours } from '#libs/certificate/certificate.decider';
import type { Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { mergedHours } from '#libs/hours/merged-hours';
import { liveEntriesOf, yearCloseOf, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes } from '#libs/kernel/time';
import { organizationDecider } from '#libs/organization/organization.decider';
import { organizationStream } from '#libs/organization/organization.events';
import { volunteerDecider } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { CounterParts } from './desk.js';
import { FiguresUnsettled, positionOfNow, readingsMax } from './figures.js';
import { successorFrom } from './organization.desk.js';
import { recordsFrom, recordsOfPerson } from './person-hours.js';

export interface CertifiedSpan {
  readonly volunteerId: VolunteerId;
  /** The unit that certifies. */
  readonly organizationId: OrganizationId;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

type Parts = Pick<CounterParts, 'ledger' | 'tree'>;

/** Streams as of a position, or as they are. */
interface Reading {
  hours(record: VolunteerId, year: number): Promise<Hours>;
  records(volunteerId: VolunteerId): Promise<readonly VolunteerId[]>;
  /** Who answers for the records of a body: itself while it goes on (F-21). */
  successor(organizationId: OrganizationId): Promise<OrganizationId>;
}

function readingOf({ ledger }: Parts, upTo?: Position): Reading {
  const load: CounterParts['ledger']['load'] = (decider, stream) =>
    upTo === undefined ? ledger.load(decider, stream) : ledger.loadAsOf(decider, stream, upTo);
  return {
    hours: (record, year) => load(hoursDecider, hoursStream(record, year)),
    records: (volunteerId) => recordsFrom((id) => load(volunteerDecider, volunteerStream(id)), volunteerId),
    successor: (organizationId) =>
      successorFrom((id) => load(organizationDecider, organizationStream(id)), organizationId),
  };
}

/**
 * The entries that a certificate may show: credited over all records of the person without a minute twice (F-08), served in the
 * span, recorded by the unit, by a body below it or by one whose records it took over (谁记录谁证明, F-21), not those of an outside
 * organizer. From the person's own streams, as of a position.
 */
export async function certifiedEntries(
  parts: Parts,
  { volunteerId, organizationId, fromOn, untilOn }: CertifiedSpan,
  upTo?: Position,
): Promise<readonly WrittenEntry[]> {
  const reading = readingOf(parts, upTo);
  const isCertifiedBy = issuing(parts, reading, organizationId);
  const records = await reading.records(volunteerId);
  const { after, postedTo } = await knownLater(records, reading, yearOf(fromOn));
  const found: WrittenEntry[] = [];
  for (let year = yearOf(fromOn); year <= yearOf(untilOn); year++) {
    const streams = await Promise.all(
      records.map(async (record) => [
        ...liveEntriesOf(await reading.hours(record, year)),
        ...postedTo(record, year).filter(({ entryId }) => (after.get(entryId) ?? 0) > 0),
      ]),
    );
    for (const entry of mergedHours(streams).counted) {
      if (entry.servedOn < fromOn || entry.servedOn > untilOn || entry.provenance === 'EXTERNAL') continue;
      if (await isCertifiedBy(entry.organizationId)) found.push(entry);
    }
  }
  return found
    .map((entry) => ({ ...entry, serviceMinutes: after.get(entry.entryId) ?? entry.serviceMinutes }))
    .filter(({ serviceMinutes }) => serviceMinutes > 0)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Whether the unit may certify what a body recorded; each body is asked about once. */
function issuing(
  { tree }: Parts,
  reading: Reading,
  issuer: OrganizationId,
): (organizationId: OrganizationId) => Promise<boolean> {
  const known = new Map<OrganizationId, Promise<boolean>>();
  const asked = async (organizationId: OrganizationId): Promise<boolean> =>
    (await tree.ancestry(organizationId)).includes(issuer) ||
    (await tree.ancestry(await reading.successor(organizationId))).includes(issuer);
  return (organizationId) => {
    const answer = known.get(organizationId) ?? asked(organizationId);
    known.set(organizationId, answer);
    return answer;
  };
}

/** F-25: what was found after a year was closed stands in the years after it. */
interface KnownLater {
  /** The minutes after the newest adjustment, by entry. */
  readonly after: ReadonlyMap<HoursEntryId, Minutes>;
  /** Services of a closed year that were attested after its close; they count what an adjustment says. */
  readonly postedTo: (record: VolunteerId, year: number) => readonly WrittenEntry[];
}

async function knownLater(records: readonly VolunteerId[], reading: Reading, firstYear: number): Promise<KnownLater> {
  const after = new Map<HoursEntryId, Minutes>();
  const posted: WrittenEntry[] = [];
  for (const record of records)
    for (let year = firstYear + 1; ; year++) {
      const hours = await reading.hours(record, year);
      if (hours.status === 'empty') break;
      const close = yearCloseOf(hours);
      for (const { entryId, minutesAfter } of close.adjustments.values()) after.set(entryId, minutesAfter);
      posted.push(...[...close.found.values()].map(({ year: _year, adjustsYear: _adjusts, ...entry }) => entry));
    }
  const postedTo: KnownLater['postedTo'] = (record, year) =>
    posted.filter(({ volunteerId, servedOn }) => volunteerId === record && yearOf(servedOn) === year);
  return { after, postedTo };
}

const keyOf = ({ servedOn, startsAt, entryId }: WrittenEntry): string => `${servedOn} ${startsAt} ${entryId}`;

export const sumOf = (entries: readonly WrittenEntry[]): Minutes =>
  entries.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0) as Minutes;

export const isBroughtForward = ({ provenance }: WrittenEntry): boolean => provenance === 'BROUGHT_FORWARD';

/** The figures of a certificate, at a position at which every stream they came from stood still. */
export async function certifiedHours(
  parts: Parts & Pick<CounterParts, 'store'>,
  span: CertifiedSpan,
): Promise<CertifiedHours> {
  const heads = async (): Promise<string> => {
    const found: string[] = [];
    for (const record of await recordsOfPerson(parts, span.volunteerId)) {
      found.push(record);
      for (let year = yearOf(span.fromOn); year <= yearOf(span.untilOn); year++)
        found.push(String(await parts.store.headOf(hoursStream(record, year))));
    }
    return found.join();
  };
  for (let reading = 0; reading < readingsMax; reading++) {
    const before = await heads();
    const position = await positionOfNow(parts.store);
    const entries = await certifiedEntries(parts, span);
    if ((await heads()) !== before) continue;
    return {
      position,
      serviceMinutes: sumOf(entries.filter((entry) => !isBroughtForward(entry))),
      broughtForwardMinutes: sumOf(entries.filter(isBroughtForward)),
      activities: new Set(entries.map(({ activityId, entryId }) => activityId ?? entryId)).size,
      entries: entries.length,
    };
  }
  throw new FiguresUnsettled(span.volunteerId);
}
