import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { personHours } from '#libs/counter/person-hours';
import { policyInForce } from '#libs/counter/policy-in-force';
import { readingScopes } from '#libs/access/permissions';
import type { Actor } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Page } from '#libs/projection-engine/paging';
import {
  transferCounts,
  transfers,
  transferStates,
  type TransferCount,
  type TransferLine,
} from '#projections/affiliation-transfers/affiliation-transfers.query';
import { leadershipLines, type LeadershipLine } from '#projections/team-leadership/team-leadership.query';
import { volunteerRecord } from '#projections/volunteer-register/volunteer-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, oneOf, paging, PathId, PathYear, yesNo, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const passing = {
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  fromOrganizationId: idOf<OrganizationId>('转出党组织'),
  toOrganizationId: idOf<OrganizationId>('转入党组织'),
  sentAtMost: day('转出日期不晚于'),
};
const passages = {
  ...paging,
  ...passing,
  state: oneOf('状态', transferStates),
  volunteerId: idOf<VolunteerId>('只看一个人的'),
};
const led = {
  ...paging,
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  on: day('截至日期，默认今天'),
  onlyFaulty: yesNo('只看有问题的'),
};

@ApiTags('人员变动')
@Controller('api')
export class MovementWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('affiliation-transfers', '组织关系转接，转出最早的在前', passages)
  async transfers(
    @Signed() { actor }: SignedIn,
    @Asking(passages) { within, ...asked }: Asked<typeof passages>,
  ): Promise<Page<TransferLine>> {
    return transfers(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('affiliation-transfers/counts', '各状态的转接数；按状态查转接即为明细', passing)
  async transferCounts(
    @Signed() { actor }: SignedIn,
    @Asking(passing) { within, ...asked }: Asked<typeof passing>,
  ): Promise<{ items: readonly TransferCount[] }> {
    const scope = await this.reading.listScope(actor, within);
    return { items: await transferCounts(this.house.read, { ...asked, scope }) };
  }

  @Shows('team-leadership', '各队队长；空缺、班子职务已免的排在前', led)
  async leadership(
    @Signed() { actor }: SignedIn,
    @Asking(led) { within, on = this.reading.today(), ...asked }: Asked<typeof led>,
  ): Promise<Page<LeadershipLine>> {
    const scope = await this.reading.listScope(actor, within);
    const replacementDays = await this.replacementDays(actor, within, on);
    return leadershipLines(this.house.read, { ...asked, on, scope, replacementDays });
  }

  @Shows(
    'volunteers/:volunteerId/person-years/:year',
    '一个人全部登记合并后的年度时长，同一分钟只计一次；本人可看自己的',
  )
  async personYear(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @PathYear('year') year: number,
  ): Promise<Awaited<ReturnType<typeof personHours>>> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    await this.reading.found(actor, volunteerId, await volunteerRecord(this.house.read, { volunteerId, scope }));
    return personHours(this.house, volunteerId, year);
  }

  private async replacementDays(actor: Actor, within: OrganizationId | undefined, on: LocalDate): Promise<number> {
    const of = within ?? readingScopes(actor)[0];
    if (of === undefined) return 0;
    return (await policyInForce(this.house, of, on)).rules.leaderReplacementDays.value;
  }
}
