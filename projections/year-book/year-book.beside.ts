import type { HoursEvent } from '#libs/hours/hours.events';
import type { VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { table, type Meta } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { BookDispute, BookPerson } from './year-book.entity.js';

type DisputeKey = Pick<BookDispute, 'disputeId'>;
const ofDispute = ({ disputeId }: DisputeKey): DisputeKey => ({ disputeId });
type Asked = Extract<HoursEvent, { type: 'ServiceHoursDisputed' | 'ServiceHoursDisputeEscalated' }>['data'];

const waiting = (row: BookDispute, { volunteerId, year, organizationId, answerDueOn }: Asked): BookDispute => ({
  ...row,
  volunteerId,
  year,
  organizationId,
  answerDueOn,
});

/** A question stays until it is answered; escalated, it waits again. */
export const disputes = table<BookDispute, HoursEvent>()({
  entity: BookDispute,
  keyOf: {
    ServiceHoursDisputed: ofDispute,
    ServiceHoursDisputeEscalated: ofDispute,
    ServiceHoursDisputeAnswered: ofDispute,
  },
  empty: (key): BookDispute => key as BookDispute,
  on: {
    ServiceHoursDisputed: waiting,
    ServiceHoursDisputeEscalated: waiting,
    ServiceHoursDisputeAnswered: (): null => null,
  },
});

type PersonKey = Pick<BookPerson, 'volunteerId'>;
const ofPerson = ({ volunteerId }: { readonly volunteerId: VolunteerId }): PersonKey => ({ volunteerId });

const homeIn = (row: BookPerson, organizationId: BookPerson['organizationId'], { position }: Meta): BookPerson =>
  row.organizationId === organizationId
    ? row
    : { ...row, organizationId, homes: [...row.homes, { position, organizationId }] };

/** The last day still counts: the service given that morning can be written down (F-20). */
const ended = (row: BookPerson, until: LocalDate): BookPerson =>
  row.enrolledOn === null
    ? row
    : { ...row, enrolledOn: null, endedEnrolments: [...row.endedEnrolments, { from: row.enrolledOn, until }] };

export const persons = table<BookPerson, VolunteerEvent>()({
  entity: BookPerson,
  keyOf: {
    ApplicationSubmitted: ofPerson,
    VolunteerEnrolled: ofPerson,
    VolunteerWithdrew: ofPerson,
    ParticularsChanged: ofPerson,
    AffiliationTransferReceived: ofPerson,
    AffiliationMoved: ofPerson,
    VolunteerDeceased: ofPerson,
  },
  empty: (key): BookPerson =>
    ({ ...key, name: '', homes: [], enrolledOn: null, endedEnrolments: [] }) as unknown as BookPerson,
  on: {
    ApplicationSubmitted: (row, { organizationId, name }, meta): BookPerson => ({
      ...homeIn(row, organizationId, meta),
      name,
    }),
    VolunteerEnrolled: (row, { organizationId, enrolledOn }, meta): BookPerson => ({
      ...homeIn(row, organizationId, meta),
      enrolledOn,
    }),
    VolunteerWithdrew: (row, { withdrawnOn }): BookPerson => ended(row, withdrawnOn),
    VolunteerDeceased: (row, { deceasedOn }): BookPerson => ended(row, deceasedOn),
    AffiliationTransferReceived: (row, { toOrganizationId }, meta): BookPerson => homeIn(row, toOrganizationId, meta),
    AffiliationMoved: (row, { toOrganizationId }, meta): BookPerson => homeIn(row, toOrganizationId, meta),
    ParticularsChanged: (row, { name }): BookPerson => ({ ...row, name: name ?? row.name }),
  },
});
