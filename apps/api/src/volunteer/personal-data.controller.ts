import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access/actor';
import { mayOpenPersonalData } from '#libs/access/contact-permission';
import {
  disclosurePurposes,
  readDisclosures,
  readExports,
  type DisclosureLine,
  type DisclosurePurpose,
  type ExportLine,
} from '#libs/access/disclosures';
import { disclosableGroups, personalData, type DisclosableGroup } from '#libs/books/personal-data';
import { isRestricted } from '#libs/counter/erasure.desk';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { IsCodeFrom, IsListOfCodesFrom } from '#libs/reference/validators';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts, Shows } from '../docs/described.js';
import { Asking, idOf, paging, PathId, wholeNumber, type Asked } from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { Body } from '../http/submitting.js';
import { isOwn, Reading, restrictedText } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

export class OpenPersonalDataRequest {
  /** Why: read by the person and the auditor. */
  @IsCodeFrom('用途', disclosurePurposes) readonly purpose: DisclosurePurpose;
  @IsListOfCodesFrom('内容', disclosableGroups, 1) readonly groups: readonly DisclosableGroup[];
}

const looked = {
  before: wholeNumber('上一页最后一条的 n', 1, 2_000_000_000),
  limit: wholeNumber('条数，默认 50', 1, 200),
};
const lookedIn = { ...looked, within: idOf<OrganizationId>('只看此党组织及其下级') };
const left = { ...paging, within: idOf<OrganizationId>('只看此党组织及其下级') };

/** Personal data in clear goes by here, with a purpose; who looked is there for the person and for whoever audits. */
@ApiTags('个人信息')
@Controller('api')
export class PersonalDataController {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Accepts(
    'volunteers/:volunteerId/personal-data',
    OpenPersonalDataRequest,
    '查看身份证号码、电话等完整内容；须说明用途，留下记录，本人可以查到',
  )
  async open(
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Body(OpenPersonalDataRequest) { purpose, groups }: OpenPersonalDataRequest,
    @Signed() { actor }: SignedIn,
  ): Promise<{ volunteerId: VolunteerId; fields: Readonly<Record<string, unknown>> }> {
    const organizationId = await organizationOfVolunteer(this.house, volunteerId);
    await this.assertMayOpen(actor, volunteerId, organizationId);
    const at = new Date((this.options.now ?? this.house.time)());
    const asked = { by: actor.accountId, at, volunteerId, organizationId, groups: [...new Set(groups)], purpose };
    return { volunteerId, fields: await personalData(this.house, asked) };
  }

  @Shows('volunteers/:volunteerId/disclosures', '谁在何时、为何查看过此人的完整个人信息；本人可看自己的', looked)
  async ofPerson(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(looked) { before, limit = 50 }: Asked<typeof looked>,
  ): Promise<{ items: readonly DisclosureLine[] }> {
    if (!isOwn(actor, volunteerId)) await this.reading.assertSeesVolunteer(actor, volunteerId);
    const asked = { volunteerId, before: before?.toString(), limit };
    return { items: await readDisclosures(this.house.main.manager, asked) };
  }

  @Shows('disclosures', '范围内所有查看完整个人信息的记录，新的在前', lookedIn)
  async all(
    @Signed() { actor }: SignedIn,
    @Asking(lookedIn) { within, before, limit = 50 }: Asked<typeof lookedIn>,
  ): Promise<{ items: readonly DisclosureLine[] }> {
    const scope = await this.reading.listScope(actor, within);
    return { items: await readDisclosures(this.house.main.manager, { scope, before: before?.toString(), limit }) };
  }

  @Shows('exports', '带出过哪些含个人信息的表和证明，交给了谁', left)
  async exports(
    @Signed() { actor }: SignedIn,
    @Asking(left) { within, ...asked }: Asked<typeof left>,
  ): Promise<{ items: readonly ExportLine[] }> {
    const scope = await this.reading.listScope(actor, within);
    return { items: await readExports(this.house.main.manager, { ...asked, scope }) };
  }

  private async assertMayOpen(
    actor: Actor,
    volunteerId: VolunteerId,
    organizationId: OrganizationId | undefined,
  ): Promise<void> {
    if (isOwn(actor, volunteerId)) return;
    if (await isRestricted(this.house, volunteerId)) throw new Problem('not_allowed', { detail: restrictedText });
    const home = await this.reading.found(actor, volunteerId, organizationId);
    await this.reading.assertSees(actor, home);
    if (mayOpenPersonalData(actor, await this.house.tree.ancestry(home))) return;
    throw new Problem('not_allowed', { detail: '您的角色不能查看完整的身份证号码、电话等；请由党办或审计员办理。' });
  }
}
