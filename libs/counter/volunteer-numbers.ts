import type { VolunteerId } from '#libs/kernel/ids';
import type pg from 'pg';

const numberLock = 7_270_005;

/**
 * Volunteer numbers (志愿者编号): the year of enrolment and six digits, given once per person and never again. Asked for the
 * same people in the same order they come out the same, so that an import repeated after a crash ends like an undisturbed one.
 */
export class VolunteerNumbers {
  constructor(private readonly pool: pg.Pool) {}

  async take(volunteerIds: readonly VolunteerId[], year: number): Promise<ReadonlyMap<VolunteerId, string>> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [numberLock]);
      await client.query(
        `insert into registry.volunteer_number (volunteer_id, number)
         select id, $2::text || lpad((last.number + row_number() over (order by n))::text, 6, '0')
         from unnest($1::uuid[]) with ordinality as asked(id, n),
           (select coalesce(max(substr(number, 5)::int), 0) as number from registry.volunteer_number where number like $2::text || '%') as last
         where not exists (select 1 from registry.volunteer_number known where known.volunteer_id = asked.id)`,
        [volunteerIds, String(year)],
      );
      const { rows } = await client.query<{ volunteer_id: VolunteerId; number: string }>('select volunteer_id, number from registry.volunteer_number where volunteer_id = any($1::uuid[])', [
        volunteerIds,
      ]);
      await client.query('commit');
      return new Map(rows.map((row) => [row.volunteer_id, row.number]));
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
