import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '#libs/event-store/ledger';
import { eventually } from './support/eventually.js';
import { branchOf, countOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { OwnServer } from './support/own-server.js';
import { problemOf, Started, type Answer, type Api } from './support/product.js';
import { SmallDisk } from './support/small-disk.js';

// A checkpoint writes small files of its own, and would crash a server whose data disk is full before anybody's INSERT is refused.
const withoutCheckpoints = ['checkpoint_timeout=1h', 'max_wal_size=1GB'];
const withLittleWal = ['checkpoint_timeout=30s', 'max_wal_size=32MB', 'min_wal_size=32MB'];

describe('A disk that is full or fails', () => {
  const ends: (() => Promise<unknown>)[] = [];
  const acknowledged: Receipt[] = [];
  let started: Started;
  let ledger: LedgerUnderTest;
  let api: Api;
  let office: string;

  const later = <T>(thing: T, end: (thing: T) => Promise<unknown>): T => {
    ends.push(() => end(thing));
    return thing;
  };

  const disk = async (mebibytes: number): Promise<SmallDisk> =>
    later(await SmallDisk.of(mebibytes), (one) => one.end());

  const openOn = async (given: Parameters<typeof OwnServer.start>[0]): Promise<OwnServer> => {
    const server = later(await OwnServer.start(given), (one) => one.end());
    acknowledged.length = 0;
    ledger = later(await LedgerUnderTest.open(await server.makePair()), (one) => one.close());
    started = later(new Started(), (one) => one.end());
    office = await ledger.cookie('CITY_OFFICE');
    api = await started.api(ledger.env());
    return server;
  };

  const register = async (key: string = randomUUID(), organizationId: string = randomUUID()): Promise<Answer> => {
    const answer = await api.post('/api/organizations', office, branchOf(ledger.top, organizationId), key);
    if (answer.status === 201) acknowledged.push(receiptOf(answer));
    return answer;
  };

  const registeredAtLast = (key: string, organizationId: string): Promise<Answer> =>
    eventually('it is acknowledged', async () => {
      const answer = await register(key, organizationId);
      return answer.status === 201 && answer;
    });

  /** Writes until somebody is told no; the answer of the command with this key, which is told no as well. */
  const writeUntilRefused = (key: string, organizationId: string): Promise<Answer> =>
    eventually('there is no room left', async () => {
      const answers = await Promise.all(Array.from({ length: 30 }, () => register()));
      if (answers.every(({ status }) => status === 201)) return undefined;
      const answer = await register(key, organizationId);
      return answer.status !== 201 && answer;
    });

  /** Every flush of the log fails from now on, in whichever process of the server does it; answers how to end that. */
  const failFlushes = async (server: OwnServer): Promise<() => Promise<unknown>> => {
    const flushing = await server.ask<{ pid: number }>(
      "select pid from pg_stat_activity where datname = 'ledger' or backend_type in ('walwriter', 'checkpointer')",
    );
    const strace = await started.run(
      [
        'strace',
        ...flushing.flatMap(({ pid }) => ['-p', String(pid)]),
        ...['-e', 'trace=fdatasync', '-e', 'inject=fdatasync:error=EIO'],
      ],
      {},
    );
    // One that ended meanwhile (a session of the start, a worker of autovacuum) flushes nothing any more.
    for (const { pid } of flushing)
      await strace.says(new RegExp(`Process ${pid} attached|, ${pid}\\): No such process`));
    return () => strace.kill('SIGTERM');
  };

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  it('9: a flush that fails crashes PostgreSQL, and a command of which nobody knew what became is stored once', async () => {
    const server = await openOn({});
    receiptOf(await register());
    const mend = await failFlushes(server);
    const asked: [string, string][] = [];
    await eventually('PostgreSQL panicked', async () => {
      const one: [string, string] = [randomUUID(), randomUUID()];
      asked.push(one);
      // Nobody is told that it is stored unless it is, nor that it is not unless it is not.
      expect([201, 503]).toContain((await register(...one)).status);
      return server.hasLogged('PANIC');
    });
    await mend();
    for (const one of asked) {
      receiptOf(await registeredAtLast(...one));
      expect(await ledger.entriesOf(one[0])).toHaveLength(2);
    }
    await ledger.isSound(acknowledged);
  });

  it('10: when the data disk is full nothing is stored, everybody may read, and writing goes on without a restart when there is room', async () => {
    const data = await disk(160);
    await openOn({ data, wal: await disk(160), settings: withoutCheckpoints });
    receiptOf(await register());
    await data.fill();
    const [key, organizationId] = [randomUUID(), randomUUID()];
    const refused = await writeUntilRefused(key, organizationId);
    expect([refused.status, problemOf(refused).type]).toEqual([507, 'urn:zhice:problem:storage_full']);
    expect(await ledger.entriesOf(key)).toEqual([]);
    expect((await api.ask(`/api/organizations/${ledger.top}/annex-3?formDate=2026-07-01`, office)).status).toBe(200);
    await data.free();
    receiptOf(await registeredAtLast(key, organizationId));
    receiptOf(await api.post(`/api/organizations/${organizationId}/party-member-counts`, office, countOf(3)));
    await ledger.isSound(acknowledged);
  });

  it('11: when the disk of the write-ahead log is full the server goes down, and has every acknowledged entry when it is back', async () => {
    const wal = await disk(64);
    const server = await openOn({ wal, settings: withLittleWal });
    for (let i = 0; i < 12; i++) (await Promise.all(Array.from({ length: 10 }, () => register()))).forEach(receiptOf);
    await wal.fill();
    const [key, organizationId] = [randomUUID(), randomUUID()];
    await eventually('the server goes down', async () => {
      // A segment is full sooner when one says that it is.
      await server.ask('select pg_switch_wal()').catch(() => undefined);
      const { status } = await register();
      expect([201, 503, 507]).toContain(status);
      return !(await server.isUp());
    });
    const down = await register(key, organizationId);
    expect([down.status, problemOf(down).type]).toEqual([503, 'urn:zhice:problem:unavailable']);
    expect((await api.health())['status']).not.toBe('up');
    await wal.free();
    await server.stop('immediate').catch(() => undefined);
    await server.startAgain(withLittleWal);
    receiptOf(await registeredAtLast(key, organizationId));
    expect(await ledger.entriesOf(key)).toHaveLength(2);
    expect(acknowledged.length).toBeGreaterThan(120);
    await ledger.isSound(acknowledged);
  });
});
