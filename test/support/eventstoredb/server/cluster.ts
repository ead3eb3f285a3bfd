import { noFaults, type Faults } from './faults.js';
import { Log } from './log.js';
import type { Certificate, Shared } from './member.js';
import { Node } from './node.js';

export interface ClusterOptions {
  readonly nodes: number;
  readonly certificate: Certificate;
  /** Folder of the PEM files. */
  readonly certificates: string;
  /** `user:password` that every call must bring; nobody is asked without it. */
  readonly credentials?: string;
  /** False: a server before 21.10, which knows the single append only. */
  readonly batchAppend: boolean;
  readonly recentIdsMax?: number;
  readonly appendBytesMax?: number;
}

/** Members that share one log: replication itself is not shown, only what a client is told of it. */
export class Cluster implements Shared {
  readonly log = new Log();
  readonly faults: Faults = noFaults();
  readonly nodes: readonly Node[];
  readonly certificates: string;
  readonly credentials: string | undefined;
  readonly batchAppend: boolean;
  certificate: Certificate;
  leader = 0;

  constructor(options: ClusterOptions) {
    ({ certificates: this.certificates, certificate: this.certificate, batchAppend: this.batchAppend } = options);
    this.credentials = options.credentials;
    this.log.recentIdsMax = options.recentIdsMax ?? this.log.recentIdsMax;
    this.log.appendBytesMax = options.appendBytesMax ?? this.log.appendBytesMax;
    this.nodes = Array.from({ length: options.nodes }, (_, index) => new Node(this, index));
  }

  get leaderPort(): number {
    return this.nodes[this.leader]!.port;
  }

  async up(): Promise<void> {
    for (const node of this.nodes) await node.up();
  }
}
