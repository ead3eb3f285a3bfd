import { createInterface } from 'node:readline/promises';
import type { Actor } from '#libs/access/actor';
import { ownerOnly } from '#libs/files/whole-file';
import { approveBatch, type ApprovalAsked } from '#libs/importing/approve';
import { attestBatch, compareMinutes, type Attestation } from '#libs/importing/attest';
import { EvidenceRejected } from '#libs/counter/evidence-files';
import { evidenceDestroyed } from '#libs/forms/evidence-words.zh';
import { BatchDiffers } from '#libs/importing/batch';
import { prepareImport, type PreparedImport } from '#libs/importing/import';
import type { ImportAsked } from '#libs/importing/kinds';
import { BatchActImpossible } from '#libs/importing/recorded-batch';
import type { ImportResult, MinutesCompared } from '#libs/importing/result';
import { ImportInterrupted, ImportStopped } from '#libs/importing/run';
import { isUuid, type BatchId } from '#libs/kernel/ids';
import { CliFault, usageFault } from './cli-fault.js';
import { bytesOf } from './import-options.js';
import { comparedText, previewText, resultJson, resultText } from './import-text.js';
import { writeOut } from './out-file.js';
import { progressOf, type Progress } from './progress.js';
import type { CliSession } from './session.js';
import { say } from './text.js';

export interface CommonOptions {
  readonly yes?: true;
  readonly result?: string;
}

/** At the same keyboard: who attests, and who approves what came late. */
export interface SecondAndThird {
  readonly attester?: Actor | undefined;
  readonly approver?: Actor | undefined;
}

/** Preview, yes, writing with a bar, attestation where a second person is at hand, comparison, result file. */
export async function importSheet(
  session: CliSession,
  file: string,
  asked: ImportAsked,
  { attester, approver, ...common }: CommonOptions & SecondAndThird,
): Promise<void> {
  const { house, actor } = session;
  const prepared = await told(prepareImport(house, actor, { asked, bytes: await bytesOf(file) }));
  const { preview } = prepared;
  say(previewText(preview));
  if (!preview.batch?.finishedAt) await confirmed(prepared, common.yes === true);
  const result = await written(session, prepared);
  say(resultText(result));
  const minutes = result.sessions && (await checked(session, result, { attester, approver }));
  const resultFile = common.result ?? `zhice-导入结果-${asked.kind}-${result.batchId.slice(0, 8)}.json`;
  await writeOut(resultFile, resultJson(asked.kind, preview, result, minutes), ownerOnly);
  say(`结果文件：${resultFile}`);
}

/** Attested and approved as far as the second and the third person are here. */
async function checked(
  session: CliSession,
  result: ImportResult,
  { attester, approver }: SecondAndThird,
): Promise<MinutesCompared> {
  if (attester) sayAttestation(await attested(session, attester, result.batchId));
  if (approver) await approved(session, approver, result.batchId);
  const minutes = await compareMinutes(session.house, result);
  say(nextStep(minutes, result.batchId, attester !== undefined));
  return minutes;
}

/** What counts by now, and who has to do what so that the rest does. */
function nextStep(minutes: MinutesCompared, batchId: BatchId, isAttested: boolean): string {
  const toAttest = !isAttested && minutes.creditedMinutes + minutes.heldMinutes < minutes.fileMinutes;
  return [
    comparedText(minutes),
    ...(toAttest ? [`待确认：请由另一人执行 zhice attest --batch ${batchId} --as <登录名>。`] : []),
    ...(minutes.heldMinutes > 0 ? [`待批准：请由第三人执行 zhice approve --batch ${batchId} --as <登录名>。`] : []),
  ].join('\n');
}

/** Nothing is written before somebody said yes, by `--yes` or at the prompt. */
async function confirmed({ preview }: PreparedImport, yes: boolean): Promise<void> {
  if (preview.plan.obstacles.length > 0)
    throw new CliFault('没有写入任何内容。', '请按上面“不能导入”的各条处理后再执行。');
  if (preview.rowsToWrite === 0 && preview.plan.stages.flat().length === 0)
    throw new CliFault('没有可写入的行，没有写入任何内容。', '请改正上面的错误后再执行。');
  if (yes) return;
  if (!process.stdin.isTTY)
    throw new CliFault('以上是预检结果，没有写入任何内容。', '核对无误并同意所列声明后，加 --yes 再执行。');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question('确认写入并作出上述声明，请输入“是”：');
    if (answer.trim() !== '是') throw new CliFault('没有写入任何内容。');
  } finally {
    terminal.close();
  }
}

async function written({ letEnd }: CliSession, prepared: PreparedImport): Promise<ImportResult> {
  const { plan, batch } = prepared.preview;
  if (batch?.finishedAt) return told(prepared.write());
  const total = plan.stages.flat().length;
  const progress = progressOf('写入', total, '项');
  const result = await told(letEnd((stop) => prepared.write({ onProgress: (done) => progress.to(done), stop })));
  progress.end();
  return result;
}

function batchIdIn(batch: string): BatchId {
  const isBatchId: boolean = isUuid(batch);
  if (!isBatchId) throw usageFault(`“${batch}”不是批次号。`, '批次号在导入签到表时显示，也写在结果文件里。');
  return batch as BatchId;
}

/** `zhice attest`: whoever signed in attests what another has imported. */
export async function attest(session: CliSession, batch: string): Promise<void> {
  const batchId = batchIdIn(batch);
  await session.settled();
  const attestation = await attested(session, session.actor, batchId);
  sayAttestation(attestation);
  say(nextStep(attestation.minutes, batchId, true));
}

/** `zhice approve`: a third person approves what came late in a batch, all of it in one act. */
export async function approve(session: CliSession, batch: string, asked: ApprovalAsked): Promise<void> {
  const minutes = await approved(session, session.actor, batchIdIn(batch), asked);
  say(comparedText(minutes));
}

async function attested({ house, letEnd }: CliSession, actor: Actor, batchId: BatchId): Promise<Attestation> {
  const bar = barOf('确认', '场次');
  const { onProgress } = bar;
  const attestation = await told(letEnd((stop) => attestBatch(house, actor, batchId, { onProgress, stop })));
  bar.end();
  return attestation;
}

async function approved(
  { house, letEnd }: CliSession,
  actor: Actor,
  batchId: BatchId,
  asked: ApprovalAsked = {},
): Promise<MinutesCompared> {
  const bar = barOf('批准', '条');
  const { onProgress } = bar;
  const part = await told(
    letEnd((stop) => approveBatch(house, actor, batchId, { ...asked, told: { onProgress, stop } })),
  );
  bar.end();
  say(`已批准逾期补录 ${part.approved} 条。`);
  for (const { refusal, entries } of part.refusals) say(`  未批准 ${entries} 条：${refusal}`);
  if (part.longDays > 0) say(`  另有 ${part.longDays} 条因当日时长过长待批准，须逐条核对后批准，不能整批批准。`);
  return part.minutes;
}

/** A bar whose length is known when the first row is done. */
function barOf(
  task: string,
  unit: string,
): { readonly onProgress: (done: number, total: number) => void; readonly end: () => void } {
  let progress: Progress | undefined;
  return {
    onProgress: (done, total) => (progress ??= progressOf(task, total, unit)).to(done),
    end: () => progress?.end(),
  };
}

function sayAttestation({ sessions, refusals }: Attestation): void {
  say(`已确认 ${sessions - refusals.length} 个场次，共 ${sessions} 个。`);
  for (const refusal of refusals) say(`  未确认：${refusal}`);
}

const paperFaults: Readonly<Record<EvidenceRejected['why'], string>> = {
  empty: '签到表扫描件是空文件，请重新扫描。',
  too_large: '签到表扫描件超过 10 MB，请分成几份（每份文件名写明日期）或降低扫描精度。',
  unknown_type: '签到表扫描件须为 JPEG、PNG 图片或 PDF。',
  destroyed: evidenceDestroyed,
};

/** The importing room speaks Chinese; the command line wants to know how it ends. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ImportStopped) throw new CliFault(error.message, undefined, 130);
    if (error instanceof ImportInterrupted)
      throw Object.assign(new CliFault(error.message, undefined, 3), { cause: error });
    if (error instanceof EvidenceRejected) throw new CliFault(paperFaults[error.why]);
    if (error instanceof BatchDiffers || error instanceof BatchActImpossible) throw new CliFault(error.message);
    throw error;
  }
}
