import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log: text, never jsonb (bytes are hashed), INSERT and SELECT only for the writer, and triggers that refuse
 * the rest even to the owner. Positions are given under one lock a batch, hence dense and in commit order.
 */
export class LogTables1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists ledger`);
    await runner.query(`create table ledger.identity (
      only_row boolean primary key default true check (only_row),
      store_id text not null,
      log text not null)`);
    await runner.query(`create table ledger.entry (
      position bigint primary key,
      stream text collate "C" not null,
      revision bigint not null,
      event_id uuid not null,
      type text not null,
      entry text not null,
      constraint entry_stream_revision unique (stream, revision),
      constraint entry_event_id unique (event_id))`);
    await runner.query(`create function ledger.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the log is append-only: % on % refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
      end $$`);
    for (const table of ['entry', 'identity']) {
      await runner.query(`create trigger ${table}_is_append_only before update or delete or truncate on ledger.${table}
        for each statement execute function ledger.refuse_change()`);
    }
    await runner.query(appendBatch);
    await runner.query(writerRole);
    await runner.query(`grant usage on schema ledger to zhice_writer`);
    await runner.query(`grant select, insert on ledger.entry to zhice_writer`);
    await runner.query(`grant select on ledger.identity to zhice_writer`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the log is for ever'));
  }
}

/** Roles belong to the whole server, so another database of the same server may have made it at this very moment. */
const writerRole = `do $$ begin
    begin
      if not exists (select from pg_roles where rolname = 'zhice_writer') then
        create role zhice_writer nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    -- A superuser may take any role; an owner without that right must be a member to SET ROLE.
    if not pg_has_role(current_user, 'zhice_writer', 'member') then
      execute format('grant zhice_writer to %I', current_user);
    end if;
  end $$`;

/**
 * Verdict per command, in order, so that one bad command fails alone and two commands for one stream see each other:
 * 0 stored, 1 duplicate (revision and position of its last entry), 2 wrong revision (revision = head, -1 none), 3 id reused.
 * Expected: >= 0 exact, -1 no stream, -2 any, -3 stream exists. The lock is held to the commit: readers never see a gap.
 * A batch in which every command names another stream and finds it as expected is written by one statement; any other
 * goes command by command.
 */
const appendBatch = `
create function ledger.append_batch(p_streams text[], p_expected bigint[], p_counts int[], p_ids uuid[], p_types text[], p_entries text[])
returns table (verdict int, revision bigint, "position" bigint) language plpgsql as $$
declare
  next_position bigint;
  stored_any boolean := false;
  all_as_expected boolean;
  entry_streams text[] := '{}';
  entry_revisions bigint[] := '{}';
  first_index int := 1;
  last_index int;
  head bigint;
  seen_count int;
  seen_other boolean;
  seen_first bigint;
  seen_last bigint;
  seen_position bigint;
  in_order boolean;
begin
  perform pg_advisory_xact_lock(7270001, 0);
  select coalesce(max(e.position), -1) + 1 into next_position from ledger.entry e;

  select count(distinct c.stream) = cardinality(p_streams) and bool_and(c.expected = h.head) into all_as_expected
    from unnest(p_streams, p_expected) as c(stream, expected)
    cross join lateral (select coalesce(max(e.revision), -1) as head from ledger.entry e where e.stream = c.stream) h;
  if all_as_expected and not exists (select from ledger.entry e where e.event_id = any (p_ids)) then
    for c in 1 .. cardinality(p_streams) loop
      for n in 1 .. p_counts[c] loop
        entry_streams := array_append(entry_streams, p_streams[c]);
        entry_revisions := array_append(entry_revisions, p_expected[c] + n);
      end loop;
    end loop;
    insert into ledger.entry (position, stream, revision, event_id, type, entry)
      select next_position + given.n - 1, given.stream, given.revision, given.id, given.type, given.entry
      from unnest(entry_streams, entry_revisions, p_ids, p_types, p_entries) with ordinality as given(stream, revision, id, type, entry, n);
    for c in 1 .. cardinality(p_streams) loop
      next_position := next_position + p_counts[c];
      verdict := 0; revision := p_expected[c] + p_counts[c]; "position" := next_position - 1;
      return next;
    end loop;
    perform pg_notify('zhice_log', '');
    return;
  end if;

  for c in 1 .. cardinality(p_streams) loop
    last_index := first_index + p_counts[c] - 1;
    select max(e.revision) into head from ledger.entry e where e.stream = p_streams[c];
    head := coalesce(head, -1);
    select count(*), bool_or(e.stream <> p_streams[c]), min(e.revision), max(e.revision), max(e.position)
      into seen_count, seen_other, seen_first, seen_last, seen_position
      from ledger.entry e where e.event_id = any (p_ids[first_index:last_index]);
    if seen_count > 0 then
      select coalesce(bool_and(e.revision = seen_first + given.n - 1), false) into in_order
        from unnest(p_ids[first_index:last_index]) with ordinality as given(id, n)
        left join ledger.entry e on e.event_id = given.id;
      if seen_other then
        verdict := 3; revision := head; "position" := -1;
      elsif seen_count = p_counts[c] and in_order then
        verdict := 1; revision := seen_last; "position" := seen_position;
      else
        verdict := 2; revision := head; "position" := -1;
      end if;
    elsif p_expected[c] = head or p_expected[c] = -2 or (p_expected[c] = -3 and head >= 0) then
      insert into ledger.entry (position, stream, revision, event_id, type, entry)
        select next_position + n - first_index, p_streams[c], head + 1 + n - first_index, p_ids[n], p_types[n], p_entries[n]
        from generate_series(first_index, last_index) as n;
      next_position := next_position + p_counts[c];
      stored_any := true;
      verdict := 0; revision := head + p_counts[c]; "position" := next_position - 1;
    else
      verdict := 2; revision := head; "position" := -1;
    end if;
    return next;
    first_index := last_index + 1;
  end loop;
  if stored_any then
    perform pg_notify('zhice_log', '');
  end if;
end $$`;
