import type { Checkpoint } from './checkpoint.js';
import type { EntryCheck } from './entry-checks.js';
import type { Opened } from './policy.js';

/** The thirteen questions of a full audit; docs/decisions/0023-full-audit.md says how each is answered. */
export const auditSteps = [
  ...['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11', 'V12', 'V13'],
] as const as readonly AuditStep[];
export type AuditStep = 'V1' | 'V2' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9' | 'V10' | 'V11' | 'V12' | 'V13';

export type AuditCheck =
  | EntryCheck
  | 'LEAF'
  | 'ROOT_MISMATCH'
  | 'LOG_SHORT'
  | 'NOTE'
  | 'SIZE'
  | 'ORIGIN'
  | 'LOG_SIG'
  | 'QUORUM'
  | 'ROLLBACK'
  | 'FORK_SAME_SIZE'
  | 'INCONSISTENT'
  | 'BACKDATED'
  | 'FUTURE'
  | 'UNLOGGED_EVENT'
  | 'STORE_MISSING'
  | 'ORDER'
  | 'HEADS_ROOT'
  | 'TILE'
  | 'PROJ_DIFF'
  | 'PROJ_EXTRA'
  | 'PROJ_MISSING'
  | 'PROJ_STOPPED'
  | 'PROJ_ATTESTED'
  | 'STALE'
  | 'NO_CHECKPOINT';

export const stepOfCheck: Readonly<Record<AuditCheck, AuditStep>> = {
  NON_CANONICAL: 'V1',
  TOO_LARGE: 'V1',
  LOG: 'V1',
  LEAF: 'V2',
  ROOT_MISMATCH: 'V3',
  LOG_SHORT: 'V3',
  NOTE: 'V4',
  SIZE: 'V4',
  ORIGIN: 'V4',
  LOG_SIG: 'V4',
  QUORUM: 'V4',
  ROLLBACK: 'V5',
  FORK_SAME_SIZE: 'V5',
  INCONSISTENT: 'V5',
  PLACE: 'V6',
  REV_GAP: 'V6',
  CHAIN: 'V6',
  DUP_ID: 'V6',
  KEY_UNKNOWN: 'V7',
  KEY_REVOKED: 'V7',
  KEY_ID: 'V7',
  WRITER_SIG: 'V7',
  ENC_KID: 'V7',
  TIME_BACK: 'V8',
  BACKDATED: 'V8',
  FUTURE: 'V8',
  UNLOGGED_EVENT: 'V9',
  STORE_MISSING: 'V9',
  ORDER: 'V9',
  HEADS_ROOT: 'V10',
  TILE: 'V11',
  PROJ_DIFF: 'V12',
  PROJ_EXTRA: 'V12',
  PROJ_MISSING: 'V12',
  PROJ_STOPPED: 'V12',
  PROJ_ATTESTED: 'V12',
  STALE: 'V13',
  NO_CHECKPOINT: 'V13',
};

/** Where a fault was found, as far as it has a place. */
export interface Where {
  /** Leaf index. */
  readonly n?: number;
  readonly position?: string;
  readonly stream?: string;
  readonly rev?: number;
}

export interface AuditFault extends Where {
  readonly step: AuditStep;
  readonly check: AuditCheck;
  readonly detail: string;
}

/** So many are named of each check; of a log that was rewritten everything would be. */
const namedMax = 100;

/** Gathers what an audit finds, the first of each check by name and all of them by number. */
export class Faults {
  readonly named: AuditFault[] = [];
  private readonly counts = new Map<AuditCheck, number>();

  add(check: AuditCheck, detail: string, where: Where = {}): void {
    const count = (this.counts.get(check) ?? 0) + 1;
    this.counts.set(check, count);
    if (count <= namedMax) this.named.push({ step: stepOfCheck[check], check, ...where, detail });
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get byCheck(): Readonly<Partial<Record<AuditCheck, number>>> {
    return Object.fromEntries(this.counts);
  }
}

/** What an audit of the log came to. */
export interface AuditReport {
  readonly log: string;
  readonly mode: 'whole' | 'hashes';
  /** Entries read, sealed or not. */
  readonly entries: number;
  /** Leaves of the tree that the log comes to, and its root (base64). */
  readonly size: number;
  readonly root: string;
  readonly streams: number;
  /** Entries behind the last one that the sealer saw. */
  readonly unsealed: number;
  /** Entries that an earlier audit had found sound and this one compared by their hashes. */
  readonly known: number;
  /** The newest head that the policy opens. */
  readonly checkpoint: Checkpoint | undefined;
  readonly opened: Opened | undefined;
  /** Signed heads compared: served by the ledger, and held from elsewhere. */
  readonly served: number;
  readonly held: number;
  /** Of the served heads, how many signatures were looked at. */
  readonly notesOpened: number;
  readonly mapsCompared: number;
  readonly faults: readonly AuditFault[];
  /** All of them; `faults` names the first hundred of each check. */
  readonly faultCount: number;
  readonly byCheck: Readonly<Partial<Record<AuditCheck, number>>>;
}
