import type { ActivityId, EvidenceId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { ActivityEvidence } from './activity-evidence.entity.js';

export type EvidenceItem = ActivityEvidence & {
  /** Other activities that show the very same file; a person looks at it. */
  readonly usedElsewhere: number;
};

const sorts = { addedOn: '"addedOn"', evidenceKind: '"evidenceKind"', usedElsewhere: '"usedElsewhere"' } as const;
export type EvidenceSort = keyof typeof sorts;

export interface EvidenceFilter {
  readonly scope: readonly OrganizationId[] | undefined;
  readonly activityId?: ActivityId | undefined;
  readonly evidenceId?: EvidenceId | undefined;
  /** Only files that more than one activity shows. */
  readonly reused?: boolean | undefined;
}

/** Evidence of one activity, or of all in scope. A file counts as reused wherever in the ledger the other activity is. */
export function evidence(
  source: Reader,
  asked: EvidenceFilter & Paging & Sorting<EvidenceSort>,
): Promise<Page<EvidenceItem>> {
  const text = `select * from (select e.evidence_id as "evidenceId", e.activity_id as "activityId",
      e.organization_id as "organizationId", e.session_id as "sessionId", e.evidence_kind as "evidenceKind", e.sha256,
      e.bytes, e.content_type as "contentType", e.added_on as "addedOn", e.shows_minor as "showsMinor", e.caption,
      (select count(distinct o.activity_id) from read.activity_evidence o
        where o.sha256 = e.sha256 and o.activity_id <> e.activity_id) as "usedElsewhere"
    from read.activity_evidence e
    where ($1::uuid[] is null or e.organization_id = any($1)) and ($2::uuid is null or e.activity_id = $2)
      and ($4::uuid is null or e.evidence_id = $4)) found
    where $3::boolean is null or ("usedElsewhere" > 0) = $3`;
  const values = [asked.scope ?? null, asked.activityId ?? null, asked.reused ?? null, asked.evidenceId ?? null];
  return pageOf(source, { text, values }, orderOf(sorts, asked, { otherwise: 'addedOn', key: '"evidenceId"' }), asked);
}

export type EvidenceOfPerson = Pick<
  ActivityEvidence,
  'evidenceId' | 'activityId' | 'organizationId' | 'evidenceKind' | 'sha256' | 'bytes' | 'contentType' | 'addedOn'
> & {
  /** Who else was recorded at the same activities: more than nobody, and the file proves their hours too. */
  readonly others: number;
};

/** Evidence of what these records of one person took part in: where their picture or signature may be. The newest first, 1,000 at most. */
export async function evidenceShowing(
  source: Reader,
  { volunteerIds }: { readonly volunteerIds: readonly VolunteerId[] },
): Promise<EvidenceOfPerson[]> {
  return source.query<EvidenceOfPerson[]>(
    `select e.evidence_id as "evidenceId", e.activity_id as "activityId", e.organization_id as "organizationId",
        e.evidence_kind as "evidenceKind", e.sha256, e.bytes, e.content_type as "contentType", e.added_on::text as "addedOn",
        (select count(distinct o.volunteer_id)::int from read.activity_register_attendance o
          where o.activity_id = e.activity_id and o.volunteer_id <> all($1::uuid[])) as others
      from read.activity_evidence e
      where exists (select from read.activity_register_attendance a
          where a.activity_id = e.activity_id and a.volunteer_id = any($1::uuid[])
            and (e.session_id is null or a.session_id = e.session_id))
      order by e.added_on desc, e.evidence_id limit 1000`,
    [volunteerIds],
  );
}
