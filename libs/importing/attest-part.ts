import { v5 as uuidv5 } from 'uuid';
import type { Actor } from '#libs/access/actor';
import type { BatchId, HoursEntryId, SessionId } from '#libs/kernel/ids';
import { attendancesOfSessions, type SessionAttendance } from '#projections/activity-register/session-attendance.query';
import {
  batchRowOf,
  countedRefusals,
  decidingParts,
  sheetRows,
  type BatchRow,
  type RefusalCount,
  type Told,
} from './batch-row.js';
import type { ImportHouse } from './import.js';
import type { PlannedRow, PlannedStep } from './plan.js';
import { recordedBatch } from './recorded-batch.js';
import { runPlan } from './run.js';

export interface AttestedPart {
  /** Rows that this request attested, or the same request before it. */
  readonly attested: number;
  readonly refusals: readonly RefusalCount[];
  /** Every row of the part, in the order of the sheet. */
  readonly rows: readonly BatchRow[];
  /** How many rows of the batch come behind this part, and the entry behind which they begin. */
  readonly left: number;
  readonly next?: HoursEntryId;
}

interface Line extends SessionAttendance {
  readonly row: number;
}

/**
 * A second person attests so many rows of an import, from the one after `after` on, each with what became of it (F-07): who
 * served a row or recorded it is refused for that row alone. The same request again is the same act. Waits for no window.
 * Throws BatchActImpossible, ImportInterrupted and ImportStopped.
 */
export async function attestPart(
  house: ImportHouse,
  actor: Actor,
  batchId: BatchId,
  asked: { readonly after?: HoursEntryId | undefined; readonly limit: number; readonly told?: Told },
): Promise<AttestedPart> {
  const { result } = await recordedBatch(house, actor, batchId, 'AttestAttendance');
  const own = sheetRows(result);
  const after = (asked.after && own.get(asked.after)) ?? 0;
  const sessionIds = (result.sessions ?? []).map(({ sessionId }) => sessionId);
  const lines = (await attendancesOfSessions(house.read, sessionIds))
    .flatMap((one): Line[] => [{ ...one, row: own.get(one.entryId) ?? 0 }])
    .filter(({ row }) => row > after)
    .toSorted((a, b) => a.row - b.row);
  const part = lines.slice(0, asked.limit);
  const planned = rowsToAttest(
    part.filter(({ attestedBy }) => attestedBy === null),
    actor,
  );
  const outcomes = await runPlan({ stages: [planned] }, batchId, decidingParts(house, actor, batchId, asked.told));
  const said = new Map(outcomes.map((one) => [one.row, one]));
  const rows = part.map((line) => batchRowOf(line.row, line, said.get(line.row) ?? { outcome: 'EXISTING' }));
  const [left, last] = [lines.length - part.length, part.at(-1)];
  return {
    attested: rows.filter(({ outcome }) => outcome === 'WRITTEN').length,
    refusals: countedRefusals(rows.flatMap(({ refusal }) => refusal ?? [])),
    ...{ rows, left },
    ...(left > 0 && last ? { next: last.entryId } : {}),
  };
}

/** One act for each session; one's own row is asked for by itself, so that its refusal is told once and keeps nobody out. */
function rowsToAttest(lines: readonly Line[], actor: Actor): PlannedRow[] {
  const sessions = new Map<SessionId, Line[]>();
  const mine: Line[] = [];
  for (const line of lines) {
    if (actor.volunteerId !== undefined && line.volunteerId === actor.volunteerId) mine.push(line);
    else sessions.set(line.sessionId, [...(sessions.get(line.sessionId) ?? []), line]);
  }
  return [...sessions.values(), ...mine.map((line) => [line])].map((group) => attestation(group, actor));
}

const linesNamespace = '6c3d1f8e-3a55-4f0e-8f3b-6a1b5f1a7c22';

/** The command ids tell whose rows they hold: with somebody more or fewer it is another act, not a repetition. */
function attestation(lines: readonly Line[], { accountId }: Actor): PlannedRow {
  const step = (group: readonly Line[]): PlannedStep => ({
    name: `attest/${uuidv5(group.map(({ entryId }) => entryId).join(), linesNamespace)}`,
    rows: group.map(({ row }) => row),
    command: {
      type: 'AttestAttendance',
      data: {
        ...{ activityId: lines[0]!.activityId, sessionId: lines[0]!.sessionId },
        volunteerIds: group.map(({ volunteerId }) => volunteerId),
      },
    },
  });
  return {
    key: `attest-rows/${accountId}`,
    subject: 'ATTENDANCE',
    rows: lines.map(({ row }) => row),
    steps: [{ ...step(lines), ...(lines.length > 1 ? { apart: lines.map((line) => step([line])) } : {}) }],
  };
}
