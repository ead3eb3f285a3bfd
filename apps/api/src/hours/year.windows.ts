import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { provenances } from '#libs/hours/hours.events';
import type { ActivityId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import { teamsUnderTarget, teamYears, teamYearSorts, type TeamYearItem } from '#projections/team-year/team-year.query';
import {
  entriesOfSlice,
  minutesByActivity,
  minutesByMonth,
  minutesByTeam,
  minutesByVolunteer,
  type ActivitySum,
  type HoursEntryItem,
  type LedgerSlice,
  type MonthSum,
  type TeamSum,
  type VolunteerSum,
} from '#projections/volunteer-year/hours-entry.query';
import {
  correctedEntries,
  lateShareByTeam,
  minutesByProvenance,
  type LateShare,
  type ProvenanceSum,
} from '#projections/volunteer-year/hours-watch.query';
import {
  shortfallOfYear,
  volunteerYears,
  type VolunteerYearItem,
} from '#projections/volunteer-year/volunteer-year.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import {
  Asking,
  day,
  idOf,
  oneOf,
  paging,
  PathYear,
  sorted,
  wholeNumber,
  words,
  yesNo,
  type Asked,
} from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const within = idOf<OrganizationId>('只看此党组织及其下级');
const people = {
  ...sorted(['volunteerNumber', 'name', 'serviceMinutes', 'activities']),
  within,
  teamId: idOf<TeamId>('主队'),
};
const behind = { ...people, onPaceOf: day('按此日应达到的进度；不填按全年') };
const under = { ...sorted(teamYearSorts), within };
const teams = { ...under, text: words('队名中的文字，或其拼音、首字母（xlf 可找到学雷锋队）') };
const slice = {
  within,
  month: wholeNumber('月份', 1, 12),
  volunteerId: idOf<VolunteerId>('志愿者'),
  teamId: idOf<TeamId>('服务队'),
  activityId: idOf<ActivityId>('活动'),
  provenance: oneOf('来源等级', provenances),
  late: yesNo('是否逾期登记'),
};
const sums = { ...paging, ...slice };
const entries = { ...sorted(['servedOn', 'serviceMinutes', 'state']), ...slice };

/** A year over many people: sums, and beside each the entries that make it up. */
@ApiTags('年度时长')
@Controller('api/years')
export class YearWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows(':year/volunteers', '每名志愿者的一年：时长、活动次数与目标', people)
  async volunteers(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(people) { within, ...asked }: Asked<typeof people>,
  ): Promise<Page<VolunteerYearItem>> {
    const { targetMinutes } = await this.reading.targets(actor, year, within);
    return volunteerYears(this.house.read, {
      ...asked,
      year,
      targetMinutes,
      scope: await this.reading.listScope(actor, within),
    });
  }

  @Shows(':year/shortfall', '未达年度时长的志愿者，供人核对，不是结论', behind)
  async shortfall(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(behind) { within, ...asked }: Asked<typeof behind>,
  ): Promise<Page<VolunteerYearItem>> {
    const scope = await this.reading.listScope(actor, within);
    const { targetMinutes } = await this.reading.targets(actor, year, within);
    if (targetMinutes === null) throw new Problem('not_found', { detail: '现行规则包没有规定年度时长。' });
    return shortfallOfYear(this.house.read, { ...asked, year, targetMinutes, scope });
  }

  @Shows(':year/teams', '每支服务队的一年：活动次数、人数、时长与目标', teams)
  async teams(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(teams) { within, ...asked }: Asked<typeof teams>,
  ): Promise<Page<TeamYearItem>> {
    const scope = await this.reading.listScope(actor, within);
    return teamYears(this.house.read, { ...asked, year, scope, ...(await this.reading.targets(actor, year, within)) });
  }

  @Shows(':year/teams-under-target', '活动次数未达目标的服务队', under)
  async underTarget(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(under) { within, ...asked }: Asked<typeof under>,
  ): Promise<Page<TeamYearItem>> {
    const scope = await this.reading.listScope(actor, within);
    const { targetActivities, ...targets } = await this.reading.targets(actor, year, within);
    if (targetActivities === null) throw new Problem('not_found', { detail: '现行规则包没有规定活动次数。' });
    return teamsUnderTarget(this.house.read, { ...asked, ...targets, targetActivities, year, scope });
  }

  @Shows(':year/entries', '时长合计的明细：已计入且未冲销的时长记录', entries)
  async entries(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(entries) asked: Asked<typeof entries>,
  ): Promise<Page<HoursEntryItem>> {
    return entriesOfSlice(this.house.read, { ...asked, ...(await this.slice(actor, year, asked)) });
  }

  @Shows(':year/minutes-by-month', '各月时长', slice)
  async byMonth(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(slice) asked: Asked<typeof slice>,
  ): Promise<{ items: readonly MonthSum[] }> {
    return { items: await minutesByMonth(this.house.read, await this.slice(actor, year, asked)) };
  }

  @Shows(':year/minutes-by-volunteer', '各人时长', sums)
  async byVolunteer(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(sums) asked: Asked<typeof sums>,
  ): Promise<Page<VolunteerSum>> {
    return minutesByVolunteer(this.house.read, { ...asked, ...(await this.slice(actor, year, asked)) });
  }

  @Shows(':year/minutes-by-team', '各队时长', sums)
  async byTeam(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(sums) asked: Asked<typeof sums>,
  ): Promise<Page<TeamSum>> {
    return minutesByTeam(this.house.read, { ...asked, ...(await this.slice(actor, year, asked)) });
  }

  @Shows(':year/minutes-by-activity', '各活动时长', sums)
  async byActivity(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(sums) asked: Asked<typeof sums>,
  ): Promise<Page<ActivitySum>> {
    return minutesByActivity(this.house.read, { ...asked, ...(await this.slice(actor, year, asked)) });
  }

  @Shows(':year/minutes-by-provenance', '各来源等级的时长；外部与结转的单列', slice)
  async byProvenance(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(slice) asked: Asked<typeof slice>,
  ): Promise<{ items: readonly ProvenanceSum[] }> {
    return { items: await minutesByProvenance(this.house.read, await this.slice(actor, year, asked)) };
  }

  @Shows(':year/corrected-entries', '已记入后又冲销的时长记录（late-share-by-team 中更正数的明细）', entries)
  async corrected(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(entries) asked: Asked<typeof entries>,
  ): Promise<Page<HoursEntryItem>> {
    return correctedEntries(this.house.read, { ...asked, ...(await this.slice(actor, year, asked)) });
  }

  @Shows(
    ':year/late-share-by-team',
    '各队逾期登记、自报、更正的时长；明细见 entries?late=true 和 corrected-entries',
    sums,
  )
  async lateShare(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(sums) asked: Asked<typeof sums>,
  ): Promise<Page<LateShare>> {
    return lateShareByTeam(this.house.read, { ...asked, ...(await this.slice(actor, year, asked)) });
  }

  private async slice(actor: SignedIn['actor'], year: number, asked: Asked<typeof slice>): Promise<LedgerSlice> {
    const { within, month, volunteerId, teamId, activityId, provenance, late } = asked;
    const scope = await this.reading.listScope(actor, within);
    return { year, month, volunteerId, teamId, activityId, provenance, late, scope };
  }
}
