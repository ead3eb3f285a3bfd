import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readRefused, refusedActs, type RefusedLine } from '#libs/access/access-log';
import { refusalText } from '#libs/forms/refusals.zh';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, oneOf, wholeNumber, type Asked } from '../http/asked.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Auditing } from './auditing.js';

const tried = {
  act: oneOf('self_dealing_refused 自批被拒，denied 越权；不填为全部', refusedActs),
  before: wholeNumber('上一页最后一条的 n', 1, 2_000_000_000),
  limit: wholeNumber('条数，默认 50', 1, 200),
};

/** With the reason in words. */
interface RefusedItem extends RefusedLine {
  readonly because: string;
}

const reasons: Readonly<Record<string, string>> = {
  role_missing: '没有这个角色',
  out_of_scope: '不在管理范围内',
  not_found: '所指的记录不存在',
};

const becauseOf = ({ details: { rule, why } }: RefusedLine): string =>
  rule === undefined ? (reasons[why ?? ''] ?? '不在查阅范围内') : refusalText({ refused: rule });

/** What was tried and refused: it stands in no stream, since nothing was recorded. */
@ApiTags('审计')
@Controller('api/audit')
export class RefusedWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly auditing: Auditing,
  ) {}

  @Shows('refused', '试图自己批自己或越权而被拒绝的，新的在前', tried)
  async refused(
    @Signed() { actor }: SignedIn,
    @Asking(tried) { act, before, limit = 50 }: Asked<typeof tried>,
  ): Promise<{ items: readonly RefusedItem[] }> {
    const scope = await this.auditing.scope(actor);
    const lines = await readRefused(this.house.main.manager, { act, scope, before: before?.toString(), limit });
    return { items: lines.map((line) => ({ ...line, because: becauseOf(line) })) };
  }
}
