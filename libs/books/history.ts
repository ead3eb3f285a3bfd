import type { Position } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import type { VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { maskIdNumber } from '#libs/reference/id-number';
import { replayHistory, type History, type HistoryItem } from '#projections/volunteer-history/history';

export type { History as VolunteerHistory };

/**
 * What the log says about a person, replayed from the entries with every chain checked; the ID number is masked, contacts,
 * Party dates and health stay closed. Throws ChainBroken. The caller decides beforehand who may ask.
 */
export async function volunteerHistory(
  house: Pick<House, 'store' | 'codec' | 'keys' | 'readPool'> & Partial<Pick<House, 'today'>>,
  volunteerId: VolunteerId,
  asOf?: { readonly day: LocalDate } | { readonly position: Position },
): Promise<History> {
  const { items, totals } = await replayHistory(house, volunteerId, { asOf, open: ['identity', 'free'] });
  return { items: items.map(masked), totals };
}

const maskedValue = (value: unknown): unknown => (typeof value === 'string' ? maskIdNumber(value) : value);

function masked(item: HistoryItem): HistoryItem {
  const { idNumber } = item.changed;
  if (!idNumber && !('idNumber' in item.fields)) return item;
  const { fields, changed } = item;
  return {
    ...item,
    fields: 'idNumber' in fields ? { ...fields, idNumber: maskedValue(fields['idNumber']) } : fields,
    changed: idNumber ? { ...changed, idNumber: [maskedValue(idNumber[0]), maskedValue(idNumber[1])] } : changed,
  };
}
