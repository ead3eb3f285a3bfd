import type { HoursEntryId } from '#libs/kernel/ids';
import { minuteOfDay, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';

/** Time actually given within a span that ends on the day it begins or on the next one. */
export interface ServiceSpan {
  readonly servedOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsOn?: LocalDate | undefined;
  readonly endsAt: TimeOfDay;
  readonly serviceMinutes: Minutes;
}

export type DaySpan = Omit<ServiceSpan, 'endsOn'>;

const midnight = { startsAt: '00:00' as TimeOfDay, endsAt: '24:00' as TimeOfDay };

/** Whole minutes from beginning to end. */
export const spanMinutes = ({ servedOn, startsAt, endsOn, endsAt }: Omit<ServiceSpan, 'serviceMinutes'>): number =>
  (endsOn !== undefined && endsOn > servedOn ? 1440 : 0) + minuteOfDay(endsAt) - minuteOfDay(startsAt);

/**
 * one part for each local day, the minutes by the share of the span that lies in it, their sum unchanged. A part
 * without a whole minute is none.
 */
export function splitByDay(span: ServiceSpan): readonly DaySpan[] {
  const { servedOn, startsAt, endsOn, endsAt, serviceMinutes } = span;
  if (endsOn === undefined || endsOn === servedOn) return [{ servedOn, startsAt, endsAt, serviceMinutes }];
  const before = 1440 - minuteOfDay(startsAt);
  const first = Math.floor((serviceMinutes * before) / spanMinutes(span));
  const parts: readonly DaySpan[] = [
    { servedOn, startsAt, endsAt: midnight.endsAt, serviceMinutes: first as Minutes },
    { servedOn: endsOn, startsAt: midnight.startsAt, endsAt, serviceMinutes: (serviceMinutes - first) as Minutes },
  ];
  return parts.filter((part) => part.serviceMinutes > 0);
}

/**
 * The entry id of the part after midnight: the same id with another version digit (RFC 9562 version 8 is free to use), so
 * that it is one and the same for ever and belongs to nothing else.
 */
export function entryIdAfterMidnight(entryId: HoursEntryId): HoursEntryId {
  const version = entryId[14] === '8' ? '7' : '8';
  return `${entryId.slice(0, 14)}${version}${entryId.slice(15)}` as HoursEntryId;
}
