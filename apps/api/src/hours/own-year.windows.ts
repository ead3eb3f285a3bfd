import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  entriesOfStarStanding,
  starStandingOf,
  starStandings,
  yearsOfStarStanding,
  type StarEntry,
  type StarStandingItem,
  type StarYear,
} from '#projections/star-standing/star-standing.query';
import { entriesOfVolunteerYear, type HoursEntryItem } from '#projections/volunteer-year/hours-entry.query';
import { volunteerYearOf, type VolunteerYearItem } from '#projections/volunteer-year/volunteer-year.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, paging, PathId, PathYear, sorted, wholeNumber, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const entriesListed = sorted(['servedOn', 'serviceMinutes', 'state']);
const starEntries = { ...paging, year: wholeNumber('只看此年度', 2000, 2200) };
const standings = {
  ...sorted(['serviceMinutes', 'volunteerNumber', 'name']),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
};

/** One person's years and stars: for those who read the unit, and for the volunteer's own. */
@ApiTags('个人时长与星级')
@Controller('api')
export class OwnYearWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('volunteers/:volunteerId/years/:year', '一名志愿者的一年；本人可看自己的')
  async year(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @PathYear('year') year: number,
  ): Promise<VolunteerYearItem> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    const organizationId = await this.reading.found(
      actor,
      volunteerId,
      await organizationOfVolunteer(this.house, volunteerId),
    );
    const { targetMinutes } = await this.reading.targets(actor, year, organizationId);
    return this.reading.found(
      actor,
      volunteerId,
      await volunteerYearOf(this.house.read, { volunteerId, year, targetMinutes, scope }),
    );
  }

  @Shows('volunteers/:volunteerId/years/:year/entries', '一年时长的明细，含冲突与已冲销的', entriesListed)
  async entries(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @PathYear('year') year: number,
    @Asking(entriesListed) asked: Asked<typeof entriesListed>,
  ): Promise<Page<HoursEntryItem>> {
    const scope = await this.visible(actor, volunteerId);
    return entriesOfVolunteerYear(this.house.read, { ...asked, volunteerId, year, scope });
  }

  @Shows('volunteers/:volunteerId/stars', '累计时长可以申报的星级；由人认定')
  async stars(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
  ): Promise<StarStandingItem> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    return this.reading.found(actor, volunteerId, await starStandingOf(this.house.read, { volunteerId, scope }));
  }

  @Shows('volunteers/:volunteerId/stars/years', '累计时长的各年明细', paging)
  async starYears(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<StarYear>> {
    return yearsOfStarStanding(this.house.read, {
      ...asked,
      volunteerId,
      scope: await this.visible(actor, volunteerId),
    });
  }

  @Shows('volunteers/:volunteerId/stars/entries', '累计时长的逐条明细', starEntries)
  async starEntries(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(starEntries) asked: Asked<typeof starEntries>,
  ): Promise<Page<StarEntry>> {
    return entriesOfStarStanding(this.house.read, {
      ...asked,
      volunteerId,
      scope: await this.visible(actor, volunteerId),
    });
  }

  @Shows('stars', '各志愿者累计时长可以申报的星级', standings)
  async standings(
    @Signed() { actor }: SignedIn,
    @Asking(standings) { within, ...asked }: Asked<typeof standings>,
  ): Promise<Page<StarStandingItem>> {
    return starStandings(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  /** A list of nothing would not say whether there is such a person; 404 says no more than that there is none for the asker. */
  private async visible(
    actor: SignedIn['actor'],
    volunteerId: VolunteerId,
  ): Promise<readonly OrganizationId[] | undefined> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    await this.reading.found(actor, volunteerId, await starStandingOf(this.house.read, { volunteerId, scope }));
    return scope;
  }
}
