import type pg from 'pg';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { VolunteerHistoryEntry } from './volunteer-history.entity.js';

const sorts = { at: '"at"', eventType: '"eventType"' } as const;
export type VolunteerHistorySort = keyof typeof sorts;

interface Asked {
  readonly volunteerId: VolunteerId;
  /** The volunteer's own organization. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const ofVolunteer = `from read.volunteer_history_entry e where e.volunteer_id = $1
  and ($2::uuid[] is null or exists (select from read.volunteer_history_person p where p.volunteer_id = e.volunteer_id and p.organization_id = any($2)))`;

/** What was written about a person and where, in the order of acceptance; what it says is in `replayHistory`. */
export function historyEntries(
  source: Reader,
  asked: Asked & { readonly eventType?: string | undefined } & Paging & Sorting<VolunteerHistorySort>,
): Promise<Page<VolunteerHistoryEntry>> {
  const text = `select e.volunteer_id as "volunteerId", e.stream, e.revision, e.position, e.event_type as "eventType", e.at
    ${ofVolunteer} and ($3::text is null or e.event_type = $3)`;
  const values = [asked.volunteerId, asked.scope ?? null, asked.eventType ?? null];
  return pageOf(
    source,
    { text, values },
    orderOf(sorts, asked, { otherwise: 'at', key: '"at", "stream", "revision"' }),
    asked,
  );
}

export interface IndexedStream {
  readonly stream: string;
  /** Highest revision known to concern the person. */
  readonly revision: number;
}

/** The streams in which something about a person stands. Prepared: it is planned once and not for each history. */
export async function streamsAbout(
  pool: Pick<pg.Pool, 'query'>,
  volunteerId: VolunteerId,
): Promise<readonly IndexedStream[]> {
  const { rows } = await pool.query<IndexedStream>({
    name: 'streams_about',
    text: `select stream, max(revision)::int as revision from read.volunteer_history_entry
      where volunteer_id = $1 group by stream order by stream`,
    values: [volunteerId],
  });
  return rows;
}
