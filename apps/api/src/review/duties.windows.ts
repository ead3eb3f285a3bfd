import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organizationOfTeam } from '#libs/counter/team.desk';
import type { TeamId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import type { TeamDutiesMeeting } from '#projections/team-duties/team-duties.entity';
import { quarterlyMeetings, tenHavesChecks, type TenHavesItem } from '#projections/team-duties/team-duties.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, paging, PathId, PathYear, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

@ApiTags('例会与十有')
@Controller('api/teams/:teamId')
export class DutiesWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('quarterly-meetings/:year', '一支服务队一年的工作例会', paging)
  async meetings(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<TeamDutiesMeeting>> {
    return quarterlyMeetings(this.house.read, { ...asked, teamId, year, scope: await this.scopeOf(actor, teamId) });
  }

  @Shows('ten-haves/:year', '一支服务队一年的“十有”自查，最近的在前', paging)
  async tenHaves(
    @Signed() { actor }: SignedIn,
    @PathId('teamId') teamId: TeamId,
    @PathYear('year') year: number,
    @Asking(paging) asked: Asked<typeof paging>,
  ): Promise<Page<TenHavesItem>> {
    return tenHavesChecks(this.house.read, { ...asked, teamId, year, scope: await this.scopeOf(actor, teamId) });
  }

  /** Whoever sees the team sees all its years: a team that moved takes its own records along. */
  private async scopeOf(actor: SignedIn['actor'], teamId: TeamId): Promise<undefined> {
    const organizationId = await this.reading.found(actor, teamId, await organizationOfTeam(this.house, teamId));
    await this.reading.assertSees(actor, organizationId);
  }
}
