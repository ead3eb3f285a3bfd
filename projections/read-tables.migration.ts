import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Checkpoints and the tables of the windows on organizations, applications, the register, roster, teams and coverage, as their
 * entities say. Never edited once released: test/architecture/read-schema.spec.ts prints what a further migration must hold.
 */
export class ReadTables1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA "read" CASCADE`);
  }
}

const statements = [
  `CREATE SCHEMA IF NOT EXISTS "read"`,
  `CREATE TABLE "read"."checkpoint" ("name" text NOT NULL, "version" integer NOT NULL, "position" text, "epoch" bigint NOT NULL DEFAULT '0', "store_id" text NOT NULL, "stopped" jsonb, CONSTRAINT "PK_d70c4733e4ca61c1f576c2c8eef" PRIMARY KEY ("name"))`,
  `CREATE TABLE "read"."application_queue" ("volunteer_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "status" text NOT NULL, "name" text NOT NULL, "participant_kind" text NOT NULL, "source" text NOT NULL, "on_behalf" text NOT NULL, "doubts" jsonb NOT NULL, "doubt_count" integer NOT NULL, "first_submitted_on" date NOT NULL, "waiting_since" date NOT NULL, "return_reason" text, CONSTRAINT "PK_125ad718927cd47641a113eb9fb" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "application_queue_by_organization" ON "read"."application_queue" ("organization_id", "waiting_since")`,
  `CREATE TABLE "read"."coverage_organization" ("organization_id" uuid NOT NULL, "kind" text NOT NULL, "registered_on" date NOT NULL, "parent_id" uuid, "line_of_authority_id" uuid, "name" text NOT NULL, "member_counts" jsonb NOT NULL, "packs" jsonb NOT NULL, CONSTRAINT "PK_df1fcde120d81b9f3d6d88ad7b1" PRIMARY KEY ("organization_id"))`,
  `CREATE INDEX "coverage_organization_by_parent" ON "read"."coverage_organization" ("parent_id")`,
  `CREATE TABLE "read"."coverage_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "established_on" date NOT NULL, "ordinal" integer NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_adac239245253d8f90b8325172c" PRIMARY KEY ("team_id"))`,
  `CREATE INDEX "coverage_team_by_organization" ON "read"."coverage_team" ("organization_id", "established_on")`,
  `CREATE TABLE "read"."coverage_volunteer" ("volunteer_id" uuid NOT NULL, "volunteer_number" text, "name" text NOT NULL, "standing" jsonb NOT NULL, "counted" jsonb NOT NULL, CONSTRAINT "PK_96851842e32b65485b6df6c3006" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "coverage_volunteer_counted" ON "read"."coverage_volunteer" USING gin ("counted")`,
  `CREATE TABLE "read"."formation_summary_organization" ("organization_id" uuid NOT NULL, "parent_id" uuid, "line_of_authority_id" uuid, "names" jsonb NOT NULL, "member_counts" jsonb NOT NULL, CONSTRAINT "PK_742b0324485e7cdcfb79da1a5a7" PRIMARY KEY ("organization_id"))`,
  `CREATE INDEX "formation_summary_organization_by_line" ON "read"."formation_summary_organization" ("line_of_authority_id")`,
  `CREATE INDEX "formation_summary_organization_by_parent" ON "read"."formation_summary_organization" ("parent_id")`,
  `CREATE TABLE "read"."formation_summary_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "established_on" date NOT NULL, "ordinal" integer NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_896d4f042572a1b2e10eae2cdf1" PRIMARY KEY ("team_id"))`,
  `CREATE INDEX "formation_summary_team_by_organization" ON "read"."formation_summary_team" ("organization_id", "established_on")`,
  `CREATE TABLE "read"."formation_summary_volunteer" ("volunteer_id" uuid NOT NULL, "volunteer_number" text, "name" text NOT NULL, "standing" jsonb NOT NULL, "counted" jsonb NOT NULL, CONSTRAINT "PK_7f9bceb06003b8df90de81d57aa" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "formation_summary_volunteer_counted" ON "read"."formation_summary_volunteer" USING gin ("counted")`,
  `CREATE TABLE "read"."organization_directory" ("organization_id" uuid NOT NULL, "kind" text NOT NULL, "parent_id" uuid, "line_of_authority_id" uuid, "registered_on" date NOT NULL, "name" text NOT NULL, "unit_name" text NOT NULL, "unified_credit_code" text, "names" jsonb NOT NULL, "headcounts" jsonb NOT NULL, "member_counts" jsonb NOT NULL, "packs" jsonb NOT NULL, CONSTRAINT "PK_d075e2cf193003676ae1a25218d" PRIMARY KEY ("organization_id"))`,
  `CREATE INDEX "organization_directory_by_kind" ON "read"."organization_directory" ("kind")`,
  `CREATE INDEX "organization_directory_by_line" ON "read"."organization_directory" ("line_of_authority_id")`,
  `CREATE INDEX "organization_directory_by_parent" ON "read"."organization_directory" ("parent_id")`,
  `CREATE TABLE "read"."organization_directory_post" ("post_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "post_name" text NOT NULL, "document" text, "assumed_on" date NOT NULL, "ended_on" date, CONSTRAINT "PK_b85b2a971f206697a9a1291867f" PRIMARY KEY ("post_id"))`,
  `CREATE INDEX "organization_directory_post_by_organization" ON "read"."organization_directory_post" ("organization_id", "assumed_on")`,
  `CREATE TABLE "read"."organization_directory_desk" ("desk_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "effective_on" date NOT NULL, "recorded_at" text NOT NULL, "sealed_contact" jsonb, CONSTRAINT "PK_4b7724da0ecae4d48e575811d6e" PRIMARY KEY ("desk_id"))`,
  `CREATE INDEX "organization_directory_desk_by_organization" ON "read"."organization_directory_desk" ("organization_id", "effective_on")`,
  `CREATE TABLE "read"."organization_directory_person" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_e1c9281d86782a227d1866441ed" PRIMARY KEY ("volunteer_id"))`,
  `CREATE TABLE "read"."roster_volunteer" ("volunteer_id" uuid NOT NULL, "volunteer_number" text, "name" text NOT NULL, "standing" jsonb NOT NULL, "counted" jsonb NOT NULL, "particulars" jsonb NOT NULL, "sealed_contact" jsonb NOT NULL, CONSTRAINT "PK_5f9f6784764fe0110d061c8c442" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "roster_volunteer_counted" ON "read"."roster_volunteer" USING gin ("counted")`,
  `CREATE TABLE "read"."roster_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "established_on" date NOT NULL, "ordinal" integer NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_81353c2c403bed7765d2003647a" PRIMARY KEY ("team_id"))`,
  `CREATE INDEX "roster_team_by_organization" ON "read"."roster_team" ("organization_id", "ordinal")`,
  `CREATE TABLE "read"."roster_organization" ("organization_id" uuid NOT NULL, "names" jsonb NOT NULL, CONSTRAINT "PK_a87d5b62f58c6a71d3d28ebcc36" PRIMARY KEY ("organization_id"))`,
  `CREATE TABLE "read"."team_register_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "established_on" date NOT NULL, "ordinal" integer NOT NULL, "name" text NOT NULL, "main_projects" text, "leaders" jsonb NOT NULL, "stated" jsonb NOT NULL, CONSTRAINT "PK_60a4096c9b1d033089d0a75b1d8" PRIMARY KEY ("team_id"))`,
  `CREATE INDEX "team_register_team_by_organization" ON "read"."team_register_team" ("organization_id", "ordinal")`,
  `CREATE TABLE "read"."team_register_organization" ("organization_id" uuid NOT NULL, "names" jsonb NOT NULL, "headcounts" jsonb NOT NULL, CONSTRAINT "PK_2ec36144c35e0d44e1027bfd047" PRIMARY KEY ("organization_id"))`,
  `CREATE TABLE "read"."team_register_volunteer" ("volunteer_id" uuid NOT NULL, "volunteer_number" text, "name" text NOT NULL, "standing" jsonb NOT NULL, "counted" jsonb NOT NULL, "sealed_contact" jsonb NOT NULL, CONSTRAINT "PK_bf6f01ce2effe8798b3486d3474" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "team_register_volunteer_counted" ON "read"."team_register_volunteer" USING gin ("counted")`,
  `CREATE TABLE "read"."volunteer_register" ("volunteer_id" uuid NOT NULL, "volunteer_number" text, "status" text, "organization_id" uuid, "participant_kind" text, "primary_team_id" uuid, "applied_on" date, "approved_on" date, "enrolled_on" date, "withdrawn_on" date, "source" text, "consents" jsonb NOT NULL, "name" text NOT NULL, "sex" text, "birth_date" text, "stated_age" text, "stated_age_on" text, "ethnicity" text, "education" text, "work_unit" text, "political_status" text, "joined_party_on" text, "skills" text, "main_projects" text, "service_interests" jsonb, "statuses" jsonb NOT NULL, "kinds" jsonb NOT NULL, "primary_teams" jsonb NOT NULL, "memberships" jsonb NOT NULL, "sealed_identity" jsonb NOT NULL, "sealed_contact" jsonb NOT NULL, "sealed_sensitive" jsonb NOT NULL, "sealed_photo" jsonb NOT NULL, "sealed_free" jsonb NOT NULL, CONSTRAINT "PK_f4dd3fd8c898b6e83777677865e" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "volunteer_register_by_membership" ON "read"."volunteer_register" USING gin ("memberships")`,
  `CREATE INDEX "volunteer_register_by_name" ON "read"."volunteer_register" ("name")`,
  `CREATE INDEX "volunteer_register_by_number" ON "read"."volunteer_register" ("volunteer_number")`,
  `CREATE INDEX "volunteer_register_by_team" ON "read"."volunteer_register" ("primary_team_id")`,
  `CREATE INDEX "volunteer_register_by_organization" ON "read"."volunteer_register" ("organization_id", "status", "volunteer_number")`,
  `CREATE TABLE "read"."volunteer_register_name" ("subject_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_499407de19aa66c9fefe5895897" PRIMARY KEY ("subject_id"))`,
];
