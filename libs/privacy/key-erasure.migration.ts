import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was destroyed, for whom and by which request: it can only grow, since a reader takes it for the word that a key is gone on purpose. */
export class KeyErasure1764000000702 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table keys.shredded_key add column subject uuid, add column request_id uuid`);
    await runner.query(`create index shredded_key_request on keys.shredded_key (request_id)`);
    await runner.query(`create function keys.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'what was destroyed stays destroyed: % on % refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
      end $$`);
    for (const table of ['shredded_key', 'fenced_subject'])
      await runner.query(`create trigger ${table}_only_grows before update or delete or truncate on keys.${table}
        for each statement execute function keys.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function keys.refuse_change() cascade`);
    await runner.query(`alter table keys.shredded_key drop column subject, drop column request_id`);
  }
}
