import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plan and leader beside a team's review. */
export class ReadTables1764000000404 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."annual_review" ADD "planned_lines" integer, ADD "leader_id" uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."annual_review" DROP "planned_lines", DROP "leader_id"`);
  }
}
