import { Controller, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access/actor';
import { activitySheet } from '#libs/forms/activity-sheet';
import type { ActivityId } from '#libs/kernel/ids';
import type { Reader } from '#libs/projection-engine/paging';
import { activities, activityIdsOf } from '#projections/activity-register/activity-register.query';
import { Accepts } from '../docs/described.js';
import { TakesLong } from '../http/deadline.js';
import { Reading } from '../http/reading.js';
import { linesAtOnce } from '../http/register-file.js';
import { RegisterFiles, type Chosen, type FiledRegister, type Found } from '../http/register-files.js';
import { filtersOf } from '../http/register-filters.js';
import { ExportSelectionRequest, SelectActivitiesRequest } from '../http/selection.requests.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';

const ofFile = { pageSize: linesAtOnce, pageSizeMax: linesAtOnce };

@ApiTags('活动')
@Controller('api/activities/selection')
export class ActivitySelectionController {
  private readonly activities: FiledRegister = {
    ...{ register: 'activities', sheet: activitySheet, groups: ['free'], unit: '项活动' },
    find: (reader, actor, chosen) => this.find(reader, actor, chosen),
  };

  constructor(
    private readonly reading: Reading,
    private readonly files: RegisterFiles,
  ) {}

  @TakesLong()
  @Accepts('', SelectActivitiesRequest, '选定符合条件的全部活动，或勾选的几项：回答项数和凭据，半小时内有效')
  select(
    @Signed() { actor }: SignedIn,
    @Body(SelectActivitiesRequest) { filters, text, activityIds }: SelectActivitiesRequest,
  ): Promise<{ selection: string; count: number }> {
    return this.files.select(actor, this.activities, { filters, text, ids: activityIds });
  }

  @TakesLong()
  @Accepts('export', ExportSelectionRequest, '导出选定的活动（CSV）；登记册在选定之后变了的，不导出')
  export(
    @Signed() { actor }: SignedIn,
    @Body(ExportSelectionRequest) asked: ExportSelectionRequest,
  ): Promise<StreamableFile> {
    return this.files.export(actor, this.activities, asked);
  }

  private async find(reader: Reader, actor: Actor, { filters, text, ids }: Chosen): Promise<Found> {
    const { kept, asked } = filtersOf('activities', filters);
    const { within, sort: _sort, descending: _descending, ...narrowed } = asked;
    const scope = await this.reading.listScope(actor, within);
    const activityIds = ids as readonly ActivityId[] | undefined;
    const linesOf: Found['linesOf'] = async (from, some) =>
      (await activities(from, { scope, activityIds: some as ActivityId[], ...ofFile })).items.map((line) => ({
        ...line,
      }));
    return { kept, within, ids: await activityIdsOf(reader, { ...narrowed, scope, text, activityIds }), linesOf };
  }
}
