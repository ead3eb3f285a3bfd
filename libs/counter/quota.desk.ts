import { volunteerDecider } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { VolunteerId } from '#libs/kernel/ids';
import type { QuotaCommand } from '#libs/review/quota.commands';
import { quotaDecider, type QuotaFacts } from '#libs/review/quota.decider';
import { quotaStream } from '#libs/review/quota.events';
import type { CounterParts, Desk } from './desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';

/** Where a person is enrolled now, if anywhere: reviews, relief and stars concern nobody else. */
export async function enrolmentOf(
  { ledger }: Pick<CounterParts, 'ledger'>,
  volunteerId: VolunteerId,
): Promise<QuotaFacts> {
  const volunteer = await ledger.load(volunteerDecider, volunteerStream(volunteerId));
  if (volunteer.status === 'unknown') return { isEnrolled: false };
  return { organizationId: volunteer.application.organizationId, isEnrolled: volunteer.status === 'enrolled' };
}

export function quotaDesk(parts: CounterParts): Desk<QuotaCommand> {
  return {
    about: async ({ data: { volunteerId } }) => {
      const organizationId = await organizationOfVolunteer(parts, volunteerId);
      return organizationId && { organizationId, volunteerId };
    },
    perform: (command, context) => {
      const { volunteerId } = command.data;
      return parts.ledger.run(quotaDecider, {
        stream: quotaStream(volunteerId),
        command,
        context,
        facts: () => enrolmentOf(parts, volunteerId),
      });
    },
  };
}
