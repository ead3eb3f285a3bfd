import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  savedViewRegisters,
  SavedViews,
  savedViewsMax,
  type SavedView,
  type SavedViewRegister,
} from '#libs/access/saved-views';
import { IsCodeFrom, IsIdOf, IsListOfTextsUpTo, IsTextUpTo } from '#libs/reference/validators';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { Asking, oneOf, PathId, required, type Asked } from '../http/asked.js';
import { invalid, Problem } from '../http/problem.js';
import { filtersOf } from '../http/register-filters.js';
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
    const { kept } = filtersOf(register, filters);
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
