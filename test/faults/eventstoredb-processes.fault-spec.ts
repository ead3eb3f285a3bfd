import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt } from '#libs/event-store/ledger';
import { openHouseOn } from '#libs/house/house';
import { protocolServer, type ProtocolServer } from '../support/eventstoredb/protocol-server.js';
import { eventually } from './support/eventually.js';
import { allEntries, branchOf, expectOncePerCommand, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { Started, type Answer, type Api, type Env } from './support/product.js';

const branches = 600;

/**
 * The product as it is installed, its log on EventStoreDB (its protocol server) and the rest in PostgreSQL: moved there by
 * `zhice store copy`, worked on while the server misbehaves and processes are killed, and moved back.
 */
describe('Processes of the product with the log on EventStoreDB', () => {
  const started = new Started();
  const acknowledged = new Map<string, Receipt>();
  let ledger: LedgerUnderTest;
  let server: ProtocolServer;
  let office: string;
  let env: Env;

  beforeAll(async () => {
    [ledger, server] = [await LedgerUnderTest.open(), await protocolServer()];
    const password = await ledger.account('office', 'CITY_OFFICE');
    office = await ledger.cookie('CITY_OFFICE');
    env = { ...ledger.env(), EVENTSTORE_URL: server.url(), ZHICE_PASSWORD: password };
  });

  afterEach(() => server.order({ heal: true }));

  afterAll(async () => {
    await started.end();
    await server.end();
    await ledger.close();
  });

  const zhice = async (words: readonly string[], its: Env = env): Promise<string> => {
    const one = await started.zhice(its, words);
    const code = await one.gone;
    expect([code, code === 0 ? '' : one.said]).toEqual([0, '']);
    return one.said;
  };

  const register = async (api: Api, key: string, organizationId: string): Promise<Answer> =>
    api.post('/api/organizations', office, branchOf(ledger.top, organizationId), key);

  /** As a client does: the same command again, until it is acknowledged. */
  const acknowledge = async (api: Api, key: string, organizationId: string): Promise<void> => {
    const answer = await eventually('it is acknowledged', async () => {
      const told = await register(api, key, organizationId);
      return told.status === 201 ? told : undefined;
    });
    acknowledged.set(key, receiptOf(answer));
  };

  const inEventStoreDb = async () => {
    const house = await openHouseOn(ledger.databases, { dataDir: ledger.dataDir, env: { EVENTSTORE_URL: server.url() } });
    try {
      return await allEntries(house.store);
    } finally {
      await house.close();
    }
  };

  it('a copy killed with kill -9 goes on where it was, and every entry is the same', async () => {
    const api = await started.api(ledger.env());
    for (let done = 0; done < branches; done += 50)
      await Promise.all(Array.from({ length: 50 }, () => acknowledge(api, randomUUID(), randomUUID())));
    expect(await api.process.kill('SIGTERM')).toBe(0);
    await server.order({ set: { appendDelay: 20 } });
    const copy = await started.zhice(env, ['store', 'copy', '--to', 'eventstoredb']);
    await eventually('it copies', async () => (await server.count()) > 200);
    await copy.kill();
    await server.order({ heal: true });
    const entries = await ledger.entries();
    expect(await server.count()).toBeLessThan(entries.length);
    const said = await zhice(['store', 'copy', '--to', 'eventstoredb']);
    expect(said).toMatch(new RegExp(`共 ${entries.length} 条，已在 EventStoreDB，两处逐条比对一致（其中原已有 [1-9]\\d* 条）`));
    const there = await inEventStoreDb();
    const same = ({ id, stream, revision, text }: (typeof there)[number]) => [id, stream, revision, text];
    expect(there.map(same)).toEqual(entries.map(same));
  });

  it.each(['cutBeforeStore', 'cutAfterStore', 'droppedReply', 'notLeader'] as const)(
    'nothing acknowledged is lost and nothing doubled when the server does %s, and the process goes on',
    async (fault) => {
      const api = await started.api(env);
      await acknowledge(api, randomUUID(), randomUUID());
      const asked = Array.from({ length: 20 }, () => [randomUUID(), randomUUID()] as const);
      await server.order({ set: { [fault]: 5 } });
      const answers = await Promise.all(asked.map(([key, organizationId]) => register(api, key, organizationId)));
      expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 503)).toEqual([]);
      for (const [key, organizationId] of asked) await acknowledge(api, key, organizationId);
      await eventually('it is well', async () => (await api.health())['status'] === 'up');
      await api.process.kill('SIGTERM');
    },
  );

  it('a silent server is said to be so, and the process goes on when it speaks again', async () => {
    const api = await started.api(env);
    const [key, organizationId] = [randomUUID(), randomUUID()];
    await server.order({ set: { silent: true } });
    expect((await register(api, key, organizationId)).status).toBe(503);
    await server.order({ heal: true });
    await acknowledge(api, key, organizationId);
    await eventually('it is well', async () => (await api.health())['status'] === 'up');
    await api.process.kill('SIGTERM');
  });

  it('killed with kill -9 under load it has stored all of a command or nothing', async () => {
    const keys: [string, string][] = [];
    for (const milliseconds of [30, 60, 90]) {
      const api = await started.api(env);
      const answers = Array.from({ length: 40 }, async () => {
        const [key, organizationId] = [randomUUID(), randomUUID()];
        keys.push([key, organizationId]);
        const answer = await register(api, key, organizationId).catch(() => undefined);
        if (answer?.status === 201) acknowledged.set(key, receiptOf(answer));
        return answer;
      });
      await Promise.race(answers);
      await sleep(milliseconds);
      await api.process.kill();
      await Promise.all(answers);
    }
    const api = await started.api(env);
    for (const [key, organizationId] of keys) await acknowledge(api, key, organizationId);
    await api.process.kill('SIGTERM');
  });

  it('the command line verifies, rebuilds and lists, and the log moves back, sound', async () => {
    expect(await zhice(['verify', 'log'])).toContain('全部相符');
    expect(await zhice(['rebuild'])).toMatch(/已重建 \d+ 张表/);
    const before = await inEventStoreDb();
    expectOncePerCommand(before);
    const keys = new Set(before.map(({ text }) => (JSON.parse(text) as { cmd: string }).cmd));
    expect([...acknowledged.keys()].filter((key) => !keys.has(key))).toEqual([]);
    expect(await zhice(['store', 'copy', '--to', 'postgres'])).toContain(`共 ${before.length} 条，已在 PostgreSQL`);
    const after = await ledger.entries();
    expect(after.map(({ id, text }) => [id, text])).toEqual(before.map(({ id, text }) => [id, text]));
    const { EVENTSTORE_URL: _, ...here } = env;
    expect(await zhice(['verify', 'log'], here)).toContain('全部相符');
  });
});
