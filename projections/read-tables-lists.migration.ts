import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the long lists are found and sorted by: a person's minutes month by month, letters of teams and activities, attendances
 * without an entry, indexes with all their query adds up. Rows that are there wait for the rebuild, apart from the minutes, which
 * are made of the entries beside them: without them a list would say that nobody served.
 */
export class ReadTables1764000003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}

const soFar = Array.from(
  { length: 12 },
  (_, i) => `coalesce(sum(service_minutes) filter (where extract(month from served_on) <= ${i + 1}), 0)::int`,
);

const statements = [
  `CREATE TABLE "read"."participation_year" ("year" integer NOT NULL, "volunteer_id" uuid NOT NULL, "so_far" jsonb NOT NULL, CONSTRAINT "PK_42ad50e8771e408bcd39925fea8" PRIMARY KEY ("year", "volunteer_id"))`,
  `INSERT INTO "read"."participation_year" SELECT extract(year from served_on)::int, volunteer_id, jsonb_build_array(${soFar.join(', ')}) FROM "read"."participation_entry" GROUP BY 1, 2`,
  `ALTER TABLE "read"."activity_register" ADD "letters" text NOT NULL DEFAULT ''`,
  `ALTER TABLE "read"."activity_register" ALTER "letters" DROP DEFAULT`,
  `ALTER TABLE "read"."team_year_team" ADD "letters" text NOT NULL DEFAULT ''`,
  `ALTER TABLE "read"."team_year_team" ALTER "letters" DROP DEFAULT`,
  `ALTER TABLE "read"."year_book_attendance" ADD "entered" boolean NOT NULL DEFAULT true`,
  `ALTER TABLE "read"."year_book_attendance" ALTER "entered" DROP DEFAULT`,
  `ALTER TABLE "read"."year_book_sum" ADD "first_on" date`,
  `DROP INDEX "read"."activity_register_credit_by_activity"`,
  `DROP INDEX "read"."year_book_attendance_by_year"`,
  `DROP INDEX "read"."year_book_sum_by_year"`,
  `CREATE INDEX "activity_register_credit_by_activity" ON "read"."activity_register_credit" ("activity_id", "state", "service_minutes")`,
  `CREATE INDEX "participation_entry_by_day" ON "read"."participation_entry" ("served_on", "volunteer_id", "service_minutes")`,
  `CREATE INDEX "year_book_attendance_by_year" ON "read"."year_book_attendance" ("year", "entered")`,
  `CREATE INDEX "year_book_sum_by_year" ON "read"."year_book_sum" ("year", "volunteer_id", "side", "service_minutes", "first_on")`,
  `CREATE INDEX "team_year_participation_by_activity" ON "read"."team_year_participation" ("year", "team_id", "activity_id")`,
  `CREATE INDEX "team_year_participation_by_member" ON "read"."team_year_participation" ("year", "team_id", "volunteer_id")`,
];

const back = [
  `DROP INDEX "read"."team_year_participation_by_member"`,
  `DROP INDEX "read"."team_year_participation_by_activity"`,
  `DROP INDEX "read"."year_book_sum_by_year"`,
  `DROP INDEX "read"."year_book_attendance_by_year"`,
  `DROP INDEX "read"."participation_entry_by_day"`,
  `DROP INDEX "read"."activity_register_credit_by_activity"`,
  `CREATE INDEX "year_book_sum_by_year" ON "read"."year_book_sum" ("year", "side")`,
  `CREATE INDEX "year_book_attendance_by_year" ON "read"."year_book_attendance" ("year")`,
  `CREATE INDEX "activity_register_credit_by_activity" ON "read"."activity_register_credit" ("activity_id", "served_on")`,
  `ALTER TABLE "read"."year_book_sum" DROP "first_on"`,
  `ALTER TABLE "read"."year_book_attendance" DROP "entered"`,
  `ALTER TABLE "read"."team_year_team" DROP "letters"`,
  `ALTER TABLE "read"."activity_register" DROP "letters"`,
  `DROP TABLE "read"."participation_year"`,
];
