import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Accounts } from '#libs/access/accounts';
import { settled } from '#libs/importing/settled';
import {
  approver,
  attester,
  importBench,
  importer,
  samplePath,
  type ImportBench,
} from '../../../test/support/import-bench.js';
import { CliFault } from './cli-fault.js';
import { registerImportCommands } from './import.command.js';

const unit = '示例市示例中心党总支';
const formation = [
  '--formation-title',
  '关于组建党员志愿服务队的通知',
  '--formation-dated-on',
  '2025-12-01',
  '--form-date',
  '2026-07-01',
  '--full-members',
  '32',
  '--probationary-members',
  '2',
];

const sheet = ['--paper', samplePath('paper'), '--late-reason', '纸质签到表迟交'];

describe('zhice import and zhice attest', () => {
  let bench: ImportBench;
  let folder: string;
  let said: string;
  let signedIn = importer;

  const run = async (...words: string[]): Promise<string> => {
    const session = {
      house: bench.house,
      accounts: new Accounts(bench.house.main),
      actor: signedIn,
      settled: async () => void (await settled(bench.house)),
      letEnd: <T>(work: (stop: AbortSignal) => Promise<T>) => work(new AbortController().signal),
      signIn: async (login: string) => (login === 'approver' ? approver : attester),
      close: async () => undefined,
    };
    const program = new Command('zhice').exitOverride();
    registerImportCommands(program, { openCli: async () => session, openMachine: async () => session });
    said = '';
    await program.parseAsync(words, { from: 'user' });
    return said;
  };
  const resultFile = () => path.join(folder, 'result.json');
  const readResult = async () =>
    JSON.parse(await readFile(resultFile(), 'utf8')) as {
      batchId: string;
      counts: unknown;
      minutes?: unknown;
      rows: object[];
      faults: object[];
    };

  beforeAll(async () => {
    bench = await importBench();
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-cli-import-'));
  }, 60_000);

  beforeEach(() => {
    signedIn = importer;
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('previews and writes nothing until somebody says yes', async () => {
    const head = await bench.house.store.head();
    await expect(
      run('import', 'teams', samplePath('teams'), '--register-under', '示例市委组织部', ...formation),
    ).rejects.toThrow('以上是预检结果，没有写入任何内容。');
    expect(said).toContain('表中 4 行，可写入 4 行；错误 0 处');
    expect(await bench.house.store.head()).toBe(head);
  });

  it('writes nothing while the preview has obstacles, not even with --yes', async () => {
    await expect(
      run('import', 'teams', samplePath('teams'), '--register-under', '示例市委组织部', '--yes'),
    ).rejects.toThrow(CliFault);
    expect(said).toContain('不能导入：缺少组建文件标题');
  });

  it('brings teams, roster and sign-in sheets, has a second person attest, and compares the minutes', async () => {
    await run(
      'import',
      'teams',
      samplePath('teams'),
      '--register-under',
      '示例市委组织部',
      ...formation,
      '--yes',
      '--result',
      resultFile(),
    );
    expect(said).toContain('已写入：单位 1、服务队 4。');
    expect((await readResult()).counts).toEqual({
      rowsRead: 4,
      WRITTEN: { UNIT: 1, TEAM: 4 },
      EXISTING: {},
      REFUSED: {},
    });
    await run(
      'import',
      'roster',
      samplePath('roster'),
      '--organization',
      unit,
      '--enrolled-on',
      '2026-01-01',
      '--leader-post',
      '党总支委员',
      '--yes',
      '--result',
      resultFile(),
    );
    expect(said).toContain('已写入：志愿者 26、队长 4。');
    await expect(run('import', 'sign-in', samplePath('signIn'), '--organization', unit, '--yes')).rejects.toThrow(
      CliFault,
    );
    expect(said).toContain('不能导入：批量登记须附纸质签到表');
    expect(said).toContain('请用 --late-reason 说明原因');
    await run(
      'import',
      'sign-in',
      samplePath('signIn'),
      '--organization',
      unit,
      ...sheet,
      '--yes',
      '--result',
      resultFile(),
    );
    expect(said).toContain('台账已计入 0 分钟');
    const { batchId } = await readResult();
    expect(said).toContain(`待确认：请由另一人执行 zhice attest --batch ${batchId} --as <登录名>。`);
    signedIn = attester;
    await run('attest', '--batch', batchId);
    expect(said).toContain('已确认 12 个场次，共 12 个。');
    expect(said).toMatch(/其中 \d+ 分钟待第三人批准/);
    expect(said).toContain(`待批准：请由第三人执行 zhice approve --batch ${batchId} --as <登录名>。`);
    await run('approve', '--batch', batchId);
    expect(said).toMatch(/已批准逾期补录 0 条。\n {2}未批准 \d+ 条：.*第三人/);
    signedIn = approver;
    await run('approve', '--batch', batchId, '--note', '已核对扫描件');
    expect(said).toMatch(/已批准逾期补录 \d{3} 条。/);
    expect(said).toContain('表中可写入的共 31860 分钟（531小时），台账已计入 31860 分钟（531小时），两者一致。');
  }, 60_000);

  it('keeps names and telephone numbers out of the result file', async () => {
    await run(
      'import',
      'roster',
      samplePath('roster'),
      '--organization',
      unit,
      '--enrolled-on',
      '2026-01-01',
      '--leader-post',
      '党总支委员',
      '--yes',
      '--result',
      resultFile(),
    );
    const text = await readFile(resultFile(), 'utf8');
    expect(text).not.toMatch(/朱言|890\d{5}|13100001002/);
    expect((await readResult()).rows[0]).toMatchObject({
      row: 5,
      outcome: 'WRITTEN',
      outcomeText: '已写入',
      volunteerNumber: '2026000001',
    });
    expect((await readResult()).faults).toHaveLength(2);
  });

  it('says that a finished import is finished and shows its result again', async () => {
    // A finished import needs neither paper nor reason again.
    await run('import', 'sign-in', samplePath('signIn'), '--organization', unit, '--result', resultFile());
    expect(said).toMatch(/^这份表已于 .* 导入完成，不再写入任何内容。/);
    expect((await readResult()).minutes).toEqual({
      fileMinutes: 31_860,
      creditedMinutes: 31_860,
      heldMinutes: 0,
      conflictedMinutes: 0,
    });
  });

  it('refuses other options the second time and a self-made attestation', async () => {
    await expect(
      run('import', 'roster', samplePath('roster'), '--organization', unit, '--enrolled-on', '2026-02-01'),
    ).rejects.toThrow('--enrolled-on：第一次是 2026-01-01，这次是 2026-02-01');
    signedIn = attester;
    await expect(
      run('import', 'sign-in', samplePath('signIn'), '--organization', unit, '--attest-as', 'leader'),
    ).rejects.toThrow('请由另一个账号确认');
    const together = ['--attest-as', 'leader', '--approve-as', 'leader'];
    signedIn = importer;
    await expect(run('import', 'sign-in', samplePath('signIn'), '--organization', unit, ...together)).rejects.toThrow(
      '以外的第三人批准',
    );
  });

  it('takes the teams of a roster from a file of rows and names', async () => {
    const teams = path.join(folder, 'teams.csv');
    const roster = path.join(folder, 'roster.csv');
    await writeFile(teams, '行号,队伍名称\n2,示例中心党员志愿服务队4队（城郊队）\n');
    await writeFile(
      roster,
      '姓名,性别,年龄,学历,入党时间,民族,主要志愿服务项目,联系方式\n丁示例,男,31,大专,2024.4,汉,帮扶,89001333\n',
    );
    await expect(
      run('import', 'roster', roster, '--organization', unit, '--form-date', '2026-07-01', '--teams', teams),
    ).rejects.toThrow('预检结果');
    expect(said).toContain('示例中心党员志愿服务队4队（城郊队） 1 人');
  });

  it.each([
    [['import', 'roster', 'nowhere.xlsx', '--organization', unit], '没有找到文件'],
    [['import', 'roster', samplePath('roster'), '--organization', unit, '--enrolled-on', '2026-02-30'], '不是日期'],
    [['import', 'roster', samplePath('roster'), '--organization', unit, '--accept-namesake', '五'], '不是行号'],
    [['import', 'roster', samplePath('roster')], '请用 --organization 指明党组织'],
    [['import', 'teams', samplePath('teams')], '二选一'],
    [['import', 'teams', samplePath('teams'), '--kind', '俱乐部'], '没有“俱乐部”这一类'],
    [
      ['import', 'members', samplePath('members'), '--organization', unit, '--participant-kind', '路人'],
      '没有“路人”这一类',
    ],
    [['attest', '--batch', '17'], '不是批次号'],
    [['approve', '--batch', '17'], '不是批次号'],
    [['import', 'sign-in', samplePath('signIn'), '--late-reason', '太忙'], '没有“太忙”这一类'],
    [['import', 'sign-in', samplePath('signIn'), '--approve-as', 'approver'], '须与 --attest-as 一起写'],
    [['import', 'sign-in', samplePath('signIn'), '--organization', unit, '--paper', 'nowhere.pdf'], '没有找到文件'],
  ])('says in Chinese what is wrong with %j', async (words, sentence) => {
    await expect(run(...words)).rejects.toThrow(sentence);
  });
});
