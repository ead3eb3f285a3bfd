import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found out about entries others had relied on, which results rest on them, and who was told. */
export class ReadTables1764000002901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."year_book_finding", "read"."year_book_notice", "read"."year_book_paper"`);
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "read"."year_book_finding" ("finding_id" uuid NOT NULL, "kind" text NOT NULL, "volunteer_id" uuid NOT NULL, "entry_id" uuid NOT NULL, "team_id" uuid, "served_on" date NOT NULL, "served_year" integer NOT NULL, "minutes_before" integer NOT NULL, "minutes_after" integer NOT NULL, "reason_code" text NOT NULL, "found_on" date NOT NULL, "found_at" text NOT NULL, "position" text NOT NULL, CONSTRAINT "PK_627d2feb2ace4d43c27fff1b4be" PRIMARY KEY ("finding_id"))`,
  `CREATE TABLE "read"."year_book_paper" ("subject_id" uuid NOT NULL, "kind" text NOT NULL, "number" integer NOT NULL, "organization_id" uuid, "prepared" jsonb, "versions" jsonb NOT NULL, "state" text NOT NULL, CONSTRAINT "PK_98d71fd4cc78bb9c037e2239b17" PRIMARY KEY ("subject_id", "kind", "number"))`,
  `CREATE TABLE "read"."year_book_notice" ("finding_id" uuid NOT NULL, "paper" text NOT NULL, "subject_id" uuid NOT NULL, "number" integer NOT NULL, "receiver" text NOT NULL, "means" text NOT NULL, "told_on" date NOT NULL, "told_by" uuid NOT NULL, CONSTRAINT "PK_61e69e91612779844a95c97bc2f" PRIMARY KEY ("finding_id", "paper", "subject_id", "number", "receiver"))`,
  `CREATE INDEX "year_book_finding_by_year" ON "read"."year_book_finding" ("served_year", "volunteer_id")`,
];
