import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Select,
  type Sorting,
} from '#libs/projection-engine/paging';
import type { HoursDispute } from './hours-dispute.entity.js';

export type HoursDisputeItem = HoursDispute & {
  readonly volunteerName: string | null;
  /** Unanswered after the due day: the next level may take it over. */
  readonly overdue: boolean;
};

export const disputeStates = ['OPEN', 'OVERDUE', 'ANSWERED'] as const;
export type DisputeState = (typeof disputeStates)[number];

export interface DisputeFilter {
  /** The day on which the clocks are read, Asia/Shanghai. */
  readonly today: LocalDate;
  readonly state?: DisputeState | undefined;
  readonly volunteerId?: VolunteerId | undefined;
  /** Organizations that have to answer. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const sorts = {
  answerDueOn: '"answerDueOn"',
  disputedOn: '"disputedOn"',
  level: '"level"',
} as const;
export type DisputeSort = keyof typeof sorts;

// $1 today, $2 state, $3 volunteer, $4 scope
const selected = (columns: string): string => `
  select ${columns}
  from read.hours_dispute d
  left join read.hours_dispute_person p on p.volunteer_id = d.volunteer_id
  where ($2::text is null or ($2 = 'ANSWERED') = (d.outcome is not null))
    and ($2::text is distinct from 'OVERDUE' or d.answer_due_on < $1::date)
    and ($3::uuid is null or d.volunteer_id = $3) and ($4::uuid[] is null or d.organization_id = any($4))`;

const columns = `d.dispute_id as "disputeId", d.volunteer_id as "volunteerId", d.year, d.entry_id as "entryId",
    d.organization_id as "organizationId", d.level, d.escalated_for as "escalatedFor", d.ground, d.statement,
    d.raised_by as "raisedBy", d.disputed_on as "disputedOn", d.answer_due_on as "answerDueOn",
    d.due_provisional as "dueProvisional", d.outcome, d.answer, d.answered_by as "answeredBy",
    d.answered_on as "answeredOn", p.name as "volunteerName", d.outcome is null and d.answer_due_on < $1::date as overdue`;

const valuesOf = ({ today, state, volunteerId, scope }: DisputeFilter): Select['values'] => [
  today,
  state ?? null,
  volunteerId ?? null,
  scope ?? null,
];

/** Due first. Behind each count of `disputeCounts` stand the disputes of its state. */
export const disputesOf = (
  source: Reader,
  asked: DisputeFilter & Paging & Sorting<DisputeSort>,
): Promise<Page<HoursDisputeItem>> =>
  pageOf(
    source,
    { text: selected(columns), values: valuesOf(asked) },
    orderOf(sorts, asked, { otherwise: 'answerDueOn', key: '"disputeId"' }),
    asked,
  );

export interface DisputeCounts {
  readonly open: number;
  /** Of the open ones. */
  readonly overdue: number;
  readonly answered: number;
}

export async function disputeCounts(source: Reader, asked: Omit<DisputeFilter, 'state'>): Promise<DisputeCounts> {
  const counts = `count(*) filter (where d.outcome is null) as open,
    count(*) filter (where d.outcome is null and d.answer_due_on < $1::date) as overdue,
    count(*) filter (where d.outcome is not null) as answered`;
  const [row] = await rowsOf<DisputeCounts>(source, { text: selected(counts), values: valuesOf(asked) });
  return row ?? { open: 0, overdue: 0, answered: 0 };
}
