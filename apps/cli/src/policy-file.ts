import { readFile } from 'node:fs/promises';
import { NotAPolicy, readPolicy, type Policy } from '#libs/proof/policy';
import { CliFault } from './cli-fault.js';
import { fileAt } from './place.js';

/** Throws CliFault. */
export const textAt = async (name: string): Promise<string> => (await bytesAt(name)).toString('utf8');

/** Throws CliFault. */
export const bytesAt = (name: string): Promise<Buffer> =>
  readFile(fileAt(name)).catch((error: NodeJS.ErrnoException) => {
    throw new CliFault(`读不了文件 ${name}（${error.code ?? error.message}）。`, '请核对文件名和权限。');
  });

/** Whom the reader of a file believes. Throws CliFault. */
export async function policyAt(name: string): Promise<Policy> {
  try {
    return readPolicy(await textAt(name));
  } catch (error) {
    if (error instanceof NotAPolicy) throw new CliFault(`策略文件有误：${error.message}`, '请对照纸面记录改正。');
    throw error;
  }
}
