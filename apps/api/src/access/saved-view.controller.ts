import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  savedViewRegisters,
  SavedViews,
  savedViewsMax,
  type SavedView,
  type SavedViewRegister,
} from '#libs/access/saved-views';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import { IsCodeFrom, IsIdOf, IsListOfTextsUpTo, IsTextUpTo } from '#libs/reference/validators';
import { volunteerStatuses } from '#libs/volunteer/standing';
import { participantKinds } from '#libs/volunteer/volunteer.events';
import { volunteerSorts } from '#projections/volunteer-register/volunteer-register.query';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import {
  Asking,
  day,
  idOf,
  oneOf,
  parseAsked,
  PathId,
  required,
  wholeNumber,
  yesNo,
  type Asked,
  type Parameters,
} from '../http/asked.js';
import { invalid, Problem } from '../http/problem.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';

export class SaveViewRequest {
  @IsIdOf('筛选') readonly viewId: string;
  @IsCodeFrom('名册', savedViewRegisters) readonly register: SavedViewRegister;
  @IsTextUpTo('名称', 30) readonly name: string;
  @IsListOfTextsUpTo('筛选条件', 100, { min: 0, max: 12 }) readonly filters: readonly string[];
  @IsListOfTextsUpTo('列', 40, { min: 0, max: 40 }) readonly columns: readonly string[];
}

export class RemoveViewRequest {}

const within = idOf<OrganizationId>('只看此党组织及其下级');
const year = wholeNumber('年度', 2000, 2200);

/** What a saved view may hold: codes, ids and days. What is looked for by name is not among them. */
const storable: Readonly<Record<SavedViewRegister, Parameters>> = {
  volunteers: {
    within,
    on: day('截至日期'),
    primaryTeamId: idOf<TeamId>('主队'),
    memberOfTeamId: idOf<TeamId>('所在服务队'),
    status: oneOf('状态', volunteerStatuses),
    participantKind: oneOf('人员类别', participantKinds),
    sort: oneOf('排序字段', volunteerSorts),
    descending: yesNo('是否降序'),
  },
  teams: { within, year },
  activities: { within, year, cancelled: yesNo('是否已取消') },
};

const asked = { register: required(oneOf('名册', savedViewRegisters)) };

/** How the one who asks likes to see the registers; nobody else reads it, and no browser keeps it. */
@ApiTags('登录')
@Controller('api/me/views')
export class SavedViewController {
  private readonly views: SavedViews;

  constructor(@Inject(HOUSE) { mainPool, master, time }: House, @Inject(API_OPTIONS) { now }: ApiOptions) {
    this.views = new SavedViews(mainPool, master, now ?? time);
  }

  @Get()
  @ApiOperation({ summary: '自己保存的筛选和列' })
  @ApiQuery({ name: 'register', required: true, schema: asked.register.schema })
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(asked) { register }: Asked<typeof asked>,
  ): Promise<{ items: readonly SavedView[] }> {
    return { items: await this.views.list(actor.accountId, register) };
  }

  @Accepts('', SaveViewRequest, '保存筛选和列；只存代码、编号和日期，不存按姓名查找的内容')
  async save(
    @Signed() { actor }: SignedIn,
    @Body(SaveViewRequest) { viewId, register, name, filters, columns }: SaveViewRequest,
  ): Promise<{ viewId: string }> {
    const kept = filtersOf(register, filters);
    if (columns.some((column) => !/^[a-zA-Z]+$/.test(column))) throw invalid('没有这一列', 'columns');
    if (!(await this.views.save(actor.accountId, { viewId, register, name, filters: kept, columns })))
      throw new Problem('refused', { detail: `每个名册最多保存 ${savedViewsMax} 个筛选，请先删除不用的。` });
    return { viewId };
  }

  @Accepts(':viewId/removal', RemoveViewRequest, '删除保存的筛选')
  async remove(@Signed() { actor }: SignedIn, @PathId('viewId') viewId: string): Promise<{ viewId: string }> {
    await this.views.remove(actor.accountId, viewId);
    return { viewId };
  }
}

/** `name=value` each, in one query string. Throws Problem with every fault. */
function filtersOf(register: SavedViewRegister, filters: readonly string[]): string {
  const query = new URLSearchParams(filters.join('&'));
  query.delete('seen');
  // One value for each name: what was checked is what is kept.
  const given = Object.fromEntries(query);
  parseAsked(storable[register], given);
  return new URLSearchParams(given).toString();
}
