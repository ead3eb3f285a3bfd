import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names by day, homes that change, death, merged records. The tables begin empty: the folds of their windows changed with
 * them, so that the next start fills them anew, and a column without a default fits no row that is there.
 */
export class ReadTables1764000000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`TRUNCATE ${tables.map((name) => `"read"."${name}"`).join(', ')}`);
    for (const [table, column, type] of columns)
      await runner.query(`ALTER TABLE "read"."${table}" ADD "${column}" ${type}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns) await runner.query(`ALTER TABLE "read"."${table}" DROP COLUMN "${column}"`);
  }
}

const columns: readonly (readonly [table: string, column: string, type: string])[] = [
  ['coverage_volunteer', 'names', 'jsonb NOT NULL'],
  ['formation_summary_volunteer', 'names', 'jsonb NOT NULL'],
  ['roster_volunteer', 'names', 'jsonb NOT NULL'],
  ['team_register_volunteer', 'names', 'jsonb NOT NULL'],
  ['volunteer_register', 'retired_on', 'date'],
  ['volunteer_register', 'deceased_on', 'date'],
  ['volunteer_register', 'survivor_id', 'uuid'],
  ['volunteer_register', 'ceasings', 'jsonb NOT NULL'],
];

const tables = [...new Set(columns.map(([table]) => table))];
