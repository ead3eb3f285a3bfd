import type { Command } from 'commander';
import { noteAccess } from '#libs/access/access-log';
import { Accounts } from '#libs/access/accounts';
import type { Actor } from '#libs/access/actor';
import { NotAllowed } from '#libs/counter/counter';
import { openHouse, type House, type HouseOptions } from '#libs/house/house';
import { CliFault, usageFault } from './cli-fault.js';
import { dataDirOf } from './place.js';
import { newPasswordFrom, passwordFrom } from './prompt.js';
import { Stopping } from './stopping.js';
import { note } from './text.js';

/** The house opened at the machine, by nobody in particular: for set-up, checks and rebuilds. */
export interface Machine {
  readonly house: House;
  readonly accounts: Accounts;
  /** Waits until every window and reaction has seen the end of the log. Throws CliFault when that takes over two minutes. */
  readonly settled: () => Promise<void>;
  /** Lets work end at a good place when somebody wants it to stop. */
  readonly letEnd: Stopping['letEnd'];
  readonly close: () => Promise<void>;
}

/** The same for somebody who has signed in. */
export interface CliSession extends Machine {
  readonly actor: Actor;
  /** A second person at the same keyboard, for what two have to see. The password comes from `variable` or is asked for. */
  readonly signIn: (login: string, variable: string) => Promise<Actor>;
}

export interface CliOptions {
  /** Login; the program's own `--as` where a command has none. */
  readonly as?: string | undefined;
}

/** `now`: the ledger's clock, for a made-up past. */
export type OpenMachine = (options?: Pick<HouseOptions, 'now'>) => Promise<Machine>;
/** Throws StartRefused and CliFault. */
export type OpenCli = (options?: CliOptions) => Promise<CliSession>;

const settleMillisecondsMax = 120_000;

export interface Sessions {
  readonly openMachine: OpenMachine;
  readonly openCli: OpenCli;
}

/** Sessions of one run; `--as` may stand before or after the command. */
export function sessionsOf(program: Command): Sessions {
  return {
    openMachine,
    openCli: (options) => openCli(options?.as ?? program.opts<CliOptions>().as),
  };
}

async function openMachine(options: Pick<HouseOptions, 'now'> = {}): Promise<Machine> {
  const house = await openHouse({
    ...options,
    dataDir: dataDirOf(process.env),
    env: process.env,
    report: note,
    onError: (error) => {
      if (process.env['ZHICE_DEBUG'] === '1') note(String(error.stack));
    },
  });
  house.engine.start();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    stopping.listenNoMore();
    return (closing ??= house.close());
  };
  const stopping = new Stopping(close);
  const letEnd: Stopping['letEnd'] = (work) => stopping.letEnd(work);
  return { house, accounts: new Accounts(house.main), settled: () => settle(house), letEnd, close };
}

/** Reactions write new entries, so the end is reached when it did not move while it was waited for. */
async function settle({ store, engine }: House): Promise<void> {
  for (;;) {
    const head = await store.head();
    if (head === null) return;
    if (!(await engine.waitFor(head, settleMillisecondsMax)))
      throw new CliFault('视图两分钟内没有跟上台账。', '请用 zhice status 查看落后或停下的视图，稍后重试。');
    if ((await store.head()) === head) return;
  }
}

async function openCli(login: string | undefined): Promise<CliSession> {
  if (login === undefined)
    throw usageFault('这个命令要以某个账号的名义办理。', '请加 --as <登录名>，密码可用环境变量 ZHICE_PASSWORD 传入。');
  const machine = await openMachine();
  try {
    const signIn = (name: string, variable: string): Promise<Actor> => signedIn(machine.accounts, name, variable);
    const actor = await signIn(login, 'ZHICE_PASSWORD');
    return { ...machine, actor, signIn };
  } catch (error) {
    await machine.close();
    throw error;
  }
}

async function signedIn(accounts: Accounts, login: string, variable: string): Promise<Actor> {
  const password = await passwordFrom(variable, `${login} 的密码`);
  const found = await accounts.signIn(login, password);
  if (!found) throw new CliFault('登录名或密码不正确，或账号已停用。');
  const { passwordIsTemporary, ...actor } = found;
  if (passwordIsTemporary) {
    // Somebody else knows it: nothing is done in this person's name before they chose their own.
    note(`${login} 用的是一次性密码，请先换成自己的密码。`);
    await accounts.changePassword(actor.accountId, {
      password,
      newPassword: await newPasswordFrom('ZHICE_NEW_PASSWORD', '新密码'),
    });
  }
  return actor;
}

/** Runs `work` and closes in every case; what was not allowed is noted in the access log, as at the other door. */
export async function using<S extends Machine>(
  opening: Promise<S>,
  work: (session: S) => Promise<void>,
): Promise<void> {
  const session = await opening;
  try {
    await work(session);
  } catch (error) {
    if (error instanceof NotAllowed && 'actor' in session) {
      const { accountId } = session.actor as Actor;
      await noteAccess(session.house.main.manager, {
        at: new Date(),
        act: 'denied',
        by: accountId,
        accountId,
        details: { why: error.why },
      });
    }
    throw error;
  } finally {
    await session.close();
  }
}
