import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access/actor';
import { mayCommand, type Ancestry, type Verdict } from '#libs/access/permissions';
import { NotAllowed } from '#libs/counter/counter';
import { forForm } from '#libs/forms/import-options.zh';
import { BatchDiffers, type ImportKindName } from '#libs/importing/batch';
import { prepareImport, type PreparedImport } from '#libs/importing/import';
import { SheetRejected } from '#libs/intake/sheet-rejected';
import type { OrganizationId } from '#libs/kernel/ids';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { invalid, Problem } from '../http/problem.js';
import { askedImport } from './asked-import.js';
import type { ImportRequest } from './import.requests.js';
import { Uploads } from './uploads.js';

/** What the lines of each sheet ask for at least; the rest is told by the preview. */
const neededFor: Readonly<Record<ImportKindName, readonly string[]>> = {
  organizations: ['RegisterPartyOrganization'],
  teams: ['EstablishTeam'],
  roster: ['SubmitApplication', 'EnrolVolunteer'],
  members: ['SubmitApplication', 'EnrolVolunteer'],
  'sign-in': ['RecordAttendance'],
};

/** Who may bring which sheet, and what it would do. */
@Injectable()
export class ImportDesk {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    private readonly uploads: Uploads,
  ) {}

  /** Read and planned; nothing is written. Throws Problem and NotAllowed. */
  async prepared(actor: Actor, organizationId: OrganizationId, request: ImportRequest): Promise<PreparedImport> {
    await this.assertMay(actor, organizationId, [request.kind]);
    const contentOf = (sha256: string): Buffer => this.uploads.content(actor.accountId, sha256);
    try {
      const asked = await askedImport(organizationId, request, contentOf);
      const now = this.options.now ?? this.house.time;
      return await prepareImport(this.house, actor, { asked, bytes: contentOf(request.sheet), now });
    } catch (error) {
      if (error instanceof SheetRejected) throw invalid(forForm(`${error.message}${error.remedy}`), 'sheet');
      if (error instanceof BatchDiffers) throw new Problem('refused', { detail: forForm(error.message) });
      throw error;
    }
  }

  /** One of the kinds at least. Throws NotAllowed. */
  async assertMay(actor: Actor, organizationId: OrganizationId, kinds: readonly ImportKindName[]): Promise<void> {
    const ancestry = await this.house.tree.ancestry(organizationId);
    if (ancestry.length === 0) throw new NotAllowed('not_found');
    const verdicts = kinds.map((kind) => verdictOf(actor, kind, ancestry));
    if (verdicts.includes('allowed')) return;
    throw new NotAllowed(verdicts.includes('out_of_scope') ? 'out_of_scope' : 'role_missing');
  }
}

const verdictOf = (actor: Actor, kind: ImportKindName, ancestry: Ancestry): Verdict =>
  neededFor[kind].map((command) => mayCommand(actor, command, { ancestry })).find((verdict) => verdict !== 'allowed') ??
  'allowed';
