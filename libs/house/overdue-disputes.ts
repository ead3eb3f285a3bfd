import { v5 as uuidv5 } from 'uuid';
import { systemAccount } from '#libs/access/actor';
import { Refused } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { dayOfInstant } from '#libs/reference/dates';
import { disputesOf, type HoursDisputeItem } from '#projections/hours-dispute/hours-dispute.query';
import type { House } from './house.js';

const pageSize = 200;

/**
 * F-27: a question that nobody answered in time goes to the level above by itself. The command id is made of the question and its
 * due day, so that two processes, or one that was cut off, escalate it once. Answers how many went up; those with no level above
 * stay where they are, overdue.
 */
export async function escalateOverdue(house: Pick<House, 'counter' | 'read'>, now: number): Promise<number> {
  const today = dayOfInstant(new Date(now).toISOString()) as LocalDate;
  const overdue: HoursDisputeItem[] = [];
  for (let page = 1, left = 1; left > 0; page++) {
    const { items, total } = await disputesOf(house.read, {
      today,
      state: 'OVERDUE',
      scope: undefined,
      page,
      pageSize,
    });
    overdue.push(...items);
    left = total - page * pageSize;
  }
  let escalated = 0;
  for (const one of overdue) if (await escalate(house, one)) escalated += 1;
  return escalated;
}

async function escalate(
  { counter }: Pick<House, 'counter'>,
  { volunteerId, year, disputeId, answerDueOn, organizationId: org }: HoursDisputeItem,
): Promise<boolean> {
  const commandId = uuidv5(`overdue ${answerDueOn}`, disputeId) as CommandId;
  const data = { volunteerId, year, disputeId, reasonCode: 'OVERDUE' };
  try {
    await counter.perform({ type: 'EscalateServiceHoursDispute', data }, { commandId, by: systemAccount, org });
    return true;
  } catch (error) {
    // Answered meanwhile, or nobody above.
    if (error instanceof Refused) return false;
    throw error;
  }
}

const everyMilliseconds = 3_600_000;

/** Looks at start and once an hour; what fails is told and tried again at the next turn. Answers how to stop it. */
export function watchOverdue(
  house: Pick<House, 'counter' | 'read'>,
  onError: (error: Error) => void,
  now: () => number = Date.now,
): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    running = escalateOverdue(house, now()).catch((error: unknown) => onError(error as Error));
  };
  turn();
  const timer = setInterval(turn, everyMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
