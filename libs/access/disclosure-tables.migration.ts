import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose personal data was shown in clear to whom and why, and what left the house. Codes, ids and hashes; only ever added to. */
export class DisclosureTables1764000000703 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table access.export (
      export_id uuid primary key,
      at timestamptz not null,
      by_account uuid not null,
      organization_id uuid,
      means text not null,
      purpose text not null,
      receiver text not null,
      groups text[] not null,
      people int not null,
      content_hash text not null)`);
    await runner.query(`create table access.disclosure (
      n bigint generated always as identity primary key,
      at timestamptz not null,
      by_account uuid not null,
      volunteer_id uuid not null,
      organization_id uuid,
      groups text[] not null,
      means text not null,
      purpose text not null,
      export_id uuid references access.export)`);
    await runner.query(`create index disclosure_by_volunteer on access.disclosure (volunteer_id, n)`);
    await runner.query(`create index disclosure_by_organization on access.disclosure (organization_id, n)`);
    await runner.query(`create index export_by_organization on access.export (organization_id, at)`);
    // Whoever received a person's data has to be told of an erasure.
    await runner.query(`create table access.export_notice (
      export_id uuid not null references access.export,
      volunteer_id uuid not null,
      request_id uuid not null,
      due_since timestamptz not null,
      primary key (export_id, volunteer_id, request_id))`);
    for (const name of ['disclosure', 'export', 'export_notice'])
      await runner.query(`create trigger ${name}_is_append_only before update or delete or truncate on access.${name}
        for each statement execute function access.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table access.export_notice, access.disclosure, access.export`);
  }
}
