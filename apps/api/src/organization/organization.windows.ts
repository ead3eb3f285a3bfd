import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganizationId } from '#libs/kernel/ids';
import { organizationKinds } from '#libs/organization/organization.events';
import type { Page } from '#libs/projection-engine/paging';
import {
  leadershipPosts,
  organizationRecord,
  organizations,
  receivingDesks,
  entriesOfChildCount,
  type LeadershipPost,
  type OrganizationLine,
  type OrganizationRecord,
  type ReceivingDesk,
} from '#projections/organization-directory/organization-directory.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, oneOf, paging, PathId, words, type Asked } from '../http/asked.js';
import { Reading, withoutSealed } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const listed = {
  ...paging,
  on: day('截至日期，默认今天'),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  parentId: idOf<OrganizationId>('直接上级党组织'),
  lineOfAuthorityId: idOf<OrganizationId>('归口管理部门'),
  kind: oneOf('党组织类别', organizationKinds),
  text: words('名称或单位名称中的文字'),
};
const onDay = { ...paging, on: day('截至日期，默认今天') };

@ApiTags('党组织')
@Controller('api/organizations')
export class OrganizationWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '党组织名录', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, kind, on = this.reading.today(), ...asked }: Asked<typeof listed>,
  ): Promise<Page<OrganizationLine>> {
    const scope = await this.reading.listScope(actor, within);
    return organizations(this.house.read, { ...asked, on, scope, ...(kind ? { kinds: [kind] } : {}) });
  }

  @Shows(':organizationId', '一个党组织及其历次名称、人数、规则包', onDay)
  async one(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDay) { on = this.reading.today() }: Asked<typeof onDay>,
  ): Promise<OrganizationRecord> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    return this.reading.found(
      actor,
      organizationId,
      await organizationRecord(this.house.read, { organizationId, on, scope }),
    );
  }

  @Shows(':organizationId/children', '直接下级（下级数的明细）', onDay)
  async children(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<OrganizationLine>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    return entriesOfChildCount(this.house.read, { ...asked, organizationId, on, scope });
  }

  @Shows(':organizationId/leadership-posts', '领导班子成员', onDay)
  async posts(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<LeadershipPost>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    return leadershipPosts(this.house.read, { ...asked, organizationId, on, scope });
  }

  @Shows(':organizationId/receiving-desks', '报送受理窗口；联系方式不在此列出', onDay)
  async desks(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<Omit<ReceivingDesk, 'sealedContact'>>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    return withoutSealed(
      await receivingDesks(this.house.read, { ...asked, organizationId, on, scope }),
      'sealedContact',
    );
  }
}
