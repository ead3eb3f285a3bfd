import type { Addressee, LetterRule } from '#libs/kernel/letter';
import type { ActivityEvent } from './activity.events.js';

const toVolunteer = ({ data: { volunteerId, organizationId } }: { readonly data: Addressee }): Addressee => ({
  volunteerId,
  organizationId,
});

/** Who means to come is written to when they have a place, when the time, the place or the leader changes and when there will be nothing. */
export const activityLetters: LetterRule<ActivityEvent> = {
  VolunteerMovedUp: toVolunteer,
  SignUpRescheduled: toVolunteer,
  SignUpLapsed: toVolunteer,
  SignUpActivityChanged: toVolunteer,
};
