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
  /** Absent where no session of an activity was served. */
  readonly activityId?: string | undefined;
  readonly serviceMinutes: number;
}

interface RunningYear {
  readonly live: Map<string, LiveEntry>;
  /** How many live entries an activity has in this year. */
  readonly activities: Map<string, number>;
  serviceMinutes: number;
}

/**
 * Adds a person's minutes up again from the entries alone: each live entry once, by its id, whatever is said of it twice.
 * The read tables add and take off what an event says instead, so that the two can be held against each other (5.5).
 */
export class RunningHours {
  private readonly running = new Map<number, RunningYear>();

  fold({ type, data }: PersonEvent): void {
    if (type !== 'ServiceHoursCredited' && type !== 'ServiceHoursReversed') return;
    const year = yearOf(data.servedOn);
    const ofYear = this.running.get(year) ?? { live: new Map(), activities: new Map(), serviceMinutes: 0 };
    this.running.set(year, ofYear);
    takeOff(ofYear, data.entryId);
    if (type === 'ServiceHoursCredited') add(ofYear, data.entryId, data);
  }

  /** Minutes of all years. */
  get total(): number {
    let minutes = 0;
    for (const { serviceMinutes } of this.running.values()) minutes += serviceMinutes;
    return minutes;
  }

  of(year: number): YearTotals {
    const ofYear = this.running.get(year);
    return { year, serviceMinutes: ofYear?.serviceMinutes ?? 0, activities: ofYear?.activities.size ?? 0 };
  }

  /** The years in which hours were ever credited, earliest first. */
  years(): YearTotals[] {
    return [...this.running.keys()].sort((a, b) => a - b).map((year) => this.of(year));
  }
}

function add(ofYear: RunningYear, entryId: string, entry: LiveEntry): void {
  ofYear.live.set(entryId, entry);
  ofYear.serviceMinutes += entry.serviceMinutes;
  if (entry.activityId === undefined) return;
  ofYear.activities.set(entry.activityId, (ofYear.activities.get(entry.activityId) ?? 0) + 1);
}

function takeOff(ofYear: RunningYear, entryId: string): void {
  const entry = ofYear.live.get(entryId);
  if (!entry) return;
  ofYear.live.delete(entryId);
  ofYear.serviceMinutes -= entry.serviceMinutes;
  if (entry.activityId === undefined) return;
  const left = (ofYear.activities.get(entry.activityId) ?? 0) - 1;
  if (left > 0) ofYear.activities.set(entry.activityId, left);
  else ofYear.activities.delete(entry.activityId);
}
