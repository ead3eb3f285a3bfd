import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { activityStream } from '#libs/activity/activity.events';
import { writeEntries, type WriterParts } from '#libs/event-store/entry-writer';
import type { House } from '#libs/house/house';
import type { AccountId, ActivityId, CommandId, HoursEntryId, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { Instant, LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { canonicalText } from '#libs/proof/canonical';
import { writerKey } from '#libs/proof/entry';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { account, clock, day, enrolment, newId, organization, team, type GivenEvent } from './telling.js';

const linesPerSheet = 20;
const eventsPerLine = 3;
const peopleShare = 0.01;

type Row = readonly [stream: string, revision: number, id: string, type: string, text: string];

/**
 * A log of `events` entries as years of use leave it: people and activities written by the product's own writer with
 * their keys, attendance, attestation and credit of each line of a sheet (97 of 100 entries) generated inside PostgreSQL.
 * These have no personal text; their chain is not one, which no rebuild asks for.
 */
export async function fill(house: House, connection: pg.PoolConfig, events: number): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  const keys = await withoutKeys(client);
  const people = Array.from({ length: Math.ceil(events * peopleShare) }, () => newId<VolunteerId>());
  const lines = Math.floor((events * 0.9) / eventsPerLine);
  const activities = Array.from({ length: Math.ceil(lines / linesPerSheet) }, () => newId<ActivityId>());
  const sessions = activities.map(() => newId<SessionId>());
  const write = writerOf(house);
  const save = saving(client, await nextPosition(client));
  await inChunks(people, (id, n) => write(volunteerStream(id), enrolment(id, n)), save);
  const planned = (id: ActivityId, n: number): Promise<Row[]> => write(activityStream(id), sheet(id, sessions[n]!, n));
  await inChunks(activities, planned, save);
  const first = await nextPosition(client);
  await client.query('create temporary table person (n serial, id uuid)');
  await client.query('create temporary table act (n serial, id uuid, session uuid)');
  await client.query('insert into person (id) select unnest($1::uuid[])', [people]);
  await client.query('insert into act (id, session) select * from unnest($1::uuid[], $2::uuid[])', [
    activities,
    sessions,
  ]);
  await client.query('create index on person (n); create index on act (n); analyze person; analyze act');
  const texts = line().map((event) => textOf(house, event));
  for (let from = 0; from < lines; from += 20_000)
    await generate(client, texts, {
      lines: [from, Math.min(from + 20_000, lines) - 1],
      position: first + from * eventsPerLine,
      people: people.length,
    });
  for (const statement of keys) await client.query(statement);
  await client.query('vacuum analyze ledger.entry');
  await client.end();
}

function sheet(activityId: ActivityId, sessionId: SessionId, n: number): GivenEvent[] {
  const heldOn = day(n % 365);
  return [
    {
      type: 'ActivityPlanned',
      data: {
        activityId,
        organizationId: organization,
        teamIds: [team],
        plannedOn: heldOn,
        theme: 'CARE_SOCIETY',
        isDangerous: false,
        isEmergency: false,
        title: `社区义诊第${n}次`,
        place: '示例街道党群服务中心',
        content: '为居民量血压，讲用药常识',
        responsiblePerson: '李四',
      },
    },
    {
      type: 'SessionHeld',
      data: { activityId, organizationId: organization, sessionId, heldOn, startsAt: clock(480), endsAt: clock(1080) },
    },
  ];
}

function writerOf({ codec, keys, store }: House): (stream: string, events: readonly GivenEvent[]) => Promise<Row[]> {
  const parts: WriterParts = { codec, keys, writer: writerKey(), log: store.log };
  return async (stream, events) => {
    const head = { stream, revision: -1, leafHash: '', bound: new Set<string>() };
    const signing = {
      commandId: randomUUID() as CommandId,
      by: account,
      org: organization,
      at: '2026-03-05T01:00:00.000Z' as Instant,
    };
    const { entries } = await writeEntries(parts, head, signing, events);
    return entries.map(({ id, type, text }, revision) => [stream, revision, id, type, text] as const);
  };
}

async function inChunks<T>(
  items: readonly T[],
  make: (item: T, n: number) => Promise<Row[]>,
  save: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += 500) {
    const chunk = items.slice(from, from + 500);
    await save((await Promise.all(chunk.map((item, i) => make(item, from + i)))).flat());
  }
}

/** Takes the log's keys away, which are made in a tenth of the time when the rows are there, and answers how. */
async function withoutKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'ledger.entry'::regclass and contype in ('p', 'u')`,
  );
  for (const { name } of rows) await client.query(`alter table ledger.entry drop constraint ${name}`);
  await client.query("set maintenance_work_mem = '256MB'");
  return rows.map(({ name, definition }) => `alter table ledger.entry add constraint ${name} ${definition}`);
}

async function nextPosition(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ next: string }>(
    'select coalesce(max(position), -1) + 1 as next from ledger.entry',
  );
  return Number(rows[0]!.next);
}

function saving(client: pg.Client, position: number): (rows: readonly Row[]) => Promise<void> {
  let next = position;
  return async (rows) => {
    const column = (n: number): unknown[] => rows.map((row) => row[n]);
    await client.query(
      `insert into ledger.entry (position, stream, revision, event_id, type, entry)
       select $6 + n - 1, stream, revision, id, type, entry
       from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::text[]) with ordinality as given(stream, revision, id, type, entry, n)`,
      [...[0, 1, 2, 3, 4].map(column), next],
    );
    next += rows.length;
  };
}

/** Stand-ins in an entry made here, and what takes their place in each entry made in PostgreSQL. */
const standIns = {
  activity: newId<ActivityId>(),
  session: newId<SessionId>(),
  volunteer: newId<VolunteerId>(),
  entryId: newId<HoursEntryId>(),
  id: newId(),
  command: newId<CommandId>(),
  day: '1999-12-31' as LocalDate,
  start: '00:01' as TimeOfDay,
  end: '00:02' as TimeOfDay,
  revision: 987_654_321,
  stream: 'stream-of-many',
};
const instead: readonly (readonly [standIn: string | number, sql: string])[] = [
  [standIns.activity, 'act_id'],
  [standIns.session, 'act_session'],
  [standIns.volunteer, 'person_id'],
  [standIns.entryId, 'entry_id'],
  [standIns.id, 'id'],
  [standIns.command, 'gen_random_uuid()'],
  [standIns.day, 'served_on'],
  [standIns.start, 'starts'],
  [standIns.end, 'ends'],
  [standIns.revision, 'revision'],
  [standIns.stream, 'stream'],
];

/** The three entries of a line of a sheet, of the shape that the catalogue says today. */
function line(): readonly GivenEvent[] {
  const recorded = {
    activityId: standIns.activity,
    sessionId: standIns.session,
    volunteerId: standIns.volunteer,
    entryId: standIns.entryId,
    teamId: team,
    servedOn: standIns.day,
    startsAt: standIns.start,
    endsAt: standIns.end,
    serviceMinutes: 60 as Minutes,
    provenance: 'WITNESSED',
    recordedBy: account,
    recordedOn: standIns.day,
  } as const;
  const seen = { organizationId: organization, attestedBy: newId<AccountId>(), attestedOn: standIns.day };
  return [
    { type: 'AttendanceRecorded', data: { ...recorded, endDerived: false } },
    { type: 'AttendanceAttested', data: { ...recorded, ...seen } },
    {
      type: 'ServiceHoursCredited',
      data: { ...recorded, ...seen, kind: 'SESSION', dueOn: standIns.day, dueProvisional: false, late: false },
    },
  ];
}

/** An SQL expression for the text of an entry: canonical, with a chain and a signature that are none. */
function textOf({ codec, store }: House, event: GivenEvent): string {
  const entry = {
    v: 1,
    log: store.log,
    stream: standIns.stream,
    rev: standIns.revision,
    id: standIns.id,
    type: event.type,
    tv: codec.versionOf(event.type),
    at: '2026-03-05T01:00:00.000Z',
    by: account,
    org: organization,
    cmd: standIns.command,
    prev: `${'A'.repeat(43)}=`,
    data: codec.split(event, '').clear,
    enc: [],
    w: 'w-0000000000000000',
    sig: `${'A'.repeat(86)}==`,
  };
  return instead.reduce(
    (text, [standIn, sql]) => text.replaceAll(String(standIn), `' || ${sql} || '`),
    `'${canonicalText(entry)}'`,
  );
}

/** Some lines of all sheets: recorded, attested and credited, as they follow each other in the log. */
async function generate(
  client: pg.Client,
  texts: readonly string[],
  of: { readonly lines: readonly [from: number, to: number]; readonly position: number; readonly people: number },
): Promise<void> {
  await client.query(
    `insert into ledger.entry (position, stream, revision, event_id, type, entry)
     select $4 + (row_number() over (order by i, kind)) - 1, stream, revision, id, type,
       case kind when 0 then ${texts[0]} when 1 then ${texts[1]} else ${texts[2]} end
     from (
       select i, kind, gen_random_uuid() as id,
         case kind when 0 then 'AttendanceRecorded' when 1 then 'AttendanceAttested' else 'ServiceHoursCredited' end as type,
         case when kind < 2 then 'activity-' || act.id else 'hours-' || person.id || '-2026' end as stream,
         case when kind < 2 then 3 + (i % ${linesPerSheet}) * 2 + kind else i / $3 end as revision,
         act.id as act_id, act.session as act_session, person.id as person_id, entry_id, served_on, starts, ends
       from (
         select i, kind, md5('line ' || i)::uuid as entry_id, i % $3 + 1 as person_n, i / ${linesPerSheet} + 1 as act_n,
           to_char(date '2026-01-01' + (i / ${linesPerSheet} % 365), 'YYYY-MM-DD') as served_on,
           lpad((8 + i % 9)::text, 2, '0') || ':00' as starts, lpad((9 + i % 9)::text, 2, '0') || ':00' as ends
         from generate_series($1::int, $2::int) as i, generate_series(0, 2) as kind
       ) asked
       join person on person.n = person_n join act on act.n = act_n
     ) lines`,
    [...of.lines, of.people, of.position],
  );
}
