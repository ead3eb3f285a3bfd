import type { CertificateEvent } from '#libs/certificate/certificate.events';
import type { VolunteerId } from '#libs/kernel/ids';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { CertificateLine, CertificateName } from './certificate-register.entity.js';

type Key = Pick<CertificateLine, 'volunteerId' | 'ordinal'>;
const ofCertificate = ({ volunteerId, ordinal }: Key): Key => ({ volunteerId, ordinal });

const lines = table<CertificateLine, CertificateEvent>()({
  entity: CertificateLine,
  keyOf: {
    CertificatePrepared: ofCertificate,
    CertificateIssued: ofCertificate,
    CertificatePublicized: ofCertificate,
    CertificateSuperseded: ofCertificate,
    CertificateRevoked: ofCertificate,
  },
  // The other columns come with the preparation, which precedes everything.
  empty: (key): CertificateLine => key as CertificateLine,
  on: {
    CertificatePrepared: (row, { organizationId, number, code, fromOn, untilOn, ...data }): CertificateLine => ({
      ...row,
      ...{ organizationId, number, code, fromOn, untilOn },
      serviceMinutes: data.serviceMinutes,
      broughtForwardMinutes: data.broughtForwardMinutes,
      standing: 'PREPARED',
      preparedOn: data.preparedOn,
      handledBy: data.handledBy,
      ...{ issuedOn: null, headedBy: null, publicFrom: null, publicUntil: null },
      ...{ changes: 0, revokedOn: null, revocationReason: null },
    }),
    CertificateIssued: (row, { issuedOn, headedBy }): CertificateLine => ({
      ...row,
      standing: 'VALID',
      issuedOn,
      headedBy,
    }),
    CertificatePublicized: (row, { publicFrom, publicUntil }): CertificateLine => ({ ...row, publicFrom, publicUntil }),
    CertificateSuperseded: (row): CertificateLine => ({ ...row, standing: 'SUPERSEDED', changes: row.changes + 1 }),
    CertificateRevoked: (row, { revokedOn, reasonCode }): CertificateLine => ({
      ...row,
      standing: 'REVOKED',
      revokedOn,
      revocationReason: reasonCode,
    }),
  },
});

type NameKey = Pick<CertificateName, 'volunteerId'>;
const named = ({ volunteerId }: { readonly volunteerId: VolunteerId }): NameKey => ({ volunteerId });

const names = table<CertificateName, VolunteerEvent>()({
  entity: CertificateName,
  keyOf: {
    ApplicationSubmitted: named,
    ParticularsChanged: (data): readonly NameKey[] => (data.name === undefined ? [] : [named(data)]),
  },
  empty: (key): CertificateName => ({ ...key, name: '' }),
  on: {
    ApplicationSubmitted: (row, { name }): CertificateName => ({ ...row, name }),
    ParticularsChanged: (row, { name }): CertificateName => ({ ...row, name: name ?? row.name }),
  },
});

/** Answers: which certificates did a unit issue, under which number, and which of them still stand? */
export const certificateRegister: Projection = {
  name: 'certificate-register',
  version: 1,
  opens: ['identity'],
  tables: [lines, names],
};
