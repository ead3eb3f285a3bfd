import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { AccountId } from '#libs/kernel/ids';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Problem } from '../http/problem.js';

const keptMilliseconds = 3_600_000;
const megabyte = 1024 * 1024;
export const uploadLimits = {
  fileBytesMax: 20 * megabyte,
  accountBytesMax: 100 * megabyte,
  bytesMax: 300 * megabyte,
} as const;

export interface Upload {
  readonly sha256: string;
  readonly bytes: number;
}

interface Kept {
  readonly accountId: AccountId;
  readonly content: Buffer;
  readonly at: number;
}

/** A rule's name for what the page puts right by itself: it sends the file again. */
export const fileGone = 'import_file_is_gone';

/**
 * Files between upload and import: in memory only and for an hour, since a sheet holds names and telephones of people who
 * are not in the ledger yet. Whoever uploaded one is the only one to read it.
 */
@Injectable()
export class Uploads {
  private readonly files = new Map<string, Kept>();

  constructor(
    @Inject(HOUSE) private readonly house: Pick<House, 'time'>,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Throws Problem when there is no room. */
  keep(accountId: AccountId, content: Buffer): Upload {
    const at = (this.options.now ?? this.house.time)();
    for (const [key, file] of this.files) if (at - file.at >= keptMilliseconds) this.files.delete(key);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const key = `${accountId} ${sha256}`;
    this.files.delete(key);
    const others = [...this.files.values()];
    const bytesOf = (files: readonly Kept[]): number => files.reduce((sum, file) => sum + file.content.length, 0);
    if (bytesOf(others.filter((file) => file.accountId === accountId)) + content.length > uploadLimits.accountBytesMax)
      throw new Problem('too_large', { detail: '一次导入的文件合计不超过 100 MB，请分几次导入，或降低扫描精度。' });
    if (bytesOf(others) + content.length > uploadLimits.bytesMax)
      throw new Problem('unavailable', { detail: '同时导入的人较多，请稍候再上传。', retryAfterSeconds: 60 });
    this.files.set(key, { accountId, content, at });
    return { sha256, bytes: content.length };
  }

  /** Throws Problem for a file that is not kept any more. */
  content(accountId: AccountId, sha256: string): Buffer {
    const file = this.files.get(`${accountId} ${sha256}`);
    if (file) return file.content;
    throw new Problem('refused', { detail: '上传的文件已不在服务器上，请重新选择文件。', refusal: fileGone });
  }
}
