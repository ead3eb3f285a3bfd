import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { readNote } from '#libs/proof/note';
import type { Attack } from '../support/attack.js';
import { AttackedLedger } from '../support/attacked-ledger.js';
import { changeOne, forged, itFinds, nowSeconds, streamOf, type Attacking } from '../support/attacking.js';

let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

const rows: readonly Attacking[] = [
  ['1 a payload changed in the store', changeOne, ['UNLOGGED_EVENT', 'STORE_MISSING', 'LEAF']],
  [
    '2 the same, and the leaf in the tile',
    async (attack) => {
      await changeOne(attack);
      const { size } = readCheckpoint(readNote(attack.before.newest).text);
      const { rows: tiles } = await attack.db.query<{ level: number; index: string; data: Buffer }>(
        'select level, index, data from proof.tile where level > 0',
      );
      await attack.resealByForce();
      for (const { level, index, data } of tiles)
        await attack.db.query('update proof.tile set data = $3 where level = $1 and index = $2', [level, index, data]);
      expect(size).toBeGreaterThan(256);
    },
    ['WRITER_SIG', 'CHAIN', 'ROOT_MISMATCH', 'TILE'],
  ],
  [
    '2 the same, with a head held',
    async (attack) => {
      await changeOne(attack);
      await attack.resealByForce();
      return { held: [attack.before.older] };
    },
    ['INCONSISTENT'],
  ],
  [
    '3 all tiles and the root rebuilt, without the key of the log',
    async (attack) => {
      await changeOne(attack);
      await attack.resealByForce();
    },
    ['WRITER_SIG', 'CHAIN', 'ROOT_MISMATCH'],
  ],
  [
    '3 and signed by another key',
    async (attack) => {
      await changeOne(attack);
      await attack.resealByForce();
      await attack.serve(await attack.sign({}));
    },
    ['LOG_SIG'],
  ],
  [
    '4 signed again with the stolen key of the log',
    async (attack) => {
      await attack.rewrite(forged);
      await attack.db.query('truncate proof.checkpoint');
      await attack.serve(await attack.sign({ log: true }));
    },
    ['QUORUM'],
  ],
  [
    '5 the whole history signed again with all keys, against one head on paper',
    async (attack) => {
      await attack.rewrite(forged, { maps: false });
      await attack.db.query('truncate proof.checkpoint');
      await attack.serve(await attack.sign({ log: true, witness: true }));
      return { held: [attack.before.older, attack.before.newest] };
    },
    ['INCONSISTENT', 'FORK_SAME_SIZE', 'HEADS_ROOT'],
  ],
  [
    '6 the last event of a stream deleted in the store',
    async (attack) => {
      await attack.db.query('delete from ledger.entry where position = $1', [(await attack.entryOf(2)).position]);
    },
    ['STORE_MISSING'],
  ],
  [
    '7 the last events deleted in store and log, the last head served',
    async (attack) => {
      await attack.db.query('delete from ledger.entry where position > (select max(position) - 3 from ledger.entry)');
      await attack.resealByForce();
    },
    ['LOG_SHORT'],
  ],
  [
    '8 rolled back to an older head, as a restored backup is',
    async (attack) => {
      await rollBack(attack);
      return { held: [attack.before.newest] };
    },
    ['ROLLBACK', 'LOG_SHORT'],
  ],
  [
    '9 the same, and the auditor holds nothing newer',
    async (attack) => {
      await rollBack(attack);
      return { now: nowSeconds() + 3 * 86_400, ageSecondsMax: 2 * 86_400 };
    },
    ['STALE'],
  ],
  [
    '10 an event in the middle deleted everywhere',
    async (attack) => {
      await attack.db.query('delete from ledger.entry where position = $1', [(await attack.entryOf(1, -2)).position]);
      await attack.resealByForce();
    },
    ['REV_GAP', 'CHAIN', 'LOG_SHORT'],
  ],
  [
    '11 a whole stream deleted everywhere',
    async (attack) => {
      await attack.db.query('delete from ledger.entry where stream = $1', [streamOf(3)]);
      await attack.resealByForce();
      return { held: [attack.before.older] };
    },
    ['LOG_SHORT', 'HEADS_ROOT', 'INCONSISTENT'],
  ],
];

async function rollBack(attack: Attack): Promise<void> {
  const { size } = readCheckpoint(readNote(attack.before.older).text);
  await attack.db.query('delete from ledger.entry where position >= $1', [size]);
  await attack.resealByForce();
  await attack.db.query('delete from proof.checkpoint where size > $1', [size]);
}

describe('A superuser’s attack on store and tree is found', () => {
  itFinds(() => ledger, rows);

  it('and the ledger before it is sound, also against every head held', async () => {
    await ledger.attacked(async (attack) => {
      const { older, newest } = attack.before;
      const report = await attack.audit({ held: [older, newest], now: nowSeconds(), ageSecondsMax: 3_600 });
      expect(report.faults).toEqual([]);
      expect(report).toMatchObject({ served: 2, held: 2, mapsCompared: 2, unsealed: 0 });
    });
  });

  it('tells the entry, its stream and the place', async () => {
    const { faults } = await ledger.attacked(async (attack) => {
      await changeOne(attack);
      return attack.audit();
    });
    const found = faults.find(({ check }) => check === 'WRITER_SIG');
    expect(found).toMatchObject({
      step: 'V7',
      stream: streamOf(1),
      n: expect.any(Number),
      position: expect.any(String),
    });
  });
});
