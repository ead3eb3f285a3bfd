import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Awards and applications beside the standing; rows that are there wait for the rebuild with none. */
export class ReadTables1764000000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "read"."star_standing" DROP "awards", DROP "awarded_stars", DROP "applied_stars", DROP "applied_on", DROP "approver_level"`,
    );
  }
}

const statements = [
  `ALTER TABLE "read"."star_standing" ADD "awards" jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE "read"."star_standing" ALTER "awards" DROP DEFAULT`,
  `ALTER TABLE "read"."star_standing" ADD "awarded_stars" integer NOT NULL DEFAULT 0`,
  `ALTER TABLE "read"."star_standing" ALTER "awarded_stars" DROP DEFAULT`,
  `ALTER TABLE "read"."star_standing" ADD "applied_stars" integer`,
  `ALTER TABLE "read"."star_standing" ADD "applied_on" date`,
  `ALTER TABLE "read"."star_standing" ADD "approver_level" text`,
];
