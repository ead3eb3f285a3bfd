import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key database: apart from the log, with backups of its own that live shortly. */
export class KeyTables1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists keys`);
    await runner.query(`create table keys.subject_key (
      kid uuid primary key,
      subject uuid not null,
      grp text not null,
      ver int not null,
      kek_epoch int not null,
      wrapped bytea not null,
      created_at timestamptz not null default now(),
      constraint subject_key_version unique (subject, grp, ver))`);
    // Proves at start that the master key file belongs to this database, before anything is written with another one.
    await runner.query(`create table keys.master_key (epoch int primary key, proof bytea not null)`);
    await runner.query(`create table keys.shredded_key (kid uuid primary key, shredded_at timestamptz not null default now())`);
    await runner.query(`create table keys.fenced_subject (subject uuid primary key, fenced_at timestamptz not null default now())`);
    await runner.query(`create table keys.blind_index (
      kind text not null,
      value bytea not null,
      subject uuid not null,
      reserved_until timestamptz,
      primary key (kind, value, subject))`);
    // One person, one ID number; a mobile may be shared in a family.
    await runner.query(`create unique index blind_index_one_id_number on keys.blind_index (value) where kind = 'id_number'`);
    await runner.query(`create index blind_index_subject on keys.blind_index (subject)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema keys cascade`);
  }
}
