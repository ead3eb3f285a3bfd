import type { CertifiedHours } from '#libs/certificate/certificate.decider';
import type { Position } from '#libs/event-store/port';
import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { liveEntriesOf, type WrittenEntry } from '#libs/hours/hours.state';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
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
  { ledger, tree }: Parts,
  { volunteerId, organizationId, fromOn, untilOn }: CertifiedSpan,
  upTo?: Position,
): Promise<readonly WrittenEntry[]> {
  const found: WrittenEntry[] = [];
  for (let year = yearOf(fromOn); year <= yearOf(untilOn); year++) {
    const stream = hoursStream(volunteerId, year);
    const hours =
      upTo === undefined
        ? await ledger.load(hoursDecider, stream)
        : await ledger.loadAsOf(hoursDecider, stream, upTo);
    for (const entry of liveEntriesOf(hours)) {
      if (entry.servedOn < fromOn || entry.servedOn > untilOn || entry.provenance === 'EXTERNAL') continue;
      if ((await tree.ancestry(entry.organizationId)).includes(organizationId)) found.push(entry);
    }
  }
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
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
      activities: new Set(entries.map(({ activityId }) => activityId)).size,
      entries: entries.length,
    };
  }
  throw new FiguresUnsettled(span.volunteerId);
}
