import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import { isPartyMember } from '#libs/reference/ledger-codes';

import type { VolunteerCommand } from './volunteer.commands.js';
import type { VolunteerEvent } from './volunteer.events.js';
import type { KnownVolunteer } from './volunteer.state.js';
import { leavingTeam } from './volunteer.transfer.js';

export type MembershipRefusal =
  | 'nobody_decides_about_themselves'
  | 'volunteer_must_be_enrolled'
  | 'affiliation_belongs_to_party_members'
  | 'membership_ceases_once'
  | 'membership_must_have_ceased'
  | 'probation_must_be_under_way'
  | 'probation_must_end_after_the_decision'
  | 'death_is_recorded_once'
  | 'death_must_have_been_recorded'
  | 'record_is_closed'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

type Decision = readonly VolunteerEvent[] | Refusal<MembershipRefusal>;
type Bar = Refusal<MembershipRefusal> | undefined;
type Asked<T extends VolunteerCommand['type']> = DataOfCommand<VolunteerCommand, T>;

const byThemselves = ({ volunteerId }: Pick<Asked<'RecordRetirement'>, 'volunteerId'>, act: Act): Bar =>
  act.byVolunteer === volunteerId ? refuse('nobody_decides_about_themselves') : undefined;

/** F-16. A day is stated anew to put it right. */
export function recordRetirement(asked: Asked<'RecordRetirement'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.register.retiredOn === asked.retiredOn) return [];
  const { organizationId } = volunteer.application;
  return lyingAhead(asked.retiredOn, act) ?? [{ type: 'RetirementRecorded', data: { ...asked, organizationId } }];
}

/** F-18: out of every denominator from the day; the hours remain. */
export function recordDeath(asked: Asked<'RecordDeath'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status === 'deceased')
    return volunteer.deceasedOn === asked.deceasedOn ? [] : refuse('death_is_recorded_once');
  if (volunteer.status === 'merged') return refuse('record_is_closed');
  const { organizationId, submittedOn } = volunteer.application;
  const beginning = volunteer.status === 'enrolled' ? volunteer.enrolledOn : submittedOn;
  return (
    byThemselves(asked, act) ??
    lyingAhead(asked.deceasedOn, act) ??
    endingBefore(asked.deceasedOn, beginning) ?? [
      ...leavingTeam(volunteer, asked.deceasedOn),
      { type: 'VolunteerDeceased', data: { ...asked, organizationId } },
    ]
  );
}

/** A word about the wrong person, or a wrong word. The person is as before, but joins their team anew. */
export function retractDeath(asked: Asked<'RetractDeath'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status !== 'deceased') return refuse('death_must_have_been_recorded');
  const { organizationId } = volunteer.application;
  return (
    lyingAhead(asked.retractedOn, act) ??
    endingBefore(asked.retractedOn, volunteer.deceasedOn) ?? [
      { type: 'DeathRetracted', data: { ...asked, organizationId } },
    ]
  );
}

/** F-19. Whoever is only suspended keeps the place in the team. */
export function ceaseMembership(asked: Asked<'CeaseMembership'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status !== 'enrolled') return refuse('volunteer_must_be_enrolled');
  const { ceasedOn } = asked;
  if (volunteer.ceasedOn) return volunteer.ceasedOn === ceasedOn ? [] : refuse('membership_ceases_once');
  const { organizationId, participantKind } = volunteer.application;
  if (!isPartyMember(participantKind)) return refuse('affiliation_belongs_to_party_members');
  const since = volunteer.restoredOn ?? volunteer.enrolledOn;
  return (
    byThemselves(asked, act) ??
    lyingAhead(ceasedOn, act) ??
    endingBefore(ceasedOn, since) ?? [
      ...(asked.measure === 'SUSPENDED' ? [] : leavingTeam(volunteer, ceasedOn)),
      { type: 'MembershipCeased', data: { ...asked, organizationId } },
    ]
  );
}

export function restoreMembership(asked: Asked<'RestoreMembership'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status !== 'enrolled') return refuse('volunteer_must_be_enrolled');
  const { restoredOn } = asked;
  if (!volunteer.ceasedOn) return volunteer.restoredOn === restoredOn ? [] : refuse('membership_must_have_ceased');
  const { organizationId } = volunteer.application;
  return (
    byThemselves(asked, act) ??
    lyingAhead(restoredOn, act) ??
    endingBefore(restoredOn, volunteer.ceasedOn) ?? [{ type: 'MembershipRestored', data: { ...asked, organizationId } }]
  );
}

/** Never silent: until when is encrypted and cannot be compared. The person stays on the roster as a probationary member. */
export function extendProbation(asked: Asked<'ExtendProbation'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status !== 'enrolled') return refuse('volunteer_must_be_enrolled');
  const { organizationId, participantKind } = volunteer.application;
  const { decidedOn, extendedUntil } = asked;
  if (participantKind !== 'PROBATIONARY_MEMBER' || volunteer.ceasedOn) return refuse('probation_must_be_under_way');
  if (extendedUntil <= decidedOn) return refuse('probation_must_end_after_the_decision', { day: decidedOn });
  return (
    byThemselves(asked, act) ??
    lyingAhead(decidedOn, act) ?? [{ type: 'ProbationExtended', data: { ...asked, organizationId } }]
  );
}
