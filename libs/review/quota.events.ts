import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, optional, personal, text } from '#libs/kernel/fields';
import type { ExemptionId, OrganizationId, TalkId, VolunteerId } from '#libs/kernel/ids';

/** F-16, F-17, and Party member education regulation art. 23: no hard demands on the old, the infirm, the immobile, the seriously ill. */
export const exemptionReasons = [
  'OLD_AGE',
  'LONG_ILLNESS',
  'DISABILITY',
  'CARE_OF_FAMILY',
  'AWAY_ON_DUTY',
  'OTHER',
] as const;
export type ExemptionReason = (typeof exemptionReasons)[number];

export const talkForms = ['FACE_TO_FACE', 'TELEPHONE', 'HOME_VISIT', 'IN_WRITING'] as const;

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const quotaEvents = {
  /** Who approved it is `by` of the entry. The reason tells of a person's health and is opened for few (PIPL 28). */
  QuotaExempted: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    exemptionId: id<ExemptionId>(),
    effectiveOn: localDate(),
    /** The last day, included; absent where it lasts until it is ended. */
    untilOn: optional(localDate()),
    exemptedOn: localDate(),
    exemptionReason: personal('sensitive', text(20)),
    note: optional(personal('sensitive', text(500))),
  }),
  QuotaExemptionEnded: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    exemptionId: id<ExemptionId>(),
    /** The first day on which it no longer holds. */
    endedOn: localDate(),
  }),
  /** Z-58: a person decided to talk, talked, and writes it down; nothing suggests it by itself (PIPL 24). */
  ReminderTalkHeld: event(1, {
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    talkId: id<TalkId>(),
    heldOn: localDate(),
    recordedOn: localDate(),
    talkForm: code(talkForms),
    /** The half-year it is about. */
    year: integer(2000, 2200),
    half: integer(1, 2),
    talkedBy: personal('free', text(50)),
    note: optional(personal('free', text(500))),
    reply: optional(personal('free', text(500))),
  }),
};

export type QuotaEvent = EventOf<typeof quotaEvents>;
export type ClearQuotaEvent = ClearEventOf<typeof quotaEvents>;

/** What one person is relieved of, and the talks about what was not done. */
export const quotaStream = (volunteerId: VolunteerId): string => `quota-${volunteerId}`;
