import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPolicy } from '#libs/proof/policy';
import { AttackedLedger } from '../support/attacked-ledger.js';
import { forged } from '../support/attacking.js';
import { volunteerId } from '../support/made-up-facts.js';

let ledger: AttackedLedger;
beforeAll(async () => {
  ledger = await AttackedLedger.open();
}, 180_000);
afterAll(() => ledger.close());

describe('What an audit cannot find', () => {
  it('N1: everything written anew by whoever holds all keys, when no head ever left the building; one old head finds it', async () => {
    await ledger.attacked(async (attack) => {
      await attack.rewrite(forged);
      await attack.db.query('truncate proof.checkpoint');
      await attack.serve(await attack.sign({ log: true }));
      const policy = readPolicy(`log ${attack.before.logKey.text}\nquorum none\n`);
      expect((await attack.audit({ policy })).faults).toEqual([]);
      expect(await attack.checks({ policy, held: [attack.before.newest] })).toEqual(
        expect.arrayContaining(['FORK_SAME_SIZE', 'INCONSISTENT']),
      );
    });
  });

  it('N2: new hours that were never served, signed with a stolen key of a writer', async () => {
    await ledger.attacked(async (attack) => {
      const data = { servedOn: '2026-03-01', serviceMinutes: 480 };
      await attack.insert(
        await (
          await attack.scribe()
        ).write({ stream: `hours-${volunteerId(2)}-2026`, type: 'ServiceHoursCredited', data }),
      );
      await attack.seal();
      expect((await attack.audit({ held: [attack.before.newest] })).faults).toEqual([]);
    });
  });
});
