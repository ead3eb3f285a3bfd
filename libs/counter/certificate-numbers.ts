import type { VolunteerId } from '#libs/kernel/ids';
import type pg from 'pg';

const numberLock = 7_270_006;

/** Certificate numbers: `C`, the year and six digits, given once per certificate and never again. */
export class CertificateNumbers {
  constructor(private readonly pool: pg.Pool) {}

  async take(volunteerId: VolunteerId, ordinal: number, year: number): Promise<string> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [numberLock]);
      await client.query(
        `insert into registry.certificate_number (volunteer_id, ordinal, number)
         select $1, $2, 'C' || $3::text || '-' || lpad((coalesce(max(substr(number, 7)::int), 0) + 1)::text, 6, '0')
         from registry.certificate_number where number like 'C' || $3::text || '-%'
         on conflict (volunteer_id, ordinal) do nothing`,
        [volunteerId, ordinal, String(year)],
      );
      const { rows } = await client.query<{ number: string }>(
        'select number from registry.certificate_number where volunteer_id = $1 and ordinal = $2',
        [volunteerId, ordinal],
      );
      await client.query('commit');
      return rows[0]?.number ?? '';
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
