import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of certificates, each given once. */
export class CertificateNumbers1764000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table registry.certificate_number (volunteer_id uuid, ordinal int, number text not null unique, primary key (volunteer_id, ordinal))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table registry.certificate_number`);
  }
}
