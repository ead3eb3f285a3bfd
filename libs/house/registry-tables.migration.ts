import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small mutable tables that are neither log nor window: given volunteer numbers, imports under way, reactions that a rule refused. */
export class RegistryTables1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists registry`);
    await runner.query(`create table registry.volunteer_number (volunteer_id uuid primary key, number text not null unique)`);
    await runner.query(`create table registry.import_batch (
      batch_id uuid primary key,
      kind text not null,
      organization_id uuid not null,
      file_sha256 text not null,
      options jsonb not null,
      account_id uuid not null,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      result jsonb,
      constraint import_batch_once unique (kind, organization_id, file_sha256))`);
    await runner.query(`create table registry.refused_reaction (
      reaction text not null,
      event_id uuid not null,
      stream text not null,
      refusal text not null,
      refused_at timestamptz not null default now(),
      primary key (reaction, event_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema registry cascade`);
  }
}
