import { v5 as uuidv5 } from 'uuid';
import type { Context } from '#libs/event-store/ledger';
import type { Message } from '#libs/kernel/decider';
import type { CommandId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { organizationStream } from '#libs/organization/organization.events';
import type { FollowSuccessor } from '#libs/organization/organization.reactions';
import type { CounterParts, Desk } from './desk.js';
import { organizationDesk } from './organization.desk.js';
import { teamDesk } from './team.desk.js';
import { volunteerDesk } from './volunteer.desk.js';

/** The windows do not yet know of the merger; the reaction tries again. */
export class WindowsBehind extends Error {}

/**
 * Moves everybody and every team of a merged body to its successor, each by an event of its own. A process, not a decision:
 * cut off in the middle it is begun again, and who has moved answers with the receipt of then, because the command ids are
 * derived. Who stands under a body only the windows know; nobody comes in after the merger.
 */
export function successionDesk(parts: CounterParts): Desk<FollowSuccessor> {
  const [organizations, volunteers, teams] = [organizationDesk(parts), volunteerDesk(parts), teamDesk(parts)];
  return {
    // Of nobody's asking.
    about: () => Promise.resolve(undefined),
    perform: async ({ data: { organizationId, successorId } }, context) => {
      await assertSeen(parts, organizationId);
      const derived = (id: string): Context => ({ ...context, commandId: uuidv5(id, context.commandId) as CommandId });
      for (const volunteerId of await peopleOf(parts, organizationId))
        await volunteers.perform({ type: 'MoveAffiliation', data: { volunteerId, toOrganizationId: successorId } }, derived(volunteerId));
      for (const teamId of await teamsOf(parts, organizationId))
        await teams.perform({ type: 'MoveTeam', data: { teamId, toOrganizationId: successorId } }, derived(teamId));
      return organizations.perform({ type: 'CompleteSuccession', data: { organizationId } }, context);
    },
  };
}

export const successionCommands = { FollowSuccessor: null } satisfies Record<Message<FollowSuccessor['type'], unknown>['type'], null>;

async function assertSeen({ store, read }: CounterParts, organizationId: OrganizationId): Promise<void> {
  for await (const { position } of store.readStream(organizationStream(organizationId), { direction: 'backwards', limit: 1 })) {
    const rows: { position: string | null }[] = await read.query(`select position from read.checkpoint where name in ('volunteer-register', 'team-register')`);
    const behind = rows.length < 2 || rows.some((row) => row.position === null || store.compare(row.position as typeof position, position) < 0);
    if (behind) throw new WindowsBehind(organizationId);
  }
}

async function peopleOf({ read }: CounterParts, organizationId: OrganizationId): Promise<VolunteerId[]> {
  const rows: { id: VolunteerId }[] = await read.query(
    `select volunteer_id as id from read.volunteer_register where organization_id = $1 and status in ('APPLIED', 'RETURNED', 'APPROVED', 'ENROLLED') order by 1`,
    [organizationId],
  );
  return rows.map(({ id }) => id);
}

async function teamsOf({ read }: CounterParts, organizationId: OrganizationId): Promise<TeamId[]> {
  const rows: { id: TeamId }[] = await read.query('select team_id as id from read.team_register_team where organization_id = $1 order by 1', [organizationId]);
  return rows.map(({ id }) => id);
}
