import pg from 'pg';
import type { VolunteerId } from '#libs/kernel/ids';

const select = {
  name: 'of_person',
  text: 'select entry from ledger.entry where stream = any($1) order by position',
  rowMode: 'array' as const,
};

/** The limit of a history: one prepared SELECT of the person's rows and JSON.parse, nothing checked or opened. */
export class StoredPerson {
  private readonly pool: pg.Pool;

  constructor(connection: pg.PoolConfig) {
    this.pool = new pg.Pool({ ...connection, max: 4 });
    this.pool.on('error', () => undefined);
  }

  async read(volunteerId: VolunteerId): Promise<unknown[]> {
    const streams = [`volunteer-${volunteerId}`, `hours-${volunteerId}-2026`];
    const { rows } = await this.pool.query<[string]>({ ...select, values: [streams] } as never);
    return rows.map(([entry]) => JSON.parse(entry) as unknown);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
