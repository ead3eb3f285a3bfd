import { minuteOfDay, type LocalDate, type TimeOfDay } from '#libs/kernel/time';
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
