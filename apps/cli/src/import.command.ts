import { Option, type Command } from 'commander';
import path from 'node:path';
import { paperOf, sheetLateReason, type Paper, type SheetLateReason } from '#libs/importing/grounds';
import { readTeamsByRow } from '#libs/intake/teams-by-row';
import type { LocalDate } from '#libs/kernel/time';
import { participantKind, type ParticipantKind } from '#libs/reference/ledger-codes';
import { organizationKind, type OrganizationKind } from '#libs/reference/organization-kinds';
import { CliFault, usageFault } from './cli-fault.js';
import { approve, attest, importSheet, type SecondAndThird } from './import-act.js';
import { bytesOf, rowsIn, wordIn } from './import-options.js';
import { registerOrganizations } from './import-organizations.js';
import { count, day, organizationIn, sheetCommand, type OpenCli, type SheetOptions } from './import-sheet.js';
import { using, type CliSession, type Sessions } from './session.js';

interface TeamsCommand extends SheetOptions {
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

interface RosterCommand extends SheetOptions {
  readonly formDate?: LocalDate;
  readonly enrolledOn?: LocalDate;
  readonly teams?: string;
  readonly acceptNamesake?: readonly number[];
  readonly leaderPost?: string;
  readonly leaderPostSince?: LocalDate;
  readonly leaderPostDocument?: string;
}

interface MembersCommand extends SheetOptions {
  readonly formDate?: LocalDate;
  readonly enrolledOn?: LocalDate;
  readonly team?: string;
  readonly participantKind: ParticipantKind;
}

interface SignInCommand extends SheetOptions {
  readonly approveAs?: string;
  readonly paper?: readonly string[];
  readonly lateReason?: SheetLateReason;
  readonly attestAs?: string;
}

/** `zhice import organizations|teams|roster|members|sign-in`, `zhice attest` and `zhice approve`. */
export function registerImportCommands(program: Command, { openCli }: Sessions): void {
  const imports = program
    .command('import')
    .description('导入单位交来的表：先预检，确认后写入；中断后用同一条命令接着进行');
  registerOrganizations(imports, openCli);
  registerTeams(imports, openCli);
  registerRoster(imports, openCli);
  registerMembers(imports, openCli);
  registerSignIn(imports, openCli);
  program
    .command('attest')
    .description('确认一批导入的签到记录；须由导入人以外的人办理')
    .requiredOption('--batch <批次号>', '导入签到表时显示的批次号')
    .action(({ batch }: { batch: string }) => using(openCli(), (session) => attest(session, batch)));
  program
    .command('approve')
    .description('批准一批导入中的逾期补录；须由导入人、确认人以外的第三人办理，一次批准整批')
    .requiredOption('--batch <批次号>', '导入签到表时显示的批次号')
    .addOption(new Option('--late-reason <原因>', '登记时没有写原因的，以此为准').argParser(wordIn(sheetLateReason)))
    .option('--note <说明>', '批准说明')
    .action(({ batch, lateReason, note }: { batch: string; lateReason?: SheetLateReason; note?: string }) =>
      using(openCli(), (session) => approve(session, batch, { lateReasonCode: lateReason, note })),
    );
}

function registerTeams(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'teams', '附件3《党员志愿服务队登记表》')
    .option('--register-under <名称或编号>', '党组织尚未登记时，登记在哪个上级之下')
    .addOption(
      new Option('--kind <类别>', '新登记的党组织的类别')
        .argParser(wordIn(organizationKind))
        .default('GENERAL_BRANCH', '党总支'),
    )
    .addOption(day('--registered-on <日期>', '新登记的党组织的登记日期，默认为组建文件日期'))
    .addOption(count('--full-members <人数>', '正式党员人数'))
    .addOption(count('--probationary-members <人数>', '预备党员人数'))
    .addOption(day('--counted-on <日期>', '人数的统计日期，默认为填表日期'))
    .option('--formation-title <标题>', '组建文件标题')
    .option('--formation-number <文号>', '组建文件文号')
    .addOption(day('--formation-dated-on <日期>', '组建文件日期'))
    .addOption(day('--established-on <日期>', '组建日期，默认为组建文件日期'))
    .addOption(day('--form-date <日期>', '填表日期（表上只写到月时）'))
    .action(
      (
        file: string,
        { organization, registerUnder, kind, yes: _yes, result: _result, ...options }: TeamsCommand,
        command: Command,
      ) =>
        using(openCli(), async (session) => {
          if ((organization === undefined) === (registerUnder === undefined))
            throw usageFault(
              '请用 --organization 指明已登记的党组织，或用 --register-under 指明登记在哪个上级之下（二选一）。',
            );
          const settings = { ...options, organizationKind: kind };
          const place =
            organization === undefined
              ? { registerUnder: await organizationIn(session, registerUnder) }
              : { organizationId: await organizationIn(session, organization) };
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
    .action(
      (
        file: string,
        { organization, teams, acceptNamesake = [], yes: _yes, result: _result, ...options }: RosterCommand,
        command: Command,
      ) =>
        using(openCli(), async (session) => {
          const settings = {
            ...options,
            acceptNamesake,
            ...(teams === undefined ? {} : { teams: await readTeamsByRow(await bytesOf(teams)) }),
          };
          await importSheet(
            session,
            file,
            { kind: 'roster', organizationId: await organizationIn(session, organization), options: settings },
            command.opts(),
          );
        }),
    );
}

function registerMembers(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'members', '《党员志愿服务队人员信息登记表》（巢湖表样）')
    .addOption(day('--form-date <日期>', '填报时间（表上没有或只写到月时）'))
    .addOption(day('--enrolled-on <日期>', '登记造册日期，默认为填报时间'))
    .option('--team <名称>', '全部编入这支服务队')
    .addOption(
      new Option('--participant-kind <类别>', '人员类别')
        .argParser(wordIn(participantKind))
        .default('FULL_MEMBER', '正式党员'),
    )
    .action(
      (file: string, { organization, yes: _yes, result: _result, ...options }: MembersCommand, command: Command) =>
        using(openCli(), async (session) => {
          await importSheet(
            session,
            file,
            { kind: 'members', organizationId: await organizationIn(session, organization), options },
            command.opts(),
          );
        }),
    );
}

function registerSignIn(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'sign-in', '活动签到表')
    .addOption(
      new Option(
        '--paper <文件>',
        '纸质签到表的扫描件或照片，可重复写；文件名含日期（2026-01-17）的只用于当日',
      ).argParser((file: string, before: readonly string[] = []) => [...before, file]),
    )
    .addOption(
      new Option('--late-reason <原因>', '超过 10 个工作日才登记的行的原因').argParser(wordIn(sheetLateReason)),
    )
    .option('--attest-as <登录名>', '写入后当场由另一人确认；密码用环境变量 ZHICE_ATTEST_PASSWORD 传入，否则当场输入')
    .option(
      '--approve-as <登录名>',
      '确认后当场由第三人批准逾期补录；密码用环境变量 ZHICE_APPROVE_PASSWORD 传入，否则当场输入',
    )
    .action((file: string, options: SignInCommand) => using(openCli(), (session) => signIn(session, file, options)));
}

async function signIn(session: CliSession, file: string, options: SignInCommand): Promise<void> {
  const { organization, attestAs, approveAs, paper = [], lateReason, ...common } = options;
  const others = await secondAndThird(session, attestAs, approveAs);
  const grounds = { papers: await papersIn(paper), lateReasonCode: lateReason };
  await importSheet(
    session,
    file,
    { kind: 'sign-in', organizationId: await organizationIn(session, organization), grounds },
    { ...common, ...others },
  );
}

/** Three people, three accounts. */
async function secondAndThird(session: CliSession, attestAs?: string, approveAs?: string): Promise<SecondAndThird> {
  if (attestAs === undefined) {
    if (approveAs === undefined) return {};
    throw usageFault('--approve-as 须与 --attest-as 一起写：先有第二人确认，才有第三人批准。');
  }
  const attester = await session.signIn(attestAs, 'ZHICE_ATTEST_PASSWORD');
  if (attester.accountId === session.actor.accountId)
    throw new CliFault('记录人不能确认自己登记的记录，请由另一个账号确认（--attest-as）。');
  if (approveAs === undefined) return { attester };
  const approver = await session.signIn(approveAs, 'ZHICE_APPROVE_PASSWORD');
  if ([session.actor.accountId, attester.accountId].includes(approver.accountId))
    throw new CliFault('逾期补录须由导入人、确认人以外的第三人批准，请换一个账号（--approve-as）。');
  return { attester, approver };
}

const papersIn = (files: readonly string[]): Promise<Paper[]> =>
  Promise.all(files.map(async (file) => paperOf(path.basename(file), Buffer.from(await bytesOf(file)))));
