import type { CertifiedHours } from '#libs/certificate/certificate.decider';
import type { Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { liveEntriesOf, yearCloseOf, type Hours, type WrittenEntry } from '#libs/hours/hours.state';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate, type Minutes } from '#libs/kernel/time';
import type { CounterParts } from './desk.js';
import { FiguresUnsettled, positionOfNow, readingsMax } from './figures.js';

export interface CertifiedSpan {
  readonly volunteerId: VolunteerId;
  /** The unit that certifies. */
  readonly organizationId: OrganizationId;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

type Parts = Pick<CounterParts, 'ledger' | 'tree'>;

/**
 * The entries that a certificate may show: credited, served in the span, recorded by the unit or by a body below it
 * (谁记录谁证明), not those of an outside organizer. From the person's own streams, as of a position.
 */
export async function certifiedEntries(
  parts: Parts,
  { volunteerId, organizationId, fromOn, untilOn }: CertifiedSpan,
  upTo?: Position,
): Promise<readonly WrittenEntry[]> {
  const hoursOf = (year: number): Promise<Hours> => hoursAt(parts, hoursStream(volunteerId, year), upTo);
  const found: WrittenEntry[] = [];
  for (let year = yearOf(fromOn); year <= yearOf(untilOn); year++)
    for (const entry of liveEntriesOf(await hoursOf(year))) {
      if (entry.servedOn < fromOn || entry.servedOn > untilOn || entry.provenance === 'EXTERNAL') continue;
      if ((await parts.tree.ancestry(entry.organizationId)).includes(organizationId)) found.push(entry);
    }
  return (await adjusted(found, hoursOf, yearOf(fromOn))).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const hoursAt = ({ ledger }: Parts, stream: string, upTo?: Position): Promise<Hours> =>
  upTo === undefined ? ledger.load(hoursDecider, stream) : ledger.loadAsOf(hoursDecider, stream, upTo);

/** F-25: what was found after a year was closed stands in the years after it. */
async function adjusted(
  entries: readonly WrittenEntry[],
  hoursOf: (year: number) => Promise<Hours>,
  firstYear: number,
): Promise<WrittenEntry[]> {
  const after = new Map<HoursEntryId, Minutes>();
  for (let year = firstYear + 1; ; year++) {
    const hours = await hoursOf(year);
    if (hours.status === 'empty') break;
    for (const { entryId, minutesAfter } of yearCloseOf(hours).adjustments.values()) after.set(entryId, minutesAfter);
  }
  return entries
    .map((entry) => ({ ...entry, serviceMinutes: after.get(entry.entryId) ?? entry.serviceMinutes }))
    .filter(({ serviceMinutes }) => serviceMinutes > 0);
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
    for (let year = yearOf(span.fromOn); year <= yearOf(span.untilOn); year++)
      found.push(String(await parts.store.headOf(hoursStream(span.volunteerId, year))));
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
