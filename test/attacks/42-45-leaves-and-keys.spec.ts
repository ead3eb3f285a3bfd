import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { volunteerHistory } from '#libs/books/history';
import { privacyStream } from '#libs/erasure/erasure.events';
import type { House } from '#libs/house/house';
import { EnvelopeBroken } from '#libs/privacy/envelope';
import type { Bundle } from '#libs/proof/bundle';
import { checkBundle } from '#libs/proof/bundle-checks';
import type { Entry } from '#libs/proof/entry';
import { BundleBuilder } from '#libs/sealing/bundle-builder';
import type { Attack } from '../support/attack.js';
import { AttackedLedger } from '../support/attacked-ledger.js';
import { nowSeconds } from '../support/attacking.js';
import { day, organizationId, volunteerId } from '../support/made-up-facts.js';
import { sayEvents } from '../support/say-events.js';

let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

async function inHouse<T>(attack: Attack, work: (house: House) => Promise<T>, told: string[] = []): Promise<T> {
  const house = await ledger.openHouse(attack.connection, (text) => told.push(text));
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

const bundleOf = (house: House, n: number): Promise<Bundle> =>
  new BundleBuilder({ store: house.store, log: house.store.log, pool: house.mainPool }).build(volunteerId(n));

const checksOf = async (attack: Attack, bundle: Bundle): Promise<string[]> => {
  const { faults } = await checkBundle(bundle, { policy: attack.before.policy, held: [], now: 0, ageSecondsMax: 0 });
  return [...new Set(faults.map(({ check }) => check))];
};

const nameOf = async (house: House, n: number): Promise<unknown> =>
  (await volunteerHistory(house, volunteerId(n))).items[0]!.fields['name'];

/** Approved by two persons, as the counter would have it, and done. */
async function erased(house: House, n: number): Promise<void> {
  const [requestId, subjectId] = [randomUUID(), volunteerId(n)];
  const groups = ['identity', 'contact', 'sensitive', 'photo', 'free'];
  const filed = { requestId, subjectId, duplicateIds: [], organizationId: organizationId(1), groups };
  const asked = { answer: 'SHRED', basis: 'CONSENT_WITHDRAWN', filedBy: randomUUID(), filedOn: day('2026-05-01') };
  await sayEvents(
    house,
    privacyStream,
    { type: 'PrivacyRequestFiled', data: { ...filed, ...asked } },
    { type: 'PrivacyRequestApproved', data: { requestId, subjectId, approvedOn: day('2026-05-02') } },
  );
  expect(await house.eraser.run()).toBe(1);
}

/** The house's log after it went on: sealed, signed and witnessed. */
async function sealedAgain(attack: Attack): Promise<void> {
  await attack.seal();
  const { rows } = await attack.db.query('select faults from proof.quarantine');
  expect(rows).toEqual([]);
  await attack.serve(await attack.sign({ log: true, witness: true }));
}

const heldAndFresh = ({ before }: Attack) => ({
  held: [before.older, before.newest],
  now: nowSeconds(),
  ageSecondsMax: 3_600,
});

describe('A node inside the tree', () => {
  it('42 is no entry, in a bundle either: INCLUSION', async () => {
    await ledger.attacked(async (attack) => {
      const bundle = await inHouse(attack, (house) => bundleOf(house, 1));
      expect(await checksOf(attack, bundle)).toEqual([]);
      const [{ data: tile }] = (
        await attack.db.query<{ data: Buffer }>('select data from proof.tile where level = 0 and index = 0')
      ).rows as [{ data: Buffer }];
      const [first, ...rest] = bundle.entries;
      const pair = Math.floor(first!.n / 2) * 64;
      const text = tile.subarray(pair, pair + 64).toString('latin1');
      const asLeaf = { n: Math.floor(first!.n / 2), text, proof: first!.proof.slice(1) };
      expect(await checksOf(attack, { ...bundle, entries: [asLeaf, ...rest] })).toContain('INCLUSION');
    });
  }, 120_000);
});

describe('A ciphertext that was moved does not open, though a stolen key of the writer makes every proof hold', () => {
  const parts = async (attack: Attack, n: number, rev: number): Promise<Entry['enc']> =>
    (JSON.parse((await attack.entryOf(n, rev)).entry) as Entry).enc;

  /** All checks of the log pass but those that `found` names. */
  async function moved(attack: Attack, enc: (entry: Entry) => Entry['enc'], found: readonly string[]): Promise<void> {
    await attack.rewrite(({ data }) => data, { enc });
    await attack.db.query('truncate proof.checkpoint');
    await attack.serve(await attack.sign({ log: true, witness: true }));
    expect(await attack.checks()).toEqual(found);
  }
  const reading = (attack: Attack): Promise<unknown> =>
    inHouse(attack, (house) => volunteerHistory(house, volunteerId(1)));

  it('44 within the stream of one person: GCM authentication', async () => {
    await ledger.attacked(async (attack) => {
      const from = await parts(attack, 1, 1);
      expect(from.length).toBeGreaterThan(0);
      const newest = await attack.entryOf(1, -1);
      await moved(attack, ({ id, enc }) => (id === newest.event_id ? from : enc), []);
      await expect(reading(attack)).rejects.toThrow(EnvelopeBroken);
    });
  }, 120_000);

  it('44 to another person: its key is not bound to that stream, and GCM authentication', async () => {
    await ledger.attacked(async (attack) => {
      const from = await parts(attack, 2, -1);
      const newest = await attack.entryOf(1, -1);
      await moved(attack, ({ id, enc }) => (id === newest.event_id ? from : enc), ['ENC_KID']);
      await expect(reading(attack)).rejects.toThrow(EnvelopeBroken);
    });
  }, 120_000);
});

describe('A person is forgotten', () => {
  it('45 and every proof holds: audit against heads held from before, bundles from before and after', async () => {
    await ledger.attacked(async (attack) => {
      await inHouse(attack, async (house) => {
        const before = await bundleOf(house, 4);
        expect(await nameOf(house, 4)).toBe('示例员4');
        await erased(house, 4);
        await sealedAgain(attack);
        expect((await attack.audit(heldAndFresh(attack))).faults).toEqual([]);
        expect(await checksOf(attack, before)).toEqual([]);
        expect(await nameOf(house, 4)).toBe('已删除');
        expect(await nameOf(house, 2)).toBe('示例员2');
      });
    });
  }, 300_000);

  it('key restored after it: a superuser puts the key back: the next start tells of it and destroys it again', async () => {
    await ledger.attacked(async (attack) => {
      const kept = await ledger.onKeys(async (keys) => {
        const { rows } = await keys.query<{ row: object }>(
          'select to_jsonb(k) as row from keys.subject_key k where subject = $1',
          [volunteerId(3)],
        );
        return rows.map(({ row }) => JSON.stringify(row));
      });
      expect(kept.length).toBeGreaterThan(0);
      await inHouse(attack, (house) => erased(house, 3));
      const putBack = (): Promise<unknown> =>
        ledger.onKeys(async (keys) => {
          await keys.query('delete from keys.shredded_key where subject = $1', [volunteerId(3)]);
          await keys.query('delete from keys.fenced_subject where subject = $1', [volunteerId(3)]);
          for (const row of kept)
            await keys.query(
              'insert into keys.subject_key select * from jsonb_populate_record(null::keys.subject_key, $1::jsonb)',
              [row],
            );
        });
      await putBack();
      const told: string[] = [];
      await inHouse(attack, async (house) => expect(await nameOf(house, 3)).toBe('已删除'), told);
      expect(told.join('\n')).toContain(`已重新销毁 ${kept.length} 个已删除人员的密钥`);
      const left = await ledger.onKeys((keys) =>
        keys.query('select 1 from keys.subject_key where subject = $1', [volunteerId(3)]),
      );
      expect(left.rows).toEqual([]);
    });
  }, 300_000);
});
