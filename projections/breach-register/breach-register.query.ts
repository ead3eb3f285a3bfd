import type { BreachId } from '#libs/breach/breach.events';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope } from '#libs/projection-engine/as-of';
import { pageOf, rowsOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import type { BreachPerson, BreachRow } from './breach-register.entity.js';

export type { BreachRow };

const columns = `b.breach_id as "breachId", b.organization_id as "organizationId", b.breach_kind as "breachKind", b.cause, b.groups,
  b.export_id as "exportId", b.people, b.notified, b.found_on as "foundOn", b.recorded_on as "recordedOn", b.recorded_by as "recordedBy",
  b.circumstances, b.remedies, b.reports`;

/** Of the organizations, newest found first. */
export const breaches = (
  source: Reader,
  asked: Paging & { readonly scope: readonly OrganizationId[] | undefined },
): Promise<Page<BreachRow>> =>
  pageOf(
    source,
    {
      text: `select ${columns} from read.breach_register b where ${inScope('b.organization_id', '$1')}`,
      values: [asked.scope ?? null],
    },
    '"foundOn" desc, "breachId"',
    asked,
  );

/** The door asks whether the reader may see its organization. */
export async function breachOf(source: Reader, breachId: BreachId): Promise<BreachRow | undefined> {
  const [found] = await rowsOf<BreachRow>(source, {
    text: `select ${columns} from read.breach_register b where b.breach_id = $1`,
    values: [breachId],
  });
  return found;
}

/** Who was told, in the order of their ids. Its total is the figure `notified` of the breach. */
export const notifiedOf = (
  source: Reader,
  asked: Paging & { readonly breachId: BreachId },
): Promise<Page<Pick<BreachPerson, 'volunteerId' | 'notifiedOn'>>> =>
  pageOf(
    source,
    {
      text: `select volunteer_id as "volunteerId", notified_on as "notifiedOn" from read.breach_person where breach_id = $1`,
      values: [asked.breachId],
    },
    '"volunteerId"',
    asked,
  );

/** Of these people, when each was told. */
export async function notifiedAmong(
  source: Reader,
  breachId: BreachId,
  volunteerIds: readonly VolunteerId[],
): Promise<ReadonlyMap<VolunteerId, LocalDate>> {
  const rows = await rowsOf<Pick<BreachPerson, 'volunteerId' | 'notifiedOn'>>(source, {
    text: `select volunteer_id as "volunteerId", notified_on as "notifiedOn" from read.breach_person
      where breach_id = $1 and volunteer_id = any($2)`,
    values: [breachId, volunteerIds],
  });
  return new Map(rows.map(({ volunteerId, notifiedOn }) => [volunteerId, notifiedOn]));
}

/** What a person is told of a breach: nothing of others, nothing that somebody wrote about it. */
export type OwnBreach = Pick<
  BreachRow,
  'breachId' | 'organizationId' | 'breachKind' | 'cause' | 'groups' | 'foundOn' | 'remedies'
> & { readonly notifiedOn: LocalDate };

/** Of one person, newest told first. */
export const breachesOfPerson = (source: Reader, volunteerId: VolunteerId): Promise<OwnBreach[]> =>
  rowsOf(source, {
    text: `select b.breach_id as "breachId", b.organization_id as "organizationId", b.breach_kind as "breachKind", b.cause, b.groups,
        b.found_on as "foundOn", b.remedies, p.notified_on as "notifiedOn"
      from read.breach_person p join read.breach_register b on b.breach_id = p.breach_id
      where p.volunteer_id = $1 order by p.notified_on desc, b.breach_id`,
    values: [volunteerId],
  });
