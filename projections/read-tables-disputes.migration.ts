import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions about hours, and what volunteers have to be told. */
export class ReadTables1764000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "read"."hours_dispute" ("dispute_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "entry_id" uuid, "organization_id" uuid NOT NULL, "level" integer NOT NULL, "escalated_for" text, "ground" text NOT NULL, "statement" text NOT NULL, "raised_by" uuid NOT NULL, "disputed_on" date NOT NULL, "answer_due_on" date NOT NULL, "due_provisional" boolean NOT NULL, "outcome" text, "answer" text, "answered_by" uuid, "answered_on" date, CONSTRAINT "PK_bb567df1d93fdb4b64a3389a9fb" PRIMARY KEY ("dispute_id"))`,
    );
    await runner.query(`CREATE INDEX "hours_dispute_by_volunteer" ON "read"."hours_dispute" ("volunteer_id", "year")`);
    await runner.query(`CREATE INDEX "hours_dispute_by_organization" ON "read"."hours_dispute" ("organization_id")`);
    await runner.query(
      `CREATE TABLE "read"."hours_dispute_person" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_855698c2c96a85f035a51c379df" PRIMARY KEY ("volunteer_id"))`,
    );
    await runner.query(
      `CREATE TABLE "read"."volunteer_notice" ("volunteer_id" uuid NOT NULL, "position" text NOT NULL, "told_at" text NOT NULL, "type" text NOT NULL, "organization_id" uuid NOT NULL, "entry_id" uuid, "dispute_id" uuid, "served_on" date, "service_minutes" integer, "code" text, "words" text, CONSTRAINT "PK_2c7a4b079940d3aae79c0c7f6b1" PRIMARY KEY ("volunteer_id", "position"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['volunteer_notice', 'hours_dispute_person', 'hours_dispute'])
      await runner.query(`DROP TABLE "read"."${name}"`);
  }
}
