import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications that somebody has begun to fill in; what was typed is here as ciphertext only. */
export class ApplicationDrafts1764000001702 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table registry.application_draft (
      account_id uuid not null,
      draft_id uuid not null,
      sealed bytea not null,
      saved_at timestamptz not null,
      primary key (account_id, draft_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.application_draft');
  }
}
