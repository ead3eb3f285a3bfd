import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleBytesMax, NotABundle, readBundle, type Bundle } from '#libs/proof/bundle';
import { checkBundle, type BundleCheck } from '#libs/proof/bundle-checks';
import { readPolicy } from '#libs/proof/policy';
import { sealingBench, type SealingBench } from '../../test/support/sealing-bench.js';
import { BundleBuilder } from './bundle-builder.js';

let bench: SealingBench;
let bundle: Bundle;
let older: Bundle;

const builder = (): BundleBuilder =>
  new BundleBuilder({ store: bench.house.store, log: bench.house.store.log, pool: bench.house.mainPool });
const checksOf = async (changed: unknown, held: readonly string[] = []): Promise<BundleCheck[]> => {
  const read = readBundle(JSON.stringify(changed));
  const { faults } = await checkBundle(read, { policy: bench.policy, held, now: 0, ageSecondsMax: 0 });
  return [...new Set(faults.map(({ check }) => check))];
};
const changed = (change: (copy: Mutable) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(bundle)) as Mutable;
  change(copy);
  return copy;
};
type Mutable = {
  -readonly [K in keyof Bundle]: Bundle[K] extends object ? Record<string, never> & Bundle[K] : Bundle[K];
} & {
  entries: { n: number; text: string; proof: number[] }[];
  heads: { about: { from: number; leaves: unknown[]; proofs: unknown[] } };
};

beforeAll(async () => {
  bench = await sealingBench();
  for (const n of [1, 2, 3]) await bench.volunteer(n);
  await bench.checkpointer.checkpoint();
  older = await builder().build(bench.volunteerId(2));
  await bench.change(2);
  await bench.checkpointer.checkpoint();
  bundle = await builder().build(bench.volunteerId(2));
}, 120_000);
afterAll(() => bench.close());

describe("A volunteer's bundle", () => {
  it('shows the whole history, and that nothing was left out, to somebody who trusts a policy file alone', async () => {
    const report = await checkBundle(bundle, { policy: bench.policy, held: [], now: 0, ageSecondsMax: 0 });
    expect(report.faults).toEqual([]);
    expect(report.entries.at(-1)!.type).toBe('ParticularsChanged');
    expect(report.completeTo).toBeGreaterThan(bundle.entries.at(-1)!.n);
  });

  it('holds nothing of anybody else but the names of two neighbouring streams', () => {
    const text = JSON.stringify(bundle);
    expect(bundle.entries.every((entry) => entry.text.includes(bench.volunteerId(2)))).toBe(true);
    expect(bundle.heads.about.leaves.filter(({ s }) => !s.includes(bench.volunteerId(2))).length).toBeLessThanOrEqual(
      2,
    );
    expect(text).not.toContain('示例员');
  });

  it('is complete even when nothing was written since the first checkpoint', async () => {
    expect(await checksOf(older)).toEqual([]);
  });
});

describe('A bundle is caught', () => {
  it.each<[string, (copy: Mutable) => void, BundleCheck[]]>([
    ['without its newest entry (attack 33)', (copy) => copy.entries.pop(), ['HEAD_MISMATCH']],
    ['without one in the middle (attack 34)', (copy) => copy.entries.splice(1, 1), ['REV_GAP', 'CHAIN']],
    [
      'with an entry edited (attack 35)',
      (copy) => (copy.entries[0]!.text = copy.entries[0]!.text.replace('"rev":0', '"rev":1')),
      ['INCLUSION'],
    ],
    ['with an index shifted (attack 36)', (copy) => copy.entries[0]!.n++, ['INCLUSION']],
    ['with a proof cut short (attack 37)', (copy) => copy.entries[0]!.proof.pop(), ['INCLUSION']],
    ['with a proof made longer (attack 38)', (copy) => copy.entries[0]!.proof.push(0), ['INCLUSION']],
    [
      'of another person, relabelled (attack 40)',
      (copy) => (copy.subject = bench.volunteerId(1) as never),
      ['STREAM'],
    ],
    [
      'with a figure that its entries do not make (attack 41)',
      (copy) => (copy.figures = { 2026: 1440 } as never),
      ['FIGURE_MISMATCH'],
    ],
    [
      'with the key of somebody who was never added (attack 43)',
      (copy) =>
        (copy.keys = [
          {
            ...copy.keys[0],
            text: copy.keys[0]!.text.replace(/"publicKey":"(.)/, (_, sign) => `"publicKey":"${sign === 'z' ? 'y' : 'z'}`),
          },
        ] as never),
      ['KEY_INCLUSION'],
    ],
    ['without its writers', (copy) => (copy.keys = [] as never), ['KEY_UNKNOWN']],
    [
      'with a stream taken out of the map',
      (copy) => (copy.heads.about.leaves.splice(1, 1), copy.heads.about.proofs.splice(1, 1)),
      ['HEADS_MAP', 'HEAD_MISMATCH'],
    ],
    [
      'whose range ends before the neighbour',
      (copy) => (copy.heads.about.leaves.pop(), copy.heads.about.proofs.pop()),
      ['HEADS_MAP'],
    ],
    [
      'in another spelling',
      (copy) => (copy.entries[0]!.text = copy.entries[0]!.text.replace('{', '{ ')),
      ['NON_CANONICAL', 'INCLUSION'],
    ],
  ])('%s', async (_, change, checks) =>
    expect(await checksOf(changed(change))).toEqual(expect.arrayContaining(checks)),
  );

  it('that says of another person there is nothing, by a range from elsewhere in the map', async () => {
    // Ids are drawn by lot: a neighbour's stream may stand in the range, and then it is the stream that is missing.
    for (const n of [1, 3]) {
      const [check] = await checksOf({ ...bundle, subject: bench.volunteerId(n), entries: [] });
      expect(['HEADS_MAP', 'HEAD_MISMATCH']).toContain(check);
    }
  });

  it('when it is older than a checkpoint held from elsewhere (attack 39)', async () => {
    expect(await checksOf(older, [bundle.checkpoint])).toContain('OLDER_THAN_HELD');
  });

  it('when a held checkpoint of the same size has another root (attack 22)', async () => {
    expect(await checksOf(bundle, [bench.forkOf(bundle.checkpoint)])).toContain('FORK_SAME_SIZE');
  });

  it('when the line of a witness was taken away (attack 30)', async () => {
    const lines = bundle.checkpoint.split('\n');
    expect(await checksOf({ ...bundle, checkpoint: [...lines.slice(0, -2), ''].join('\n') })).toEqual(['QUORUM']);
  });

  it('when nobody the policy names has signed', async () => {
    const policy = readPolicy(`log ${bench.strangerKey}\nquorum none`);
    const { faults } = await checkBundle(bundle, { policy, held: [], now: 0, ageSecondsMax: 0 });
    expect(faults.map(({ check }) => check)).toEqual(['LOG_SIG']);
  });

  it('when it is stale', async () => {
    const now = Math.floor(Date.now() / 1000) + 3 * 86_400;
    const { faults } = await checkBundle(bundle, { policy: bench.policy, held: [], now, ageSecondsMax: 2 * 86_400 });
    expect(faults.map(({ check }) => check)).toEqual(['STALE']);
  });
});

describe('A file is no bundle', () => {
  it.each([
    ['of nothing', ''],
    ['of another format', '{"format":"zhice-bundle@2"}'],
    ['with a field too many', () => JSON.stringify({ ...bundle, more: 1 })],
    ['with a node of 31 bytes', () => JSON.stringify({ ...bundle, nodes: [Buffer.alloc(31).toString('base64')] })],
    ['deep as a well', '['.repeat(100_000)],
    ['larger than 64 MiB', () => ' '.repeat(bundleBytesMax + 1)],
  ])('%s', (_, text) => expect(() => readBundle(typeof text === 'string' ? text : text())).toThrow(NotABundle));
});
