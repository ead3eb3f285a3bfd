import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { pageOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import { askedOn, merging, personInScope, standsAlone, summedMinutes } from './participant.js';

export interface ReminderCandidate {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly organizationId: OrganizationId;
  /** Of the half-year alone. */
  readonly minutesOfHalf: number;
  /** Of the year, up to the end of the half-year. */
  readonly minutesOfYear: number;
  /** Below nothing at all, or below what the pack asks by the end of the half-year. */
  readonly because: 'NO_MINUTES' | 'BELOW_THRESHOLD';
  /** The last talk about this half-year, if one was held. */
  readonly talkedOn: LocalDate | null;
}

export interface RemindersAsked {
  readonly year: number;
  readonly half: 1 | 2;
  /** Minutes of the year by the end of the half-year; null where the pack sets none, then only who has none is listed. */
  readonly minutesMin: number | null;
  readonly scope: readonly OrganizationId[] | undefined;
}

export const halfYear = (year: number, half: 1 | 2): readonly [from: LocalDate, until: LocalDate] =>
  (half === 1 ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`]) as [LocalDate, LocalDate];

/**
 * Who might be talked to about a half-year. A question that people ask: nothing follows from being listed, a person
 * decides and records the talk (PIPL 24). Those exempted, dead or gone by its end are not asked about.
 */
export function reminderCandidates(
  source: Reader,
  asked: RemindersAsked & Paging & { readonly isTalkDue?: boolean | undefined },
): Promise<Page<ReminderCandidate>> {
  const [from, until] = halfYear(asked.year, asked.half);
  // $1 last day, $2 year, $3 half, $4 minutes, $5 scope, $6 talk due
  const text = `select p.volunteer_id as "volunteerId", p.name, p.volunteer_number as "volunteerNumber", p.organization_id as "organizationId",
      m.half as "minutesOfHalf", m.year as "minutesOfYear", case when m.half = 0 then 'NO_MINUTES' else 'BELOW_THRESHOLD' end as because,
      k.talked as "talkedOn"
    from read.participation_person p left join summed on summed.volunteer_id = p.volunteer_id
    cross join lateral (select coalesce(summed.half, 0) as half, coalesce(summed.year, 0) as year) m
    cross join lateral (select max(t->>'heldOn') as talked from jsonb_array_elements(p.talks) t
      where (t->>'year')::int = $2::int and (t->>'half')::int = $3::int) k
    where ${standsAlone} and ${personInScope('$5')} and ${askedOn('$1')} and (m.half = 0 or m.year < $4::int) and (not $6::boolean or k.talked is null)`;
  const values = [until, asked.year, asked.half, asked.minutesMin, asked.scope ?? null, asked.isTalkDue ?? false];
  const spans = { half: { from, until }, year: { from: `${asked.year}-01-01` as LocalDate, until } };
  const tables = `${merging}, ${summedMinutes({ spans, scope: asked.scope, parameter: '$5' })}`;
  return pageOf(source, { tables, once: true, text, values }, '"minutesOfYear", "volunteerId"', asked);
}
