import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ClockAstray } from '#libs/event-store/ledger';
import { StartRefused } from '#libs/postgres/fault';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { LedgerClock } from './ledger-clock.js';

describe('The clock of the ledger', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  /** Added to what this machine's clock says. */
  let set = 0;
  const machine = (): number => Date.now() + set;

  beforeAll(async () => {
    database = await testDatabase();
    pool = new pg.Pool({ ...database.main, max: 2 });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it.each([
    [86_400_000, '快'],
    [-3_600_000, '慢'],
  ])('refuses the start when this machine is %i ms off', async (milliseconds, word) => {
    set = milliseconds;
    const refused = LedgerClock.set({ pool, machine });
    await expect(refused).rejects.toThrow(StartRefused);
    await expect(refused).rejects.toThrow(word);
  });

  it('gives the time of the database, refuses to write beyond five seconds and goes on when the clock is right again', async () => {
    set = 4_000;
    const clock = await LedgerClock.set({ pool, machine });
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(2_000);
    for (const milliseconds of [5_000 + 2_000, -5_000 - 2_000, 86_400_000]) {
      set = milliseconds;
      expect(() => clock.now()).toThrow(ClockAstray);
      // Reading goes on, by a clock that did not move.
      expect(Math.abs(clock.time() - Date.now())).toBeLessThan(2_000);
    }
    set = 0;
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(2_000);
    clock.close();
  });

  it('refuses to write when the database has another time than before', async () => {
    set = 0;
    // The database as it would be after its clock was set an hour on.
    let ahead = 0;
    const moved = {
      query: async (text: string) => {
        const { rows } = await pool.query<{ milliseconds: string }>(text);
        return { rows: [{ milliseconds: Number(rows[0]!.milliseconds) + ahead }] };
      },
    } as unknown as pg.Pool;
    const clock = await LedgerClock.set({ pool: moved, machine });
    ahead = 3_600_000;
    await clock.compare();
    expect(() => clock.now()).toThrow(ClockAstray);
    ahead = 0;
    await clock.compare();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(2_000);
    clock.close();
  });
});
