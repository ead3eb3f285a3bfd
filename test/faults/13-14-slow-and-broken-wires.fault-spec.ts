import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Receipt } from '#libs/event-store/ledger';
import { CuttingWire, type Weather } from '../support/cutting-wire.js';
import { eventually } from './support/eventually.js';
import { branchOf, countOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { problemOf, Started, type Answer, type Api } from './support/product.js';

/** What the API promises, and a little for a machine that is busy with other tests. */
const answerMillisecondsMax = 3_000 + 1_500;

describe('An API whose database is slow or out of reach', () => {
  const started = new Started();
  const acknowledged: Receipt[] = [];
  let ledger: LedgerUnderTest;
  let wire: CuttingWire;
  let api: Api;
  let office: string;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    wire = await CuttingWire.to(ledger.databases.main);
    office = await ledger.cookie('CITY_OFFICE');
    api = await started.api(ledger.env(wire.connection));
  });

  afterEach(async () => {
    wire.turn('fair');
    await eventually('it is well again', async () => (await api.health())['status'] === 'up');
  });

  afterAll(async () => {
    await started.end();
    await wire.close();
    await ledger.close();
  });

  const register = (key: string, organizationId: string): Promise<Answer> =>
    api.post('/api/organizations', office, branchOf(ledger.top, organizationId), key);

  const expectComeAgain = (answer: Answer): void => {
    expect([answer.status, problemOf(answer).type]).toEqual([503, 'urn:zhice:problem:unavailable']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.milliseconds).toBeLessThan(answerMillisecondsMax);
  };

  /** Asks until it is acknowledged, as a client does that is told to come again. */
  const acknowledge = async (key: string, organizationId: string): Promise<Receipt> => {
    const receipt = await eventually('it is acknowledged', async () => {
      const answer = await register(key, organizationId);
      return answer.status === 201 ? receiptOf(answer) : undefined;
    });
    acknowledged.push(receipt);
    return receipt;
  };

  /** Somebody else holds a lock meanwhile. */
  const whileHeld = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
    const other = new pg.Client(ledger.databases.main);
    await other.connect();
    try {
      await other.query(`begin; ${lock}`);
      return await work();
    } finally {
      await other.end();
    }
  };

  it.each(['cut before the request', 'cut before the answer'] as const)(
    '13: a connection %s costs nobody anything',
    async (mishap) => {
      const [key, organizationId] = [randomUUID(), randomUUID()];
      wire.next(mishap);
      const receipt = await acknowledge(key, organizationId);
      expect(await acknowledge(key, organizationId)).toEqual(receipt);
      expect(await ledger.entriesOf(key)).toHaveLength(2);
    },
  );

  it('13: connections reset again and again are replaced, and none is kept too many', async () => {
    await acknowledge(randomUUID(), randomUUID());
    for (let round = 0; round < 5; round++) {
      const asked = Array.from({ length: 10 }, () => [randomUUID(), randomUUID()] as const);
      const answers = asked.map(([key, organizationId]) => register(key, organizationId));
      wire.resetAll();
      const statuses = (await Promise.all(answers)).map(({ status }) => status);
      expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
      for (const [key, organizationId] of asked) await acknowledge(key, organizationId);
    }
    // Three TypeORM sources of ten, four pools of eight, two listeners: whatever was lost was also let go.
    expect(wire.open).toBeLessThanOrEqual(64);
    // A transaction that runs just now is nobody's fault; one that stays was left behind. Only the owner sees those of all roles.
    const owner = new pg.Client(ledger.databases.main);
    await owner.connect();
    const open = async (): Promise<string[]> => {
      const { rows } = await owner.query<{ since: string }>(
        "select pid || ' ' || xact_start as since from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      );
      return rows.map(({ since }) => since);
    };
    try {
      const left = await open();
      await eventually('no transaction was left open', async () => (await open()).every((one) => !left.includes(one)));
    } finally {
      await owner.end();
    }
  });

  it('13: half-open connections, on which nobody hangs up and nobody answers, are let go', async () => {
    const [key, organizationId] = [randomUUID(), randomUUID()];
    wire.turn('half open');
    const answers = await Promise.all([register(key, organizationId), api.ask('/api/organizations', office)]);
    answers.forEach(expectComeAgain);
    wire.turn('fair');
    // The old ones are as dead as before: without new ones there would be no answer for ever.
    await acknowledge(key, organizationId);
    expect(await ledger.entriesOf(key)).toHaveLength(2);
  });

  it.each<[string, Weather]>([
    ['answers five seconds late', { answersLateByMilliseconds: 5_000 }],
    ['answers a second late, each time', { answersLateByMilliseconds: 1_000 }],
    ['refuses every connection', 'refusing'],
  ])('14: when PostgreSQL %s, everybody is told within three seconds to come again', async (_, weather) => {
    const [key, organizationId] = [randomUUID(), randomUUID()];
    wire.turn(weather);
    if (weather === 'refusing') wire.resetAll();
    const [written, read, health] = await Promise.all([
      register(key, organizationId),
      api.ask(`/api/organizations/${ledger.top}/annex-3?formDate=2026-07-01`, office),
      api.ask('/api/health'),
    ]);
    expectComeAgain(written);
    expect([200, 503]).toContain(read.status);
    expect(health.milliseconds).toBeLessThan(answerMillisecondsMax);
    expect(['degraded', 'down']).toContain((JSON.parse(health.text) as { status: string }).status);
    // The event loop has time for everybody else meanwhile.
    const page = await api.ask('/api/docs/openapi.json');
    expect(page.milliseconds).toBeLessThan(1_500);
    wire.turn('fair');
    await acknowledge(key, organizationId);
    expect(await ledger.entriesOf(key)).toHaveLength(2);
  });

  it('14: when every connection is busy, everybody is told within three seconds to come again', async () => {
    const answers = await whileHeld('lock table access.session in access exclusive mode', () =>
      Promise.all(Array.from({ length: 40 }, () => api.ask('/api/me', office))),
    );
    answers.forEach(expectComeAgain);
    await eventually('connections are free again', async () => (await api.ask('/api/me', office)).status === 200);
  });

  it('14: a command that waits for a lock is told within three seconds that nobody knows yet, and is stored once', async () => {
    const [key, organizationId] = [randomUUID(), randomUUID()];
    const lock = 'select pg_advisory_xact_lock(7270001, 0)';
    expectComeAgain(await whileHeld(lock, () => register(key, organizationId)));
    await acknowledge(key, organizationId);
    expect(await ledger.entriesOf(key)).toHaveLength(2);
    receiptOf(await api.post(`/api/organizations/${organizationId}/party-member-counts`, office, countOf(5)));
  });

  it('leaves a sound ledger behind', async () => {
    expect(api.open).toBe(0);
    await ledger.isSound(acknowledged);
  });
});
