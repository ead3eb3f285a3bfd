import type { BreachCommand } from '#libs/breach/breach.commands';
import { breachDecider, type Breach, type BreachFacts } from '#libs/breach/breach.decider';
import { breachStream, type BreachId } from '#libs/breach/breach.events';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { About, CounterParts, Desk } from './desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';

export const loadBreach = ({ ledger }: Pick<CounterParts, 'ledger'>, breachId: BreachId): Promise<Breach> =>
  ledger.load(breachDecider, breachStream(breachId));

export function breachDesk(parts: CounterParts): Desk<BreachCommand> {
  /** Whose data a body keeps: everybody of it and of what lies below. */
  const belongingTo = async (
    organizationId: OrganizationId,
    volunteerIds: readonly VolunteerId[],
  ): Promise<readonly VolunteerId[]> => {
    const found: VolunteerId[] = [];
    for (const volunteerId of volunteerIds) {
      const home = await organizationOfVolunteer(parts, volunteerId);
      if (home && (await parts.tree.ancestry(home)).includes(organizationId)) found.push(volunteerId);
    }
    return found;
  };
  const factsFor = async ({ type, data }: BreachCommand): Promise<BreachFacts> => {
    if (type === 'RecordBreach') {
      const known = data.exportId && (await parts.exports.find(data.exportId));
      return known ? { peopleOnExport: known.people } : {};
    }
    const { recorded } = await loadBreach(parts, data.breachId);
    if (type !== 'NotifyBreachPersons' || !recorded) return {};
    const { exportId, organizationId } = recorded;
    const concerned = exportId
      ? await parts.exports.standingOn(exportId, data.volunteerIds)
      : await belongingTo(organizationId, data.volunteerIds);
    return { concerned: new Set(concerned) };
  };
  return {
    about: async ({ type, data }): Promise<About | undefined> => {
      if (type !== 'RecordBreach') {
        const { recorded } = await loadBreach(parts, data.breachId);
        return recorded && { organizationId: recorded.organizationId };
      }
      const { organizationId, exportId } = data;
      const issuer = exportId && (await parts.exports.find(exportId))?.organizationId;
      return { organizationId, ...(issuer ? { alsoIn: [issuer] } : {}) };
    },
    perform: (command, context) =>
      parts.ledger.run(breachDecider, {
        stream: breachStream(command.data.breachId),
        command,
        context,
        facts: () => factsFor(command),
      }),
  };
}
