import { faultKinds, type FaultKind } from './faults.js';
import { simulate, type Plan, type Run } from './simulation.js';

const triesMost = 80;
const toldSteps = 120;

interface Shrunk {
  readonly plan: Plan;
  readonly run: Run;
}

/** Fewer commands and fewer kinds of faults that still break a rule, though perhaps another one. */
async function shrunk(plan: Plan, run: Run): Promise<Shrunk> {
  let best: Shrunk = { plan: { ...plan, only: new Set(run.asked.keys()) }, run };
  let tries = 0;
  const tryOut = async (changes: Partial<Plan>): Promise<boolean> => {
    if (tries++ >= triesMost) return false;
    const candidate = { ...best.plan, ...changes };
    const result = await simulate(candidate);
    if (result.broken.length > 0) best = { plan: candidate, run: result };
    return result.broken.length > 0;
  };
  for (const kind of faultKinds) await tryOut({ without: new Set<FaultKind>([...(best.plan.without ?? []), kind]) });
  for (let size = run.asked.length >> 1; size >= 1; size >>= 1)
    for (let from = 0; from < run.asked.length; from += size) {
      const only = new Set([...best.plan.only!].filter((i) => i < from || i >= from + size));
      if (only.size < best.plan.only!.size) await tryOut({ only });
    }
  return best;
}

/** What whoever meets a failing seed is shown: the seed, the rule, the fewest commands found that break one, and how. */
export async function storyOf(plan: Plan, run: Run): Promise<string> {
  const { plan: smallest, run: found } = await shrunk(plan, run);
  const asked = [...smallest.only!].map((i) => found.asked[i]!);
  return [
    `SIM_SEED=${plan.seed} npm test -- test/simulation`,
    ...run.broken,
    `shrunk to ${asked.length} of ${run.asked.length} commands, without ${[...(smallest.without ?? [])].join(', ') || 'no fault left out'}:`,
    ...found.broken.map((rule) => `! ${rule}`),
    ...asked.map(
      ({ command, context, twice }) => `${context.commandId} ${twice ? 'twice ' : ''}${JSON.stringify(command)}`,
    ),
    ...found.trace.slice(-toldSteps),
  ].join('\n');
}
