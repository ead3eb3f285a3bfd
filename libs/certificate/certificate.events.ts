import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, minutes, optional, personal, reference, text } from '#libs/kernel/fields';
import type { AccountId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';

/** Given once, in one series for the whole ledger: the numbered register of 民发〔2015〕149号. */
export const certificateNumber = /^C\d{4}-\d{6}$/;
/** Twelve random signs, no I, L, O, U: 60 bits, read off a paper without doubt. */
export const certificateCode = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** The last: the entry stood in a record that turned out to be another person's. */
export const hoursChanges = ['REVERSED', 'CORRECTED', 'PRIOR_YEAR_ADJUSTED', 'RECORDS_PARTED'] as const;
export type HoursChange = (typeof hoursChanges)[number];

/** F-01: a false claim among the hours; the rest are decided by a person. */
export const revocationReasons = ['FALSE_CLAIM', 'ISSUED_IN_ERROR', 'ISSUER_NOT_ENTITLED'] as const;
export type RevocationReason = (typeof revocationReasons)[number];

const certificate = {
  volunteerId: id<VolunteerId>(),
  /** 1 for the person's first certificate. */
  ordinal: integer(1, 9_999),
  /** The unit that recorded the service and certifies it (谁记录谁证明). */
  organizationId: id<OrganizationId>(),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const certificateEvents = {
  /** What the paper says of the hours; names and activities are folded from the person's streams up to `position`. */
  CertificatePrepared: event(1, {
    ...certificate,
    number: reference(certificateNumber),
    code: reference(certificateCode),
    /** Service from and to, both days included. */
    fromOn: localDate(),
    untilOn: localDate(),
    serviceMinutes: minutes(0, 2_000_000_000),
    /** Taken over from older books: its own total, never mixed with the other (F-36). */
    broughtForwardMinutes: minutes(0, 2_000_000_000),
    activities: integer(0, 100_000),
    entries: integer(1, 100_000),
    /** Last entry of the log that the figures took in. */
    position: reference(/^(?:\d{1,10}|\d{1,20}:\d{1,20})$/),
    preparedOn: localDate(),
    handledBy: id<AccountId>(),
    handlerName: personal('free', text(50)),
    issuerContact: optional(personal('free', text(100))),
  }),
  CertificateIssued: event(1, {
    ...certificate,
    issuedOn: localDate(),
    headedBy: id<AccountId>(),
    headName: personal('free', text(50)),
  }),
  /** 公示 within the unit, both days included. */
  CertificatePublicized: event(1, { ...certificate, publicFrom: localDate(), publicUntil: localDate() }),
  /** An entry it used was reversed, corrected or adjusted: the paper no longer says what the ledger says. */
  CertificateSuperseded: event(1, {
    ...certificate,
    entryId: id<HoursEntryId>(),
    servedOn: localDate(),
    change: code(hoursChanges),
    supersededOn: localDate(),
  }),
  CertificateRevoked: event(1, {
    ...certificate,
    reasonCode: code(revocationReasons),
    revokedOn: localDate(),
    /** The entry that was a false claim. */
    entryId: optional(id<HoursEntryId>()),
    reason: optional(personal('free', text(500))),
  }),
};

export type CertificateEvent = EventOf<typeof certificateEvents>;
export type ClearCertificateEvent = ClearEventOf<typeof certificateEvents>;

export const certificateStream = (volunteerId: VolunteerId, ordinal: number): string =>
  `certificate-${volunteerId}-${ordinal}`;
