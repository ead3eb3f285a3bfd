import type { Command } from 'commander';
import type { AccountListing } from '#libs/access/accounts';
import { roleNames, roles, type Actor, type Grant, type Role } from '#libs/access/actor';
import { newToken } from '#libs/access/sessions';
import { NotAllowed } from '#libs/counter/counter';
import { CliFault, usageFault } from './cli-fault.js';
import { organizationNamed, volunteerNamed } from './lookup.js';
import { newPasswordFrom, passwordFrom } from './prompt.js';
import { using, type CliSession, type Machine, type Sessions } from './session.js';
import { say, textTable } from './text.js';

interface GrantOptions {
  readonly role?: string;
  readonly organization?: string;
}

interface NewAccountOptions extends GrantOptions {
  readonly login: string;
  readonly name: string;
  readonly volunteer?: string;
}

const roleHelp = `角色：${roles.map((role) => `${role}（${roleNames[role]}）`).join('、')}`;

/** Accounts are the system administrator's; the ledger is not. */
export function registerAccountCommands(program: Command, { openCli, openMachine }: Sessions): void {
  const account = program.command('account').description('账号与角色（系统管理员）');
  const administer = (work: (session: CliSession) => Promise<void>): Promise<void> =>
    using(openCli(), (session) => {
      assertAdministrator(session.actor);
      return work(session);
    });
  account
    .command('create')
    .description('建立账号；密码随机生成并显示一次，首次使用时须更换')
    .requiredOption('--login <登录名>', '2 至 40 个字母、数字、汉字或 . _ -')
    .requiredOption('--name <姓名>', '显示名称')
    .option('--role <角色>', roleHelp)
    .option('--organization <名称或编号>', '角色所管的党组织，含其全部下级')
    .option('--volunteer <编号>', '本人的志愿者编号：使本人不能确认自己的时长')
    .action((options: NewAccountOptions) => administer((session) => create(session, options)));
  for (const [name, description] of [
    ['grant', '授予角色'],
    ['revoke', '撤销角色'],
  ] as const)
    account
      .command(`${name} <登录名>`)
      .description(description)
      .requiredOption('--role <角色>', roleHelp)
      .option('--organization <名称或编号>', '角色所管的党组织')
      .action((login: string, options: GrantOptions) =>
        administer((session) => changeGrant(session, name, login, options)),
      );
  account
    .command('disable <登录名>')
    .description('停用账号，立即结束其全部登录')
    .action((login: string) => administer((session) => switchOff(session, login)));
  account
    .command('enable <登录名>')
    .description('恢复停用的账号')
    .action((login: string) => administer((session) => switchOn(session, login)));
  account
    .command('reset <登录名>')
    .description('忘记密码时换成一次性密码')
    .action((login: string) => administer((session) => reset(session, login)));
  account
    .command('list')
    .description('列出全部账号及其角色')
    .action(() => administer(list));
  account
    .command('password <登录名>')
    .description('更换自己的密码')
    .action((login: string) => using(openMachine(), (machine) => changeOwn(machine, login)));
}

function assertAdministrator({ grants }: Actor): void {
  if (!grants.some(({ role }) => role === 'SYSTEM_ADMINISTRATOR')) throw new NotAllowed('role_missing');
}

function roleIn(text: string): Role {
  const role = roles.find((one) => one === text.toUpperCase() || roleNames[one] === text);
  if (!role) throw usageFault(`没有“${text}”这个角色。`, roleHelp);
  return role;
}

async function grantOf({ house, settled }: CliSession, { role, organization }: GrantOptions): Promise<Grant> {
  if (role === undefined) throw usageFault('必须给出选项 --role。', roleHelp);
  if (organization === undefined) return { role: roleIn(role) };
  await settled();
  const { organizationId } = await organizationNamed(house, organization, undefined);
  return { role: roleIn(role), organizationId };
}

async function known({ accounts }: Machine, login: string): Promise<AccountListing> {
  const found = (await accounts.list()).find((one) => one.login === login.normalize('NFKC').trim().toLowerCase());
  if (!found) throw new CliFault(`没有 ${login} 这个账号。`, '用 zhice account list 查看全部账号。');
  return found;
}

const oneTimePassword = (): string => process.env['ZHICE_NEW_PASSWORD'] ?? newToken().slice(0, 16);

const tellPassword = (login: string, password: string): void => {
  if (process.env['ZHICE_NEW_PASSWORD'] === undefined) say(`一次性密码（只显示这一次，请当面交给本人）：${password}`);
  say(`${login} 首次使用时须换成自己的密码。`);
};

async function create(session: CliSession, options: NewAccountOptions): Promise<void> {
  const { accounts, actor, house } = session;
  const { login, name, volunteer } = options;
  const grants = options.role === undefined ? [] : [await grantOf(session, options)];
  const volunteerId = volunteer === undefined ? undefined : await volunteerNamed(house, volunteer);
  const password = oneTimePassword();
  await accounts.create(
    { login, displayName: name, password, volunteerId, grants, passwordIsTemporary: true },
    actor.accountId,
  );
  say(`已建立账号 ${login}（${name}）。`);
  tellPassword(login, password);
}

async function changeGrant(
  session: CliSession,
  act: 'grant' | 'revoke',
  login: string,
  options: GrantOptions,
): Promise<void> {
  const { accountId } = await known(session, login);
  const grant = await grantOf(session, options);
  await session.accounts[act](accountId, grant, session.actor.accountId);
  say(`${act === 'grant' ? '已授予' : '已撤销'} ${login} 的角色“${roleNames[grant.role]}”。`);
}

async function switchOff(session: CliSession, login: string): Promise<void> {
  await session.accounts.disable((await known(session, login)).accountId, session.actor.accountId);
  say(`已停用 ${login}。`);
}

async function switchOn(session: CliSession, login: string): Promise<void> {
  await session.accounts.enable((await known(session, login)).accountId, session.actor.accountId);
  say(`已恢复 ${login}。`);
}

async function reset(session: CliSession, login: string): Promise<void> {
  const password = oneTimePassword();
  await session.accounts.resetPassword((await known(session, login)).accountId, password, session.actor.accountId);
  tellPassword(login, password);
}

async function list(session: CliSession): Promise<void> {
  const { accounts, house } = session;
  const rows: { organization_id: string; name: string }[] = await house.read.query(
    'select organization_id, name from read.organization_directory',
  );
  const names = new Map(rows.map((row) => [row.organization_id, row.name]));
  const grantText = ({ role, organizationId }: Grant): string =>
    `${roleNames[role]}${organizationId ? `·${names.get(organizationId) ?? organizationId}` : ''}`;
  say(
    textTable(
      ['登录名', '姓名', '状态', '角色'],
      (await accounts.list()).map(({ login, displayName, disabledAt, grants }) => [
        login,
        displayName,
        disabledAt ? '停用' : '可用',
        grants.map(grantText).join('；'),
      ]),
    ),
  );
}

async function changeOwn({ accounts }: Machine, login: string): Promise<void> {
  const password = await passwordFrom('ZHICE_PASSWORD', `${login} 现在的密码`);
  const found = await accounts.signIn(login, password);
  if (!found) throw new CliFault('登录名或密码不正确，或账号已停用。');
  await accounts.changePassword(found.accountId, {
    password,
    newPassword: await newPasswordFrom('ZHICE_NEW_PASSWORD', '新密码'),
  });
  say('密码已更换，其他地方的登录已全部结束。');
}
