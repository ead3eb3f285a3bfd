import type { ParsedSignInRow } from '#libs/intake/sign-in-sheet';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';

/** Rows of one activity: the same title, day, place, content and organizer. */
export interface Gathering {
  /** Names the activity in the batch: its first row in the sheet, whether that row can be taken in or not. */
  readonly firstRow: number;
  readonly title: string;
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly content: string;
  /** Different teams may name different leaders of one activity. */
  readonly leaderNames: readonly string[];
  readonly sessions: readonly Sitting[];
}

/** One session with each person at most once. */
export interface Sitting {
  readonly firstRow: number;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly rows: readonly ParsedSignInRow[];
}

/** An attestation of a whole session is one append, which takes a thousand entries. */
export const sittingRowsMax = 500;

/**
 * Made from all rows of the sheet, not only from those that can be taken in: what an activity is called in the batch must
 * not change when somebody is registered between two attempts.
 */
export function gatheringsOf(rows: readonly ParsedSignInRow[]): readonly Gathering[] {
  const groups = new Map<string, ParsedSignInRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.activityTitle, row.heldOn, row.place, row.content, row.organizerName]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap(gatheringOf);
}

function gatheringOf(rows: readonly ParsedSignInRow[]): Gathering[] {
  const [first] = rows;
  if (!first) return [];
  const { row: firstRow, activityTitle: title, heldOn, place, content } = first;
  const leaderNames = [...new Set(rows.map(({ leaderName }) => leaderName))];
  return [{ firstRow, title, heldOn: heldOn as LocalDate, place, content, leaderNames, sessions: sittings(rows) }];
}

/** Somebody who came in the morning and again in the afternoon is in two sessions. */
function sittings(rows: readonly ParsedSignInRow[]): Sitting[] {
  const times = new Map<string, number>();
  const rounds: ParsedSignInRow[][] = [];
  for (const row of rows.toSorted(
    (a, b) => (a.startsAt < b.startsAt ? -1 : Number(a.startsAt > b.startsAt)) || a.row - b.row,
  )) {
    const person = `${row.teamName} ${row.name}`;
    const round = times.get(person) ?? 0;
    times.set(person, round + 1);
    (rounds[round] ??= []).push(row);
  }
  return rounds.flatMap(chunked).map(sittingOf);
}

function chunked(rows: readonly ParsedSignInRow[]): ParsedSignInRow[][] {
  const chunks: ParsedSignInRow[][] = [];
  for (let from = 0; from < rows.length; from += sittingRowsMax) chunks.push(rows.slice(from, from + sittingRowsMax));
  return chunks;
}

function sittingOf(rows: readonly ParsedSignInRow[]): Sitting {
  const starts = rows.map(({ startsAt }) => startsAt).toSorted();
  const ends = rows.map(endOf).toSorted();
  return {
    firstRow: Math.min(...rows.map(({ row }) => row)),
    startsAt: (starts[0] ?? '00:00') as TimeOfDay,
    endsAt: (ends.at(-1) ?? '24:00') as TimeOfDay,
    rows: rows.toSorted((a, b) => a.row - b.row),
  };
}

/** As signed, else start + minutes; `HH:MM` to 24:00. */
export function endOf({ startsAt, endsAt, minutes }: Pick<ParsedSignInRow, 'startsAt' | 'endsAt' | 'minutes'>): string {
  if (endsAt !== null) return endsAt;
  const minute = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5)) + minutes;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
