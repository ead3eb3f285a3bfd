import { refuse, type Act, type Refusal } from './decider.js';
import type { LocalDate } from './time.js';

/** What is said to have happened does not lie ahead of the day of the act; the day itself is allowed. */
export const lyingAhead = (day: LocalDate, { today }: Act): Refusal<'day_must_not_lie_ahead'> | undefined =>
  day > today ? refuse('day_must_not_lie_ahead', { day, today }) : undefined;

/** An end lies on or after its beginning. */
export const endingBefore = (
  end: LocalDate,
  beginning: LocalDate,
): Refusal<'end_must_not_precede_beginning'> | undefined =>
  end < beginning ? refuse('end_must_not_precede_beginning', { end, beginning }) : undefined;
