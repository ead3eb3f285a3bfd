import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, listOf, localDate, optional, reference, sha256Pattern } from '#libs/kernel/fields';
import type { AccountId, Id, OrganizationId } from '#libs/kernel/ids';

/** PIPL 44, 46, 47: correct what is wrong, restrict to keeping, release again, or destroy the keys. */
export const privacyAnswers = ['CORRECT', 'RESTRICT', 'RELEASE', 'SHRED'] as const;
export type PrivacyAnswer = (typeof privacyAnswers)[number];

/** PIPL 44 to 47: what the request rests on. */
export const privacyBases = [
  'PURPOSE_MET',
  'SERVICE_ENDED',
  'CONSENT_WITHDRAWN',
  'UNLAWFUL',
  'RETENTION_OVER',
  'INACCURATE',
  'DISPUTED',
] as const;
export type PrivacyBasis = (typeof privacyBases)[number];

/** PIPL 50: a refusal has its reason. */
export const privacyRefusalGrounds = ['RETENTION_NOT_OVER', 'NOT_THE_PERSON', 'NOTHING_TO_DO', 'OTHER_LAW'] as const;
export type PrivacyRefusalGround = (typeof privacyRefusalGrounds)[number];

export const erasableGroups = ['identity', 'contact', 'sensitive', 'photo', 'free'] as const;
export type ErasableGroup = (typeof erasableGroups)[number];

export type RequestId = Id<'privacy-request'>;
export type SubjectId = Id<'subject'>;

const ofRequest = { requestId: id<RequestId>(), subjectId: id<SubjectId>() };
export const keysOfRequestMax = 400;
export const filesOfRequestMax = 50;

/** In `sys-privacy`: requests of persons about their data, and what was destroyed. Stored for ever, without a word about anybody. */
export const erasureEvents = {
  PrivacyRequestFiled: event(1, {
    ...ofRequest,
    /** Other records of the same person. */
    duplicateIds: listOf(id<SubjectId>(), 20),
    organizationId: id<OrganizationId>(),
    answer: code(privacyAnswers),
    basis: code(privacyBases),
    groups: listOf(code(erasableGroups), erasableGroups.length),
    /** SHA-256 of evidence files that show the person and are destroyed with the keys; who filed the request has looked at them. */
    fileHashes: optional(listOf(reference(sha256Pattern), filesOfRequestMax)),
    filedBy: id<AccountId>(),
    filedOn: localDate(),
  }),
  PrivacyRequestApproved: event(1, { ...ofRequest, approvedOn: localDate() }),
  PrivacyRequestDeclined: event(1, { ...ofRequest, ground: code(privacyRefusalGrounds), declinedOn: localDate() }),
  /** These keys are gone. Whoever finds one of them in an older key database destroys it again before anything is read. */
  SubjectKeysShredded: event(1, {
    ...ofRequest,
    keyIds: listOf(id<Id<'key'>>(), keysOfRequestMax),
    shreddedOn: localDate(),
  }),
  PrivacyRequestCompleted: event(1, {
    ...ofRequest,
    completedOn: localDate(),
    /** Papers and files that left the house with this person on them: their receivers are told. */
    exports: integer(0, 1_000_000),
    /** Backups of the key database that are older are destroyed by this day. */
    copiesGoneBy: localDate(),
  }),
};

export type ErasureEvent = EventOf<typeof erasureEvents>;
export type ClearErasureEvent = ClearEventOf<typeof erasureEvents>;

export const privacyStream = 'sys-privacy';
