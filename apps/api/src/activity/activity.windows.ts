import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ActivityId, OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  activities,
  activityInFull,
  activitySorts,
  attendancesOfActivity,
  type ActivityInFull,
  type ActivityItem,
  type AttendanceItem,
} from '#projections/activity-register/activity-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, PathId, sorted, wholeNumber, words, yesNo, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const listed = {
  ...sorted(activitySorts),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  teamId: idOf<TeamId>('服务队'),
  year: wholeNumber('年度', 2000, 2200),
  cancelled: yesNo('是否已取消'),
  text: words('活动名称中的文字，或其拼音、首字母'),
};
const attended = {
  ...sorted(['servedOn', 'volunteerName', 'serviceMinutes', 'state']),
  sessionId: idOf<SessionId>('场次'),
  volunteerId: idOf<VolunteerId>('志愿者'),
};

@ApiTags('活动')
@Controller('api/activities')
export class ActivityWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '活动情况登记簿', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, ...asked }: Asked<typeof listed>,
  ): Promise<Page<ActivityItem>> {
    return activities(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows(':activityId', '一项活动及其场次')
  async one(@Signed() { actor }: SignedIn, @PathId('activityId') activityId: ActivityId): Promise<ActivityInFull> {
    const scope = await this.reading.scope(actor);
    return this.reading.found(actor, activityId, await activityInFull(this.house.read, { activityId, scope }));
  }

  @Shows(':activityId/attendances', '参加人员与时长（活动时长的明细）', attended)
  async attendances(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @Asking(attended) asked: Asked<typeof attended>,
  ): Promise<Page<AttendanceItem>> {
    const scope = await this.reading.scope(actor);
    await this.reading.found(actor, activityId, await activityInFull(this.house.read, { activityId, scope }));
    return attendancesOfActivity(this.house.read, { ...asked, activityId, scope });
  }
}
