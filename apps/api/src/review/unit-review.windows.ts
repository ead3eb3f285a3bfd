import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { policyInForce } from '#libs/counter/policy-in-force';
import { analysisFrame } from '#libs/counter/unit-review.desk';
import type { Repetition } from '#libs/counter/review-repetition';
import { repeatAnalysis, repeatOrganizationReview, repeatRosterReview } from '#libs/counter/unit-review-repetition';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Page } from '#libs/projection-engine/paging';
import { analysisPeriods } from '#libs/review/unit-review.events';
import { analysisGroups, peopleOfAnalysis, type AnalysisPerson } from '#projections/participation/analysis.query';
import {
  rosterMovements,
  rosterMovementsBetween,
  type RosterMovementItem,
} from '#projections/roster/roster-movement.query';
import {
  organizationReviews,
  participationAnalyses,
  rosterReviews,
  type ParticipationAnalysisItem,
  type RosterReviewItem,
} from '#projections/unit-review/unit-review.query';
import type { OrganizationReviewRow } from '#projections/unit-review/unit-review.entity';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import {
  Asking,
  day,
  idOf,
  oneOf,
  paging,
  PathId,
  PathYear,
  required,
  sorted,
  wholeNumber,
  yesNo,
  type Asked,
} from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const within = idOf<OrganizationId>('只看此党组织及其下级');
const isOpen = yesNo('只看尚未确认或签署的');
const rosters = {
  ...sorted(['untilOn', 'additions', 'leavers']),
  within,
  half: wholeNumber('第几次调整', 1, 2),
  isOpen,
};
const analyses = {
  ...sorted(['serviceMinutes', 'participants', 'preparedOn']),
  within,
  period: oneOf('分析期', analysisPeriods),
  isOpen,
};
const yearly = { ...sorted(['serviceMinutes', 'participants', 'preparedOn']), within, isOpen };
const movements = {
  ...paging,
  sinceOn: required(day('上次核对日期')),
  untilOn: required(day('本次核对日期')),
  movement: oneOf('只看此类变动', rosterMovements),
};
const again = { half: required(wholeNumber('第几次调整', 1, 2)) };
const onceMore = { period: required(oneOf('分析期', analysisPeriods)) };
const group = {
  ...paging,
  period: required(oneOf('分析期', analysisPeriods)),
  group: required(oneOf('哪一项数字的明细', analysisGroups)),
};

@ApiTags('动态调整与汇总分析')
@Controller('api')
export class UnitReviewWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('roster-reviews/:year', '一年的动态调整', rosters)
  async rosters(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(rosters) { within: asked, ...rest }: Asked<typeof rosters>,
  ): Promise<Page<RosterReviewItem>> {
    return rosterReviews(this.house.read, { ...rest, year, scope: await this.reading.listScope(actor, asked) });
  }

  @Shows(
    'organizations/:organizationId/roster-movements',
    '两个日期之间花名册的变动明细：新增、离开、换队、类别变化、未变',
    movements,
  )
  async movements(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Asking(movements) asked: Asked<typeof movements>,
  ): Promise<Page<RosterMovementItem>> {
    return rosterMovementsBetween(this.house.read, {
      ...asked,
      organizationId,
      scope: await this.reading.scopeUnder(actor, organizationId),
    });
  }

  @Shows(
    'organizations/:organizationId/roster-reviews/:year/repetition',
    '审计：按所存位置从台账重算动态调整，是否一致',
    again,
  )
  async repeatRoster(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(again) { half }: Asked<typeof again>,
  ): Promise<Repetition> {
    await this.reading.assertSees(actor, organizationId);
    return this.reading.found(actor, organizationId, await repeatRosterReview(this.house, organizationId, year, half));
  }

  @Shows(
    'organizations/:organizationId/participation/:year/repetition',
    '审计：按所存位置从台账重算汇总分析，是否一致',
    onceMore,
  )
  async repeatAnalysis(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(onceMore) { period }: Asked<typeof onceMore>,
  ): Promise<Repetition> {
    await this.reading.assertSees(actor, organizationId);
    return this.reading.found(actor, organizationId, await repeatAnalysis(this.house, organizationId, year, period));
  }

  @Shows('participation-analyses/:year', '一年的参与情况汇总分析', analyses)
  async analyses(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(analyses) { within: asked, ...rest }: Asked<typeof analyses>,
  ): Promise<Page<ParticipationAnalysisItem>> {
    return participationAnalyses(this.house.read, { ...rest, year, scope: await this.reading.listScope(actor, asked) });
  }

  @Shows('organization-reviews/:year', '一年的党组织年度评议', yearly)
  async reviews(
    @Signed() { actor }: SignedIn,
    @PathYear('year') year: number,
    @Asking(yearly) { within: asked, ...rest }: Asked<typeof yearly>,
  ): Promise<Page<OrganizationReviewRow>> {
    return organizationReviews(this.house.read, { ...rest, year, scope: await this.reading.listScope(actor, asked) });
  }

  @Shows(
    'organizations/:organizationId/annual-reviews/:year/repetition',
    '审计：按所存位置从台账重算党组织评议，是否一致',
  )
  async repeatReview(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
  ): Promise<Repetition> {
    await this.reading.assertSees(actor, organizationId);
    return this.reading.found(actor, organizationId, await repeatOrganizationReview(this.house, organizationId, year));
  }

  @Shows('organizations/:organizationId/participation/:year', '汇总分析各项数字的人员明细，按现在的台账', group)
  async people(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathYear('year') year: number,
    @Asking(group) { period, ...asked }: Asked<typeof group>,
  ): Promise<Page<AnalysisPerson>> {
    const scope = await this.reading.scopeUnder(actor, organizationId);
    const [analysis] = (await participationAnalyses(this.house.read, { year, period, organizationId, scope })).items;
    const [fromOn, untilOn] = [`${year}-01-01`, `${year}-${period === 'YEAR' ? '12-31' : '06-30'}`] as [
      LocalDate,
      LocalDate,
    ];
    const { rules } = await policyInForce(this.house, organizationId, untilOn);
    return peopleOfAnalysis(this.house.read, {
      ...asked,
      fromOn,
      untilOn,
      minutesMin: analysis?.minutesMin ?? analysisFrame(rules, year, period).minutesMin,
      scope,
    });
  }
}
