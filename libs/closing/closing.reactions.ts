import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import type { CloseHoursOfBooks } from './closing.commands.js';
import type { ClosingEvent } from './closing.events.js';

type Closed = Extract<ClosingEvent, { type: 'YearClosed' }>;

/** Every hours stream of the year ends, and the next begins with what is carried. */
export const whenYearIsClosedThenHoursAreClosed: Reaction<Closed, Message<'CloseHoursOfBooks', CloseHoursOfBooks>> = {
  name: 'whenYearIsClosedThenHoursAreClosed',
  on: {
    YearClosed: ({ data: { organizationId, year } }) => [{ type: 'CloseHoursOfBooks', data: { organizationId, year } }],
  },
};
