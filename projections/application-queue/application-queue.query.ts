import type { DataSource } from 'typeorm';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope } from '#libs/projection-engine/as-of';
import { pageOf, rowsOf, type Page, type Paging } from '#libs/projection-engine/paging';
import type { ApplicationQueue } from './application-queue.entity.js';

export type WaitingApplication = Pick<ApplicationQueue, keyof ApplicationQueue>;

export interface QueueAsked {
  readonly scope: readonly OrganizationId[] | undefined;
  readonly organizationId?: OrganizationId | undefined;
  readonly status?: ApplicationQueue['status'] | undefined;
  readonly onlyDoubtful?: boolean | undefined;
  /** Only those waiting since this day or longer: the caller counts the working days. */
  readonly waitingSinceAtMost?: LocalDate | undefined;
}

const selection = ({ scope, organizationId, status, onlyDoubtful, waitingSinceAtMost }: QueueAsked) => ({
  where: `${inScope('q.organization_id', '$1')} and ($2::uuid is null or q.organization_id = $2) and ($3::text is null or q.status = $3)
    and (not $4 or q.doubt_count > 0) and ($5::date is null or q.waiting_since <= $5)`,
  values: [scope ?? null, organizationId ?? null, status ?? null, onlyDoubtful ?? false, waitingSinceAtMost ?? null],
});

/** Applications without an answer, the longest waiting first. */
export function waitingApplications(source: DataSource, asked: QueueAsked & Paging): Promise<Page<WaitingApplication>> {
  const { where, values } = selection(asked);
  const text = `select q.volunteer_id as "volunteerId", q.organization_id as "organizationId", q.status, q.name, q.participant_kind as "participantKind",
    q.source, q.on_behalf as "onBehalf", q.doubts, q.doubt_count as "doubtCount", q.first_submitted_on as "firstSubmittedOn",
    q.waiting_since as "waitingSince", q.return_reason as "returnReason" from read.application_queue q where ${where}`;
  return pageOf(source, { text, values }, '"waitingSince", "volunteerId"', asked);
}

export interface WaitingCount {
  readonly submitted: number;
  readonly returned: number;
  readonly doubtful: number;
  /** Null when nothing waits for the organization. */
  readonly longestWaitingSince: LocalDate | null;
}

/** How many applications wait, and since when the oldest does. */
export async function waitingCount(
  source: DataSource,
  asked: Omit<QueueAsked, 'status' | 'onlyDoubtful'>,
): Promise<WaitingCount> {
  const { where, values } = selection(asked);
  const [count] = await rowsOf<WaitingCount>(source, {
    text: `select (count(*) filter (where q.status = 'SUBMITTED'))::int as submitted, (count(*) filter (where q.status = 'RETURNED'))::int as returned,
      (count(*) filter (where q.doubt_count > 0))::int as doubtful, min(q.waiting_since) filter (where q.status = 'SUBMITTED') as "longestWaitingSince"
      from read.application_queue q where ${where}`,
    values,
  });
  return count ?? { submitted: 0, returned: 0, doubtful: 0, longestWaitingSince: null };
}

/** The applications that make up one figure of a `waitingCount`. */
export const entriesOfWaitingCount = (
  source: DataSource,
  {
    figure,
    ...asked
  }: Omit<QueueAsked, 'status' | 'onlyDoubtful'> & Paging & { readonly figure: 'submitted' | 'returned' | 'doubtful' },
): Promise<Page<WaitingApplication>> =>
  waitingApplications(source, {
    ...asked,
    ...(figure === 'doubtful' ? { onlyDoubtful: true } : { status: figure === 'submitted' ? 'SUBMITTED' : 'RETURNED' }),
  });
