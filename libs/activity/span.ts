import type { Act } from '#libs/kernel/decider';
import { minuteOfDay, type Instant, type LocalDate, type TimeOfDay } from '#libs/kernel/time';
import { addDays, daysBetween } from '#libs/reference/dates';

const minutesPerDay = 1440;

/** From a time of one day to a time of that day or of another. */
export interface Span {
  readonly startsOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsOn: LocalDate;
  readonly endsAt: TimeOfDay;
}

/** Whole minutes; nought or less where it ends before it starts. */
export const minutesOf = ({ startsOn, startsAt, endsOn, endsAt }: Span): number =>
  daysBetween(startsOn, endsOn) * minutesPerDay + minuteOfDay(endsAt) - minuteOfDay(startsAt);

export const nextDay = (day: LocalDate): LocalDate => addDays(day, 1) as LocalDate;

/** The end of so many minutes from a time of a day. Midnight is 24:00 of the day that ends. */
export function endAfter(
  minutes: number,
  startsOn: LocalDate,
  startsAt: TimeOfDay,
): { readonly endsOn: LocalDate; readonly endsAt: TimeOfDay } {
  const end = minuteOfDay(startsAt) + minutes;
  const days = Math.max(0, Math.ceil(end / minutesPerDay) - 1);
  return { endsOn: addDays(startsOn, days) as LocalDate, endsAt: timeAtMinute(end - days * minutesPerDay) };
}

const timeAtMinute = (minute: number): TimeOfDay =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as TimeOfDay;

/** A minute of a day in China. */
export interface Place {
  readonly on: LocalDate;
  readonly at: TimeOfDay;
}

// China is eight hours ahead, without summer time since 1992.
const shanghaiOffsetMinutes = 480;

/** Where the act stands in the day: the server's time, whatever a device says. */
export function placeOf({ at, today }: Pick<Act, 'at' | 'today'>): Place {
  const minute = (minuteOfDay(at.slice(11, 16) as TimeOfDay) + shanghaiOffsetMinutes) % minutesPerDay;
  return { on: today, at: timeAtMinute(minute) };
}

export const minutesFrom = (a: Place, b: Place): number =>
  minutesOf({ startsOn: a.on, startsAt: a.at, endsOn: b.on, endsAt: b.at });

export const earlierOf = (a: Place, b: Place): Place => (minutesFrom(a, b) >= 0 ? a : b);

/** Whole minutes between two instants; nought or less where the second is the earlier one. */
export function minutesBetween(from: Instant, to: Instant): number {
  const seconds = (instant: Instant): number =>
    minuteOfDay(instant.slice(11, 16) as TimeOfDay) * 60 + Number(instant.slice(17, 19));
  const days = daysBetween(from.slice(0, 10), to.slice(0, 10));
  return Math.trunc((days * minutesPerDay * 60 + seconds(to) - seconds(from)) / 60);
}
