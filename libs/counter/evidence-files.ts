import type { EvidenceType } from '#libs/activity/activity.events';

export const evidenceBytesMax = 10 * 1024 * 1024;

export interface EvidenceFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly contentType: EvidenceType;
}

/** Where the files of the evidence lie, each under its own hash. */
export interface EvidenceFiles {
  /** Kept for good once this answers, also through a crash. Throws EvidenceRejected, also for a file that was destroyed. */
  keep(content: Buffer): Promise<EvidenceFile>;
  find(sha256: string): Promise<EvidenceFile | undefined>;
  /** Undefined for a file that is not there, or whose key was destroyed. Throws KeyLost and EnvelopeBroken. */
  read(sha256: string): Promise<Buffer | undefined>;
  /** Takes it off the disk; its key is destroyed by whoever destroys keys. May be repeated. */
  destroy(sha256: string): Promise<void>;
}

export class EvidenceRejected extends Error {
  constructor(readonly why: 'empty' | 'too_large' | 'unknown_type' | 'destroyed') {
    super(why);
  }
}
