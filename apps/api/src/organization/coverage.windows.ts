import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganizationId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  coverageCount,
  coverageLines,
  entriesOfCoverageCount,
  entriesOfTeamCount,
  entriesOfVolunteerCount,
  ratioSummary,
  type CoverageCount,
  type CoverageTeamLine,
  type CoverageVolunteerLine,
} from '#projections/coverage/coverage.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, oneOf, paging, PathId, required, yesNo, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const counted = {
  on: day('截至日期，默认今天'),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  parentId: idOf<OrganizationId>('直接上级党组织'),
};
const listed = {
  ...paging,
  ...counted,
  organizationId: idOf<OrganizationId>('只看这一个党组织'),
  hasTeam: yesNo('是否已组队'),
};
const figured = { ...paging, ...counted, figure: required(oneOf('统计项', ['withTeam', 'withoutTeam'])) };
const onDay = { ...paging, on: day('截至日期，默认今天') };
const people = { ...onDay, figure: required(oneOf('统计项', ['volunteers', 'fullMemberVolunteers'])) };

@ApiTags('覆盖情况')
@Controller('api/coverage')
export class CoverageWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '各党组织组队与志愿者占比，附条款', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, on = this.reading.today(), ...asked }: Asked<typeof listed>,
  ): Promise<ReturnType<typeof coverageLines>> {
    return coverageLines(this.house.read, { ...asked, on, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('count', '已组队与未组队的党组织数', counted)
  async count(
    @Signed() { actor }: SignedIn,
    @Asking(counted) { within, on = this.reading.today(), ...asked }: Asked<typeof counted>,
  ): Promise<CoverageCount> {
    return coverageCount(this.house.read, { ...asked, on, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('count/entries', '统计项的明细', figured)
  async entries(
    @Signed() { actor }: SignedIn,
    @Asking(figured) { within, on = this.reading.today(), ...asked }: Asked<typeof figured>,
  ): Promise<ReturnType<typeof entriesOfCoverageCount>> {
    return entriesOfCoverageCount(this.house.read, {
      ...asked,
      on,
      scope: await this.reading.listScope(actor, within),
    });
  }

  @Shows('ratio-summary', '范围内全部党组织：可计算志愿者占比的、已达到的；明细为覆盖情况', counted)
  async ratioSummary(
    @Signed() { actor }: SignedIn,
    @Asking(counted) { within, on = this.reading.today(), ...asked }: Asked<typeof counted>,
  ): Promise<ReturnType<typeof ratioSummary>> {
    return ratioSummary(this.house.read, { ...asked, on, scope: await this.reading.listScope(actor, within) });
  }

  @Shows(':organizationId/teams', '队数的明细', onDay)
  async teams(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<CoverageTeamLine>> {
    return entriesOfTeamCount(this.house.read, {
      ...asked,
      organizationId,
      on,
      scope: await this.reading.scopeUnder(actor, organizationId),
    });
  }

  @Shows(':organizationId/volunteers', '志愿者数的明细', people)
  async volunteers(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(people) { on = this.reading.today(), ...asked }: Asked<typeof people>,
  ): Promise<Page<CoverageVolunteerLine>> {
    return entriesOfVolunteerCount(this.house.read, {
      ...asked,
      organizationId,
      on,
      scope: await this.reading.scopeUnder(actor, organizationId),
    });
  }
}
