import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the windows on plans, sign-ups, evidence and required days, and the wider book of activities. */
export class ReadTables1764000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undoing) await runner.query(statement);
  }
}

// The book is emptied: its version was raised, so the next start fills it again.
const statements = [
  `CREATE TABLE "read"."activity_evidence" ("evidence_id" uuid NOT NULL, "activity_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "session_id" uuid, "evidence_kind" text NOT NULL, "sha256" text NOT NULL, "bytes" integer NOT NULL, "content_type" text NOT NULL, "added_on" date NOT NULL, "shows_minor" boolean NOT NULL, "caption" text, CONSTRAINT "PK_280a0985d69a6c28cad78b3ed32" PRIMARY KEY ("evidence_id"))`,
  `CREATE INDEX "activity_evidence_by_hash" ON "read"."activity_evidence" ("sha256")`,
  `CREATE INDEX "activity_evidence_by_activity" ON "read"."activity_evidence" ("activity_id")`,
  `CREATE TABLE "read"."annual_plan_line" ("plan_line_id" uuid NOT NULL, "team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "year" integer NOT NULL, "month" integer NOT NULL, "theme" text, "title" text NOT NULL, "lead" text, "served_people" text, "planned_on" date NOT NULL, "dropped_on" date, "drop_reason" text, CONSTRAINT "PK_f368877db9d8f6dd1b4ae3ac1a3" PRIMARY KEY ("plan_line_id"))`,
  `CREATE INDEX "annual_plan_line_by_organization" ON "read"."annual_plan_line" ("organization_id", "year")`,
  `CREATE INDEX "annual_plan_line_by_team" ON "read"."annual_plan_line" ("team_id", "year")`,
  `CREATE TABLE "read"."annual_plan_tie" ("activity_id" uuid NOT NULL, "plan_line_id" uuid NOT NULL, "tied_on" date NOT NULL, CONSTRAINT "PK_c95da4946a29dbd222beb5967ed" PRIMARY KEY ("activity_id", "plan_line_id"))`,
  `CREATE INDEX "annual_plan_tie_by_line" ON "read"."annual_plan_tie" ("plan_line_id")`,
  `CREATE TABLE "read"."annual_plan_activity" ("activity_id" uuid NOT NULL, "title" text NOT NULL, "first_held_on" date, "cancelled_on" date, CONSTRAINT "PK_ca53c9664a37a408fa6d95aa998" PRIMARY KEY ("activity_id"))`,
  `CREATE TABLE "read"."required_day_unit" ("organization_id" uuid NOT NULL, "name" text NOT NULL, "registered_on" date, CONSTRAINT "PK_25df30c6e5f979e60ffde721c51" PRIMARY KEY ("organization_id"))`,
  `CREATE TABLE "read"."required_day_session" ("session_id" uuid NOT NULL, "activity_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "held_on" date NOT NULL, CONSTRAINT "PK_f6119e7b42579840396f969780a" PRIMARY KEY ("session_id"))`,
  `CREATE INDEX "required_day_session_by_day" ON "read"."required_day_session" ("held_on")`,
  `CREATE TABLE "read"."required_day_activity" ("activity_id" uuid NOT NULL, "title" text NOT NULL, "theme" text, "is_cancelled" boolean NOT NULL, CONSTRAINT "PK_b92b82d009279dce7dc81b7dc9c" PRIMARY KEY ("activity_id"))`,
  `CREATE TABLE "read"."sign_up_session" ("session_id" uuid NOT NULL, "activity_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "held_on" date NOT NULL, "starts_at" text NOT NULL, "ends_on" date NOT NULL, "ends_at" text NOT NULL, "capacity" integer, "is_held" boolean NOT NULL, CONSTRAINT "PK_e56065a8df242806359168f089d" PRIMARY KEY ("session_id"))`,
  `CREATE INDEX "sign_up_session_by_organization" ON "read"."sign_up_session" ("organization_id", "held_on")`,
  `CREATE TABLE "read"."sign_up" ("session_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "state" text, "position" text, "signed_up_on" date, "checked_in_on" date, "checked_in_at" text, "checked_in_means" text, "checked_out_at" text, "checked_out_means" text, "clock_drifts" boolean NOT NULL, CONSTRAINT "PK_4158b784a0a9f3aa4493e7516d4" PRIMARY KEY ("session_id", "volunteer_id"))`,
  `CREATE INDEX "sign_up_by_volunteer" ON "read"."sign_up" ("volunteer_id")`,
  `CREATE TABLE "read"."sign_up_name" ("subject_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_29cd3cd194d7ece59f254c385dd" PRIMARY KEY ("subject_id"))`,
  `TRUNCATE "read"."activity_register", "read"."activity_register_session", "read"."activity_register_attendance", "read"."activity_register_name"`,
  `ALTER TABLE "read"."activity_register" ADD "carrier" text, ADD "carrier_kind" text, ADD "programme" text, ADD "special_action" text, ADD "service_mode" text, ADD "venue_kind" text, ADD "nature" text, ADD "is_dangerous" boolean NOT NULL, ADD "insured_on" date, ADD "is_emergency" boolean NOT NULL`,
  `ALTER TABLE "read"."activity_register_session" ADD "ends_on" date NOT NULL`,
  `ALTER TABLE "read"."activity_register_attendance" ADD "ends_on" date NOT NULL, ADD "recorded_on" date NOT NULL, ADD "late_reason_code" text, ADD "sheet_id" uuid`,
  `ALTER TABLE "read"."activity_register_name" ADD "names" jsonb NOT NULL`,
];

const undoing = [
  `ALTER TABLE "read"."activity_register_name" DROP "names"`,
  `ALTER TABLE "read"."activity_register_attendance" DROP "ends_on", DROP "recorded_on", DROP "late_reason_code", DROP "sheet_id"`,
  `ALTER TABLE "read"."activity_register_session" DROP "ends_on"`,
  `ALTER TABLE "read"."activity_register" DROP "carrier", DROP "carrier_kind", DROP "programme", DROP "special_action", DROP "service_mode", DROP "venue_kind", DROP "nature", DROP "is_dangerous", DROP "insured_on", DROP "is_emergency"`,
  `DROP TABLE "read"."activity_evidence", "read"."annual_plan_line", "read"."annual_plan_tie", "read"."annual_plan_activity", "read"."required_day_unit", "read"."required_day_session", "read"."required_day_activity", "read"."sign_up_session", "read"."sign_up", "read"."sign_up_name"`,
];
