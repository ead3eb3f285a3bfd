import { v5 as uuidv5 } from 'uuid';
import type { Receipt } from '#libs/event-store/ledger';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { House } from '../api-parts.js';
import type { TopOrganizationRequest } from './access.requests.js';

// The same as the command line's: what this installation makes once, repeated after a crash, is the same act.
const onceNamespace = '6f2cf6f1-6a1e-4f0a-9d0a-0a51e2a5f6b3';
const shanghaiMilliseconds = 8 * 3600 * 1000;

/** Registers the organization above all others; the second time it is already there and stays as it is. */
export function registerTop(
  house: House,
  { name, unitName, kind }: TopOrganizationRequest,
  now: number,
): Promise<Receipt> {
  const organizationId = uuidv5(`top organization of ${house.store.log}`, onceNamespace) as OrganizationId;
  const registeredOn = new Date(now + shanghaiMilliseconds).toISOString().slice(0, 10) as LocalDate;
  const top = { organizationId, name, unitName, kind, registeredOn };
  return registerTopOrganization(house, top);
}
