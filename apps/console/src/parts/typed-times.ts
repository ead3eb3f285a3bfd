import dayjs, { type Dayjs } from 'dayjs';

/** What the fields of a day and its hours hold. */
export interface DayAndHoursTyped {
  readonly heldOn: Dayjs;
  readonly span: [Dayjs, Dayjs];
  /** It ends on the day after. */
  readonly endsNextDay?: boolean;
}

/** Days YYYY-MM-DD, times HH:MM; `endsOn` is `heldOn` or the day after. */
export interface Times {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsOn: string;
  readonly endsAt: string;
}

/** As the commands about sessions take it. */
export const dayAndHours = ({ heldOn, span: [from, until], endsNextDay }: DayAndHoursTyped): Times => ({
  heldOn: heldOn.format('YYYY-MM-DD'),
  startsAt: from.format('HH:mm'),
  endsOn: heldOn.add(endsNextDay ? 1 : 0, 'day').format('YYYY-MM-DD'),
  endsAt: until.format('HH:mm'),
});

/** As the fields show it; 24:00 is 00:00 of the day after. */
export function typedTimes({ heldOn, startsAt, endsOn, endsAt }: Times): DayAndHoursTyped {
  const isMidnight = endsAt === '24:00';
  const at = (time: string): Dayjs => dayjs(`${heldOn}T${time}`);
  return {
    heldOn: dayjs(heldOn),
    span: [at(startsAt), at(isMidnight ? '00:00' : endsAt)],
    endsNextDay: isMidnight || endsOn > heldOn,
  };
}

/** “2026-07-01 22:00—次日 02:00”: the hours, and that they end on the day after. */
export const hoursText = ({ heldOn, startsAt, endsOn, endsAt }: Times): string =>
  `${startsAt}—${endsOn > heldOn ? '次日 ' : ''}${endsAt}`;
