import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
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
  readonly retiredOn?: LocalDate;
  /** Other records of the same person that gave way to this one (F-08). */
  readonly duplicates: ReadonlySet<VolunteerId>;
}

/** The last transfer of the affiliation; at most one is under way. */
export interface Transfer {
  readonly toOrganizationId: OrganizationId;
  readonly sentOn: LocalDate;
  readonly ended?: { readonly how: 'received' | 'refused' | 'calledBack'; readonly on: LocalDate };
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
  /** First day with the present home, `application.organizationId`. */
  readonly homeSince: LocalDate;
  readonly primary?: PrimaryTeam;
  readonly transfer?: Transfer;
  /** F-19: not a member from this day on, until restored. */
  readonly ceasedOn?: LocalDate;
  readonly restoredOn?: LocalDate;
};
/** A record to which nothing more happens, and what it was before: both can turn out to be wrong. */
export type Deceased = Known & {
  readonly status: 'deceased';
  readonly deceasedOn: LocalDate;
  readonly before: LivingVolunteer;
};
export type Merged = Known & {
  readonly status: 'merged';
  readonly survivorId: VolunteerId;
  readonly mergedOn: LocalDate;
  readonly before: Exclude<KnownVolunteer, Merged>;
};
export type LivingVolunteer =
  | Applied
  | (Known & { readonly status: 'returned'; readonly returnedOn: LocalDate })
  | (Known & { readonly status: 'declined'; readonly declinedOn: LocalDate })
  | Approved
  | Enrolled
  | (Known & { readonly status: 'withdrawn'; readonly withdrawnOn: LocalDate });
export type KnownVolunteer = LivingVolunteer | Deceased | Merged;

export type Volunteer = { readonly status: 'unknown' } | KnownVolunteer;

/** What `evolve` folds: the state of one volunteer stream. An event it does not know leaves the state as it is. */
export function evolveVolunteer(volunteer: Volunteer, event: ClearVolunteerEvent): Volunteer {
  if (event.type !== 'ApplicationSubmitted')
    return volunteer.status === 'unknown' ? volunteer : evolveKnown(volunteer, event);
  const register =
    volunteer.status === 'unknown' ? { formerEnrolments: [], duplicates: new Set<VolunteerId>() } : volunteer.register;
  return { status: 'applied', application: event.data, register };
}

type LaterEvent = Exclude<ClearVolunteerEvent, { type: 'ApplicationSubmitted' }>;

function evolveKnown(volunteer: KnownVolunteer, event: LaterEvent): KnownVolunteer {
  const { application, register } = volunteer;
  const { type, data } = event;
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
      return evolveMoved(volunteer, event);
  }
}

function enrolled(
  volunteer: KnownVolunteer,
  { enrolledOn, volunteerNumber }: Clear<'VolunteerEnrolled'>,
): KnownVolunteer {
  if (volunteer.status !== 'approved') return volunteer;
  const { application, approval, register } = volunteer;
  const entered = { ...register, volunteerNumber };
  return { status: 'enrolled', application, approval, enrolledOn, homeSince: enrolledOn, register: entered };
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

function withdrawn(volunteer: KnownVolunteer, withdrawnOn: LocalDate): KnownVolunteer {
  const { application } = volunteer;
  return { status: 'withdrawn', application, withdrawnOn, register: registerAfter(volunteer, withdrawnOn) };
}

function registerAfter(volunteer: KnownVolunteer, lastDay: LocalDate): Register {
  const { register } = volunteer;
  if (volunteer.status !== 'enrolled') return register;
  const ended = { enrolledOn: volunteer.enrolledOn, withdrawnOn: lastDay };
  return { ...register, formerEnrolments: [...register.formerEnrolments, ended] };
}

type Moved = Exclude<
  LaterEvent,
  {
    type:
      | `Application${'Returned' | 'Declined' | 'Approved'}`
      | `PrimaryTeam${'Chosen' | 'Cleared'}`
      | 'VolunteerEnrolled'
      | 'VolunteerWithdrew'
      | 'ParticularsChanged';
  }
>;

function evolveMoved(volunteer: KnownVolunteer, { type, data }: Moved): KnownVolunteer {
  switch (type) {
    case 'AffiliationTransferSent':
      return whileEnrolled(volunteer, { transfer: data });
    case 'AffiliationTransferReceived':
      return settledIn(withHome(volunteer, data.toOrganizationId, data.receivedOn), 'received', data.receivedOn);
    case 'AffiliationTransferRefused':
      return settledIn(volunteer, 'refused', data.refusedOn);
    case 'AffiliationTransferCalledBack':
      return settledIn(volunteer, 'calledBack', data.calledBackOn);
    case 'AffiliationMoved':
      return withHome(volunteer, data.toOrganizationId, data.movedOn);
    case 'RetirementRecorded':
      return withRegister(volunteer, { retiredOn: data.retiredOn });
    case 'VolunteerDeceased':
      return deceased(volunteer, data.deceasedOn);
    case 'DeathRetracted':
      return volunteer.status === 'deceased' ? volunteer.before : volunteer;
    case 'MembershipCeased':
      return ceased(volunteer, data.ceasedOn);
    case 'MembershipRestored':
      return restored(volunteer, data.restoredOn);
    case 'ProbationExtended':
      return volunteer;
    case 'PersonsMerged':
      return merged(volunteer, data);
    case 'MergeUndone':
      return volunteer.status === 'merged' ? volunteer.before : volunteer;
    case 'DuplicateLinked':
      return withRegister(volunteer, { duplicates: new Set([...volunteer.register.duplicates, data.duplicateId]) });
    case 'DuplicateUnlinked':
      return withRegister(volunteer, {
        duplicates: new Set([...volunteer.register.duplicates].filter((id) => id !== data.duplicateId)),
      });
    default:
      return ignoring(type, volunteer);
  }
}

const whileEnrolled = (volunteer: KnownVolunteer, changed: Partial<Enrolled>): KnownVolunteer =>
  volunteer.status === 'enrolled' ? { ...volunteer, ...changed } : volunteer;

const withRegister = (volunteer: KnownVolunteer, changed: Partial<Register>): KnownVolunteer => ({
  ...volunteer,
  register: { ...volunteer.register, ...changed },
});

const settledIn = (
  volunteer: KnownVolunteer,
  how: NonNullable<Transfer['ended']>['how'],
  on: LocalDate,
): KnownVolunteer =>
  volunteer.status === 'enrolled' && volunteer.transfer
    ? { ...volunteer, transfer: { ...volunteer.transfer, ended: { how, on } } }
    : volunteer;

function withHome(volunteer: KnownVolunteer, organizationId: OrganizationId, homeSince: LocalDate): KnownVolunteer {
  const moved = { ...volunteer, application: { ...volunteer.application, organizationId } };
  if (moved.status === 'approved') return { ...moved, approval: { ...moved.approval, organizationId } };
  return moved.status === 'enrolled' ? { ...moved, homeSince } : moved;
}

function deceased(volunteer: KnownVolunteer, deceasedOn: LocalDate): KnownVolunteer {
  if (volunteer.status === 'deceased' || volunteer.status === 'merged') return volunteer;
  const { application } = volunteer;
  return {
    status: 'deceased',
    application,
    deceasedOn,
    before: volunteer,
    register: registerAfter(volunteer, deceasedOn),
  };
}

/** A transfer under way does not outlive the membership that it moves. */
function ceased(volunteer: KnownVolunteer, ceasedOn: LocalDate): KnownVolunteer {
  if (volunteer.status !== 'enrolled') return volunteer;
  const { transfer: _lapsed, ...rest } = volunteer;
  return { ...rest, ceasedOn };
}

function restored(volunteer: KnownVolunteer, restoredOn: LocalDate): KnownVolunteer {
  if (volunteer.status !== 'enrolled') return volunteer;
  const { ceasedOn: _over, ...rest } = volunteer;
  return { ...rest, restoredOn };
}

function merged(volunteer: KnownVolunteer, { survivorId, mergedOn }: Clear<'PersonsMerged'>): KnownVolunteer {
  if (volunteer.status === 'merged') return volunteer;
  const { application } = volunteer;
  return {
    status: 'merged',
    application,
    survivorId,
    mergedOn,
    before: volunteer,
    register: registerAfter(volunteer, mergedOn),
  };
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

/** A transfer that was sent and not yet received, refused or called back. */
export const transferUnderWay = (volunteer: Volunteer): Transfer | undefined =>
  volunteer.status === 'enrolled' && volunteer.transfer?.ended === undefined ? volunteer.transfer : undefined;

/** First day of the enrolment that is open now; undefined for everybody not enrolled. */
export const enrolledSince = (volunteer: Volunteer): LocalDate | undefined =>
  volunteer.status === 'enrolled' ? volunteer.enrolledOn : undefined;

/** The one team under which the roster and the annexes count this person. */
export const primaryTeam = (volunteer: Volunteer): TeamId | undefined =>
  volunteer.status === 'enrolled' ? volunteer.primary?.teamId : undefined;
