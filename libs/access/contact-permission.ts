import type { Actor, Role } from './actor.js';
import { clearRoles, type Ancestry } from './permissions.js';

/** Telephone numbers on a print are for those who hand the form up, not for everybody who may look at the ledger. */
const contactRoles: readonly Role[] = ['UNIT_OFFICE', 'COUNTY_OFFICE', 'CITY_OFFICE'];

/** May this actor have the ID number, contacts and the like of a person of this organization in clear? */
export const mayOpenPersonalData = (actor: Actor, ancestry: Ancestry): boolean =>
  actor.grants.some(
    ({ role, organizationId }) =>
      clearRoles.includes(role) && organizationId !== undefined && ancestry.includes(organizationId),
  );

/** May this actor have the contacts of people of this organization decrypted? */
export const mayOpenContacts = (actor: Actor, ancestry: Ancestry): boolean =>
  actor.grants.some(
    ({ role, organizationId }) =>
      contactRoles.includes(role) && organizationId !== undefined && ancestry.includes(organizationId),
  );
