import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leafHash, type Entry } from '#libs/proof/entry';
import { askedText, CheckpointKeeper } from '#libs/proof/keeper';
import { keyTypes, readNote, signerKey, signNote, writeNote } from '#libs/proof/note';
import { inclusionHolds, inclusionProof, treeOf } from '#libs/proof/tree';
import type { Attack } from '../support/attack.js';
import { AttackedLedger } from '../support/attacked-ledger.js';
import { forged, itFinds, streamOf, type Attacking } from '../support/attacking.js';
import { Scribe } from '../support/scribe.js';
import { ed25519Pem } from '../support/sealing-bench.js';

let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

const serveInstead = async (attack: Attack, change: (note: string) => string): Promise<void> => {
  const { newest } = attack.before;
  await attack.db.query('update proof.checkpoint set note = $1 where note = $2', [change(newest), newest]);
};

const rows: readonly Attacking[] = [
  [
    'an entry of the test log is replayed here, signed by the same writer',
    async (attack) => {
      const elsewhere = new Scribe('zhice/test', attack.before.writer);
      await attack.insert(await elsewhere.write({ stream: 'volunteer-elsewhere', type: 'VolunteerEnrolled' }));
      await attack.resealByForce();
    },
    ['LOG'],
  ],
  [
    'a leaf of 65,536 bytes',
    async (attack) => {
      const scribe = await attack.scribe();
      const { text } = await new Scribe(attack.before.log, attack.before.writer).write({
        stream: streamOf(9),
        type: 'X',
        data: { a: '' },
      });
      const data = { a: 'x'.repeat(65_536 - Buffer.byteLength(text)) };
      const large = await scribe.write({ stream: streamOf(9), type: 'X', data });
      expect(Buffer.byteLength(large.text)).toBe(65_536);
      await attack.insert(large);
      await attack.resealByForce();
    },
    ['TOO_LARGE'],
  ],
  [
    'a split view: two auditors were given different logs, and one shows the other his head',
    async (attack) => {
      const shownToOne = attack.before.newest;
      await attack.rewrite(forged);
      await attack.db.query('truncate proof.checkpoint');
      await attack.serve(await attack.sign({ log: true, witness: true }));
      return { held: [shownToOne] };
    },
    ['FORK_SAME_SIZE', 'INCONSISTENT'],
  ],
  [
    'seventeen signature lines',
    (attack) => serveInstead(attack, (note) => note + `${note.split('\n').at(-2)}\n`.repeat(15)),
    ['NOTE'],
  ],
  [
    'a note of more than 16 KB',
    (attack) => serveInstead(attack, (note) => note + `— a ${'A'.repeat(17_000)}\n`),
    ['NOTE'],
  ],
  ['a note with CRLF', (attack) => serveInstead(attack, (note) => note.replaceAll('\n', '\r\n')), ['NOTE']],
  [
    'a witness whose name only looks the same',
    (attack) =>
      serveInstead(attack, (note) => {
        const { text, signatures } = readNote(note);
        const lookalike = signerKey('wіtness.test', keyTypes.witness, ed25519Pem());
        return writeNote({ text, signatures: [signatures[0]!, signNote(text, lookalike, 1_800_000_000)] });
      }),
    ['QUORUM'],
  ],
];

describe('What else a superuser may think of is found', () => {
  itFinds(() => ledger, rows);

  it('a proof of 64 lines is no request to a witness', async () => {
    const { log, logKey, witnessKey, newest } = ledger.before;
    const memory = { of: () => Promise.resolve(undefined), keep: () => Promise.reject(new Error('signed')) };
    const witness = new CheckpointKeeper({
      keys: [witnessKey],
      memory,
      logs: new Map([[log, [logKey]]]),
      now: Date.now,
    });
    const proof = Array.from({ length: 64 }, () => Buffer.alloc(32));
    expect((await witness.add(askedText(1, proof, newest))).status).toBe(400);
  });

  it('42 a node inside the tree cannot be shown as a leaf', async () => {
    const leaves = (await ledger.attacked((attack) => attack.rows())).map(({ entry }) =>
      Buffer.from(leafHash(entry), 'base64'),
    );
    const nodes = treeOf(leaves.slice(0, 256));
    const [left, right] = [leaves[0]!, leaves[1]!];
    const root = nodes(8, 0);
    const proof = inclusionProof(nodes, 0, 256).slice(1);
    const asLeaf = (leaf: Buffer): boolean => inclusionHolds({ leaf, index: 0, size: 128, root, proof });
    // Where the hash is taken for a leaf's the tree looks half as large: only the prefix of a leaf keeps an entry from having it.
    expect(asLeaf(nodes(1, 0))).toBe(true);
    const shown = Buffer.concat([Buffer.of(1), left, right]).toString('latin1');
    expect(asLeaf(Buffer.from(leafHash(shown), 'base64'))).toBe(false);
  });

  it('an entry cannot be moved by spelling its signature otherwise', async () => {
    await ledger.attacked(async (attack) => {
      const row = await attack.entryOf(1);
      const { sig } = JSON.parse(row.entry) as Entry;
      await attack.edit(row, sig, sig.replace(/=+$/, ''));
      expect(await attack.checks()).toEqual(expect.arrayContaining(['WRITER_SIG']));
    });
  });
});
