import { auditSteps, type AuditFault, type AuditReport, type AuditStep } from '#libs/proof/audit-report';
import { rootGroups } from '#libs/proof/checkpoint';
import { checkWords, stepWords } from './audit-words.js';

/** What was asked of an audit, where it matters for reading its report. */
export interface Asked {
  readonly isTrustedElsewhere: boolean;
  readonly withTables: boolean;
}

const shownMax = 10;
const hashSteps: readonly AuditStep[] = ['V2', 'V3', 'V4', 'V5', 'V9', 'V11', 'V13'];

/** A report for people: the thirteen answers, every finding with its place, what it is and what to do, and what all rests on. */
export function auditText(report: AuditReport, asked: Asked): string {
  const lines = auditSteps.flatMap((step) => linesOf(step, report, asked));
  return [...lines, '', ...figuresOf(report), ...(asked.isTrustedElsewhere ? [] : [ownWordOnly])].join('\n');
}

const ownWordOnly =
  '注意：没有给 --policy，用的是本机自己的签名密钥；这样只能说明台账与本机封存时一致，不能说明本机可信。';

function linesOf(step: AuditStep, report: AuditReport, asked: Asked): string[] {
  if (!isAsked(step, report, asked)) return [`${step.padEnd(4)}未查　${stepWords[step]}`];
  const faults = report.faults.filter((fault) => fault.step === step);
  if (faults.length === 0) return [`${step.padEnd(4)}通过　${stepWords[step]}`];
  const checks = [...new Set(faults.map(({ check }) => check))];
  return [
    `${step.padEnd(4)}不符　${stepWords[step]}`,
    ...checks.flatMap((check) => {
      const all = faults.filter((fault) => fault.check === check);
      const count = report.byCheck[check] ?? all.length;
      return [
        `      ${check}　${checkWords[check].is}（${count} 处）`,
        ...all.slice(0, shownMax).map((fault) => `        ${placeOf(fault)}${fault.detail}`),
        ...(count > shownMax ? [`        ……其余 ${count - shownMax} 处从略`] : []),
        `        处理办法：${checkWords[check].do}。`,
      ];
    }),
  ];
}

const isAsked = (step: AuditStep, { mode }: AuditReport, { withTables }: Asked): boolean =>
  step === 'V12' ? withTables : mode === 'whole' || hashSteps.includes(step);

function placeOf({ n, position, stream, rev }: AuditFault): string {
  const words = [
    ...(n === undefined ? [] : [`第 ${n} 条`]),
    ...(position === undefined ? [] : [`位置 ${position}`]),
    ...(stream === undefined ? [] : [`流 ${stream}${rev === undefined ? '' : ` 第 ${rev} 版`}`]),
  ];
  return words.length === 0 ? '' : `${words.join('，')}：`;
}

function figuresOf(report: AuditReport): string[] {
  const { log, entries, streams, size, unsealed, known, checkpoint, opened, served, held, notesOpened } = report;
  return [
    `台账 ${log}：${entries} 条记录${report.mode === 'whole' ? `、${streams} 个流` : ''}，封存 ${size} 条，待封存 ${unsealed} 条`,
    ...(known > 0 ? [`其中前 ${known} 条上次已审，本次只比对哈希，没有再验签名`] : []),
    `重算的根　${rootGroups(Buffer.from(report.root, 'base64'))}`,
    `比对检查点 ${served} 份（验签 ${notesOpened} 份），另外保管的 ${held} 份，流首图 ${report.mapsCompared} 份`,
    ...(checkpoint ? [`最新可信的检查点：${checkpoint.size} 条`] : []),
    ...[...(opened?.witnessed ?? [])].map(
      ([name, seconds]) => `见证　${name}　${new Date(seconds * 1000).toISOString()}`,
    ),
  ];
}

/** For programs: the same with every finding's words beside it. */
export function auditJson(report: AuditReport, asked: Asked): object {
  const { checkpoint, opened, faults, ...figures } = report;
  return {
    format: 'zhice-audit-report@1',
    sound: report.faultCount === 0,
    ...figures,
    steps: Object.fromEntries(
      auditSteps.map((step) => [
        step,
        !isAsked(step, report, asked) ? 'not_asked' : faults.some((fault) => fault.step === step) ? 'failed' : 'passed',
      ]),
    ),
    checkpoint: checkpoint ? { size: checkpoint.size, root: checkpoint.root.toString('base64') } : null,
    witnessed: Object.fromEntries([...(opened?.witnessed ?? [])].map(([name, seconds]) => [name, seconds])),
    ownKeyOnly: !asked.isTrustedElsewhere,
    faults: faults.map((fault) => ({ ...fault, is: checkWords[fault.check].is, do: checkWords[fault.check].do })),
  };
}
