import type { Faults } from './audit-report.js';
import type { LogEntry, LogReader, Sealed, SealedLog } from './audit-source.js';

const rowsAtOnce = 8_192;

/** Whether an entry of the log is in the tree: as the sealer said, has been passed over, or is not looked at yet. */
export type Standing = 'sealed' | 'unlogged' | 'tail';

/** Walks the order of sealing beside the log: every entry of one must be in the other. */
export class OrderWalk {
  private rows: Sealed[] = [];
  private next = 0;
  private from = 0;
  private isOver = false;
  private readTo: string | null = null;

  constructor(
    private readonly sealed: SealedLog,
    private readonly compare: LogReader['compare'],
    private readonly faults: Faults,
  ) {}

  async begin(): Promise<void> {
    this.readTo = await this.sealed.readTo();
  }

  /** Has lines at hand beyond this position, or all there are. */
  async reach(position: string): Promise<void> {
    while (!this.isOver && !(this.rows.length > 0 && this.isAfter(this.rows.at(-1)!.position, position))) {
      const rows = await this.sealed.order(this.from, rowsAtOnce);
      this.isOver = rows.length < rowsAtOnce;
      this.rows = [...this.rows.slice(this.next), ...rows];
      this.next = 0;
      this.from = (rows.at(-1)?.n ?? this.from) + 1;
    }
  }

  /** `n`: leaves so far. */
  standing(entry: LogEntry, n: number): Standing {
    let row = this.rows[this.next];
    while (row && this.isAfter(entry.position, row.position)) {
      this.missing(row);
      row = this.rows[++this.next];
    }
    if (row?.position === entry.position) {
      this.next++;
      if (row.n !== n) this.faults.add('ORDER', `sealed as entry ${row.n}, found as ${n}`, { ...entryPlace(entry), n });
      return 'sealed';
    }
    return row || (this.readTo !== null && !this.isAfter(entry.position, this.readTo)) ? 'unlogged' : 'tail';
  }

  /** What was sealed and does not stand in the log any more; what came behind `head` meanwhile is left to the next audit. */
  async end(head: string | null): Promise<void> {
    for (;;) {
      for (const row of this.rows.slice(this.next))
        if (
          this.readTo !== null &&
          (head === null || !this.isAfter(row.position, head) || !this.isAfter(row.position, this.readTo))
        )
          this.missing(row);
      if (this.isOver) return;
      this.rows = [...(await this.sealed.order(this.from, rowsAtOnce))];
      this.next = 0;
      this.isOver = this.rows.length < rowsAtOnce;
      this.from = (this.rows.at(-1)?.n ?? this.from) + 1;
    }
  }

  private missing({ n, position }: Sealed): void {
    this.faults.add('STORE_MISSING', 'was sealed and is not in the log', { n, position });
  }

  private isAfter(position: string, than: string): boolean {
    return this.compare(position as never, than as never) > 0;
  }
}

/** Where an entry stands, for a fault. */
export const entryPlace = ({ position, stream, revision }: LogEntry) => ({ position, stream, rev: revision });
