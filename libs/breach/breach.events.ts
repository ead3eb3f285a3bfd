import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, listOf, localDate, optional, personal, text } from '#libs/kernel/fields';
import type { Id, OrganizationId, VolunteerId } from '#libs/kernel/ids';

export type BreachId = Id<'breach'>;
export type ExportId = Id<'export'>;

/** PIPL 57: what happened, or may have happened, to personal data. */
export const breachKinds = ['LEAKED', 'TAMPERED_WITH', 'LOST'] as const;
export type BreachKind = (typeof breachKinds)[number];

export const breachCauses = [
  'SENT_TO_THE_WRONG_RECEIVER',
  'POSTED_IN_A_GROUP',
  'PAPER_LOST',
  'DEVICE_LOST',
  'ACCOUNT_MISUSED',
  'BROKEN_INTO',
  'UNDER_INVESTIGATION',
] as const;
export type BreachCause = (typeof breachCauses)[number];

/** Groups of personal data as they are sealed. */
export const breachedGroups = ['identity', 'contact', 'sensitive', 'photo', 'free'] as const;
export type BreachedGroup = (typeof breachedGroups)[number];

export const breachRemedies = [
  'RECALLED',
  'DELETED_BY_THE_RECEIVER',
  'TAKEN_DOWN',
  'ACCOUNT_SHUT',
  'PASSWORD_CHANGED',
  'DEVICE_WIPED',
] as const;
export type BreachRemedy = (typeof breachRemedies)[number];

/** Who has to be told beside the persons concerned (PIPL 57, 60). */
export const breachAuthorities = ['CYBERSPACE_OFFICE', 'POLICE', 'HIGHER_ORGANIZATION'] as const;
export type BreachAuthority = (typeof breachAuthorities)[number];

const ofBreach = { breachId: id<BreachId>(), organizationId: id<OrganizationId>() };
const what = { breachKind: code(breachKinds), groups: listOf(code(breachedGroups), breachedGroups.length) };

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const breachEvents = {
  /** F-39: found by somebody, written down by an office. */
  BreachRecorded: event(1, {
    ...ofBreach,
    ...what,
    cause: code(breachCauses),
    /** The paper or file that left the house, where it is one of the register of exports. */
    exportId: optional(id<ExportId>()),
    /** As many as stand on the export, or as an office says. */
    people: integer(1, 10_000_000),
    foundOn: localDate(),
    recordedOn: localDate(),
    circumstances: optional(personal('free', text(1000))),
  }),
  BreachRemedied: event(1, { ...ofBreach, remedy: code(breachRemedies), doneOn: localDate() }),
  BreachReported: event(1, { ...ofBreach, authority: code(breachAuthorities), reportedOn: localDate() }),
  /** One for each person: it is their notice. */
  BreachPersonNotified: event(1, { ...ofBreach, ...what, volunteerId: id<VolunteerId>(), notifiedOn: localDate() }),
};

export type BreachEvent = EventOf<typeof breachEvents>;
export type ClearBreachEvent = ClearEventOf<typeof breachEvents>;

/** One breach of personal data. */
export const breachStream = (breachId: BreachId): string => `breach-${breachId}`;
