import { Refused, type Context } from '#libs/event-store/ledger';
import type { BlindValue } from '#libs/privacy/blind-index';
import { teamDecider } from '#libs/team/team.decider';
import { teamStream } from '#libs/team/team.events';
import { isMember } from '#libs/team/team.state';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { checkIdNumber } from '#libs/reference/id-number';
import type { VolunteerCommand } from '#libs/volunteer/volunteer.commands';
import { volunteerDecider, type VolunteerFacts } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { yearOf } from '#libs/kernel/time';
import type { CounterParts, Desk } from './desk.js';

/** The organization that holds the person's application; undefined where nobody applied. */
export async function organizationOfVolunteer({ ledger }: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId): Promise<OrganizationId | undefined> {
  const volunteer = await ledger.load(volunteerDecider, volunteerStream(volunteerId));
  return volunteer.status === 'unknown' ? undefined : volunteer.application.organizationId;
}

export function volunteerDesk(parts: CounterParts): Desk<VolunteerCommand> {
  const factsFor = async ({ type, data }: VolunteerCommand): Promise<VolunteerFacts> => {
    if (type === 'EnrolVolunteer') {
      const volunteerNumber = (await parts.numbers.take([data.volunteerId], yearOf(data.enrolledOn))).get(data.volunteerId);
      return volunteerNumber === undefined ? {} : { volunteerNumber };
    }
    if (type === 'ChoosePrimaryTeam') return { isTeamMember: isMember(await parts.ledger.load(teamDecider, teamStream(data.teamId)), data.volunteerId) };
    return {};
  };
  const run = (command: VolunteerCommand, context: Context) =>
    parts.ledger.run(volunteerDecider, { stream: volunteerStream(command.data.volunteerId), command, context, facts: () => factsFor(command) });
  return {
    about: async ({ type, data }) => {
      const organizationId = type === 'SubmitApplication' ? data.organizationId : await organizationOfVolunteer(parts, data.volunteerId);
      return organizationId === undefined ? undefined : { organizationId, volunteerId: data.volunteerId };
    },
    perform: async (command, context) => {
      const { volunteerId } = command.data;
      const blind = blindValues(command);
      if (blind.length === 0) return run(command, context);
      // One person, one ID number: reserved before the append, confirmed after it; a crash in between lets it expire.
      const taken = await parts.blindIndex.reserve(volunteerId, blind, async (subject) => (await parts.store.headOf(volunteerStream(subject as VolunteerId))) !== 'no_stream');
      if (taken.length > 0) throw new Refused({ refused: 'id_number_is_registered_once' });
      const receipt = await run(command, context);
      await parts.blindIndex.confirm(volunteerId);
      return receipt;
    },
  };
}

function blindValues({ type, data }: VolunteerCommand): BlindValue[] {
  if (type !== 'SubmitApplication' && type !== 'ChangeParticulars') return [];
  const checked = data.idNumber === undefined ? undefined : checkIdNumber(data.idNumber);
  const idNumbers: BlindValue[] = checked?.ok ? [{ kind: 'id_number', value: checked.idNumber }] : [];
  return [...idNumbers, ...(data.mobiles ?? []).map((value): BlindValue => ({ kind: 'mobile', value }))];
}
