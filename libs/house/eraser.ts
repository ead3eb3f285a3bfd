import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { ErasureStepCommand } from '#libs/erasure/erasure.commands';
import type { EvidenceFiles } from '#libs/counter/evidence-files';
import { erasureDecider, type ErasureFacts } from '#libs/erasure/erasure.decider';
import { privacyStream } from '#libs/erasure/erasure.events';
import { fences, type PrivacyRequest, type PrivacyState } from '#libs/erasure/erasure.state';
import type { Ledger } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { FollowerParts } from '#libs/projection-engine/follower';
import { rebuild } from '#libs/projection-engine/rebuild';
import { lockPatiently } from '#libs/postgres/patient-lock';
import { KeyShredder } from '#libs/privacy/key-shredder';
import { dayOfInstant } from '#libs/reference/dates';
import { forgetAccounts, noticesDue } from './erased-people.js';
import { fileSubjectOf } from './evidence-folder.js';

/** Days that a backup of the key database may live: until then an erased person is readable in it. */
export const keyBackupDaysMax = 35;

export const erasureSteps = ['fence', 'forget', 'shred', 'note', 'rebuild', 'notices', 'complete'] as const;
export type ErasureStep = (typeof erasureSteps)[number];

export interface EraserParts {
  readonly ledger: Ledger;
  readonly keysPool: pg.Pool;
  readonly mainPool: pg.Pool;
  readonly keys: { forget(): void };
  readonly followerParts: FollowerParts;
  readonly evidenceFiles: Pick<EvidenceFiles, 'destroy'>;
  readonly now: () => number;
  /** After each step; a test ends the process here. */
  readonly onStep?: (step: ErasureStep, request: PrivacyRequest) => void;
}

export interface Replayed {
  /** Keys that the log says were destroyed and that were there again. */
  readonly again: number;
  /** Keys marked as destroyed that no request destroyed. */
  readonly unexplained: readonly string[];
}

/** A key marked as destroyed by nobody's request: an incident, since its owner's data reads 已删除 without having been erased. */
export class KeyLossHidden extends Error {
  override readonly name = 'KeyLossHidden';
}

export function tellReplay(
  { again, unexplained }: Replayed,
  { report, onError }: { readonly report?: (text: string) => void; readonly onError?: (error: Error) => void },
): void {
  if (again > 0) report?.(`密钥库比台账旧：已重新销毁 ${again} 个已删除人员的密钥。`);
  if (unexplained.length === 0) return;
  report?.(
    `警报：密钥库把 ${unexplained.length} 个密钥标为已销毁，而台账中没有相应的删除申请。这是密钥丢失，不是依法删除，请立即查明。`,
  );
  onError?.(new KeyLossHidden(unexplained.join(', ')));
}

const eraserLock = 7_270_021;

/**
 * Does what was approved, step by step; each may be repeated, so that whoever comes after a crash goes through all of them
 * again. Approval is the first step and stands in the log; the last one says that all was checked.
 */
export class Eraser {
  private readonly shredder: KeyShredder;

  constructor(private readonly parts: EraserParts) {
    this.shredder = new KeyShredder(parts.keysPool);
  }

  /** Every erasure that was approved and is not complete. One process at a time; answers how many were completed. */
  async run(): Promise<number> {
    const client = await this.parts.mainPool.connect();
    try {
      // Patiently: what the other one deletes has to leave the tables while this one waits.
      await lockPatiently(client, eraserLock, 600_000);
      const waiting = [...(await this.state()).requests.values()].filter(
        ({ answer, status }) => answer === 'SHRED' && (status === 'APPROVED' || status === 'SHREDDED'),
      );
      for (const request of waiting) await this.erase(request);
      return waiting.length;
    } finally {
      // The connection goes, and the lock with it, whatever happened.
      client.release(true);
    }
  }

  private async erase(request: PrivacyRequest): Promise<void> {
    const { requestId, groups, subjectIds: subjects } = request;
    const { mainPool } = this.parts;
    const did = (step: ErasureStep): void => this.parts.onStep?.(step, request);
    if (fences(request)) await this.shredder.fence(subjects);
    did('fence');
    await this.shredder.forgetNumbers({ subjects, groups });
    if (fences(request)) await forgetAccounts(mainPool, subjects);
    did('forget');
    await this.destroyFiles(request);
    const keyIds = await this.shredder.shred({ requestId, subjects, groups });
    this.parts.keys.forget();
    did('shred');
    await this.say({ type: 'NoteKeysShredded', data: { requestId, keyIds } });
    did('note');
    await this.rebuildPersonal();
    did('rebuild');
    const exports = await noticesDue(mainPool, { requestId, subjects, at: new Date(this.parts.now()) });
    did('notices');
    const left = await this.shredder.left({ subjects, groups });
    if (left > 0) throw new Error(`erasure ${requestId}: ${left} keys or numbers are still there`);
    await this.say({ type: 'CompleteErasure', data: { requestId, exports } });
    did('complete');
  }

  /** A file that several people are on goes with one request: who filed it has looked at it. */
  private async destroyFiles({ requestId, fileHashes = [] }: PrivacyRequest): Promise<void> {
    if (fileHashes.length === 0) return;
    const subjects = fileHashes.map(fileSubjectOf);
    await this.shredder.fence(subjects);
    await this.shredder.shred({ requestId, subjects, groups: ['photo'] });
    for (const sha256 of fileHashes) await this.parts.evidenceFiles.destroy(sha256);
  }

  /** New tables take the place of those that hold names: what was in the old ones goes with their files. */
  private async rebuildPersonal(): Promise<void> {
    const { followerParts } = this.parts;
    const projections = followerParts.projections.filter(({ opens }) => opens.length > 0);
    await rebuild({ ...followerParts, projections }, () => undefined);
  }

  /** Before anybody is served: what the log says was destroyed is destroyed, whatever key database was put back. */
  async replay(onFound: (found: Replayed) => void): Promise<void> {
    const requests = [...(await this.state()).requests.values()];
    const shredded = requests.filter(({ keyIds }) => keyIds.length > 0);
    for (const request of shredded.filter(fences)) {
      await this.shredder.fence(request.subjectIds);
      await this.shredder.forgetNumbers({ subjects: request.subjectIds, groups: request.groups });
    }
    const files = shredded.flatMap(({ fileHashes = [] }) => fileHashes);
    if (files.length > 0) await this.shredder.fence(files.map(fileSubjectOf));
    const keyIds = shredded.flatMap((request) => request.keyIds);
    const again = keyIds.length === 0 ? 0 : await this.shredder.shredAgain(keyIds);
    const approved = requests.filter(({ status }) => status === 'APPROVED').map(({ requestId }) => requestId);
    const unexplained = await this.shredder.unexplained(keyIds, approved);
    if (again > 0 || unexplained.length > 0) onFound({ again, unexplained });
  }

  private state(): Promise<PrivacyState> {
    return this.parts.ledger.load(erasureDecider, privacyStream);
  }

  private async say(command: ErasureStepCommand): Promise<void> {
    const copies = new Date(this.parts.now() + keyBackupDaysMax * 86_400_000).toISOString();
    const facts: ErasureFacts = { copiesGoneBy: dayOfInstant(copies) as LocalDate };
    await this.parts.ledger.run(erasureDecider, {
      stream: privacyStream,
      command,
      context: { commandId: randomUUID() as CommandId, by: systemAccount, org: systemOrganization },
      facts: () => Promise.resolve(facts),
    });
  }
}
