import type { AnnualPlanCommand } from '#libs/annual-plan/annual-plan.commands';
import { annualPlanDecider } from '#libs/annual-plan/annual-plan.decider';
import { annualPlanStream } from '#libs/annual-plan/annual-plan.events';
import type { CounterParts, Desk } from './desk.js';
import { organizationOfTeam } from './team.desk.js';

export function annualPlanDesk(parts: CounterParts): Desk<AnnualPlanCommand> {
  return {
    about: async ({ data }) => {
      const organizationId = await organizationOfTeam(parts, data.teamId);
      return organizationId && { organizationId };
    },
    perform: (command, context) => {
      const { teamId, year } = command.data;
      const facts = async () => {
        const organizationId = await organizationOfTeam(parts, teamId);
        return organizationId ? { organizationId } : {};
      };
      return parts.ledger.run(annualPlanDecider, { stream: annualPlanStream(teamId, year), command, context, facts });
    },
  };
}
