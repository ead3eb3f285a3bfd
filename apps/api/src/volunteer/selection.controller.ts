import { Controller, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access/actor';
import { readingScopes } from '#libs/access/permissions';
import { digestOf, openSelection, sealSelection } from '#libs/access/selection-token';
import { restrictedPeople } from '#libs/counter/erasure.desk';
import { volunteerSheet, volunteerSheetColumns } from '#libs/forms/volunteer-sheet';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import {
  volunteerIdsOf,
  volunteers,
  type VolunteerLine,
  type VolunteersAsked,
} from '#projections/volunteer-register/volunteer-register.query';
import { AccessNotes } from '../access/access-notes.js';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { TakesLong } from '../http/deadline.js';
import { invalid, Problem } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { restrictedName } from '../http/restricted.interceptor.js';
import { filtersOf } from '../http/register-filters.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { ExportSelectionRequest, SelectVolunteersRequest } from './selection.requests.js';

const linesAtOnce = 5_000;

interface Chosen {
  readonly filters: readonly string[];
  readonly text?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

interface Found {
  readonly kept: string;
  readonly within: OrganizationId | undefined;
  readonly asked: VolunteersAsked;
  readonly ids: readonly VolunteerId[];
}

/** Everybody a filter finds, as a token that the server asks again; what is done with it is done with the same people or not at all. */
@ApiTags('志愿者')
@Controller('api/volunteers/selection')
export class SelectionController {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    private readonly reading: Reading,
    private readonly notes: AccessNotes,
  ) {}

  @TakesLong()
  @Accepts('', SelectVolunteersRequest, '选定符合条件的全部志愿者，或勾选的几名：回答人数和凭据，半小时内有效')
  async select(
    @Signed() { actor }: SignedIn,
    @Body(SelectVolunteersRequest) { filters, text, volunteerIds }: SelectVolunteersRequest,
  ): Promise<{ selection: string; count: number }> {
    const { kept, ids } = await this.find(actor, { filters, text, ids: volunteerIds });
    const chosen = { filters: kept, text, ids: volunteerIds, count: ids.length, digest: digestOf(ids) };
    return { selection: sealSelection(this.house.master, this.place(actor), chosen), count: ids.length };
  }

  @TakesLong()
  @Accepts('export', ExportSelectionRequest, '导出选定的志愿者（CSV），记入查阅记录；名册在选定之后变了的，不导出')
  async export(
    @Signed() { actor }: SignedIn,
    @Body(ExportSelectionRequest) { selection, columns, purpose, receiver }: ExportSelectionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const chosen = openSelection(this.house.master, this.place(actor), selection);
    if (!chosen) throw new Problem('refused', { detail: '选定已失效，请重新选定。' });
    if (columns.some((column) => !volunteerSheetColumns.includes(column))) throw invalid('没有这一列', 'columns');
    const found = await this.find(actor, { ...chosen, filters: [chosen.filters] });
    assertSame(chosen, found.ids);
    const sheet = volunteerSheet(columns, await this.linesOf(found));
    await this.notes.disclosed(actor, {
      ...{ means: 'REGISTER', purpose, groups: ['identity'], volunteerIds: found.ids },
      organizationId: found.within ?? readingScopes(actor)[0],
      export: { receiver, contentHash: createHash('sha256').update(sheet).digest('hex') },
    });
    void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment');
    return sheet;
  }

  private place({ accountId }: Actor): { accountId: Actor['accountId']; now: number } {
    return { accountId, now: (this.options.now ?? this.house.time)() };
  }

  private async find(actor: Actor, { filters, text, ids }: Chosen): Promise<Found> {
    const { kept, asked } = filtersOf('volunteers', filters);
    const { within, status, participantKind, sort: _sort, descending: _descending, ...narrowed } = asked;
    const of: VolunteersAsked = {
      ...narrowed,
      ...(text === undefined ? {} : { text }),
      ...(ids === undefined ? {} : { volunteerIds: ids as VolunteerId[] }),
      scope: await this.reading.listScope(actor, within),
      statuses: status && [status],
      participantKinds: participantKind && [participantKind],
    };
    return { kept, within, asked: of, ids: await volunteerIdsOf(this.house.read, of) };
  }

  /** Whose data is restricted (PIPL 47) stands there by number only. */
  private async linesOf({ asked: { on, scope }, ids }: Found): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const restricted = await restrictedPeople(this.house);
    const lines: VolunteerLine[] = [];
    for (let from = 0; from < ids.length; from += linesAtOnce) {
      const volunteerIds = ids.slice(from, from + linesAtOnce);
      const paging = { pageSize: linesAtOnce, pageSizeMax: linesAtOnce };
      lines.push(...(await volunteers(this.house.read, { on, scope, volunteerIds, ...paging })).items);
    }
    return lines.map((line) =>
      restricted.has(line.volunteerId)
        ? { volunteerNumber: line.volunteerNumber, name: restrictedName }
        : { ...line },
    );
  }
}

function assertSame(
  { count, digest }: { readonly count: number; readonly digest: string },
  ids: readonly VolunteerId[],
): void {
  if (digestOf(ids) === digest) return;
  const changed =
    ids.length === count ? `人数仍是 ${count} 人，但不全是原来的人` : `选定时 ${count} 人，现在 ${ids.length} 人`;
  throw new Problem('refused', { detail: `名册在选定之后变了：${changed}。没有导出，请核对后重新选定。` });
}
