import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { checkpointText } from '#libs/proof/checkpoint';
import { Mistyped, readPaper } from '#libs/proof/paper';
import { TokenRefused, verifyTimestamp, type TokenFault } from '#libs/timestamp/timestamp-token';
import { openedParts } from '#libs/verifying/opened-parts';
import { verifyFiles } from '#libs/verifying/verify-files';
import { openedBox } from './box-key.js';
import { CliFault, usageFault } from './cli-fault.js';
import { writeOut } from './out-file.js';
import { bytesAt, policyAt, textAt } from './policy-file.js';
import { using, type Sessions } from './session.js';
import { verifyAttested, verifyTables } from './tables-check.js';
import { note, say } from './text.js';
import { verifyLog } from './verify-log.js';

const shownMax = 50;

interface Options {
  readonly policy?: string;
  readonly held?: readonly string[];
  readonly days?: string;
  readonly attest?: boolean;
  readonly out?: string;
  readonly token?: string;
  readonly ca?: string;
  readonly key?: string;
}

export function registerVerifyCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('verify [对象] [文件]')
    .description(
      `校验：${Object.entries(subjects)
        .map(([name, words]) => `${name} ${words}`)
        .join('；')}。除 log、tables、attested 外都不连台账，只信 --policy 的策略文件；有一处不符即以 1 退出`,
    )
    .option('--policy <文件>', '审计人自己保管的策略文件：认哪份台账、哪些见证人')
    .option('--held <文件>', '审计人另外得到的检查点（或照纸面输入的六行），用来比对；可以写多次', gathered, [])
    .option('--days <天数>', '见证时间最早可以是几天以前，默认不看')
    .option('--attest', '（tables）各表都与台账一致时，把各视图的根写入台账存证')
    .option('--out <文件>', 'page、paper：写到哪里')
    .option('--key <文件>', 'bundle：审计人自己的私钥（X25519，PEM），打开加密给他的履历包')
    .option('--token <文件>', 'timestamp：时间戳文件（.tsr）')
    .option('--ca <文件>', 'timestamp：所信的时间戳机构根证书（PEM）')
    .action(async (what: string | undefined, file: string | undefined, options: Options) => {
      if (what === undefined || what === 'log') return verifyLog();
      if (what === 'tables') return using(openMachine(), (machine) => verifyTables(machine, options));
      if (what === 'attested') return using(openMachine(), verifyAttested);
      if (!Object.hasOwn(subjects, what))
        throw usageFault(`不认识“${what}”。`, `请写 ${Object.keys(subjects).join('、')}。`);
      if (what === 'page') return writePage(options.out);
      if (file === undefined) throw usageFault('还缺要校验的文件。', `zhice verify ${what} <文件>`);
      return verifyGiven(what, await openedBox(await textAt(file), options.key), options);
    });
}

const subjects: Readonly<Record<string, string>> = {
  log: '本机整本台账（默认）',
  tables: '各视图表与台账逐行比对',
  attested: '上次的视图存证',
  bundle: '一个人的履历包',
  checkpoint: '一份检查点',
  paper: '照纸面输入的检查点',
  timestamp: '检查点的可信时间戳（RFC 3161）',
  page: '写出可在浏览器里离线校验的网页',
};

async function verifyGiven(what: string, text: string, options: Options): Promise<void> {
  if (what === 'paper') return verifyPaper(text, options.out);
  if (what === 'timestamp') return verifyStamp(text, options);
  if (options.policy === undefined)
    throw usageFault('还缺策略文件。', `zhice verify ${what} <文件> --policy <策略文件>`);
  if ((what === 'bundle') !== text.trimStart().startsWith('{'))
    throw new CliFault(`文件不是${subjects[what]}。`, '请核对文件是否完整。');
  await policyAt(options.policy);
  return verifyFile(text, await textAt(options.policy), options);
}

async function writePage(out: string | undefined): Promise<void> {
  if (out === undefined) throw usageFault('还缺写到哪里。', 'zhice verify page --out 校验.html');
  // Large, and needed by nobody else.
  const { verifierPage } = await import('#libs/verifying/page-html');
  const page = await verifierPage();
  await writeOut(out, page);
  say(`已写入 ${out}，SHA-256 ${createHash('sha256').update(page).digest('hex')}`);
  note('请把这个哈希值写在纸上，连同网页一起交给审计人。');
}

export const gathered = (file: string, before: readonly string[]): string[] => [...before, file];

async function verifyFile(text: string, policy: string, { held = [], days }: Options): Promise<void> {
  const files = {
    policy,
    subject: text,
    held: await Promise.all(held.map(textAt)),
    now: Math.floor(Date.now() / 1000),
  };
  const told = await verifyFiles({ ...files, days: days === undefined ? undefined : Number(days) }, openedParts);
  for (const [i, { title, passed, faults }] of told.steps.entries()) {
    say(`${i + 1}. ${passed ? '通过' : '不符'}　${title}`);
    for (const { check, words, detail } of faults.slice(0, shownMax)) say(`      ${check}　${words}　${detail}`);
  }
  // A file that cannot be read is a finding on the command line, where 2 is for the words of the command.
  if (told.code !== 0) throw new CliFault(told.verdict, told.remedy);
  for (const fact of told.facts) say(fact);
}

async function verifyPaper(typed: string, out: string | undefined): Promise<void> {
  try {
    const checkpoint = readPaper(typed);
    if (out !== undefined) await writeOut(out, checkpointText(checkpoint));
    say(`输入无误　台账 ${checkpoint.origin}，${checkpoint.size} 条记录`);
    note('另存的文件可以用 --held 与履历包或检查点比对。');
  } catch (error) {
    if (!(error instanceof Mistyped)) throw error;
    const place = error.row === 0 ? '名称、条数或行数' : `第 ${error.row} 行（不算名称和条数）`;
    throw new CliFault(`输入有误：${place}与纸面不符。`, '请对照纸面改正后重试。');
  }
}

const tokenWords: Readonly<Record<TokenFault, string>> = {
  form: '文件不是时间戳',
  refused: '时间戳机构拒绝了请求，文件里没有时间戳',
  imprint: '时间戳不是为这份检查点做的',
  signature: '时间戳的签名不符',
  chain: '时间戳机构的证书不是由所给的根证书签发的，或已过期',
  purpose: '签时间戳的证书不是时间戳专用的',
};

async function verifyStamp(text: string, { token, ca }: Options): Promise<void> {
  if (token === undefined || ca === undefined)
    throw usageFault(
      '还缺时间戳文件或根证书。',
      'zhice verify timestamp <检查点> --token <文件.tsr> --ca <根证书.pem>',
    );
  const [bytes, trustedPem] = await Promise.all([bytesAt(token), textAt(ca)]);
  // What was stamped is the file as it was handed in, or only the three lines that are signed.
  const tried = [text, `${text.slice(0, text.indexOf('\n\n') + 1)}`].map((data) => Buffer.from(data));
  let fault: TokenFault = 'imprint';
  for (const data of tried) {
    try {
      const { time, authority, serialNumber } = await verifyTimestamp({ token: bytes, data, trustedPem });
      say(`通过　${authority} 于 ${new Date(time).toISOString()} 见过这份检查点，序号 ${serialNumber}`);
      return;
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      fault = error.why;
      if (fault !== 'imprint') break;
    }
  }
  throw new CliFault(`${tokenWords[fault]}。`, '请核对检查点、时间戳和根证书三个文件。');
}
