import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the windows on activities, hours, stars, reviews and histories, as their entities say. */
export class ReadTables1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE "read"."activity_register", "read"."activity_register_team", "read"."activity_register_session", "read"."activity_register_attendance", "read"."activity_register_credit", "read"."activity_register_name", "read"."annual_review", "read"."annual_review_name", "read"."star_standing", "read"."star_standing_entry", "read"."team_year_participation", "read"."team_year_team", "read"."team_year_name", "read"."volunteer_history_entry", "read"."volunteer_history_person", "read"."volunteer_year", "read"."volunteer_year_person", "read"."volunteer_year_name", "read"."hours_entry"`,
    );
  }
}

const statements = [
  `CREATE SCHEMA IF NOT EXISTS "read"`,
  `CREATE TABLE "read"."activity_register" ("activity_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "planned_on" date NOT NULL, "first_held_on" date, "last_held_on" date, "theme" text, "title" text NOT NULL, "place" text NOT NULL, "content" text NOT NULL, "responsible_person" text NOT NULL, "cancelled_on" date, "cancellation_reason" text, CONSTRAINT "PK_c71c8b8bbb4417d6e37d7a184dc" PRIMARY KEY ("activity_id"))`,
  `CREATE INDEX "activity_register_by_organization" ON "read"."activity_register" ("organization_id", "first_held_on")`,
  `CREATE TABLE "read"."activity_register_team" ("activity_id" uuid NOT NULL, "team_id" uuid NOT NULL, "ordinal" integer NOT NULL, CONSTRAINT "PK_acdf223f381626be792ec1078b0" PRIMARY KEY ("activity_id", "team_id"))`,
  `CREATE INDEX "activity_register_team_by_team" ON "read"."activity_register_team" ("team_id")`,
  `CREATE TABLE "read"."activity_register_session" ("session_id" uuid NOT NULL, "activity_id" uuid NOT NULL, "held_on" date NOT NULL, "starts_at" text NOT NULL, "ends_at" text NOT NULL, CONSTRAINT "PK_9971886bc677eb4d452e75c2595" PRIMARY KEY ("session_id"))`,
  `CREATE INDEX "activity_register_session_by_activity" ON "read"."activity_register_session" ("activity_id", "held_on")`,
  `CREATE TABLE "read"."activity_register_attendance" ("session_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "activity_id" uuid NOT NULL, "entry_id" uuid NOT NULL, "team_id" uuid, "served_on" date NOT NULL, "starts_at" text NOT NULL, "ends_at" text NOT NULL, "end_derived" boolean NOT NULL, "service_minutes" integer NOT NULL, "provenance" text NOT NULL, "recorded_by" uuid NOT NULL, "attested_by" uuid, CONSTRAINT "PK_e77ab1d67734280acdbd09d6cca" PRIMARY KEY ("session_id", "volunteer_id"))`,
  `CREATE INDEX "activity_register_attendance_by_activity" ON "read"."activity_register_attendance" ("activity_id")`,
  `CREATE TABLE "read"."activity_register_credit" ("entry_id" uuid NOT NULL, "state" text NOT NULL, "reversal_reason_code" text, "reversed_on" date, CONSTRAINT "PK_7c62e19df1f5574ab4cbc609520" PRIMARY KEY ("entry_id"))`,
  `CREATE TABLE "read"."activity_register_name" ("subject_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_c5ec32ec17c7dae8ecb42b341c5" PRIMARY KEY ("subject_id"))`,
  `CREATE TABLE "read"."annual_review" ("subject_id" uuid NOT NULL, "year" integer NOT NULL, "subject_kind" text NOT NULL, "organization_id" uuid NOT NULL, "pack" text NOT NULL, "pack_version" integer NOT NULL, "position" text NOT NULL, "prepared_on" date NOT NULL, "prepared_by" uuid NOT NULL, "service_minutes" integer NOT NULL, "activities" integer NOT NULL, "members" integer, "target_minutes" integer, "target_activities" integer, "conclusion" text, "confirmed_on" date, "confirmed_by" uuid, CONSTRAINT "PK_713e1be1785dbe0b9f0b10265c6" PRIMARY KEY ("subject_id", "year"))`,
  `CREATE INDEX "annual_review_by_organization" ON "read"."annual_review" ("organization_id", "year")`,
  `CREATE TABLE "read"."annual_review_name" ("subject_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_8c9fc1e807d6c2efa32ef5ae888" PRIMARY KEY ("subject_id"))`,
  `CREATE TABLE "read"."star_standing" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, "volunteer_number" text, "organization_id" uuid, "withdrawn_on" date, "service_minutes" integer NOT NULL, CONSTRAINT "PK_d7f04733a53893666a1f47db0c1" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "star_standing_by_organization" ON "read"."star_standing" ("organization_id")`,
  `CREATE TABLE "read"."star_standing_entry" ("entry_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "activity_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "served_on" date NOT NULL, "service_minutes" integer NOT NULL, "position" text NOT NULL, CONSTRAINT "PK_1961e89114b6f9294a8672f45bd" PRIMARY KEY ("entry_id"))`,
  `CREATE INDEX "star_standing_entry_by_volunteer" ON "read"."star_standing_entry" ("volunteer_id", "served_on")`,
  `CREATE TABLE "read"."team_year_participation" ("team_id" uuid NOT NULL, "year" integer NOT NULL, "activity_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "service_minutes" integer NOT NULL, "entries" integer NOT NULL, CONSTRAINT "PK_1b80fa8428f7a5426ee1dc52610" PRIMARY KEY ("team_id", "year", "activity_id", "volunteer_id"))`,
  `CREATE TABLE "read"."team_year_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "name" text NOT NULL, "ordinal" integer NOT NULL, "established_on" date NOT NULL, CONSTRAINT "PK_4e41dc00514eb83f4df604c9793" PRIMARY KEY ("team_id"))`,
  `CREATE INDEX "team_year_team_by_organization" ON "read"."team_year_team" ("organization_id", "ordinal")`,
  `CREATE TABLE "read"."team_year_name" ("subject_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_ee09db7daf44885d9097e714778" PRIMARY KEY ("subject_id"))`,
  `CREATE TABLE "read"."volunteer_history_entry" ("volunteer_id" uuid NOT NULL, "stream" text NOT NULL, "revision" integer NOT NULL, "position" text NOT NULL, "event_type" text NOT NULL, "at" text NOT NULL, CONSTRAINT "PK_0eb97a26c0ffc273ca5f379e47e" PRIMARY KEY ("volunteer_id", "stream", "revision"))`,
  `CREATE TABLE "read"."volunteer_history_person" ("volunteer_id" uuid NOT NULL, "organization_id" uuid NOT NULL, CONSTRAINT "PK_4c5ed3887c98fc08a312ca46df9" PRIMARY KEY ("volunteer_id"))`,
  `CREATE TABLE "read"."volunteer_year" ("volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "service_minutes" integer NOT NULL, "activities" integer NOT NULL, "activity_minutes" jsonb NOT NULL, CONSTRAINT "PK_2212331d29a8cba5e92dc455881" PRIMARY KEY ("volunteer_id", "year"))`,
  `CREATE TABLE "read"."volunteer_year_person" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, "organization_id" uuid, "participant_kind" text, "volunteer_number" text, "primary_team_id" uuid, "enrolled_on" date, "withdrawn_on" date, CONSTRAINT "PK_c7c650fe343afcb265cacffef9f" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "volunteer_year_person_by_team" ON "read"."volunteer_year_person" ("primary_team_id")`,
  `CREATE INDEX "volunteer_year_person_by_organization" ON "read"."volunteer_year_person" ("organization_id")`,
  `CREATE TABLE "read"."volunteer_year_name" ("subject_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_dbadd607b6f0e470843f4a9ef9c" PRIMARY KEY ("subject_id"))`,
  `CREATE TABLE "read"."hours_entry" ("entry_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "year" integer NOT NULL, "activity_id" uuid NOT NULL, "session_id" uuid NOT NULL, "team_id" uuid, "organization_id" uuid NOT NULL, "served_on" date NOT NULL, "starts_at" text NOT NULL, "ends_at" text NOT NULL, "service_minutes" integer NOT NULL, "provenance" text NOT NULL, "state" text NOT NULL, "conflicts_with" uuid, "recorded_by" uuid NOT NULL, "attested_by" uuid NOT NULL, "position" text NOT NULL, "reversal_reason_code" text, "reversed_on" date, "reversed_by" uuid, "reversal_position" text, CONSTRAINT "PK_cbd7f8847c80e5c6bf8cf6a6a7c" PRIMARY KEY ("entry_id"))`,
  `CREATE INDEX "hours_entry_by_organization" ON "read"."hours_entry" ("organization_id", "year")`,
  `CREATE INDEX "hours_entry_by_activity" ON "read"."hours_entry" ("activity_id")`,
  `CREATE INDEX "hours_entry_by_team" ON "read"."hours_entry" ("team_id", "year")`,
  `CREATE INDEX "hours_entry_by_volunteer" ON "read"."hours_entry" ("volunteer_id", "year")`,
];
