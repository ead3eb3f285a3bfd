import { annualPlanDecider } from '#libs/annual-plan/annual-plan.decider';
import { annualPlanStream } from '#libs/annual-plan/annual-plan.events';
import type { DutiesCommand } from '#libs/review/duties.commands';
import { dutiesDecider, type DutiesFacts } from '#libs/review/duties.decider';
import { dutiesStream } from '#libs/review/duties.events';
import { teamDecider } from '#libs/team/team.decider';
import { teamStream } from '#libs/team/team.events';
import { leaderOn } from '#libs/team/team.state';
import type { CounterParts, Desk } from './desk.js';
import { organizationOfTeam } from './team.desk.js';

export function dutiesDesk(parts: CounterParts): Desk<DutiesCommand> {
  return {
    about: async ({ data: { teamId } }) => {
      const organizationId = await organizationOfTeam(parts, teamId);
      return organizationId && { organizationId };
    },
    perform: (command, context) => {
      const { teamId, year } = command.data;
      return parts.ledger.run(dutiesDecider, {
        stream: dutiesStream(teamId, year),
        command,
        context,
        facts: () => factsFor(parts, command),
      });
    },
  };
}

async function factsFor({ ledger }: Pick<CounterParts, 'ledger'>, { type, data }: DutiesCommand): Promise<DutiesFacts> {
  const team = await ledger.load(teamDecider, teamStream(data.teamId));
  if (team.status !== 'established') return {};
  const { organizationId, establishedOn } = team.established;
  if (type === 'RecordQuarterlyMeeting') return { organizationId, establishedOn };
  const { lines } = await ledger.load(annualPlanDecider, annualPlanStream(data.teamId, data.year));
  return {
    ...{ organizationId, establishedOn },
    hasPlan: [...lines.values()].some(({ isDropped }) => !isDropped),
    hasLeaderAndGroups: leaderOn(team, data.checkedOn) !== undefined && team.groups.size > 0,
  };
}
