import type { KeyObject } from 'node:crypto';
import type { Faults, Where } from './audit-report.js';
import type { LogReader } from './audit-source.js';
import { publicKeyOf, readEntry, verifySignature, writerKeyId } from './entry.js';
import { writersStream } from './entry-checks.js';
import { signed } from './examine.js';
import { dataIn } from './log-pages.js';

/**
 * The dear part was done aside, under the key that the log names anywhere for the writer's id. Here is seen whether that is the key
 * in force where the entry stands; if not, the signature is verified again.
 */
export class SignatureChecks {
  /** Raw public keys by id. */
  readonly keys = new Map<string, string>();
  private readonly sameKeys = new Map<KeyObject, boolean>();
  private verifying: Promise<void>[] = [];

  constructor(private readonly faults: Faults) {}

  /** Only what to look for: the log is asked again for each key when it comes to it. */
  async readAhead(store: LogReader): Promise<void> {
    for await (const { text } of store.readStream(writersStream)) {
      const raw = dataIn(text)['publicKey'];
      if (typeof raw === 'string') this.keys.set(writerKeyId(raw), raw);
    }
  }

  /** `found`: one of `signed`. */
  check(
    text: string,
    asked: { readonly w: string; readonly key: KeyObject; readonly found: number; readonly where: Where },
  ): void {
    const { w, key, found, where } = asked;
    const fault = (): void => this.faults.add('WRITER_SIG', 'the signature does not cover these bytes', where);
    if (found !== signed.unseen && this.isSameKey(w, key)) {
      if (found === signed.not) fault();
      return;
    }
    const verifyHere = async (): Promise<void> => {
      if (!(await verifySignature({ entry: readEntry(text), key }))) fault();
    };
    this.verifying.push(verifyHere());
  }

  async settle(): Promise<void> {
    const verifying = this.verifying;
    this.verifying = [];
    await Promise.all(verifying);
  }

  private isSameKey(id: string, key: KeyObject): boolean {
    let isSame = this.sameKeys.get(key);
    if (isSame === undefined) {
      const raw = this.keys.get(id);
      isSame = raw !== undefined && publicKeyOf(raw).equals(key);
      this.sameKeys.set(key, isSame);
    }
    return isSame;
  }
}
