import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { auditorChecks, repeatedReviews } from './test-auditor.js';
import { jsonOf, run, TestZhice, type Ran } from './test-zhice.js';

const administrator = 'correct horse battery';
const centre = '示例市示例中心党总支';

describe('zhice in a process of its own', () => {
  let cli: TestZhice;
  /** The demo's: in January it is the year before. */
  let year: number;
  const zhice = (...words: string[]): Promise<Ran> => cli.run(...words);
  const as = (login: string, ...words: string[]): Promise<Ran> => cli.as(login, ...words);

  beforeAll(async () => {
    cli = await TestZhice.open();
  }, 300_000);

  afterAll(() => cli.end());

  it('explains itself in Chinese and answers 2 for words it does not understand', async () => {
    const help = await zhice('--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('用法： zhice');
    expect(help.out).not.toMatch(/Usage|Options|Commands|display help/);
    const unknown = await zhice('nope');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('没有 nope 这个命令。');
    const unsigned = await zhice('history', '2026000001');
    expect(unsigned.code).toBe(2);
    expect(unsigned.err).toContain('--as');
  }, 60_000);

  it('is started by its launcher from any folder, a rebuild in a process with a small heap', async () => {
    const launched = (...words: string[]): Promise<{ stdout: string }> =>
      run(process.execPath, [path.join(import.meta.dirname, 'zhice.mjs'), ...words], { cwd: cli.folder });
    expect((await launched('--version')).stdout.trim()).toBe('0.1.0');
    expect((await launched('rebuild', '--help')).stdout).toContain('用法： zhice rebuild');
    await expect(launched('rebuild', '--no-such-option')).rejects.toMatchObject({ code: 2 });
  }, 120_000);

  it('is set up once, with the password out of the environment', async () => {
    const words = ['setup', '--login', 'admin', '--organization', '某市委组织部', '--unit', '某市委组织部'];
    const short = await cli.with({ ZHICE_PASSWORD: 'too short' }, ...words);
    expect(short.code).toBe(1);
    expect(short.err).toContain('密码长度须为 12 至 128 个字符');
    cli.passwords.set('admin', administrator);
    const first = await cli.with({ ZHICE_PASSWORD: administrator }, ...words);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('接下来');
    const second = await cli.with({ ZHICE_PASSWORD: administrator }, ...words);
    expect(second.code).toBe(1);
    expect(second.err).toContain('首次设置只能做一次');
  }, 120_000);

  it('makes an account whose one-time password is good for nothing but choosing another', async () => {
    const office = ['--login', 'office', '--name', '党办', '--role', 'CITY_OFFICE', '--organization', '某市委组织部'];
    const created = await as('admin', 'account', 'create', ...office);
    expect(created.code).toBe(0);
    const oneTime = /一次性密码[^：]*：(\S+)/.exec(created.out)?.[1] ?? '';
    cli.passwords.set('office', oneTime);
    const early = await as('office', 'organization', 'list');
    expect(early).toMatchObject({ code: 2, out: '' });
    const own = '一句自己才知道的好记的话';
    const changed = await cli.with(
      { ZHICE_PASSWORD: oneTime, ZHICE_NEW_PASSWORD: own },
      'organization',
      'list',
      '--json',
      '--as',
      'office',
    );
    expect(jsonOf<{ name: string }[]>(changed).map(({ name }) => name)).toEqual(['某市委组织部']);
    expect(await as('office', 'organization', 'list')).toMatchObject({ code: 1 });
    cli.passwords.set('office', own);
  }, 120_000);

  it('keeps the ledger from the administrator and accounts from everybody else', async () => {
    const reading = await as('admin', 'organization', 'list');
    expect(reading).toMatchObject({ code: 1, out: '' });
    expect(reading.err).toContain('没有办理此事的角色');
    expect(await as('office', 'account', 'list')).toMatchObject({ code: 1, out: '' });
  }, 60_000);

  it('loads the demo and says each password once', async () => {
    const first = await zhice('demo');
    expect(first).toMatchObject({ code: 0 });
    year = Number(/（(\d{4}) 年度）/.exec(first.out)?.[1]);
    for (const [, login = '', password = ''] of first.out.matchAll(/^ {2}(demo-\S+)\s+(\S+)/gm))
      cli.passwords.set(login, password);
    expect([...cli.passwords.keys()]).toEqual(expect.arrayContaining(['demo-office', 'demo-auditor', 'demo-recorder']));
    const before = jsonOf<{ head: string }>(await zhice('status', '--json')).head;
    const second = await zhice('demo');
    expect(second.out).not.toContain(cli.passwords.get('demo-office'));
    expect(jsonOf<{ head: string }>(await zhice('status', '--json')).head).toBe(before);
  }, 240_000);

  it('prints Annex 3 with its total, and contacts in full only for those who hand it up', async () => {
    const printed = await as(
      'demo-office',
      ...['annex', '3', '--organization', centre, '--out', '附件3.html'],
      '--purpose',
      'HAND_IN',
    );
    expect(printed.code).toBe(0);
    const html = await readFile(path.join(cli.folder, '附件3.html'), 'utf8');
    expect(html).toContain('总计　4　支');
    expect(html).toContain('总计 26人');
    expect(html).toContain('13100000001');
    const looked = await as('demo-auditor', 'annex', '3', '--organization', centre, '--purpose', 'HAND_IN');
    expect(looked.out).toContain('131****0001');
    expect(looked.out).not.toContain('13100000001');
    const four = jsonOf<{ units: { teamCount: number; volunteerCount: number }[] }>(
      await as('demo-city', 'annex', '4', '--organization', '示例区委组织部', '--json'),
    );
    expect(four.units.map(({ teamCount, volunteerCount }) => [teamCount, volunteerCount])).toEqual(
      expect.arrayContaining([
        [4, 26],
        [2, 18],
      ]),
    );
  }, 120_000);

  it('replays a person to the same minutes as the book of the year, as text and as JSON', async () => {
    interface Item {
      volunteerNumber: string;
      serviceMinutes: number;
      missingMinutes: number;
    }
    const { items } = jsonOf<{ items: Item[] }>(
      await as('demo-auditor', 'volunteer-year', '--organization', centre, '--year', String(year), '--json'),
    );
    const served = items.find(({ serviceMinutes }) => serviceMinutes > 0);
    const number = served?.volunteerNumber ?? '';
    const replayed = jsonOf<{ totals: { years: { year: number; serviceMinutes: number }[] } }>(
      await as('demo-auditor', 'history', number, '--json'),
    );
    expect(replayed.totals.years).toContainEqual(
      expect.objectContaining({ year, serviceMinutes: served?.serviceMinutes }),
    );
    const text = await as('demo-auditor', 'history', number);
    expect(text.out).toContain(`${year} 年度：`);
    expect(text.out).toContain(`（${served?.serviceMinutes} 分钟）`);
    expect(text.out).toContain('哈希链从头到尾校验无误');
    const short = await as(
      'demo-auditor',
      'volunteer-year',
      '--organization',
      centre,
      '--year',
      String(year),
      '--short',
      '--json',
    );
    expect(jsonOf<{ items: Item[] }>(short).items.every(({ missingMinutes }) => missingMinutes > 0)).toBe(true);
  }, 120_000);

  it('shows no whole ID number unless asked to, and a person only to those above them', async () => {
    const masked = await as('demo-auditor', 'history', `${year - 1}000001`);
    expect(masked.out).toMatch(/340\*{11}\d{3}[\dX]/);
    expect(masked.out).not.toContain('340199');
    const purposeless = await as('demo-auditor', 'history', `${year - 1}000001`, '--open-sealed');
    expect(purposeless).toMatchObject({ code: 2, out: '', err: expect.stringContaining('须说明用途') });
    const opened = await as('demo-auditor', 'history', `${year - 1}000001`, '--open-sealed', '--purpose', 'AUDIT');
    expect(opened.out).toContain('340199');
    expect((await as('demo-auditor', 'privacy', 'looked', `${year - 1}000001`)).out).toContain('审计检查');
    expect(await as('demo-street', 'history', `${year - 1}000001`)).toMatchObject({ code: 1, out: '' });
    const house = await cli.house();
    const { rows } = await house.mainPool.query<{ act: string }>(`select distinct act from access.access_log`);
    await house.close();
    expect(rows.map(({ act }) => act)).toEqual(expect.arrayContaining(['sealed_data_opened', 'denied']));
  }, 120_000);

  it('names the team under ten activities and leaves conclusions to people', async () => {
    const teams = await as('demo-branch', 'team-year', '--organization', centre, '--year', String(year), '--short');
    expect(teams.out).toContain('“书香”党员志愿服务队');
    expect(teams.out).not.toContain('“暖阳”党员志愿服务队');
    const prepared = await as('demo-branch', 'review', 'prepare', '--organization', centre, '--year', String(year));
    expect(prepared.out).toContain('未到目标的服务队 1 支：“书香”党员志愿服务队');
    const confirm = (volunteer: string): Promise<Ran> =>
      as('demo-branch', 'review', 'confirm', volunteer, '--conclusion', '达标', '--year', String(year));
    expect(await confirm(`${year - 1}000003`)).toMatchObject({ code: 1, out: '' });
    expect(await confirm(`${year - 1}000001`)).toMatchObject({ code: 0 });
    await repeatedReviews(as, `${year - 1}000001`, year);
  }, 180_000);

  it('works beside another process on the same embedded database', async () => {
    const house = await cli.house();
    house.engine.start();
    const registered = await as(
      'demo-county',
      'organization',
      'register',
      '--name',
      '示例新支部',
      '--unit',
      '示例新单位',
      '--kind',
      '党支部',
      '--parent',
      '示例区委组织部',
    );
    expect(registered).toMatchObject({ code: 0 });
    const head = await house.store.head();
    expect(head !== null && (await house.engine.waitFor(head, 20_000))).toBe(true);
    const found = await house.read.query<{ name: string }[]>(
      `select name from read.organization_directory where name = '示例新支部'`,
    );
    expect(found).toHaveLength(1);
    await house.close();
  }, 120_000);

  it('rebuilds every table to the same, and finds a figure that somebody changed by hand', async () => {
    const rebuilt = await zhice('rebuild');
    expect(rebuilt.code).toBe(0);
    const verdicts = rebuilt.out.split('\n').filter((line) => /[0-9a-f]{16} {2}[0-9a-f]{16}/.test(line));
    expect(verdicts.length).toBeGreaterThan(30);
    expect(verdicts.filter((line) => !line.endsWith('  一致'))).toEqual([]);
    // How far, how fast and how long still.
    expect(rebuilt.err).toMatch(/重放 \d+%（\d+\/\d+ 条，\d+ 条\/秒，还需 \d+ 秒）/);
    const house = await cli.house();
    await house.readPool.query(
      'update read.volunteer_year set service_minutes = service_minutes + 60 where volunteer_id = (select volunteer_id from read.volunteer_year order by 1 limit 1)',
    );
    await house.close();
    const changed = await zhice('rebuild', 'volunteer-year');
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('不一致');
    expect(await zhice('rebuild', 'volunteer-year')).toMatchObject({ code: 0 });
    expect(await zhice('rebuild', 'no-such-window')).toMatchObject({ code: 2 });
  }, 180_000);

  it(
    'gives an auditor a checkpoint and one history, which he checks without the ledger',
    () => auditorChecks(cli, { organization: centre, year }),
    180_000,
  );

  it('verifies the log, and finds an entry that was changed and one that was taken out', async () => {
    const sound = await zhice('verify');
    expect(sound.code).toBe(0);
    expect(sound.out).toContain('全部相符');
    const credited = `(select min(position) from ledger.entry where type = 'ServiceHoursCredited' and entry like '%"serviceMinutes":180,%')`;
    await cli.asSuperuser(
      `update ledger.entry set entry = replace(entry, '"serviceMinutes":180,', '"serviceMinutes":181,') where position = ${credited}`,
    );
    const changed = await zhice('verify');
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('签名不符');
    expect(changed.out).toContain('前一条或本条被改动过');
    await cli.asSuperuser(
      `update ledger.entry set entry = replace(entry, '"serviceMinutes":181,', '"serviceMinutes":180,') where entry like '%"serviceMinutes":181,%'`,
    );
    expect(await zhice('verify')).toMatchObject({ code: 0 });
    await cli.asSuperuser(`delete from ledger.entry where position = ${credited}`);
    const removed = await zhice('verify');
    expect(removed.code).toBe(1);
    expect(removed.out).toContain('其间的记录不见了');
  }, 180_000);
});
