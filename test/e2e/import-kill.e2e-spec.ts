import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { builtHouse } from '../support/built.js';

const unit = '示例市示例中心党总支';
const top = '某市委组织部';
const passwords: Readonly<Record<string, string>> = { admin: 'correct horse battery', office: 'office pass phrase', leader: 'leader pass phrase', approver: 'approver pass phrase' };
const samples = path.join(import.meta.dirname, '../samples');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line of a newcomer, on a ledger of its own with the embedded PostgreSQL. */
class Newcomer {
  constructor(
    private readonly cli: string,
    readonly folder: string,
  ) {}

  /** Killed with SIGKILL after so many milliseconds, if it has not ended by itself. */
  run(as: string, words: readonly string[], { killAfter, password = passwords[as] }: { readonly killAfter?: number; readonly password?: string | undefined } = {}): Promise<Ran> {
    const env = {
      PATH: process.env['PATH'],
      TMPDIR: os.tmpdir(),
      DATA_DIR: path.join(this.folder, 'data'),
      ZHICE_PASSWORD: password,
      ZHICE_NEW_PASSWORD: passwords[words.at(-1) ?? ''],
      ZHICE_ATTEST_PASSWORD: passwords['leader'],
      ZHICE_APPROVE_PASSWORD: passwords['approver'],
    };
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.cli, ...words, ...(as === '' ? [] : ['--as', as])], { cwd: this.folder, env });
      let out = '';
      let err = '';
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve({ code, out, err });
      });
    });
  }

  async must(as: string, ...words: string[]): Promise<string> {
    const { code, out, err } = await this.run(as, words);
    expect({ code, err: code === 0 ? '' : err + out }).toEqual({ code: 0, err: '' });
    return out;
  }

  /** A command that nobody is signed in for, with a password that is asked for. */
  async at(password: string | undefined, ...words: string[]): Promise<void> {
    const { code, err } = await this.run('', words, { password });
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  }
}

const imports: readonly (readonly string[])[] = [
  ['import', 'teams', path.join(samples, 'annex-3-team-register.xlsx'), '--register-under', top, '--full-members', '34', '--probationary-members', '0', '--counted-on', '2026-07-01', '--form-date', '2026-07-01', '--formation-title', '关于组建党员志愿服务队的通知', '--formation-dated-on', '2026-01-05', '--yes'],
  ['import', 'roster', path.join(samples, 'annex-2-roster.xlsx'), '--organization', unit, '--enrolled-on', '2026-01-05', '--leader-post', '班子成员', '--yes'],
  ['import', 'sign-in', path.join(samples, 'sign-in-sheets-2026.xlsx'), '--organization', unit, '--paper', path.join(samples, 'sign-in-sheets-2026.pdf'), '--late-reason', 'PAPER_SHEET_DELAYED', '--attest-as', 'leader', '--approve-as', 'approver', '--yes'],
];

/** What the unit sees in the end, without ids and positions, which differ from ledger to ledger. */
async function endState(newcomer: Newcomer): Promise<unknown> {
  const json = async (...words: string[]): Promise<unknown> => JSON.parse(await newcomer.must('office', ...words, '--organization', unit, '--json')) as unknown;
  const all = [
    await json('annex', '2', '--form-date', '2026-07-01'),
    await json('annex', '3', '--form-date', '2026-07-01'),
    await json('volunteer-year', '--year', '2026'),
    await json('team-year', '--year', '2026'),
    await json('coverage'),
  ];
  return JSON.parse(JSON.stringify(all, (key, value: unknown) => (/Id$|[pP]osition$/.test(key) ? undefined : value)));
}

describe('an import killed with kill -9 and given again', () => {
  const folders: string[] = [];
  let undisturbed: unknown;

  const newcomer = async (): Promise<Newcomer> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-kill-'));
    await chmod(folder, 0o755);
    folders.push(folder);
    const made = new Newcomer((await builtHouse()).cli, folder);
    await made.at(passwords['admin'], 'setup', '--login', 'admin', '--organization', top, '--unit', top);
    for (const [login, role] of [['office', 'CITY_OFFICE'], ['leader', 'TEAM_LEADER'], ['approver', 'APPROVER']] as const) {
      const out = await made.must('admin', 'account', 'create', '--login', login, '--name', login, '--role', role, '--organization', top);
      const temporary = /：(\S+)\s*$/m.exec(out.split('\n').find((line) => line.includes('密码')) ?? '')?.[1];
      await made.at(temporary, 'account', 'password', login);
    }
    return made;
  };

  beforeAll(async () => {
    const calm = await newcomer();
    for (const words of imports) await calm.must('office', ...words);
    undisturbed = await endState(calm);
  }, 600_000);

  afterAll(async () => {
    for (const folder of folders) {
      // A killed process leaves the server to whoever comes next; here nobody does.
      await readFile(path.join(folder, 'data/pg/postmaster.pid'), 'utf8').then(
        (text) => process.kill(Number(text.split('\n')[0]), 'SIGINT'),
        () => undefined,
      );
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    }
  }, 60_000);

  it('shows, undisturbed, what the sheets say', () => {
    const [annex2, annex3, volunteerYear, teamYear, coverage] = undisturbed as [
      Readonly<Record<string, unknown>>,
      { staffHeadcount: number; partyOrganizations: readonly { teams: readonly { volunteerCount: number }[] }[] },
      { items: readonly { serviceMinutes: number; missingMinutes: number }[] },
      { items: readonly { activities: number; missingActivities: number }[] },
      { items: readonly unknown[] },
    ];
    expect(Object.values(annex2).find(Array.isArray)).toHaveLength(26);
    expect(annex3.staffHeadcount).toBe(90);
    expect(annex3.partyOrganizations[0]?.teams.map(({ volunteerCount }) => volunteerCount)).toEqual([7, 7, 8, 4]);
    expect(volunteerYear.items.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(31_860);
    expect(volunteerYear.items.filter(({ missingMinutes }) => missingMinutes > 0)).toHaveLength(22);
    expect(teamYear.items.map(({ activities, missingActivities }) => [activities, missingActivities])).toEqual([[12, 0], [12, 0], [12, 0], [11, 0]]);
    expect(coverage.items[0]).toMatchObject({ volunteers: 26, teams: 4, ratio: { needed: 11, met: true }, teamCount: { within: false, expected: { min: 2, max: 3 }, clause: expect.stringMatching(/^Z-2/) } });
  });

  it('ends like an undisturbed one, with every entry of the log in order', async () => {
    const disturbed = await newcomer();
    let killed = 0;
    for (const words of imports) {
      for (const milliseconds of [900, 1_300, 1_800, 2_500]) {
        const { code } = await disturbed.run('office', words, { killAfter: milliseconds });
        if (code === null) killed += 1;
      }
      await disturbed.must('office', ...words);
    }
    expect(killed).toBeGreaterThanOrEqual(4);
    expect(await endState(disturbed)).toEqual(undisturbed);
    expect(await disturbed.must('', 'verify')).toContain('全部相符');
  }, 900_000);
});
