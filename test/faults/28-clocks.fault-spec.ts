import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { entryOf } from '#libs/event-store/codec';
import { builtHouse } from '../support/built.js';
import { eventually } from './support/eventually.js';
import { branchOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { problemOf, Started, type Api } from './support/product.js';

// Debian's package faketime, in whichever folder of the architecture.
const faketime = async (started: Started): Promise<string> => {
  const found = await started.run(['sh', '-c', 'ls /usr/lib/*/faketime/libfaketimeMT.so.1'], {});
  await found.gone;
  expect(found.said).toMatch(/libfaketimeMT/);
  return found.said.trim();
};

describe('A process whose clock is wrong', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;
  let office: string;
  let library: string;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    office = await ledger.cookie('CITY_OFFICE');
    library = await faketime(started);
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  /** The wall clock is what the file says, read anew each time; the monotonic clock nobody can set. */
  const faked = (file: string): Readonly<Record<string, string>> => ({
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  });

  it.each(['+1d', '-1h'])(
    '28: %s from the database is refused at the start, with how far it is off',
    async (offset) => {
      const file = path.join(ledger.dataDir, 'start.time');
      await writeFile(file, offset);
      const { api } = await builtHouse();
      const one = await started.run([process.execPath, api], { ...ledger.env(), ...faked(file), PORT: '0' });
      expect(await one.gone).toBe(1);
      expect(one.said).toMatch(/本机时钟与数据库相差 (?:86\d{3}|36\d{2}|35\d{2}) 秒/);
    },
  );

  it('28: a clock that jumps while the API runs stops writing beyond five seconds, not reading, and ends no session', async () => {
    const file = path.join(ledger.dataDir, 'running.time');
    await writeFile(file, '+0');
    const api: Api = await started.api({ ...ledger.env(), ...faked(file) });
    const register = (): ReturnType<Api['post']> => api.post('/api/organizations', office, branchOf(ledger.top));
    const receipts = [receiptOf(await register())];
    for (const jump of ['+1d', '-1h', '+10', '-10']) {
      await writeFile(file, jump);
      const answer = await eventually('writing is refused', async () => {
        const given = await register();
        if (given.status === 201) receipts.push(receiptOf(given));
        return given.status === 201 ? undefined : given;
      });
      expect([answer.status, problemOf(answer).detail]).toEqual([503, expect.stringContaining('时钟')]);
      expect((await api.ask('/api/me', office)).status).toBe(200);
      expect((await api.ask(`/api/organizations/${ledger.top}/annex-3?formDate=2026-07-01`, office)).status).toBe(200);
      await writeFile(file, '+0');
      receipts.push(
        receiptOf(
          await eventually('writing goes on', async () => {
            const given = await register();
            return given.status === 201 ? given : undefined;
          }),
        ),
      );
    }
    const times = (await ledger.entries()).map((stored) => Date.parse(entryOf(stored).at));
    // Neither before its time nor after it: in the order of the log, and none of tomorrow or of an hour ago.
    expect(times.every((at, i) => i === 0 || at >= times[i - 1]! - 5_000)).toBe(true);
    expect(Math.max(...times)).toBeLessThan(Date.now() + 5_000);
    await ledger.isSound(receipts);
  });
});
