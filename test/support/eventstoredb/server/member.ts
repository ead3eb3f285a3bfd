import type { Metadata } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import type { Log } from './log.js';

export type Certificate = 'none' | 'valid' | 'expired';

/** What all members have in common. */
export interface Shared {
  readonly log: Log;
  readonly faults: Faults;
  readonly nodes: readonly Member[];
  readonly certificates: string;
  readonly credentials: string | undefined;
  readonly batchAppend: boolean;
  readonly certificate: Certificate;
  readonly leader: number;
  readonly leaderPort: number;
}

/** A node, as its calls see it. */
export interface Member {
  readonly cluster: Shared;
  readonly index: number;
  readonly port: number;
  readonly isLeader: boolean;
  /** Every connection breaks at once; it listens again straight away. */
  cut(): Promise<void>;
  /** What a call is refused with before it is looked at. */
  refusal(metadata: Metadata): Error | undefined;
}
