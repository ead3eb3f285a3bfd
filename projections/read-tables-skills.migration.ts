import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are good at, beside their names on the lists of who signed up. */
export class ReadTables1764000003102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."sign_up_name" ADD "skills" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."sign_up_name" DROP "skills"`);
  }
}
