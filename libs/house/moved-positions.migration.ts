import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Positions that events speak of, written before the log was moved to the store it is in now, and where that is here. */
export class MovedPositions1764000000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table registry.moved_position (position text primary key, here text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table registry.moved_position`);
  }
}
