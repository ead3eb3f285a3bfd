import { enrolled as enrolledPersons, merging, standing } from './person.js';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { StarApproverLevel, StarScheme } from '#libs/policy/star-scheme';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';

export interface StarBoardItem {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly organizationId: OrganizationId;
  readonly serviceMinutes: number;
  /** What the minutes suffice to apply for under the scheme asked about. */
  readonly sufficientStars: number;
  /** What people awarded; it stays whatever the minutes or the scheme come to. */
  readonly awardedStars: number;
  /** More than the minutes suffice for now: hours were reversed after the award, or the scheme rose. For people to look at. */
  readonly isAboveMinutes: boolean;
  readonly appliedStars: number | null;
  readonly appliedOn: LocalDate | null;
  readonly approverLevel: StarApproverLevel | null;
  /** The record that applied and whose application is decided: another than the person's where it gave way since (F-08). */
  readonly appliedRecordId: VolunteerId | null;
}

interface Asked {
  /** The volunteers' own organizations. */
  readonly scope: readonly OrganizationId[] | undefined;
  readonly scheme: StarScheme;
}

const sorts = {
  serviceMinutes: '"serviceMinutes"',
  awardedStars: '"awardedStars"',
  appliedOn: '"appliedOn"',
  name: '"name" collate "C"',
} as const;
export type StarBoardSort = keyof typeof sorts;

/** SQL: the stars that the minutes of row `s` suffice for; the parameters hold the minutes and stars of a scheme's levels. */
const starsUnder = (minutes: string, stars: string): string =>
  `(select coalesce(max(l.stars), 0) from unnest(${minutes}::int[], ${stars}::int[]) l(least, stars) where s.minutes >= l.least)`;

const levelsOf = ({ levels }: StarScheme): [number[], number[]] => [
  levels.map(({ serviceMinutesMin }) => serviceMinutesMin),
  levels.map(({ stars }) => stars),
];

const enrolled = `${enrolledPersons} and ($1::uuid[] is null or s.organization_id = any($1))`;

const board = `select s.volunteer_id as "volunteerId", s.name, s.volunteer_number as "volunteerNumber", s.organization_id as "organizationId",
    s.minutes as "serviceMinutes", ${starsUnder('$2', '$3')} as "sufficientStars", s.person_stars as "awardedStars",
    s.person_stars > ${starsUnder('$2', '$3')} as "isAboveMinutes", s.person_applied_stars as "appliedStars", s.person_applied_on as "appliedOn",
    s.person_approver_level as "approverLevel", s.applied_record as "appliedRecordId"
  from ${standing} s where ${enrolled}`;

const valuesOf = ({ scope, scheme }: Asked): unknown[] => [scope ?? null, ...levelsOf(scheme)];

/** Everybody enrolled with what was awarded, what the minutes suffice for and what waits for a decision. */
export function starBoard(
  source: Reader,
  asked: Asked &
    Paging &
    Sorting<StarBoardSort> & { readonly awardedStars?: number | undefined; readonly isUndecided?: boolean | undefined },
): Promise<Page<StarBoardItem>> {
  const text = `${board} and ($4::int is null or s.person_stars = $4) and (not $5::boolean or s.person_applied_stars is not null)`;
  const values = [...valuesOf(asked), asked.awardedStars ?? null, asked.isUndecided ?? false];
  return pageOf(
    source,
    { tables: merging, text, values },
    orderOf(sorts, asked, { otherwise: 'awardedStars', key: '"volunteerId"' }),
    asked,
  );
}

export interface StarCount {
  readonly awardedStars: number;
  readonly volunteers: number;
}

/** How many have which star, 0 for none. Twin of each: `starBoard` with those stars. */
export const countByStars = (source: Reader, { scope }: Pick<Asked, 'scope'>): Promise<StarCount[]> =>
  rowsOf(source, {
    tables: merging,
    text: `select s.person_stars as "awardedStars", count(*) as volunteers from ${standing} s where ${enrolled} group by 1 order by 1`,
    values: [scope ?? null],
  });

export interface StarChange {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly serviceMinutes: number;
  readonly sufficientStars: number;
  /** Under the other scheme. */
  readonly sufficientStarsThen: number;
  /** The same under any scheme. */
  readonly awardedStars: number;
}

/** A dry run: whose minutes would suffice for other stars under another scheme. Nothing is changed, and awarded stars would not be. */
export function starChanges(
  source: Reader,
  asked: Asked & Paging & { readonly other: StarScheme },
): Promise<Page<StarChange>> {
  const text = `select s.volunteer_id as "volunteerId", s.name, s.volunteer_number as "volunteerNumber", s.minutes as "serviceMinutes",
      ${starsUnder('$2', '$3')} as "sufficientStars", ${starsUnder('$4', '$5')} as "sufficientStarsThen", s.person_stars as "awardedStars"
    from ${standing} s where ${enrolled} and ${starsUnder('$2', '$3')} <> ${starsUnder('$4', '$5')}`;
  const values = [...valuesOf(asked), ...levelsOf(asked.other)];
  return pageOf(source, { tables: merging, text, values }, '"serviceMinutes" desc, "volunteerId"', asked);
}
