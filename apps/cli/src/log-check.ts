import type { KeyObject } from 'node:crypto';
import { NotCanonical } from '#libs/proof/canonical';
import {
  entryBytesMax,
  leafHash,
  NotAnEntry,
  publicKeyOf,
  readEntry,
  signatureHolds,
  writerKeyId,
  type Entry,
} from '#libs/proof/entry';
import type { StoredEntry } from '#libs/event-store/port';
import { keysStream } from '#libs/privacy/privacy.events';

export interface Finding {
  readonly position: string;
  readonly stream: string;
  readonly why: string;
}

interface StreamSeen {
  readonly rev: number;
  readonly leaf: string;
  /** Commitment by key id, as the stream binds them. */
  readonly bound: Map<string, string>;
}

/** Before the first entry of a stream. */
const unseen = (): StreamSeen => ({ rev: -1, leaf: '', bound: new Map<string, string>() });

const standsWhereItSays = (entry: Entry, { stream, revision, id, type }: StoredEntry): boolean =>
  entry.stream === stream && entry.rev === revision && entry.id === id && entry.type === type;

/**
 * Checks a log entry by entry, from its first to its last: form, place, chain, signature, key bindings. It believes no
 * column that the entry's own text does not say, and no key that `sys-keys` does not hold.
 */
export class LogCheck {
  readonly findings: Finding[] = [];
  private readonly streams = new Map<string, StreamSeen>();
  private readonly writers = new Map<string, KeyObject>();
  private next = 0;

  constructor(private readonly log: string) {}

  get entries(): number {
    return this.next;
  }

  get streamCount(): number {
    return this.streams.size;
  }

  /** Answers whether it was right. */
  take(stored: StoredEntry): boolean {
    const before = this.findings.length;
    const find = (why: string): void =>
      void this.findings.push({ position: stored.position, stream: stored.stream, why });
    // Positions are dense: what was taken out leaves a hole.
    if (Number(stored.position) !== this.next) find(`位置应为 ${this.next}，其间的记录不见了`);
    this.next = Number(stored.position) + 1;
    const entry = this.read(stored, find);
    if (entry) {
      this.checkPlace(entry, stored, find);
      this.checkKeys(entry, find);
      this.checkSignature(entry, find);
    }
    return this.findings.length === before;
  }

  private read({ text }: StoredEntry, find: (why: string) => void): Entry | undefined {
    try {
      if (Buffer.byteLength(text) > entryBytesMax) find('超过 65,535 字节');
      return readEntry(text);
    } catch (error) {
      if (!(error instanceof NotCanonical || error instanceof NotAnEntry)) throw error;
      find(`不是规范形式：${error.message}`);
      return undefined;
    }
  }

  private checkPlace(entry: Entry, stored: StoredEntry, find: (why: string) => void): void {
    if (entry.log !== this.log) find('属于另一份台账');
    if (!standsWhereItSays(entry, stored)) find('记录自述的流、版次、编号或类型与存放处不符');
    const last = this.streams.get(entry.stream) ?? unseen();
    if (entry.rev !== last.rev + 1) find(`在流中应为第 ${last.rev + 1} 条，实为第 ${entry.rev} 条`);
    if (entry.prev !== last.leaf) find('与前一条的哈希接不上：前一条或本条被改动过');
    this.streams.set(entry.stream, { rev: entry.rev, leaf: leafHash(stored.text), bound: last.bound });
  }

  /** A ciphertext opens under a key that was bound in this stream before, with the commitment that stands there. */
  private checkKeys({ stream, type, data, enc }: Entry, find: (why: string) => void): void {
    const bound = this.streams.get(stream)?.bound;
    if (type === 'SubjectKeyBound') bound?.set(String(data['keyId']), String(data['commitment']));
    for (const { kid, kc } of enc)
      if (bound?.get(kid) !== kc) find(`密文所用的密钥 ${kid} 没有在本流登记，或与登记不符`);
  }

  private checkSignature(entry: Entry, find: (why: string) => void): void {
    const isFirst = this.writers.size === 0;
    const added = entry.stream === keysStream && entry.type === 'WriterKeyAdded' ? entry.data : undefined;
    // The first key vouches for itself; every later one is vouched for by a key known before.
    if (added && isFirst) this.addWriter(added, find);
    const writer = this.writers.get(entry.w);
    if (!writer) find(`写入密钥 ${entry.w} 不在 sys-keys 中`);
    else if (!signatureHolds(entry, writer)) find('签名不符');
    else if (added && !isFirst) this.addWriter(added, find);
  }

  private addWriter(data: Entry['data'], find: (why: string) => void): void {
    const publicKey = String(data['publicKey']);
    const id = writerKeyId(publicKey);
    if (id !== data['writerKeyId']) return find('写入密钥的编号与公钥不符');
    this.writers.set(id, publicKeyOf(publicKey));
  }
}
