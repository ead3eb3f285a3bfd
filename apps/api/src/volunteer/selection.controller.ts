import { Controller, Inject, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access/actor';
import { restrictedPeople } from '#libs/counter/erasure.desk';
import { volunteerSheet } from '#libs/forms/volunteer-sheet';
import type { VolunteerId } from '#libs/kernel/ids';
import type { Reader } from '#libs/projection-engine/paging';
import {
  volunteerIdsOf,
  volunteers,
  type VolunteersAsked,
} from '#projections/volunteer-register/volunteer-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { TakesLong } from '../http/deadline.js';
import { Reading } from '../http/reading.js';
import { linesAtOnce } from '../http/register-file.js';
import { RegisterFiles, type Chosen, type FiledRegister, type Found } from '../http/register-files.js';
import { filtersOf } from '../http/register-filters.js';
import { restrictedName } from '../http/restricted.interceptor.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { ExportSelectionRequest, SelectVolunteersRequest } from '../http/selection.requests.js';

const ofFile = { pageSize: linesAtOnce, pageSizeMax: linesAtOnce };

@ApiTags('志愿者')
@Controller('api/volunteers/selection')
export class SelectionController {
  private readonly volunteers: FiledRegister = {
    ...{ register: 'volunteers', sheet: volunteerSheet, groups: ['identity'], unit: '人' },
    find: (reader, actor, chosen) => this.find(reader, actor, chosen),
  };

  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
    private readonly files: RegisterFiles,
  ) {}

  @TakesLong()
  @Accepts('', SelectVolunteersRequest, '选定符合条件的全部志愿者，或勾选的几名：回答人数和凭据，半小时内有效')
  select(
    @Signed() { actor }: SignedIn,
    @Body(SelectVolunteersRequest) { filters, text, volunteerIds }: SelectVolunteersRequest,
  ): Promise<{ selection: string; count: number }> {
    return this.files.select(actor, this.volunteers, { filters, text, ids: volunteerIds });
  }

  @TakesLong()
  @Accepts('export', ExportSelectionRequest, '导出选定的志愿者（CSV），记入查阅记录；登记册在选定之后变了的，不导出')
  export(
    @Signed() { actor }: SignedIn,
    @Body(ExportSelectionRequest) asked: ExportSelectionRequest,
  ): Promise<StreamableFile> {
    return this.files.export(actor, this.volunteers, asked);
  }

  /** Whose data is restricted (PIPL 47) stands in the file by number only. */
  private async find(reader: Reader, actor: Actor, { filters, text, ids }: Chosen): Promise<Found> {
    const { kept, asked } = filtersOf('volunteers', filters);
    const { within, status, participantKind, sort: _sort, descending: _descending, ...narrowed } = asked;
    const scope = await this.reading.listScope(actor, within);
    const of: VolunteersAsked = {
      ...narrowed,
      ...(text === undefined ? {} : { text }),
      ...(ids === undefined ? {} : { volunteerIds: ids as VolunteerId[] }),
      scope,
      statuses: status && [status],
      participantKinds: participantKind && [participantKind],
    };
    const restricted = await restrictedPeople(this.house);
    const linesOf: Found['linesOf'] = async (from, some) => {
      const asked = { on: narrowed.on, scope, volunteerIds: some as VolunteerId[], ...ofFile };
      return (await volunteers(from, asked)).items.map((line) =>
        restricted.has(line.volunteerId)
          ? { volunteerNumber: line.volunteerNumber, name: restrictedName }
          : { ...line },
      );
    };
    return { kept, within, ids: await volunteerIdsOf(reader, of), linesOf };
  }
}
