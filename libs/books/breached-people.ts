import { ExportRegister } from '#libs/access/export-register';
import type { House } from '#libs/house/house';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Page } from '#libs/projection-engine/paging';
import { notifiedAmong, notifiedOf, type BreachRow } from '#projections/breach-register/breach-register.query';
import { volunteers } from '#projections/volunteer-register/volunteer-register.query';

/** Somebody whose data a breach concerned. */
export interface BreachedPerson {
  readonly volunteerId: VolunteerId;
  /** Null for people outside the reader's scope, and for those who were forgotten since. */
  readonly name: string | null;
  readonly volunteerNumber: string | null;
  /** Null while they were not told. */
  readonly notifiedOn: LocalDate | null;
}

interface PeopleAsked {
  readonly scope: readonly OrganizationId[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Who is concerned: everybody on the export that leaked; where none is named, whoever was told. */
export async function breachedPeople(
  house: Pick<House, 'main' | 'read'>,
  { breachId, exportId, people }: Pick<BreachRow, 'breachId' | 'exportId' | 'people'>,
  { scope, page, pageSize }: PeopleAsked,
): Promise<Page<BreachedPerson>> {
  const told = exportId ? undefined : await notifiedOf(house.read, { breachId, page, pageSize });
  const volunteerIds = exportId
    ? await new ExportRegister(house.main.manager).peopleOn(exportId, { limit: pageSize, offset: (page - 1) * pageSize })
    : (told?.items ?? []).map(({ volunteerId }) => volunteerId);
  const notified = await notifiedAmong(house.read, breachId, volunteerIds);
  const named = await volunteers(house.read, { scope, volunteerIds, pageSize });
  const register = new Map(named.items.map((line) => [line.volunteerId, line]));
  const items = volunteerIds.map((volunteerId) => ({
    volunteerId,
    name: register.get(volunteerId)?.name ?? null,
    volunteerNumber: register.get(volunteerId)?.volunteerNumber ?? null,
    notifiedOn: notified.get(volunteerId) ?? null,
  }));
  return { items, total: told?.total ?? people, page, pageSize };
}
