import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { readDisclosures } from '#libs/access/disclosures';
import { mentionsOf } from '#libs/books/mentions';
import type { AnyCommand } from '#libs/counter/counter';
import { duplicatesOf, evidenceOfPerson, privacyState } from '#libs/counter/erasure.desk';
import {
  erasableGroups,
  privacyAnswers,
  privacyBases,
  privacyRefusalGrounds,
  type ErasableGroup,
  type PrivacyAnswer,
  type PrivacyBasis,
  type PrivacyRefusalGround,
  type RequestId,
} from '#libs/erasure/erasure.events';
import type { PrivacyRequest } from '#libs/erasure/erasure.state';
import { disclosurePurposeNames } from '#libs/forms/disclosure-words.zh';
import { isUuid, type EvidenceId, type VolunteerId } from '#libs/kernel/ids';
import { usageFault } from './cli-fault.js';
import { give } from './command-of.js';
import { assertMayRead, scopeOf, volunteerNamed } from './lookup.js';
import { using, type CliSession, type Machine, type Sessions } from './session.js';
import { say, textTable } from './text.js';

interface FileOptions {
  readonly answer: string;
  readonly basis: string;
  readonly groups?: string;
  readonly evidence: string;
}

export function registerPrivacyCommands(program: Command, { openCli, openMachine }: Sessions): void {
  const privacy = program.command('privacy').description('个人信息：更正、限制处理、解除限制、删除；谁查看过');
  privacy
    .command('request <志愿者>')
    .description('提出申请；须由另一人批准')
    .requiredOption('--answer <方式>', `处理方式：${privacyAnswers.join('、')}`)
    .requiredOption('--basis <依据>', `依据：${privacyBases.join('、')}`)
    .option('--groups <类别>', `删除的信息类别，逗号分隔：${erasableGroups.join(',')}`)
    .option('--evidence <佐证编号>', '一并销毁的佐证文件，逗号分隔；先用 zhice privacy evidence 查出并逐份查看', '')
    .action((who: string, options: FileOptions) => using(openCli(), (session) => file(session, who, options)));
  privacy
    .command('evidence <志愿者>')
    .description('此人参加过的活动的佐证文件：签到表、照片可能有此人的姓名或肖像')
    .action((who: string) => using(openCli(), (session) => evidence(session, who)));
  privacy
    .command('mentions <志愿者>')
    .description('别人、活动等的文字里提到此人姓名、证件号或电话的地方：删除之前逐处查看，该更正的先更正')
    .action((who: string) => using(openCli(), (session) => mentions(session, who)));
  privacy
    .command('approve <申请编号>')
    .description('批准申请；删除随即执行，可能需要几分钟')
    .action((asked: string) => using(openCli(), (session) => approve(session, asked)));
  privacy
    .command('decline <申请编号>')
    .description('拒绝申请')
    .requiredOption('--ground <理由>', `理由：${privacyRefusalGrounds.join('、')}`)
    .action((asked: string, { ground }: { ground: string }) =>
      using(openCli(), (session) => decline(session, asked, ground as PrivacyRefusalGround)),
    );
  privacy
    .command('run')
    .description('继续做完已批准、因中断而没有做完的删除')
    .action(() => using(openMachine(), run));
  privacy
    .command('list')
    .description('申请及其办理情况')
    .action(() => using(openCli(), list));
  privacy
    .command('looked <志愿者>')
    .description('谁在何时、为何查看过此人的完整个人信息')
    .action((who: string) => using(openCli(), (session) => looked(session, who)));
}

async function file(session: CliSession, who: string, options: FileOptions): Promise<void> {
  const { answer, basis, groups = '', evidence: files } = options;
  const volunteerId = await volunteerNamed(session.house, who);
  const requestId = randomUUID() as RequestId;
  const named = groups.split(',').filter((one) => one !== '') as ErasableGroup[];
  const evidenceIds = files.split(',').filter((one) => one !== '') as EvidenceId[];
  const asked = { volunteerId, requestId, answer: answer as PrivacyAnswer, basis: basis as PrivacyBasis };
  const data = { ...asked, groups: named, ...(evidenceIds.length > 0 ? { evidenceIds } : {}) };
  await give(session, 'FilePrivacyRequest', data);
  say(`已提出申请 ${requestId}。请另一名负责人批准：zhice privacy approve ${requestId} --as <登录名>`);
}

async function evidence(session: CliSession, who: string): Promise<void> {
  const { house, actor } = session;
  const volunteerId = await volunteerNamed(house, who);
  await assertMayRead(house, actor, volunteerId);
  const found = await evidenceOfPerson(house, volunteerId);
  const rows = found.map((one) => [one.evidenceId, one.evidenceKind, one.addedOn, String(one.others), one.activityId]);
  say(textTable(['佐证编号', '种类', '登记日期', '同场其他人数', '活动编号'], rows));
}

async function mentions(session: CliSession, who: string): Promise<void> {
  const { house, actor } = session;
  const volunteerId = await volunteerNamed(house, who);
  await house.counter.assertMay(actor, { type: 'FilePrivacyRequest', data: { volunteerId } } as AnyCommand);
  const found = await mentionsOf(house, [volunteerId, ...(await duplicatesOf(house, volunteerId))]);
  if (found.length === 0) return say('没有找到。');
  const rows = found.map((one) => [one.position, one.at.slice(0, 10), one.type, one.group, one.stream]);
  say(textTable(['台账位置', '日期', '事件', '类别', '记录'], rows));
}

async function requestNamed({ house }: CliSession, asked: string): Promise<PrivacyRequest> {
  const found = isUuid(asked) ? (await privacyState(house)).requests.get(asked as RequestId) : undefined;
  if (!found) throw usageFault(`没有申请 ${asked}。`, '用 zhice privacy list 查看申请编号。');
  return found;
}

const keyOf = ({ requestId, subjectId }: PrivacyRequest) => ({
  requestId,
  volunteerId: subjectId as string as VolunteerId,
});

async function approve(session: CliSession, asked: string): Promise<void> {
  const request = await requestNamed(session, asked);
  await give(session, 'ApprovePrivacyRequest', keyOf(request));
  say(`已批准申请 ${request.requestId}。`);
  if (request.answer === 'SHRED') await run(session);
}

async function decline(session: CliSession, asked: string, ground: PrivacyRefusalGround): Promise<void> {
  const request = await requestNamed(session, asked);
  await give(session, 'DeclinePrivacyRequest', { ...keyOf(request), ground });
  say(`已拒绝申请 ${request.requestId}。`);
}

async function run({ house }: Pick<Machine, 'house'>): Promise<void> {
  const count = await house.eraser.run();
  say(
    count === 0 ? '没有待执行的删除。' : `已执行 ${count} 项删除：密钥已销毁，视图已重建，接收过资料的单位已列入通知。`,
  );
}

const statusWords: Readonly<Record<PrivacyRequest['status'], string>> = {
  FILED: '待批准',
  APPROVED: '已批准，正在办理',
  DECLINED: '已拒绝',
  SHREDDED: '密钥已销毁，正在重建视图',
  COMPLETED: '已办结',
};

async function list(session: CliSession): Promise<void> {
  const scope = await scopeOf(session);
  const requests = [...(await privacyState(session.house)).requests.values()];
  const shown = requests.filter(({ organizationId }) => scope.includes(organizationId));
  const lines = shown.map((one) => [
    one.requestId,
    one.filedOn,
    one.answer,
    one.groups.join(','),
    statusWords[one.status],
  ]);
  say(textTable(['申请编号', '提出日期', '方式', '类别', '状态'], lines));
}

async function looked(session: CliSession, who: string): Promise<void> {
  const { house, actor } = session;
  const volunteerId = await volunteerNamed(house, who);
  await assertMayRead(house, actor, volunteerId);
  const lines = await readDisclosures(house.main.manager, { volunteerId, limit: 1_000 });
  const rows = lines.map((one) => [
    one.at.toISOString(),
    one.byName ?? one.byAccount,
    disclosurePurposeNames[one.purpose],
    one.means,
    one.groups.join(','),
    one.receiver,
  ]);
  say(textTable(['时间（UTC）', '何人', '用途', '途径', '内容', '交给'], rows));
}
