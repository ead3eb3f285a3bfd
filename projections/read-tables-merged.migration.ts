import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merged records, owners of teams by day, ended bodies; rows that are there wait for the rebuild. */
export class ReadTables1764000001301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    for (const [table, column] of filled)
      await runner.query(`ALTER TABLE "read"."${table}" ALTER "${column}" DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of added)
      await runner.query(`ALTER TABLE "read"."${table}" ${columns.map((column) => `DROP "${column}"`).join(', ')}`);
    const names = [...merged.map(([table]) => table), 'team_year_entry', 'annual_plan_team'];
    await runner.query(`DROP TABLE ${names.map((name) => `"read"."${name}"`).join(', ')}`);
  }
}

const merged = [
  ['participation_merged', 'PK_0803553d3b56e05646acab2d441'],
  ['star_standing_merged', 'PK_64b1dfeab561a51653ff2e65c24'],
  ['team_year_merged', 'PK_69f2d34dd2a73413ad19e542a6c'],
  ['year_book_merged', 'PK_4933a480695b11057c06d1b684a'],
  ['volunteer_year_merged', 'PK_08e34f2bdbc4c9730df8b012bad'],
] as const;

const spans = ['starts_at', 'ends_at'] as const;
const owned = ['ended_on', 'names', 'owners'] as const;

const added: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['participation_entry', spans],
  ['star_standing_entry', spans],
  ['year_book_entry', spans],
  ['participation_team', owned],
  ['team_year_team', owned],
  ['required_day_unit', ['ended_on']],
  ['organization_directory', ['ended_on', 'records_successor_id']],
];

/** What a row that is there has until the rebuild. */
const types: Readonly<Record<string, string>> = {
  starts_at: `text NOT NULL DEFAULT '00:00'`,
  ends_at: `text NOT NULL DEFAULT '00:00'`,
  names: `jsonb NOT NULL DEFAULT '[]'`,
  owners: `jsonb NOT NULL DEFAULT '[]'`,
  ended_on: 'date',
  records_successor_id: 'uuid',
};

const filled = added.flatMap(([table, columns]) =>
  columns.filter((column) => types[column]?.includes('DEFAULT')).map((column) => [table, column] as const),
);

const statements = [
  ...merged.map(
    ([table, key]) =>
      `CREATE TABLE "read"."${table}" ("volunteer_id" uuid NOT NULL, "links" jsonb NOT NULL, CONSTRAINT "${key}" PRIMARY KEY ("volunteer_id"))`,
  ),
  `CREATE TABLE "read"."team_year_entry" ("entry_id" uuid NOT NULL, "volunteer_id" uuid NOT NULL, "activity_id" uuid, "team_id" uuid, "served_on" date NOT NULL, "starts_at" text NOT NULL, "ends_at" text NOT NULL, "service_minutes" integer NOT NULL, CONSTRAINT "PK_8f14b729da906e27a71cccaf0f8" PRIMARY KEY ("entry_id"))`,
  `CREATE INDEX "team_year_entry_by_volunteer" ON "read"."team_year_entry" ("volunteer_id")`,
  `CREATE TABLE "read"."annual_plan_team" ("team_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "established_on" date NOT NULL, "ended_on" date, "ordinal" integer NOT NULL, "name" text NOT NULL, "names" jsonb NOT NULL, "owners" jsonb NOT NULL, CONSTRAINT "PK_41f547284c3accda9c818387f75" PRIMARY KEY ("team_id"))`,
  ...added.flatMap(([table, columns]) =>
    columns.map((column) => `ALTER TABLE "read"."${table}" ADD "${column}" ${types[column]!}`),
  ),
];
