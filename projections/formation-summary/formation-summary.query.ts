import type { DataSource } from 'typeorm';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { entryOn, inScope } from '#libs/projection-engine/as-of';
import { countedOnDay, countedWith, nameOnDay } from '#libs/projection-engine/counted-volunteer';
import { teamNameOnDay, teamOwnedBy } from '#libs/projection-engine/owned-team';
import { pageOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import type { MemberCountFrom } from './formation-summary.entity.js';

interface Asked {
  /** 填表日期. */
  readonly on: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface FormationAsked extends Asked {
  /** Everything below this body on the territorial line (块). */
  readonly parentId?: OrganizationId | undefined;
  /** Everything under this body on the departmental line (条), and below it; with `parentId` both count. */
  readonly lineOfAuthorityId?: OrganizationId | undefined;
}

export interface FormationLine {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly unitName: string;
  /** 党员人数: full and probationary members together; null while nobody stated it. */
  readonly members: number | null;
  /** What `members` is the sum of, with the day of counting. */
  readonly memberCount: MemberCountFrom | null;
  /** `entriesOfTeamCount` names them. */
  readonly teamCount: number;
  /** Full and probationary members whose primary team belongs to the unit, as Annex 3 sums them; `entriesOfVolunteerCount` names them. */
  readonly volunteerCount: number;
}

const below = `with recursive below as (
    select organization_id from read.formation_summary_organization where parent_id = $3::uuid or line_of_authority_id = $4::uuid
    union select o.organization_id from read.formation_summary_organization o join below b on o.parent_id = b.organization_id)`;

const volunteersOf = (organization: string): string =>
  `from ${countedOnDay('formation_summary_volunteer', '$1')} where ${countedWith('rosterOrganizationId', organization)} and c.p->>'teamId' is not null`;

/** Units with at least one team on the day, by name. */
export function formationLines(source: DataSource, asked: FormationAsked & Paging): Promise<Page<FormationLine>> {
  const { on, scope, parentId = null, lineOfAuthorityId = null } = asked;
  const text = `${below} select o.organization_id as "organizationId", n.e->>'name' as name, n.e->>'unitName' as "unitName", m.e as "memberCount",
    (m.e->>'fullMembers')::int + (m.e->>'probationaryMembers')::int as members, t.teams as "teamCount", (select count(*)::int ${volunteersOf('o.organization_id')}) as "volunteerCount"
    from read.formation_summary_organization o cross join lateral (select ${entryOn('o.names', '$1')} as e) n
    cross join lateral (select ${entryOn('o.member_counts', '$1')} as e) m
    cross join lateral (select count(*)::int as teams from read.formation_summary_team t where ${teamOwnedBy('o.organization_id', '$1')}) t
    where t.teams > 0 and ${inScope('o.organization_id', '$2')}
    and ($3::uuid is null and $4::uuid is null or o.organization_id in (select organization_id from below))`;
  return pageOf(
    source,
    { text, values: [on, scope ?? null, parentId, lineOfAuthorityId] },
    'name, "organizationId"',
    asked,
  );
}

export interface FormedTeam {
  readonly teamId: TeamId;
  readonly ordinal: number;
  readonly name: string;
  readonly establishedOn: LocalDate;
}

type UnitAsked = Asked & Paging & { readonly organizationId: OrganizationId };

/** The teams that make up the `teamCount` of a unit. */
export function entriesOfTeamCount(source: DataSource, asked: UnitAsked): Promise<Page<FormedTeam>> {
  const text = `select t.team_id as "teamId", t.ordinal, ${teamNameOnDay('$1')} as name, t.established_on as "establishedOn" from read.formation_summary_team t
    where ${teamOwnedBy('$3', '$1')} and ${inScope('$3::uuid', '$2')}`;
  return pageOf(
    source,
    { text, values: [asked.on, asked.scope ?? null, asked.organizationId] },
    'ordinal, "teamId"',
    asked,
  );
}

export interface FormedVolunteer {
  readonly volunteerId: VolunteerId;
  readonly volunteerNumber: string;
  readonly name: string;
  readonly participantKind: ParticipantKind;
  readonly teamId: TeamId;
}

/** The people who make up the `volunteerCount` of a unit. */
export function entriesOfVolunteerCount(source: DataSource, asked: UnitAsked): Promise<Page<FormedVolunteer>> {
  const text = `select v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", ${nameOnDay('v', '$1')} as name, c.p->>'participantKind' as "participantKind",
    (c.p->>'teamId')::uuid as "teamId" ${volunteersOf('$3')} and ${inScope('$3::uuid', '$2')}`;
  return pageOf(
    source,
    { text, values: [asked.on, asked.scope ?? null, asked.organizationId] },
    '"volunteerNumber", "volunteerId"',
    asked,
  );
}
