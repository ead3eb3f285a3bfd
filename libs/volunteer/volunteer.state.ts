import type { TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

import type { ClearVolunteerEvent } from './volunteer.events.js';

type Clear<T extends ClearVolunteerEvent['type']> = Extract<ClearVolunteerEvent, { type: T }>['data'];

/** Both ends included. */
interface Enrolment {
  readonly enrolledOn: LocalDate;
  readonly withdrawnOn: LocalDate;
}

interface PrimaryTeam {
  readonly teamId: TeamId;
  readonly chosenOn: LocalDate;
}

/** What one application leaves for the next: a person has one entry for life (Z-38). */
interface Register {
  readonly formerEnrolments: readonly Enrolment[];
  /** Given once; a person who comes back keeps it. */
  readonly volunteerNumber?: string;
}

interface Known {
  readonly application: Clear<'ApplicationSubmitted'>;
  readonly register: Register;
}

export type Applied = Known & { readonly status: 'applied' };
export type Approved = Known & { readonly status: 'approved'; readonly approval: Clear<'ApplicationApproved'> };
export type Enrolled = Known & {
  readonly status: 'enrolled';
  readonly approval: Clear<'ApplicationApproved'>;
  readonly enrolledOn: LocalDate;
  readonly primary?: PrimaryTeam;
};
export type KnownVolunteer =
  | Applied
  | (Known & { readonly status: 'returned'; readonly returnedOn: LocalDate })
  | (Known & { readonly status: 'declined'; readonly declinedOn: LocalDate })
  | Approved
  | Enrolled
  | (Known & { readonly status: 'withdrawn'; readonly withdrawnOn: LocalDate });

export type Volunteer = { readonly status: 'unknown' } | KnownVolunteer;

/** What `evolve` folds: the state of one volunteer stream. An event it does not know leaves the state as it is. */
export function evolveVolunteer(volunteer: Volunteer, event: ClearVolunteerEvent): Volunteer {
  if (event.type !== 'ApplicationSubmitted')
    return volunteer.status === 'unknown' ? volunteer : evolveKnown(volunteer, event);
  const register = volunteer.status === 'unknown' ? { formerEnrolments: [] } : volunteer.register;
  return { status: 'applied', application: event.data, register };
}

type LaterEvent = Exclude<ClearVolunteerEvent, { type: 'ApplicationSubmitted' }>;

function evolveKnown(volunteer: KnownVolunteer, { type, data }: LaterEvent): Volunteer {
  const { application, register } = volunteer;
  switch (type) {
    case 'ApplicationReturned':
      return { status: 'returned', application, register, returnedOn: data.returnedOn };
    case 'ApplicationDeclined':
      return { status: 'declined', application, register, declinedOn: data.declinedOn };
    case 'ApplicationApproved':
      return { status: 'approved', application, register, approval: data };
    case 'VolunteerEnrolled':
      return enrolled(volunteer, data);
    case 'ParticularsChanged':
      return withKind(volunteer, data);
    case 'PrimaryTeamChosen':
      return volunteer.status === 'enrolled' ? { ...volunteer, primary: data } : volunteer;
    case 'PrimaryTeamCleared':
      return withoutPrimary(volunteer, data.teamId);
    case 'VolunteerWithdrew':
      return withdrawn(volunteer, data.withdrawnOn);
    default:
      return ignoring(type, volunteer);
  }
}

function enrolled(volunteer: KnownVolunteer, { enrolledOn, volunteerNumber }: Clear<'VolunteerEnrolled'>): Volunteer {
  if (volunteer.status !== 'approved') return volunteer;
  const { application, approval, register } = volunteer;
  return { status: 'enrolled', application, approval, enrolledOn, register: { ...register, volunteerNumber } };
}

function withKind(volunteer: KnownVolunteer, { participantKind }: Clear<'ParticularsChanged'>): KnownVolunteer {
  if (!participantKind) return volunteer;
  return { ...volunteer, application: { ...volunteer.application, participantKind } };
}

function withoutPrimary(volunteer: KnownVolunteer, teamId: TeamId): KnownVolunteer {
  if (volunteer.status !== 'enrolled' || volunteer.primary?.teamId !== teamId) return volunteer;
  const { primary: _left, ...rest } = volunteer;
  return rest;
}

function withdrawn(volunteer: KnownVolunteer, withdrawnOn: LocalDate): Volunteer {
  const { application, register } = volunteer;
  const ended = volunteer.status === 'enrolled' ? [{ enrolledOn: volunteer.enrolledOn, withdrawnOn }] : [];
  const formerEnrolments = [...register.formerEnrolments, ...ended];
  return { status: 'withdrawn', application, withdrawnOn, register: { ...register, formerEnrolments } };
}

// `never`: an event of this slice that has no case above does not compile.
const ignoring = <S>(_unknown: never, state: S): S => state;

/**
 * Enrolled on the day, now or in an earlier enrolment. The day of withdrawal still counts, so that the service given
 * that morning can be written down (F-20: the past stays).
 */
export function isEnrolledOn(volunteer: Volunteer, day: LocalDate): boolean {
  if (volunteer.status === 'unknown') return false;
  if (volunteer.status === 'enrolled' && volunteer.enrolledOn <= day) return true;
  return volunteer.register.formerEnrolments.some(
    ({ enrolledOn, withdrawnOn }) => enrolledOn <= day && day <= withdrawnOn,
  );
}

/** First day of the enrolment that is open now; undefined for everybody not enrolled. */
export const enrolledSince = (volunteer: Volunteer): LocalDate | undefined =>
  volunteer.status === 'enrolled' ? volunteer.enrolledOn : undefined;

/** The one team under which the roster and the annexes count this person. */
export const primaryTeam = (volunteer: Volunteer): TeamId | undefined =>
  volunteer.status === 'enrolled' ? volunteer.primary?.teamId : undefined;
