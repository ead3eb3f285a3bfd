import type { Chance } from './chance.js';

/** How a call of a port ends: well, before it did anything, done but unanswered, or unanswered and done later. */
export type Fate = 'well' | 'refused' | 'deaf' | 'late';

export const faultKinds = ['refused', 'deaf', 'late', 'crash', 'sleep', 'takeover', 'twice'] as const;
export type FaultKind = (typeof faultKinds)[number];
export type FaultRates = Readonly<Record<FaultKind, number>>;

const ratesMost: FaultRates = {
  refused: 0.12,
  deaf: 0.15,
  late: 0.12,
  crash: 0.012,
  sleep: 0.08,
  takeover: 0.1,
  twice: 0.3,
};

/** A third of the kinds is off in a run: faults hide behind other faults. */
export function someRates(chance: Chance, without: ReadonlySet<FaultKind>): FaultRates {
  const drawn = faultKinds.map((kind) => {
    const rate = chance.happens(1 / 3) ? 0 : ratesMost[kind] * chance.next();
    return [kind, without.has(kind) ? 0 : rate] as const;
  });
  return Object.fromEntries(drawn) as FaultRates;
}

export class Faults {
  /** How often each kind struck. */
  readonly struck: Record<FaultKind, number> = {
    refused: 0,
    deaf: 0,
    late: 0,
    crash: 0,
    sleep: 0,
    takeover: 0,
    twice: 0,
  };
  private calm = false;

  constructor(
    private readonly chance: Chance,
    private readonly rates: FaultRates,
  ) {}

  /** From now on all goes well. */
  end(): void {
    this.calm = true;
  }

  strikes(kind: FaultKind): boolean {
    const struck = this.chance.happens(this.rates[kind]) && !this.calm;
    if (struck) this.struck[kind] += 1;
    return struck;
  }

  fate(...kinds: readonly Exclude<Fate, 'well'>[]): Fate {
    return kinds.find((kind) => this.strikes(kind)) ?? 'well';
  }
}
