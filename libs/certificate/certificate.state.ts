import type { HoursEntryId } from '#libs/kernel/ids';
import type { ClearCertificateEvent } from './certificate.events.js';

type Clear<T extends ClearCertificateEvent['type']> = Extract<ClearCertificateEvent, { type: T }>['data'];

export interface WrittenCertificate {
  readonly status: 'written';
  readonly prepared: Clear<'CertificatePrepared'>;
  readonly issued?: Clear<'CertificateIssued'>;
  readonly publicized?: Clear<'CertificatePublicized'>;
  /** Entries it used that have changed since. */
  readonly changes: ReadonlyMap<HoursEntryId, Clear<'CertificateSuperseded'>>;
  readonly revoked?: Clear<'CertificateRevoked'>;
}

export type Certificate = { readonly status: 'unwritten' } | WrittenCertificate;

/** What somebody who holds the paper is told. */
export type Standing = 'PREPARED' | 'VALID' | 'SUPERSEDED' | 'REVOKED';

export function standingOf({ issued, changes, revoked }: WrittenCertificate): Standing {
  if (revoked) return 'REVOKED';
  if (changes.size > 0) return 'SUPERSEDED';
  return issued ? 'VALID' : 'PREPARED';
}

/** What `evolve` folds: one certificate. An event it does not know leaves the state as it is. */
export function evolveCertificate(certificate: Certificate, event: ClearCertificateEvent): Certificate {
  if (event.type === 'CertificatePrepared') return { status: 'written', prepared: event.data, changes: new Map() };
  return certificate.status === 'written' ? evolveWritten(certificate, event) : certificate;
}

function evolveWritten(
  certificate: WrittenCertificate,
  { type, data }: Exclude<ClearCertificateEvent, { type: 'CertificatePrepared' }>,
): Certificate {
  switch (type) {
    case 'CertificateIssued':
      return { ...certificate, issued: data };
    case 'CertificatePublicized':
      return { ...certificate, publicized: data };
    case 'CertificateSuperseded':
      return { ...certificate, changes: new Map(certificate.changes).set(data.entryId, data) };
    case 'CertificateRevoked':
      return { ...certificate, revoked: data };
    default:
      return ignoring(type, certificate);
  }
}

// `never`: an event of this slice that has no case above does not compile.
const ignoring = <S>(_unknown: never, state: S): S => state;
