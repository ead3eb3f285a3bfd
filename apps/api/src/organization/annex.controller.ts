import { Controller, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { mayOpenContacts } from '#libs/access/contact-permission';
import { annex2Document, annex3Document, annex4Document, type AnnexWithContactsAsked } from '#libs/books/annexes';
import { annex2Html, type Annex2Document } from '#libs/forms/annex-2';
import { annex3Html, type Annex3Document } from '#libs/forms/annex-3';
import { annex4Html, type Annex4Document } from '#libs/forms/annex-4';
import { contentHash, type FrozenForm } from '#libs/forms/form';
import type { OrganizationId } from '#libs/kernel/ids';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, oneOf, PathId, required, type Asked } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { formPolicy } from '../http/form-policy.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const printed = {
  formDate: required(day('填表日期')),
  format: oneOf('输出格式，默认 json', ['json', 'html']),
  copy: oneOf('第几份（一式二份，只用于 html）', ['1', '2']),
};
type Printed = Asked<typeof printed>;

@ApiTags('附件')
@TakesLong()
@Controller('api/organizations')
export class AnnexController {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
    private readonly notes: AccessNotes,
  ) {}

  @Shows(':organizationId/annex-2', '附件2 花名册；电话只对单位党办及以上完整显示', printed)
  async annex2(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(printed) asked: Printed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const document = await annex2Document(this.house, await this.asked(signed, id, asked));
    return this.answer(reply, asked, {
      document: await this.reading.found(signed.actor, id, document),
      html: annex2Html,
    });
  }

  @Shows(':organizationId/annex-3', '附件3 登记表；电话只对单位党办及以上完整显示', printed)
  async annex3(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(printed) asked: Printed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const document = await annex3Document(this.house, await this.asked(signed, id, asked));
    return this.answer(reply, asked, {
      document: await this.reading.found(signed.actor, id, document),
      html: annex3Html,
    });
  }

  @Shows(':organizationId/annex-4', '附件4 组队情况汇总表', printed)
  async annex4(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(printed) asked: Printed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const document = await annex4Document(this.house, { organizationId, formDate: asked.formDate, scope });
    return this.answer(reply, asked, {
      document: await this.reading.found(actor, organizationId, document),
      html: annex4Html,
    });
  }

  private async asked(
    { actor }: SignedIn,
    organizationId: OrganizationId,
    { formDate }: Printed,
  ): Promise<AnnexWithContactsAsked> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const isOpen = mayOpenContacts(actor, await this.house.tree.ancestry(organizationId));
    if (isOpen) await this.notes.note('sealed_data_opened', actor, { organizationId, formDate });
    return { organizationId, formDate, scope, contacts: isOpen ? 'open' : 'masked' };
  }

  private answer<D extends Annex2Document | Annex3Document | Annex4Document>(
    reply: FastifyReply,
    { format, copy }: Printed,
    print: { readonly document: D; readonly html: (document: D, copy?: 1 | 2) => string },
  ): unknown {
    const { document, html } = print;
    if (format !== 'html') return { ...document, contentHash: contentHash(document satisfies FrozenForm) };
    void reply.type('text/html; charset=utf-8').header('content-security-policy', formPolicy);
    return copy === undefined ? html(document) : html(document, copy === '1' ? 1 : 2);
  }
}
