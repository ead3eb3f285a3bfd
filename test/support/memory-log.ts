import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import type { Position } from '#libs/event-store/port';
import type { AuditReport } from '#libs/proof/audit-report';
import type { AuditSource, Sealed, SealedLog } from '#libs/proof/audit-source';
import { checkpointText } from '#libs/proof/checkpoint';
import { checkEntry, type Known } from '#libs/proof/entry-checks';
import { verifySignature } from '#libs/proof/entry';
import { headLeaf, inHeadOrder } from '#libs/proof/heads';
import { auditLog, type AuditAsked } from '#libs/proof/log-audit';
import { keyTypes, signerKey, signNote, writeNote } from '#libs/proof/note';
import { readPolicy } from '#libs/proof/policy';
import { TreeEdge, tilePath, type TilePlace } from '#libs/proof/tile';
import { rootOf, treeOf } from '#libs/proof/tree';
import { Scribe, writerKey, type Act } from './scribe.js';
import { ed25519Pem } from './sealing-bench.js';

const logName = 'zhice/memory';
const logKey = signerKey(logName, keyTypes.log, ed25519Pem());
const witnessKey = signerKey('witness.test', keyTypes.witness, ed25519Pem());
const keys = [writerKey(), writerKey(), writerKey()] as const;
export const memoryPolicy = readPolicy(`log ${logKey.text}\nwitness higher ${witnessKey.text}\nquorum higher\n`);

/** A log and everything that is sealed of it, in memory, by a small second sealer that shares the checks and nothing else. */
export class MemoryLog implements SealedLog {
  readonly store = new InMemoryEventStore();
  readonly scribe: Scribe;
  readonly writers = keys;
  readonly notes: { size: number; note: string }[] = [];
  readonly tileData = new Map<string, Buffer>();
  lines: Sealed[] = [];
  /** Milliseconds since 1970 of the log's clock. */
  now = Date.parse('2026-03-01T01:00:00.000Z');
  private readonly edge = new TreeEdge(0, []);
  private readonly known: Known = {
    heads: new Map(),
    bound: new Map(),
    writers: new Map(),
    ids: new Set(),
    latest: '',
  };
  private looked: string | null = null;

  constructor(seed: string) {
    this.scribe = new Scribe(logName, keys[0], seed);
  }

  get source(): AuditSource {
    return { log: logName, store: this.store, sealed: this };
  }

  async say(...acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      const { stream, ...entry } = await this.scribe.write({ at: this.now, ...act });
      await this.store.append({ stream, expected: 'any', entries: [entry] });
    }
  }

  /** What fails stays outside, as with the real one. */
  async seal(): Promise<void> {
    const { entries, last } = await this.store.readAll(this.looked as Position | null, 100_000);
    for (const stored of entries) {
      const n = this.edge.size;
      const checked = checkEntry(stored, { n, log: logName, known: this.known });
      if (checked.faults.length > 0 || !checked.signature || !(await verifySignature(checked.signature))) continue;
      checked.accept();
      this.edge.push(Buffer.from(checked.leaf, 'base64'));
      this.lines.push({ n, position: stored.position });
    }
    this.looked = last;
    for (const tile of [...this.edge.full(), ...this.edge.partial()]) this.tileData.set(tilePath(tile), tile.data);
  }

  /** `seen`: when the witness looked, in milliseconds; nobody looked when it is undefined. */
  async checkpoint(seen: number | undefined = this.now): Promise<string> {
    await this.seal();
    const heads = [...this.known.heads]
      .filter(([s]) => s !== 'sys-heads')
      .map(([s, { rev, leaf }]) => ({ s, rev, h: leaf }));
    const leaves = heads.sort(inHeadOrder).map(headLeaf);
    const root = rootOf(treeOf(leaves), leaves.length).toString('base64');
    await this.say({
      stream: 'sys-heads',
      type: 'StreamHeadsCommitted',
      data: { asOf: this.edge.size, streams: leaves.length, root },
    });
    await this.seal();
    const { size, nodes } = this.edge;
    const text = checkpointText({ origin: logName, size, root: rootOf(nodes, size) });
    const witnessed = seen === undefined ? [] : [signNote(text, witnessKey, Math.floor(seen / 1000))];
    const note = writeNote({ text, signatures: [signNote(text, logKey), ...witnessed] });
    this.notes.push({ size, note });
    return note;
  }

  audit(asked: Partial<AuditAsked> = {}): Promise<AuditReport> {
    return auditLog(this.source, { policy: memoryPolicy, held: [], now: 0, ageSecondsMax: 0, ...asked });
  }

  order(n: number, limit: number): Promise<readonly Sealed[]> {
    return Promise.resolve(this.lines.filter((line) => line.n >= n).slice(0, limit));
  }
  readTo(): Promise<string | null> {
    return Promise.resolve(this.looked);
  }
  tiles(places: readonly TilePlace[]): Promise<ReadonlyMap<string, Buffer>> {
    return Promise.resolve(
      new Map(places.flatMap((place) => [...this.tileData].filter(([path]) => path === tilePath(place)))),
    );
  }
  checkpoints(): Promise<readonly { readonly size: number; readonly note: string }[]> {
    return Promise.resolve(this.notes.toSorted((a, b) => a.size - b.size));
  }
}
