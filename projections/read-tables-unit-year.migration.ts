import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings and ten-haves of a team, and the yearly review of an organization. */
export class ReadTables1764000001303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "read"."annual_review" DROP "quarters_met", DROP "ten_haves", DROP "ten_haves_checked_on"`,
    );
    await runner.query(
      `DROP TABLE "read"."team_duties_meeting", "read"."team_duties_check", "read"."organization_review"`,
    );
  }
}

const statements = [
  `CREATE TABLE "read"."team_duties_meeting" ("meeting_id" uuid NOT NULL, "team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "year" integer NOT NULL, "quarter" integer NOT NULL, "held_on" date NOT NULL, "recorded_on" date NOT NULL, "recorded_by" uuid NOT NULL, "attendees" integer NOT NULL, "summary" text NOT NULL, CONSTRAINT "PK_829c9419d43870b9f5268543313" PRIMARY KEY ("meeting_id"))`,
  `CREATE INDEX "team_duties_meeting_by_team" ON "read"."team_duties_meeting" ("team_id", "year")`,
  `CREATE TABLE "read"."team_duties_check" ("team_id" uuid NOT NULL, "checked_on" date NOT NULL, "organization_id" uuid NOT NULL, "year" integer NOT NULL, "recorded_on" date NOT NULL, "recorded_by" uuid NOT NULL, "present" jsonb NOT NULL, "note" text, CONSTRAINT "PK_61069e21cb808d486d5c1389635" PRIMARY KEY ("team_id", "checked_on"))`,
  `CREATE TABLE "read"."organization_review" ("organization_id" uuid NOT NULL, "year" integer NOT NULL, "pack" text NOT NULL, "pack_version" integer NOT NULL, "position" text NOT NULL, "prepared_on" date NOT NULL, "prepared_by" uuid NOT NULL, "volunteers" integer NOT NULL, "exempted" integer NOT NULL, "participants" integer NOT NULL, "without_minutes" integer NOT NULL, "minutes_min" integer, "reached" integer, "service_minutes" integer NOT NULL, "declared_minutes" integer NOT NULL, "late_minutes" integer NOT NULL, "entries" integer NOT NULL, "teams" integer NOT NULL, "activities" integer NOT NULL, "activities_min" integer, "teams_reached" integer, "behind" integer, "conclusion" text, "note" text, "confirmed_on" date, "confirmed_by" uuid, CONSTRAINT "PK_55f293f094e19844432de8f21f0" PRIMARY KEY ("organization_id", "year"))`,
  `CREATE INDEX "organization_review_by_year" ON "read"."organization_review" ("year")`,
  `ALTER TABLE "read"."annual_review" ADD "quarters_met" integer`,
  `ALTER TABLE "read"."annual_review" ADD "ten_haves" integer`,
  `ALTER TABLE "read"."annual_review" ADD "ten_haves_checked_on" date`,
];
