import { noneStruck, type Fate, type FaultSource, type Offered } from './faults.js';

/** Counted from 1, over all calls of the store, of the followers' database and of the channel of the outbox. */
export interface FaultAt {
  readonly call: number;
  readonly fate: Exclude<Fate, 'well'>;
}

/** All goes well but for one call, once. */
export class OneFault implements FaultSource {
  readonly struck = noneStruck();
  /** What each call could meet. */
  readonly calls: (readonly FaultAt['fate'][])[] = [];
  /** Told who dies in the midst of its call. */
  onDeath: (owner: object) => void = () => undefined;

  constructor(private readonly fault?: FaultAt) {}

  /** Whether the run came as far as the call that was to fail. */
  get isOver(): boolean {
    return this.fault !== undefined && this.calls.length >= this.fault.call;
  }

  end(): void {
    // One fault is over when it is over.
  }

  strikes(): boolean {
    return false;
  }

  fate(...offered: readonly Offered[]): Fate {
    this.calls.push([...offered, 'dies']);
    return this.calls.length === this.fault?.call ? this.fault.fate : 'well';
  }

  die(owner: object): Promise<never> {
    this.onDeath(owner);
    return new Promise(() => undefined);
  }
}
