import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { LocalDate } from '#libs/kernel/time';

import { submitApplication, withoutHealthConsent, type ApplicationRefusal } from './volunteer.application.js';
import type { VolunteerCommand } from './volunteer.commands.js';
import type { ClearVolunteerEvent, VolunteerEvent } from './volunteer.events.js';
import {
  decideOnMovement,
  isMovement,
  type MovementCommand,
  type MovementFacts,
  type MovementRefusal,
} from './volunteer.movement.js';
import { isFault, nameOf, participantKindOf, particularsOf } from './volunteer.particulars.js';
import { evolveVolunteer, type KnownVolunteer, type Volunteer } from './volunteer.state.js';
import { leavingTeam } from './volunteer.transfer.js';

export type VolunteerRefusal =
  | ApplicationRefusal
  | MovementRefusal
  | 'application_must_have_been_submitted'
  | 'nobody_decides_on_their_own_application'
  | 'application_must_await_review'
  | 'decision_must_not_precede_application'
  | 'application_must_be_approved'
  | 'volunteer_is_enrolled_once'
  | 'enrolment_must_not_precede_approval'
  | 'volunteer_number_must_be_reserved'
  | 'organization_must_not_have_ended'
  | 'change_must_name_a_particular'
  | 'identity_change_needs_the_document_seen'
  | 'identity_change_is_seen_by_another'
  | 'volunteer_must_be_enrolled'
  | 'primary_team_must_be_ones_own'
  | 'primary_team_must_follow_the_last_choice'
  | 'withdrawal_needs_an_application_or_enrolment'
  | 'withdrawal_happens_once'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

export interface VolunteerFacts extends MovementFacts {
  /** For EnrolVolunteer: a free number, in case the person has none yet. */
  readonly volunteerNumber?: string;
  /** For ChoosePrimaryTeam: false if the team does not count the person among its members. */
  readonly isTeamMember?: boolean;
  /** For SubmitApplication: the organization merged or split away. */
  readonly organizationHasEnded?: boolean;
}

type Decision = readonly VolunteerEvent[] | Refusal<VolunteerRefusal>;
type Asked<T extends VolunteerCommand['type']> = DataOfCommand<VolunteerCommand, T>;

/** One person from application to withdrawal, and again: apply, be reviewed by another, be entered, change, leave. */
export const volunteerDecider: Decider<
  Volunteer,
  VolunteerCommand,
  VolunteerEvent,
  ClearVolunteerEvent,
  VolunteerRefusal,
  VolunteerFacts
> = {
  initial: { status: 'unknown' },
  evolve: evolveVolunteer,
  decide: (command, volunteer, act, facts) => {
    if (command.type === 'SubmitApplication')
      return facts.organizationHasEnded
        ? refuse('organization_must_not_have_ended')
        : submitApplication(command.data, volunteer, act);
    if (volunteer.status === 'unknown') return refuse('application_must_have_been_submitted');
    return isMovement(command)
      ? decideOnMovement(command, volunteer, act, facts)
      : decideOnKnown(command, volunteer, act, facts);
  },
};

type LaterCommand = Exclude<VolunteerCommand, MovementCommand | { type: 'SubmitApplication' }>;

function decideOnKnown(
  { type, data }: LaterCommand,
  volunteer: KnownVolunteer,
  act: Act,
  facts: VolunteerFacts,
): Decision {
  switch (type) {
    case 'ReturnApplication':
      return returnApplication(data, volunteer, act);
    case 'DeclineApplication':
      return decline(data, volunteer, act);
    case 'ApproveApplication':
      return approve(data, volunteer, act);
    case 'EnrolVolunteer':
      return enrol(data, volunteer, act, facts);
    case 'ChangeParticulars':
      return change(data, volunteer, act);
    case 'ChoosePrimaryTeam':
      return choosePrimaryTeam(data, volunteer, act, facts);
    case 'ClearPrimaryTeam':
      return clearPrimaryTeam(data, volunteer, act);
    case 'WithdrawVolunteer':
      return withdraw(data, volunteer, act);
  }
}

type Reviewing = 'ReturnApplication' | 'DeclineApplication' | 'ApproveApplication';

/** A-06, Z-29: another person decides, on an application that waits for it, on or after its day. */
function barredFromReviewing(
  { volunteerId }: Asked<Reviewing>,
  decidedOn: LocalDate,
  { status, application }: KnownVolunteer,
  act: Act,
): Refusal<VolunteerRefusal> | undefined {
  if (act.byVolunteer === volunteerId) return refuse('nobody_decides_on_their_own_application');
  if (status !== 'applied') return refuse('application_must_await_review');
  const { submittedOn } = application;
  if (decidedOn < submittedOn) return refuse('decision_must_not_precede_application', { day: decidedOn, submittedOn });
  return lyingAhead(decidedOn, act);
}

function returnApplication(asked: Asked<'ReturnApplication'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status === 'returned' && volunteer.returnedOn === asked.returnedOn) return [];
  const { organizationId } = volunteer.application;
  return (
    barredFromReviewing(asked, asked.returnedOn, volunteer, act) ?? [
      { type: 'ApplicationReturned', data: { ...asked, organizationId } },
    ]
  );
}

function decline(asked: Asked<'DeclineApplication'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status === 'declined' && volunteer.declinedOn === asked.declinedOn) return [];
  const { organizationId } = volunteer.application;
  return (
    barredFromReviewing(asked, asked.declinedOn, volunteer, act) ?? [
      { type: 'ApplicationDeclined', data: { ...asked, organizationId } },
    ]
  );
}

function approve(asked: Asked<'ApproveApplication'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status === 'approved' || volunteer.status === 'enrolled') {
    const { approvedOn, basis } = volunteer.approval;
    if (approvedOn === asked.approvedOn && basis === asked.basis) return [];
  }
  const { organizationId } = volunteer.application;
  return (
    barredFromReviewing(asked, asked.approvedOn, volunteer, act) ?? [
      { type: 'ApplicationApproved', data: { ...asked, organizationId } },
    ]
  );
}

function enrol(asked: Asked<'EnrolVolunteer'>, volunteer: KnownVolunteer, act: Act, facts: VolunteerFacts): Decision {
  if (volunteer.status === 'enrolled')
    return volunteer.enrolledOn === asked.enrolledOn ? [] : refuse('volunteer_is_enrolled_once');
  if (volunteer.status !== 'approved') return refuse('application_must_be_approved');
  const { approvedOn, organizationId } = volunteer.approval;
  const { enrolledOn } = asked;
  if (enrolledOn < approvedOn) return refuse('enrolment_must_not_precede_approval', { day: enrolledOn, approvedOn });
  const volunteerNumber = volunteer.register.volunteerNumber ?? facts.volunteerNumber;
  if (volunteerNumber === undefined) return refuse('volunteer_number_must_be_reserved');
  return (
    lyingAhead(enrolledOn, act) ?? [{ type: 'VolunteerEnrolled', data: { ...asked, organizationId, volunteerNumber } }]
  );
}

/** Open to everybody known, withdrawn ones too: the right to correction (PIPL art. 46) does not end with the service. */
function change(asked: Asked<'ChangeParticulars'>, volunteer: KnownVolunteer, act: Act): Decision {
  const { volunteerId, changedOn, reason, participantKind, documentSeen, name, sex, ...particulars } = asked;
  const stored = particularsOf(particulars, act.today);
  const named = nameOf(name);
  const kind = participantKindOf(asked.politicalStatus, participantKind);
  if (isFault(stored)) return stored;
  if (isFault(named)) return named;
  if (isFault(kind)) return kind;
  const changed = { ...stored, ...named, ...(sex === undefined ? {} : { sex }), ...kind };
  if (Object.values(changed).every((value) => value === undefined)) return refuse('change_must_name_a_particular');
  return (
    lyingAhead(changedOn, act) ??
    unseenIdentity(asked, act) ??
    withoutHealthConsent(asked.health, volunteer.application.consents) ?? [
      {
        type: 'ParticularsChanged',
        data: { ...changed, volunteerId, changedOn, reason, ...(documentSeen ? { documentSeen } : {}) },
      },
    ]
  );
}

/** F-11, F-12: somebody else has looked at the paper that says so. */
function unseenIdentity(
  { volunteerId, name, idNumber, documentSeen }: Asked<'ChangeParticulars'>,
  act: Act,
): Refusal<VolunteerRefusal> | undefined {
  if (name === undefined && idNumber === undefined) return undefined;
  if (act.byVolunteer === volunteerId) return refuse('identity_change_is_seen_by_another');
  return documentSeen === undefined ? refuse('identity_change_needs_the_document_seen') : undefined;
}

function choosePrimaryTeam(
  asked: Asked<'ChoosePrimaryTeam'>,
  volunteer: KnownVolunteer,
  act: Act,
  { isTeamMember = true }: VolunteerFacts,
): Decision {
  if (volunteer.status !== 'enrolled') return refuse('volunteer_must_be_enrolled');
  const { primary } = volunteer;
  if (primary?.teamId === asked.teamId) return [];
  if (!isTeamMember) return refuse('primary_team_must_be_ones_own');
  if (primary && asked.chosenOn < primary.chosenOn)
    return refuse('primary_team_must_follow_the_last_choice', { day: asked.chosenOn, last: primary.chosenOn });
  return lyingAhead(asked.chosenOn, act) ?? [{ type: 'PrimaryTeamChosen', data: { ...asked } }];
}

/** Nothing to say about a team that is not the primary one: whoever leaves a second team keeps the first. */
function clearPrimaryTeam(asked: Asked<'ClearPrimaryTeam'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status !== 'enrolled' || volunteer.primary?.teamId !== asked.teamId) return [];
  return (
    lyingAhead(asked.clearedOn, act) ??
    endingBefore(asked.clearedOn, volunteer.primary.chosenOn) ?? [{ type: 'PrimaryTeamCleared', data: { ...asked } }]
  );
}

/** F-20, Z-28: at once and without a reason, from an enrolment or from an application on its way. */
function withdraw(asked: Asked<'WithdrawVolunteer'>, volunteer: KnownVolunteer, act: Act): Decision {
  const { volunteerId, withdrawnOn } = asked;
  if (volunteer.status === 'withdrawn')
    return volunteer.withdrawnOn === withdrawnOn ? [] : refuse('withdrawal_happens_once');
  if (volunteer.status === 'deceased' || volunteer.status === 'merged') return refuse('record_is_closed');
  if (volunteer.status === 'declined') return refuse('withdrawal_needs_an_application_or_enrolment');
  const { organizationId, submittedOn } = volunteer.application;
  const beginning = volunteer.status === 'enrolled' ? volunteer.enrolledOn : submittedOn;
  return (
    lyingAhead(withdrawnOn, act) ??
    endingBefore(withdrawnOn, beginning) ?? [
      ...leavingTeam(volunteer, withdrawnOn),
      { type: 'VolunteerWithdrew', data: { volunteerId, organizationId, withdrawnOn } },
    ]
  );
}
