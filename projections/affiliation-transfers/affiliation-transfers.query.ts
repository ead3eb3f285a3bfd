import type { DataSource } from 'typeorm';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope } from '#libs/projection-engine/as-of';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { TransferPassage, TransferState } from './affiliation-transfers.entity.js';

export { transferStates } from './affiliation-transfers.entity.js';

export interface TransfersAsked {
  /** Either end lies within. */
  readonly scope: readonly OrganizationId[] | undefined;
  readonly volunteerId?: VolunteerId | undefined;
  readonly state?: TransferState | undefined;
  readonly fromOrganizationId?: OrganizationId | undefined;
  readonly toOrganizationId?: OrganizationId | undefined;
  /** Sent on this day or before: those that wait too long. */
  readonly sentAtMost?: LocalDate | undefined;
}

export interface TransferLine extends TransferPassage {
  readonly volunteerId: VolunteerId;
  readonly volunteerNumber: string | null;
  readonly name: string;
  readonly fromOrganizationName: string | null;
  readonly toOrganizationName: string | null;
}

const selection = `from read.affiliation_transfers v cross join lateral jsonb_to_recordset(v.passages) as p("transferId" text, "fromOrganizationId" uuid,
    "toOrganizationId" uuid, "sentOn" date, state text, "endedOn" date, reason text)
  left join read.affiliation_transfers_organization f on f.organization_id = p."fromOrganizationId"
  left join read.affiliation_transfers_organization t on t.organization_id = p."toOrganizationId"
  where (${inScope('p."fromOrganizationId"', '$1')} or ${inScope('p."toOrganizationId"', '$1')}) and ($2::text is null or p.state = $2)
  and ($3::uuid is null or p."fromOrganizationId" = $3) and ($4::uuid is null or p."toOrganizationId" = $4) and ($5::date is null or p."sentOn" <= $5::date)
  and ($6::uuid is null or v.volunteer_id = $6)`;

const valuesOf = (asked: TransfersAsked): unknown[] => {
  const { scope, state, fromOrganizationId, toOrganizationId, sentAtMost, volunteerId } = asked;
  return [scope, state, fromOrganizationId, toOrganizationId, sentAtMost, volunteerId].map((value) => value ?? null);
};

/** Transfers in and out, those sent first at the top. */
export function transfers(source: DataSource, asked: TransfersAsked & Paging): Promise<Page<TransferLine>> {
  const text = `select v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", v.name, p.*,
    f.name as "fromOrganizationName", t.name as "toOrganizationName" ${selection}`;
  return pageOf(source, { text, values: valuesOf(asked) }, '"sentOn", "transferId"', asked);
}

export interface TransferCount {
  readonly state: TransferState;
  readonly transfers: number;
}

/** How many there are of each state; `transfers` with that state names them. */
export function transferCounts(source: DataSource, asked: TransfersAsked): Promise<readonly TransferCount[]> {
  const text = `select p.state, count(*)::int as transfers ${selection} group by 1 order by 1`;
  return rowsOf(source, { text, values: valuesOf(asked) });
}
