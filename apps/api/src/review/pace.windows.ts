import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { policyInForce } from '#libs/counter/policy-in-force';
import { organizationOfTeam } from '#libs/counter/team.desk';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { PolicyRules } from '#libs/policy/policy-pack';
import type { Page } from '#libs/projection-engine/paging';
import { entriesOfPace, paceByMonth, type Pace, type PaceEntry } from '#projections/participation/pace.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, day, paging, PathId, required, wholeNumber, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const pace = { on: day('查看日期；不填为今天') };
const entries = { ...paging, ...pace, month: required(wholeNumber('月份', 1, 12)) };

/** How a year goes, month by month, for one person or one team. */
@ApiTags('参与情况')
@Controller('api')
export class PaceWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('volunteers/:volunteerId/pace', '一名志愿者各月时长、应达进度与年底预计；本人可看自己的', pace)
  async ofVolunteer(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(pace) { on = this.reading.today() }: Asked<typeof pace>,
  ): Promise<Pace> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    const rules = await this.rules(
      await this.seen(actor, volunteerId, scope, await organizationOfVolunteer(this.house, volunteerId)),
      on,
    );
    const target = rules.volunteerServiceMinutesPerYearMin?.value ?? null;
    return paceByMonth(this.house.read, {
      volunteerId,
      on,
      target,
      scope,
      membersMin: rules.activityTeamMembersMin.value,
    });
  }

  @Shows('volunteers/:volunteerId/pace/entries', '某月时长的明细', entries)
  async entriesOfVolunteer(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(entries) { on = this.reading.today(), ...asked }: Asked<typeof entries>,
  ): Promise<Page<PaceEntry>> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    await this.seen(actor, volunteerId, scope, await organizationOfVolunteer(this.house, volunteerId));
    return entriesOfPace(this.house.read, { ...asked, volunteerId, on, scope });
  }

  @Shows('teams/:teamId/pace', '一支服务队各月活动次数、应达进度与年底预计', pace)
  async ofTeam(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @Asking(pace) { on = this.reading.today() }: Asked<typeof pace>,
  ): Promise<Pace> {
    const scope = await this.reading.scope(actor);
    const rules = await this.rules(
      await this.seen(actor, teamId, scope, await organizationOfTeam(this.house, teamId)),
      on,
    );
    const target = rules.teamActivitiesPerYearMin?.value ?? null;
    return paceByMonth(this.house.read, { teamId, on, target, scope, membersMin: rules.activityTeamMembersMin.value });
  }

  @Shows('teams/:teamId/pace/entries', '某月时长的明细', entries)
  async entriesOfTeam(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @Asking(entries) { on = this.reading.today(), ...asked }: Asked<typeof entries>,
  ): Promise<Page<PaceEntry>> {
    const scope = await this.reading.scope(actor);
    await this.seen(actor, teamId, scope, await organizationOfTeam(this.house, teamId));
    return entriesOfPace(this.house.read, { ...asked, teamId, on, scope });
  }

  /** The organization of what was asked about, where the asker may see it. */
  private seen(
    actor: SignedIn['actor'],
    id: string,
    scope: readonly OrganizationId[] | undefined,
    organizationId: OrganizationId | undefined,
  ): Promise<OrganizationId> {
    const isSeen = organizationId !== undefined && (scope?.includes(organizationId) ?? true);
    return this.reading.found(actor, id, isSeen ? organizationId : undefined);
  }

  private async rules(organizationId: OrganizationId, on: LocalDate): Promise<PolicyRules> {
    return (await policyInForce(this.house, organizationId, `${yearOf(on)}-12-31` as LocalDate)).rules;
  }
}
