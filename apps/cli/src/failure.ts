import { CommanderError } from 'commander';
import { AccountRefused } from '#libs/access/account-refused';
import { PasswordsBusy } from '#libs/access/passwords';
import { NotAllowed } from '#libs/counter/counter';
import { FiguresUnsettled } from '#libs/counter/figures';
import { DemoRefused } from '#libs/demo/demo-refused';
import { ClockAstray, CommandIdReused, ChainBroken, ConflictPersists, Refused } from '#libs/event-store/ledger';
import { UnknownEvent } from '#libs/event-store/codec';
import {
  AppendOutcomeUnknown,
  EntryTooLarge,
  StoreDamaged,
  StoreFull,
  StoreOverloaded,
  StoreUnavailable,
  StreamDestroyed,
} from '#libs/event-store/port';
import { refusalText } from '#libs/forms/refusals.zh';
import { SheetRejected } from '#libs/intake/sheet-rejected';
import { StartRefused } from '#libs/postgres/fault';
import { KeyLost, SubjectFenced } from '#libs/privacy/key-ring';
import { ForeignCheckpoint } from '#libs/projection-engine/checkpoint';
import { RebuildLost, RebuildStopped } from '#libs/projection-engine/rebuild';
import { SwapBlocked } from '#libs/projection-engine/swap';
import { CliFault, type ExitCode } from './cli-fault.js';
import { usageText } from './usage.js';

/** What a user is told of a failure, and what the shell is told. */
export interface Told {
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly exitCode: ExitCode;
}

const notAllowed: Readonly<Record<NotAllowed['why'], string>> = {
  role_missing: '这个账号没有办理此事的角色。',
  other_line: '该党组织不向这条线报送，这条线只能查阅；请由其上级党组织办理。',
  out_of_scope: '此事不在这个账号所管理的党组织范围内。',
  not_found: '没有找到所指的对象，或它不在这个账号的范围内。',
};

const again = '请稍后重新执行；同一件事不会记两次。';

/** One sentence each; the class of an error says what to tell, never its English text. */
const sentences: readonly (readonly [new (...args: never[]) => Error, (error: never) => Told])[] = [
  [CliFault, ({ message, remedy, exitCode }: CliFault) => ({ message, remedy, exitCode })],
  [DemoRefused, ({ message, remedy }: DemoRefused) => ({ message, remedy, exitCode: 1 })],
  [StartRefused, ({ message, remedy }: StartRefused) => ({ message, remedy, exitCode: 3 })],
  [SheetRejected, ({ message, remedy }: SheetRejected) => ({ message, remedy, exitCode: 1 })],
  [NotAllowed, ({ why }: NotAllowed) => ({ message: notAllowed[why], exitCode: 1 })],
  [Refused, ({ refusal }: Refused) => ({ message: refusalText(refusal), exitCode: 1 })],
  [AccountRefused, ({ message }: AccountRefused) => ({ message, exitCode: 1 })],
  [PasswordsBusy, () => ({ message: '正在核对的密码太多。', remedy: again, exitCode: 1 })],
  [FiguresUnsettled, () => ({ message: '计算期间数据一直在变动。', remedy: again, exitCode: 1 })],
  [ConflictPersists, () => ({ message: '其他人正在同时修改这条记录。', remedy: again, exitCode: 1 })],
  [CommandIdReused, () => ({ message: '同一个编号已用于另一件事，没有写入。', exitCode: 1 })],
  [EntryTooLarge, () => ({ message: '内容过长，台账没有收下。', remedy: '请缩短文字后重试。', exitCode: 1 })],
  [SubjectFenced, () => ({ message: '此人的个人信息已经或正在删除，不能再写入。', exitCode: 1 })],
  [
    ChainBroken,
    ({ stream, revision }: ChainBroken) => ({
      message: `台账被改动过：${stream} 在第 ${revision} 条处断开。`,
      remedy: '请立即停止写入，执行 zhice verify，并从备份核对。',
      exitCode: 1,
    }),
  ],
  [
    StreamDestroyed,
    ({ stream }: StreamDestroyed) => ({
      message: `台账被改动过：有人在数据库里删除或截断了 ${stream}。`,
      remedy: '请立即停止写入，从备份恢复后执行 zhice verify。',
      exitCode: 1,
    }),
  ],
  [
    UnknownEvent,
    ({ message }: UnknownEvent) => ({
      message: `台账里有本版本不认识的记录：${message}`,
      remedy: '请换用写入它的版本或更新的版本。',
      exitCode: 1,
    }),
  ],
  [
    KeyLost,
    ({ kid }: KeyLost) => ({
      message: `密钥 ${kid} 丢失，对应的个人信息读不出来。`,
      remedy: '请从密钥库的备份恢复。',
      exitCode: 1,
    }),
  ],
  [
    RebuildStopped,
    ({ message }: RebuildStopped) => ({
      message: `重建停在一条无法折算的记录上，原有视图没有改动：${message}`,
      exitCode: 1,
    }),
  ],
  [RebuildLost, () => ({ message: '另一个进程接手了重建，本次没有改动任何视图。', remedy: again, exitCode: 1 })],
  [SwapBlocked, () => ({ message: '视图一直有人在读，没能换上重建的结果。', remedy: again, exitCode: 1 })],
  [
    ForeignCheckpoint,
    ({ message }: ForeignCheckpoint) => ({
      message: `视图来自另一份台账：${message}`,
      remedy: '请核对 DATABASE_URL 与 READ_DATABASE_URL 是否属于同一套系统。',
      exitCode: 3,
    }),
  ],
  [
    AppendOutcomeUnknown,
    () => ({ message: '与数据库的连接中断，不知道这一笔是否已经写入。', remedy: again, exitCode: 3 }),
  ],
  [
    ClockAstray,
    () => ({ message: '本机时钟不准，没有写入。', remedy: '请校准时钟（例如启用 NTP）后重试。', exitCode: 3 }),
  ],
  [
    StoreDamaged,
    () => ({
      message: '数据库文件有损坏，读不出其中的记录。',
      remedy: '请停止写入，执行 zhice verify 查明是哪几条，从备份恢复。',
      exitCode: 3,
    }),
  ],
  [
    StoreFull,
    () => ({ message: '数据库所在的磁盘已满，没有写入。', remedy: '请腾出空间后重试；查阅不受影响。', exitCode: 3 }),
  ],
  [StoreOverloaded, () => ({ message: '等待写入的太多。', remedy: again, exitCode: 3 })],
  [
    StoreUnavailable,
    () => ({ message: '连接不上台账数据库。', remedy: '请确认数据库正在运行，稍后重试。', exitCode: 3 }),
  ],
];

/** What to tell of anything that was thrown. An error without a sentence of its own is a fault of the program. */
export function toldOf(error: unknown): Told {
  if (error instanceof CommanderError)
    return { message: usageText(error), remedy: '用 zhice help <命令> 查看用法。', exitCode: 2 };
  const known = sentences.find(([kind]) => error instanceof kind);
  if (known) return known[1](error as never);
  const { code } = error as { code?: string };
  if (code?.startsWith('E') === true)
    return { message: `系统不让读写（${code}）。`, remedy: '请检查文件、目录的权限和磁盘空间。', exitCode: 3 };
  return {
    message: '程序出错，没有办成。',
    remedy: '请设 ZHICE_DEBUG=1 再执行一次，把技术细节交给维护人员。',
    exitCode: 1,
  };
}

/** Writes it to the error stream; the technical side only with ZHICE_DEBUG=1. Answers the exit code. */
export function tell(error: unknown): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { message, remedy, exitCode } = toldOf(error);
  process.stderr.write(`${message}\n${remedy === undefined ? '' : `处理办法：${remedy}\n`}`);
  if (process.env['ZHICE_DEBUG'] === '1') process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  return exitCode;
}
