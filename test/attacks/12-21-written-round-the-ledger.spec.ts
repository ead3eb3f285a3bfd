import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { writerKey } from '#libs/proof/entry';
import type { Attack } from '../support/attack.js';
import { AttackedLedger } from '../support/attacked-ledger.js';
import { itFinds, streamOf, type Attacking } from '../support/attacking.js';

let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

const dayMilliseconds = 86_400_000;

const rows: readonly Attacking[] = [
  [
    '12 inserted by SQL with a copied signature, and the sealer runs',
    async (attack) => {
      const { revision, type, entry } = await attack.entryOf(2);
      const id = '00000000-0000-4000-8000-000000000012';
      const text = entry.replace(/"id":"[^"]*"/, `"id":"${id}"`).replace(/"rev":\d+/, `"rev":${Number(revision) + 1}`);
      await attack.insert({ stream: streamOf(2), revision: Number(revision) + 1, id, type, text });
      await attack.seal();
      const {
        rows: [kept],
      } = await attack.db.query<{ faults: { check: string }[] }>('select faults from proof.quarantine');
      expect(kept!.faults.map(({ check }) => check)).toContain('WRITER_SIG');
    },
    ['WRITER_SIG', 'UNLOGGED_EVENT'],
  ],
  [
    '13 inserted and signed by a key that nobody announced',
    async (attack) => {
      await attack.insert(
        await (await attack.scribe(writerKey())).write({ stream: streamOf(2), type: 'VolunteerWithdrew' }),
      );
      await attack.resealByForce();
    },
    ['KEY_UNKNOWN'],
  ],
  [
    '14 a revoked key used',
    async (attack) => {
      const [next, scribe] = [writerKey(), await attack.scribe()];
      await attack.insert(await scribe.announce(next));
      await attack.insert(
        await scribe.write({
          stream: 'sys-keys',
          type: 'WriterKeyRevoked',
          data: { writerKeyId: attack.before.writer.id },
          key: next,
        }),
      );
      await attack.insert(await scribe.write({ stream: streamOf(2), type: 'VolunteerWithdrew' }));
      await attack.resealByForce();
    },
    ['KEY_REVOKED'],
  ],
  [
    '15 two events of one stream change places',
    async (attack) => {
      await swap(attack, await attack.entryOf(1, -1), await attack.entryOf(1, -2));
      await attack.resealByForce();
    },
    ['REV_GAP', 'CHAIN', 'ROOT_MISMATCH'],
  ],
  [
    '16 events of two streams change places',
    async (attack) => {
      await swap(attack, await attack.entryOf(1, 1), await attack.entryOf(2, 1));
      await attack.resealByForce();
      return { held: [attack.before.older] };
    },
    ['ROOT_MISMATCH', 'INCONSISTENT'],
  ],
  [
    '17 the ciphertexts of two people change places',
    async (attack) => {
      const [one, other] = [await attack.entryOf(1, -1), await attack.entryOf(2, -1)];
      const enc = /"enc":\[.*?\],"id"/;
      await attack.set(one.position, one.entry.replace(enc, enc.exec(other.entry)![0]));
      await attack.set(other.position, other.entry.replace(enc, enc.exec(one.entry)![0]));
      const scribe = await attack.scribe();
      await attack.insert(await scribe.write({ stream: streamOf(1), type: 'VolunteerWithdrew' }));
      await attack.set(
        (await attack.entryOf(1)).position,
        (await attack.entryOf(1)).entry.replace(/"prev":"[^"]*"/, `"prev":"${'A'.repeat(43)}="`),
      );
      await attack.resealByForce();
    },
    ['WRITER_SIG', 'ENC_KID', 'CHAIN', 'ROOT_MISMATCH'],
  ],
  [
    '18 the same entry once more',
    async (attack) => {
      await attack.withoutConstraints();
      const { stream: of, revision, event_id: id, type, entry: text } = await attack.entryOf(2);
      await attack.insert({ stream: of, revision: Number(revision), id, type, text });
      await attack.resealByForce();
    },
    ['DUP_ID', 'REV_GAP'],
  ],
  [
    '19 an event copied into the stream of somebody else',
    async (attack) => {
      await attack.withoutConstraints();
      const { event_id: id, type, entry } = await attack.entryOf(2);
      const { revision } = await attack.entryOf(3);
      const text = entry.replace(streamOf(2), streamOf(3)).replace(/"rev":\d+/, `"rev":${Number(revision) + 1}`);
      await attack.insert({ stream: streamOf(3), revision: Number(revision) + 1, id, type, text });
      await attack.resealByForce();
    },
    ['DUP_ID', 'WRITER_SIG'],
  ],
  [
    '20 a time before a head that lacks the entry',
    async (attack) => {
      const at = Date.now() - dayMilliseconds;
      await attack.insert(await (await attack.scribe()).write({ stream: streamOf(2), type: 'VolunteerWithdrew', at }));
      await attack.resealByForce();
    },
    ['TIME_BACK', 'BACKDATED'],
  ],
  [
    '21 a time after a head that holds the entry',
    async (attack) => {
      const at = Date.now() + dayMilliseconds;
      await attack.insert(await (await attack.scribe()).write({ stream: streamOf(2), type: 'VolunteerWithdrew', at }));
      await attack.resealByForce();
      await attack.serve(await attack.sign({ log: true, witness: true }));
    },
    ['FUTURE'],
  ],
];

async function swap(attack: Attack, one: { position: string }, other: { position: string }): Promise<void> {
  const move = (from: string, to: string): Promise<unknown> =>
    attack.db.query('update ledger.entry set position = $2 where position = $1', [from, to]);
  await move(one.position, '-1');
  await move(other.position, one.position);
  await move('-1', other.position);
}

describe('What was written round the ledger is found', () => {
  itFinds(() => ledger, rows);
});
