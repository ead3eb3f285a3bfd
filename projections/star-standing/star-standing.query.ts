import type { ActivityId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { nationalStarScheme, type StarApproverLevel, type StarScheme } from '#libs/policy/star-scheme';
import { nextStar, starsFor, type Stars } from '#libs/policy/stars';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import { countedEntries, enrolled, merging, standing } from './person.js';
import type { StarAward, StarStanding } from './star-standing.entity.js';

/** The record to which it was awarded: another than the person's where that one gave way to it (F-08). */
export type PersonAward = StarAward & { readonly volunteerId: VolunteerId };

type Row = Omit<StarStandingItem, 'scheme' | 'stars' | 'next'>;

/** What the minutes suffice to apply for. Stars are decided by people (rules 2.2): this awards none. */
export type StarStandingItem = Omit<StarStanding, 'awards'> & {
  /** Of all records of the person, each star once. */
  readonly awards: readonly PersonAward[];
  /** The record that applied and whose application is decided: another than the person's where it gave way since (F-08). */
  readonly appliedRecordId: VolunteerId | null;
  /** Scheme and version the standing was worked out under. */
  readonly scheme: Pick<StarScheme, 'id' | 'version'>;
  readonly stars: Stars;
  /** Null at the top. */
  readonly next: {
    readonly stars: Stars;
    readonly missingMinutes: number;
    readonly approverLevel: StarApproverLevel;
  } | null;
};

interface Asked {
  /** The volunteers' own organizations. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const sorts = {
  serviceMinutes: '"serviceMinutes"',
  volunteerNumber: '"volunteerNumber"',
  name: '"name" collate "C"',
} as const;
export type StarStandingSort = keyof typeof sorts;

const columns = `select s.volunteer_id as "volunteerId", s.name, s.volunteer_number as "volunteerNumber",
    s.organization_id as "organizationId", s.withdrawn_on as "withdrawnOn", s.minutes as "serviceMinutes",
    s.person_awards as awards, s.person_stars as "awardedStars", s.person_applied_stars as "appliedStars", s.person_applied_on as "appliedOn",
    s.person_approver_level as "approverLevel", s.applied_record as "appliedRecordId"
  from ${standing} s where ($1::uuid[] is null or s.organization_id = any($1))`;

function under(scheme: StarScheme, row: Row): StarStandingItem {
  const next = nextStar(row.serviceMinutes, scheme);
  return {
    ...row,
    scheme: { id: scheme.id, version: scheme.version },
    stars: starsFor(row.serviceMinutes, scheme),
    next: next && {
      stars: next.level.stars,
      missingMinutes: next.missingMinutes,
      approverLevel: next.level.approverLevel,
    },
  };
}

/**
 * Standing of everybody enrolled and not withdrawn, most minutes first unless sorted otherwise; with `stars`, of those
 * whose minutes suffice for exactly so many.
 */
export async function starStandings(
  source: Reader,
  asked: Asked & { readonly stars?: Stars | undefined } & Paging & Sorting<StarStandingSort>,
  scheme = nationalStarScheme,
): Promise<Page<StarStandingItem>> {
  const { least, below } = spanOf(asked.stars, scheme);
  const text = `${columns} and ${enrolled} and s.minutes >= $2::int and ($3::int is null or s.minutes < $3)`;
  const order = orderOf(sorts, asked.sort ? asked : { descending: true }, {
    otherwise: 'serviceMinutes',
    key: '"volunteerId"',
  });
  const page = await pageOf<Row>(
    source,
    { tables: merging, text, values: [asked.scope ?? null, least, below] },
    order,
    asked,
  );
  return { ...page, items: page.items.map((row) => under(scheme, row)) };
}

/** [least, below) minutes that suffice for exactly so many stars. */
function spanOf(stars: Stars | undefined, { levels }: StarScheme): { least: number; below: number | null } {
  if (stars === undefined) return { least: 0, below: null };
  const least = levels.find((level) => level.stars === stars)?.serviceMinutesMin ?? 0;
  return { least, below: levels.find((level) => level.stars > stars)?.serviceMinutesMin ?? null };
}

/** One volunteer's standing; undefined outside the scope. */
export async function starStandingOf(
  source: Reader,
  asked: Asked & { readonly volunteerId: VolunteerId },
  scheme = nationalStarScheme,
): Promise<StarStandingItem | undefined> {
  const text = `${columns} and s.volunteer_id = $2`;
  const [row] = await rowsOf<Row>(source, {
    tables: merging,
    text,
    values: [asked.scope ?? null, asked.volunteerId],
  });
  return row && under(scheme, row);
}

export interface StarYear {
  readonly year: number;
  readonly serviceMinutes: number;
  readonly entries: number;
}

// The records of the person are named beside: by them the entries are found with their index.
const ofVolunteer = `from ${countedEntries} e where e.person_id = $2
  and e.volunteer_id = any(array(select $2::uuid union select r.volunteer_id from merged_record r where r.survivor_id = $2::uuid))
  and ($1::uuid[] is null or exists (select from read.star_standing s where s.volunteer_id = e.person_id and s.organization_id = any($1)))`;

/** The years whose minutes add up to the standing, earliest first. */
export const yearsOfStarStanding = (
  source: Reader,
  asked: Asked & { readonly volunteerId: VolunteerId } & Paging,
): Promise<Page<StarYear>> =>
  pageOf(
    source,
    {
      tables: merging,
      text: `select extract(year from e.served_on)::int as year, sum(e.service_minutes) as "serviceMinutes", count(*) as entries
        ${ofVolunteer} group by 1`,
      values: [asked.scope ?? null, asked.volunteerId],
    },
    'year',
    asked,
  );

export interface StarEntry {
  readonly entryId: HoursEntryId;
  readonly activityId: ActivityId | null;
  readonly organizationId: OrganizationId;
  readonly servedOn: LocalDate;
  readonly serviceMinutes: number;
  readonly position: string;
}

/** The entries whose minutes add up to the standing, in all or of one year. */
export const entriesOfStarStanding = (
  source: Reader,
  asked: Asked & { readonly volunteerId: VolunteerId; readonly year?: number | undefined } & Paging,
): Promise<Page<StarEntry>> =>
  pageOf(
    source,
    {
      tables: merging,
      text: `select e.entry_id as "entryId", e.activity_id as "activityId", e.organization_id as "organizationId",
          e.served_on as "servedOn", e.service_minutes as "serviceMinutes", e.position
        ${ofVolunteer} and ($3::int is null or extract(year from e.served_on) = $3)`,
      values: [asked.scope ?? null, asked.volunteerId, asked.year ?? null],
    },
    '"servedOn", "entryId"',
    asked,
  );
