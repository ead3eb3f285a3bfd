import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { activityStream } from '#libs/activity/activity.events';
import { writeEntries, type WriterParts } from '#libs/event-store/entry-writer';
import type { House } from '#libs/house/house';
import type { ActivityId, CommandId, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { Instant } from '#libs/kernel/time';
import { writerKey } from '#libs/proof/entry';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { eventsPerLine, generate, lineTexts, linesPerSheet } from './fill-lines.js';
import { account, clock, day, enrolment, newId, organization, team, type Body, type GivenEvent } from './telling.js';

const peopleShare = 0.01;

type Row = readonly [stream: string, revision: number, id: string, type: string, text: string];

/**
 * A log of `events` entries as years of use leave it: people and activities written by the product's own writer with
 * their keys, attendance, attestation and credit of each line of a sheet (97 of 100 entries) generated inside PostgreSQL.
 * These have no personal text; their chain is not one, which no rebuild asks for.
 */
export async function fill(house: House, connection: pg.PoolConfig, events: number): Promise<void> {
  await fillBodies(house, connection, {
    people: Math.ceil(events * peopleShare),
    lines: Math.floor((events * 0.9) / eventsPerLine),
    bodies: [{ organization, team }],
  });
}

export interface Filling {
  readonly people: number;
  /** Hours entries, three events each. */
  readonly lines: number;
  /** Who sits on sheet n sits in body n modulo their number, as long as that divides the sheets that all people make. */
  readonly bodies: readonly Body[];
}

/** The same for many bodies; answers who the people are. */
export async function fillBodies(
  house: House,
  connection: pg.PoolConfig,
  { people: count, lines, bodies }: Filling,
): Promise<VolunteerId[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const keys = await withoutKeys(client);
  const people = Array.from({ length: count }, () => newId<VolunteerId>());
  const activities = Array.from({ length: Math.ceil(lines / linesPerSheet) }, () => newId<ActivityId>());
  const sessions = activities.map(() => newId<SessionId>());
  const write = writerOf(house);
  const save = saving(client, await nextPosition(client));
  const bodyOf = (sheetNumber: number): Body => bodies[sheetNumber % bodies.length]!;
  await inChunks(
    people,
    (id, n) => write(volunteerStream(id), enrolment(id, n, bodyOf(Math.floor(n / linesPerSheet)))),
    save,
  );
  const planned = (id: ActivityId, n: number): Promise<Row[]> =>
    write(activityStream(id), sheet(id, { session: sessions[n]!, n, ...bodyOf(n) }));
  await inChunks(activities, planned, save);
  const first = await nextPosition(client);
  await client.query('create temporary table person (n serial, id uuid)');
  await client.query('create temporary table act (n serial, id uuid, session uuid, organization uuid, team uuid)');
  await client.query('insert into person (id) select unnest($1::uuid[])', [people]);
  await client.query(
    'insert into act (id, session, organization, team) select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])',
    [
      activities,
      sessions,
      activities.map((_id, n) => bodyOf(n).organization),
      activities.map((_id, n) => bodyOf(n).team),
    ],
  );
  await client.query('create index on person (n); create index on act (n); analyze person; analyze act');
  const texts = lineTexts(house);
  for (let from = 0; from < lines; from += 20_000)
    await generate(client, texts, {
      lines: [from, Math.min(from + 20_000, lines) - 1],
      position: first + from * eventsPerLine,
      people: people.length,
    });
  for (const statement of keys) await client.query(statement);
  await client.query('vacuum analyze ledger.entry');
  await client.end();
  return people;
}

interface Sheet extends Body {
  readonly session: SessionId;
  readonly n: number;
}

function sheet(
  activityId: ActivityId,
  { session: sessionId, n, organization: organizationId, team: teamId }: Sheet,
): GivenEvent[] {
  const heldOn = day(n % 365);
  return [
    {
      type: 'ActivityPlanned',
      data: {
        activityId,
        organizationId,
        teamIds: [teamId],
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
      data: { activityId, organizationId, sessionId, heldOn, startsAt: clock(480), endsAt: clock(1080) },
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
