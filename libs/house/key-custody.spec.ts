import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { volunteerHistory } from '#libs/books/history';
import { KeyLost } from '#libs/privacy/key-ring';
import { ErasureBench } from '../../test/support/erasure-bench.js';
import { KeyLossHidden } from './eraser.js';
import { takeKeyBackup, testRestore } from './key-backup.js';
import { rotateMaster } from './master-rotation.js';

let bench: ErasureBench;
beforeAll(async () => {
  bench = await ErasureBench.open();
}, 180_000);
afterAll(() => bench.close(), 180_000);

describe('a key that is gone without an erasure', () => {
  it('is an incident, and cannot be passed off as an erasure', async () => {
    const [lost] = await bench.onKeys(
      `delete from keys.subject_key where subject = '${bench.staying.volunteerId}' and grp = 'identity' returning kid`,
    );
    await bench.restart();
    await expect(volunteerHistory(bench.house, bench.staying.volunteerId)).rejects.toBeInstanceOf(KeyLost);
    await bench.onKeys(`insert into keys.shredded_key (kid) values ('${String(lost?.['kid'])}')`);
    await bench.restart();
    expect(bench.errors.some((error) => error instanceof KeyLossHidden)).toBe(true);
    expect(bench.told.join('\n')).toContain('这是密钥丢失，不是依法删除');
  }, 120_000);
});

describe('a new master key', () => {
  it('opens everything the old one did, after a backup that can be restored; the old one opens nothing more', async () => {
    const old = await takeKeyBackup(bench.house.keysPool, bench.house.store.log, new Date());
    const found = await bench.house.blindIndex.find({ kind: 'id_number', value: bench.half.idNumber });
    let fresh = '';
    const rotated = await rotateMaster(bench.house.keysPool, bench.dataDir, async (master) => {
      fresh = await takeKeyBackup(bench.house.keysPool, bench.house.store.log, new Date());
      expect((await testRestore({ ...bench.house, master }, fresh)).broken).toEqual([]);
    });
    expect(rotated).toMatchObject({ epoch: 2 });
    expect(rotated.keys).toBeGreaterThan(0);
    await bench.restart();
    expect((await volunteerHistory(bench.house, bench.half.volunteerId)).items[0]).toMatchObject({
      fields: { name: bench.half.name },
    });
    expect(await bench.house.blindIndex.find({ kind: 'id_number', value: bench.half.idNumber })).toEqual(found);
    expect((await testRestore(bench.house, fresh)).broken).toEqual([]);
    expect((await testRestore(bench.house, old)).keys).toBe(0);
    await expect(testRestore(bench.house, fresh.replace('"', "'"))).rejects.toMatchObject({ name: 'StartRefused' });
  }, 120_000);

  it('cut off before the old one is destroyed opens both, and is finished by the next try', async () => {
    const dies = (): Promise<void> => Promise.reject(new Error('killed'));
    await expect(rotateMaster(bench.house.keysPool, bench.dataDir, dies)).rejects.toThrow('killed');
    await bench.restart();
    expect((await volunteerHistory(bench.house, bench.half.volunteerId)).items[0]).toMatchObject({
      fields: { name: bench.half.name },
    });
    expect(await rotateMaster(bench.house.keysPool, bench.dataDir, () => Promise.resolve())).toMatchObject({
      epoch: 3,
      keys: 0,
    });
  }, 120_000);
});
