import { createInterface } from 'node:readline/promises';
import type { Actor } from '#libs/access/actor';
import { ownerOnly } from '#libs/files/whole-file';
import { AttestationImpossible, attestBatch, compareMinutes, type Attestation } from '#libs/importing/attest';
import { BatchDiffers } from '#libs/importing/batch';
import { prepareImport, type PreparedImport } from '#libs/importing/import';
import type { ImportAsked } from '#libs/importing/kinds';
import type { ImportResult } from '#libs/importing/result';
import { ImportInterrupted } from '#libs/importing/run';
import { isUuid, type BatchId } from '#libs/kernel/ids';
import { CliFault, usageFault } from './cli-fault.js';
import { bytesOf } from './import-options.js';
import { minutesText, previewText, resultJson, resultText } from './import-text.js';
import { writeOut } from './out-file.js';
import { progressOf } from './progress.js';
import type { CliSession } from './session.js';
import { say } from './text.js';

export interface CommonOptions {
  readonly yes?: true;
  readonly result?: string;
}

/** Preview, yes, writing with a bar, attestation where a second person is at hand, comparison, result file. */
export async function importSheet(
  session: CliSession,
  file: string,
  asked: ImportAsked,
  { attester, ...common }: CommonOptions & { readonly attester?: Actor | undefined },
): Promise<void> {
  const { house, actor } = session;
  const prepared = await told(prepareImport(house, actor, { asked, bytes: await bytesOf(file) }));
  const { preview } = prepared;
  say(previewText(preview));
  if (!preview.batch?.finishedAt) await confirmed(prepared, common.yes === true);
  const result = await written(prepared);
  say(resultText(result));
  if (attester && result.sessions) sayAttestation(await attested(session, attester, result.batchId));
  const minutes = result.sessions ? await compareMinutes(house, result) : undefined;
  if (minutes && !attester)
    say(
      minutes.creditedMinutes === minutes.fileMinutes
        ? minutesText(minutes)
        : `${minutesText(minutes)}\n待确认：请由另一人执行 zhice attest --batch ${result.batchId} --as <登录名>。`,
    );
  const resultFile = common.result ?? `zhice-导入结果-${asked.kind}-${result.batchId.slice(0, 8)}.json`;
  await writeOut(resultFile, resultJson(asked.kind, preview, result, minutes), ownerOnly);
  say(`结果文件：${resultFile}`);
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

async function written(prepared: PreparedImport): Promise<ImportResult> {
  const { plan, batch } = prepared.preview;
  if (batch?.finishedAt) return told(prepared.write());
  const total = plan.stages.flat().length;
  const progress = progressOf('写入', total, '项');
  const result = await told(prepared.write({ onProgress: (done) => progress.to(done) }));
  progress.end();
  return result;
}

/** `zhice attest`: whoever signed in attests what another has imported. */
export async function attest(session: CliSession, batch: string): Promise<void> {
  const isBatchId: boolean = isUuid(batch);
  if (!isBatchId) throw usageFault(`“${batch}”不是批次号。`, '批次号在导入签到表时显示，也写在结果文件里。');
  await session.settled();
  sayAttestation(await attested(session, session.actor, batch as BatchId));
}

const attested = ({ house }: CliSession, actor: Actor, batchId: BatchId): Promise<Attestation> =>
  told(attestBatch(house, actor, batchId));

function sayAttestation({ sessions, refusals, minutes }: Attestation): void {
  say(`已确认 ${sessions - refusals.length} 个场次，共 ${sessions} 个。`);
  for (const refusal of refusals) say(`  未确认：${refusal}`);
  say(minutesText(minutes));
}

/** The importing room speaks Chinese; the command line wants to know how it ends. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ImportInterrupted)
      throw Object.assign(new CliFault(error.message, undefined, 3), { cause: error });
    if (error instanceof BatchDiffers || error instanceof AttestationImpossible) throw new CliFault(error.message);
    throw error;
  }
}
