import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { KeyGroup } from '#libs/kernel/fields';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { noteAccess } from './access-log.js';

/** Why personal data is shown in clear: the one who asks names it, and the person can read it. */
export const disclosurePurposes = [
  'HAND_IN',
  'CONTACT',
  'VERIFY_IDENTITY',
  'INSURANCE',
  'CERTIFICATE',
  'EMERGENCY',
  'CORRECTION',
  'AUDIT',
  'OWN_REQUEST',
] as const;
export type DisclosurePurpose = (typeof disclosurePurposes)[number];

/** To whom a paper or file goes. */
export const exportReceivers = ['HIGHER_ORGANIZATION', 'OWN_UNIT', 'PERSON', 'AUDITOR', 'OTHER_UNIT'] as const;
export type ExportReceiver = (typeof exportReceivers)[number];

/** By which door it was shown. */
export type DisclosureMeans = 'PERSONAL_DATA' | 'HISTORY' | 'ANNEX_2' | 'ANNEX_3' | 'CERTIFICATE' | 'BUNDLE' | 'REGISTER';

export interface Disclosure {
  readonly at: Date;
  readonly by: AccountId;
  readonly volunteerIds: readonly VolunteerId[];
  readonly organizationId?: OrganizationId | undefined;
  readonly groups: readonly KeyGroup[];
  readonly means: DisclosureMeans;
  readonly purpose: DisclosurePurpose;
  /** A paper or file that leaves the house, with the hash of what stands on it. */
  readonly export?: { readonly receiver: ExportReceiver; readonly contentHash: string } | undefined;
}

/**
 * Notes what is about to be shown: a line for each person, and one of the export. Nothing is shown where this fails. Answers the
 * id of the export, where something leaves the house.
 */
export async function noteDisclosure(manager: EntityManager, told: Disclosure): Promise<string | undefined> {
  const { at, by, means, purpose, groups, volunteerIds, organizationId = null } = told;
  return manager.transaction(async (within) => {
    const exportId = told.export && randomUUID();
    if (told.export)
      await within.query(
        `insert into access.export (export_id, at, by_account, organization_id, means, purpose, receiver, groups, people, content_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [exportId, at, by, organizationId, means, purpose, told.export.receiver, groups, volunteerIds.length, told.export.contentHash],
      );
    await within.query(
      `insert into access.disclosure (at, by_account, volunteer_id, organization_id, groups, means, purpose, export_id)
       select $1, $2, id, $4, $5, $6, $7, $8 from unnest($3::uuid[]) as id`,
      [at, by, volunteerIds, organizationId, groups, means, purpose, exportId ?? null],
    );
    await noteAccess(within, { at, act: 'sealed_data_opened', by, details: { means, purpose } });
    return exportId;
  });
}

export interface DisclosureLine {
  /** For the next page: `before`. */
  readonly n: string;
  readonly at: Date;
  readonly byAccount: AccountId;
  readonly byName: string | null;
  readonly volunteerId: VolunteerId;
  readonly organizationId: OrganizationId | null;
  readonly groups: readonly KeyGroup[];
  readonly means: DisclosureMeans;
  readonly purpose: DisclosurePurpose;
  readonly receiver: ExportReceiver | null;
}

export interface DisclosuresAsked {
  readonly volunteerId?: VolunteerId | undefined;
  /** Organizations the asker may read; absent for one's own record. */
  readonly scope?: readonly OrganizationId[] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Who looked, newest first; `before` is the `n` of the last line seen. */
export function readDisclosures(
  manager: EntityManager,
  { volunteerId, scope, before, limit }: DisclosuresAsked,
): Promise<DisclosureLine[]> {
  return manager.query<DisclosureLine[]>(
    `select d.n::text, d.at, d.by_account as "byAccount", a.display_name as "byName", d.volunteer_id as "volunteerId",
       d.organization_id as "organizationId", d.groups, d.means, d.purpose, e.receiver
     from access.disclosure d left join access.account a on a.account_id = d.by_account left join access.export e using (export_id)
     where ($1::uuid is null or d.volunteer_id = $1) and ($2::uuid[] is null or d.organization_id = any($2)) and ($3::bigint is null or d.n < $3)
     order by d.n desc limit $4`,
    [volunteerId ?? null, scope ?? null, before ?? null, limit],
  );
}

export interface ExportLine {
  readonly exportId: string;
  readonly at: Date;
  readonly byAccount: AccountId;
  readonly organizationId: OrganizationId | null;
  readonly means: DisclosureMeans;
  readonly purpose: DisclosurePurpose;
  readonly receiver: ExportReceiver;
  readonly groups: readonly KeyGroup[];
  readonly people: number;
  readonly contentHash: string;
  /** People on it who were erased since: its receiver has to be told. */
  readonly notices: number;
}

/** What left the house, newest first, a page of it. */
export function readExports(
  manager: EntityManager,
  asked: { readonly scope: readonly OrganizationId[]; readonly page?: number; readonly pageSize?: number },
): Promise<ExportLine[]> {
  const { scope, page = 1, pageSize = 50 } = asked;
  return manager.query<ExportLine[]>(
    `select e.export_id as "exportId", e.at, e.by_account as "byAccount", e.organization_id as "organizationId", e.means, e.purpose,
       e.receiver, e.groups, e.people, e.content_hash as "contentHash",
       (select count(*)::int from access.export_notice n where n.export_id = e.export_id) as notices
     from access.export e where e.organization_id = any($1) order by e.n desc limit $2 offset $3`,
    [scope, pageSize, (page - 1) * pageSize],
  );
}

/** A paper of one person that left the house. */
export interface ExportOfPerson {
  readonly exportId: string;
  readonly volunteerId: VolunteerId;
  readonly organizationId: OrganizationId | null;
  readonly means: DisclosureMeans;
  readonly receiver: ExportReceiver;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** Papers on which minutes of a person stand; the annexes and the register hold none. */
export const meansWithMinutes = ['CERTIFICATE', 'BUNDLE'] as const satisfies readonly DisclosureMeans[];

/** What of these people left the house by such means, newest first, 10,000 at most. */
export function exportsOfPeople(
  manager: EntityManager,
  asked: {
    readonly volunteerIds: readonly VolunteerId[];
    readonly scope: readonly OrganizationId[];
    readonly means: readonly DisclosureMeans[];
  },
): Promise<ExportOfPerson[]> {
  const { volunteerIds, scope, means } = asked;
  return manager.query<ExportOfPerson[]>(
    `select e.export_id as "exportId", d.volunteer_id as "volunteerId", e.organization_id as "organizationId", e.means, e.receiver,
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from access.disclosure d join access.export e using (export_id)
     where d.volunteer_id = any($1) and e.organization_id = any($2) and e.means = any($3)
     order by e.n desc limit 10000`,
    [volunteerIds, scope, means],
  );
}
