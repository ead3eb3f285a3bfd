import type { serviceThemes } from '#libs/activity/activity.events';
import type { ActivityId, OrganizationId, SessionId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';

/** Both ends belong to it. Days and width come from the policy pack. */
export interface RequiredDayWindow {
  readonly day: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export interface RequiredDayItem {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly day: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Activities with a session in the window, not cancelled. Twin: `sessionsOfRequiredDays`. */
  readonly activities: number;
  readonly isMet: boolean;
  /** The session nearest to the day: the real date is shown. */
  readonly nearestHeldOn: LocalDate | null;
}

const sorts = { day: 'day', organizationName: '"organizationName" collate "C"', activities: 'activities' } as const;
export type RequiredDaySort = keyof typeof sorts;

interface Asked {
  readonly windows: readonly RequiredDayWindow[];
  readonly scope: readonly OrganizationId[] | undefined;
}

const windowsOf = (windows: readonly RequiredDayWindow[]): string => JSON.stringify(windows);

const held = `read.required_day_session s join read.required_day_activity a on a.activity_id = s.activity_id
      and not a.is_cancelled`;

/** Every unit × required day, met or not; a unit answers for the days from its registration until its end. */
export function requiredDayMatrix(
  source: Reader,
  asked: Asked & { readonly met?: boolean | undefined } & Paging & Sorting<RequiredDaySort>,
): Promise<Page<RequiredDayItem>> {
  const text = `select * from (select u.organization_id as "organizationId", u.name as "organizationName", w.day, w."from", w."until",
      f.activities, f.activities > 0 as "isMet", f.nearest as "nearestHeldOn"
    from read.required_day_unit u
    cross join jsonb_to_recordset($1::jsonb) as w(day date, "from" date, "until" date)
    cross join lateral (select count(distinct s.activity_id) as activities,
        (array_agg(s.held_on order by abs(s.held_on - w.day), s.held_on))[1] as nearest
      from ${held} where s.organization_id = u.organization_id and s.held_on between w."from" and w."until") f
    where ($2::uuid[] is null or u.organization_id = any($2)) and u.registered_on <= w."until"
      and (u.ended_on is null or u.ended_on > w."until" or f.activities > 0)) found
    where $3::boolean is null or "isMet" = $3`;
  const values = [windowsOf(asked.windows), asked.scope ?? null, asked.met ?? null];
  const order = orderOf(sorts, asked, { otherwise: 'day', key: '"organizationName" collate "C", "organizationId"' });
  return pageOf(source, { text, values }, order, asked);
}

export interface RequiredDaySessionItem {
  readonly day: LocalDate;
  readonly sessionId: SessionId;
  readonly activityId: ActivityId;
  readonly title: string;
  readonly theme: (typeof serviceThemes)[number] | null;
  readonly heldOn: LocalDate;
}

const sessionSorts = { day: 'day', heldOn: '"heldOn"', title: 'title collate "C"' } as const;
export type RequiredDaySessionSort = keyof typeof sessionSorts;

/** What a unit held in the windows; the different activities of one are its figure `activities`. */
export function sessionsOfRequiredDays(
  source: Reader,
  asked: Asked & { readonly organizationId: OrganizationId } & Paging & Sorting<RequiredDaySessionSort>,
): Promise<Page<RequiredDaySessionItem>> {
  const text = `select w.day, s.session_id as "sessionId", s.activity_id as "activityId", a.title, a.theme, s.held_on as "heldOn"
    from jsonb_to_recordset($1::jsonb) as w(day date, "from" date, "until" date)
    join (${held}) on s.held_on between w."from" and w."until"
    where s.organization_id = $2 and ($3::uuid[] is null or s.organization_id = any($3))`;
  const values = [windowsOf(asked.windows), asked.organizationId, asked.scope ?? null];
  const order = orderOf(sessionSorts, asked, { otherwise: 'heldOn', key: '"sessionId", day' });
  return pageOf(source, { text, values }, order, asked);
}
