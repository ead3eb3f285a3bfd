import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { ownerOnDay, teamStands } from '#libs/projection-engine/owned-team';
import { pageOf, rowsOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import {
  askedOn,
  countedEntries,
  exemptedOn,
  merging,
  personInScope,
  standsAlone,
  summedMinutes,
} from './participant.js';

export interface AnalysisAsked {
  /** The first and last day of the period; it begins with the year. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly minutesMin: number | null;
  readonly activitiesMin: number | null;
  readonly membersMin: number;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface AnalysisFigures {
  readonly volunteers: number;
  readonly exempted: number;
  readonly participants: number;
  readonly withoutMinutes: number;
  readonly reached: number;
  /** Neither exempted nor at the minutes asked for. */
  readonly behind: number;
  readonly serviceMinutes: number;
  readonly declaredMinutes: number;
  readonly lateMinutes: number;
  readonly entries: number;
  readonly teams: number;
  readonly activities: number;
  readonly teamsReached: number;
}

// $1 last day, $2 minutes, $3 scope
const people = `select p.volunteer_id as "volunteerId", p.name, p.volunteer_number as "volunteerNumber", ${exemptedOn('$1')} as "isExempted",
    coalesce(summed.minutes, 0) as "serviceMinutes"
  from read.participation_person p left join summed on summed.volunteer_id = p.volunteer_id where ${standsAlone} and ${personInScope('$3')} and (${askedOn('$1')} or (p.enrolled_on <= $1::date and (p.left_on is null or p.left_on > $1::date)))`;

const minutesOfPeople = ({ fromOn, untilOn, scope }: Pick<AnalysisAsked, 'fromOn' | 'untilOn' | 'scope'>): string => {
  const minutes = { from: fromOn, until: untilOn };
  return `${merging}, ${summedMinutes({ spans: { minutes }, scope, parameter: '$3' })}`;
};

// $1 first day, $2 last day, $3 members, $4 scope, $5 activities
const teams = `select t.team_id, count(a.activity_id)::int as activities from read.participation_team t left join lateral (
    select e.activity_id from ${countedEntries} e where e.team_id = t.team_id and e.activity_id is not null and e.served_on between $1::date and $2::date
    group by e.activity_id having count(distinct e.person_id) >= $3::int) a on true
  where ${teamStands('$2')} and ($4::uuid[] is null or ${ownerOnDay('$2')} = any($4)) group by 1`;

/** Z-57: who took part, how much, how it is distributed. Twin of the people: `peopleOfAnalysis`. */
export async function analysisFigures(source: Reader, asked: AnalysisAsked): Promise<AnalysisFigures> {
  const { fromOn, untilOn, minutesMin, membersMin, activitiesMin } = asked;
  const scope = asked.scope ?? null;
  const [ofPeople] = await rowsOf<Partial<AnalysisFigures>>(source, {
    tables: minutesOfPeople(asked),
    text: `select count(*)::int as volunteers, (count(*) filter (where f."isExempted"))::int as exempted,
        (count(*) filter (where f."serviceMinutes" > 0))::int as participants,
        (count(*) filter (where f."serviceMinutes" = 0 and not f."isExempted"))::int as "withoutMinutes",
        (count(*) filter (where f."serviceMinutes" >= $2::int))::int as reached,
        (count(*) filter (where f."serviceMinutes" < $2::int and not f."isExempted"))::int as behind from (${people}) f`,
    values: [untilOn, minutesMin, scope],
  });
  const [ofEntries] = await rowsOf<Partial<AnalysisFigures>>(source, {
    tables: merging,
    text: `select coalesce(sum(e.service_minutes), 0)::int as "serviceMinutes", count(*)::int as entries,
        (coalesce(sum(e.service_minutes) filter (where e.provenance = 'DECLARED'), 0))::int as "declaredMinutes",
        (coalesce(sum(e.service_minutes) filter (where e.late), 0))::int as "lateMinutes"
      from ${countedEntries} e where e.served_on between $1::date and $2::date and ($3::uuid[] is null or e.organization_id = any($3))`,
    values: [fromOn, untilOn, scope],
  });
  const [ofTeams] = await rowsOf<Partial<AnalysisFigures>>(source, {
    tables: merging,
    text: `select count(*)::int as teams, coalesce(sum(f.activities), 0)::int as activities,
        (count(*) filter (where f.activities >= $5::int))::int as "teamsReached" from (${teams}) f`,
    values: [fromOn, untilOn, membersMin, scope, activitiesMin],
  });
  return { ...ofPeople, ...ofEntries, ...ofTeams } as AnalysisFigures;
}

export interface AnalysisPerson {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly isExempted: boolean;
  readonly serviceMinutes: number;
}

export const analysisGroups = ['ALL', 'EXEMPTED', 'PARTICIPANTS', 'WITHOUT_MINUTES', 'REACHED', 'BEHIND'] as const;

/** The people behind one of the figures, fewest minutes first. */
export function peopleOfAnalysis(
  source: Reader,
  asked: Pick<AnalysisAsked, 'fromOn' | 'untilOn' | 'minutesMin' | 'scope'> &
    Paging & { readonly group: (typeof analysisGroups)[number] },
): Promise<Page<AnalysisPerson>> {
  const text = `select * from (${people}) f where $4 = 'ALL' or ($4 = 'EXEMPTED' and f."isExempted") or ($4 = 'PARTICIPANTS' and f."serviceMinutes" > 0)
    or ($4 = 'WITHOUT_MINUTES' and f."serviceMinutes" = 0 and not f."isExempted") or ($4 = 'REACHED' and f."serviceMinutes" >= $2::int)
    or ($4 = 'BEHIND' and f."serviceMinutes" < $2::int and not f."isExempted")`;
  const values = [asked.untilOn, asked.minutesMin, asked.scope ?? null, asked.group];
  return pageOf(
    source,
    { tables: minutesOfPeople(asked), once: true, text, values },
    '"serviceMinutes", "volunteerId"',
    asked,
  );
}
