import type { Command } from 'commander';
import { certificateDocument } from '#libs/books/certificate';
import { certificateStream, revocationReasons, type RevocationReason } from '#libs/certificate/certificate.events';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import { certificateHtml } from '#libs/forms/certificate';
import { textHash } from '#libs/forms/form';
import type { VolunteerId } from '#libs/kernel/ids';
import { isLocalDate, type LocalDate } from '#libs/kernel/time';
import { minutesText } from '#libs/forms/minutes.zh';
import { certificates, type CertificateItem } from '#projections/certificate-register/certificate-register.query';
import { CliFault, usageFault } from './cli-fault.js';
import { give } from './command-of.js';
import { disclosed } from './disclosing.js';
import { assertMayRead, organizationNamed, scopeOf, subtreeNamed, volunteerNamed } from './lookup.js';
import { everyItem } from './pages.js';
import { writeOut } from './out-file.js';
import { using, type CliSession, type Sessions } from './session.js';
import { say, sayJson, textTable } from './text.js';

interface PrepareOptions {
  readonly organization: string;
  readonly from: string;
  readonly until: string;
  readonly handler: string;
  readonly contact?: string;
}
interface IssueOptions {
  readonly head: string;
}
interface PublicityOptions {
  readonly from: string;
  readonly until: string;
}
interface RevokeOptions {
  readonly because: string;
  readonly reason: string;
}
interface PrintOptions {
  readonly out?: string;
}
interface ListOptions {
  readonly organization: string;
  readonly json?: boolean;
}

const standingWords: Readonly<Record<CertificateItem['standing'], string>> = {
  PREPARED: '待签发',
  VALID: '有效',
  SUPERSEDED: '时长已更正',
  REVOKED: '已撤销',
};

const revocationWords: Readonly<Record<RevocationReason, string>> = {
  FALSE_CLAIM: '虚报',
  ISSUED_IN_ERROR: '误发',
  ISSUER_NOT_ENTITLED: '无权出具',
};
const revocationHelp = `类别：${Object.entries(revocationWords)
  .map(([code, word]) => `${code}（${word}）`)
  .join('、')}`;

export function registerCertificateCommands(program: Command, { openCli }: Sessions): void {
  const certificate = program.command('certificate').description('志愿服务记录证明：一人编制，另一人签发');
  certificate
    .command('prepare <志愿者编号>')
    .description('经办人编制一份证明，时长由本人的台账算出')
    .requiredOption('--organization <名称或编号>', '记录并出具证明的单位')
    .requiredOption('--from <日期>', '服务起始日期')
    .requiredOption('--until <日期>', '服务截止日期')
    .requiredOption('--handler <姓名>', '经办人姓名')
    .option('--contact <联系方式>', '出具单位联系方式')
    .action((who: string, options: PrepareOptions) => using(openCli(), (session) => prepare(session, who, options)));
  certificate
    .command('issue <志愿者编号> <第几份>')
    .description('负责人签发，须与经办人不是同一账号')
    .requiredOption('--head <姓名>', '负责人姓名')
    .action((who: string, ordinal: string, { head: headName }: IssueOptions) =>
      using(openCli(), async (session) => {
        const volunteerId = await volunteerNamed(session.house, who);
        await give(session, 'IssueCertificate', { volunteerId, ordinal: Number(ordinal), headName });
        say('已签发。');
      }),
    );
  registerAftermath(certificate, openCli);
  certificate
    .command('print <志愿者编号> <第几份>')
    .description('打印证明：可直接打印的 A4 网页')
    .option('--out <文件>', '写入文件，默认输出到屏幕')
    .action((who: string, ordinal: string, options: PrintOptions) =>
      using(openCli(), (session) => print(session, { who, ordinal: Number(ordinal) }, options)),
    );
  certificate
    .command('list')
    .description('证明登记')
    .requiredOption('--organization <名称或编号>', '出具单位，含其全部下级')
    .option('--json', '输出 JSON')
    .action((options: ListOptions) => using(openCli(), (session) => list(session, options)));
}

/** What becomes of a certificate after it was issued. */
function registerAftermath(certificate: Command, openCli: Sessions['openCli']): void {
  certificate
    .command('publicize <志愿者编号> <第几份>')
    .description('登记证明的公示，首尾两天都算')
    .requiredOption('--from <日期>', '公示起始日期')
    .requiredOption('--until <日期>', '公示截止日期')
    .action((who: string, ordinal: string, { from, until }: PublicityOptions) =>
      using(openCli(), async (session) => {
        const publicity = { publicFrom: dayIn(from), publicUntil: dayIn(until) };
        await give(session, 'PublicizeCertificate', { ...(await keyOf(session, who, ordinal)), ...publicity });
        say(`已登记公示：${from} 至 ${until}。`);
      }),
    );
  certificate
    .command('revoke <志愿者编号> <第几份>')
    .description('撤销证明；查验页随即显示已撤销')
    .requiredOption('--because <类别>', revocationHelp)
    .requiredOption('--reason <原因>', '撤销原因')
    .action((who: string, ordinal: string, { because, reason }: RevokeOptions) =>
      using(openCli(), async (session) => {
        const reasonCode = revocationIn(because);
        await give(session, 'RevokeCertificate', { ...(await keyOf(session, who, ordinal)), reasonCode, reason });
        say(`已撤销：${revocationWords[reasonCode]}。`);
      }),
    );
}

const keyOf = async (
  { house }: CliSession,
  who: string,
  ordinal: string,
): Promise<{ readonly volunteerId: VolunteerId; readonly ordinal: number }> => ({
  volunteerId: await volunteerNamed(house, who),
  ordinal: Number(ordinal),
});

function revocationIn(text: string): RevocationReason {
  const found = revocationReasons.find((code) => code === text.toUpperCase() || revocationWords[code] === text);
  if (!found) throw usageFault(`没有“${text}”这个类别。`, revocationHelp);
  return found;
}

function dayIn(text: string): LocalDate {
  if (!isLocalDate(text)) throw usageFault(`“${text}”不是日期。`, '请写成 2026-07-01。');
  return text;
}

async function prepare(session: CliSession, who: string, options: PrepareOptions): Promise<void> {
  const { house, settled } = session;
  await settled();
  const volunteerId = await volunteerNamed(house, who);
  const { organizationId } = await organizationNamed(house, options.organization, await scopeOf(session));
  const ordinal = await nextOrdinal(session, volunteerId);
  await give(session, 'PrepareCertificate', {
    volunteerId,
    ordinal,
    organizationId,
    fromOn: dayIn(options.from),
    untilOn: dayIn(options.until),
    handlerName: options.handler,
    ...(options.contact === undefined ? {} : { issuerContact: options.contact }),
  });
  say(
    `已编制第 ${ordinal} 份证明，请负责人签发：zhice certificate issue ${who} ${ordinal} --head <姓名> --as <登录名>`,
  );
}

async function nextOrdinal({ house }: CliSession, volunteerId: VolunteerId): Promise<number> {
  for (let ordinal = 1; ; ordinal++)
    if ((await house.store.headOf(certificateStream(volunteerId, ordinal))) === 'no_stream') return ordinal;
}

async function print(
  session: CliSession,
  { who, ordinal }: { readonly who: string; readonly ordinal: number },
  { out }: PrintOptions,
): Promise<void> {
  const { house, actor, settled } = session;
  await settled();
  const volunteerId = await volunteerNamed(house, who);
  await assertMayRead(house, actor, volunteerId);
  const document = await certificateDocument(house, { volunteerId, ordinal });
  if (!document) throw new CliFault(`没有第 ${ordinal} 份证明。`);
  await disclosed(session, {
    ...{ volunteerIds: [volunteerId], groups: ['identity'], means: 'CERTIFICATE', purpose: 'CERTIFICATE' },
    organizationId: await organizationOfVolunteer(house, volunteerId),
    export: { receiver: 'PERSON', contentHash: textHash(certificateHtml(document)) },
  });
  if (out === undefined) return void process.stdout.write(certificateHtml(document));
  say(`已写入 ${await writeOut(out, certificateHtml(document))}`);
}

async function list(session: CliSession, { organization: asked, json }: ListOptions): Promise<void> {
  const { house, settled } = session;
  await settled();
  const { scope } = await subtreeNamed(session, asked);
  const items = await everyItem((paging) => certificates(house.read, { scope, ...paging }));
  if (json === true) return sayJson({ items });
  say(
    textTable(
      ['编号', '姓名', '第几份', '起', '止', '时长', '状态'],
      items.map((item) => [
        item.number,
        item.name,
        item.ordinal,
        item.fromOn,
        item.untilOn,
        minutesText(item.serviceMinutes),
        standingWords[item.standing],
      ]),
    ),
  );
  say(`\n共 ${items.length} 份。`);
}
