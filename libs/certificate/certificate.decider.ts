import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import { endingBefore, lyingAhead } from '#libs/kernel/days';
import type { Minutes } from '#libs/kernel/time';
import { daysBetween } from '#libs/reference/dates';
import type { CertificateCommand } from './certificate.commands.js';
import type { CertificateEvent, ClearCertificateEvent } from './certificate.events.js';
import { evolveCertificate, standingOf, type Certificate, type WrittenCertificate } from './certificate.state.js';

/** The person's hours in the days asked, recorded by the unit that certifies, at a position of the log. */
export interface CertifiedHours {
  readonly serviceMinutes: Minutes;
  readonly broughtForwardMinutes: Minutes;
  readonly activities: number;
  readonly entries: number;
  readonly position: string;
}

export interface CertificateFacts {
  /** The certificate before it is there, or this is the first. */
  readonly inOrder?: boolean;
  /** The unit asked to certify has ended; who took over its records does it (F-21, 民发〔2015〕149号). */
  readonly issuerEnded?: boolean;
  readonly hours?: CertifiedHours;
  readonly number?: string;
  readonly code?: string;
  /** Fewest days a publicity lasts (民发〔2015〕149号). */
  readonly publicityDaysMin?: number;
  /** The certificate's figures took in the entry that changed. */
  readonly usesEntry?: boolean;
}

export type CertificateRefusal =
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning'
  | 'certificates_are_numbered_in_order'
  | 'certificate_is_prepared_once'
  | 'certificate_is_issued_by_the_successor'
  | 'certificate_needs_hours_of_the_issuer'
  | 'certificate_must_be_prepared'
  | 'certificate_must_be_issued'
  | 'certificate_must_stand'
  | 'head_and_handler_must_differ'
  | 'nobody_certifies_their_own_hours'
  | 'publicity_lasts_long_enough'
  | 'certificate_is_publicized_once';

type Decision = readonly CertificateEvent[] | Refusal<CertificateRefusal>;
type Asked<T extends CertificateCommand['type']> = DataOfCommand<CertificateCommand, T>;

/** One certificate of volunteer service (Order 67 art. 14 to 17): two persons sign, the hours say whether it still stands. */
export const certificateDecider: Decider<
  Certificate,
  CertificateCommand,
  CertificateEvent,
  ClearCertificateEvent,
  CertificateRefusal,
  CertificateFacts
> = {
  initial: { status: 'unwritten' },
  evolve: evolveCertificate,
  decide: ({ type, data }, certificate, act, facts) => {
    if (type === 'PrepareCertificate') return prepare(data, certificate, act, facts);
    if (certificate.status === 'unwritten')
      return type === 'FollowHoursChange' || type === 'FollowRecordsParted'
        ? []
        : refuse('certificate_must_be_prepared');
    switch (type) {
      case 'IssueCertificate':
        return issue(data, certificate, act);
      case 'PublicizeCertificate':
        return publicize(data, certificate, facts);
      case 'RevokeCertificate':
        return revoke(data, certificate, act);
      case 'FollowHoursChange':
        return follow(data, certificate, act, facts);
      case 'FollowRecordsParted':
        // Taken at the desk entry by entry, each as a change of its own.
        return [];
    }
  },
};

function prepare(
  asked: Asked<'PrepareCertificate'>,
  certificate: Certificate,
  act: Act,
  facts: CertificateFacts,
): Decision {
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_certifies_their_own_hours');
  if (certificate.status === 'written')
    return isSameRequest(asked, certificate) ? [] : refuse('certificate_is_prepared_once');
  const wrongDay = endingBefore(asked.untilOn, asked.fromOn) ?? lyingAhead(asked.untilOn, act);
  if (wrongDay) return wrongDay;
  if (facts.issuerEnded === true) return refuse('certificate_is_issued_by_the_successor');
  if (facts.inOrder !== true) return refuse('certificates_are_numbered_in_order');
  return written(asked, act, facts);
}

function written(
  { issuerContact, ...rest }: Asked<'PrepareCertificate'>,
  act: Act,
  { hours, number, code }: CertificateFacts,
): Decision {
  if (!hours || hours.entries === 0 || number === undefined || code === undefined)
    return refuse('certificate_needs_hours_of_the_issuer');
  const data = { ...rest, ...hours, number, code, preparedOn: act.today, handledBy: act.by };
  return [{ type: 'CertificatePrepared', data: { ...data, ...(issuerContact ? { issuerContact } : {}) } }];
}

const isSameRequest = (asked: Asked<'PrepareCertificate'>, { prepared }: WrittenCertificate): boolean =>
  asked.organizationId === prepared.organizationId &&
  asked.fromOn === prepared.fromOn &&
  asked.untilOn === prepared.untilOn;

function issue(asked: Asked<'IssueCertificate'>, certificate: WrittenCertificate, act: Act): Decision {
  const { prepared, issued } = certificate;
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_certifies_their_own_hours');
  if (issued) return [];
  if (standingOf(certificate) !== 'PREPARED') return refuse('certificate_must_stand');
  if (prepared.handledBy === act.by) return refuse('head_and_handler_must_differ');
  const data = { ...keyOf(certificate), issuedOn: act.today, headedBy: act.by, headName: asked.headName };
  return [{ type: 'CertificateIssued', data }];
}

function publicize(
  { publicFrom, publicUntil }: Asked<'PublicizeCertificate'>,
  certificate: WrittenCertificate,
  { publicityDaysMin = 0 }: CertificateFacts,
): Decision {
  const known = certificate.publicized;
  if (known)
    return known.publicFrom === publicFrom && known.publicUntil === publicUntil
      ? []
      : refuse('certificate_is_publicized_once');
  if (!certificate.issued) return refuse('certificate_must_be_issued');
  if (standingOf(certificate) !== 'VALID') return refuse('certificate_must_stand');
  const wrongDay = endingBefore(publicUntil, publicFrom);
  if (wrongDay) return wrongDay;
  const days = daysBetween(publicFrom, publicUntil) + 1;
  if (days < publicityDaysMin) return refuse('publicity_lasts_long_enough', { days, publicityDaysMin });
  return [{ type: 'CertificatePublicized', data: { ...keyOf(certificate), publicFrom, publicUntil } }];
}

function revoke(asked: Asked<'RevokeCertificate'>, certificate: WrittenCertificate, act: Act): Decision {
  if (asked.volunteerId === act.byVolunteer) return refuse('nobody_certifies_their_own_hours');
  if (certificate.revoked) return [];
  const { reasonCode, reason } = asked;
  return [{ type: 'CertificateRevoked', data: { ...keyOf(certificate), reasonCode, revokedOn: act.today, reason } }];
}

/** F-01, F-25: whatever becomes of an entry becomes of the paper that used it. */
function follow(
  { entryId, servedOn, change, falseClaim }: Asked<'FollowHoursChange'>,
  certificate: WrittenCertificate,
  act: Act,
  { usesEntry }: CertificateFacts,
): Decision {
  if (usesEntry !== true || certificate.revoked) return [];
  const key = keyOf(certificate);
  if (falseClaim)
    return [{ type: 'CertificateRevoked', data: { ...key, reasonCode: 'FALSE_CLAIM', revokedOn: act.today, entryId } }];
  if (certificate.changes.get(entryId)?.change === change) return [];
  return [{ type: 'CertificateSuperseded', data: { ...key, entryId, servedOn, change, supersededOn: act.today } }];
}

const keyOf = ({ prepared: { volunteerId, ordinal, organizationId } }: WrittenCertificate) => ({
  volunteerId,
  ordinal,
  organizationId,
});
