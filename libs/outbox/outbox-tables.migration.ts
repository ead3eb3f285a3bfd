import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters on their way out, beside the log and not among the read tables: a rebuild, or a new read database, neither loses nor
 * repeats one. A letter stands here until it is delivered.
 */
export class OutboxTables1764000000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema outbox`);
    await runner.query(`create table outbox.letter (
      id uuid primary key,
      type text not null,
      volunteer_id uuid not null,
      organization_id uuid not null,
      event_id uuid not null,
      position text not null,
      recorded_at timestamptz not null,
      put_at timestamptz not null default clock_timestamp(),
      attempts int not null default 0,
      next_try_at timestamptz not null default clock_timestamp(),
      why text,
      given_up_at timestamptz)`);
    await runner.query(`create index letter_due on outbox.letter (next_try_at) where given_up_at is null`);
    await runner.query(`create table outbox.checkpoint (
      name text primary key,
      version int not null,
      position text,
      epoch bigint not null default 0,
      store_id text not null,
      stopped jsonb)`);
    await runner.query(`create table outbox.lease (
      name text primary key,
      owner text not null,
      epoch bigint not null,
      expires_at timestamptz not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema outbox cascade`);
  }
}
