import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import pg from 'pg';
import { EventCodec, UnknownEvent } from '#libs/event-store/codec';
import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { Ledger } from '#libs/event-store/ledger';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent } from '#libs/kernel/event';
import type { AccountId, CommandId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { Follower } from '#libs/projection-engine/follower';
import type { Projection } from '#libs/projection-engine/projection';
import { leafHash, publicKeyOf, readEntry, signatureHolds } from '#libs/proof/entry';
import { CheckpointRow } from '#projections/checkpoint/checkpoint.entity';
import { replayHistory } from '#projections/volunteer-history/history';
import { dataSource } from '../support/migrated-log.js';
import { sampleId } from '../support/sample-event.js';
import { goldenKey, GoldenKeyRing, goldenWriter } from './golden-keys.js';
import { goldenTexts, lifted, stream, versions, volunteer } from './upcast/shapes.js';

@Entity({ schema: 'read', name: 'enrolment' })
class EnrolmentRow {
  @PrimaryColumn('int', { name: 'revision' }) revision: number;
  @Column('jsonb', { name: 'data' }) data: object;
}

const enrolments: Projection = {
  name: 'enrolments',
  version: 1,
  opens: ['free'],
  tables: [
    {
      entity: EnrolmentRow,
      keyOf: { VolunteerEnrolled: (_: unknown, { revision }: { revision: number }) => ({ revision }) },
      empty: (key: object) => ({ ...key, data: {} }),
      on: { VolunteerEnrolled: (row: object, data: object) => ({ ...row, data }) },
    },
  ],
};

const clearOf = ({ note: _note, ...clear }: AnyEvent['data']): object => clear;

describe('Entries of three shapes, the newest version reading', () => {
  const texts: string[] = [];
  const store = new InMemoryEventStore();
  const codec = new EventCodec(versions[2]!);
  const keys = new GoldenKeyRing();
  let database: TestDatabase;
  let pool: pg.Pool;
  let source: DataSource;

  beforeAll(async () => {
    texts.push(...(await goldenTexts()));
    // The ring knows a key once it was asked for, as the key database of that product would.
    await keys.forWriting([{ subject: volunteer, group: 'free' }]);
    const entries = texts.map((text) => ({ id: readEntry(text).id, type: readEntry(text).type, text }));
    await store.append({ stream, expected: 'no_stream', entries });
    database = await testDatabase();
    pool = new pg.Pool({ ...database.main, max: 4 });
    await pool.query('create schema read');
    const options = { ...dataSource(database.main, []).options, entities: [CheckpointRow, EnrolmentRow], synchronize: true };
    source = await new DataSource(options).initialize();
  });
  afterAll(async () => {
    await Promise.all([source.destroy(), pool.end()]);
    await database.drop();
  });

  const rowsAfter = async (projection: Projection, reading = codec): Promise<{ data: object }[]> => {
    const follower = new Follower({ store, codec: reading, keys, source, pool, projections: [projection], schema: 'read' });
    while ((await follower.step()) > 0);
    return source.query('select data from read.enrolment order by revision');
  };

  it('are a signed chain of one entry of each shape and nothing personal in clear', () => {
    let prev = '';
    const entries = texts.map((text) => ({ ...readEntry(text), leaf: leafHash(text) }));
    for (const { leaf, ...entry } of entries) {
      expect(entry.prev).toBe(prev);
      expect(signatureHolds(entry, publicKeyOf(goldenWriter.publicKey))).toBe(true);
      prev = leaf;
    }
    expect(entries.filter(({ type }) => type === 'VolunteerEnrolled').map(({ tv }) => tv)).toEqual([1, 2, 3]);
    expect(texts.join('')).not.toContain('版的话');
  });

  it('are lifted for the decoder, personal fields with the others', async () => {
    const found = new Map([[goldenKey({ subject: volunteer, group: 'free' }).kid, goldenKey({ subject: volunteer, group: 'free' })]]);
    const { entries } = await store.readAll(null, 10);
    const read = entries.map((stored) => codec.read(stored, found).event).filter(({ type }) => type === 'VolunteerEnrolled');
    expect(read.map(({ data }) => data)).toEqual(lifted);
    for (const one of read) expect(() => codec.split(one, stream)).not.toThrow();
  });

  it('are lifted for the decision, without what is personal', async () => {
    const seen: object[] = [];
    const decider: Decider<null, Message<'Look', undefined>, AnyEvent, AnyEvent, never> = {
      initial: null,
      evolve: (_, { type, data }) => {
        if (type === 'VolunteerEnrolled') seen.push(data);
        return null;
      },
      decide: () => [],
    };
    const ledger = (): Ledger => new Ledger({ store, codec, keys, writer: goldenWriter, log: 'golden', now: () => Date.UTC(2026, 10, 22) });
    await ledger().load(decider, stream);
    expect(seen).toEqual(lifted.map(clearOf));
    seen.length = 0;
    const context = { commandId: sampleId('look') as CommandId, by: sampleId('by') as AccountId, org: sampleId('org') as OrganizationId };
    await ledger().run(decider, { stream, command: { type: 'Look', data: undefined }, facts: async () => undefined, context });
    expect(seen).toEqual(lifted.map(clearOf));
  });

  it('are lifted for the windows', async () => {
    expect((await rowsAfter(enrolments)).map(({ data }) => data)).toEqual(lifted);
  });

  it('are lifted for a person’s history', async () => {
    const index = { query: () => Promise.resolve({ rows: [{ stream, revision: texts.length - 1 }] }) };
    const { items } = await replayHistory({ store, codec, keys, readPool: index as never }, volunteer as VolunteerId, { open: ['free'] });
    const told = items.flatMap(({ type, fields, day }) => (type === 'VolunteerEnrolled' ? [{ ...fields, day }] : []));
    expect(told).toEqual(lifted.map(({ volunteerId: _id, ...fields }) => ({ ...fields, day: fields['enrolledOn'] })));
  });

  it('are not guessed at by an older version: it stops before the first that is newer, and says which', async () => {
    const older = new EventCodec(versions[1]!);
    const { entries } = await store.readAll(null, 10);
    expect(() => entries.map((stored) => older.readClear(stored))).toThrow(UnknownEvent);
    const mine = { ...enrolments, name: 'enrolments-of-the-older' };
    await source.query('delete from read.enrolment');
    expect(await rowsAfter(mine, older)).toHaveLength(2);
    const [{ position, stopped }] = await source.query<[{ position: string; stopped: { position: string; why: string } }]>(
      "select position, stopped from read.checkpoint where name = 'enrolments-of-the-older'",
    );
    const last = entries.at(-1)!;
    expect([position, stopped.position]).toEqual([entries.at(-2)!.position, last.position]);
    expect(stopped.why).toBe(`VolunteerEnrolled at ${last.position} (${stream} revision ${last.revision}): shape 3 is newer than 2`);
  });
});
