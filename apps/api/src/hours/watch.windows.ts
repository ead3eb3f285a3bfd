import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { AccountId, OrganizationId, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  disputeCounts,
  disputesOf,
  disputeStates,
  type DisputeCounts,
  type HoursDisputeItem,
} from '#projections/hours-dispute/hours-dispute.query';
import { noticesOf, noticesOfUnits, noticeTypes } from '#projections/volunteer-notice/volunteer-notice.query';
import type { VolunteerNotice } from '#projections/volunteer-notice/volunteer-notice.entity';
import type { HoursEntryItem } from '#projections/volunteer-year/hours-entry.query';
import {
  entriesAttestedBy,
  entriesOfSession,
  waitingEntries,
  waitingStates,
} from '#projections/volunteer-year/hours-watch.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, oneOf, paging, PathId, sorted, type Asked } from '../http/asked.js';
import { isOwn, Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const within = idOf<OrganizationId>('只看此党组织及其下级');
const entries = { ...sorted(['servedOn', 'serviceMinutes', 'state']), within };
const waiting = {
  ...sorted(['servedOn', 'serviceMinutes', 'state', 'urgency']),
  within,
  state: oneOf('recorded 待确认、held 待批准、conflicted 时间重叠、found 年结后发现；不填为全部', waitingStates),
};
const disputes = {
  ...sorted(['answerDueOn', 'disputedOn', 'level']),
  within,
  state: oneOf('OPEN 待答复、OVERDUE 逾期、ANSWERED 已答复', disputeStates),
};
const counted = { within };
const noticesListed = { ...paging, within, type: oneOf('告知的种类', noticeTypes) };

/** What waits for somebody, what was questioned, and what a volunteer has to be told. */
@ApiTags('时长待办与异议')
@Controller('api')
export class WatchWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows(
    'hours/waiting',
    '尚未计入的时长记录：待确认、待批准或时间重叠；按 urgency 排序为逾期的在前，再按期限',
    waiting,
  )
  async waiting(
    @Signed() { actor }: SignedIn,
    @Asking(waiting) { within: below, sort, ...asked }: Asked<typeof waiting>,
  ): Promise<Page<HoursEntryItem>> {
    const order = sort === 'urgency' ? { urgentOn: this.reading.today() } : { sort };
    return waitingEntries(this.house.read, {
      ...asked,
      ...order,
      scope: await this.reading.listScope(actor, below),
    });
  }

  @Shows('hours/sessions/:sessionId/entries', '一个场次每个人的记录结果', entries)
  async ofSession(
    @Signed() { actor }: SignedIn,
    @PathId('sessionId') sessionId: SessionId,
    @Asking(entries) { within: below, ...asked }: Asked<typeof entries>,
  ): Promise<Page<HoursEntryItem>> {
    const page = await entriesOfSession(this.house.read, {
      ...asked,
      sessionId,
      scope: await this.reading.listScope(actor, below),
    });
    return this.shown(actor, sessionId, page);
  }

  @Shows('hours/attested-by/:accountId/entries', '同一确认人确认的全部时长记录，供抽查', entries)
  async attestedBy(
    @Signed() { actor }: SignedIn,
    @PathId('accountId') attestedBy: AccountId,
    @Asking(entries) { within: below, ...asked }: Asked<typeof entries>,
  ): Promise<Page<HoursEntryItem>> {
    const page = await entriesAttestedBy(this.house.read, {
      ...asked,
      attestedBy,
      scope: await this.reading.listScope(actor, below),
    });
    return this.shown(actor, attestedBy, page);
  }

  @Shows('hours/disputes', '时长异议及答复期限', disputes)
  async disputes(
    @Signed() { actor }: SignedIn,
    @Asking(disputes) { within: below, ...asked }: Asked<typeof disputes>,
  ): Promise<Page<HoursDisputeItem>> {
    const scope = await this.reading.listScope(actor, below);
    return disputesOf(this.house.read, { ...asked, today: this.reading.today(), scope });
  }

  @Shows('hours/dispute-counts', '时长异议的件数：待答复、逾期、已答复', counted)
  async counts(
    @Signed() { actor }: SignedIn,
    @Asking(counted) { within: below }: Asked<typeof counted>,
  ): Promise<DisputeCounts> {
    const scope = await this.reading.listScope(actor, below);
    return disputeCounts(this.house.read, { today: this.reading.today(), scope });
  }

  @Shows('volunteers/:volunteerId/disputes', '一名志愿者的时长异议；本人可看自己的', paging)
  async ownDisputes(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<HoursDisputeItem>> {
    await this.assertConcerns(actor, volunteerId);
    return disputesOf(this.house.read, { ...asked, volunteerId, today: this.reading.today(), scope: undefined });
  }

  @Shows('notices', '告知事项：本单位的人、在本单位服务的人各被告知了什么，新的在前', noticesListed)
  async noticesOfUnits(
    @Signed() { actor }: SignedIn,
    @Asking(noticesListed) { within: below, ...asked }: Asked<typeof noticesListed>,
  ): Promise<Page<VolunteerNotice>> {
    return noticesOfUnits(this.house.read, { ...asked, scope: await this.reading.listScope(actor, below) });
  }

  @Shows('volunteers/:volunteerId/notices', '应告知志愿者的时长事项，新的在前；本人可看自己的', paging)
  async notices(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(paging) asked: Asked<typeof paging>,
  ): ReturnType<typeof noticesOf> {
    await this.assertConcerns(actor, volunteerId);
    return noticesOf(this.house.read, { ...asked, volunteerId });
  }

  /** A list of nothing would not say whether there is such a thing; 404 says no more than that there is none for the asker. */
  private shown<Item>(actor: SignedIn['actor'], id: string, page: Page<Item>): Promise<Page<Item>> {
    return this.reading.found(actor, id, page.total > 0 ? page : undefined);
  }

  private async assertConcerns(actor: SignedIn['actor'], volunteerId: VolunteerId): Promise<void> {
    if (isOwn(actor, volunteerId)) return;
    const organizationId = await organizationOfVolunteer(this.house, volunteerId);
    await this.reading.assertSees(actor, await this.reading.found(actor, volunteerId, organizationId));
  }
}
