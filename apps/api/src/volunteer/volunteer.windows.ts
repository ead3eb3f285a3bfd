import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { maskedIdNumbersOf } from '#libs/books/contacts';
import { volunteerHistory, type VolunteerHistory } from '#libs/books/history';
import { historyNames } from '#libs/books/history-names';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import { volunteerStatuses } from '#libs/volunteer/standing';
import { participantKinds } from '#libs/volunteer/volunteer.events';
import {
  entriesOfWaitingCount,
  waitingApplications,
  waitingCount,
  type WaitingApplication,
  type WaitingCount,
} from '#projections/application-queue/application-queue.query';
import {
  entriesOfVolunteerCount,
  sealedParticulars,
  volunteerCounts,
  volunteerRecord,
  volunteers,
  volunteerSorts,
  type VolunteerCount,
  type VolunteerLine,
  type VolunteerRecord,
} from '#projections/volunteer-register/volunteer-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, oneOf, paging, PathId, required, sorted, words, yesNo, type Asked } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const filtered = {
  on: day('截至日期；不填为最新'),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  primaryTeamId: idOf<TeamId>('主队'),
  memberOfTeamId: idOf<TeamId>('所在服务队'),
  text: words('姓名中的文字，姓名拼音或其首字母的开头（zjj 可找到张建军），或志愿者编号的开头'),
};
const listed = {
  ...sorted(volunteerSorts),
  ...filtered,
  status: oneOf('状态', volunteerStatuses),
  participantKind: oneOf('人员类别', participantKinds),
};
const figured = {
  ...paging,
  ...filtered,
  status: required(oneOf('状态', volunteerStatuses)),
  participantKind: required(oneOf('人员类别', participantKinds)),
};
const waiting = { within: idOf<OrganizationId>('只看此党组织及其下级'), waitingSinceAtMost: day('等待起始日期不晚于') };
const queued = {
  ...paging,
  ...waiting,
  status: oneOf('申请状态', ['SUBMITTED', 'RETURNED']),
  onlyDoubtful: yesNo('只看存疑的'),
};
const queueFigure = { ...paging, ...waiting, figure: required(oneOf('统计项', ['submitted', 'returned', 'doubtful'])) };
const onDay = { on: day('截至日期；不填为最新') };

const named = { name: required(words('完整的姓名')), within: idOf<OrganizationId>('只看此党组织及其下级') };

type Namesake = VolunteerLine & { readonly maskedIdNumber: string | null };

interface NamedHistory extends VolunteerHistory {
  /** What the organizations, teams, activities and accounts in it are called today, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

@ApiTags('志愿者')
@Controller('api/volunteers')
export class VolunteerWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '志愿者登记', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, status, participantKind, ...asked }: Asked<typeof listed>,
  ): Promise<Page<VolunteerLine>> {
    const scope = await this.reading.listScope(actor, within);
    return volunteers(this.house.read, {
      ...asked,
      scope,
      statuses: status && [status],
      participantKinds: participantKind && [participantKind],
    });
  }

  /** F-09: nobody is taken for another because the name is the same. */
  @Shows('namesakes', '同名的人：单位、出生年月、编号和身份证号首尾，供辨认；不凭姓名认人', named)
  async namesakes(
    @Signed() { actor }: SignedIn,
    @Asking(named) { name, within }: Asked<typeof named>,
  ): Promise<{ items: readonly Namesake[] }> {
    const scope = await this.reading.listScope(actor, within);
    const found = await volunteers(this.house.read, { text: name, scope, pageSize: 200 });
    const items = found.items.filter((one) => one.name === name);
    const sealed = await sealedParticulars(this.house.read, {
      volunteerIds: items.map((one) => one.volunteerId),
      scope,
    });
    const numbers = await maskedIdNumbersOf(
      this.house.keys,
      items.map(({ volunteerId }) => sealed.find((one) => one.volunteerId === volunteerId)?.identity ?? []),
    );
    return { items: items.map((one, i) => ({ ...one, maskedIdNumber: numbers[i] ?? null })) };
  }

  @Shows('counts', '各状态、各类别的人数', filtered)
  async counts(
    @Signed() { actor }: SignedIn,
    @Asking(filtered) { within, ...asked }: Asked<typeof filtered>,
  ): Promise<{ items: readonly VolunteerCount[] }> {
    return {
      items: await volunteerCounts(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) }),
    };
  }

  @Shows('counts/entries', '人数的明细', figured)
  async countEntries(
    @Signed() { actor }: SignedIn,
    @Asking(figured) { within, ...asked }: Asked<typeof figured>,
  ): Promise<Page<VolunteerLine>> {
    return entriesOfVolunteerCount(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('applications', '待审核与退回的申请，等待最久的在前', queued)
  async applications(
    @Signed() { actor }: SignedIn,
    @Asking(queued) { within, ...asked }: Asked<typeof queued>,
  ): Promise<Page<WaitingApplication>> {
    return waitingApplications(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('applications/count', '待审核申请的数量', waiting)
  async applicationCount(
    @Signed() { actor }: SignedIn,
    @Asking(waiting) { within, ...asked }: Asked<typeof waiting>,
  ): Promise<WaitingCount> {
    return waitingCount(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('applications/count/entries', '待审核申请数量的明细', queueFigure)
  async applicationEntries(
    @Signed() { actor }: SignedIn,
    @Asking(queueFigure) { within, ...asked }: Asked<typeof queueFigure>,
  ): Promise<Page<WaitingApplication>> {
    return entriesOfWaitingCount(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows(':volunteerId', '一名志愿者的登记；本人可看自己的', onDay)
  async one(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(onDay) { on }: Asked<typeof onDay>,
  ): Promise<VolunteerRecord> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    return this.reading.found(actor, volunteerId, await volunteerRecord(this.house.read, { volunteerId, on, scope }));
  }

  @TakesLong()
  @Shows(':volunteerId/history', '从台账重放一个人的全部记录，逐流校验；本人可看自己的', onDay)
  async history(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(onDay) { on }: Asked<typeof onDay>,
  ): Promise<NamedHistory> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    await this.reading.found(actor, volunteerId, await volunteerRecord(this.house.read, { volunteerId, scope }));
    const history = await volunteerHistory(this.house, volunteerId, on && { day: on });
    return { ...history, names: await historyNames(this.house, history.items) };
  }
}
