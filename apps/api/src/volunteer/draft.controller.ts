import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApplicationDrafts, draftsMax, type ApplicationDraft } from '#libs/house/application-drafts';
import { IsIdOf, IsTextUpTo } from '#libs/reference/validators';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { PathId } from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { assertMayApply } from './may-apply.js';

export class SaveDraftRequest {
  @IsIdOf('草稿') readonly draftId: string;
  @IsTextUpTo('草稿内容', 20_000) readonly content: string;
}

export class RemoveDraftRequest {}

/** Begun applications of the one who asks: nobody else reads them, and no browser keeps them. */
@ApiTags('志愿者')
@Controller('api/application-drafts')
export class DraftController {
  private readonly drafts: ApplicationDrafts;

  constructor(@Inject(HOUSE) { mainPool, master, time }: House, @Inject(API_OPTIONS) { now }: ApiOptions) {
    this.drafts = new ApplicationDrafts(mainPool, master, now ?? time);
  }

  @Get()
  @ApiOperation({ summary: '自己没有填完的报名表，新的在前；保留 30 天' })
  async list(@Signed() { actor }: SignedIn): Promise<{ items: readonly ApplicationDraft[] }> {
    assertMayApply(actor);
    return { items: await this.drafts.list(actor.accountId) };
  }

  @Accepts('', SaveDraftRequest, '保存草稿：加密存放，只有本人能读')
  async save(
    @Signed() { actor }: SignedIn,
    @Body(SaveDraftRequest) { draftId, content }: SaveDraftRequest,
  ): Promise<{ draftId: string }> {
    assertMayApply(actor);
    if (!(await this.drafts.save(actor.accountId, draftId, content)))
      throw new Problem('refused', { detail: `草稿最多 ${draftsMax} 份，请先提交或删除以前的。` });
    return { draftId };
  }

  @Accepts(':draftId/removal', RemoveDraftRequest, '删除草稿')
  async remove(@Signed() { actor }: SignedIn, @PathId('draftId') draftId: string): Promise<{ draftId: string }> {
    assertMayApply(actor);
    await this.drafts.remove(actor.accountId, draftId);
    return { draftId };
  }
}
