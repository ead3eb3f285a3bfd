import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attestingStream } from '#libs/sealing/attesting.events';
import { AttackedLedger } from '../../test/support/attacked-ledger.js';
import { attestTables, checkAttested, isUnsound } from './attest-tables.js';

const toNobody = (): void => undefined;
let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

describe('Tables are attested before figures leave the house', () => {
  it('with their roots in the log, which come out again later', async () => {
    await ledger.attacked(async ({ connection }) => {
      const house = await ledger.openHouse(connection);
      try {
        await house.engine.catchUp();
        const { tables } = await attestTables(house, toNobody);
        expect(tables.filter(isUnsound)).toEqual([]);
        const said: string[] = [];
        for await (const { type } of house.store.readStream(attestingStream)) said.push(type);
        expect(said.length).toBe(new Set(tables.map(({ projection }) => projection)).size);
        expect(new Set(said)).toEqual(new Set(['ProjectionAttested']));
        await house.engine.catchUp();
        const checks = await checkAttested(house, toNobody);
        expect(checks).toHaveLength(said.length);
        for (const { said: attested, now } of checks) expect(now).toEqual({ rows: attested.rows, root: attested.root });
      } finally {
        await house.close();
      }
    });
  }, 300_000);

  it('and not when a superuser changed a row: that is named, and nothing is said', async () => {
    await ledger.attacked(async ({ connection, db }) => {
      await db.query(
        `update read.participation_person set volunteer_number = '2026999999' where volunteer_number is not null`,
      );
      const house = await ledger.openHouse(connection);
      try {
        await house.engine.catchUp();
        const { tables } = await attestTables(house, toNobody);
        const unsound = tables.filter(isUnsound);
        expect(unsound.map(({ table }) => table)).toEqual(['participation_person']);
        expect(unsound[0]!.faults[0]).toMatchObject({ check: 'PROJ_DIFF', columns: ['volunteer_number'] });
        expect(await house.store.headOf(attestingStream)).toBe('no_stream');
      } finally {
        await house.close();
      }
    });
  }, 300_000);
});
