import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { placeOf } from '#libs/activity/span';
import { recordsOfPerson } from '#libs/counter/person-hours';
import { policyInForce } from '#libs/counter/policy-in-force';
import { requiredDayWindows } from '#libs/counter/required-day-windows';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Page } from '#libs/projection-engine/paging';
import { openSessions, type OpenSessionItem } from '#projections/sign-up-list/open-sessions.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, PathId, sorted, yesNo, type Asked } from '../http/asked.js';
import { isOwn, Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const listed = {
  ...sorted(['heldOn', 'title', 'freePlaces']),
  from: day('活动日期不早于'),
  until: day('活动日期不晚于'),
  ownTeam: yesNo('是否本人所在服务队的活动'),
  mine: yesNo('本人是否已报名或候补'),
  withRoom: yesNo('是否还有名额'),
};

/** Where a volunteer finds what they can still sign up for; those who keep their records see the same, to help. */
@ApiTags('活动')
@Controller('api/volunteers/:volunteerId/open-sessions')
export class OpenSessionWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '可以报名的场次：本人所在服务队的和面向所有人的，含名额、候补、所需技能和规定日；本人可看自己的', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(listed) asked: Asked<typeof listed>,
  ): Promise<Page<OpenSessionItem>> {
    if (!isOwn(actor, volunteerId)) await this.reading.assertSeesVolunteer(actor, volunteerId);
    const home = await organizationOfVolunteer(this.house, volunteerId);
    const organizationId = await this.reading.found(actor, volunteerId, home);
    const now = placeOf({ at: this.reading.now(), today: this.reading.today() });
    const windows = await this.windows(organizationId, Number(now.on.slice(0, 4)));
    const records = await recordsOfPerson(this.house, volunteerId);
    return openSessions(this.house.read, { ...asked, records, now, windows });
  }

  /** Of this year and the next, by the pack in force at the end of each for the unit of the person. */
  private async windows(organizationId: OrganizationId, year: number) {
    const ofYear = async (one: number) => {
      const { rules } = await policyInForce(this.house, organizationId, `${one}-12-31` as LocalDate);
      return requiredDayWindows(rules, one);
    };
    return (await Promise.all([year, year + 1].map(ofYear))).flat();
  }
}
