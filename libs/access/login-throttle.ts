import { LRUCache } from 'lru-cache';

export const failuresPerMinuteAndAccountMax = 5;
export const failuresPerMinuteAndAddressMax = 20;
const windowMilliseconds = 60_000;
/** From an address where the owner signed in lately, strangers cannot use up his attempts. */
const knownAddressMilliseconds = 30 * 24 * 3600 * 1000;
const bucketsMax = 50_000;

export interface Attempt {
  /** The password was right: the attempt does not count. */
  succeeded(): void;
}

/** An IPv6 customer holds a whole /64. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;

/**
 * Slows guessing down without letting strangers lock anybody out: five failures a minute for an account from addresses
 * unknown to it, five more from each address its owner signed in from, and twenty a minute from one address over all
 * accounts. An attempt counts while it is under way, so that a thousand at once are not a thousand guesses.
 */
export class LoginThrottle {
  private readonly failures = new LRUCache<string, readonly number[]>({ max: bucketsMax });
  private readonly known = new LRUCache<string, number>({ max: bucketsMax });

  constructor(private readonly now: () => number = Date.now) {}

  /** The attempt, or the whole seconds to wait, 1 to 60. */
  begin(login: string, address: string): Attempt | number {
    const network = networkOf(address);
    const at = this.now();
    const owner = JSON.stringify([login, network]);
    const isKnown = at - (this.known.get(owner) ?? -Infinity) < knownAddressMilliseconds;
    const buckets = [
      { key: isKnown ? `known ${owner}` : `account ${login}`, max: failuresPerMinuteAndAccountMax },
      { key: `address ${network}`, max: failuresPerMinuteAndAddressMax },
    ];
    const wait = Math.max(...buckets.map(({ key, max }) => this.waitMilliseconds(key, max, at)));
    if (wait > 0) return Math.ceil(wait / 1000);
    for (const { key } of buckets) this.failures.set(key, [...this.recent(key, at), at]);
    return {
      succeeded: () => {
        for (const { key } of buckets) this.takeBack(key, at);
        this.known.set(owner, at);
      },
    };
  }

  private recent(key: string, at: number): readonly number[] {
    return (this.failures.get(key) ?? []).filter((time) => at - time < windowMilliseconds);
  }

  private waitMilliseconds(key: string, max: number, at: number): number {
    const recent = this.recent(key, at);
    const oldest = recent[recent.length - max];
    return oldest === undefined ? 0 : oldest + windowMilliseconds - at;
  }

  private takeBack(key: string, at: number): void {
    const times = [...(this.failures.get(key) ?? [])];
    const index = times.indexOf(at);
    if (index >= 0) times.splice(index, 1);
    this.failures.set(key, times);
  }
}
