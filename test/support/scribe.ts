import { createHash, randomBytes } from 'node:crypto';
import { leafHash, signEntry, writerKey, type Entry, type SealedPart, type WriterKey } from '#libs/proof/entry';
import type { LogEntry } from '#libs/proof/audit-source';

export interface Act {
  readonly stream: string;
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly enc?: readonly SealedPart[];
  readonly key?: WriterKey;
  /** Milliseconds since 1970. */
  readonly at?: number;
  readonly id?: string;
}

export interface Head {
  readonly rev: number;
  readonly leaf: string;
}

/** A UUID that a seed decides. */
export const uuidFrom = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Writes entries as the ledger does, of any type and with any key: for made-up histories, honest and forged. */
export class Scribe {
  readonly heads = new Map<string, Head>();
  private count = 0;

  constructor(
    readonly log: string,
    public writer: WriterKey,
    private readonly seed = randomBytes(8).toString('hex'),
  ) {}

  /** The text, and the stream stands there now. */
  async write({ stream, type, data = {}, enc = [], key = this.writer, at = Date.now(), id }: Act): Promise<LogEntry> {
    const { rev, leaf: prev } = this.heads.get(stream) ?? { rev: -1, leaf: '' };
    const name = `${this.seed} ${this.count++}`;
    const unsigned: Omit<Entry, 'sig' | 'w'> = {
      ...{ v: 1, tv: 1, by: 'u-1', org: 'o-1', log: this.log, stream, type, data, enc, prev },
      rev: rev + 1,
      id: id ?? uuidFrom(name),
      cmd: uuidFrom(`command ${name}`),
      at: new Date(at).toISOString(),
    };
    const text = signEntry(unsigned, key);
    this.heads.set(stream, { rev: rev + 1, leaf: leafHash(text) });
    return { stream, revision: rev + 1, id: unsigned.id, type, text, position: '' };
  }

  /** Says in the log that this key may write. */
  announce({ id, publicKey }: WriterKey, given: Partial<Act> = {}): Promise<LogEntry> {
    return this.write({ stream: 'sys-keys', type: 'WriterKeyAdded', data: { writerKeyId: id, publicKey }, ...given });
  }
}

/** The same entry with other data, signed anew. */
export async function rewritten(text: string, change: (entry: Entry) => object, key: WriterKey): Promise<string> {
  const { sig: _sig, w: _w, ...entry } = JSON.parse(text) as Entry;
  return signEntry({ ...entry, ...change(entry as Entry) }, key);
}

export { writerKey };
