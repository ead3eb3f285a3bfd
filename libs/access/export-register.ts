import type { EntityManager } from 'typeorm';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';

export interface KnownExport {
  /** Null where it was taken by somebody who is of no organization. */
  readonly organizationId: OrganizationId | null;
  readonly people: number;
}

/** What left the house, asked by the number of an export. */
export class ExportRegister {
  constructor(private readonly manager: Pick<EntityManager, 'query'>) {}

  async find(exportId: string): Promise<KnownExport | undefined> {
    const [found] = await this.manager.query<KnownExport[]>(
      'select organization_id as "organizationId", people from access.export where export_id = $1',
      [exportId],
    );
    return found;
  }

  /** Of these people, who stands on the export. */
  async standingOn(exportId: string, among: readonly VolunteerId[]): Promise<readonly VolunteerId[]> {
    const rows = await this.manager.query<{ id: VolunteerId }[]>(
      'select distinct volunteer_id as id from access.disclosure where export_id = $1 and volunteer_id = any($2)',
      [exportId, among],
    );
    return rows.map(({ id }) => id);
  }

  /** Everybody on the export in the order of their ids, a page of them. */
  async peopleOn(
    exportId: string,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<readonly VolunteerId[]> {
    const rows = await this.manager.query<{ id: VolunteerId }[]>(
      'select distinct volunteer_id as id from access.disclosure where export_id = $1 order by 1 limit $2 offset $3',
      [exportId, limit, offset],
    );
    return rows.map(({ id }) => id);
  }
}
