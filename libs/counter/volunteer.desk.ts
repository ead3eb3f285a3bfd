import { Refused, type Context } from '#libs/event-store/ledger';
import type { BlindValue } from '#libs/privacy/blind-index';
import { endOf } from '#libs/organization/organization.state';
import { teamDecider } from '#libs/team/team.decider';
import { teamStream } from '#libs/team/team.events';
import { isMember } from '#libs/team/team.state';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { checkIdNumber } from '#libs/reference/id-number';
import type { VolunteerCommand } from '#libs/volunteer/volunteer.commands';
import { volunteerDecider, type VolunteerFacts } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { yearOf } from '#libs/kernel/time';
import type { KnownVolunteer, Volunteer } from '#libs/volunteer/volunteer.state';
import type { About, CounterParts, Desk } from './desk.js';
import { loadOrganization, takesMembers } from './organization.desk.js';

/** The organization that holds the person's application; undefined where nobody applied. */
export async function organizationOfVolunteer({ ledger }: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId): Promise<OrganizationId | undefined> {
  const volunteer = await ledger.load(volunteerDecider, volunteerStream(volunteerId));
  return volunteer.status === 'unknown' ? undefined : volunteer.application.organizationId;
}

export const loadVolunteer = ({ ledger }: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId): Promise<Volunteer> => ledger.load(volunteerDecider, volunteerStream(volunteerId));

export function volunteerDesk(parts: CounterParts): Desk<VolunteerCommand> {
  const factsFor = async ({ type, data }: VolunteerCommand): Promise<VolunteerFacts> => {
    if (type === 'EnrolVolunteer') {
      const volunteerNumber = (await parts.numbers.take([data.volunteerId], yearOf(data.enrolledOn))).get(data.volunteerId);
      return volunteerNumber === undefined ? {} : { volunteerNumber };
    }
    if (type === 'ChoosePrimaryTeam') return { isTeamMember: isMember(await parts.ledger.load(teamDecider, teamStream(data.teamId)), data.volunteerId) };
    if (type === 'SubmitApplication') return { organizationHasEnded: endOf(await loadOrganization(parts, data.organizationId)) !== undefined };
    if (type === 'SendAffiliationTransfer') return { receiverTakesMembers: await takesMembers(parts, data.toOrganizationId) };
    if (type === 'MoveAffiliation') {
      const home = await organizationOfVolunteer(parts, data.volunteerId);
      const homeEnded = home && endOf(await loadOrganization(parts, home));
      return homeEnded ? { homeEnded } : {};
    }
    if (type === 'MergePersons') return { survivorStands: !['unknown', 'merged'].includes((await loadVolunteer(parts, data.survivorId)).status) };
    return {};
  };
  const run = (command: VolunteerCommand, context: Context) =>
    parts.ledger.run(volunteerDecider, { stream: volunteerStream(command.data.volunteerId), command, context, facts: () => factsFor(command) });
  return {
    about: async (command) => {
      const { type, data } = command;
      if (type === 'SubmitApplication') return { organizationId: data.organizationId, volunteerId: data.volunteerId };
      const volunteer = await loadVolunteer(parts, data.volunteerId);
      return volunteer.status === 'unknown' ? undefined : aboutKnown(parts, command, volunteer);
    },
    perform: async (command, context) => {
      const { volunteerId } = command.data;
      const blind = blindValues(command);
      if (blind.length === 0) return run(command, context);
      const volunteer = await loadVolunteer(parts, volunteerId);
      const same: ReadonlySet<string> = volunteer.status === 'unknown' ? new Set() : volunteer.register.duplicates;
      // One person, one ID number: reserved before the append, confirmed after it; a crash in between lets it expire.
      const isKnown = async (subject: string): Promise<boolean> => (await parts.store.headOf(volunteerStream(subject as VolunteerId))) !== 'no_stream';
      const taken = await parts.blindIndex.reserve(volunteerId, blind, isKnown, same);
      if (taken.length > 0) throw new Refused({ refused: 'id_number_is_registered_once' });
      const receipt = await run(command, context);
      await parts.blindIndex.confirm(volunteerId);
      for (const value of blind) if (value.kind === 'id_number') await parts.blindIndex.release(volunteerId, value);
      return receipt;
    },
  };
}

/** Whoever receives a transfer decides on it; a merge is decided where both records are kept. */
async function aboutKnown(parts: CounterParts, { type, data }: VolunteerCommand, volunteer: KnownVolunteer): Promise<About | undefined> {
  const { volunteerId } = data;
  const home = volunteer.application.organizationId;
  if (type === 'ReceiveAffiliationTransfer' || type === 'RefuseAffiliationTransfer')
    return { organizationId: (volunteer.status === 'enrolled' ? volunteer.transfer?.toOrganizationId : undefined) ?? home, volunteerId };
  if (type !== 'MergePersons') return { organizationId: home, volunteerId };
  const survivors = await organizationOfVolunteer(parts, data.survivorId);
  return survivors === undefined ? undefined : { organizationId: home, volunteerId, alsoIn: [survivors] };
}

function blindValues({ type, data }: VolunteerCommand): BlindValue[] {
  if (type !== 'SubmitApplication' && type !== 'ChangeParticulars') return [];
  const checked = data.idNumber === undefined ? undefined : checkIdNumber(data.idNumber);
  const idNumbers: BlindValue[] = checked?.ok ? [{ kind: 'id_number', value: checked.idNumber }] : [];
  return [...idNumbers, ...(data.mobiles ?? []).map((value): BlindValue => ({ kind: 'mobile', value }))];
}
