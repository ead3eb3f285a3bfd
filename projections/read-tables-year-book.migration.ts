import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the books of a year, as their entities say. */
export class ReadTables1764000000502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE "read"."year_book", "read"."year_book_adjustment", "read"."year_book_attendance", "read"."year_book_dispute", "read"."year_book_entry", "read"."year_book_person", "read"."year_book_stream", "read"."year_book_sum"`,
    );
  }
}

const statements = [
  `CREATE TABLE "read"."year_book" ("organization_id" uuid NOT NULL, "year" integer NOT NULL, "state" text NOT NULL, "closed_on" date NOT NULL, "closed_by" uuid NOT NULL, "pack" text NOT NULL, "pack_version" integer NOT NULL, "position" text NOT NULL, "volunteers" integer NOT NULL, "entries" integer NOT NULL, "activities" integer NOT NULL, "service_minutes" integer NOT NULL, "book_hash" text NOT NULL, "breaks" integer NOT NULL, CONSTRAINT "PK_feabca76203c974575e6b51a86f" PRIMARY KEY ("organization_id", "year"))`,
  `CREATE TABLE "read"."year_book_adjustment" ("adjustment_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "adjusts_year" integer NOT NULL, "entry_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "served_on" date NOT NULL, "minutes_before" integer NOT NULL, "minutes_after" integer NOT NULL, "reason_code" text NOT NULL, "adjusted_on" date NOT NULL, "adjusted_by" uuid NOT NULL, CONSTRAINT "PK_70371a070362be951f1442e884f" PRIMARY KEY ("adjustment_id"))`,
  `CREATE TABLE "read"."year_book_attendance" ("session_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "entry_id" uuid NOT NULL, "year" integer NOT NULL, "organization_id" uuid NOT NULL, "served_on" date NOT NULL, "service_minutes" integer NOT NULL, "attested_by" uuid NOT NULL, CONSTRAINT "PK_23158ad5de115e40acd2a5dcd6b" PRIMARY KEY ("session_id", "volunteer_id"))`,
  `CREATE TABLE "read"."year_book_dispute" ("dispute_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "organization_id" uuid NOT NULL, "answer_due_on" date NOT NULL, CONSTRAINT "PK_0cce379057de0cf1c2233bce46b" PRIMARY KEY ("dispute_id"))`,
  `CREATE TABLE "read"."year_book_entry" ("entry_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "kind" text NOT NULL, "activity_id" uuid, "session_id" uuid, "team_id" uuid, "organization_id" uuid NOT NULL, "served_on" date NOT NULL, "service_minutes" integer NOT NULL, "state" text NOT NULL, "recorded_by" uuid NOT NULL, "attested_by" uuid NOT NULL, "credited_position" text, "reversed_position" text, CONSTRAINT "PK_21a5422c8c0c65fb34e96bf826a" PRIMARY KEY ("entry_id"))`,
  `CREATE TABLE "read"."year_book_person" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, "organization_id" uuid NOT NULL, "homes" jsonb NOT NULL, "enrolled_on" date, "ended_enrolments" jsonb NOT NULL, CONSTRAINT "PK_90103a56fd035866b3165a4aa0c" PRIMARY KEY ("volunteer_id"))`,
  `CREATE TABLE "read"."year_book_stream" ("volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "organization_id" uuid NOT NULL, "service_minutes" integer NOT NULL, "closed_on" date NOT NULL, CONSTRAINT "PK_239d0a9efb48768e3ec4790f039" PRIMARY KEY ("volunteer_id", "year"))`,
  `CREATE TABLE "read"."year_book_sum" ("side" text NOT NULL, "subject_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "service_minutes" integer NOT NULL, "entries" integer NOT NULL, CONSTRAINT "PK_76e65f40ab1b9796d6de253ccae" PRIMARY KEY ("side", "subject_id", "volunteer_id", "year"))`,
  `CREATE INDEX "year_book_adjustment_by_volunteer" ON "read"."year_book_adjustment"  ("volunteer_id", "adjusts_year")`,
  `CREATE INDEX "year_book_attendance_by_year" ON "read"."year_book_attendance"  ("year")`,
  `CREATE INDEX "year_book_entry_by_session" ON "read"."year_book_entry"  ("session_id", "volunteer_id")`,
  `CREATE INDEX "year_book_entry_by_volunteer" ON "read"."year_book_entry"  ("volunteer_id", "year")`,
  `CREATE INDEX "year_book_entry_by_year" ON "read"."year_book_entry"  ("year", "state")`,
  `CREATE INDEX "year_book_person_by_organization" ON "read"."year_book_person"  ("organization_id")`,
  `CREATE INDEX "year_book_sum_by_year" ON "read"."year_book_sum"  ("year", "side")`,
];
