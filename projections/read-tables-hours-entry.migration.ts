import type { MigrationInterface, QueryRunner } from 'typeorm';

const added = [
  '"approval_level" text',
  '"approved_by" uuid',
  '"approved_on" date',
  '"attested_on" date',
  '"declined_on" date',
  '"due_on" date',
  '"due_provisional" boolean NOT NULL',
  '"hold_reasons" jsonb NOT NULL',
  '"kind" text NOT NULL',
  '"late" boolean NOT NULL',
  '"late_reason_code" text',
  '"recorded_on" date NOT NULL',
  '"replaced_by" uuid',
  '"replaces" uuid',
  '"stands_entry_id" uuid',
] as const;
const nameOf = (column: string): string => column.split(' ', 1)[0] ?? '';
const openedUp = ['activity_id', 'session_id', 'attested_by'] as const;

/** Entries that wait, conflict, were approved, declined or replaced. The window is folded anew, so its rows go first. */
export class ReadTables1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "read"."hours_entry"`);
    for (const column of added) await runner.query(`ALTER TABLE "read"."hours_entry" ADD ${column}`);
    for (const name of openedUp)
      await runner.query(`ALTER TABLE "read"."hours_entry" ALTER COLUMN "${name}" DROP NOT NULL`);
    await runner.query(`CREATE INDEX "hours_entry_by_attester" ON "read"."hours_entry" ("attested_by")`);
    await runner.query(`CREATE INDEX "hours_entry_by_session" ON "read"."hours_entry" ("session_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "read"."hours_entry"`);
    await runner.query(`DROP INDEX "read"."hours_entry_by_session"`);
    await runner.query(`DROP INDEX "read"."hours_entry_by_attester"`);
    for (const name of openedUp)
      await runner.query(`ALTER TABLE "read"."hours_entry" ALTER COLUMN "${name}" SET NOT NULL`);
    for (const column of added) await runner.query(`ALTER TABLE "read"."hours_entry" DROP COLUMN ${nameOf(column)}`);
  }
}
