import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  AffiliationTransfers,
  AffiliationTransfersOrganization,
  type TransferState,
} from './affiliation-transfers.entity.js';

type Key = Pick<AffiliationTransfers, 'volunteerId'>;
const volunteerOf = ({ volunteerId }: Key): Key => ({ volunteerId });

interface Ending {
  readonly state: TransferState;
  readonly endedOn: LocalDate;
  readonly reason?: string;
}

/** The one under way, if there is one. */
const ended = (row: AffiliationTransfers, { state, endedOn, reason = undefined }: Ending): AffiliationTransfers => ({
  ...row,
  passages: row.passages.map((one) =>
    one.state === 'SENT' ? { ...one, state, endedOn, reason: reason ?? null } : one,
  ),
});

const lapsed = (row: AffiliationTransfers, endedOn: LocalDate): AffiliationTransfers =>
  ended(row, { state: 'LAPSED', endedOn });

const transfers = table<AffiliationTransfers, VolunteerEvent>()({
  entity: AffiliationTransfers,
  keyOf: {
    ApplicationSubmitted: volunteerOf,
    ParticularsChanged: volunteerOf,
    VolunteerEnrolled: volunteerOf,
    AffiliationTransferSent: volunteerOf,
    AffiliationTransferReceived: volunteerOf,
    AffiliationTransferRefused: volunteerOf,
    AffiliationTransferCalledBack: volunteerOf,
    VolunteerWithdrew: volunteerOf,
    VolunteerDeceased: volunteerOf,
    MembershipCeased: volunteerOf,
    PersonsMerged: volunteerOf,
  },
  empty: (key): AffiliationTransfers => ({ ...key, name: '', volunteerNumber: null, passages: [] }),
  on: {
    ApplicationSubmitted: (row, { name }): AffiliationTransfers => ({ ...row, name }),
    ParticularsChanged: (row, { name }): AffiliationTransfers => ({ ...row, name: name ?? row.name }),
    VolunteerEnrolled: (row, { volunteerNumber }): AffiliationTransfers => ({ ...row, volunteerNumber }),
    AffiliationTransferSent: (
      row,
      { fromOrganizationId, toOrganizationId, sentOn },
      { entry },
    ): AffiliationTransfers => ({
      ...row,
      passages: [
        ...row.passages,
        {
          transferId: entry.id,
          fromOrganizationId,
          toOrganizationId,
          sentOn,
          state: 'SENT',
          endedOn: null,
          reason: null,
        },
      ],
    }),
    AffiliationTransferReceived: (row, { receivedOn }): AffiliationTransfers =>
      ended(row, { state: 'RECEIVED', endedOn: receivedOn }),
    AffiliationTransferRefused: (row, { refusedOn, reason }): AffiliationTransfers =>
      ended(row, { state: 'REFUSED', endedOn: refusedOn, reason }),
    AffiliationTransferCalledBack: (row, { calledBackOn, reason }): AffiliationTransfers =>
      ended(row, { state: 'CALLED_BACK', endedOn: calledBackOn, reason }),
    VolunteerWithdrew: (row, { withdrawnOn }): AffiliationTransfers => lapsed(row, withdrawnOn),
    VolunteerDeceased: (row, { deceasedOn }): AffiliationTransfers => lapsed(row, deceasedOn),
    MembershipCeased: (row, { ceasedOn }): AffiliationTransfers => lapsed(row, ceasedOn),
    PersonsMerged: (row, { mergedOn }): AffiliationTransfers => lapsed(row, mergedOn),
  },
});

type OrganizationKey = Pick<AffiliationTransfersOrganization, 'organizationId'>;
const organizationOf = ({ organizationId }: OrganizationKey): OrganizationKey => ({ organizationId });

const organizations = table<AffiliationTransfersOrganization, OrganizationEvent>()({
  entity: AffiliationTransfersOrganization,
  keyOf: { PartyOrganizationRegistered: organizationOf, PartyOrganizationRenamed: organizationOf },
  empty: (key): AffiliationTransfersOrganization => ({ ...key, name: '' }),
  on: {
    PartyOrganizationRegistered: (row, { name }): AffiliationTransfersOrganization => ({ ...row, name }),
    PartyOrganizationRenamed: (row, { name }): AffiliationTransfersOrganization => ({ ...row, name }),
  },
});

/** Answers: whose affiliation is on its way, from where to where, since when, and how did the others end (F-13)? */
export const affiliationTransfers: Projection = {
  name: 'affiliation-transfers',
  version: 1,
  opens: ['identity', 'free'],
  tables: [transfers, organizations],
};
