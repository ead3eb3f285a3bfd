import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFile, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { StartRefused } from '#libs/postgres/fault';
import { LedgerUnderTest } from '../../test/faults/support/ledger-under-test.js';
import { writeCount } from '../../test/faults/support/says-a-count.js';
import { checkBundle, type BundleCheck } from '#libs/proof/bundle-checks';
import type { Bundle } from '#libs/proof/bundle';
import { keyTypes, readNote, signerKey, signNote, writeNote } from '#libs/proof/note';
import { readPolicy } from '#libs/proof/policy';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, enrolled, volunteerId } from '../../test/support/made-up-facts.js';
import { sayEvents } from '../../test/support/say-events.js';
import { knownKeys, sayOfKeys } from './announce-writer.js';
import { openHouseOn, type House } from './house.js';
import { openSealing, type Sealing } from './sealing.js';
import { rotateWriter, writerKeyIdIn } from './writer-rotation.js';

let ledger: LedgerUnderTest;
const errors: Error[] = [];
const sealingNow = (house = ledger.house): Sealing =>
  openSealing(house, { dataDir: ledger.dataDir, env: {}, onError: (error) => errors.push(error) });
const houseAgain = () => openHouseOn(ledger.databases, { dataDir: ledger.dataDir, env: {} });
const at = (name: string): string => path.join(ledger.dataDir, 'keys', name);

async function bundleOf(n: number, house: House = ledger.house): Promise<Bundle> {
  const { checkpointer, bundles } = sealingNow(house);
  await checkpointer.checkpoint({ whole: true });
  return bundles.build(volunteerId(n));
}
async function checksOf(bundle: Bundle, logKeys: readonly string[]): Promise<BundleCheck[]> {
  const policy = readPolicy([...logKeys.map((key) => `log ${key}`), 'quorum none'].join('\n'));
  const { faults } = await checkBundle(bundle, { policy, held: [], now: 0, ageSecondsMax: 0 });
  return [...new Set(faults.map(({ check }) => check))];
}
const enrol = (house: House, n: number): Promise<void> =>
  sayEvents(house, volunteerStream(volunteerId(n)), applied(n), enrolled(n));

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await enrol(ledger.house, 1);
  await sealingNow().checkpointer.checkpoint({ whole: true });
}, 120_000);
afterAll(() => ledger.close());

describe("A writer's key", () => {
  let old: string;
  let fresh: string;

  it('gives way to a new one that the old one vouches for; both hold until the old one is revoked', async () => {
    await copyFile(at('writer.pem'), at('writer-of-old.pem'));
    ({ old, fresh } = await rotateWriter(ledger.house, ledger.dataDir));
    expect(await writerKeyIdIn(ledger.dataDir)).toBe(fresh);
    // A process that has not been started again goes on with the old one.
    await writeCount(ledger, 1);
    const again = await houseAgain();
    await enrol(again, 2);
    await again.close();
    const bundle = await bundleOf(2);
    expect(bundle.entries.every(({ text }) => text.includes(`"w":"${fresh}"`))).toBe(true);
    expect(await checksOf(bundle, await sealingNow().logKeys())).toEqual([]);
  });

  it('is not revoked while it is the one in use, nor when nobody knows it', async () => {
    const revoke = (writerKeyId: string) =>
      sayOfKeys(ledger.house.ledger, { type: 'RevokeWriterKey', data: { writerKeyId, reason: 'rotated' } }, [fresh]);
    await expect(revoke(fresh)).rejects.toMatchObject({ refusal: { refused: 'key_in_use_must_stay' } });
    await expect(revoke('w-0000000000000000')).rejects.toMatchObject({ refusal: { refused: 'key_must_be_known' } });
  });

  it('that was revoked leaves what it signed before as it was, and signs nothing after (attack 14)', async () => {
    const again = await houseAgain();
    await sayOfKeys(again.ledger, { type: 'RevokeWriterKey', data: { writerKeyId: old, reason: 'stolen' } }, [fresh]);
    for (const n of [1, 2]) {
      const bundle = await bundleOf(n, again);
      expect(bundle.keys.some(({ text }) => text.includes('WriterKeyRevoked'))).toBe(true);
      expect(await checksOf(bundle, await sealingNow().logKeys())).toEqual([]);
    }
    // The house that was never started again still holds the old key: its entry stays outside the tree.
    errors.length = 0;
    await writeCount(ledger, 2);
    await sealingNow(again).checkpointer.checkpoint({ whole: true });
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('KEY_REVOKED')]);
    await again.close();
  });

  it('that was revoked does not come back, neither in the log nor at a start', async () => {
    const { publicKey, revoked } = (await knownKeys(ledger.house.ledger)).get(old)!;
    expect(revoked).toBe(true);
    const add = sayOfKeys(ledger.house.ledger, { type: 'AddWriterKey', data: { writerKeyId: old, publicKey } }, []);
    await expect(add).rejects.toMatchObject({ refusal: { refused: 'writer_key_id_must_be_new' } });
    await rename(at('writer.pem'), at('writer-of-now.pem'));
    await copyFile(at('writer-of-old.pem'), at('writer.pem'));
    await expect(houseAgain()).rejects.toThrow(StartRefused);
    await rename(at('writer-of-now.pem'), at('writer.pem'));
  });
});

describe("The log's key", () => {
  let now: House;
  beforeAll(async () => {
    now = await houseAgain();
  });
  afterAll(() => now.close());

  it('gives way to a new one: both sign, either opens, until the old one is revoked; then no head after it is its', async () => {
    const { logKeyHome, logKeys, checkpointer } = sealingNow(now);
    const [old] = (await logKeys()) as [string];
    const thief = signerKey(now.store.log, keyTypes.log, await readFile(at('log.pem'), 'utf8'));
    const { text: fresh, id } = await logKeyHome!.rotate();
    await enrol(now, 3);
    const both = await bundleOf(3, now);
    expect(readNote(both.checkpoint).signatures.map((signature) => signature.id)).toEqual([id, thief.id]);
    expect([await checksOf(both, [old]), await checksOf(both, [fresh])]).toEqual([[], []]);
    expect([...(await knownKeys(now.ledger)).keys()]).toEqual(expect.arrayContaining([`l-${id}`, `l-${thief.id}`]));

    const data = { logKeyId: `l-${thief.id}`, reason: 'stolen' } as const;
    await sayOfKeys(now.ledger, { type: 'RevokeLogKey', data }, [`l-${id}`]);
    expect(await logKeyHome!.retire()).toHaveLength(1);
    await checkpointer.checkpoint({ whole: true });
    const after = await bundleOf(3, now);
    expect([await checksOf(after, [old]), await checksOf(after, [fresh])]).toEqual([['LOG_SIG'], []]);
    const { text } = readNote(after.checkpoint);
    const forged = writeNote({ text, signatures: [signNote(text, thief)] });
    expect(await checksOf({ ...after, checkpoint: forged }, [old])).toEqual(['LOG_KEY_REVOKED']);
  });
});
