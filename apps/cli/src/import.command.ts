import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Option, type Command } from 'commander';
import type { Actor } from '#libs/access/actor';
import { AttestationImpossible, attestBatch, compareMinutes, type Attestation } from '#libs/importing/attest';
import { BatchDiffers } from '#libs/importing/batch';
import { prepareImport, type PreparedImport } from '#libs/importing/import';
import type { ImportAsked } from '#libs/importing/kinds';
import type { ImportResult } from '#libs/importing/result';
import { ImportInterrupted } from '#libs/importing/run';
import { isUuid, type BatchId, type OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { participantKind, type ParticipantKind } from '#libs/reference/ledger-codes';
import { organizationKind, type OrganizationKind } from '#libs/reference/organization-kinds';
import { CliFault, usageFault } from './cli-fault.js';
import { bytesOf, countIn, dayIn, rowsIn, teamsByRow, wordIn } from './import-options.js';
import { minutesText, previewText, resultJson, resultText } from './import-text.js';
import { organizationNamed, scopeOf } from './lookup.js';
import { fileAt } from './place.js';
import { progressOf } from './progress.js';
import { using, type CliSession, type Sessions } from './session.js';
import { say } from './text.js';

interface CommonOptions {
  readonly organization?: string;
  readonly yes?: true;
  readonly result?: string;
}

interface TeamsCommand extends CommonOptions {
  readonly registerUnder?: string;
  readonly kind: OrganizationKind;
  readonly registeredOn?: LocalDate;
  readonly fullMembers?: number;
  readonly probationaryMembers?: number;
  readonly countedOn?: LocalDate;
  readonly formationTitle?: string;
  readonly formationNumber?: string;
  readonly formationDatedOn?: LocalDate;
  readonly establishedOn?: LocalDate;
  readonly formDate?: LocalDate;
}

interface RosterCommand extends CommonOptions {
  readonly formDate?: LocalDate;
  readonly enrolledOn?: LocalDate;
  readonly teams?: string;
  readonly acceptNamesake?: readonly number[];
  readonly leaderPost?: string;
  readonly leaderPostSince?: LocalDate;
  readonly leaderPostDocument?: string;
}

interface MembersCommand extends CommonOptions {
  readonly formDate?: LocalDate;
  readonly enrolledOn?: LocalDate;
  readonly team?: string;
  readonly participantKind: ParticipantKind;
}

interface SignInCommand extends CommonOptions {
  readonly attestAs?: string;
}

/** `zhice import teams|roster|members|sign-in` and `zhice attest`. */
export function registerImportCommands(program: Command, { openCli }: Sessions): void {
  const imports = program.command('import').description('导入单位交来的表：先预检，确认后写入；中断后用同一条命令接着进行');
  registerTeams(imports, openCli);
  registerRoster(imports, openCli);
  registerMembers(imports, openCli);
  registerSignIn(imports, openCli);
  program
    .command('attest')
    .description('确认一批导入的签到记录；须由导入人以外的人办理')
    .requiredOption('--batch <批次号>', '导入签到表时显示的批次号')
    .action(({ batch }: { batch: string }) => using(openCli(), (session) => attest(session, batch)));
}

type OpenCli = Sessions['openCli'];

const day = (flags: string, description: string): Option => new Option(flags, description).argParser(dayIn);
const count = (flags: string, description: string): Option => new Option(flags, description).argParser(countIn);

function sheetCommand(imports: Command, name: string, description: string): Command {
  return imports
    .command(`${name} <文件>`)
    .description(description)
    .option('--organization <名称或编号>', '党组织')
    .option('--yes', '已核对预检结果并同意所列声明，直接写入')
    .option('--result <文件>', '结果文件，默认写在当前目录');
}

function registerTeams(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'teams', '附件3《党员志愿服务队登记表》')
    .option('--register-under <名称或编号>', '党组织尚未登记时，登记在哪个上级之下')
    .addOption(new Option('--kind <类别>', '新登记的党组织的类别').argParser(wordIn(organizationKind)).default('GENERAL_BRANCH', '党总支'))
    .addOption(day('--registered-on <日期>', '新登记的党组织的登记日期，默认为组建文件日期'))
    .addOption(count('--full-members <人数>', '正式党员人数'))
    .addOption(count('--probationary-members <人数>', '预备党员人数'))
    .addOption(day('--counted-on <日期>', '人数的统计日期，默认为填表日期'))
    .option('--formation-title <标题>', '组建文件标题')
    .option('--formation-number <文号>', '组建文件文号')
    .addOption(day('--formation-dated-on <日期>', '组建文件日期'))
    .addOption(day('--established-on <日期>', '组建日期，默认为组建文件日期'))
    .addOption(day('--form-date <日期>', '填表日期（表上只写到月时）'))
    .action((file: string, { organization, registerUnder, kind, yes: _yes, result: _result, ...options }: TeamsCommand, command: Command) =>
      using(openCli(), async (session) => {
        if ((organization === undefined) === (registerUnder === undefined)) throw usageFault('请用 --organization 指明已登记的党组织，或用 --register-under 指明登记在哪个上级之下（二选一）。');
        const settings = { ...options, organizationKind: kind };
        const place = organization === undefined ? { registerUnder: await organizationIn(session, registerUnder) } : { organizationId: await organizationIn(session, organization) };
        await importSheet(session, file, { kind: 'teams', ...place, options: settings }, command.opts());
      }),
    );
}

function registerRoster(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'roster', '附件2《党员志愿服务队志愿者花名册》')
    .addOption(day('--form-date <日期>', '填表日期（表上只写到月时）'))
    .addOption(day('--enrolled-on <日期>', '登记造册日期，默认为填表日期'))
    .option('--teams <文件>', '分队文件，每行“行号,队伍名称”；不写则按登记表的人数和负责人分队')
    .addOption(new Option('--accept-namesake <行号>', '经核对确为另一个人的行，如 5,9').argParser(rowsIn))
    .option('--leader-post <职务>', '各队负责人在领导班子中的职务；写明后任命其为队长')
    .addOption(day('--leader-post-since <日期>', '任职日期，默认为登记造册日期'))
    .option('--leader-post-document <文件>', '任职文件')
    .action((file: string, { organization, teams, acceptNamesake = [], yes: _yes, result: _result, ...options }: RosterCommand, command: Command) =>
      using(openCli(), async (session) => {
        const settings = { ...options, acceptNamesake, ...(teams === undefined ? {} : { teams: await teamsByRow(teams) }) };
        await importSheet(session, file, { kind: 'roster', organizationId: await organizationIn(session, organization), options: settings }, command.opts());
      }),
    );
}

function registerMembers(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'members', '《党员志愿服务队人员信息登记表》（巢湖表样）')
    .addOption(day('--form-date <日期>', '填报时间（表上没有或只写到月时）'))
    .addOption(day('--enrolled-on <日期>', '登记造册日期，默认为填报时间'))
    .option('--team <名称>', '全部编入这支服务队')
    .addOption(new Option('--participant-kind <类别>', '人员类别').argParser(wordIn(participantKind)).default('FULL_MEMBER', '正式党员'))
    .action((file: string, { organization, yes: _yes, result: _result, ...options }: MembersCommand, command: Command) =>
      using(openCli(), async (session) => {
        await importSheet(session, file, { kind: 'members', organizationId: await organizationIn(session, organization), options }, command.opts());
      }),
    );
}

function registerSignIn(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'sign-in', '活动签到表')
    .option('--attest-as <登录名>', '写入后当场由另一人确认；密码用环境变量 ZHICE_ATTEST_PASSWORD 传入，否则当场输入')
    .action((file: string, { organization, attestAs, ...common }: SignInCommand) =>
      using(openCli(), async (session) => {
        const attester = attestAs === undefined ? undefined : await session.signIn(attestAs, 'ZHICE_ATTEST_PASSWORD');
        if (attester?.accountId === session.actor.accountId) throw new CliFault('记录人不能确认自己登记的记录，请由另一个账号确认（--attest-as）。');
        await importSheet(session, file, { kind: 'sign-in', organizationId: await organizationIn(session, organization) }, { ...common, attester });
      }),
    );
}

async function organizationIn(session: CliSession, asked: string | undefined): Promise<OrganizationId> {
  if (asked === undefined) throw usageFault('请用 --organization 指明党组织。');
  await session.settled();
  return (await organizationNamed(session.house, asked, await scopeOf(session))).organizationId;
}

async function importSheet(session: CliSession, file: string, asked: ImportAsked, { attester, ...common }: CommonOptions & { readonly attester?: Actor | undefined }): Promise<void> {
  const { house, actor } = session;
  const prepared = await told(prepareImport(house, actor, { asked, bytes: await bytesOf(file) }));
  const { preview } = prepared;
  say(previewText(preview));
  if (!preview.batch?.finishedAt) await confirmed(prepared, common.yes === true);
  const result = await written(prepared);
  say(resultText(result));
  if (attester && result.sessions) sayAttestation(await attested(session, attester, result.batchId));
  const minutes = result.sessions ? await compareMinutes(house, result) : undefined;
  if (minutes && !attester) say(minutes.creditedMinutes === minutes.fileMinutes ? minutesText(minutes) : `${minutesText(minutes)}\n待确认：请由另一人执行 zhice attest --batch ${result.batchId} --as <登录名>。`);
  const resultFile = common.result ?? `zhice-导入结果-${asked.kind}-${result.batchId.slice(0, 8)}.json`;
  await writeFile(fileAt(resultFile), resultJson(asked.kind, preview, result, minutes), { mode: 0o600 });
  say(`结果文件：${resultFile}`);
}

/** Nothing is written before somebody said yes, by `--yes` or at the prompt. */
async function confirmed({ preview }: PreparedImport, yes: boolean): Promise<void> {
  if (preview.plan.obstacles.length > 0) throw new CliFault('没有写入任何内容。', '请按上面“不能导入”的各条处理后再执行。');
  if (preview.rowsToWrite === 0 && preview.plan.stages.flat().length === 0) throw new CliFault('没有可写入的行，没有写入任何内容。', '请改正上面的错误后再执行。');
  if (yes) return;
  if (!process.stdin.isTTY) throw new CliFault('以上是预检结果，没有写入任何内容。', '核对无误并同意所列声明后，加 --yes 再执行。');
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

async function attest(session: CliSession, batch: string): Promise<void> {
  const isBatchId: boolean = isUuid(batch);
  if (!isBatchId) throw usageFault(`“${batch}”不是批次号。`, '批次号在导入签到表时显示，也写在结果文件里。');
  await session.settled();
  sayAttestation(await attested(session, session.actor, batch as BatchId));
}

const attested = ({ house }: CliSession, actor: Actor, batchId: BatchId): Promise<Attestation> => told(attestBatch(house, actor, batchId));

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
    if (error instanceof ImportInterrupted) throw Object.assign(new CliFault(error.message, undefined, 3), { cause: error });
    if (error instanceof BatchDiffers || error instanceof AttestationImpossible) throw new CliFault(error.message);
    throw error;
  }
}
