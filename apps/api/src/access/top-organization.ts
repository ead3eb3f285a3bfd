import type { Receipt } from '#libs/event-store/ledger';
import { registerTopOrganization, topOrganizationId } from '#libs/house/top-organization';
import type { LocalDate } from '#libs/kernel/time';
import type { House } from '../api-parts.js';
import type { TopOrganizationRequest } from './access.requests.js';

const shanghaiMilliseconds = 8 * 3600 * 1000;

/** Registers the organization above all others; the second time it is already there and stays as it is. */
export function registerTop(
  house: House,
  { name, unitName, kind, pack }: TopOrganizationRequest,
  now: number,
): Promise<Receipt> {
  const organizationId = topOrganizationId(house.store.log);
  const registeredOn = new Date(now + shanghaiMilliseconds).toISOString().slice(0, 10) as LocalDate;
  const top = { organizationId, name, unitName, kind, registeredOn, ...(pack ? { pack } : {}) };
  return registerTopOrganization(house, top);
}
