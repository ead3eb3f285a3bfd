import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { rowsOf, type Reader } from '#libs/projection-engine/paging';
import type { ExemptedSpan, HeldTalk } from './participation.entity.js';
import { personInScope } from './participant.js';

export interface YearOfPerson {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string | null;
  readonly organizationId: OrganizationId | null;
  readonly enrolledOn: LocalDate | null;
  readonly leftOn: LocalDate | null;
  /** Spans that touch the year. */
  readonly exempted: readonly ExemptedSpan[];
  /** About the year. */
  readonly talks: readonly HeldTalk[];
}

/** What a year's sheet says of a person beside the hours; undefined outside the scope. */
export async function yearOfPerson(
  source: Reader,
  asked: {
    readonly volunteerId: VolunteerId;
    readonly year: number;
    readonly scope: readonly OrganizationId[] | undefined;
  },
): Promise<YearOfPerson | undefined> {
  const [person] = await rowsOf<YearOfPerson>(source, {
    text: `select p.volunteer_id as "volunteerId", p.name, p.volunteer_number as "volunteerNumber", p.organization_id as "organizationId",
        p.enrolled_on as "enrolledOn", p.left_on as "leftOn",
        (select coalesce(json_agg(x order by x->>'from'), '[]') from jsonb_array_elements(p.exempted) x
          where x->>'from' <= $2::text || '-12-31' and coalesce(x->>'until', '9999-12-31') >= $2::text || '-01-01') as exempted,
        (select coalesce(json_agg(t order by t->>'heldOn'), '[]') from jsonb_array_elements(p.talks) t where t->>'year' = $2::text) as talks
      from read.participation_person p where p.volunteer_id = $1 and ${personInScope('$3')}`,
    values: [asked.volunteerId, String(asked.year), asked.scope ?? null],
  });
  return person;
}
