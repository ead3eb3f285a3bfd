import type { MigrationInterface, QueryRunner } from 'typeorm';

type Column = readonly [table: string, column: string, type: string];

/**
 * New columns of windows whose folds changed with them. The tables begin empty: the next start fills them anew, and a column
 * without a default fits no row that is there.
 */
abstract class NewColumns implements MigrationInterface {
  protected abstract readonly columns: readonly Column[];
  /** New tables and indexes, and how they go again. */
  protected readonly made: readonly string[] = [];
  protected readonly unmade: readonly string[] = [];

  async up(runner: QueryRunner): Promise<void> {
    const tables = [...new Set(this.columns.map(([table]) => `"read"."${table}"`))];
    await runner.query(`TRUNCATE ${tables.join(', ')}`);
    for (const [table, column, type] of this.columns)
      await runner.query(`ALTER TABLE "read"."${table}" ADD "${column}" ${type}`);
    for (const statement of this.made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of this.unmade) await runner.query(statement);
    for (const [table, column] of this.columns)
      await runner.query(`ALTER TABLE "read"."${table}" DROP COLUMN "${column}"`);
  }
}

/** Names by day, homes that change, death, merged records. */
export class ReadTables1764000000301 extends NewColumns {
  protected readonly columns: readonly Column[] = [
    ['coverage_volunteer', 'names', 'jsonb NOT NULL'],
    ['formation_summary_volunteer', 'names', 'jsonb NOT NULL'],
    ['roster_volunteer', 'names', 'jsonb NOT NULL'],
    ['team_register_volunteer', 'names', 'jsonb NOT NULL'],
    ['volunteer_register', 'retired_on', 'date'],
    ['volunteer_register', 'deceased_on', 'date'],
    ['volunteer_register', 'survivor_id', 'uuid'],
    ['volunteer_register', 'ceasings', 'jsonb NOT NULL'],
  ];
}

const teamColumns = (table: string): readonly Column[] => [
  [table, 'ended_on', 'date'],
  [table, 'names', 'jsonb NOT NULL'],
  [table, 'owners', 'jsonb NOT NULL'],
];

/** Teams and organizations that end, are renamed and change hands; transfers and leadership. */
export class ReadTables1764000000302 extends NewColumns {
  protected readonly columns: readonly Column[] = [
    ['coverage_organization', 'ended_on', 'date'],
    ...['coverage_team', 'formation_summary_team', 'roster_team', 'team_register_team'].flatMap(teamColumns),
  ];

  protected override readonly made = [
    `CREATE TABLE "read"."affiliation_transfers" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, "volunteer_number" text, "passages" jsonb NOT NULL, CONSTRAINT "PK_6457bfed862d88371099c697c0c" PRIMARY KEY ("volunteer_id"))`,
    `CREATE TABLE "read"."affiliation_transfers_organization" ("organization_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_27d0b19cd2481092c7cdb4d1ac5" PRIMARY KEY ("organization_id"))`,
    `CREATE TABLE "read"."team_leadership" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "established_on" date NOT NULL, "ended_on" date, "ordinal" integer NOT NULL, "name" text NOT NULL, "names" jsonb NOT NULL, "owners" jsonb NOT NULL, "terms" jsonb NOT NULL, CONSTRAINT "PK_a9ec4923cf003f2268d5e8ab63b" PRIMARY KEY ("team_id"))`,
    `CREATE TABLE "read"."team_leadership_person" ("volunteer_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_f6d1e3a4be8ab0f377eb14134e3" PRIMARY KEY ("volunteer_id"))`,
    `CREATE TABLE "read"."team_leadership_post" ("post_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "ended_on" date, CONSTRAINT "PK_65472ec0243f3cab16af6fecddd" PRIMARY KEY ("post_id"))`,
    `CREATE INDEX "coverage_team_owners" ON "read"."coverage_team" USING gin ("owners")`,
    `CREATE INDEX "formation_summary_team_owners" ON "read"."formation_summary_team" USING gin ("owners")`,
    `CREATE INDEX "team_register_team_owners" ON "read"."team_register_team" USING gin ("owners")`,
  ];

  protected override readonly unmade = [
    `DROP TABLE "read"."affiliation_transfers", "read"."affiliation_transfers_organization", "read"."team_leadership", "read"."team_leadership_post", "read"."team_leadership_person"`,
  ];
}
