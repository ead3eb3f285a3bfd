import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leafHash } from '#libs/proof/entry';
import type { Entry } from '#libs/proof/entry';
import { askedText, CheckpointKeeper } from '#libs/proof/keeper';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { readNote } from '#libs/proof/note';
import { consistencyProof, treeOf } from '#libs/proof/tree';
import { rewritten } from '../support/scribe.js';
import type { Attack } from '../support/attack.js';
import { AttackedLedger } from '../support/attacked-ledger.js';
import { forged, itFinds, nowSeconds, streamOf, type Attacking } from '../support/attacking.js';

let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

const rows: readonly Attacking[] = [
  [
    '22 two heads of one size, both signed by all',
    async (attack) => {
      const { size } = readCheckpoint(readNote(attack.before.newest).text);
      await attack.rewrite(forged);
      return { held: [await attack.sign({ log: true, witness: true }, { size })] };
    },
    ['FORK_SAME_SIZE'],
  ],
  ['23 a poisoned tile', (attack) => poison(attack, 0, 0), ['TILE']],
  ['23 a poisoned tile above the leaves', (attack) => poison(attack, 1, 0), ['TILE']],
  [
    '23 a tile that is gone',
    async (attack) => {
      await attack.db.query('delete from proof.tile where level = 0 and index = 0');
    },
    ['TILE'],
  ],
  [
    '27 an event that the sealer passed over',
    async (attack) => {
      const scribe = await attack.scribe();
      for (const id of [2, 3])
        await attack.insert(await scribe.write({ stream: streamOf(id), type: 'VolunteerWithdrew' }));
      const last = (await attack.rows()).at(-2)!;
      await attack.db.query('update proof.head set read_to = $1', [last.position]);
      await attack.seal();
    },
    ['UNLOGGED_EVENT'],
  ],
  [
    '27 events that the sealer does not come to',
    async (attack) => {
      await attack.insert(await (await attack.scribe()).write({ stream: streamOf(2), type: 'VolunteerWithdrew' }));
      return { now: nowSeconds() + 600 };
    },
    ['UNLOGGED_EVENT'],
  ],
  [
    '28 the same JSON with other blanks',
    async (attack) => attack.edit(await attack.entryOf(1, -2), '{"at"', '{ "at"'),
    ['NON_CANONICAL'],
  ],
  [
    '29 a map of the heads without the newest event',
    async (attack) => {
      const map = (await attack.rows(`stream = 'sys-heads'`)).at(-1)!;
      const { data } = JSON.parse(map.entry) as Entry;
      const root = Buffer.alloc(32, 5).toString('base64');
      await attack.set(
        map.position,
        await rewritten(map.entry, () => ({ data: { ...data, root } }), attack.before.writer),
      );
      await attack.resealByForce();
    },
    ['HEADS_ROOT'],
  ],
  [
    '30 the line of the witness taken away',
    async (attack) => {
      const without = (note: string): string => `${note.split('\n').slice(0, -2).join('\n')}\n`;
      for (const note of [attack.before.older, attack.before.newest])
        await attack.db.query('update proof.checkpoint set note = $1 where note = $2', [without(note), note]);
    },
    ['QUORUM'],
  ],
  ['31 a size with a zero before it', (attack) => reword(attack, /^(.*\n)(\d+)/, '$10$2'), ['SIZE']],
  ['31 the head of another log', (attack) => reword(attack, /^.*/, 'zhice/another'), ['ORIGIN']],
];

async function poison(attack: Attack, level: number, index: number): Promise<void> {
  await attack.db.query(
    `update proof.tile set data = set_byte(data, 40 % length(data), (get_byte(data, 40 % length(data)) + 1) % 256) where level = $1 and index = $2`,
    [level, index],
  );
}

async function reword(attack: Attack, from: RegExp, to: string): Promise<void> {
  const { newest } = attack.before;
  await attack.db.query('update proof.checkpoint set note = $1 where note = $2', [newest.replace(from, to), newest]);
}

describe('A superuser’s attack on heads, maps and tiles is found', () => {
  itFinds(() => ledger, rows);

  it('32 by a witness, who is asked to sign a tree that was written anew: 422', async () => {
    await ledger.attacked(async (attack) => {
      const { log, logKey, witnessKey, newest } = attack.before;
      const { size, root } = readCheckpoint(readNote(newest).text);
      await attack.rewrite(forged);
      await attack.insert(await (await attack.scribe()).write({ stream: streamOf(2), type: 'VolunteerWithdrew' }));
      await attack.resealByForce();
      const note = await attack.sign({ log: true });
      const memory = { of: () => Promise.resolve({ size, root }), keep: () => Promise.reject(new Error('signed')) };
      const witness = new CheckpointKeeper({
        keys: [witnessKey],
        memory,
        logs: new Map([[log, [logKey]]]),
        now: Date.now,
      });
      const leaves = (await attack.rows()).map(({ entry }) => Buffer.from(leafHash(entry), 'base64'));
      const proof = consistencyProof(treeOf(leaves), size, leaves.length);
      expect((await witness.add(askedText(size, proof, note))).status).toBe(422);
    });
  });
});
