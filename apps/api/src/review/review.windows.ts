import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { repeatTeamReview, repeatVolunteerReview, type Repetition } from '#libs/counter/review-repetition';
import type { Page } from '#libs/projection-engine/paging';
import { volunteerConclusions } from '#libs/review/review.events';
import {
  annualReviewOf,
  annualReviews,
  countByConclusion,
  type AnnualReviewItem,
  type ConclusionCount,
} from '#projections/annual-review/annual-review.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, oneOf, PathId, PathYear, required, sorted, yesNo, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const filtered = {
  subjectKind: required(oneOf('评议对象', ['volunteer', 'team'])),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
};
const listed = {
  ...sorted(['name', 'serviceMinutes', 'activities', 'preparedOn', 'conclusion']),
  ...filtered,
  conclusion: oneOf('评议结论', volunteerConclusions),
  unconfirmed: yesNo('只看尚未确认的'),
};

@ApiTags('年度评议')
@Controller('api/reviews')
export class ReviewWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('years/:year', '一年的评议（各结论数量的明细）', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(listed) { within, unconfirmed, conclusion, ...asked }: Asked<typeof listed>,
  ): Promise<Page<AnnualReviewItem>> {
    const scope = await this.reading.listScope(actor, within);
    return annualReviews(this.house.read, { ...asked, year, scope, conclusion: unconfirmed ? null : conclusion });
  }

  @Shows('years/:year/counts', '各结论的数量', filtered)
  async counts(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(filtered) { within, subjectKind }: Asked<typeof filtered>,
  ): Promise<{ items: readonly ConclusionCount[] }> {
    return {
      items: await countByConclusion(this.house.read, {
        year,
        subjectKind,
        scope: await this.reading.listScope(actor, within),
      }),
    };
  }

  @Shows('volunteers/:volunteerId/:year', '一名志愿者的年度评议；本人可看自己的')
  async ofVolunteer(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') subjectId: VolunteerId,
    @PathYear('year') year: number,
  ): Promise<AnnualReviewItem> {
    const scope = await this.reading.scopeFor(actor, subjectId);
    return this.reading.found(actor, subjectId, await annualReviewOf(this.house.read, { subjectId, year, scope }));
  }

  @Shows('volunteers/:volunteerId/:year/repetition', '审计：按所存位置从台账重算志愿者评议，是否一致')
  async repeatVolunteer(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') subjectId: VolunteerId,
    @PathYear('year') year: number,
  ): Promise<Repetition> {
    const scope = await this.reading.scopeFor(actor, subjectId);
    await this.reading.found(actor, subjectId, await annualReviewOf(this.house.read, { subjectId, year, scope }));
    return this.reading.found(actor, subjectId, await repeatVolunteerReview(this.house, subjectId, year));
  }

  @Shows('teams/:teamId/:year/repetition', '审计：按所存位置从台账重算服务队评议，是否一致')
  async repeatTeam(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') subjectId: TeamId,
    @PathYear('year') year: number,
  ): Promise<Repetition> {
    const scope = await this.reading.scope(actor);
    await this.reading.found(actor, subjectId, await annualReviewOf(this.house.read, { subjectId, year, scope }));
    return this.reading.found(actor, subjectId, await repeatTeamReview(this.house, subjectId, year));
  }

  @Shows('teams/:teamId/:year', '一支服务队的年度评议')
  async ofTeam(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') subjectId: TeamId,
    @PathYear('year') year: number,
  ): Promise<AnnualReviewItem> {
    const scope = await this.reading.scope(actor);
    return this.reading.found(actor, subjectId, await annualReviewOf(this.house.read, { subjectId, year, scope }));
  }
}
