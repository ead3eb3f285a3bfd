import type { Command } from 'commander';
import { mayOpenContacts } from '#libs/access/contact-permission';
import { annex2Document, annex3Document, annex4Document, type AnnexWithContactsAsked } from '#libs/books/annexes';
import { restrictedPeople } from '#libs/counter/erasure.desk';
import type { ContactView } from '#libs/books/contacts';
import { annex2Html } from '#libs/forms/annex-2';
import { annex3Html } from '#libs/forms/annex-3';
import { annex4Html } from '#libs/forms/annex-4';
import { contentHash, type CopyNumber, type FrozenForm } from '#libs/forms/form';
import type { House } from '#libs/house/house';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { isLocalDate, type LocalDate } from '#libs/kernel/time';
import { CliFault, usageFault } from './cli-fault.js';
import { disclosed, purposeHelp, purposeIn, receiverHelp, receiverIn } from './disclosing.js';
import { organizationNamed, scopeOf, today } from './lookup.js';
import { writeOut } from './out-file.js';
import { using, type CliSession, type Sessions } from './session.js';
import { attested } from './tables-check.js';
import { note, say } from './text.js';

interface Options {
  readonly organization: string;
  readonly formDate?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly attest?: boolean;
  readonly copy?: string;
  readonly purpose?: string;
  readonly receiver?: string;
}

/** One annex: where its figures come from, and how it is printed. */
interface Annex<Document extends FrozenForm> {
  readonly hasContacts: boolean;
  readonly document: (house: House, asked: AnnexWithContactsAsked) => Promise<Document | undefined>;
  readonly html: (document: Document, copy?: CopyNumber) => string;
}

type AnnexNumber = '2' | '3' | '4';

const annex = <Document extends FrozenForm>(definition: Annex<Document>): Annex<FrozenForm> =>
  definition as unknown as Annex<FrozenForm>;

const annexes: Readonly<Record<AnnexNumber, Annex<FrozenForm>>> = {
  '2': annex({ hasContacts: true, document: annex2Document, html: annex2Html }),
  '3': annex({ hasContacts: true, document: annex3Document, html: annex3Html }),
  '4': annex({ hasContacts: false, document: annex4Document, html: annex4Html }),
};

export function registerAnnexCommand(program: Command, { openCli }: Sessions): void {
  program
    .command('annex <附件号>')
    .description('打印附件：2 花名册、3 登记表、4 汇总表；输出可直接打印的 A4 网页')
    .requiredOption('--organization <名称或编号>', '填表的党组织；附件4 为汇总的党管科或主管部门')
    .option('--form-date <日期>', '填表日期，默认今天')
    .option('--out <文件>', '写入文件，默认输出到屏幕')
    .option('--copy <份数>', '标明第几份：1 或 2（一式二份）')
    .option('--attest', '先把各视图表与台账逐行比对，一致才打印，并把各视图的根写入台账存证；用途为 HAND_IN 时必做')
    .option('--purpose <用途>', `完整显示电话的${purposeHelp}；不写则隐去中间几位`)
    .option('--receiver <交给谁>', receiverHelp)
    .option('--json', '输出表中的数据')
    .action((number: string, options: Options) => using(openCli(), (session) => print(session, number, options)));
}

function dayIn(text: string | undefined): LocalDate {
  if (text === undefined) return today();
  if (!isLocalDate(text)) throw usageFault(`“${text}”不是日期。`, '请写成 2026-07-01。');
  return text;
}

function copyIn(text: string | undefined): CopyNumber | undefined {
  if (text === undefined) return undefined;
  if (text !== '1' && text !== '2') throw usageFault('份数只能是 1 或 2。');
  return text === '1' ? 1 : 2;
}

/** What is handed up was held against the log first (报送上级). */
const mustAttest = ({ attest, purpose }: Options): boolean => attest === true || purpose === 'HAND_IN';

async function print(session: CliSession, number: string, options: Options): Promise<void> {
  if (!Object.hasOwn(annexes, number)) throw usageFault(`没有附件${number}。`, '可用：2、3、4。');
  const { hasContacts, document: documentOf, html } = annexes[number as AnnexNumber];
  const [formDate, copy] = [dayIn(options.formDate), copyIn(options.copy)];
  if (mustAttest(options)) await attested(session);
  await session.settled();
  const { house } = session;
  const scope = await scopeOf(session);
  const { organizationId, name } = await organizationNamed(house, options.organization, scope);
  const contacts = hasContacts ? await contactViewOf(session, organizationId, options) : 'masked';
  const opened: VolunteerId[] = [];
  const document = await documentOf(house, {
    ...{ organizationId, formDate, scope, contacts, restricted: await restrictedPeople(house) },
    onOpened: (ids) => void opened.push(...ids),
  });
  if (!document) throw new CliFault(`${formDate} 还没有“${name}”。`, '请核对填表日期。');
  if (opened.length > 0) await noteOpened(session, { organizationId, number, document, opened, options });
  const text = options.json === true ? `${JSON.stringify(document, null, 2)}\n` : html(document, copy);
  const written = options.out === undefined ? undefined : await writeOut(options.out, text);
  if (written === undefined) process.stdout.write(text);
  note(
    `附件${number}　${name}　填表日期 ${formDate}　台账位置 ${document.ledgerPosition}　内容校验 ${contentHash(document)}`,
  );
  if (written !== undefined) say(`已写入 ${written}`);
}

/** Whoever hands the form up has the numbers on it, when he says what for. */
async function contactViewOf(
  { house, actor }: CliSession,
  organizationId: OrganizationId,
  { purpose }: Options,
): Promise<ContactView> {
  if (purpose === undefined) return 'masked';
  purposeIn(purpose);
  return mayOpenContacts(actor, await house.tree.ancestry(organizationId)) ? 'open' : 'masked';
}

interface Opened {
  readonly organizationId: OrganizationId;
  readonly number: string;
  readonly document: FrozenForm;
  readonly opened: readonly VolunteerId[];
  readonly options: Options;
}

async function noteOpened(
  session: CliSession,
  { number, document, opened, options, organizationId }: Opened,
): Promise<void> {
  await disclosed(session, {
    ...{ organizationId, volunteerIds: opened, groups: ['contact'], purpose: purposeIn(options.purpose) },
    means: number === '2' ? 'ANNEX_2' : 'ANNEX_3',
    export: { receiver: receiverIn(options.receiver), contentHash: contentHash(document) },
  });
}
