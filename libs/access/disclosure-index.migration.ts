import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands on an export is asked when it leaked. */
export class DisclosureIndex1764000002902 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index disclosure_by_export on access.disclosure (export_id, volunteer_id) where export_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index access.disclosure_by_export');
  }
}
