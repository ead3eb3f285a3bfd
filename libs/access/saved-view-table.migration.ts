import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody likes to see a register. */
export class SavedViews1764000002702 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table access.saved_view (
      account_id uuid not null references access.account,
      view_id uuid not null,
      register text not null,
      sealed_name bytea not null,
      filters text not null,
      columns text[] not null,
      saved_at timestamptz not null,
      primary key (account_id, view_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.saved_view');
  }
}
