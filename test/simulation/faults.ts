import type { Chance } from './chance.js';

/**
 * How a call of a port ends: well, before it did anything, refused for good, done but unanswered, unanswered and done later, or
 * done when its caller dies.
 */
export type Fate = 'well' | 'refused' | 'unwanted' | 'deaf' | 'late' | 'dies';
/** What a call of a port may meet, beside the death of its caller, which may come any time. */
export type Offered = Exclude<Fate, 'well' | 'dies'>;

export const faultKinds = ['refused', 'unwanted', 'deaf', 'late', 'crash', 'sleep', 'takeover', 'twice'] as const;
export type FaultKind = (typeof faultKinds)[number];
export type FaultRates = Readonly<Record<FaultKind, number>>;

const ratesMost: FaultRates = {
  refused: 0.12,
  unwanted: 0.4,
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

export interface FaultSource {
  /** How often each kind struck. */
  readonly struck: Record<FaultKind, number>;
  /** From now on all goes well. */
  end(): void;
  strikes(kind: FaultKind): boolean;
  fate(...offered: readonly Offered[]): Fate;
  /** The end of a caller, who is never answered. */
  die(owner: object): Promise<never>;
}

export const noneStruck = (): Record<FaultKind, number> =>
  Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;

/** Faults by chance. */
export class Faults implements FaultSource {
  readonly struck = noneStruck();
  private calm = false;

  constructor(
    private readonly chance: Chance,
    private readonly rates: FaultRates,
  ) {}

  end(): void {
    this.calm = true;
  }

  strikes(kind: FaultKind): boolean {
    const struck = this.chance.happens(this.rates[kind]) && !this.calm;
    if (struck) this.struck[kind] += 1;
    return struck;
  }

  fate(...offered: readonly Offered[]): Fate {
    return offered.find((kind) => this.strikes(kind)) ?? 'well';
  }

  die(): Promise<never> {
    throw new TypeError('by chance processes die between calls, not in one');
  }
}
