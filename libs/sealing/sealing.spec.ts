import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { leafHash } from '#libs/proof/entry';
import { readNote, signedBy } from '#libs/proof/note';
import { inclusionHolds, inclusionProof, rootOf, treeOf } from '#libs/proof/tree';
import { sealingBench, type SealingBench } from '../../test/support/sealing-bench.js';
import { SignerAhead } from './checkpointer.js';
import { checkpoints, fromTree } from './proof-store.js';

let bench: SealingBench;
beforeAll(async () => {
  bench = await sealingBench();
}, 120_000);
afterAll(() => bench.close());

const allEntries = async () => (await bench.house.store.readAll(null, 1000)).entries;

describe('The sealer', () => {
  it('takes every entry of the log into one tree, in its order', async () => {
    await bench.volunteer(1);
    const size = await bench.sealer.seal();
    const entries = await allEntries();
    expect(size).toBe(entries.length);
    const tree = treeOf(entries.map(({ text }) => Buffer.from(leafHash(text), 'base64')));
    expect(await fromTree(bench.house.mainPool, (read) => rootOf(read, size))).toEqual(rootOf(tree, size));
  });

  it('gives one tree when several seal at once', async () => {
    for (const n of [2, 3, 4]) await bench.volunteer(n);
    const sizes = await Promise.all([bench.sealer.seal(), bench.sealer.seal(), bench.sealer.seal()]);
    expect(new Set(sizes)).toEqual(new Set([(await allEntries()).length]));
  });
});

describe('A checkpoint', () => {
  it('is signed by the log and by the witness, and its root covers every entry', async () => {
    const { note } = (await bench.checkpointer.checkpoint())!;
    const opened = readNote(note);
    const { size, root } = readCheckpoint(opened.text);
    expect(signedBy(opened, bench.logKey)).toBe(0);
    expect(signedBy(opened, bench.witnessKey)).toBeGreaterThan(0);
    const entries = await allEntries();
    expect(size).toBe(entries.length);
    const index = 3;
    const proof = await fromTree(bench.house.mainPool, (read) => inclusionProof(read, index, size));
    const leaf = Buffer.from(leafHash(entries[index]!.text), 'base64');
    expect(inclusionHolds({ leaf, index, size, root, proof })).toBe(true);
  });

  it('is made again only when the log grew', async () => {
    const before = (await bench.checkpointer.checkpoint())!;
    expect(await bench.checkpointer.checkpoint()).toEqual(before);
    await bench.volunteer(5);
    expect((await bench.checkpointer.checkpoint())!.size).toBeGreaterThan(before.size);
  });

  it('is kept without the witness that is silent, and gains its line later', async () => {
    await bench.volunteer(6);
    const deaf = bench.checkpointerWith({ witness: () => Promise.reject(new Error('no route')) });
    const alone = (await deaf.checkpoint())!;
    expect(bench.silent).toEqual(['witness.test']);
    expect(readNote(alone.note).signatures).toHaveLength(1);
    const cosigned = await bench.checkpointer.witnessed(alone);
    expect(readNote(cosigned.note).signatures).toHaveLength(2);
    expect((await checkpoints(bench.house.mainPool, { limit: 1 }))[0]).toEqual(cosigned);
  });

  it('is not made when the signer has signed more than is here: a backup was restored', async () => {
    const { size } = (await bench.checkpointer.checkpoint())!;
    await bench.volunteer(7);
    const ahead = bench.checkpointerWith({ signer: () => Promise.resolve({ status: 409, body: `${size + 100}\n` }) });
    const mapsBefore = await bench.house.store.headOf('sys-heads');
    await expect(ahead.checkpoint()).rejects.toThrow(SignerAhead);
    // Nothing was written into it either.
    expect(await bench.house.store.headOf('sys-heads')).toEqual(mapsBefore);
  });
});

describe('An entry that somebody wrote round the ledger', () => {
  it('stays outside the tree with the names of the checks it failed, and others go on', async () => {
    const before = await bench.sealer.seal();
    const [stored] = (await allEntries()).filter(({ type }) => type === 'VolunteerEnrolled').slice(-1);
    const forged = stored!.text.replace(stored!.id, randomUUID());
    await bench.house.mainPool.query(
      `insert into ledger.entry (position, stream, revision, event_id, type, entry)
       select max(position) + 1, 'volunteer-' || gen_random_uuid(), 0, gen_random_uuid(), 'VolunteerEnrolled', $1 from ledger.entry`,
      [forged],
    );
    expect(await bench.sealer.seal()).toBe(before);
    const checks = bench.quarantined.at(-1)!.faults.map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(['PLACE', 'REV_GAP', 'CHAIN', 'WRITER_SIG']));
    await bench.volunteer(8);
    expect(await bench.sealer.seal()).toBeGreaterThan(before);
    const { rows } = await bench.house.mainPool.query(`select count(*)::int as n from proof.quarantine`);
    expect(rows).toEqual([{ n: 1 }]);
  });
});
