import type { AuditReport } from '#libs/proof/audit-report';
import type { AuditSource } from '#libs/proof/audit-source';
import type { Checkpoint } from '#libs/proof/checkpoint';
import { auditLog, type AuditAsked } from '#libs/proof/log-audit';
import { keepAuditState, readAuditState } from './audit-state.js';
import { AuditWorkers } from './audit-workers.js';

export interface AuditRun extends Pick<AuditAsked, 'policy' | 'held' | 'now' | 'ageSecondsMax' | 'hashesOnly'> {
  /** Where the audit goes on from, and where it writes how far it came. */
  readonly stateFile?: string | undefined;
  /** A head up to which somebody has audited the log before; goes before the state. */
  readonly since?: Checkpoint | undefined;
  /** Verifies everything again, though there is a state. */
  readonly whole?: boolean;
  /** Threads that examine entries; 0 examines them in this one. */
  readonly workers: number;
  /** The compiled worker, where it does not stand beside this room. */
  readonly workerProgram?: URL;
  readonly onProgress?: (entries: number) => void;
  /** When it is aborted, the page under way is examined and no other: AuditStopped. */
  readonly stop?: AbortSignal;
}

/** Somebody told the audit to stop, and it did between two pages. */
export class AuditStopped extends Error {
  override readonly name = 'AuditStopped';

  constructor(
    /** Entries read. */
    readonly entries: number,
    readonly faults: number,
    /** From where another audit can go on; undefined where something was found or only hashes were asked for. */
    readonly reached: Checkpoint | undefined,
  ) {
    super(`the audit was stopped after ${entries} entries`);
  }
}

/** So many entries are verified again at most when an audit is cut off. */
const savedEvery = 20_000;

/** Throws StateDamaged, AuditStopped and what the source throws. */
export async function runAudit(source: AuditSource, run: AuditRun): Promise<AuditReport> {
  const stateFile = run.hashesOnly === true ? undefined : run.stateFile;
  const audited = await reached(source, { ...run, stateFile });
  const threads = threadsFor(run);
  const saving = new Saving(source.log, stateFile, audited?.size ?? 0);
  try {
    const report = await auditLog(source, {
      ...run,
      audited,
      ...(threads ? { examine: threads.examine, lanes: threads.lanesAtOnce } : {}),
      onPage: (entries, tree) => {
        run.onProgress?.(entries);
        saving.page(tree);
        if (run.stop?.aborted === true) throw stoppedAt(entries, tree, { origin: source.log, saving, run });
      },
    });
    const { log: origin, size, root, faultCount } = report;
    if (faultCount === 0 && size > 0) saving.keep({ origin, size, root: Buffer.from(root, 'base64') });
    return report;
  } finally {
    await saving.end();
    await threads?.end();
  }
}

type Tree = Parameters<NonNullable<AuditAsked['onPage']>>[1];

function stoppedAt(
  entries: number,
  { size, root, faults }: Tree,
  { origin, saving, run }: { readonly origin: string; readonly saving: Saving; readonly run: AuditRun },
): AuditStopped {
  if (faults > 0 || size === 0 || run.hashesOnly === true) return new AuditStopped(entries, faults, undefined);
  const reached = { origin, size, root: root() };
  saving.further(reached);
  return new AuditStopped(entries, faults, reached);
}

const threadsFor = ({ hashesOnly, workers, workerProgram }: AuditRun): AuditWorkers | undefined =>
  hashesOnly === true || workers === 0 ? undefined : new AuditWorkers(workers, workerProgram);

async function reached({ log }: AuditSource, { stateFile, since, whole }: AuditRun): Promise<Checkpoint | undefined> {
  if (since || whole === true || stateFile === undefined) return since;
  const state = await readAuditState(stateFile);
  return state?.origin === log ? state : undefined;
}

/** Writes beside the audit how far it came, as long as it found nothing. */
class Saving {
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly origin: string,
    private readonly file: string | undefined,
    private saved: number,
  ) {}

  page({ size, root, faults }: Tree): void {
    if (faults === 0 && size - this.saved >= savedEvery) this.keep({ origin: this.origin, size, root: root() });
  }

  /** Unless an earlier audit came further. */
  further(reached: Checkpoint): void {
    if (reached.size > this.saved) this.keep(reached);
  }

  keep(reached: Checkpoint): void {
    const { file } = this;
    if (file === undefined) return;
    this.saved = reached.size;
    this.writing = this.writing.then(() => keepAuditState(file, reached));
    this.writing.catch(() => undefined);
  }

  end(): Promise<void> {
    return this.writing;
  }
}
