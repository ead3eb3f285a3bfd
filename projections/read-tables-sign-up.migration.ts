import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open to sign up for: announcements, who is in which team; and the activity that a notice is about. */
export class ReadTables1764000002601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "read"."volunteer_notice" DROP "activity_id"`);
    await runner.query(`DROP INDEX "read"."sign_up_session_by_day", "read"."volunteer_notice_by_organization"`);
    await runner.query(`DROP TABLE "read"."sign_up_activity", "read"."sign_up_member", "read"."volunteer_notice_home"`);
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "read"."sign_up_activity" ("activity_id" uuid NOT NULL, "team_ids" jsonb NOT NULL, "theme" text, "service_mode" text, "is_dangerous" boolean NOT NULL, "place" text NOT NULL, "content" text NOT NULL, "responsible_person" text NOT NULL, "needed_skills" jsonb NOT NULL, "is_cancelled" boolean NOT NULL, CONSTRAINT "PK_d8d8350a77bfac30fd70e9a4160" PRIMARY KEY ("activity_id"))`,
  `CREATE TABLE "read"."sign_up_member" ("team_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "joined_on" date NOT NULL, "left_on" date, CONSTRAINT "PK_1cb8bdb26054b0aaf1516841be3" PRIMARY KEY ("team_id", "volunteer_id"))`,
  `CREATE INDEX "sign_up_member_by_volunteer" ON "read"."sign_up_member" ("volunteer_id")`,
  `ALTER TABLE "read"."volunteer_notice" ADD "activity_id" uuid`,
  `CREATE TABLE "read"."volunteer_notice_home" ("volunteer_id" uuid NOT NULL, "organization_id" uuid NOT NULL, CONSTRAINT "PK_1a56f647f673e3ef064a670be9f" PRIMARY KEY ("volunteer_id"))`,
  `CREATE INDEX "volunteer_notice_home_by_organization" ON "read"."volunteer_notice_home" ("organization_id")`,
  `CREATE INDEX "volunteer_notice_by_organization" ON "read"."volunteer_notice" ("organization_id")`,
  `CREATE INDEX "sign_up_session_by_day" ON "read"."sign_up_session" ("held_on")`,
];
