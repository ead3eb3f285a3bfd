import { rowList } from './cells.js';
import type { FaultList } from './fault.js';
import { minuteOf } from './service-time.js';

/** One person's service as signed in; empty texts and 0 minutes where a cell had a fault. */
export interface SignedService {
  readonly row: number;
  readonly activityTitle: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly teamName: string;
  readonly name: string;
  readonly minutes: number;
}

const columnLabel = '姓名';

const endOf = ({ startsAt, endsAt, minutes }: SignedService): number => (endsAt === null ? minuteOf(startsAt) + minutes : minuteOf(endsAt));

/**
 * F-03: no minute is credited twice. The same name in the same team is one person: a fault on both rows. The same
 * name in two teams may be two people: a warning on both.
 */
export function tellDoubleService(rows: readonly SignedService[], faults: FaultList): void {
  const days = new Map<string, SignedService[]>();
  for (const row of rows.filter(isWhole)) {
    const key = `${row.heldOn} ${row.name}`;
    const day = days.get(key);
    if (day) day.push(row);
    else days.set(key, [row]);
  }
  for (const day of days.values()) if (day.length > 1) tellDay(day, faults);
}

const isWhole = ({ name, heldOn, startsAt, minutes }: SignedService): boolean => ![name, heldOn, startsAt].includes('') && minutes > 0;

function tellDay(day: readonly SignedService[], faults: FaultList): void {
  for (const row of day) {
    const overlapping = day.filter((other) => other !== row && minuteOf(row.startsAt) < endOf(other) && minuteOf(other.startsAt) < endOf(row));
    const inTeam = overlapping.filter(({ teamName }) => teamName === row.teamName);
    const twice = inTeam.filter((other) => other.activityTitle === row.activityTitle && other.startsAt === row.startsAt);
    const elsewhere = overlapping.filter((other) => other.teamName !== row.teamName);
    const places = (others: readonly SignedService[]): string => rowList(others.map((other) => other.row));
    if (twice.length > 0) faults.fault(row.row, columnLabel, 'signed_in_twice', `与${places(twice)}重复（同一活动、同一人），请只保留一行。`);
    else if (inTeam.length > 0)
      faults.fault(row.row, columnLabel, 'service_times_overlap', `与${places(inTeam)}的服务时间重叠，同一时间不能记两次，请核对起止时间。`);
    if (elsewhere.length > 0)
      faults.warn(row.row, columnLabel, 'namesake_serves_at_same_time', `与${places(elsewhere)}同名、时间重叠而队伍不同，请核对是否同一个人。`);
  }
}
