import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { PersonEvent } from './person-event.js';

export interface YearTotals {
  readonly year: number;
  /** Credited and not reversed. */
  readonly serviceMinutes: number;
  /** Activities with at least one such minute. */
  readonly activities: number;
}

interface LiveEntry {
  readonly servedOn: LocalDate;
  readonly activityId: string;
  readonly serviceMinutes: number;
}

/**
 * Adds a person's minutes up again from the entries alone: each live entry once, by its id. The read tables add and take
 * off instead, so that the two can be held against each other (5.5).
 */
export class RunningHours {
  private readonly live = new Map<number, Map<string, LiveEntry>>();

  fold({ type, data }: PersonEvent): void {
    if (type !== 'ServiceHoursCredited' && type !== 'ServiceHoursReversed') return;
    const year = yearOf(data.servedOn);
    const entries = this.live.get(year) ?? new Map<string, LiveEntry>();
    if (type === 'ServiceHoursCredited') entries.set(data.entryId, data);
    else entries.delete(data.entryId);
    this.live.set(year, entries);
  }

  /** Minutes of all years. */
  get total(): number {
    return this.years().reduce((minutes, { serviceMinutes }) => minutes + serviceMinutes, 0);
  }

  of(year: number): YearTotals {
    const entries = [...(this.live.get(year)?.values() ?? [])];
    return {
      year,
      serviceMinutes: entries.reduce((minutes, { serviceMinutes }) => minutes + serviceMinutes, 0),
      activities: new Set(entries.map(({ activityId }) => activityId)).size,
    };
  }

  /** The years in which hours were ever credited, earliest first. */
  years(): YearTotals[] {
    return [...this.live.keys()].sort((a, b) => a - b).map((year) => this.of(year));
  }
}
