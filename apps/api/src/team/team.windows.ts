import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organizationOfTeam } from '#libs/counter/team.desk';
import type { ActivityId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  entriesOfVolunteerCount,
  teamMismatches,
  type CountedVolunteerLine,
  type TeamLine,
} from '#projections/team-register/team-register.query';
import {
  activitiesOfTeamYear,
  membersOfTeamYear,
  teamYearOf,
  type TeamActivityItem,
  type TeamMemberItem,
  type TeamYearItem,
} from '#projections/team-year/team-year.query';
import {
  leaderTerms,
  serviceGroups,
  type GroupLine,
  type TermLine,
} from '#projections/team-leadership/team-leadership.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, idOf, paging, PathId, PathYear, sorted, type Asked } from '../http/asked.js';
import { Reading, withoutSealed } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const onDay = { ...paging, on: day('截至日期，默认今天') };
const mismatched = { ...onDay, within: idOf<OrganizationId>('只看此党组织及其下级') };
const activitiesListed = sorted(['members', 'serviceMinutes', 'title']);
const membersListed = {
  ...sorted(['name', 'activities', 'serviceMinutes']),
  activityId: idOf<ActivityId>('只看此活动'),
};

@ApiTags('志愿服务队')
@Controller('api/teams')
export class TeamWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('mismatches', '上报的登记表与台账不一致的服务队', mismatched)
  async mismatches(
    @Signed() { actor }: SignedIn,
    @Asking(mismatched) { within, on = this.reading.today(), ...asked }: Asked<typeof mismatched>,
  ): Promise<Page<Omit<TeamLine, 'sealedLeaderContact'>>> {
    const scope = await this.reading.listScope(actor, within);
    return withoutSealed(await teamMismatches(this.house.read, { ...asked, on, scope }), 'sealedLeaderContact');
  }

  @Shows(':teamId/volunteers', '服务队志愿者人数的明细', onDay)
  async volunteers(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @Asking(onDay) { on = this.reading.today(), ...asked }: Asked<typeof onDay>,
  ): Promise<Page<CountedVolunteerLine>> {
    const { scope } = await this.place(actor, teamId);
    return entriesOfVolunteerCount(this.house.read, { ...asked, teamId, on, scope });
  }

  @Shows(':teamId/leader-terms', '历任队长和其间的空缺', paging)
  async terms(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<TermLine>> {
    const { scope } = await this.place(actor, teamId);
    return leaderTerms(this.house.read, { ...asked, teamId, scope });
  }

  @Shows(':teamId/groups', '服务小组和现在的成员', paging)
  async groups(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<GroupLine>> {
    const { scope } = await this.place(actor, teamId);
    return serviceGroups(this.house.read, { ...asked, teamId, scope });
  }

  @Shows(':teamId/years/:year', '服务队的一年：活动次数、人数、时长与目标')
  async year(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
  ): Promise<TeamYearItem> {
    const { scope, organizationId } = await this.place(actor, teamId);
    const targets = await this.reading.targets(actor, year, organizationId);
    return this.reading.found(actor, teamId, await teamYearOf(this.house.read, { teamId, year, scope, ...targets }));
  }

  @Shows(':teamId/years/:year/activities', '活动次数与时长的明细', activitiesListed)
  async activities(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(activitiesListed) asked: Asked<typeof activitiesListed>,
  ): Promise<Page<TeamActivityItem>> {
    const { scope, organizationId } = await this.place(actor, teamId);
    const { membersMin } = await this.reading.targets(actor, year, organizationId);
    return activitiesOfTeamYear(this.house.read, { ...asked, teamId, year, membersMin, scope });
  }

  @Shows(':teamId/years/:year/members', '参加人数的明细', membersListed)
  async members(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(membersListed) asked: Asked<typeof membersListed>,
  ): Promise<Page<TeamMemberItem>> {
    return membersOfTeamYear(this.house.read, {
      ...asked,
      teamId,
      year,
      scope: (await this.place(actor, teamId)).scope,
    });
  }

  /** A team of another organization is not there. */
  private async place(
    actor: SignedIn['actor'],
    teamId: TeamId,
  ): Promise<{ organizationId: OrganizationId; scope: readonly OrganizationId[] }> {
    const organizationId = await this.reading.found(actor, teamId, await organizationOfTeam(this.house, teamId));
    await this.reading.assertSees(actor, organizationId);
    return { organizationId, scope: await this.reading.scope(actor) };
  }
}
