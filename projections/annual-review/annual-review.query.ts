import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import type { AnnualReview, Conclusion } from './annual-review.entity.js';

export type AnnualReviewItem = AnnualReview & { readonly name: string | null };

export interface AnnualReviewFilter {
  readonly year: number;
  readonly subjectKind: AnnualReview['subjectKind'];
  /** Organizations the reviews were prepared in. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const sorts = {
  name: '"name" collate "C"',
  serviceMinutes: '"serviceMinutes"',
  activities: '"activities"',
  preparedOn: '"preparedOn"',
  conclusion: '"conclusion"',
} as const;
export type AnnualReviewSort = keyof typeof sorts;

const columns = `select r.subject_id as "subjectId", r.year, r.subject_kind as "subjectKind", r.organization_id as "organizationId",
    r.pack, r.pack_version as "packVersion", r.position, r.prepared_on as "preparedOn", r.prepared_by as "preparedBy",
    r.service_minutes as "serviceMinutes", r.activities, r.members, r.target_minutes as "targetMinutes",
    r.target_activities as "targetActivities", r.pro_rata_target_minutes as "proRataTargetMinutes", r.under_packs as "underPacks",
    r.planned_lines as "plannedLines", r.leader_id as "leaderId", r.quarters_met as "quartersMet",
    r.ten_haves as "tenHaves", r.ten_haves_checked_on as "tenHavesCheckedOn", r.conclusion, r.confirmed_on as "confirmedOn", r.confirmed_by as "confirmedBy", n.name
  from read.annual_review r left join read.annual_review_name n on n.subject_id = r.subject_id`;

const filtered = `r.year = $1::int and r.subject_kind = $2 and ($3::uuid[] is null or r.organization_id = any($3))`;

const valuesOf = ({ year, subjectKind, scope }: AnnualReviewFilter): unknown[] => [year, subjectKind, scope ?? null];

/** With `conclusion`, those concluded so; null: those nobody has confirmed yet. */
export function annualReviews(
  source: Reader,
  asked: AnnualReviewFilter & { readonly conclusion?: Conclusion | null | undefined } & Paging &
    Sorting<AnnualReviewSort>,
): Promise<Page<AnnualReviewItem>> {
  const { conclusion } = asked;
  const text = `${columns} where ${filtered} and ($4::boolean or r.conclusion is not distinct from $5::text)`;
  const values = [...valuesOf(asked), conclusion === undefined, conclusion ?? null];
  return pageOf(source, { text, values }, orderOf(sorts, asked, { otherwise: 'name', key: '"subjectId"' }), asked);
}

/** One review; undefined where none was prepared or outside the scope. */
export async function annualReviewOf(
  source: Reader,
  asked: {
    readonly subjectId: VolunteerId | TeamId;
    readonly year: number;
    readonly scope: readonly OrganizationId[] | undefined;
  },
): Promise<AnnualReviewItem | undefined> {
  const text = `${columns} where r.subject_id = $1 and r.year = $2::int and ($3::uuid[] is null or r.organization_id = any($3))`;
  const [item] = await rowsOf<AnnualReviewItem>(source, {
    text,
    values: [asked.subjectId, asked.year, asked.scope ?? null],
  });
  return item;
}

export interface ConclusionCount {
  /** Null: prepared and not confirmed. */
  readonly conclusion: Conclusion | null;
  readonly reviews: number;
}

/** How many reviews ended how. Twin of each count: `annualReviews` with that conclusion. */
export const countByConclusion = (source: Reader, asked: AnnualReviewFilter): Promise<ConclusionCount[]> =>
  rowsOf(source, {
    text: `select r.conclusion, count(*) as reviews from read.annual_review r where ${filtered} group by 1 order by 1 nulls first`,
    values: valuesOf(asked),
  });
