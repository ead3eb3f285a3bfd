import type { DataSource } from 'typeorm';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { Sealed } from '#libs/privacy/envelope';
import { entryOn, inScope, sealedOn } from '#libs/projection-engine/as-of';
import { countedOnDay, countedWith, nameOnDay } from '#libs/projection-engine/counted-volunteer';
import { ownerOnDay, teamNameOnDay, teamOwnedBy, teamStands } from '#libs/projection-engine/owned-team';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';
import type { StatedFrom, TeamRegisterVolunteer } from './team-register.entity.js';

interface Asked {
  /** 填表日期. */
  readonly on: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface TeamRegisterAsked extends Asked {
  readonly organizationId: OrganizationId;
}

export type TeamMismatch = 'SIZE' | 'LEADER';

export interface TeamLine {
  readonly teamId: TeamId;
  readonly organizationId: OrganizationId;
  readonly ordinal: number;
  readonly name: string;
  readonly establishedOn: LocalDate;
  readonly mainProjects: string | null;
  readonly leaderId: VolunteerId | null;
  /** Null while there is no leader, or none that ever applied. */
  readonly leaderName: string | null;
  readonly sealedLeaderContact: readonly Sealed[];
  /** Full and probationary members whose primary team it is (A-19); `entriesOfVolunteerCount` names them. */
  readonly volunteerCount: number;
  /** What the newest handed-in register said by the day. */
  readonly stated: StatedFrom | null;
  readonly mismatches: readonly TeamMismatch[];
}

type FoundTeam = Omit<TeamLine, 'sealedLeaderContact'> & {
  readonly leaderContact: TeamRegisterVolunteer['sealedContact'] | null;
};

// A name typed with a blank in it, 张　三, is no other name.
const letters = (name: string): string => `translate(${name}, ' 　', '')`;

const countOfTeam = `(select count(*)::int from ${countedOnDay('team_register_volunteer', '$1')} where ${countedWith('teamId', 't.team_id')})`;

const teamsOnDay = `select t.team_id as "teamId", o.id as "organizationId", t.ordinal, ${teamNameOnDay('$1')} as name, t.established_on as "establishedOn",
  t.main_projects as "mainProjects", w.volunteer_id as "leaderId", ${nameOnDay('l', '$1')} as "leaderName", l.sealed_contact as "leaderContact",
  n.volunteers as "volunteerCount", s.e as stated, array_remove(array[
    case when (s.e->>'statedSize')::int <> n.volunteers then 'SIZE' end,
    case when ${letters(`s.e->>'statedLeader'`)} <> ${letters(`coalesce(${nameOnDay('l', '$1')}, '')`)} then 'LEADER' end], null) as mismatches
  from read.team_register_team t cross join lateral (select ${ownerOnDay('$1')} as id) o cross join lateral (select ${entryOn('t.stated', '$1')} as e) s
  cross join lateral (select (${entryOn('t.leaders', '$1')}->>'volunteerId')::uuid as volunteer_id) w
  cross join lateral (select ${countOfTeam} as volunteers) n
  left join read.team_register_volunteer l on l.volunteer_id = w.volunteer_id
  where ${teamStands('$1')} and ${inScope('o.id', '$2')} and ($3::uuid is null or o.id = $3)`;

const teamsPage = async (
  source: DataSource,
  text: string,
  asked: Asked & Paging & { organizationId?: OrganizationId | undefined },
): Promise<Page<TeamLine>> => {
  const values = [asked.on, asked.scope ?? null, asked.organizationId ?? null];
  const page = await pageOf<FoundTeam>(source, { text, values }, '"organizationId", ordinal, "teamId"', asked);
  const items = page.items.map(({ leaderContact, ...team }) => ({
    ...team,
    sealedLeaderContact: sealedOn(leaderContact ?? [], asked.on),
  }));
  return { ...page, items };
};

/** The teams of an organization that were established by the day, in the unit's own order. */
export const teamLines = (source: DataSource, asked: TeamRegisterAsked & Paging): Promise<Page<TeamLine>> =>
  teamsPage(source, teamsOnDay, asked);

/** Teams whose handed-in register and the ledger do not say the same (Z-39). */
export const teamMismatches = (
  source: DataSource,
  asked: Asked & Paging & { readonly organizationId?: OrganizationId | undefined },
): Promise<Page<TeamLine>> =>
  teamsPage(source, `select * from (${teamsOnDay}) team where cardinality(mismatches) > 0`, asked);

export interface TeamRegisterHead {
  readonly name: string;
  /** 单位名称 on the day. */
  readonly unitName: string;
  /** 单位人数: staff, not Party members. Null while nobody stated it. */
  readonly staffHeadcount: number | null;
  /** 总计 支. */
  readonly teamCount: number;
  /** 总计 人. */
  readonly volunteerCount: number;
  /** On the unit's roster, but in no team: what its roster has more than this register (Z-39). */
  readonly volunteersWithoutTeam: number;
}

const onRoster = `from ${countedOnDay('team_register_volunteer', '$1')} where ${countedWith('rosterOrganizationId', '$3')}`;

/** The head line and the last row of Annex 3; null where there is no such organization in the scope on that day. */
export async function teamRegisterHead(source: DataSource, asked: TeamRegisterAsked): Promise<TeamRegisterHead | null> {
  const { on, scope, organizationId } = asked;
  const [head] = await rowsOf<TeamRegisterHead>(source, {
    text: `select n.e->>'name' as name, n.e->>'unitName' as "unitName", (${entryOn('o.headcounts', '$1')}->>'staffHeadcount')::int as "staffHeadcount",
      (select count(*)::int from read.team_register_team t where ${teamOwnedBy('o.organization_id', '$1')}) as "teamCount",
      s.in_team as "volunteerCount", s.without as "volunteersWithoutTeam"
      from read.team_register_organization o cross join lateral (select ${entryOn('o.names', '$1')} as e) n
      cross join (select (count(*) filter (where c.p->>'teamId' is not null))::int as in_team, (count(*) filter (where c.p->>'teamId' is null))::int as without ${onRoster}) s
      where o.organization_id = $3::uuid and ${inScope('o.organization_id', '$2')} and n.e is not null`,
    values: [on, scope ?? null, organizationId],
  });
  return head ?? null;
}

export interface CountedVolunteerLine {
  readonly volunteerId: VolunteerId;
  readonly volunteerNumber: string;
  readonly name: string;
  readonly participantKind: ParticipantKind;
  readonly teamId: TeamId | null;
  readonly joinedTeamOn: LocalDate | null;
}

const volunteerLine = `select v.volunteer_id as "volunteerId", v.volunteer_number as "volunteerNumber", ${nameOnDay('v', '$1')} as name, c.p->>'participantKind' as "participantKind",
  (c.p->>'teamId')::uuid as "teamId", c.p->>'joinedTeamOn' as "joinedTeamOn"`;
const volunteerOrder = '"joinedTeamOn", "volunteerNumber", "volunteerId"';

/** The people who make up the `volunteerCount` of a team. */
export function entriesOfVolunteerCount(
  source: DataSource,
  asked: Asked & Paging & { readonly teamId: TeamId },
): Promise<Page<CountedVolunteerLine>> {
  const text = `${volunteerLine} from ${countedOnDay('team_register_volunteer', '$1')}
    where ${countedWith('teamId', '$3')} and ${inScope(`(c.p->>'rosterOrganizationId')::uuid`, '$2')}`;
  return pageOf(source, { text, values: [asked.on, asked.scope ?? null, asked.teamId] }, volunteerOrder, asked);
}

/** The people who make up a sum of the head: all in teams, or those without one. */
export function entriesOfVolunteerSum(
  source: DataSource,
  asked: TeamRegisterAsked & Paging & { readonly sum: 'volunteerCount' | 'volunteersWithoutTeam' },
): Promise<Page<CountedVolunteerLine>> {
  const { on, scope, organizationId, sum } = asked;
  const text = `${volunteerLine} ${onRoster} and ${inScope('$3::uuid', '$2')} and (c.p->>'teamId' is null) = $4`;
  return pageOf(
    source,
    { text, values: [on, scope ?? null, organizationId, sum === 'volunteersWithoutTeam'] },
    volunteerOrder,
    asked,
  );
}
