import type { Addressee, LetterRule } from '#libs/kernel/letter';
import type { HoursEvent } from './hours.events.js';
import type { YearCloseEvent } from './year-close.events.js';

const toVolunteer = ({ data: { volunteerId, organizationId } }: { readonly data: Addressee }): Addressee => ({
  volunteerId,
  organizationId,
});

/** What a volunteer is told of in the window of notices (5.4 principle 6), and so is written to about. */
export const hoursLetters: LetterRule<HoursEvent | YearCloseEvent> = {
  // A credit in the ordinary way is no news; one that stands in the place of another is (F-02, F-10).
  ServiceHoursCredited: (event) => (event.data.replaces ? toVolunteer(event) : undefined),
  ServiceHoursConflicted: toVolunteer,
  ServiceHoursConflictResolved: toVolunteer,
  ServiceHoursHeld: toVolunteer,
  ServiceHoursApproved: toVolunteer,
  ServiceHoursDeclined: toVolunteer,
  ServiceHoursReversed: toVolunteer,
  FalseClaimEstablished: toVolunteer,
  ServiceHoursDisputed: toVolunteer,
  ServiceHoursDisputeEscalated: toVolunteer,
  ServiceHoursDisputeAnswered: toVolunteer,
  // F-25.
  PriorYearAdjusted: toVolunteer,
};
