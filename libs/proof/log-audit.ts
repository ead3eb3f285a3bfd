import { openNotes, type Notes } from './audit-notes.js';
import { entryPlace, OrderWalk, type Standing } from './audit-order.js';
import { Faults, type AuditReport, type Where } from './audit-report.js';
import type { AuditSource, LogEntry } from './audit-source.js';
import { MapChecks } from './audit-maps.js';
import { SignatureChecks } from './audit-signatures.js';
import { TileChecks } from './audit-tiles.js';
import { TimeBounds } from './audit-times.js';
import type { Checkpoint } from './checkpoint.js';
import { checkFormed, type Checked, type Formed, type Known } from './entry-checks.js';
import { examineHere, formedAt, type Examine, type ExaminedPage } from './examine.js';
import { IdSet } from './id-set.js';
import { pagesOf } from './log-pages.js';
import type { Policy } from './policy.js';
import { TreeEdge } from './tile.js';
import { leafHashOf, rootOf, type Hash } from './tree.js';

export interface AuditAsked {
  /** Whom the auditor believes. */
  readonly policy: Policy;
  /** Signed heads held from elsewhere, as texts. */
  readonly held: readonly string[];
  /** Seconds since 1970; 0 when neither age nor what waits to be sealed matters. */
  readonly now: number;
  /** How old the newest witnessed head may be; 0 for as old as it likes. */
  readonly ageSecondsMax: number;
  /** Only whether the log comes to the signed roots: nothing is read of what the entries say. */
  readonly hashesOnly?: boolean;
  /** What an earlier audit found sound: entries before are compared by their hashes, not verified again. */
  readonly audited?: Checkpoint | undefined;
  /** Where entries are examined; at once and here unless told. */
  readonly examine?: Examine;
  /** Pages examined at the same time; 1 unless told. */
  readonly lanes?: number;
  /** Told after every page: entries read, and the tree so far. */
  readonly onPage?: (
    entries: number,
    tree: { readonly size: number; readonly root: () => Hash; readonly faults: number },
  ) => void;
}

/** What was sealed within this time after it was accepted keeps the promise of the receipt. */
const sealedWithinSeconds = 300;

/**
 * Reads a log from its first entry to its last and holds it against what was signed, sealed and kept elsewhere (V1 to V11 and V13).
 * Believes the policy and the held heads; everything else is worked out again. Throws what the source throws.
 */
export const auditLog = (source: AuditSource, asked: AuditAsked): Promise<AuditReport> =>
  new LogAudit(source, asked).run();

class LogAudit {
  private readonly faults = new Faults();
  private readonly known: Known = {
    heads: new Map(),
    bound: new Map(),
    writers: new Map(),
    ids: new IdSet(),
    latest: '',
  };
  private readonly edge = new TreeEdge(0, []);
  private readonly order: OrderWalk;
  private readonly tiles: TileChecks;
  private readonly signatures = new SignatureChecks(this.faults);
  private readonly maps = new MapChecks(this.faults);
  private readonly waiting: { readonly at: string; readonly where: Where }[] = [];
  private notes!: Notes;
  private times!: TimeBounds;
  private entries = 0;
  private unsealed = 0;
  private soundUpTo = 0;

  constructor(
    private readonly source: AuditSource,
    private readonly asked: AuditAsked,
  ) {
    const { store, sealed } = source;
    this.order = new OrderWalk(sealed, (a, b) => store.compare(a, b), this.faults);
    this.tiles = new TileChecks(sealed, this.faults);
  }

  async run(): Promise<AuditReport> {
    const { store, log } = this.source;
    const { policy, held, audited, now, ageSecondsMax } = this.asked;
    // In this order: what is signed was sealed, and what is sealed stands in the log, however it grows meanwhile.
    const served = await this.source.sealed.checkpoints();
    this.notes = openNotes({ log, policy, served, held, audited, now, ageSecondsMax }, this.faults);
    this.times = new TimeBounds(this.notes.seen, this.faults);
    await this.order.begin();
    const head = await store.head();
    if (this.asked.hashesOnly !== true) {
      await this.signatures.readAhead(store);
      await this.maps.readAhead(store);
    }
    for await (const { page, examined } of pagesOf(this.source, head, this.reading())) await this.take(page, examined);
    await this.finish(head);
    return this.report();
  }

  private reading() {
    const { examine = examineHere, lanes = 1, hashesOnly = false } = this.asked;
    return { examine, lanes, hashesOnly, keys: this.signatures.keys, knownTo: this.knownTo };
  }

  private async take(page: readonly LogEntry[], examined: ExaminedPage | undefined): Promise<void> {
    await this.order.reach(page.at(-1)!.position);
    const special = new Map(examined?.special.map(([place, entry, faults]) => [place, { entry, faults }]));
    for (const [place, stored] of page.entries()) {
      const standing = this.order.standing(stored, this.edge.size);
      if (!examined) {
        this.stand(standing, stored, () => leafHashOf(Buffer.from(stored.text)));
        continue;
      }
      const plain = formedAt(page, examined, place, this.source.log);
      const one = special.get(place);
      const formed = one ? { leaf: plain.leaf, ...one } : plain;
      this.checkOne(stored, formed, { standing, signature: examined.signatures[place]! });
      this.stand(standing, stored, () => Buffer.from(formed.leaf, 'base64'));
    }
    this.entries += page.length;
    await this.signatures.settle();
    await this.tiles.compare(this.edge.full());
    const { size, nodes } = this.edge;
    this.asked.onPage?.(this.entries, { size, root: () => rootOf(nodes, size), faults: this.faults.total });
  }

  /** Into the tree, or why not. */
  private stand(standing: Standing, stored: LogEntry, leaf: () => Hash): void {
    if (standing === 'sealed') {
      this.edge.push(leaf());
      return this.grown();
    }
    if (standing === 'tail') this.unsealed++;
    else this.faults.add('UNLOGGED_EVENT', 'the sealer did not take it in', entryPlace(stored));
  }

  /** The tree has a size at which somebody signed, or a map was made. */
  private grown(): void {
    const { size } = this.edge;
    this.maps.grown(size);
    const expected = this.notes.expected.get(size);
    if (!expected) return;
    const root = rootOf(this.edge.nodes, size);
    for (const one of expected) {
      if (one.root.equals(root)) this.soundUpTo = size;
      else if (one.from === 'served')
        this.faults.add('ROOT_MISMATCH', `the log's root of ${size} entries is not the signed one`, { n: size - 1 });
      else
        this.faults.add(
          'INCONSISTENT',
          `the log does not begin with the ${size} entries of a head ${one.from === 'held' ? 'held from elsewhere' : 'audited before'}`,
          { n: size - 1 },
        );
    }
  }

  private checkOne(
    stored: LogEntry,
    formed: Formed,
    { standing, signature }: { readonly standing: Standing; readonly signature: number },
  ): void {
    const n = this.edge.size;
    const isSealed = standing === 'sealed';
    const where: Where = isSealed ? { n, ...entryPlace(stored) } : entryPlace(stored);
    const checked = checkFormed(formed, { n, log: this.source.log, known: this.known });
    for (const { check, detail } of checked.faults) this.faults.add(check, detail, where);
    if (checked.signature && n >= this.knownTo) {
      const { entry, key } = checked.signature;
      this.signatures.check(stored.text, { w: entry.w, key, found: signature, where });
    }
    // What was refused is no part of the log; what was sealed is, whatever is wrong with it.
    if (isSealed || checked.faults.length === 0) this.accept(checked, { n, standing, where });
  }

  private accept(
    { accept, entry, leaf }: Checked,
    { n, standing, where }: { readonly n: number; readonly standing: Standing; readonly where: Where },
  ): void {
    accept();
    if (!entry) return;
    this.maps.take(entry, leaf, where);
    if (standing === 'sealed') this.times.check(n, entry.at, where);
    if (standing === 'tail') this.waiting.push({ at: entry.at, where });
  }

  private get knownTo(): number {
    return this.asked.audited?.size ?? 0;
  }

  private async finish(head: string | null): Promise<void> {
    await this.order.end(head);
    await this.tiles.compare([...this.edge.full(), ...this.edge.partial()]);
    this.tiles.judge(this.soundUpTo);
    for (const size of [...this.notes.expected.keys()].sort((a, b) => a - b))
      if (size > this.edge.size) this.tooShort(size);
    const { now } = this.asked;
    for (const { at, where } of this.waiting)
      if (now > 0 && now - Date.parse(at) / 1000 > sealedWithinSeconds)
        this.faults.add('UNLOGGED_EVENT', `accepted ${at} and not sealed yet`, where);
  }

  private tooShort(size: number): void {
    for (const { from } of this.notes.expected.get(size)!)
      this.faults.add('LOG_SHORT', `${this.edge.size} entries, a ${from} head has ${size}`);
  }

  private report(): AuditReport {
    const { faults, edge, notes, asked } = this;
    return {
      log: this.source.log,
      mode: asked.hashesOnly === true ? 'hashes' : 'whole',
      entries: this.entries,
      size: edge.size,
      root: rootOf(edge.nodes, edge.size).toString('base64'),
      streams: this.known.heads.size,
      unsealed: this.unsealed,
      known: Math.min(this.knownTo, edge.size),
      checkpoint: notes.newest?.checkpoint,
      opened: notes.newest?.opened,
      served: notes.served,
      held: notes.heldOpened,
      notesOpened: notes.notesOpened,
      mapsCompared: this.maps.compared,
      faults: faults.named,
      faultCount: faults.total,
      byCheck: faults.byCheck,
    };
  }
}
