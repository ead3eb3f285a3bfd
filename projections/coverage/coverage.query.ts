import type { DataSource } from 'typeorm';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { entryOn, inScope } from '#libs/projection-engine/as-of';
import { countedOnDay, countedWith, nameOnDay } from '#libs/projection-engine/counted-volunteer';
import { teamNameOnDay, teamOwnedBy } from '#libs/projection-engine/owned-team';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import {
  coverageOf,
  ratioSummaryOf,
  type CoverageFacts,
  type CoverageLine,
  type RatioSummary,
} from './coverage-rules.js';

interface Asked {
  readonly on: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface CoverageAsked extends Asked {
  readonly organizationId?: OrganizationId | undefined;
  /** Directly below this one. */
  readonly parentId?: OrganizationId | undefined;
  readonly hasTeam?: boolean | undefined;
}

// Desks that direct and receive have no members of their own to count.
const desks = `('CITY_ORGANIZATION_DEPARTMENT', 'COUNTY_ORGANIZATION_DEPARTMENT', 'SUPERVISING_DEPARTMENT', 'VOLUNTEER_COORDINATION_BODY')`;

const enrolledAt = (organization: string): string =>
  `from ${countedOnDay('coverage_volunteer', '$1')} where ${countedWith('organizationId', organization)}`;

const organizationsOnDay = (
  joined = '',
): string => `from read.coverage_organization o left join read.coverage_organization above on above.organization_id = o.parent_id
  ${joined} cross join lateral (select count(*)::int as teams from read.coverage_team t where ${teamOwnedBy('o.organization_id', '$1')}) t
  where o.kind not in ${desks} and o.registered_on <= $1::date and (o.ended_on is null or o.ended_on > $1::date) and ${inScope('o.organization_id', '$2')}
  and ($3::uuid is null or o.organization_id = $3) and ($4::uuid is null or o.parent_id = $4) and ($5::boolean is null or (t.teams > 0) = $5)`;

const valuesOf = ({ on, scope, organizationId, parentId, hasTeam }: CoverageAsked): unknown[] => [
  on,
  scope ?? null,
  organizationId ?? null,
  parentId ?? null,
  hasTeam ?? null,
];

// A city adopts a pack once, and whoever stands below it follows. The depth only guards against a ring in the tree.
const packInForce = `(with recursive up as (
    select a.parent_id, a.line_of_authority_id, ${entryOn('a.packs', '$1')} as pack, 0 as depth from read.coverage_organization a where a.organization_id = o.organization_id
    union all select a.parent_id, a.line_of_authority_id, ${entryOn('a.packs', '$1')}, up.depth + 1 from up
    join read.coverage_organization a on a.organization_id = coalesce(up.parent_id, up.line_of_authority_id) where up.pack is null and up.depth < 30)
  select pack from up where pack is not null limit 1)`;

const factColumns = `o.organization_id as "organizationId", o.name, o.kind, o.parent_id as "parentId", above.kind as "parentKind",
    ${entryOn('o.member_counts', '$1')} as "memberCount", ${packInForce} as pack, t.teams`;

/** Coverage of Party organizations on the day, by name, each figure beside the clause it is held against (Z-16, Z-17, Z-19 to Z-23, H-04). */
export async function coverageLines(source: DataSource, asked: CoverageAsked & Paging): Promise<Page<CoverageLine>> {
  const text = `select ${factColumns},
    (select count(*)::int ${enrolledAt('o.organization_id')}) as volunteers,
    (select count(*)::int ${enrolledAt('o.organization_id')} and c.p->>'participantKind' = 'FULL_MEMBER') as "fullMemberVolunteers" ${organizationsOnDay()}`;
  const page = await pageOf<CoverageFacts>(source, { text, values: valuesOf(asked) }, 'name, "organizationId"', asked);
  return { ...page, items: page.items.map(coverageOf) };
}

// Everybody's period is unfolded once, where a page of organizations asks for the people of each.
const enrolledByOrganization = `enrolled as materialized (
    select p->>'organizationId' as id, count(*)::int as volunteers, (count(*) filter (where p->>'participantKind' = 'FULL_MEMBER'))::int as full_members
    from (select c.p from ${countedOnDay('coverage_volunteer', '$1')} offset 0) counted where p is not null group by 1)`;

/** Where all organizations asked for stand against the ratio. Twin: `coverageLines`. */
export async function ratioSummary(source: DataSource, asked: CoverageAsked): Promise<RatioSummary> {
  const text = `select ${factColumns}, coalesce(e.volunteers, 0) as volunteers, coalesce(e.full_members, 0) as "fullMemberVolunteers"
    ${organizationsOnDay('left join enrolled e on e.id = o.organization_id::text')}`;
  const facts = await rowsOf<CoverageFacts>(source, { tables: enrolledByOrganization, text, values: valuesOf(asked) });
  return ratioSummaryOf(facts.map(coverageOf));
}

export interface CoverageCount {
  readonly withTeam: number;
  readonly withoutTeam: number;
}

/** How many organizations have a team. */
export async function coverageCount(source: DataSource, asked: Omit<CoverageAsked, 'hasTeam'>): Promise<CoverageCount> {
  const text = `select (count(*) filter (where t.teams > 0))::int as "withTeam", (count(*) filter (where t.teams = 0))::int as "withoutTeam" ${organizationsOnDay()}`;
  const [count] = await rowsOf<CoverageCount>(source, { text, values: valuesOf(asked) });
  return count ?? { withTeam: 0, withoutTeam: 0 };
}

/** The organizations that make up one figure of a `coverageCount`. */
export const entriesOfCoverageCount = (
  source: DataSource,
  { figure, ...asked }: Omit<CoverageAsked, 'hasTeam'> & Paging & { readonly figure: keyof CoverageCount },
): Promise<Page<CoverageLine>> => coverageLines(source, { ...asked, hasTeam: figure === 'withTeam' });

type UnitAsked = Asked & Paging & { readonly organizationId: OrganizationId };

export interface CoverageVolunteerLine {
  readonly volunteerId: VolunteerId;
  readonly volunteerNumber: string;
  readonly name: string;
  readonly participantKind: ParticipantKind;
}

/** The people who make up `volunteers`, or `fullMemberVolunteers`, of an organization. */
export function entriesOfVolunteerCount(
  source: DataSource,
  asked: UnitAsked & { readonly figure: 'volunteers' | 'fullMemberVolunteers' },
): Promise<Page<CoverageVolunteerLine>> {
  const text = `select v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", ${nameOnDay('v', '$1')} as name, c.p->>'participantKind' as "participantKind"
    ${enrolledAt('$3')} and ${inScope('$3::uuid', '$2')} and (not $4 or c.p->>'participantKind' = 'FULL_MEMBER')`;
  const values = [asked.on, asked.scope ?? null, asked.organizationId, asked.figure === 'fullMemberVolunteers'];
  return pageOf(source, { text, values }, '"volunteerNumber", "volunteerId"', asked);
}

export interface CoverageTeamLine {
  readonly teamId: TeamId;
  readonly ordinal: number;
  readonly name: string;
  readonly establishedOn: LocalDate;
}

/** The teams that make up `teams` of an organization. */
export function entriesOfTeamCount(source: DataSource, asked: UnitAsked): Promise<Page<CoverageTeamLine>> {
  const text = `select t.team_id as "teamId", t.ordinal, ${teamNameOnDay('$1')} as name, t.established_on as "establishedOn" from read.coverage_team t
    where ${teamOwnedBy('$3', '$1')} and ${inScope('$3::uuid', '$2')}`;
  return pageOf(
    source,
    { text, values: [asked.on, asked.scope ?? null, asked.organizationId] },
    'ordinal, "teamId"',
    asked,
  );
}
