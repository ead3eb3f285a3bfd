import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the sealer keeps beside the log: the order of sealing, the tree's tiles (a cache, made again from the log at need), the
 * head of each stream, and every signed checkpoint. Nothing here is believed by an auditor, who works it out of the entries.
 */
export class ProofTables1764000000601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists proof`);
    await runner.query(`create table proof.head (
      only_row boolean primary key default true check (only_row),
      size bigint not null,
      read_to text,
      latest text not null)`);
    await runner.query(`insert into proof.head (size, read_to, latest) values (0, null, '')`);
    await runner.query(`create table proof.entry (
      n bigint primary key,
      position text not null unique,
      event_id uuid not null unique)`);
    await runner.query(`create table proof.tile (
      level smallint not null,
      index bigint not null,
      data bytea not null,
      primary key (level, index))`);
    await runner.query(`create table proof.stream_head (
      stream text collate "C" primary key,
      rev bigint not null,
      leaf text not null)`);
    await runner.query(`create table proof.bound_key (
      stream text collate "C" not null,
      key_id text not null,
      commitment text not null,
      primary key (stream, key_id))`);
    await runner.query(`create table proof.writer (
      writer_key_id text primary key,
      public_key text not null,
      revoked_at bigint)`);
    await runner.query(`create table proof.quarantine (
      position text primary key,
      stream text not null,
      revision bigint not null,
      faults jsonb not null,
      found_at timestamptz not null default now())`);
    await runner.query(`create table proof.checkpoint (
      size bigint primary key,
      note text not null,
      heads_at bigint not null,
      signed_at timestamptz not null default now(),
      witnessed_at timestamptz)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema proof cascade`);
  }
}
