import { KeeperFault } from '#libs/sealing/keeper-home';
import { CliFault } from './cli-fault.js';

type Words = (place: string) => readonly [message: string, remedy: string];

const words: Readonly<Record<KeeperFault['why'], Words>> = {
  no_key: (place) => [`还没有密钥（${place}）。`, '第一次使用请先执行 key 子命令，生成密钥。'],
  key_missing: (place) => [
    `密钥文件 ${place} 不见了。`,
    '请找回原文件；找不回的，按“密钥丢失”办理，见 docs/audit-guide.md。',
  ],
  memory_missing: (place) => [
    `记着“签到哪里”的文件 ${place} 不见了，没有签名：没有它就可能给两份不同的历史签名。`,
    '请找回原文件；找不回的，按“签名记忆丢失”办理，见 docs/audit-guide.md。',
  ],
  other_name: (name) => [`这个文件夹里的密钥名叫 ${name}。`, '请核对名称，或换一个文件夹。'],
  bad_name: (name) => [`“${name}”不能作密钥的名称。`, '名称里不能有空格和加号，最长 200 个字符。'],
  taken: (place) => [`另一个进程正在使用 ${place}。`, '同一时刻只能有一个；请先停下另一个。'],
  old_key_stays: (place) => [`上一次更换的旧密钥 ${place} 还在共同签名。`, '请先执行 retire 子命令让它退出。'],
};

/** What a person can do about the folder of a signer or witness; anything else is thrown as it is. */
export async function keeperExplained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KeeperFault)) throw error;
    throw new CliFault(...words[error.why](error.place));
  }
}

/** Ends with the first SIGINT or SIGTERM. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
