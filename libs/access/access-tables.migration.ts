import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, and the log of every act on an account, which can only grow. */
export class AccessTables1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists access`);
    await runner.query(`create table access.account (
      account_id uuid primary key,
      login text not null unique,
      display_name text not null,
      volunteer_id uuid,
      password_hash text not null,
      password_is_temporary boolean not null,
      created_at timestamptz not null,
      disabled_at timestamptz)`);
    await runner.query(`create table access.role_grant (
      grant_id uuid primary key,
      account_id uuid not null references access.account,
      role text not null,
      organization_id uuid,
      constraint administrator_has_no_scope check ((role = 'SYSTEM_ADMINISTRATOR') = (organization_id is null)))`);
    // PostgreSQL 14 does not know NULLS NOT DISTINCT.
    await runner.query(`create unique index role_grant_once on access.role_grant
      (account_id, role, coalesce(organization_id, '00000000-0000-0000-0000-000000000000'))`);
    await runner.query(`create table access.session (
      token_hash bytea primary key,
      account_id uuid not null references access.account,
      opened_at timestamptz not null,
      seen_at timestamptz not null)`);
    await runner.query(`create index session_by_account on access.session (account_id)`);
    await runner.query(`create table access.setup_token (
      only_row boolean primary key default true check (only_row),
      token_hash bytea not null,
      issued_at timestamptz not null)`);
    await runner.query(accessLog);
    await runner.query(`create index access_log_by_account on access.access_log (account_id, n)`);
    await runner.query(`create function access.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the access log is append-only: % refused', tg_op using errcode = 'integrity_constraint_violation';
      end $$`);
    await runner.query(`create trigger access_log_is_append_only before update or delete or truncate on access.access_log
      for each statement execute function access.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema access cascade`);
  }
}

const accessLog = `create table access.access_log (
  n bigint generated always as identity primary key,
  at timestamptz not null,
  act text not null,
  by_account uuid,
  account_id uuid,
  details jsonb not null)`;
