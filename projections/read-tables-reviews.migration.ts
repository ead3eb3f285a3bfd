import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews of units, and the packs of a year beside a person's or a team's review; rows that are there wait for the rebuild with none. */
export class ReadTables1764000000403 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."roster_review", "read"."participation_analysis"`);
    await runner.query(`ALTER TABLE "read"."annual_review" DROP "pro_rata_target_minutes", DROP "under_packs"`);
  }
}

const statements = [
  `CREATE TABLE "read"."roster_review" ("organization_id" uuid NOT NULL, "year" integer NOT NULL, "half" integer NOT NULL, "since_on" date NOT NULL, "until_on" date NOT NULL, "pack" text NOT NULL, "pack_version" integer NOT NULL, "position" text NOT NULL, "prepared_on" date NOT NULL, "prepared_by" uuid NOT NULL, "on_roster" integer NOT NULL, "additions" integer NOT NULL, "leavers" integer NOT NULL, "team_changes" integer NOT NULL, "kind_changes" integer NOT NULL, "unchanged" integer NOT NULL, "leader_changes" integer NOT NULL, "confirmed_on" date, "confirmed_by" uuid, CONSTRAINT "PK_889cd1aacc726fa18ece67a7a51" PRIMARY KEY ("organization_id", "year", "half"))`,
  `CREATE INDEX "roster_review_by_year" ON "read"."roster_review" ("year", "half")`,
  `CREATE TABLE "read"."participation_analysis" ("organization_id" uuid NOT NULL, "year" integer NOT NULL, "period" text NOT NULL, "pack" text NOT NULL, "pack_version" integer NOT NULL, "position" text NOT NULL, "prepared_on" date NOT NULL, "prepared_by" uuid NOT NULL, "volunteers" integer NOT NULL, "exempted" integer NOT NULL, "participants" integer NOT NULL, "without_minutes" integer NOT NULL, "minutes_min" integer, "reached" integer, "service_minutes" integer NOT NULL, "declared_minutes" integer NOT NULL, "entries" integer NOT NULL, "teams" integer NOT NULL, "activities" integer NOT NULL, "activities_min" integer, "teams_reached" integer, "conclusion" text, "signed_on" date, "signed_by" uuid, CONSTRAINT "PK_bb6fc82360ff550b19632637dcb" PRIMARY KEY ("organization_id", "year", "period"))`,
  `CREATE INDEX "participation_analysis_by_year" ON "read"."participation_analysis" ("year", "period")`,
  `ALTER TABLE "read"."annual_review" ADD "pro_rata_target_minutes" integer`,
  `ALTER TABLE "read"."annual_review" ADD "under_packs" jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE "read"."annual_review" ALTER "under_packs" DROP DEFAULT`,
];
