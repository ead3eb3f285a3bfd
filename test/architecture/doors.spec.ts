import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

type Cruised = { summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] } };
type Rules = { forbidden: { name: string; comment: string }[] };

const house = join(import.meta.dirname, '../..');
const config = join(house, '.dependency-cruiser.cjs');
const planted = join(import.meta.dirname, 'planted');
const rules = createRequire(import.meta.url)(config) as Rules;

/** What stands planted and must be caught; every other planted file is an allowed control and must not be named. */
const caught: Record<string, string[]> = {
  'apps/api/src/team/folds-by-type.ts': ['api-reads-by-query-only'],
  'apps/api/src/team/folds.ts': ['api-reads-by-query-only'],
  'apps/api/src/team/takes-table.ts': ['api-reads-by-query-only'],
  'apps/console/src/features/audit/gives.ts': ['auditor-only-asks'],
  'apps/console/src/features/team/checks-shapes.ts': ['console-takes-words-only'],
  'apps/console/src/features/team/takes-api.ts': ['apps-do-not-import-each-other'],
  'apps/console/src/features/team/takes-decider.ts': ['console-takes-words-only'],
  'apps/console/src/features/team/takes-form.ts': ['console-takes-words-only'],
  'apps/console/src/features/team/takes-hours.ts': ['features-stand-alone'],
  'apps/console/src/features/team/takes-nest.ts': ['console-takes-words-only'],
  'apps/console/src/features/team/takes-projection.ts': ['console-takes-words-only'],
  'apps/console/src/parts/takes-feature.ts': ['shared-parts-know-no-feature'],
  'apps/projector/src/takes-api.ts': ['apps-do-not-import-each-other'],
  'libs/importing/takes-fold.ts': ['front-rooms-ask-queries-only'],
  'libs/access/takes-counter.ts': ['only-the-house-stands-behind-the-counter'],
  'libs/access/takes-house.ts': ['only-apps-open-the-house'],
  'libs/access/takes-nest.ts': ['nest-stays-at-the-edge'],
  'libs/donation/calls.reactions.ts': ['reactions-read-types-only'],
  'libs/donation/reads-decider-type.reactions.ts': ['reactions-read-types-only'],
  'libs/donation/runs-events-file.reactions.ts': ['reactions-read-types-only'],
  'libs/donation/takes-adapter.ts': ['only-apps-choose-an-adapter', 'slices-are-pure'],
  'libs/donation/takes-clock.ts': ['slices-are-pure'],
  'libs/donation/takes-nest.ts': ['nest-stays-at-the-edge', 'slices-are-pure'],
  'libs/donation/takes-projection.ts': ['rooms-do-not-look-through-windows', 'slices-are-pure'],
  'libs/donation/takes-store.ts': ['slices-are-pure'],
  'libs/donation/takes-team.ts': ['slices-do-not-call-each-other'],
  'libs/event-store/takes-adapter.ts': ['only-apps-choose-an-adapter'],
  'libs/forms/takes-decider.ts': ['forms-hold-text-only'],
  'libs/forms/takes-store.ts': ['forms-hold-text-only'],
  'libs/intake/takes-slice.ts': ['intake-reads-sheets-only'],
  'libs/kernel/takes-node.ts': ['kernel-imports-nothing'],
  'libs/kernel/takes-policy.ts': ['kernel-imports-nothing'],
  'libs/policy/takes-slice.ts': ['policy-imports-kernel-only'],
  'libs/postgres/asks-for-nothing.ts': ['not-to-unresolvable'],
  'libs/postgres/first.ts': ['no-cycles'],
  'libs/privacy/takes-app.ts': ['rooms-do-not-open-onto-the-street'],
  'libs/projection-engine/takes-eventstoredb.ts': ['only-apps-choose-an-adapter'],
  'libs/proof/takes-kernel.ts': ['proof-stands-alone'],
  'libs/proof/takes-other-canonical.ts': ['proof-stands-alone'],
  'libs/timestamp/takes-proof.ts': ['timestamps-stand-alone'],
  'libs/verifying/takes-kernel.ts': ['verifying-takes-proof-only'],
  'libs/reference/takes-driver.ts': ['reference-imports-kernel-only'],
  'projections/hours-book/takes-app.query.ts': ['rooms-do-not-open-onto-the-street'],
  'projections/hours-book/takes-catalogue.query.ts': ['read-models-stand-alone'],
  'projections/hours-book/takes-team-book.query.ts': ['read-models-stand-alone'],
};

describe('the doors of the house', () => {
  it('catch exactly what is planted before them, in a slice nobody has listed too', async () => {
    const { summary } = await cruise(planted);

    expect(reported(summary)).toEqual(caught);
  }, 60_000);

  it('are each proved by something planted', () => {
    const named = [...new Set(rules.forbidden.map(({ name }) => name))];

    expect(named.sort()).toEqual([...new Set(Object.values(caught).flat())].sort());
  });

  it('each say in one sentence why they are shut', () => {
    for (const { comment } of rules.forbidden) expect(comment).toMatch(/^[A-Z].{15,}\.$/);
  });

  it('are all shut in the real house', async () => {
    const sources = sourcesOf('libs') + sourcesOf('projections');
    const { summary } = await cruise(house);

    expect(reported(summary)).toEqual({});
    expect(summary.totalCruised).toBeGreaterThanOrEqual(sources);
  }, 60_000);
});

/** Runs what `npm run lint` runs, so that the proof is about the rules in use and not about a copy of them. */
async function cruise(root: string): Promise<Cruised> {
  const program = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, 'apps', 'libs', 'projections', '--config', config, '--output-type', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Cruised;
}

function reported({ violations }: Cruised['summary']): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { from, rule } of violations) {
    const names = new Set([...(found[from] ?? []), rule.name]);
    found[from] = [...names].sort();
  }
  return found;
}

function sourcesOf(folder: string): number {
  const files = readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).length;
}
