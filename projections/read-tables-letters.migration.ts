import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The letters by which a name is typed; rows that are there wait for the rebuild. */
export class ReadTables1764000002701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."volunteer_register" ADD "name_letters" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "read"."volunteer_register" ALTER "name_letters" DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."volunteer_register" DROP "name_letters"`);
  }
}
