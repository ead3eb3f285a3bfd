import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipt } from '#libs/event-store/ledger';
import { CuttingWire } from '../support/cutting-wire.js';
import { eventually } from './support/eventually.js';
import { branchOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { Started, type Api } from './support/product.js';

describe('An API process killed with kill -9', () => {
  const started = new Started();
  const acknowledged: Receipt[] = [];
  let ledger: LedgerUnderTest;
  let wire: CuttingWire;
  let office: string;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    wire = await CuttingWire.to(ledger.databases.main);
    office = await ledger.cookie('CITY_OFFICE');
  });

  afterAll(async () => {
    await started.end();
    await wire.close();
    await ledger.close();
  });

  const api = (): Promise<Api> => started.api(ledger.env(wire.connection));

  /** Asks, and answers undefined where the process was killed instead of answering. */
  const register = (at: Api, organizationId: string, key: string): Promise<Receipt | undefined> =>
    at.post('/api/organizations', office, branchOf(ledger.top, organizationId), key).then(receiptOf, () => undefined);

  const settledTwice = async (organizationId: string, key: string): Promise<Receipt> => {
    const next = await api();
    const [first, second] = [await register(next, organizationId, key), await register(next, organizationId, key)];
    expect(second).toEqual(first);
    expect(await ledger.entriesOf(key)).toHaveLength(2);
    expect(next.open).toBe(0);
    await next.process.kill('SIGTERM');
    acknowledged.push(first!);
    return first!;
  };

  it('1: before the append has stored nothing, and the same command succeeds once', async () => {
    const [one, organizationId, key] = [await api(), randomUUID(), randomUUID()];
    const calls = wire.calls;
    wire.next('swallow the request');
    const asked = register(one, organizationId, key);
    await eventually('the append comes to the wire', () => wire.calls > calls);
    await one.process.kill();
    expect(await asked).toBeUndefined();
    expect(await ledger.entriesOf(key)).toEqual([]);
    await settledTwice(organizationId, key);
  });

  it('2: after the append has stored it once, and the same command gets the receipt of what was stored', async () => {
    const [one, organizationId, key] = [await api(), randomUUID(), randomUUID()];
    wire.next('swallow the answer');
    const asked = register(one, organizationId, key);
    const stored = await eventually('it is stored', async () => (await ledger.entriesOf(key)).at(-1));
    await one.process.kill();
    expect(await asked).toBeUndefined();
    expect(await settledTwice(organizationId, key)).toMatchObject({ position: stored.position, revision: 1 });
  });

  it('3: at any moment under load has stored both entries of a command or none of them', async () => {
    const keys: [string, string][] = [];
    for (const milliseconds of [30, 60, 90]) {
      const one = await api();
      const answers: Promise<Receipt | undefined>[] = [];
      for (let i = 0; i < 60; i++) {
        const [organizationId, key] = [randomUUID(), randomUUID()];
        keys.push([organizationId, key]);
        answers.push(register(one, organizationId, key));
      }
      await Promise.race(answers);
      await sleep(milliseconds);
      await one.process.kill();
      acknowledged.push(...(await Promise.all(answers)).filter((receipt) => receipt !== undefined));
    }
    const counts = new Map<string, number>();
    for (const stored of await ledger.entries()) {
      const { cmd } = JSON.parse(stored.text) as { cmd: string };
      counts.set(cmd, (counts.get(cmd) ?? 0) + 1);
    }
    const stored = keys.map(([, key]) => counts.get(key) ?? 0);
    expect(stored.filter((count) => count !== 0 && count !== 2)).toEqual([]);
    const [organizationId, key] = keys[stored.indexOf(0)] ?? keys[0]!;
    await settledTwice(organizationId, key);
  });

  it('leaves a sound ledger behind', () => ledger.isSound(acknowledged));
});
