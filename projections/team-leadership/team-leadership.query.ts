import type { DataSource } from 'typeorm';
import type { GroupId, OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope } from '#libs/projection-engine/as-of';
import { ownerOnDay, teamNameOnDay, teamStands } from '#libs/projection-engine/owned-team';
import { pageOf, type Page, type Paging } from '#libs/projection-engine/paging';

export const leadershipFaults = ['LEADER_MISSING', 'POST_ENDED', 'POST_ELSEWHERE'] as const;
/** Nobody leads; the leader left the leadership; the leader's post is one of another organization, since the team moved. */
export type LeadershipFault = (typeof leadershipFaults)[number];

export interface LeadershipAsked {
  readonly on: LocalDate;
  readonly scope: readonly OrganizationId[] | undefined;
  readonly teamId?: TeamId | undefined;
  /** Only teams with a fault. */
  readonly onlyFaulty?: boolean | undefined;
  /** Advice of the pack: days within which a leader is replaced. */
  readonly replacementDays: number;
}

export interface LeadershipLine {
  readonly teamId: TeamId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly leaderId: VolunteerId | null;
  readonly leaderName: string | null;
  readonly postId: PostId | null;
  readonly fault: LeadershipFault | null;
  /** Since when; of a team that never had a leader the founding. */
  readonly faultySince: LocalDate | null;
  /** Advice, no rule: replaced by this day. */
  readonly replaceBy: LocalDate | null;
}

const lines = `select s.*, case when s.fault is null then null else (s."faultySince" + $4::int)::text end as "replaceBy" from (
  select t.team_id as "teamId", o.id as "organizationId", ${teamNameOnDay('$1')} as name, w."volunteerId" as "leaderId", p.name as "leaderName", w."postId",
    case when w."volunteerId" is null then 'LEADER_MISSING' when post.ended_on <= $1::date then 'POST_ENDED' when post.organization_id <> o.id then 'POST_ELSEWHERE' end as fault,
    case when w."volunteerId" is null then coalesce(g.since, t.established_on) when post.ended_on <= $1::date then post.ended_on
      when post.organization_id <> o.id then (select max((e->>'on')::date) from jsonb_array_elements(t.owners) e where (e->>'on')::date <= $1::date) end as "faultySince"
  from read.team_leadership t cross join lateral (select ${ownerOnDay('$1')} as id) o
  left join lateral (select * from jsonb_to_recordset(t.terms) as term("volunteerId" uuid, "postId" uuid, "appointedOn" date, "stoodDownOn" date)
    where "appointedOn" <= $1::date and ("stoodDownOn" is null or "stoodDownOn" > $1::date) limit 1) w on true
  left join lateral (select max("stoodDownOn") as since from jsonb_to_recordset(t.terms) as term("stoodDownOn" date) where "stoodDownOn" <= $1::date) g on true
  left join read.team_leadership_post post on post.post_id = w."postId"
  left join read.team_leadership_person p on p.volunteer_id = w."volunteerId"
  where ${teamStands('$1')} and ${inScope('o.id', '$2')} and ($3::uuid is null or t.team_id = $3)) s
  where (not $5 or s.fault is not null)`;

/** Teams with their leader on the day, and what is wrong; ten-have ⑤ is not fulfilled while `fault` is LEADER_MISSING. */
export const leadershipLines = (source: DataSource, asked: LeadershipAsked & Paging): Promise<Page<LeadershipLine>> => {
  const values = [
    asked.on,
    asked.scope ?? null,
    asked.teamId ?? null,
    asked.replacementDays,
    asked.onlyFaulty ?? false,
  ];
  return pageOf(source, { text: lines, values }, '"faultySince" nulls last, "organizationId", "teamId"', asked);
};

export interface TermLine {
  readonly volunteerId: VolunteerId;
  readonly name: string | null;
  readonly postId: PostId;
  readonly appointedOn: LocalDate;
  readonly stoodDownOn: LocalDate | null;
  /** Days without a leader before this term, since the founding or the term before. */
  readonly gapDays: number;
}

/** The terms of a team, oldest first; there is never more than one leader at a time. */
export function leaderTerms(
  source: DataSource,
  asked: Pick<LeadershipAsked, 'scope'> & Paging & { readonly teamId: TeamId },
): Promise<Page<TermLine>> {
  const text = `select term."volunteerId", p.name, term."postId", term."appointedOn", term."stoodDownOn",
      term."appointedOn" - coalesce(lag(term."stoodDownOn") over (order by term."appointedOn"), t.established_on) as "gapDays"
    from read.team_leadership t cross join lateral jsonb_to_recordset(t.terms) as term("volunteerId" uuid, "postId" uuid, "appointedOn" date, "stoodDownOn" date)
    left join read.team_leadership_person p on p.volunteer_id = term."volunteerId"
    where t.team_id = $1 and ${inScope('t.organization_id', '$2')}`;
  return pageOf(source, { text, values: [asked.teamId, asked.scope ?? null] }, '"appointedOn"', asked);
}

export interface GroupMember {
  readonly volunteerId: VolunteerId;
  readonly name: string | null;
  readonly assignedOn: LocalDate;
}

export interface GroupLine {
  readonly groupId: GroupId;
  readonly name: string;
  readonly speciality: string | null;
  readonly formedOn: LocalDate;
  /** Those who serve in it now, in the order in which they came. */
  readonly members: readonly GroupMember[];
}

/** The groups of a team (Z-75), oldest first; a member may serve in several. */
export function serviceGroups(
  source: DataSource,
  asked: Pick<LeadershipAsked, 'scope'> & Paging & { readonly teamId: TeamId },
): Promise<Page<GroupLine>> {
  const text = `select g.group_id as "groupId", g.name, g.speciality, g.formed_on as "formedOn",
      (select coalesce(json_agg(json_build_object('volunteerId', m.volunteer_id, 'name', p.name, 'assignedOn', e->>'assignedOn')
          order by e->>'assignedOn', p.name collate "C", m.volunteer_id), '[]')
        from read.team_leadership_grouped m cross join lateral jsonb_array_elements(m.groups) e
        left join read.team_leadership_person p on p.volunteer_id = m.volunteer_id
        where m.team_id = g.team_id and e->>'groupId' = g.group_id::text) as members
    from read.team_leadership_group g join read.team_leadership t on t.team_id = g.team_id
    where g.team_id = $1 and ${inScope('t.organization_id', '$2')}`;
  return pageOf(source, { text, values: [asked.teamId, asked.scope ?? null] }, '"formedOn", "groupId"', asked);
}
