import type { Actor } from '#libs/access/actor';
import type { ActivityId, BatchId } from '#libs/kernel/ids';
import { attendancesOfActivity, type AttendanceItem } from '#projections/activity-register/activity-register.query';
import { isOfBatch, type ImportHouse } from './import.js';
import { recordedBatch } from './recorded-batch.js';
import type { PlannedRow } from './plan.js';
import type { ImportResult, MinutesCompared } from './result.js';
import { runPlan, type RunParts } from './run.js';
import { settled } from './settled.js';

export interface Attestation {
  readonly sessions: number;
  /** Chinese sentences, one for each session that this person may not attest. */
  readonly refusals: readonly string[];
  readonly minutes: MinutesCompared;
}

/**
 * A second person attests what an import recorded (F-07). Repeatable. Throws BatchActImpossible, ImportInterrupted and
 * ImportStopped.
 */
export async function attestBatch(
  house: ImportHouse,
  actor: Actor,
  batchId: BatchId,
  told: Partial<Pick<RunParts, 'onProgress' | 'pauses' | 'stop'>> = {},
): Promise<Attestation> {
  const { batch, result } = await recordedBatch(house, actor, batchId, 'AttestAttendance');
  const rows = (result.sessions ?? []).map(({ activityId, sessionId, attendances }): PlannedRow => ({
    // The number tells a session to which somebody was added since it was attested.
    key: `attest/${sessionId}/${actor.accountId}/${attendances}`,
    subject: 'ATTENDANCE',
    rows: [],
    steps: [{ name: 'attest', command: { type: 'AttestAttendance', data: { activityId, sessionId } } }],
  }));
  const outcomes = await runPlan({ stages: [rows] }, batch.batchId, {
    submit: (command, commandId) => house.counter.submit(actor, command, { commandId, batch: batchId }),
    isOwn: (receipt) => isOfBatch(house.store, receipt, batchId),
    numberOf: () => undefined,
    onProgress: told.onProgress ?? (() => undefined),
    ...(told.pauses ? { pauses: told.pauses } : {}),
    ...(told.stop ? { stop: told.stop } : {}),
  });
  await settled(house);
  return {
    sessions: rows.length,
    refusals: outcomes.flatMap(({ refusal }) => refusal ?? []),
    minutes: await compareMinutes(house, result),
  };
}

const pageSize = 200;

/** What the ledger counts for the activities of an import, against the minutes of the sheet. */
export async function compareMinutes(
  { read }: Pick<ImportHouse, 'read'>,
  { sessions = [], fileMinutes = 0 }: Pick<ImportResult, 'sessions' | 'fileMinutes'>,
): Promise<MinutesCompared> {
  const minutes = { credited: 0, held: 0, conflicted: 0 };
  for (const activityId of new Set(sessions.map((session) => session.activityId)))
    for (const { state, serviceMinutes } of await everyAttendance(read, activityId))
      if (state === 'credited' || state === 'held' || state === 'conflicted') minutes[state] += serviceMinutes;
  return {
    ...{ fileMinutes, creditedMinutes: minutes.credited },
    ...{ heldMinutes: minutes.held, conflictedMinutes: minutes.conflicted },
  };
}

async function everyAttendance(read: ImportHouse['read'], activityId: ActivityId): Promise<AttendanceItem[]> {
  const all: AttendanceItem[] = [];
  for (let page = 1, left = 1; left > 0; page++) {
    const { items, total } = await attendancesOfActivity(read, { activityId, scope: undefined, page, pageSize });
    all.push(...items);
    left = total - page * pageSize;
  }
  return all;
}
