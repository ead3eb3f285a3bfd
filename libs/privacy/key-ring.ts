import type { KeyGroup } from '#libs/kernel/fields';
import type { SubjectKey } from './envelope.js';

export interface Wanted {
  readonly subject: string;
  readonly group: KeyGroup;
}

/** What a key id leads to: the key, or the knowledge that it was destroyed on purpose. */
export type Found = SubjectKey | 'shredded';

/**
 * Keys of people and records, one per subject and group, kept apart from the log. A key that is neither found nor
 * known as shredded is lost: an incident that readers must report, never show as erased.
 */
export interface KeyRing {
  /** The newest key of each wanted subject and group, created durably where there is none. Throws SubjectFenced. */
  forWriting(wanted: readonly Wanted[]): Promise<readonly SubjectKey[]>;
  forReading(kids: readonly string[]): Promise<ReadonlyMap<string, Found>>;
}

/** The subject was erased or is being erased; nothing new may be written about it. */
export class SubjectFenced extends Error {
  constructor(readonly subject: string) {
    super(`subject ${subject} is fenced`);
  }
}

export class KeyLost extends Error {
  constructor(readonly kid: string) {
    super(`key ${kid} is neither in the key database nor recorded as shredded`);
  }
}
