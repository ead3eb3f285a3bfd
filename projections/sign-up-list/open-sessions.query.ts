import type { OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { SignUpActivity } from './sign-up-list.entity.js';

/** Both ends belong to it. */
export interface RequiredDayWindow {
  readonly day: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export type OpenSessionItem = Omit<SignUpActivity, 'teamIds' | 'isCancelled'> & {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string | null;
  readonly teams: readonly { readonly teamId: TeamId; readonly name: string | null }[];
  /** Of a team of the person's own; else open to everybody. */
  readonly isOwnTeam: boolean;
  readonly heldOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsOn: LocalDate;
  readonly endsAt: TimeOfDay;
  readonly capacity: number | null;
  readonly signedUp: number;
  readonly waiting: number;
  /** Null without a limit; 0: whoever signs up now waits. */
  readonly freePlaces: number | null;
  /** What the person has done about it; null: nothing. */
  readonly ownState: 'signed_up' | 'waiting' | null;
  /** The required day (Z-62) in whose window the session lies. */
  readonly requiredDay: LocalDate | null;
  /** Skills needed that the person never wrote down: a warning, no bar. */
  readonly missingSkills: readonly string[];
};

const sorts = {
  heldOn: '"heldOn"',
  title: '"title" collate "C"',
  freePlaces: 'coalesce("freePlaces", 2147483647)',
} as const;
export type OpenSessionSort = keyof typeof sorts;

export interface OpenSessionsAsked extends Paging, Sorting<OpenSessionSort> {
  /** All records of the person (F-08): the teams of each are theirs, and what was signed up for by one is not signed up for again. */
  readonly records: readonly VolunteerId[];
  /** A minute of a day in China: what has begun by then is over for signing up. */
  readonly now: { readonly on: LocalDate; readonly at: TimeOfDay };
  readonly windows: readonly RequiredDayWindow[];
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly ownTeam?: boolean | undefined;
  /** The person has a place or waits for one. */
  readonly mine?: boolean | undefined;
  readonly withRoom?: boolean | undefined;
}

const count = (state: string): string =>
  `(select count(*) from read.sign_up u where u.session_id = s.session_id and u.state = '${state}')::int`;

/** Of the skills that activity `a` needs, those in none of the texts of `people`, a condition on names `p`; in the order asked. */
export const missingSkills = (people: string): string =>
  `(select coalesce(json_agg(k.skill order by k.place), '[]') from jsonb_array_elements_text(a.needed_skills) with ordinality as k(skill, place)
    where not exists (select from read.sign_up_name p where ${people} and strpos(lower(p.skills), lower(k.skill)) > 0))`;

const isOwnTeam = `exists (select from read.sign_up_member m where m.volunteer_id = any($1::uuid[]) and m.joined_on <= $2
    and (m.left_on is null or m.left_on > $2) and a.team_ids ? m.team_id::text)`;

/**
 * Announced sessions that a person can sign up for now: of their own teams (members today), and of units that name no team and so
 * invite everybody. Soonest first unless sorted otherwise. Twin of `signedUp` and `waiting`: `signUpsOfSession`.
 */
export function openSessions(source: Reader, asked: OpenSessionsAsked): Promise<Page<OpenSessionItem>> {
  const text = `select * from (select s.session_id as "sessionId", s.activity_id as "activityId", t.name as title,
      s.organization_id as "organizationId", o.name as "organizationName", a.theme, a.service_mode as "serviceMode",
      a.is_dangerous as "isDangerous", a.place, a.content, a.responsible_person as "responsiblePerson",
      a.needed_skills as "neededSkills", ${missingSkills('p.subject_id = any($1::uuid[])')} as "missingSkills", s.held_on as "heldOn", s.starts_at as "startsAt", s.ends_on as "endsOn",
      s.ends_at as "endsAt", s.capacity, ${count('signed_up')} as "signedUp", ${count('waiting')} as waiting,
      case when s.capacity is not null then greatest(0, s.capacity - ${count('signed_up')}) end as "freePlaces", ${isOwnTeam} as "isOwnTeam",
      (select min(u.state) from read.sign_up u where u.session_id = s.session_id and u.volunteer_id = any($1::uuid[])) as "ownState",
      (select min(w.day) from jsonb_to_recordset($4::jsonb) as w(day date, "from" date, until date)
        where s.held_on between w."from" and w.until) as "requiredDay",
      (select coalesce(json_agg(json_build_object('teamId', n.team_id, 'name', m.name) order by n.place), '[]')
        from jsonb_array_elements_text(a.team_ids) with ordinality as n(team_id, place)
        left join read.sign_up_name m on m.subject_id = n.team_id::uuid) as teams, jsonb_array_length(a.team_ids) = 0 as "isOpen"
    from read.sign_up_session s join read.sign_up_activity a on a.activity_id = s.activity_id and not a.is_cancelled
    join read.sign_up_name t on t.subject_id = s.activity_id left join read.sign_up_name o on o.subject_id = s.organization_id
    where not s.is_held and s.held_on >= $2 and (s.held_on > $2 or s.starts_at > $3)
      and ($5::date is null or s.held_on >= $5) and ($6::date is null or s.held_on <= $6)) listed
    where ("isOwnTeam" or "isOpen" or "ownState" is not null) and ($7::boolean is null or "isOwnTeam" = $7)
      and ($8::boolean is null or ("ownState" is not null) = $8)
      and ($9::boolean is null or (coalesce("freePlaces", 1) > 0) = $9)`;
  const { records, now, windows, from, until, ownTeam, mine, withRoom } = asked;
  const period = [from ?? null, until ?? null];
  const wanted = [ownTeam ?? null, mine ?? null, withRoom ?? null];
  const values = [records, now.on, now.at, JSON.stringify(windows), ...period, ...wanted];
  const order = orderOf(sorts, asked, { otherwise: 'heldOn', key: '"heldOn", "startsAt", "sessionId"' });
  return pageOf(source, { text, values }, order, asked);
}
