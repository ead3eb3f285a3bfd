import { Controller, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access/actor';
import { mayOpenContacts } from '#libs/access/contact-permission';
import { disclosurePurposes, exportReceivers } from '#libs/access/disclosures';
import { annex2Document, annex3Document, annex4Document, type AnnexWithContactsAsked } from '#libs/books/annexes';
import type { ContactView } from '#libs/books/contacts';
import { restrictedPeople } from '#libs/counter/erasure.desk';
import { annex2Html, type Annex2Document } from '#libs/forms/annex-2';
import { annex3Html, type Annex3Document } from '#libs/forms/annex-3';
import { annex4Html, type Annex4Document } from '#libs/forms/annex-4';
import { contentHash, type FrozenForm } from '#libs/forms/form';
import { exportNumberOf, printMark } from '#libs/forms/print-mark.zh';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { minuteOfInstant } from '#libs/reference/dates';
import { Shows } from '../docs/described.js';
import { Asking, day, oneOf, PathId, required, type Asked } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { formPolicy } from '../http/form-policy.js';
import { invalid } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { HandIn } from './hand-in.js';

const printed = {
  formDate: required(day('填表日期')),
  format: oneOf('输出格式，默认 json', ['json', 'html']),
  copy: oneOf('第几份（一式二份，只用于 html）', ['1', '2']),
};
const withContacts = {
  ...printed,
  contacts: oneOf('电话：masked 隐去中间几位（默认），open 完整显示', ['masked', 'open']),
  purpose: oneOf('用途；完整显示电话时必填', disclosurePurposes),
  receiver: oneOf('交给谁，默认上级党组织', exportReceivers),
};
type Printed = Asked<typeof printed>;
type PrintedWithContacts = Asked<typeof withContacts>;

interface OpenedAsked {
  readonly id: OrganizationId;
  readonly asked: PrintedWithContacts;
  readonly means: 'ANNEX_2' | 'ANNEX_3';
}

@ApiTags('附件')
@TakesLong()
@Controller('api/organizations')
export class AnnexController {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
    private readonly notes: AccessNotes,
    private readonly handIn: HandIn,
  ) {}

  @Shows(':organizationId/annex-2', '附件2 花名册；电话只对单位党办及以上、说明用途后完整显示', withContacts)
  async annex2(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(withContacts) asked: PrintedWithContacts,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { document, exportId } = await this.opened(signed.actor, { id, asked, means: 'ANNEX_2' }, annex2Document);
    return this.answer(reply, asked, {
      document: await this.reading.found(signed.actor, id, document),
      html: annex2Html,
      mark: this.markOf(signed.actor, exportId),
    });
  }

  @Shows(':organizationId/annex-3', '附件3 登记表；电话只对单位党办及以上、说明用途后完整显示', withContacts)
  async annex3(
    @Signed() signed: SignedIn,
    @PathId('organizationId') id: OrganizationId,
    @Asking(withContacts) asked: PrintedWithContacts,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { document, exportId } = await this.opened(signed.actor, { id, asked, means: 'ANNEX_3' }, annex3Document);
    return this.answer(reply, asked, {
      document: await this.reading.found(signed.actor, id, document),
      html: annex3Html,
      mark: this.markOf(signed.actor, exportId),
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
      mark: this.markOf(actor),
    });
  }

  /** The form; whose numbers stand on it in clear is noted before it is handed out. */
  private async opened<D extends FrozenForm>(
    actor: Actor,
    { id: organizationId, asked, means }: OpenedAsked,
    documentOf: (house: House, asked: AnnexWithContactsAsked) => Promise<D | undefined>,
  ): Promise<{ readonly document: D | undefined; readonly exportId?: string | undefined }> {
    const { formDate, purpose, receiver = 'HIGHER_ORGANIZATION' } = asked;
    const scope = await this.reading.scopeUnder(actor, organizationId);
    if (purpose === 'HAND_IN') await this.handIn.assertAttested();
    const contacts = await this.viewFor(actor, organizationId, asked);
    const restricted = await restrictedPeople(this.house);
    const opened: VolunteerId[] = [];
    const onOpened = (ids: readonly VolunteerId[]): void => void opened.push(...ids);
    const document = await documentOf(this.house, { organizationId, formDate, scope, contacts, restricted, onOpened });
    if (!document || !purpose || opened.length === 0) return { document };
    const exportId = await this.notes.disclosed(actor, {
      ...{ organizationId, means, purpose, volunteerIds: opened, groups: ['contact'] },
      export: { receiver, contentHash: contentHash(document) },
    });
    return { document, exportId };
  }

  private markOf({ displayName }: Actor, exportId?: string): string {
    return printMark(displayName, minuteOfInstant(this.reading.now()), exportId && exportNumberOf(exportId));
  }

  private async viewFor(
    actor: Actor,
    organizationId: OrganizationId,
    { contacts = 'masked', purpose }: PrintedWithContacts,
  ): Promise<ContactView> {
    if (contacts === 'masked') return 'masked';
    if (!purpose) throw invalid('完整显示电话须说明用途', 'purpose');
    // Whoever may not has the form without the numbers.
    return mayOpenContacts(actor, await this.house.tree.ancestry(organizationId)) ? 'open' : 'masked';
  }

  private answer<D extends Annex2Document | Annex3Document | Annex4Document>(
    reply: FastifyReply,
    { format, copy }: Printed,
    print: {
      readonly document: D;
      readonly html: (document: D, copy?: 1 | 2, mark?: string) => string;
      readonly mark: string;
    },
  ): unknown {
    const { document, html, mark } = print;
    if (format !== 'html') return { ...document, contentHash: contentHash(document satisfies FrozenForm) };
    void reply.type('text/html; charset=utf-8').header('content-security-policy', formPolicy);
    return html(document, copy === undefined ? undefined : copy === '1' ? 1 : 2, mark);
  }
}
