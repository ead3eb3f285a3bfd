import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Accounts } from '#libs/access/accounts';
import { settled } from '#libs/importing/settled';
import { importBench, importer, type ImportBench } from '../../../test/support/import-bench.js';
import { registerImportCommands } from './import.command.js';

const unit = '示例市委组织部';

describe('zhice import organizations', () => {
  let bench: ImportBench;
  let folder: string;
  let said = '';

  const run = async (...words: string[]): Promise<string> => {
    const session = {
      house: bench.house,
      accounts: new Accounts(bench.house.main),
      actor: importer,
      settled: async () => void (await settled(bench.house)),
      letEnd: <T>(work: (stop: AbortSignal) => Promise<T>) => work(new AbortController().signal),
      signIn: async () => importer,
      close: async () => undefined,
    };
    const program = new Command('zhice').exitOverride();
    registerImportCommands(program, { openCli: async () => session, openMachine: async () => session });
    said = '';
    await program.parseAsync(['import', ...words], { from: 'user' });
    return said;
  };

  beforeAll(async () => {
    bench = await importBench();
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-cli-organizations-'));
  }, 120_000);
  beforeEach(() => {
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('writes an empty sheet of organizations, and registers a tree from a filled one', async () => {
    const empty = path.join(folder, '党组织登记表.xlsx');
    expect(await run('organizations-template', empty)).toContain(empty);
    await expect(run('organizations', empty, '--organization', unit)).rejects.toThrow('没有可写入的行');
    const result = path.join(folder, 'result.json');
    const tree = path.join(folder, 'tree.csv');
    await writeFile(
      tree,
      '党组织名称,类别,上级党组织,单位名称\n第一党小组,党小组,第一党支部,示例\n第一党支部,支部,,示例\n',
    );
    const words = ['organizations', tree, '--organization', unit, '--result', result, '--yes'];
    await expect(run(...words)).rejects.toThrow('没有可写入的行');
    expect(said).toContain('请补填，或用 --registered-on 为整张表写明');
    expect(await run(...words, '--registered-on', '2026-01-05')).toContain('已写入：党组织 2');
    expect(JSON.parse(await readFile(result, 'utf8'))).toMatchObject({
      counts: { rowsRead: 2, WRITTEN: { ORGANIZATION: 2 } },
    });
    expect(await run(...words, '--registered-on', '2026-01-05')).toContain('不再写入任何内容');
  }, 120_000);
});
