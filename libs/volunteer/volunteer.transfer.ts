import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { isPartyMember } from '#libs/reference/ledger-codes';

import type { VolunteerCommand } from './volunteer.commands.js';
import type { VolunteerEvent } from './volunteer.events.js';
import { transferUnderWay, type Enrolled, type KnownVolunteer, type Transfer } from './volunteer.state.js';

export type TransferRefusal =
  | 'nobody_decides_about_themselves'
  | 'volunteer_must_be_enrolled'
  | 'affiliation_belongs_to_party_members'
  | 'transfer_leads_to_another_organization'
  | 'receiving_organization_must_take_members'
  | 'one_transfer_at_a_time'
  | 'transfer_must_be_under_way'
  | 'day_must_not_precede_joining'
  | 'home_organization_must_have_ended'
  | 'member_moves_to_a_successor'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

export interface TransferFacts {
  /** For SendAffiliationTransfer: registered, not merged or split away, and no desk without members. */
  readonly receiverTakesMembers?: boolean;
  /** For MoveAffiliation: what became of the present home; absent while it goes on. */
  readonly homeEnded?: { readonly on: LocalDate; readonly successorIds: readonly OrganizationId[] };
}

type Decision = readonly VolunteerEvent[] | Refusal<TransferRefusal>;
type Bar = Refusal<TransferRefusal> | undefined;
type Asked<T extends VolunteerCommand['type']> = DataOfCommand<VolunteerCommand, T>;

const byThemselves = ({ volunteerId }: Pick<Asked<'MoveAffiliation'>, 'volunteerId'>, act: Act): Bar =>
  act.byVolunteer === volunteerId ? refuse('nobody_decides_about_themselves') : undefined;

/** F-13: nothing changes yet. One home at any instant: that is the one that sends, until the other has received. */
export function sendTransfer(
  asked: Asked<'SendAffiliationTransfer'>,
  volunteer: KnownVolunteer,
  act: Act,
  { receiverTakesMembers = false }: TransferFacts,
): Decision {
  const { toOrganizationId, sentOn } = asked;
  if (volunteer.status !== 'enrolled') return refuse('volunteer_must_be_enrolled');
  const under = transferUnderWay(volunteer);
  if (under?.toOrganizationId === toOrganizationId && under.sentOn === sentOn) return [];
  const { organizationId } = volunteer.application;
  return (
    barredFromSending(asked, volunteer, receiverTakesMembers) ??
    byThemselves(asked, act) ??
    outOfTime(sentOn, lastDayOf(volunteer), act) ?? [
      { type: 'AffiliationTransferSent', data: { ...asked, fromOrganizationId: organizationId } },
    ]
  );
}

function barredFromSending(
  { toOrganizationId }: Asked<'SendAffiliationTransfer'>,
  volunteer: Enrolled,
  receiverTakesMembers: boolean,
): Bar {
  const { application, ceasedOn } = volunteer;
  const { organizationId, participantKind } = application;
  if (transferUnderWay(volunteer)) return refuse('one_transfer_at_a_time');
  if (!isPartyMember(participantKind) || ceasedOn) return refuse('affiliation_belongs_to_party_members');
  if (toOrganizationId === organizationId) return refuse('transfer_leads_to_another_organization');
  return receiverTakesMembers ? undefined : refuse('receiving_organization_must_take_members');
}

/** The day on which the last thing happened to the affiliation. */
const lastDayOf = ({ homeSince, transfer }: Enrolled): LocalDate => {
  const ended = transfer?.ended?.on ?? homeSince;
  return ended < homeSince ? homeSince : ended;
};

const outOfTime = (day: LocalDate, beginning: LocalDate, act: Act): Bar =>
  lyingAhead(day, act) ?? endingBefore(day, beginning);

interface Ending {
  readonly how: NonNullable<Transfer['ended']>['how'];
  readonly on: LocalDate;
}

interface UnderWay {
  readonly enrolled: Enrolled;
  readonly passage: { readonly fromOrganizationId: OrganizationId; readonly toOrganizationId: OrganizationId };
}

/** The transfer that ends, `silent` when it ended so already, or why it cannot end so. */
function endingTransfer(
  asked: Pick<Asked<'MoveAffiliation'>, 'volunteerId'>,
  volunteer: KnownVolunteer,
  ending: Ending,
  act: Act,
): UnderWay | 'silent' | Refusal<TransferRefusal> {
  if (volunteer.status !== 'enrolled' || !volunteer.transfer) return refuse('transfer_must_be_under_way');
  const { toOrganizationId, sentOn, ended } = volunteer.transfer;
  if (ended)
    return ended.how === ending.how && ended.on === ending.on ? 'silent' : refuse('transfer_must_be_under_way');
  const passage = { fromOrganizationId: volunteer.application.organizationId, toOrganizationId };
  return byThemselves(asked, act) ?? outOfTime(ending.on, sentOn, act) ?? { enrolled: volunteer, passage };
}

/** The primary team was one of the old branch: the person leaves it, and the hours given there stay where they are. */
export function receiveTransfer(
  asked: Asked<'ReceiveAffiliationTransfer'>,
  volunteer: KnownVolunteer,
  act: Act,
): Decision {
  const { volunteerId, receivedOn } = asked;
  const found = endingTransfer(asked, volunteer, { how: 'received', on: receivedOn }, act);
  if (found === 'silent') return [];
  if ('refused' in found) return found;
  const { primary } = found.enrolled;
  if (primary && receivedOn < primary.chosenOn)
    return refuse('day_must_not_precede_joining', { day: receivedOn, joinedOn: primary.chosenOn });
  return [
    ...leavingTeam(found.enrolled, receivedOn),
    { type: 'AffiliationTransferReceived', data: { volunteerId, receivedOn, ...found.passage } },
  ];
}

/** Of whoever is gone from the branch. */
export function leavingTeam(volunteer: KnownVolunteer, clearedOn: LocalDate): VolunteerEvent[] {
  if (volunteer.status !== 'enrolled' || !volunteer.primary) return [];
  const { volunteerId } = volunteer.application;
  const { teamId } = volunteer.primary;
  return [{ type: 'PrimaryTeamCleared', data: { volunteerId, teamId, clearedOn, leavesTeam: true } }];
}

export function refuseTransfer(
  asked: Asked<'RefuseAffiliationTransfer'>,
  volunteer: KnownVolunteer,
  act: Act,
): Decision {
  const found = endingTransfer(asked, volunteer, { how: 'refused', on: asked.refusedOn }, act);
  if (found === 'silent') return [];
  return 'refused' in found ? found : [{ type: 'AffiliationTransferRefused', data: { ...asked, ...found.passage } }];
}

export function callBackTransfer(
  asked: Asked<'CallBackAffiliationTransfer'>,
  volunteer: KnownVolunteer,
  act: Act,
): Decision {
  const found = endingTransfer(asked, volunteer, { how: 'calledBack', on: asked.calledBackOn }, act);
  if (found === 'silent') return [];
  return 'refused' in found ? found : [{ type: 'AffiliationTransferCalledBack', data: { ...asked, ...found.passage } }];
}

/** F-21: everybody whose record a body keeps that is no more, applicants too; who withdrew or died stays with the old body. */
export function moveAffiliation(
  asked: Asked<'MoveAffiliation'>,
  volunteer: KnownVolunteer,
  { homeEnded }: TransferFacts,
): Decision {
  const { volunteerId, toOrganizationId } = asked;
  const fromOrganizationId = volunteer.application.organizationId;
  if (fromOrganizationId === toOrganizationId) return [];
  if (!['applied', 'returned', 'approved', 'enrolled'].includes(volunteer.status)) return [];
  if (!homeEnded) return refuse('home_organization_must_have_ended');
  if (!homeEnded.successorIds.includes(toOrganizationId)) return refuse('member_moves_to_a_successor');
  const movedOn = laterOf(homeEnded.on, volunteer);
  return [{ type: 'AffiliationMoved', data: { volunteerId, fromOrganizationId, toOrganizationId, movedOn } }];
}

/** Whoever arrived in the old body after its last day came from there on that day. */
const laterOf = (on: LocalDate, volunteer: KnownVolunteer): LocalDate =>
  volunteer.status === 'enrolled' && volunteer.homeSince > on ? volunteer.homeSince : on;
