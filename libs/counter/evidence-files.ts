import type { EvidenceType } from '#libs/activity/activity.events';

export const evidenceBytesMax = 10 * 1024 * 1024;

export interface EvidenceFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly contentType: EvidenceType;
}

/** Where the files of the evidence lie, each under its own hash. */
export interface EvidenceFiles {
  /** Kept for good once this answers, also through a crash. Throws EvidenceRejected. */
  keep(content: Buffer): Promise<EvidenceFile>;
  find(sha256: string): Promise<EvidenceFile | undefined>;
  read(sha256: string): Promise<Buffer | undefined>;
}

export class EvidenceRejected extends Error {
  constructor(readonly why: 'empty' | 'too_large' | 'unknown_type') {
    super(why);
  }
}
