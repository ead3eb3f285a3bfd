import { erasedText } from '#libs/kernel/fields';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { withSealed } from '#libs/projection-engine/as-of';
import { lettersOf } from '#libs/projection-engine/letters';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import {
  withCeasing,
  withHome,
  withKind,
  withMembership,
  withoutMembership,
  withoutPrimaryTeam,
  withoutStatus,
  withPrimaryTeam,
  withStatus,
  withTeamMoved,
  type Standing,
  type VolunteerStatus,
} from '#libs/volunteer/standing';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { VolunteerRegister, VolunteerRegisterName } from './volunteer-register.entity.js';

type DataOf<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>['data'];
type Key = Pick<VolunteerRegister, 'volunteerId'>;
const volunteerOf = ({ volunteerId }: Key): Key => ({ volunteerId });

const stands = (row: VolunteerRegister, standing: Standing): VolunteerRegister => {
  const { statuses, kinds, primaryTeams, memberships, ceasings } = standing;
  return {
    ...row,
    statuses,
    kinds,
    primaryTeams,
    memberships,
    ceasings,
    status: statuses.at(-1)?.status ?? null,
    organizationId: statuses.at(-1)?.organizationId ?? null,
    participantKind: kinds.at(-1)?.participantKind ?? null,
    primaryTeamId: primaryTeams.at(-1)?.teamId ?? null,
  };
};

const entered = (
  row: VolunteerRegister,
  on: LocalDate,
  status: VolunteerStatus,
  { organizationId }: Pick<DataOf<'VolunteerEnrolled'>, 'organizationId'>,
): VolunteerRegister => stands(row, withStatus(row, { on, status, organizationId }));

const shown = [
  'name',
  'sex',
  'birthDate',
  'statedAge',
  'statedAgeOn',
  'ethnicity',
  'education',
  'workUnit',
  'politicalStatus',
  'joinedPartyOn',
  'skills',
  'mainProjects',
  'serviceInterests',
] as const;
type Shown = Pick<VolunteerRegister, (typeof shown)[number]>;

/** Only the fields above come over: an ID number or a telephone number must not slip through a spread. */
const shownOf = (data: DataOf<'ParticularsChanged'> | DataOf<'ApplicationSubmitted'>): Partial<Shown> =>
  Object.fromEntries(shown.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])));

const nothingShown = (name: string): Shown => ({
  ...(Object.fromEntries(shown.map((field) => [field, null])) as unknown as Shown),
  name,
});

/** Found by the letters of the name that stands there now. */
const lettered = (row: VolunteerRegister): VolunteerRegister => ({
  ...row,
  nameLetters: row.name === erasedText ? '' : lettersOf(row.name),
});

const closed = (row: VolunteerRegister, on: LocalDate, whole: boolean, { sealed }: Meta): VolunteerRegister => ({
  ...row,
  sealedIdentity: withSealed(row.sealedIdentity, on, whole, sealed.identity),
  sealedContact: withSealed(row.sealedContact, on, whole, sealed.contact),
  sealedSensitive: withSealed(row.sealedSensitive, on, whole, sealed.sensitive),
  sealedPhoto: withSealed(row.sealedPhoto, on, whole, sealed.photo),
  sealedFree: withSealed(row.sealedFree, on, whole, sealed.free),
});

const empty = ({ volunteerId }: Key): VolunteerRegister => ({
  ...nothingShown(''),
  nameLetters: '',
  volunteerId,
  volunteerNumber: null,
  status: null,
  organizationId: null,
  participantKind: null,
  primaryTeamId: null,
  appliedOn: null,
  approvedOn: null,
  enrolledOn: null,
  withdrawnOn: null,
  retiredOn: null,
  deceasedOn: null,
  survivorId: null,
  source: null,
  consents: [],
  statuses: [],
  kinds: [],
  primaryTeams: [],
  memberships: [],
  ceasings: [],
  sealedIdentity: [],
  sealedContact: [],
  sealedSensitive: [],
  sealedPhoto: [],
  sealedFree: [],
});

function submitted(row: VolunteerRegister, data: DataOf<'ApplicationSubmitted'>, meta: Meta): VolunteerRegister {
  const on = data.submittedOn;
  const known = entered(lettered({ ...row, ...nothingShown(data.name), ...shownOf(data) }), on, 'APPLIED', data);
  const { source, consents } = data;
  return closed(
    { ...stands(known, withKind(known, on, data.participantKind)), appliedOn: on, source, consents },
    on,
    true,
    meta,
  );
}

function particularsChanged(row: VolunteerRegister, data: DataOf<'ParticularsChanged'>, meta: Meta): VolunteerRegister {
  const known = lettered({ ...row, ...shownOf(data) });
  return closed(stands(known, withKind(known, data.changedOn, data.participantKind)), data.changedOn, false, meta);
}

const volunteers = table<VolunteerRegister, VolunteerEvent | TeamEvent>()({
  entity: VolunteerRegister,
  keyOf: {
    ApplicationSubmitted: volunteerOf,
    ApplicationReturned: volunteerOf,
    ApplicationDeclined: volunteerOf,
    ApplicationApproved: volunteerOf,
    VolunteerEnrolled: volunteerOf,
    ParticularsChanged: volunteerOf,
    PrimaryTeamChosen: volunteerOf,
    PrimaryTeamCleared: volunteerOf,
    VolunteerWithdrew: volunteerOf,
    AffiliationTransferReceived: volunteerOf,
    AffiliationMoved: volunteerOf,
    RetirementRecorded: volunteerOf,
    VolunteerDeceased: volunteerOf,
    DeathRetracted: volunteerOf,
    MembershipCeased: volunteerOf,
    MembershipRestored: volunteerOf,
    PersonsMerged: volunteerOf,
    MergeUndone: volunteerOf,
    TeamMemberJoined: volunteerOf,
    TeamMemberLeft: volunteerOf,
    TeamMemberMoved: volunteerOf,
  },
  empty,
  on: {
    ApplicationSubmitted: submitted,
    ApplicationReturned: (row, data): VolunteerRegister => entered(row, data.returnedOn, 'RETURNED', data),
    ApplicationDeclined: (row, data): VolunteerRegister => entered(row, data.declinedOn, 'DECLINED', data),
    ApplicationApproved: (row, data): VolunteerRegister => ({
      ...entered(row, data.approvedOn, 'APPROVED', data),
      approvedOn: data.approvedOn,
    }),
    VolunteerEnrolled: (row, data): VolunteerRegister => ({
      ...entered(row, data.enrolledOn, 'ENROLLED', data),
      volunteerNumber: data.volunteerNumber,
      enrolledOn: data.enrolledOn,
      withdrawnOn: null,
    }),
    ParticularsChanged: particularsChanged,
    PrimaryTeamChosen: (row, { chosenOn, teamId }): VolunteerRegister =>
      stands(row, withPrimaryTeam(row, chosenOn, teamId)),
    PrimaryTeamCleared: (row, { clearedOn, teamId }): VolunteerRegister =>
      stands(row, withoutPrimaryTeam(row, clearedOn, teamId)),
    VolunteerWithdrew: (row, data): VolunteerRegister => ({
      ...entered(row, data.withdrawnOn, 'WITHDRAWN', data),
      withdrawnOn: data.withdrawnOn,
    }),
    AffiliationTransferReceived: (row, { receivedOn, toOrganizationId }): VolunteerRegister =>
      stands(row, withHome(row, receivedOn, toOrganizationId)),
    AffiliationMoved: (row, { movedOn, toOrganizationId }): VolunteerRegister =>
      stands(row, withHome(row, movedOn, toOrganizationId)),
    RetirementRecorded: (row, { retiredOn }): VolunteerRegister => ({ ...row, retiredOn }),
    VolunteerDeceased: (row, data): VolunteerRegister => ({
      ...entered(row, data.deceasedOn, 'DECEASED', data),
      deceasedOn: data.deceasedOn,
    }),
    DeathRetracted: (row): VolunteerRegister => ({ ...stands(row, withoutStatus(row, 'DECEASED')), deceasedOn: null }),
    MembershipCeased: (row, { ceasedOn }): VolunteerRegister => stands(row, withCeasing(row, ceasedOn, true)),
    MembershipRestored: (row, { restoredOn }): VolunteerRegister => stands(row, withCeasing(row, restoredOn, false)),
    PersonsMerged: (row, data): VolunteerRegister => ({
      ...entered(row, data.mergedOn, 'MERGED', data),
      survivorId: data.survivorId,
    }),
    MergeUndone: (row): VolunteerRegister => ({ ...stands(row, withoutStatus(row, 'MERGED')), survivorId: null }),
    TeamMemberJoined: (row, data): VolunteerRegister => stands(row, withMembership(row, data)),
    TeamMemberLeft: (row, data): VolunteerRegister => stands(row, withoutMembership(row, data)),
    TeamMemberMoved: (row, data): VolunteerRegister => stands(row, withTeamMoved(row, data)),
  },
});

type NameKey = Pick<VolunteerRegisterName, 'subjectId'>;
const organizationOf = ({ organizationId }: { organizationId: NameKey['subjectId'] }): NameKey => ({
  subjectId: organizationId,
});
const teamOf = ({ teamId }: { teamId: NameKey['subjectId'] }): NameKey => ({ subjectId: teamId });

const names = table<VolunteerRegisterName, OrganizationEvent | TeamEvent>()({
  entity: VolunteerRegisterName,
  keyOf: {
    PartyOrganizationRegistered: organizationOf,
    PartyOrganizationRenamed: organizationOf,
    TeamEstablished: teamOf,
    TeamRenamed: teamOf,
  },
  empty: (key): VolunteerRegisterName => ({ ...key, name: '' }),
  on: {
    PartyOrganizationRegistered: (row, { name }): VolunteerRegisterName => ({ ...row, name }),
    PartyOrganizationRenamed: (row, { name }): VolunteerRegisterName => ({ ...row, name }),
    TeamEstablished: (row, { name }): VolunteerRegisterName => ({ ...row, name }),
    TeamRenamed: (row, { name }): VolunteerRegisterName => ({ ...row, name }),
  },
});

/** Answers: who applied, was enrolled, withdrew, where and as what, on a given day? */
export const volunteerRegister: Projection = {
  name: 'volunteer-register',
  version: 4,
  opens: ['identity', 'sensitive', 'free'],
  tables: [volunteers, names],
};
