import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The minutes of each entry beside its state, so that a night in two parts or a correction counts in the book as in the ledger; rows that are there wait for the rebuild. */
export class ReadTables1764000001302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "read"."activity_register_credit" ADD "activity_id" uuid, ADD "session_id" uuid, ADD "volunteer_id" uuid,
        ADD "team_id" uuid, ADD "served_on" date, ADD "service_minutes" integer NOT NULL DEFAULT 0`,
    );
    await runner.query(
      `CREATE INDEX "activity_register_credit_by_activity" ON "read"."activity_register_credit" ("activity_id", "served_on")`,
    );
    await runner.query(
      `CREATE INDEX "activity_register_credit_by_session" ON "read"."activity_register_credit" ("session_id", "volunteer_id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "read"."activity_register_credit" DROP "activity_id", DROP "session_id", DROP "volunteer_id",
        DROP "team_id", DROP "served_on", DROP "service_minutes"`,
    );
  }
}
