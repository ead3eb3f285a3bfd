import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { Controller, Inject, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuditUnderWay } from '#libs/house/house-audit';
import { AuditAbandoned, PolicyMissing } from '#libs/house/own-audit';
import type { VolunteerId } from '#libs/kernel/ids';
import type { AuditReport } from '#libs/proof/audit-report';
import { keptCheckpoints, quarantined, type KeptCheckpoint, type Quarantined } from '#libs/sealing/checkpoint-register';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, paging, PathId, type Asked } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { Reading } from '../http/reading.js';
import { OpenToAll, Signed, type SignedIn } from '../http/signed-in.js';
import { Auditing } from './auditing.js';
import { takenBundle } from './bundle-file.js';
import { fileOf, Gives } from './gives.js';

/** What a running verification says, a line of JSON each: how far it is, at the end what it found, or why it did not end. */
export type VerificationSaid =
  | { readonly entries: number; readonly total: number }
  | { readonly report: Pick<AuditReport, 'entries' | 'size' | 'root' | 'faultCount' | 'byCheck' | 'faults'> }
  | { readonly failed: string };

const progressEveryMilliseconds = 200;

interface Checkpoints {
  readonly items: readonly KeptCheckpoint[];
  readonly total: number;
  /** Entries sealed so far. */
  readonly sealed: number;
  readonly quarantined: readonly Quarantined[];
}

/** Heads, witnesses, verifying and taking away: everything is read and nothing is made. */
@ApiTags('审计')
@TakesLong()
@Controller('api/audit')
export class ProofWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly auditing: Auditing,
    private readonly reading: Reading,
    private readonly notes: AccessNotes,
  ) {}

  @Shows('checkpoints', '检查点与见证人，新的在前；封存到哪里，有没有被隔离的记录', paging)
  async checkpoints(
    @Signed() { actor }: SignedIn,
    @Asking(paging) { page = 1, pageSize = 50 }: Asked<typeof paging>,
  ): Promise<Checkpoints> {
    await this.auditing.scope(actor);
    const { items, total } = await keptCheckpoints(this.house.mainPool, { page, pageSize });
    const [sealed, held] = [await this.house.audit.sealedCount(), await quarantined(this.house.mainPool)];
    return { items, total, sealed, quarantined: held };
  }

  @Gives('verification', '校验整本台账（只读）：逐行给出进度，最后一行是结果；断开即停止', 'application/x-ndjson')
  async verification(@Signed() { actor }: SignedIn): Promise<StreamableFile> {
    await this.auditing.scope(actor);
    const [lines, left] = [new PassThrough(), new AbortController()];
    // Fastify lets go of the stream when whoever asked has gone; a request itself is closed as soon as it was read.
    lines.once('close', () => left.abort());
    const say = (said: VerificationSaid): void => {
      if (!lines.destroyed) lines.write(`${JSON.stringify(said)}\n`);
    };
    void this.verify(say, left.signal).finally(() => lines.end());
    return new StreamableFile(lines, { type: 'application/x-ndjson' });
  }

  @Gives(
    'bundles/:volunteerId',
    '一个人的全部记录连同证明，可离线校验；个人信息是密文',
    'application/json',
    'volunteerId',
  )
  async bundle(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
  ): Promise<StreamableFile> {
    await this.auditing.scope(actor);
    await this.reading.assertSeesVolunteer(actor, volunteerId);
    return takenBundle({ house: this.house, notes: this.notes }, actor, volunteerId);
  }

  @Gives(
    'verifier-page',
    '离线校验的网页，任何人可取：一个文件，断网可用，不含任何数据；哈希在 X-Content-SHA256',
    'text/html',
  )
  @OpenToAll()
  async page(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    // Large, and needed by few.
    const { verifierPage } = await import('#libs/verifying/page-html');
    const page = await verifierPage();
    void reply.header('x-content-sha256', createHash('sha256').update(page).digest('hex'));
    return fileOf(page, '志册离线校验.html', 'text/html; charset=utf-8');
  }

  private async verify(say: (said: VerificationSaid) => void, signal: AbortSignal): Promise<void> {
    try {
      const total = await this.house.audit.sealedCount();
      let saidAt = 0;
      say({ entries: 0, total });
      const onProgress = (entries: number): void => {
        if (Date.now() - saidAt < progressEveryMilliseconds) return;
        saidAt = Date.now();
        say({ entries, total });
      };
      const { entries, size, root, faultCount, byCheck, faults } = await this.house.audit.verify({
        onProgress,
        signal,
      });
      say({ report: { entries, size, root, faultCount, byCheck, faults } });
    } catch (error) {
      say({ failed: whyNot(error) });
    }
  }
}

function whyNot(error: unknown): string {
  if (error instanceof AuditUnderWay) return '已有一次校验正在进行，请等它结束再开始。';
  if (error instanceof PolicyMissing) return '本机还没有台账的签名密钥，也没有策略文件，不知道该认谁的签名。';
  if (error instanceof AuditAbandoned) return '校验已停止。';
  return '校验没有做完，请稍后再试；仍不成功的，请在服务器上执行 zhice audit。';
}
