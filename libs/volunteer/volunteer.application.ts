import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type Refusal } from '#libs/kernel/decider';
import type { LocalDate } from '#libs/kernel/time';

import type { Consent, SubmitApplication } from './volunteer.commands.js';
import type { VolunteerEvent } from './volunteer.events.js';
import {
  doubtsOf,
  isFault,
  nameOf,
  participantKindOf,
  particularsOf,
  type ParticularsRefusal,
} from './volunteer.particulars.js';
import type { Volunteer } from './volunteer.state.js';

export type ApplicationRefusal =
  | ParticularsRefusal
  | 'application_awaits_review'
  | 'application_is_approved_already'
  | 'volunteer_is_enrolled_already'
  | 'application_must_follow_the_last_decision'
  | 'only_applicants_submit_for_themselves'
  | 'recorder_must_have_the_signed_paper'
  | 'registration_needs_consent'
  | 'health_needs_its_own_consent'
  | 'birth_date_or_age_must_be_given'
  | 'record_is_closed'
  | 'day_must_not_lie_ahead';

type Bar = Refusal<ApplicationRefusal> | undefined;

/**
 * Not silent when repeated: the form's text is encrypted and cannot be compared, so "nothing new" could swallow what
 * the applicant has just put right. A retry under the same command id never comes this far.
 */
export const submitApplication = (
  asked: SubmitApplication,
  volunteer: Volunteer,
  act: Act,
): readonly VolunteerEvent[] | Refusal<ApplicationRefusal> =>
  barredFromApplying(asked, volunteer) ??
  lyingAhead(asked.submittedOn, act) ??
  unsigned(asked, act) ??
  submitted(asked, act.today);

function barredFromApplying({ submittedOn }: SubmitApplication, volunteer: Volunteer): Bar {
  switch (volunteer.status) {
    case 'unknown':
      return undefined;
    case 'applied':
      return refuse('application_awaits_review');
    case 'approved':
      return refuse('application_is_approved_already');
    case 'enrolled':
      return refuse('volunteer_is_enrolled_already');
    case 'returned':
      return preceding(submittedOn, volunteer.returnedOn);
    case 'declined':
      return preceding(submittedOn, volunteer.declinedOn);
    case 'withdrawn':
      return preceding(submittedOn, volunteer.withdrawnOn);
    case 'deceased':
    case 'merged':
      return refuse('record_is_closed');
  }
}

const preceding = (day: LocalDate, last: LocalDate): Bar =>
  day < last ? refuse('application_must_follow_the_last_decision', { day, last }) : undefined;

/** Z-28, Z-33: by the person, or for the person with their signed paper, and with the consents that the law asks for. */
function unsigned({ volunteerId, onBehalf, source, consents, health }: SubmitApplication, act: Act): Bar {
  if (onBehalf === 'SELF' && act.byVolunteer !== volunteerId) return refuse('only_applicants_submit_for_themselves');
  if (onBehalf === 'RECORDER' && source === 'ONLINE') return refuse('recorder_must_have_the_signed_paper');
  return consents.includes('REGISTRATION')
    ? withoutHealthConsent(health, consents)
    : refuse('registration_needs_consent');
}

/** PIPL art. 29: sensitive information takes a consent of its own. */
export const withoutHealthConsent = (
  health: string | undefined,
  consents: readonly Consent[],
): Refusal<'health_needs_its_own_consent'> | undefined =>
  health !== undefined && !consents.includes('SENSITIVE_HEALTH') ? refuse('health_needs_its_own_consent') : undefined;

function submitted(
  asked: SubmitApplication,
  today: LocalDate,
): readonly VolunteerEvent[] | Refusal<ApplicationRefusal> {
  const { participantKind: givenKind, doubts: sheetDoubts, name, ...applied } = asked;
  const { volunteerId, organizationId, submittedOn, source, onBehalf, consents, sex, ...particulars } = applied;
  const stored = particularsOf(particulars, today);
  const named = nameOf(name);
  const kind = participantKindOf(asked.politicalStatus, givenKind);
  if (isFault(stored)) return stored;
  if (isFault(named)) return named;
  if (isFault(kind)) return kind;
  if (stored.birthDate === undefined && stored.statedAge === undefined)
    return refuse('birth_date_or_age_must_be_given');
  const { participantKind } = kind;
  if (participantKind === undefined) return refuse('participant_kind_must_be_given');
  const doubts = doubtsOf({ ...stored, sex }, sheetDoubts);
  const facts = { volunteerId, organizationId, submittedOn, source, onBehalf, consents, participantKind, doubts };
  return [{ type: 'ApplicationSubmitted', data: { ...stored, ...named, sex, ...facts } }];
}
