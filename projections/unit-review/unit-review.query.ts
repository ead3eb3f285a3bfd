import type { OrganizationId } from '#libs/kernel/ids';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { AnalysisPeriod } from '#libs/review/unit-review.events';
import type { OrganizationReviewRow, ParticipationAnalysisRow, RosterReviewRow } from './unit-review.entity.js';

export type RosterReviewItem = RosterReviewRow;
export type ParticipationAnalysisItem = ParticipationAnalysisRow;

interface Asked {
  readonly year: number;
  readonly scope: readonly OrganizationId[] | undefined;
  readonly organizationId?: OrganizationId | undefined;
}

const rosterSorts = { untilOn: '"untilOn"', additions: '"additions"', leavers: '"leavers"' } as const;
export type RosterReviewSort = keyof typeof rosterSorts;

const inAsked = `r.year = $1::int and ($2::uuid[] is null or r.organization_id = any($2)) and ($3::uuid is null or r.organization_id = $3)`;

/** Roster reviews of a year; with `isOpen`, those that nobody has confirmed yet. Twin of its figures: `rosterMovementsBetween`. */
export function rosterReviews(
  source: Reader,
  asked: Asked &
    Paging &
    Sorting<RosterReviewSort> & { readonly half?: number | undefined; readonly isOpen?: boolean | undefined },
): Promise<Page<RosterReviewItem>> {
  const text = `select r.organization_id as "organizationId", r.year, r.half, r.since_on as "sinceOn", r.until_on as "untilOn", r.pack,
      r.pack_version as "packVersion", r.position, r.prepared_on as "preparedOn", r.prepared_by as "preparedBy", r.on_roster as "onRoster",
      r.additions, r.leavers, r.team_changes as "teamChanges", r.kind_changes as "kindChanges", r.unchanged, r.leader_changes as "leaderChanges",
      r.confirmed_on as "confirmedOn", r.confirmed_by as "confirmedBy"
    from read.roster_review r where ${inAsked} and ($4::int is null or r.half = $4) and (not $5::boolean or r.confirmed_on is null)`;
  const values = [
    asked.year,
    asked.scope ?? null,
    asked.organizationId ?? null,
    asked.half ?? null,
    asked.isOpen ?? false,
  ];
  return pageOf(
    source,
    { text, values },
    orderOf(rosterSorts, asked, { otherwise: 'untilOn', key: '"organizationId", "half"' }),
    asked,
  );
}

const analysisSorts = {
  serviceMinutes: '"serviceMinutes"',
  participants: '"participants"',
  preparedOn: '"preparedOn"',
} as const;
export type AnalysisSort = keyof typeof analysisSorts;

const participationColumns = `r.organization_id as "organizationId", r.year, r.pack, r.pack_version as "packVersion", r.position,
      r.prepared_on as "preparedOn", r.prepared_by as "preparedBy", r.volunteers, r.exempted, r.participants, r.without_minutes as "withoutMinutes",
      r.minutes_min as "minutesMin", r.reached, r.service_minutes as "serviceMinutes", r.declared_minutes as "declaredMinutes", r.late_minutes as "lateMinutes", r.entries, r.teams,
      r.activities, r.activities_min as "activitiesMin", r.teams_reached as "teamsReached"`;

/** Analyses of a year; with `isOpen`, those that nobody has signed yet. Twin of its figures: `peopleOfAnalysis`. */
export function participationAnalyses(
  source: Reader,
  asked: Asked &
    Paging &
    Sorting<AnalysisSort> & { readonly period?: AnalysisPeriod | undefined; readonly isOpen?: boolean | undefined },
): Promise<Page<ParticipationAnalysisItem>> {
  const text = `select r.period, ${participationColumns}, r.conclusion, r.signed_on as "signedOn", r.signed_by as "signedBy"
    from read.participation_analysis r where ${inAsked} and ($4::text is null or r.period = $4) and (not $5::boolean or r.signed_on is null)`;
  const values = [
    asked.year,
    asked.scope ?? null,
    asked.organizationId ?? null,
    asked.period ?? null,
    asked.isOpen ?? false,
  ];
  return pageOf(
    source,
    { text, values },
    orderOf(analysisSorts, asked, { otherwise: 'preparedOn', key: '"organizationId", "period"' }),
    asked,
  );
}

/** Reviews of organizations of a year; with `isOpen`, those that nobody has confirmed yet. Twin of its figures: `peopleOfAnalysis`, `teamYears`. */
export function organizationReviews(
  source: Reader,
  asked: Asked & Paging & Sorting<AnalysisSort> & { readonly isOpen?: boolean | undefined },
): Promise<Page<OrganizationReviewRow>> {
  const text = `select ${participationColumns}, r.behind, r.conclusion, r.note, r.confirmed_on as "confirmedOn", r.confirmed_by as "confirmedBy"
    from read.organization_review r where ${inAsked} and (not $4::boolean or r.confirmed_on is null)`;
  const values = [asked.year, asked.scope ?? null, asked.organizationId ?? null, asked.isOpen ?? false];
  const order = orderOf(analysisSorts, asked, { otherwise: 'preparedOn', key: '"organizationId"' });
  return pageOf(source, { text, values }, order, asked);
}
