import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access/actor';
import { organizationOfTeam } from '#libs/counter/team.desk';
import type { ActivityId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import type { AttendanceItem } from '#projections/activity-register/activity-register.query';
import { entriesOfRecordBook, recordBook, type RecordBookItem } from '#projections/activity-register/record-book.query';
import {
  planLines,
  planLineStates,
  planOfTeamYear,
  type PlanLineItem,
  type PlanOfTeamYear,
} from '#projections/annual-plan/annual-plan.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, oneOf, PathId, PathYear, sorted, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const planned = { ...sorted(['month', 'title', 'state']), state: oneOf('状态', planLineStates) };
const booked = sorted(['firstHeldOn', 'title', 'serviceMinutes']);
const bookEntries = { ...sorted(['servedOn', 'volunteerName']), activityId: idOf<ActivityId>('只看此活动') };

@ApiTags('年度活动计划')
@Controller('api/teams/:teamId/years/:year')
export class AnnualPlanWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('plan', '年度活动计划与落实情况', planned)
  async plan(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(planned) asked: Asked<typeof planned>,
  ): Promise<Page<PlanLineItem>> {
    return planLines(this.house.read, { ...asked, teamId, year, scope: await this.scopeOf(actor, teamId) });
  }

  @Shows('plan/figures', '计划落实数（明细见年度活动计划）')
  async figures(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
  ): Promise<PlanOfTeamYear> {
    return planOfTeamYear(this.house.read, { teamId, year, scope: await this.scopeOf(actor, teamId) });
  }

  @Shows('record-book', '活动记录册', booked)
  async book(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(booked) asked: Asked<typeof booked>,
  ): Promise<Page<RecordBookItem>> {
    return recordBook(this.house.read, { ...asked, teamId, year, scope: await this.scopeOf(actor, teamId) });
  }

  @Shows('record-book/entries', '活动记录册的参加人员与时长（明细）', bookEntries)
  async bookEntries(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(bookEntries) asked: Asked<typeof bookEntries>,
  ): Promise<Page<AttendanceItem>> {
    return entriesOfRecordBook(this.house.read, { ...asked, teamId, year, scope: await this.scopeOf(actor, teamId) });
  }

  /** The organization of the team and what lies below it; 404 for somebody who may not see it. */
  private async scopeOf(actor: Actor, teamId: TeamId): Promise<readonly OrganizationId[]> {
    const organizationId = await organizationOfTeam(this.house, teamId);
    return this.reading.scopeUnder(actor, await this.reading.found(actor, teamId, organizationId));
  }
}
