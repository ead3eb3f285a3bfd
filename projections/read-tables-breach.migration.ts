import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Breaches of personal data and who was told. */
export class ReadTables1764000003101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."breach_register", "read"."breach_person"`);
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "read"."breach_register" ("breach_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "breach_kind" text NOT NULL, "cause" text NOT NULL, "groups" jsonb NOT NULL, "export_id" uuid, "people" integer NOT NULL, "notified" integer NOT NULL, "found_on" date NOT NULL, "recorded_on" date NOT NULL, "recorded_by" uuid NOT NULL, "circumstances" text, "remedies" jsonb NOT NULL, "reports" jsonb NOT NULL, CONSTRAINT "PK_04b4d24864c9630734062e1db79" PRIMARY KEY ("breach_id"))`,
  `CREATE INDEX "breach_register_by_organization" ON "read"."breach_register"  ("organization_id", "found_on")`,
  `CREATE TABLE "read"."breach_person" ("breach_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "notified_on" date NOT NULL, CONSTRAINT "PK_3c8594ec18ee7b048f975ac8334" PRIMARY KEY ("breach_id", "volunteer_id"))`,
  `CREATE INDEX "breach_person_by_volunteer" ON "read"."breach_person"  ("volunteer_id")`,
];
