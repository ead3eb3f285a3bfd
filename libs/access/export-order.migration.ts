import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two papers may leave in the same millisecond: their order is the one in which they were put on record. */
export class ExportOrder1764000003201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Rows were only ever added, so those on record are numbered in the order they came.
    await runner.query('alter table access.export add column n bigint generated always as identity');
    await runner.query('create unique index export_by_organization_n on access.export (organization_id, n)');
    await runner.query('drop index access.export_by_organization');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index export_by_organization on access.export (organization_id, at)');
    await runner.query('alter table access.export drop column n');
  }
}
