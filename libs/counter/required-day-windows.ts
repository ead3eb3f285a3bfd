import type { LocalDate } from '#libs/kernel/time';
import type { PolicyRules } from '#libs/policy/policy-pack';
import { addDays } from '#libs/reference/dates';

export interface RequiredDayWindow {
  readonly day: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The days of a year on which each unit serves, each with the days around it that count; none where the pack sets none. */
export function requiredDayWindows(
  { requiredDays, requiredDayWindowDays }: Pick<PolicyRules, 'requiredDays' | 'requiredDayWindowDays'>,
  year: number,
): readonly RequiredDayWindow[] {
  const around = requiredDayWindowDays?.value ?? 0;
  return (requiredDays?.value ?? []).map(({ monthDay }) => {
    const day = `${year}-${monthDay}`;
    return { day, from: addDays(day, -around), until: addDays(day, around) } as RequiredDayWindow;
  });
}
