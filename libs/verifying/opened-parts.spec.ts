import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { erasableGroups } from '#libs/erasure/erasure.events';
import { NotABundle, readBundle, type Bundle, type DisclosedKey } from '#libs/proof/bundle';
import { BundleBuilder, keyIdsIn } from '#libs/sealing/bundle-builder';
import { sealingBench, type SealingBench } from '../../test/support/sealing-bench.js';
import { openedParts } from './opened-parts.js';
import { verifyFiles, type Told } from './verify-files.js';

let bench: SealingBench;
let bundle: Bundle;
let keys: readonly DisclosedKey[];
let ofAnother: readonly DisclosedKey[];

const keysOf = async (of: Bundle): Promise<DisclosedKey[]> => {
  const found = await bench.house.keys.forReading(keyIdsIn(of, erasableGroups));
  return [...found].flatMap(([kid, key]) => (key === 'shredded' ? [] : [{ kid, dek: key.dek.toString('base64') }]));
};
const told = (
  disclosed: readonly DisclosedKey[] | undefined,
  open: typeof openedParts | undefined = openedParts,
): Promise<Told> =>
  verifyFiles(
    {
      policy: bench.policyText,
      subject: JSON.stringify({ ...bundle, ...(disclosed ? { disclosed } : {}) }),
      held: [],
      now: 0,
    },
    open,
  );

beforeAll(async () => {
  bench = await sealingBench();
  for (const n of [1, 2]) await bench.volunteer(n);
  await bench.checkpointer.checkpoint();
  const { store, mainPool: pool } = bench.house;
  const builder = new BundleBuilder({ store, log: store.log, pool });
  bundle = await builder.build(bench.volunteerId(2));
  keys = await keysOf(bundle);
  ofAnother = await keysOf(await builder.build(bench.volunteerId(1)));
}, 120_000);
afterAll(() => bench.close(), 180_000);

describe('Keys disclosed to an auditor', () => {
  it('open what they close, and without them nothing opens', async () => {
    const closed = await told(undefined);
    expect([closed.code, closed.steps.length, closed.facts.join('\n')]).toEqual([
      0,
      8,
      expect.not.stringContaining('示例员'),
    ]);
    expect(keys.length).toBeGreaterThan(0);
    const opened = await told(keys);
    expect([opened.code, opened.steps.length, opened.verdict]).toEqual([0, 9, closed.verdict]);
    expect(opened.facts.join('\n')).toMatch(/VolunteerApplied|ApplicationSubmitted/);
    expect(opened.facts.join('\n')).toContain('name＝示例员');
  });

  it('are held against the commitment of the log: another key of the same name opens nothing', async () => {
    const [first, ...rest] = keys as [DisclosedKey, ...DisclosedKey[]];
    const forged = await told([{ ...first, dek: Buffer.alloc(32, 7).toString('base64') }, ...rest]);
    expect([forged.code, forged.facts]).toEqual([1, []]);
    expect(forged.steps.at(-1)).toMatchObject({
      passed: false,
      faults: expect.arrayContaining([
        expect.objectContaining({ check: 'DISCLOSED_KEY', detail: expect.stringContaining('commitment') }),
      ]),
    });
  });

  it('of somebody else are told of', async () => {
    expect(ofAnother.length).toBeGreaterThan(0);
    expect(await told(ofAnother)).toMatchObject({ code: 1, verdict: `公开的密钥有 ${ofAnother.length} 处不符。` });
  });

  it('are counted, not opened, where nobody can open them: in the page of a browser', async () => {
    const page = await verifyFiles({
      policy: bench.policyText,
      subject: JSON.stringify({ ...bundle, disclosed: keys }),
      held: [],
      now: 0,
    });
    expect([page.code, page.facts.at(-1)]).toEqual([
      0,
      expect.stringContaining(`${keys.length} 个公开的密钥，本页不打开`),
    ]);
  });

  it.each([
    ['a short key', { disclosed: [{ kid: 'k', dek: 'AAAA' }] }],
    ['no list', { disclosed: {} }],
    ['a field nobody knows', { disclose: [] }],
    ['a field named like a prototype', JSON.parse('{"__proto__":[]}') as object],
  ])('with %s make no bundle', (_, more) => {
    const text = JSON.stringify(bundle).replace(/\}$/, `,${JSON.stringify(more).slice(1)}`);
    expect(() => readBundle(text)).toThrow(NotABundle);
  });
});
