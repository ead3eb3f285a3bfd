import type { Faults, Where } from './audit-report.js';
import type { LogReader } from './audit-source.js';
import type { Entry } from './entry.js';
import { headsStream } from './heads.js';
import { HeadTree } from './head-tree.js';
import { dataIn } from './log-pages.js';
import type { Hash } from './tree.js';

/** Makes every map of stream heads again at the size it is of, and compares it where the log says it. */
export class MapChecks {
  compared = 0;
  private readonly heads = new HeadTree();
  private readonly made = new Map<number, { readonly streams: number; readonly root: Hash } | undefined>();

  constructor(private readonly faults: Faults) {}

  /** Of which sizes the log holds maps: only when to make one. */
  async readAhead(store: LogReader): Promise<void> {
    for await (const { text } of store.readStream(headsStream)) this.made.set(Number(dataIn(text)['asOf']), undefined);
  }

  take(entry: Entry, leaf: string, where: Where): void {
    if (entry.stream !== headsStream) this.heads.set({ s: entry.stream, rev: entry.rev, h: leaf });
    else if (entry.type === 'StreamHeadsCommitted') this.check(entry, where);
  }

  /** The tree has come to this size. */
  grown(size: number): void {
    if (this.made.has(size)) this.made.set(size, { streams: this.heads.streams, root: this.heads.root() });
  }

  private check({ data }: Entry, where: Where): void {
    const { asOf, streams, root } = data;
    const made = this.made.get(Number(asOf));
    this.compared++;
    if (made?.streams !== streams || made?.root.toString('base64') !== root)
      this.faults.add('HEADS_ROOT', `the map of ${String(asOf)} entries is not that of the log`, where);
  }
}
