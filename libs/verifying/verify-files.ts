import { NotABundle, readBundle, type Bundle } from '#libs/proof/bundle';
import { bundleSteps, checkBundle, type BundleFault, type BundleReport } from '#libs/proof/bundle-checks';
import { readCheckpoint, rootGroups } from '#libs/proof/checkpoint';
import { NotANote, readNote } from '#libs/proof/note';
import { heldCheckpoint, Mistyped } from '#libs/proof/paper';
import { NotAPolicy, openNote, readPolicy, type Policy } from '#libs/proof/policy';
import type { OpenedParts, openedParts } from './opened-parts.js';
import { checkWords, stepWords } from './words.zh.js';

/** 0 everything holds, 1 something does not, 2 a file cannot be read: the same as the exit codes of the command line. */
export type ResultCode = 0 | 1 | 2;

export interface ToldStep {
  readonly title: string;
  readonly passed: boolean;
  /** Each with its check's name, so that two auditors can compare, and in words. */
  readonly faults: readonly { readonly check: string; readonly words: string; readonly detail: string }[];
}

/** What is said to whoever checks, in the order in which it was checked. */
export interface Told {
  readonly code: ResultCode;
  readonly verdict: string;
  readonly remedy?: string;
  readonly steps: readonly ToldStep[];
  /** What is known of a file that holds. */
  readonly facts: readonly string[];
}

/** The texts of the files. The policy is the only one that is believed. */
export interface Files {
  readonly policy: string;
  /** A bundle or a checkpoint. */
  readonly subject: string;
  /** Checkpoints from elsewhere, signed or typed from paper. */
  readonly held: readonly string[];
  /** Seconds since 1970. */
  readonly now: number;
  /** How old the witnesses' signatures may be at most; undefined looks at no age. */
  readonly days?: number | undefined;
}

const daySeconds = 86_400;

/**
 * Checks a bundle or a checkpoint as an auditor does. Never throws for what a file holds. `open` shows what disclosed keys close;
 * a page in a browser opens nothing, and says so.
 */
export async function verifyFiles(files: Files, open?: typeof openedParts): Promise<Told> {
  try {
    const policy = readPolicy(files.policy);
    for (const text of files.held) heldCheckpoint(text);
    const isBundle = files.subject.trimStart().startsWith('{');
    if (!isBundle) return toldOfCheckpoint(files, policy);
    const bundle = readBundle(files.subject);
    return withDisclosed(bundle, await bundleReport(bundle, files, policy), open);
  } catch (error) {
    const unread = unreadable.find(([kind]) => error instanceof kind);
    if (!unread) throw error;
    const [, verdict, remedy] = unread;
    return { code: 2, verdict: `${verdict}：${(error as Error).message}`, remedy, steps: [], facts: [] };
  }
}

const unreadable: readonly (readonly [new (...given: never[]) => Error, string, string])[] = [
  [NotAPolicy, '策略文件有误', '请对照纸面记录改正。'],
  [NotABundle, '不是履历包', '请核对文件是否完整。'],
  [Mistyped, '手里的检查点有误', '请对照纸面核对所指的一行。'],
  [NotANote, '不是检查点', '请核对文件是否完整。'],
];

const bundleReport = (bundle: Bundle, { held, now, days }: Files, policy: Policy): Promise<BundleReport> =>
  checkBundle(bundle, {
    policy,
    held,
    now: days === undefined ? 0 : now,
    ageSecondsMax: (days ?? 0) * daySeconds,
  });

const toldFault = ({ check, detail }: BundleFault): ToldStep['faults'][number] => ({
  check,
  words: checkWords[check],
  detail,
});

/** What disclosed keys show is told only of a bundle that holds: before that, nobody knows whose it is. */
function withDisclosed({ disclosed }: Bundle, report: BundleReport, open: typeof openedParts | undefined): Told {
  const told = toldOfBundle(report);
  if (disclosed === undefined || told.code !== 0) return told;
  const note = `文件附有 ${disclosed.length} 个公开的密钥，本页不打开；请用 zhice verify bundle 查看内容。`;
  return open ? toldOpened(told, open(report.entries, disclosed)) : { ...told, facts: [...told.facts, note] };
}

function toldOpened(told: Told, { lines, faults }: OpenedParts): Told {
  const found = faults.map((detail) => ({ check: 'DISCLOSED_KEY', words: '公开的密钥与台账所绑定的不符', detail }));
  const steps = [...told.steps, { title: '公开的密钥与台账所绑定的相符', passed: faults.length === 0, faults: found }];
  if (faults.length === 0) return { ...told, steps, facts: [...told.facts, '公开的内容：', ...lines] };
  const remedy = '公开的内容不可采信；请向台账单位重新索取，保留本文件作为证据。';
  return { code: 1, verdict: `公开的密钥有 ${faults.length} 处不符。`, remedy, steps, facts: [] };
}

function toldOfBundle({ faults, checkpoint, entries, completeTo }: BundleReport): Told {
  // Nothing can be said of what hangs on a head that nobody signed.
  const reached = checkpoint ? bundleSteps : bundleSteps.slice(0, 1);
  const steps = reached.map((step): ToldStep => {
    const found = faults.filter((fault) => fault.step === step).map(toldFault);
    return { title: stepWords[step], passed: found.length === 0, faults: found };
  });
  if (!checkpoint || faults.length > 0)
    return {
      code: 1,
      verdict: `履历包有 ${faults.length} 处不符。`,
      remedy: '请向台账单位索取原件，保留本文件作为证据。',
      steps,
      facts: [],
    };
  const facts = [
    `台账 ${checkpoint.origin}，${checkpoint.size} 条记录，根 ${rootGroups(checkpoint.root)}`,
    `此人共 ${entries.length} 条记录，截至台账第 ${completeTo} 条没有缺漏。`,
  ];
  return { code: 0, verdict: '履历包全部相符。', steps, facts };
}

function toldOfCheckpoint({ subject, held }: Files, policy: Policy): Told {
  const note = readNote(subject);
  const checkpoint = readCheckpoint(note.text);
  const opened = openNote(note, policy);
  if (typeof opened === 'string')
    return refused(stepWords.policy, opened, '请核对检查点和策略文件，或向台账单位索取已见证的检查点。');
  const forked = held
    .map(heldCheckpoint)
    .some(
      ({ origin, size, root }) =>
        origin === checkpoint.origin && size === checkpoint.size && !root.equals(checkpoint.root),
    );
  if (forked) return refused(stepWords.held, 'FORK_SAME_SIZE', '请把两份检查点一起作为证据保存，并立即报告。');
  const facts = [
    `台账 ${checkpoint.origin}，${checkpoint.size} 条记录`,
    `根 ${rootGroups(checkpoint.root)}`,
    ...[...opened.witnessed].map(([name, seconds]) => `见证 ${name} ${new Date(seconds * 1000).toISOString()}`),
  ];
  const steps = [stepWords.policy, ...(held.length > 0 ? [stepWords.held] : [])];
  return {
    code: 0,
    verdict: '检查点相符。',
    steps: steps.map((title) => ({ title, passed: true, faults: [] })),
    facts,
  };
}

function refused(title: string, check: 'LOG_SIG' | 'QUORUM' | 'FORK_SAME_SIZE', remedy: string): Told {
  const fault = { check, words: checkWords[check], detail: '' };
  return {
    code: 1,
    verdict: `${checkWords[check]}。`,
    remedy,
    steps: [{ title, passed: false, faults: [fault] }],
    facts: [],
  };
}
