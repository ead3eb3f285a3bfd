import type { Act, DataOfCommand, Refusal } from '#libs/kernel/decider';
import { erasedText } from '#libs/kernel/fields';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import type { VolunteerCommand } from './volunteer.commands.js';
import { volunteerDecider, type VolunteerFacts } from './volunteer.decider.js';
import type { VolunteerEvent } from './volunteer.events.js';
import type { Volunteer } from './volunteer.state.js';

export const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
export const day = (text: string): LocalDate => text as LocalDate;

export const volunteerId = idOf<VolunteerId>(1);
export const other = idOf<VolunteerId>(2);
export const old = idOf<OrganizationId>(3);
export const next = idOf<OrganizationId>(4);
export const third = idOf<OrganizationId>(5);
export const teamId = idOf<TeamId>(6);
export const byThemselves: Act = { ...someAct, byVolunteer: volunteerId };

export const submitted = (
  participantKind: 'FULL_MEMBER' | 'PROBATIONARY_MEMBER' | 'OTHER_VOLUNTEER' = 'FULL_MEMBER',
): VolunteerEvent => ({
  type: 'ApplicationSubmitted',
  data: {
    volunteerId,
    organizationId: old,
    participantKind,
    submittedOn: day('2026-05-10'),
    source: 'PAPER_FORM',
    onBehalf: 'RECORDER',
    consents: ['REGISTRATION'],
    doubts: [],
    name: erasedText,
    sex: '2',
  },
});
export const approved: VolunteerEvent = {
  type: 'ApplicationApproved',
  data: { volunteerId, organizationId: old, approvedOn: day('2026-05-20'), basis: 'BRANCH_MEETING' },
};
export const enrolled: VolunteerEvent = {
  type: 'VolunteerEnrolled',
  data: { volunteerId, organizationId: old, volunteerNumber: '2026000001', enrolledOn: day('2026-05-21') },
};
export const registered = [submitted(), approved, enrolled];
export const inTeam: VolunteerEvent = {
  type: 'PrimaryTeamChosen',
  data: { volunteerId, teamId, chosenOn: day('2026-05-25') },
};
export const gone = (clearedOn: string): VolunteerEvent => ({
  type: 'PrimaryTeamCleared',
  data: { volunteerId, teamId, clearedOn: day(clearedOn), leavesTeam: true },
});
export const passage = { fromOrganizationId: old, toOrganizationId: next };
export const sent: VolunteerEvent = {
  type: 'AffiliationTransferSent',
  data: { volunteerId, ...passage, sentOn: day('2026-06-10') },
};
export const received: VolunteerEvent = {
  type: 'AffiliationTransferReceived',
  data: { volunteerId, ...passage, receivedOn: day('2026-06-20') },
};

export const given = specification(volunteerDecider);
export const stateAfter = (...events: VolunteerEvent[]): Volunteer =>
  events.reduce<Volunteer>((state, event) => volunteerDecider.evolve(state, event), volunteerDecider.initial);
export type Decision = readonly VolunteerEvent[] | Refusal;
export const homeOf = (volunteer: Volunteer): OrganizationId | undefined =>
  volunteer.status === 'unknown' ? undefined : volunteer.application.organizationId;

/** The decision on one command, its fields given as far as a case is about them. */
export const deciding =
  <T extends VolunteerCommand['type']>(
    type: T,
    usual: DataOfCommand<VolunteerCommand, T>,
    facts: VolunteerFacts = {},
  ) =>
  (fields: Partial<DataOfCommand<VolunteerCommand, T>>, past: VolunteerEvent[], act?: Act, other = facts): Decision =>
    given(...past).when({ type, data: { ...usual, ...fields } } as unknown as VolunteerCommand, other, act);
