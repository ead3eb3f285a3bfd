import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which minutes were recorded late, and minutes without an activity; rows that are there wait for the rebuild. */
export class ReadTables1764000000405 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."participation_entry" ADD "late" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "read"."participation_entry" ALTER "late" DROP DEFAULT`);
    await runner.query(`ALTER TABLE "read"."participation_analysis" ADD "late_minutes" integer NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE "read"."participation_analysis" ALTER "late_minutes" DROP DEFAULT`);
    await runner.query(`ALTER TABLE "read"."star_standing_entry" ALTER "activity_id" DROP NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."star_standing_entry" ALTER "activity_id" SET NOT NULL`);
    await runner.query(`ALTER TABLE "read"."participation_entry" DROP "late"`);
    await runner.query(`ALTER TABLE "read"."participation_analysis" DROP "late_minutes"`);
  }
}
