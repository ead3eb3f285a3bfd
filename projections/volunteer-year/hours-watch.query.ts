import type { AccountId, HoursEntryId, OrganizationId, SessionId, TeamId } from '#libs/kernel/ids';
import type { Provenance } from '#libs/hours/hours.events';
import type { LocalDate } from '#libs/kernel/time';
import { counts, entriesOfPersons, merging } from './person.js';
import { pageOf, rowsOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import {
  byDay,
  entryColumns,
  entriesOfSlice,
  sliceCondition,
  sliceValues,
  type HoursEntryItem,
  type HoursEntrySort,
  type LedgerSlice,
} from './hours-entry.query.js';

/** Not counted yet, and somebody has to do something about it. */
export const waitingStates = ['recorded', 'held', 'conflicted', 'found'] as const;
export type WaitingState = (typeof waitingStates)[number];

interface Asked extends Paging, Sorting<HoursEntrySort> {
  /** Organizations under which the service was given. */
  readonly scope: readonly OrganizationId[] | undefined;
}

/**
 * What waits: to be attested, to be approved, or for a decision about an overlap (F-03, F-04, F-05). `urgentOn`: what is overdue on
 * this day first, then by the day by which something has to be done, or that of the service where there is none.
 */
export const waitingEntries = (
  source: Reader,
  asked: Asked & { readonly state?: WaitingState | undefined; readonly urgentOn?: LocalDate | undefined },
): Promise<Page<HoursEntryItem>> => {
  const text = `${entryColumns} where h.state = any($1) and ($2::uuid[] is null or h.organization_id = any($2))`;
  const values: unknown[] = [asked.state ? [asked.state] : waitingStates, asked.scope ?? null];
  if (asked.urgentOn === undefined) return pageOf(source, { tables: merging, text, values }, byDay(asked), asked);
  const urgent = `coalesce("dueOn" < $3::date, false) desc, coalesce("dueOn", "servedOn"), "entryId"`;
  return pageOf(source, { tables: merging, text, values: [...values, asked.urgentOn] }, urgent, asked);
};

export type HeldEntry = Pick<
  HoursEntryItem,
  'entryId' | 'sessionId' | 'volunteerId' | 'year' | 'serviceMinutes' | 'holdReasons' | 'lateReasonCode'
>;

/** What waits for a third person in these sessions, in the order of the entry ids: what an approval of a whole batch goes through. */
export const heldInSessions = (
  source: Reader,
  { sessionIds, after }: { readonly sessionIds: readonly SessionId[]; readonly after?: HoursEntryId | undefined },
): Promise<HeldEntry[]> =>
  rowsOf(source, {
    tables: merging,
    text: `select h.entry_id as "entryId", h.session_id as "sessionId", h.volunteer_id as "volunteerId", h.year,
        h.service_minutes as "serviceMinutes", h.hold_reasons as "holdReasons", h.late_reason_code as "lateReasonCode" from read.hours_entry h
      where h.session_id = any($1) and h.state = 'held' and ($2::uuid is null or h.entry_id > $2) order by h.entry_id`,
    values: [sessionIds, after ?? null],
  });

/** A whole sheet entered in one act: what became of each person's line. */
export const entriesOfSession = (
  source: Reader,
  asked: Asked & { readonly sessionId: SessionId },
): Promise<Page<HoursEntryItem>> => {
  const text = `${entryColumns} where h.session_id = $1 and ($2::uuid[] is null or h.organization_id = any($2))`;
  return pageOf(source, { tables: merging, text, values: [asked.sessionId, asked.scope ?? null] }, byDay(asked), asked);
};

/** F-01: whoever attested a false entry, what else did they attest? A list for people to sample from. */
export const entriesAttestedBy = (
  source: Reader,
  asked: Asked & { readonly attestedBy: AccountId },
): Promise<Page<HoursEntryItem>> => {
  const text = `${entryColumns} where h.attested_by = $1 and ($2::uuid[] is null or h.organization_id = any($2))`;
  return pageOf(
    source,
    { tables: merging, text, values: [asked.attestedBy, asked.scope ?? null] },
    byDay(asked),
    asked,
  );
};

export interface ProvenanceSum {
  readonly provenance: Provenance;
  readonly serviceMinutes: number;
  readonly entries: number;
}

/** How the minutes of a slice came to be known; external and brought-forward ones are never mixed with the others. */
export const minutesByProvenance = (source: Reader, asked: LedgerSlice): Promise<ProvenanceSum[]> =>
  rowsOf(source, {
    tables: merging,
    text: `select h.provenance, sum(h.service_minutes) as "serviceMinutes", count(*) as entries from ${entriesOfPersons}
      where ${sliceCondition} and ${counts} group by 1 order by 2 desc, 1`,
    values: sliceValues(asked),
  });

export interface LateShare {
  /** Null: served without a team. */
  readonly teamId: TeamId | null;
  readonly name: string | null;
  readonly serviceMinutes: number;
  readonly lateMinutes: number;
  readonly lateEntries: number;
  /** What somebody declared and no sheet or code shows (F-40). */
  readonly declaredMinutes: number;
  /** Entries that were credited and taken back since, beside the totals and in none of them (F-40). */
  readonly correctedEntries: number;
  readonly correctedMinutes: number;
  /** Of the minutes, in hundredths of a per cent, rounded down. */
  readonly lateBasisPoints: number;
}

/** F-05, F-40: how much of a team's minutes was recorded after the due day, declared, corrected since. Twins: `lateEntries`, `correctedEntries`. */
export const lateShareByTeam = (source: Reader, asked: LedgerSlice & Paging): Promise<Page<LateShare>> =>
  pageOf(
    source,
    {
      tables: merging,
      once: true,
      text: `select h.team_id as "teamId", n.name, coalesce(sum(h.service_minutes) filter (where ${counts}), 0) as "serviceMinutes",
          coalesce(sum(h.service_minutes) filter (where h.late and ${counts}), 0) as "lateMinutes",
          count(*) filter (where h.late and ${counts}) as "lateEntries",
          coalesce(sum(h.service_minutes) filter (where h.provenance = 'DECLARED' and ${counts}), 0) as "declaredMinutes",
          count(*) filter (where h.state = 'reversed') as "correctedEntries",
          coalesce(sum(h.service_minutes) filter (where h.state = 'reversed'), 0) as "correctedMinutes",
          coalesce(sum(h.service_minutes) filter (where h.late and ${counts}) * 10000
            / nullif(sum(h.service_minutes) filter (where ${counts}), 0), 0) as "lateBasisPoints"
        from ${entriesOfPersons} left join read.volunteer_year_name n on n.subject_id = h.team_id
        where ${sliceCondition} and (h.state = 'reversed' or (${counts})) group by 1, 2`,
      values: sliceValues(asked),
    },
    '"lateBasisPoints" desc, "teamId"',
    asked,
  );

/** The entries behind a late share. */
export const lateEntries = (
  source: Reader,
  asked: LedgerSlice & Paging & Sorting<HoursEntrySort>,
): Promise<Page<HoursEntryItem>> => entriesOfSlice(source, { ...asked, late: true });

/** What was credited in the slice and taken back since: none of it counts, all of it can be looked at (F-40). */
export const correctedEntries = (
  source: Reader,
  asked: LedgerSlice & Paging & Sorting<HoursEntrySort>,
): Promise<Page<HoursEntryItem>> => {
  const text = `${entryColumns} where ${sliceCondition} and h.state = 'reversed'`;
  return pageOf(source, { tables: merging, text, values: sliceValues(asked) }, byDay(asked), asked);
};
