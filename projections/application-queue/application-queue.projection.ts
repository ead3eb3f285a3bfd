import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { ApplicationQueue } from './application-queue.entity.js';

type Key = Pick<ApplicationQueue, 'volunteerId'>;
const volunteerOf = ({ volunteerId }: Key): Key => ({ volunteerId });

const isWaiting = (row: ApplicationQueue): boolean => Boolean(row.waitingSince);

const waiting = table<ApplicationQueue, VolunteerEvent>()({
  entity: ApplicationQueue,
  keyOf: {
    ApplicationSubmitted: volunteerOf,
    ApplicationReturned: volunteerOf,
    ApplicationDeclined: volunteerOf,
    ApplicationApproved: volunteerOf,
    VolunteerEnrolled: volunteerOf,
    VolunteerWithdrew: volunteerOf,
    ParticularsChanged: volunteerOf,
    AffiliationMoved: volunteerOf,
  },
  // A row exists only from a submission on.
  empty: (key): ApplicationQueue => ({ ...key }) as ApplicationQueue,
  on: {
    ApplicationSubmitted: (row, data): ApplicationQueue => ({
      ...row,
      organizationId: data.organizationId,
      status: 'SUBMITTED',
      name: data.name,
      participantKind: data.participantKind,
      source: data.source,
      onBehalf: data.onBehalf,
      doubts: data.doubts,
      doubtCount: data.doubts.length,
      firstSubmittedOn: row.firstSubmittedOn ?? data.submittedOn,
      waitingSince: data.submittedOn,
      returnReason: null,
    }),
    ApplicationReturned: (row, { returnedOn, reason }): ApplicationQueue | null =>
      isWaiting(row) ? { ...row, status: 'RETURNED', waitingSince: returnedOn, returnReason: reason } : null,
    ApplicationDeclined: (): null => null,
    ApplicationApproved: (): null => null,
    VolunteerEnrolled: (): null => null,
    VolunteerWithdrew: (): null => null,
    AffiliationMoved: (row, { toOrganizationId: organizationId }): ApplicationQueue | null =>
      isWaiting(row) ? { ...row, organizationId } : null,
    ParticularsChanged: (row, { name, participantKind }): ApplicationQueue | null =>
      isWaiting(row)
        ? { ...row, name: name ?? row.name, participantKind: participantKind ?? row.participantKind }
        : null,
  },
});

/** Answers: which applications wait for a decision or for their applicant, since when, and what in them is doubtful? */
export const applicationQueue: Projection = {
  name: 'application-queue',
  version: 2,
  opens: ['identity', 'free'],
  tables: [waiting],
};
