import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BreachId } from '#libs/breach/breach.events';
import { breachedPeople, type BreachedPerson } from '#libs/books/breached-people';
import type { Actor } from '#libs/access/actor';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  breaches,
  breachesOfPerson,
  breachOf,
  type BreachRow,
  type OwnBreach,
} from '#projections/breach-register/breach-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, paging, PathId, type Asked } from '../http/asked.js';
import { isOwn, Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const listed = { ...paging, within: idOf<OrganizationId>('只看此党组织及其下级') };

@ApiTags('个人信息')
@Controller('api')
export class BreachWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('breaches', '登记过的个人信息泄露，发现晚的在前', listed)
  async all(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, ...asked }: Asked<typeof listed>,
  ): Promise<Page<BreachRow>> {
    return breaches(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('breaches/:breachId', '一件泄露：涉及什么、多少人、已采取的措施、已报告了谁')
  one(@Signed() { actor }: SignedIn, @PathId('breachId') breachId: BreachId): Promise<BreachRow> {
    return this.seen(actor, breachId);
  }

  @Shows('breaches/:breachId/people', '涉及的人：泄露的表上的每一个人，是否已通知', paging)
  async people(
    @Signed() { actor }: SignedIn,
    @PathId('breachId') breachId: BreachId,
    @Asking(paging) { page = 1, pageSize = 50 }: Asked<typeof paging>,
  ): Promise<Page<BreachedPerson>> {
    const breach = await this.seen(actor, breachId);
    return breachedPeople(this.house, breach, { scope: await this.reading.scope(actor), page, pageSize });
  }

  @Shows('volunteers/:volunteerId/breaches', '此人被通知过的个人信息泄露；本人可看自己的')
  async ofPerson(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
  ): Promise<{ items: readonly OwnBreach[] }> {
    if (!isOwn(actor, volunteerId)) await this.reading.assertSeesVolunteer(actor, volunteerId);
    return { items: await breachesOfPerson(this.house.read, volunteerId) };
  }

  private async seen(actor: Actor, breachId: BreachId): Promise<BreachRow> {
    const breach = await this.reading.found(actor, breachId, await breachOf(this.house.read, breachId));
    await this.reading.assertSees(actor, breach.organizationId);
    return breach;
  }
}
