import { Controller, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access/actor';
import { teamSheet } from '#libs/forms/team-sheet';
import type { TeamId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import type { Reader } from '#libs/projection-engine/paging';
import { teamIdsOfYear, teamYears } from '#projections/team-year/team-year.query';
import { Accepts } from '../docs/described.js';
import { TakesLong } from '../http/deadline.js';
import { Reading } from '../http/reading.js';
import { linesAtOnce } from '../http/register-file.js';
import { RegisterFiles, type Chosen, type FiledRegister, type Found } from '../http/register-files.js';
import { filtersOf } from '../http/register-filters.js';
import { ExportSelectionRequest, SelectTeamsRequest } from '../http/selection.requests.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';

const ofFile = { pageSize: linesAtOnce, pageSizeMax: linesAtOnce };

@ApiTags('志愿服务队')
@Controller('api/teams/selection')
export class TeamSelectionController {
  private readonly teams: FiledRegister = {
    ...{ register: 'teams', sheet: teamSheet, groups: [], unit: '支队' },
    find: (reader, actor, chosen) => this.find(reader, actor, chosen),
  };

  constructor(
    private readonly reading: Reading,
    private readonly files: RegisterFiles,
  ) {}

  @TakesLong()
  @Accepts('', SelectTeamsRequest, '选定符合条件的全部服务队，或勾选的几支：回答队数和凭据，半小时内有效')
  select(
    @Signed() { actor }: SignedIn,
    @Body(SelectTeamsRequest) { filters, text, teamIds }: SelectTeamsRequest,
  ): Promise<{ selection: string; count: number }> {
    return this.files.select(actor, this.teams, { filters, text, ids: teamIds });
  }

  @TakesLong()
  @Accepts('export', ExportSelectionRequest, '导出选定的服务队（CSV）；登记册在选定之后变了的，不导出')
  export(
    @Signed() { actor }: SignedIn,
    @Body(ExportSelectionRequest) asked: ExportSelectionRequest,
  ): Promise<StreamableFile> {
    return this.files.export(actor, this.teams, asked);
  }

  private async find(reader: Reader, actor: Actor, { filters, text, ids }: Chosen): Promise<Found> {
    const { kept, asked } = filtersOf('teams', filters);
    const { within, year = yearOf(this.reading.today()) } = asked;
    const scope = await this.reading.listScope(actor, within);
    const of = { year, scope, ...(await this.reading.targets(actor, year, within)) };
    const linesOf: Found['linesOf'] = async (from, some) =>
      (await teamYears(from, { ...of, teamIds: some as TeamId[], ...ofFile })).items.map((line) => ({ ...line }));
    const found = await teamIdsOfYear(reader, { ...of, text, teamIds: ids as readonly TeamId[] | undefined });
    return { kept, within, ids: found, linesOf };
  }
}
