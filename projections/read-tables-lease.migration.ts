import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The leases of those who keep the read tables: one row for each group of projections or reactions, one for a rebuild. */
export class ReadTables1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "read"."lease" ("name" text NOT NULL, "owner" text NOT NULL, "epoch" bigint NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_bbcb31cd0d6ea2f600b0f84717a" PRIMARY KEY ("name"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."lease"`);
  }
}
