import type { Seen } from './audit-notes.js';
import type { Faults, Where } from './audit-report.js';

/** The clocks of a log and of its witnesses may differ by so much. */
const clockSecondsMax = 300;
/** And an honest log's own clock is set back by so much. */
const backSecondsMax = 120;

/**
 * Heads that witnesses saw bound the times of entries by a clock that is not the ledger's: what a head holds was there when it was
 * seen, and what it lacks came later. The second holds only where the head was seen as soon as it was made, since a witness may
 * be asked late: its last entry must be as old as the sight of it.
 */
export class TimeBounds {
  private readonly lowest: readonly number[];
  private next = 0;
  private notBefore = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly seen: readonly Seen[],
    private readonly faults: Faults,
  ) {
    let least = Number.POSITIVE_INFINITY;
    this.lowest = seen
      .toReversed()
      .map(({ seconds }) => (least = Math.min(least, seconds)))
      .reverse();
  }

  /** Entry `n` of the tree; asked in their order. */
  check(n: number, at: string, where: Where): void {
    if (this.seen.length === 0) return;
    const seconds = Date.parse(at) / 1000;
    const notAfter = this.lowest[this.next] ?? Number.POSITIVE_INFINITY;
    if (seconds > notAfter + clockSecondsMax)
      this.faults.add('FUTURE', `${at}, but a witness saw it ${iso(notAfter)}`, { ...where, n });
    if (seconds < this.notBefore - clockSecondsMax - backSecondsMax)
      this.faults.add('BACKDATED', `${at}, but it was not there ${iso(this.notBefore)}`, { ...where, n });
    for (; this.seen[this.next]?.size === n + 1; this.next++) {
      const saw = this.seen[this.next]!.seconds;
      if (Math.abs(saw - seconds) <= clockSecondsMax) this.notBefore = Math.max(this.notBefore, saw);
    }
  }
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
