import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { id, integer, localDate, minutes, optional, personal, reference, sha256Pattern, text } from '#libs/kernel/fields';
import type { OrganizationId } from '#libs/kernel/ids';

const balance = {
  organizationId: id<OrganizationId>(),
  year: integer(2000, 2200),
  pack: reference(/^[A-Z]{2}-\d{4}(-\d{1,4})?$/),
  packVersion: integer(1, 1000),
  /** Last entry of the log that the figures took in; the book is folded again up to it. */
  position: reference(/^(?:\d{1,10}|\d{1,20}:\d{1,20})$/),
  /** Of the whole subtree: people with minutes, entries that count, activities with such entries. */
  volunteers: integer(0, 10_000_000),
  entries: integer(0, 100_000_000),
  activities: integer(0, 100_000_000),
  serviceMinutes: minutes(0, 4_000_000_000),
  /** SHA-256 in hexadecimal over the canonical text of the book's lines. */
  bookHash: reference(sha256Pattern),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const closingEvents = {
  /** After the 10th working day of January: what the year comes to, with the breaks that are still open. */
  YearProvisionallyClosed: event(1, { ...balance, breaks: integer(0, 100_000_000), closedOn: localDate() }),
  /** By decision of a person; from here on nothing is added to the year. */
  YearClosed: event(1, { ...balance, closedOn: localDate(), decision: optional(personal('free', text(500))) }),
};

export type ClosingEvent = EventOf<typeof closingEvents>;
export type ClearClosingEvent = ClearEventOf<typeof closingEvents>;

/** The books of one organization and everything below it, of one calendar year. */
export const booksStream = (organizationId: OrganizationId, year: number): string => `books-${organizationId}-${year}`;
