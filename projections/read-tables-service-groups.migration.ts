import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service groups of a team and who serves in them; the rows come with the rebuild of the window. */
export class ReadTables1764000003201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "read"."team_leadership_group", "read"."team_leadership_grouped"`);
  }
}

const statements = [
  `CREATE TABLE "read"."team_leadership_group" ("group_id" uuid NOT NULL, "team_id" uuid NOT NULL, "formed_on" date NOT NULL, "name" text NOT NULL, "speciality" text, CONSTRAINT "PK_b1fa816aa436927f88466c33e88" PRIMARY KEY ("group_id"))`,
  `CREATE INDEX "team_leadership_group_by_team" ON "read"."team_leadership_group" ("team_id")`,
  `CREATE TABLE "read"."team_leadership_grouped" ("team_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "groups" jsonb NOT NULL, CONSTRAINT "PK_a47c435e367d194cb9bf2c99fe5" PRIMARY KEY ("team_id", "volunteer_id"))`,
];
