import type { ActivityId, OrganizationId, SessionId } from '#libs/kernel/ids';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import { missingSkills } from './open-sessions.query.js';
import type { SignUpRow, SignUpSession } from './sign-up-list.entity.js';

export type SignUpSessionItem = SignUpSession & {
  readonly title: string | null;
  readonly signedUp: number;
  readonly waiting: number;
  readonly checkedIn: number;
  /** Checked in and not out: theirs will end at the end announced (F-34). */
  readonly stillOpen: number;
};

const count = (what: string, filter: string): string =>
  `(select count(*) from read.sign_up u where u.session_id = s.session_id and ${filter}) as "${what}"`;

/** The sessions of an activity with how many mean to come and came. Twin: `signUpsOfSession`. */
export function signUpSessions(
  source: Reader,
  asked: { readonly activityId: ActivityId; readonly scope: readonly OrganizationId[] | undefined },
): Promise<SignUpSessionItem[]> {
  const text = `select s.session_id as "sessionId", s.activity_id as "activityId", s.organization_id as "organizationId",
      s.held_on as "heldOn", s.starts_at as "startsAt", s.ends_on as "endsOn", s.ends_at as "endsAt", s.capacity,
      s.is_held as "isHeld", n.name as title, ${count('signedUp', `u.state = 'signed_up'`)},
      ${count('waiting', `u.state = 'waiting'`)}, ${count('checkedIn', 'u.checked_in_on is not null')},
      ${count('stillOpen', 'u.checked_in_on is not null and u.checked_out_at is null')}
    from read.sign_up_session s left join read.sign_up_name n on n.subject_id = s.activity_id
    where s.activity_id = $1 and ($2::uuid[] is null or s.organization_id = any($2))
    order by s.held_on, s.starts_at, s.session_id`;
  return rowsOf(source, { text, values: [asked.activityId, asked.scope ?? null] });
}

export type SignUpItem = Omit<SignUpRow, 'position'> & {
  readonly volunteerName: string | null;
  /** Place among those with a place, or among those who wait; null for who came without signing up. */
  readonly place: number | null;
  /** Skills that the activity needs and the person never wrote down: for the leader to see to. */
  readonly missingSkills: readonly string[];
};

export const signUpStates = ['signed_up', 'waiting'] as const;

const sorts = { place: 'state, "place"', volunteerName: '"volunteerName" collate "C"', checkedInAt: '"checkedInAt"' };
export type SignUpSort = keyof typeof sorts;

/** Those who signed up in the order of signing up, those who wait, and who came without. */
export function signUpsOfSession(
  source: Reader,
  asked: Paging &
    Sorting<SignUpSort> & {
      readonly sessionId: SessionId;
      readonly state?: (typeof signUpStates)[number] | undefined;
      readonly scope: readonly OrganizationId[] | undefined;
    },
): Promise<Page<SignUpItem>> {
  const text = `select * from (select u.session_id as "sessionId", u.volunteer_id as "volunteerId", u.state,
      u.signed_up_on as "signedUpOn", u.checked_in_on as "checkedInOn", u.checked_in_at as "checkedInAt",
      u.checked_in_means as "checkedInMeans", u.checked_out_at as "checkedOutAt", u.checked_out_means as "checkedOutMeans",
      u.clock_drifts as "clockDrifts", n.name as "volunteerName",
      coalesce(${missingSkills('p.subject_id = u.volunteer_id')}, '[]') as "missingSkills",
      case when u.state is not null then row_number() over (partition by u.state order by lpad(u.position, 40, '0')) end as place
    from read.sign_up u join read.sign_up_session s on s.session_id = u.session_id
    left join read.sign_up_activity a on a.activity_id = s.activity_id
    left join read.sign_up_name n on n.subject_id = u.volunteer_id
    where u.session_id = $1 and ($2::uuid[] is null or s.organization_id = any($2))) listed
    where $3::text is null or state = $3`;
  const values = [asked.sessionId, asked.scope ?? null, asked.state ?? null];
  return pageOf(source, { text, values }, orderOf(sorts, asked, { otherwise: 'place', key: '"volunteerId"' }), asked);
}
