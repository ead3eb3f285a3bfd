import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Receipt } from '#libs/event-store/ledger';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import { organizationStream } from '#libs/organization/organization.events';
import type { OrganizationId } from '#libs/kernel/ids';
import { CuttingWire } from '../support/cutting-wire.js';
import { migratedLog } from '../support/migrated-log.js';
import { eventually } from './support/eventually.js';
import { branchOf, countOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { problemOf, Started, type Answer, type Api } from './support/product.js';

describe('Races for the same stream and the same person', () => {
  const started = new Started();
  const acknowledged: Receipt[] = [];
  const organizationId = randomUUID() as OrganizationId;
  let ledger: LedgerUnderTest;
  let wire: CuttingWire;
  let apis: Api[];
  let office: string;
  let recorder: string;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    wire = await CuttingWire.to(ledger.databases.main);
    office = await ledger.cookie('CITY_OFFICE');
    recorder = await ledger.cookie('RECORDER');
    apis = [await started.api(ledger.env()), await started.api(ledger.env())];
    acknowledged.push(
      receiptOf(await apis[0]!.post('/api/organizations', office, branchOf(ledger.top, organizationId))),
    );
  });

  afterAll(async () => {
    await started.end();
    await wire.close();
    await ledger.close();
  });

  const application = (volunteerId: string): object => ({
    ...{
      volunteerId,
      organizationId,
      submittedOn: '2026-01-06',
      source: 'PAPER_FORM',
      onBehalf: 'RECORDER',
      consents: ['REGISTRATION'],
    },
    ...{
      name: '丁𠮷安',
      sex: '2',
      birthDate: '1949-12-31',
      idNumber: '11010519491231002X',
      politicalStatus: '01',
      joinedPartyOn: '2002-02',
    },
    ...{ education: '21', ethnicity: '01', mobiles: ['13800000001'] },
  });

  it('12: a crash between the reservation of an ID number and the append keeps nobody out for good', async () => {
    const doomed = await started.api(ledger.env(wire.connection));
    const [first, key] = [randomUUID(), randomUUID()];
    wire.next('swallow the request');
    const calls = wire.calls;
    const asked = doomed.post('/api/volunteers', recorder, application(first), key).catch(() => undefined);
    await eventually('the append comes to the wire', () => wire.calls > calls);
    await doomed.process.kill();
    expect(await asked).toBeUndefined();
    expect(await ledger.entriesOf(key)).toEqual([]);
    // The same person under another id: refused while the reservation stands, taken when it has run out.
    const second = (): Promise<Answer> => apis[0]!.post('/api/volunteers', recorder, application(randomUUID()));
    expect((await second()).status).toBe(409);
    const keys = new pg.Client(ledger.databases.keys);
    await keys.connect();
    await keys.query(
      "update keys.blind_index set reserved_until = now() - interval '1 second' where reserved_until is not null",
    );
    await keys.end();
    acknowledged.push(receiptOf(await second()));
  });

  it('15: others who keep writing to a stream cost a bounded number of tries, then 409 with the revision it has now', async () => {
    const stream = organizationStream(organizationId);
    const other = await PostgresEventStore.open({ connection: ledger.databases.main });
    // Whoever is asked to append finds that somebody was faster, each time.
    const { store } = ledger.house;
    const append = store.append.bind(store);
    let tries = 0;
    store.append = async () => {
      tries += 1;
      return Promise.resolve({ status: 'wrong_revision', actual: 1 });
    };
    const context = { commandId: randomUUID(), by: randomUUID(), org: organizationId } as never;
    const given = ledger.house.counter.perform(
      { type: 'StatePartyMemberCount', data: { organizationId, ...countOf(7) } },
      context,
    );
    await expect(given).rejects.toMatchObject({ revision: await other.headOf(stream) });
    store.append = append;
    expect(tries).toBe(10);
    await other.close();
  });

  it('15, 16: every one of 40 parallel commands on one stream from two processes is either stored or told to come again', async () => {
    const before = await ledger.house.store.headOf(organizationStream(organizationId));
    const path = `/api/organizations/${organizationId}/party-member-counts`;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => apis[i % 2]!.post(path, office, countOf(100 + i))),
    );
    const stored = answers.filter(({ status }) => status === 201).map(receiptOf);
    const others = answers.filter(({ status }) => status !== 201);
    expect(others.filter(({ status }) => status !== 409 && status !== 503)).toEqual([]);
    for (const answer of others.filter(({ status }) => status === 409))
      expect(problemOf(answer).revision).toEqual(expect.any(Number));
    expect(new Set(stored.map(({ revision }) => revision)).size).toBe(stored.length);
    expect((await ledger.house.store.headOf(organizationStream(organizationId))) as number).toBeGreaterThanOrEqual(
      (before as number) + stored.length,
    );
    acknowledged.push(...stored);
  });

  it('leaves a sound ledger behind', async () => {
    expect(apis.map(({ open }) => open)).toEqual([0, 0]);
    await ledger.isSound(acknowledged);
  });
});

describe('An entry that was numbered first and becomes visible last', () => {
  const append = (db: pg.Client, stream: string): Promise<pg.QueryResult<{ position: string }>> =>
    db.query('select position from ledger.append_batch($1, $2, $3, $4, $5, $6)', [
      [stream],
      [-1],
      [1],
      [randomUUID()],
      ['Raced'],
      ['{}'],
    ]);

  it.each(['commit', 'rollback'] as const)(
    '20: is not passed by: nobody reads beyond it before its %s, and positions have no hole',
    async (end) => {
      const log = await migratedLog();
      const store = await PostgresEventStore.open({ connection: log.main });
      const slow = new pg.Client(log.main);
      await slow.connect();
      await slow.query('begin');
      await append(slow, 'first');
      let isStored = false;
      const later = store
        .append({ stream: 'second', expected: 'no_stream', entries: [{ id: randomUUID(), type: 'Raced', text: '{}' }] })
        .finally(() => (isStored = true));
      await eventually('the second waits', async () => (await store.readAll(null, 10)).entries.length === 0);
      expect(isStored).toBe(false);
      await slow.query(end);
      await later;
      const { entries } = await store.readAll(null, 10);
      expect(entries.map(({ stream, position }) => [position, stream])).toEqual(
        end === 'commit'
          ? [
              ['0', 'first'],
              ['1', 'second'],
            ]
          : [['0', 'second']],
      );
      await slow.end();
      await store.close();
      await log.drop();
    },
  );
});
