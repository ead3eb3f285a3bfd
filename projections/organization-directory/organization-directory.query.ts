import type { DataSource } from 'typeorm';
import type { OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/organization/organization.events';
import { entryOn, inScope } from '#libs/projection-engine/as-of';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type {
  HeadcountFrom,
  MemberCountFrom,
  NameFrom,
  OrganizationDirectory,
  OrganizationDirectoryDesk,
  PackFrom,
} from './organization-directory.entity.js';

type Scope = readonly OrganizationId[] | undefined;

export interface OrganizationLine {
  readonly organizationId: OrganizationId;
  readonly kind: OrganizationKind;
  readonly parentId: OrganizationId | null;
  readonly lineOfAuthorityId: OrganizationId | null;
  readonly registeredOn: LocalDate;
  readonly name: string;
  readonly unitName: string;
  readonly headcount: HeadcountFrom | null;
  readonly memberCount: MemberCountFrom | null;
  readonly pack: PackFrom | null;
  /** Merged or split: the first day without (F-21). */
  readonly endedOn: LocalDate | null;
  /** Who answers for its records since then. */
  readonly recordsSuccessorId: OrganizationId | null;
  /** Organizations directly below, within the scope asked; `entriesOfChildCount` names them. */
  readonly childCount: number;
}

export interface OrganizationsAsked extends Paging {
  /** Counts, packs and names in force on this day. */
  readonly on: LocalDate;
  readonly scope: Scope;
  /** Directly below this one; `TOP` for those without a parent in the scope. */
  readonly parentId?: OrganizationId | 'TOP' | undefined;
  readonly lineOfAuthorityId?: OrganizationId | undefined;
  readonly kinds?: readonly OrganizationKind[] | undefined;
  /** Part of the name or of the unit's name. */
  readonly text?: string | undefined;
}

const line = `select o.organization_id as "organizationId", o.kind, o.parent_id as "parentId",
  o.line_of_authority_id as "lineOfAuthorityId", o.registered_on as "registeredOn",
  coalesce(n.named->>'name', o.name) as name, coalesce(n.named->>'unitName', o.unit_name) as "unitName",
  ${entryOn('o.headcounts', '$1')} as headcount, ${entryOn('o.member_counts', '$1')} as "memberCount", ${entryOn('o.packs', '$1')} as pack,
  o.ended_on as "endedOn", o.records_successor_id as "recordsSuccessorId",
  (select count(*)::int from read.organization_directory c where c.parent_id = o.organization_id and ${inScope('c.organization_id', '$2')}) as "childCount"
  from read.organization_directory o cross join lateral (select ${entryOn('o.names', '$1')} as named) n
  where ${inScope('o.organization_id', '$2')}`;

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** The organizations asked for, by name. */
export function organizations(source: DataSource, asked: OrganizationsAsked): Promise<Page<OrganizationLine>> {
  const { on, scope, parentId, lineOfAuthorityId, kinds, text } = asked;
  const top = `(o.parent_id is null or not ${inScope('o.parent_id', '$2')})`;
  const query = `${line} and ($3::uuid is null or o.parent_id = $3) and (not $4 or ${top}) and ($5::uuid is null or o.line_of_authority_id = $5)
    and ($6::text[] is null or o.kind = any($6)) and ($7::text is null or o.name like $7 or o.unit_name like $7)`;
  const values = [
    on,
    scope ?? null,
    parentId === 'TOP' ? null : (parentId ?? null),
    parentId === 'TOP',
    lineOfAuthorityId ?? null,
    kinds ?? null,
    text === undefined ? null : `%${escaped(text.trim())}%`,
  ];
  return pageOf(source, { text: query, values }, 'name, "organizationId"', asked);
}

/** The organizations that make up a `childCount`. */
export const entriesOfChildCount = (
  source: DataSource,
  asked: Pick<OrganizationsAsked, 'on' | 'scope'> & Paging & { readonly organizationId: OrganizationId },
): Promise<Page<OrganizationLine>> => organizations(source, { ...asked, parentId: asked.organizationId });

export interface OrganizationRecord extends OrganizationLine {
  readonly unifiedCreditCode: string | null;
  readonly names: readonly NameFrom[];
  readonly headcounts: readonly HeadcountFrom[];
  readonly memberCounts: readonly MemberCountFrom[];
  readonly packs: readonly PackFrom[];
}

interface OneAsked {
  readonly organizationId: OrganizationId;
  readonly on: LocalDate;
  readonly scope: Scope;
}

/** One organization with its histories, oldest first; null where there is none in the scope. */
export async function organizationRecord(
  source: DataSource,
  { organizationId, on, scope }: OneAsked,
): Promise<OrganizationRecord | null> {
  type Histories = Pick<OrganizationDirectory, 'unifiedCreditCode' | 'names' | 'headcounts' | 'memberCounts' | 'packs'>;
  const values = [on, scope ?? null, organizationId];
  const [found] = await rowsOf<OrganizationLine>(source, { text: `${line} and o.organization_id = $3`, values });
  const [histories] = await rowsOf<Histories>(source, {
    text: `select unified_credit_code as "unifiedCreditCode", names, headcounts, member_counts as "memberCounts", packs
      from read.organization_directory where organization_id = $1`,
    values: [organizationId],
  });
  return found && histories ? { ...found, ...histories } : null;
}

export interface LeadershipPost {
  readonly postId: PostId;
  readonly organizationId: OrganizationId;
  readonly volunteerId: VolunteerId;
  /** Null for somebody who never applied. */
  readonly volunteerName: string | null;
  readonly postName: string;
  readonly document: string | null;
  readonly assumedOn: LocalDate;
  readonly endedOn: LocalDate | null;
}

/** Who belongs to the leadership (领导班子成员) on the day, by the day of taking the post. */
export function leadershipPosts(source: DataSource, asked: OneAsked & Paging): Promise<Page<LeadershipPost>> {
  const text = `select p.post_id as "postId", p.organization_id as "organizationId", p.volunteer_id as "volunteerId", v.name as "volunteerName",
    p.post_name as "postName", p.document, p.assumed_on as "assumedOn", p.ended_on as "endedOn"
    from read.organization_directory_post p left join read.organization_directory_person v using (volunteer_id)
    where p.organization_id = $3 and ${inScope('p.organization_id', '$2')} and p.assumed_on <= $1 and (p.ended_on is null or p.ended_on > $1)`;
  const values = [asked.on, asked.scope ?? null, asked.organizationId];
  return pageOf(source, { text, values }, '"assumedOn", "postId"', asked);
}

export type ReceivingDesk = Pick<
  OrganizationDirectoryDesk,
  'deskId' | 'organizationId' | 'effectiveOn' | 'recordedAt' | 'sealedContact'
>;

/** The desks that were in force at any time up to the day, the one in force on the day first (Z-06). */
export function receivingDesks(source: DataSource, asked: OneAsked & Paging): Promise<Page<ReceivingDesk>> {
  const text = `select d.desk_id as "deskId", d.organization_id as "organizationId", d.effective_on as "effectiveOn",
    d.recorded_at as "recordedAt", d.sealed_contact as "sealedContact" from read.organization_directory_desk d
    where d.organization_id = $3 and ${inScope('d.organization_id', '$2')} and d.effective_on <= $1`;
  const values = [asked.on, asked.scope ?? null, asked.organizationId];
  return pageOf(source, { text, values }, '"effectiveOn" desc, "recordedAt" desc, "deskId"', asked);
}
