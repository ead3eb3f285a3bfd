import { randomBytes, randomUUID } from 'node:crypto';
import type { SubjectKey } from './envelope.js';
import { SubjectFenced, type Found, type KeyRing, type Wanted } from './key-ring.js';

const nameOf = ({ subject, group }: Wanted): string => `${subject} ${group}`;

/** Subject keys that live as long as the process: for tests of everything that writes or reads personal text. */
export class InMemoryKeyRing implements KeyRing {
  private readonly newest = new Map<string, SubjectKey>();
  private readonly byKid = new Map<string, Found>();
  private readonly fenced = new Set<string>();

  async forWriting(wanted: readonly Wanted[]): Promise<readonly SubjectKey[]> {
    const barred = wanted.find(({ subject }) => this.fenced.has(subject));
    if (barred) throw new SubjectFenced(barred.subject);
    const asked = new Map(wanted.map((one) => [nameOf(one), one]));
    return [...asked.values()].map((one) => this.newest.get(nameOf(one)) ?? this.renew(one));
  }

  async forReading(kids: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    const found = new Map<string, Found>();
    for (const kid of kids) {
      const key = this.byKid.get(kid);
      if (key) found.set(kid, key);
    }
    return found;
  }

  /** A new key for what is written from now on; the old one still opens what it closed. */
  renew({ subject, group }: Wanted): SubjectKey {
    const key: SubjectKey = { kid: randomUUID(), subject, group, dek: randomBytes(32) };
    this.keep(key);
    return key;
  }

  keep(key: SubjectKey): void {
    this.newest.set(`${key.subject} ${key.group}`, key);
    this.byKid.set(key.kid, key);
  }

  /** From here on nothing new is written about the subject. */
  fence(subject: string): void {
    this.fenced.add(subject);
  }

  /** Destroys the subject's keys, of one group or of all; fence first, or the next writer makes new ones. */
  shred(subject: string, group?: string): void {
    for (const [kid, key] of this.byKid) {
      if (key === 'shredded' || key.subject !== subject || (group !== undefined && key.group !== group)) continue;
      this.byKid.set(kid, 'shredded');
      this.newest.delete(`${key.subject} ${key.group}`);
    }
  }

  /** A key gone without a word: the incident that no reader may take for an erasure. */
  lose(kid: string): void {
    const key = this.byKid.get(kid);
    this.byKid.delete(kid);
    if (key && key !== 'shredded') this.newest.delete(`${key.subject} ${key.group}`);
  }
}
