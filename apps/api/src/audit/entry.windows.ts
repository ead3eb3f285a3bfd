import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { entriesAbout, oneEntry, scan, type AuditEntry } from '#libs/books/audit-entries';
import { replayedStream, type ReplayedEntry } from '#libs/books/replayed-stream';
import type { Position } from '#libs/event-store/port';
import type { AccountId, BatchId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, nameLike, paging, positionLike, required, wholeNumber, type Asked } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { pageFrom } from '../http/page-from.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Auditing, type NamedEntry } from './auditing.js';

const eventType = nameLike('记录类型', /^[A-Z][A-Za-z]{2,80}$/, 'ApplicationApproved');

const found = {
  ...paging,
  position: positionLike('台账位置'),
  eventId: idOf('记录编号'),
  subjectId: idOf('志愿者、服务队、活动或党组织的编号'),
};
const sieved = {
  type: eventType,
  by: idOf<AccountId>('办理人的账号'),
  batch: idOf<BatchId>('导入批次号'),
  since: day('记入日期自'),
  until: day('记入日期至'),
  before: positionLike('从此位置之前接着查'),
  limit: wholeNumber('条数，默认 50', 1, 200),
};
const replayed = {
  ...paging,
  stream: required(nameLike('流的名称', /^[a-z][a-z0-9-]{2,150}$/, 'sys-keys')),
};

interface ReplayedPage extends Page<ReplayedEntry & NamedEntry> {
  readonly stream: string;
  /** Checks that do not hold, over the whole stream. */
  readonly faultCount: number;
}

/** Any entry of the log, by what an auditor has in hand; nothing here writes. */
@ApiTags('审计')
@TakesLong()
@Controller('api/audit')
export class AuditEntryWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly auditing: Auditing,
    private readonly reading: Reading,
  ) {}

  @Shows('entries', '查记录：按位置、记录编号，或某人、队、活动、党组织的全部记录，新的在前', found)
  async entries(@Signed() { actor }: SignedIn, @Asking(found) asked: Asked<typeof found>): Promise<Page<NamedEntry>> {
    const entries = await this.auditing.own(actor, await this.found(asked));
    const page = pageFrom(entries, asked);
    return { ...page, items: await this.auditing.named(page.items) };
  }

  @Shows('scan', '从台账末尾往前逐条查：按类型、办理人、批次、记入日期；每次最多看一万条', sieved)
  async scan(
    @Signed() { actor }: SignedIn,
    @Asking(sieved) { before, limit = 50, ...asked }: Asked<typeof sieved>,
  ): Promise<{ items: readonly NamedEntry[]; scanned: number; next: string | null }> {
    const scope = await this.auditing.scope(actor);
    const result = await scan(this.house, scope, { ...asked, limit, before: before as Position | undefined });
    return { ...result, items: await this.auditing.named(result.items) };
  }

  @Shows('stream', '重放一个流：从第一条起逐条校验形式、前后相接、密钥与签名', replayed)
  async stream(
    @Signed() { actor }: SignedIn,
    @Asking(replayed) { stream, ...asked }: Asked<typeof replayed>,
  ): Promise<ReplayedPage> {
    await this.auditing.scope(actor);
    const { items, faultCount } = await replayedStream(this.house, stream);
    if ((await this.auditing.own(actor, items)).length === 0) await this.reading.found(actor, stream, undefined);
    const page = pageFrom(items, asked);
    return { ...page, stream, faultCount, items: await this.auditing.named(page.items) };
  }

  private async found({ position, eventId, subjectId }: Asked<typeof found>): Promise<readonly AuditEntry[]> {
    if (position !== undefined) return listOf(await oneEntry(this.house, { position }));
    if (eventId !== undefined) return listOf(await oneEntry(this.house, { eventId }));
    return subjectId === undefined ? [] : entriesAbout(this.house, subjectId);
  }
}

const listOf = (one: AuditEntry | undefined): readonly AuditEntry[] => (one ? [one] : []);
