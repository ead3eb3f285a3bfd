import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { packInForce } from '#libs/counter/policy-in-force';
import { organizationOfTeam } from '#libs/counter/team.desk';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { PolicyRules } from '#libs/policy/policy-pack';
import {
  annualReviewOf,
  countByConclusion,
  type AnnualReviewItem,
  type ConclusionCount,
} from '#projections/annual-review/annual-review.query';
import { paceByMonth, type Pace } from '#projections/participation/pace.query';
import { yearOfPerson, type YearOfPerson } from '#projections/participation/person.query';
import { starStandingOf, type StarStandingItem } from '#projections/star-standing/star-standing.query';
import {
  participationAnalyses,
  rosterReviews,
  type ParticipationAnalysisItem,
  type RosterReviewItem,
} from '#projections/unit-review/unit-review.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { PathId, PathYear } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

interface VolunteerSheet {
  readonly person: YearOfPerson;
  readonly pace: Pace;
  readonly stars: Pick<StarStandingItem, 'awards' | 'awardedStars'> | null;
  /** Null before one was prepared. */
  readonly review: AnnualReviewItem | null;
}

interface TeamSheet {
  readonly pace: Pace;
  readonly review: AnnualReviewItem | null;
}

interface OrganizationSheet {
  readonly rosterReviews: readonly RosterReviewItem[];
  readonly analyses: readonly ParticipationAnalysisItem[];
  readonly volunteerConclusions: readonly ConclusionCount[];
  readonly teamConclusions: readonly ConclusionCount[];
}

type Actor = SignedIn['actor'];

/** A year on one sheet, for the democratic appraisal and the like (H-39): facts, no score and no verdict; each figure has its entries elsewhere. */
@ApiTags('年度评议')
@Controller('api')
export class SheetWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('volunteers/:volunteerId/sheets/:year', '个人年度评议表：只列事实；本人可看自己的')
  async ofVolunteer(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @PathYear('year') year: number,
  ): Promise<VolunteerSheet> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    const person = await this.reading.found(
      actor,
      volunteerId,
      await yearOfPerson(this.house.read, { volunteerId, year, scope }),
    );
    const rules = await this.rules(actor, volunteerId, person.organizationId, year);
    const target = rules.volunteerServiceMinutesPerYearMin?.value ?? null;
    const asked = {
      volunteerId,
      on: this.lastDay(year),
      target,
      scope,
      membersMin: rules.activityTeamMembersMin.value,
    };
    const stars = await starStandingOf(this.house.read, { volunteerId, scope });
    return {
      person,
      pace: await paceByMonth(this.house.read, asked),
      stars: stars ? { awards: stars.awards, awardedStars: stars.awardedStars } : null,
      review: (await annualReviewOf(this.house.read, { subjectId: volunteerId, year, scope })) ?? null,
    };
  }

  @Shows('teams/:teamId/sheets/:year', '服务队年度评议表：只列事实')
  async ofTeam(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
  ): Promise<TeamSheet> {
    const scope = await this.reading.scope(actor);
    const owner = await organizationOfTeam(this.house, teamId);
    const seen = owner !== undefined && scope.includes(owner) ? owner : undefined;
    const rules = await this.rules(actor, teamId, seen, year);
    const target = rules.teamActivitiesPerYearMin?.value ?? null;
    const asked = { teamId, on: this.lastDay(year), target, scope, membersMin: rules.activityTeamMembersMin.value };
    return {
      pace: await paceByMonth(this.house.read, asked),
      review: (await annualReviewOf(this.house.read, { subjectId: teamId, year, scope })) ?? null,
    };
  }

  @Shows('organizations/:organizationId/sheets/:year', '党组织年度评议表：动态调整、汇总分析、各结论数量')
  async ofOrganization(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
  ): Promise<OrganizationSheet> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const own = { year, organizationId, scope };
    return {
      rosterReviews: (await rosterReviews(this.house.read, own)).items,
      analyses: (await participationAnalyses(this.house.read, own)).items,
      volunteerConclusions: await countByConclusion(this.house.read, { year, scope, subjectKind: 'volunteer' }),
      teamConclusions: await countByConclusion(this.house.read, { year, scope, subjectKind: 'team' }),
    };
  }

  /** Of the rules in force at the end of the year; 404 where there are none or the asker does not see the owner. */
  private async rules(
    actor: Actor,
    id: string,
    organizationId: OrganizationId | null | undefined,
    year: number,
  ): Promise<PolicyRules> {
    const pack = organizationId
      ? await packInForce(this.house, organizationId, `${year}-12-31` as LocalDate)
      : undefined;
    return (await this.reading.found(actor, id, pack)).rules;
  }

  private lastDay(year: number): LocalDate {
    const last = `${year}-12-31` as LocalDate;
    const today = this.reading.today();
    return today < last && today >= `${year}-01-01` ? today : last;
  }
}
