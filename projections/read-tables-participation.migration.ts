import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the window on participation, as its entities say. */
export class ReadTables1764000000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."participation_entry", "read"."participation_person", "read"."participation_team"`);
  }
}

const statements = [
  `CREATE TABLE "read"."participation_entry" ("entry_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "activity_id" uuid, "team_id" uuid, "organization_id" uuid NOT NULL, "served_on" date NOT NULL, "service_minutes" integer NOT NULL, "provenance" text NOT NULL, CONSTRAINT "PK_d4e0acb74a32b2cb05014b58673" PRIMARY KEY ("entry_id"))`,
  `CREATE INDEX "participation_entry_by_organization" ON "read"."participation_entry" ("organization_id", "served_on")`,
  `CREATE INDEX "participation_entry_by_team" ON "read"."participation_entry" ("team_id", "served_on")`,
  `CREATE INDEX "participation_entry_by_volunteer" ON "read"."participation_entry" ("volunteer_id", "served_on")`,
  `CREATE TABLE "read"."participation_person" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, "volunteer_number" text, "organization_id" uuid, "primary_team_id" uuid, "enrolled_on" date, "left_on" date, "exempted" jsonb NOT NULL, "talks" jsonb NOT NULL, CONSTRAINT "PK_791445f6e65c1244b4086d7b473" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "participation_person_by_organization" ON "read"."participation_person" ("organization_id")`,
  `CREATE TABLE "read"."participation_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "name" text NOT NULL, "ordinal" integer NOT NULL, "established_on" date NOT NULL, CONSTRAINT "PK_ded750501f4315fd31d7354314d" PRIMARY KEY ("team_id"))`,
  `CREATE INDEX "participation_team_by_organization" ON "read"."participation_team" ("organization_id")`,
];
