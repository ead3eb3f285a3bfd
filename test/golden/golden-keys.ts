import { createHash, createPrivateKey } from 'node:crypto';
import type { SubjectKey } from '#libs/privacy/envelope';
import type { Found, KeyRing, Wanted } from '#libs/privacy/key-ring';
import { writerKey, type WriterKey } from '#libs/proof/entry';
import { sampleId } from '../support/sample-event.js';

const seedOf = (name: string): Buffer => createHash('sha256').update(`golden ${name}`).digest();

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Made of a word, so that no private key lies about in the repository: it guards nothing but the samples. */
export const goldenWriter: WriterKey = writerKey(
  createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seedOf('writer')]), format: 'der', type: 'pkcs8' }).export({
    format: 'pem',
    type: 'pkcs8',
  }) as string,
);

export const goldenKey = ({ subject, group }: { subject: string; group: string }): SubjectKey => ({
  kid: sampleId(`key ${subject} ${group}`),
  subject,
  group,
  dek: seedOf(`${subject} ${group}`),
});

/** The same key for the same subject and group, now and in ten years. */
export class GoldenKeyRing implements KeyRing {
  private readonly known = new Map<string, SubjectKey>();

  async forWriting(wanted: readonly Wanted[]): Promise<readonly SubjectKey[]> {
    return wanted.map((one) => {
      const key = this.known.get(goldenKey(one).kid) ?? goldenKey(one);
      this.known.set(key.kid, key);
      return key;
    });
  }

  async forReading(kids: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    return new Map([...this.known].filter(([kid]) => kids.includes(kid)));
  }
}
