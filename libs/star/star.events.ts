import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, minutes, optional, personal, reference, text } from '#libs/kernel/fields';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { starApproverLevels } from '#libs/policy/star-scheme';

export const starSchemeReference = /^STAR-[0-9A-Z]{2,4}-\d{1,4}$/;

export const starRevocationReasons = ['FALSE_CLAIM', 'AWARDED_IN_ERROR'] as const;

/** What a star rests on, so that an auditor can work it out again. */
const basis = {
  volunteerId: id<VolunteerId>(),
  organizationId: id<OrganizationId>(),
  stars: integer(1, 5),
  scheme: reference(starSchemeReference),
  schemeVersion: integer(1, 1000),
  requiredMinutes: minutes(0, 100_000_000),
  /** Minutes of service up to and with this day. */
  asOfOn: localDate(),
  creditedMinutes: minutes(0, 100_000_000),
  /** Position of the last entry of the log that the minutes took in. */
  position: reference(/^(?:\d{1,10}|\d{1,20}:\d{1,20})$/),
  approverLevel: code(starApproverLevels),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const starEvents = {
  StarSchemeAdopted: event(1, {
    organizationId: id<OrganizationId>(),
    scheme: reference(starSchemeReference),
    schemeVersion: integer(1, 1000),
    effectiveOn: localDate(),
    adoptedOn: localDate(),
  }),
  /** rules 2.2: on application; the count alone gives no star. */
  StarApplicationFiled: event(1, { ...basis, filedOn: localDate(), filedBy: id<AccountId>() }),
  StarApplicationDeclined: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    stars: integer(1, 5),
    declinedOn: localDate(),
    reason: personal('free', text(500)),
  }),
  /** Stands under the scheme that it names, whatever is adopted later. */
  StarAwarded: event(1, {
    ...basis,
    awardedOn: localDate(),
    /** The decision's paper, where it was made outside this ledger. */
    document: optional(personal('free', text(120))),
  }),
  StarRevoked: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    stars: integer(1, 5),
    revokedOn: localDate(),
    reasonCode: code(starRevocationReasons),
    reason: personal('free', text(500)),
  }),
};

export type StarEvent = EventOf<typeof starEvents>;
export type ClearStarEvent = ClearEventOf<typeof starEvents>;

/** The stars of one person, one application at a time. */
export const starStream = (volunteerId: VolunteerId): string => `star-${volunteerId}`;
export const starSchemeStream = (organizationId: OrganizationId): string => `starscheme-${organizationId}`;
