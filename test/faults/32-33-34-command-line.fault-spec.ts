import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CuttingWire } from '../support/cutting-wire.js';
import { LedgerUnderTest } from './support/ledger-under-test.js';
import { SmallDisk } from './support/small-disk.js';
import { Started, type Env, type ProductProcess } from './support/product.js';

const samples = path.join(import.meta.dirname, '../samples');
const mebibytesMax = 256;
/** Above what the process takes for a list of nobody: all of it in memory would be more. */
const moreMebibytesMax = 64;
const people = 100_000;

const teamsAsked = [
  ...['--register-under', '示例市委组织部', '--full-members', '34', '--probationary-members', '0'],
  ...['--counted-on', '2026-07-01', '--form-date', '2026-07-01'],
  ...['--formation-title', '关于组建党员志愿服务队的通知', '--formation-dated-on', '2026-01-05'],
];

interface Ended extends ProductProcess {
  readonly code: number | null;
}

/** Says at the end how much memory the process held at its highest. */
const sayPeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error('peak ' + Math.ceil(process.resourceUsage().maxRSS / 1024)));",
)}`;

describe('The command line on a machine that is short of something', () => {
  const started = new Started();
  let ledger: LedgerUnderTest;
  let env: Env;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    env = { ...ledger.env(), ZHICE_PASSWORD: await ledger.account('office', 'CITY_OFFICE') };
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  const zhice = async (words: readonly string[], how: Parameters<Started['zhice']>[2] = {}): Promise<Ended> => {
    const one = await started.zhice(env, words, how);
    return Object.assign(one, { code: await one.gone });
  };

  const annex = (out: string): readonly string[] => [
    ...['annex', '3', '--organization', ledger.top, '--form-date', '2026-07-01'],
    ...['--out', out, '--as', 'office'],
  ];

  const onDisk = async (mebibytes: number, work: (disk: SmallDisk, form: string) => Promise<void>): Promise<void> => {
    const disk = await SmallDisk.of(mebibytes);
    try {
      await work(disk, path.join(disk.folder, 'annex-3.html'));
    } finally {
      await disk.end();
    }
  };

  const refusedCleanly = ({ code, said }: Ended, why: RegExp): void => {
    expect([code, said]).toEqual([3, expect.stringMatching(why)]);
    expect(said).toContain('磁盘空间');
    expect(said).not.toMatch(/\bat .*\.js:/);
  };

  it('33: a full disk is a clean refusal, and nothing half written stays', () =>
    onDisk(1, async (disk, form) => {
      await disk.fill();
      const before = await readdir(disk.folder);
      refusedCleanly(await zhice(annex(form)), /ENOSPC/);
      expect(await readdir(disk.folder)).toEqual(before);
      await disk.free();
      expect(await zhice(annex(form))).toMatchObject({ code: 0 });
      expect(await readFile(form, 'utf8')).toMatch(/<\/html>\s*$/);
    }));

  it('33: a folder nobody may write in is a clean refusal, and the form that was there stays whole', () =>
    onDisk(4, async (disk, form) => {
      expect(await zhice(annex(form))).toMatchObject({ code: 0 });
      const before = await readFile(form);
      await disk.lock();
      refusedCleanly(await zhice(annex(form)), /EROFS|EACCES/);
      expect(await readFile(form)).toEqual(before);
    }));

  it.each(['fsync', 'rename'])(
    '65: killed with kill -9 at the %s of a form, the one that was there is whole and the new one is not there by half',
    (call) =>
      onDisk(4, async (disk, form) => {
        expect(await zhice(annex(form))).toMatchObject({ code: 0 });
        const before = await readFile(form);
        const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=1`];
        const killed = await zhice(annex(form), { wrap: ['strace', '-f', '-qq', ...inject] });
        expect(killed.said).toContain(`${call}(`);
        expect(await readFile(form)).toEqual(before);
        expect(await zhice(annex(form))).toMatchObject({ code: 0 });
      }),
  );

  const unit = '示例市示例中心党总支';
  const sheets = (): readonly (readonly string[])[] =>
    [
      ['teams', path.join(samples, 'annex-3-team-register.xlsx'), ...teamsAsked],
      [
        'roster',
        path.join(samples, 'annex-2-roster.xlsx'),
        ...['--organization', unit, '--enrolled-on', '2026-01-05', '--leader-post', '班子成员'],
      ],
      [
        'sign-in',
        path.join(samples, 'sign-in-sheets-2026.xlsx'),
        ...['--organization', unit, '--paper', path.join(samples, 'sign-in-sheets-2026.pdf')],
        ...['--late-reason', 'PAPER_SHEET_DELAYED'],
      ],
    ].map((words, n) => [
      'import',
      ...words,
      '--yes',
      '--as',
      'office',
      '--result',
      path.join(ledger.dataDir, `${n}.json`),
    ]);

  it('34: SIGTERM in the midst of an import stops between rows, and the same command goes on where it was', async () => {
    for (const words of sheets().slice(0, -1)) expect(await zhice(words)).toMatchObject({ code: 0 });
    const words = sheets().at(-1)!;
    // A far database: on a fast machine the year would be written before anybody could say stop.
    const wire = await CuttingWire.to(ledger.databases.main);
    wire.turn({ answersLateByMilliseconds: 20 });
    const cut = await started.zhice({ ...env, ...ledger.env(wire.connection) }, words);
    await cut.says(/写入 10%/);
    expect(await cut.kill('SIGTERM')).toBe(130);
    await wire.close();
    expect(cut.said).toMatch(/共 \d+ 行，已办完 \d+ 行/);
    expect(cut.said).not.toMatch(/\bat .*\.js:/);
    await ledger.isSound();
    expect(await zhice(words)).toMatchObject({ code: 0 });
    await ledger.isSound();
    // Given once more it is finished: not one entry is added.
    const head = await ledger.house.store.head();
    expect(await zhice(words)).toMatchObject({ code: 0 });
    expect(await ledger.house.store.head()).toBe(head);
  });

  it(`32: ${people} people are written out within ${mebibytesMax} MiB, page by page`, async () => {
    /** How many are listed, and the most memory held meanwhile, in MiB. */
    const listed = async (year: string): Promise<[number, number]> => {
      const words = ['volunteer-year', '--organization', ledger.top, '--year', year, '--json', '--as', 'office'];
      const { code, lines } = await zhice(words, { node: ['--max-old-space-size=96', '--import', sayPeak] });
      expect(code).toBe(0);
      const peak = Number(/^peak (\d+)$/.exec(lines.find((line) => line.startsWith('peak')) ?? '')?.[1]);
      const { items } = JSON.parse(lines.filter((line) => /^[ {}\]]/.test(line)).join('')) as { items: object[] };
      return [items.length, peak];
    };
    // The people of the roster, in the bodies below, are listed as well.
    const [known] = await listed('2026');
    await ledger.house.read.query(
      `insert into read.volunteer_year_person (volunteer_id, name, organization_id, volunteer_number, enrolled_on)
       select gen_random_uuid(), '某某某', $1, (2026000000 + n)::text, '2026-01-05' from generate_series(1, ${people}) n`,
      [ledger.top],
    );
    const [nobody, atRest] = await listed('2025');
    const [everybody, peak] = await listed('2026');
    expect([nobody, everybody]).toEqual([0, known + people]);
    expect([atRest, peak, peak < mebibytesMax, peak - atRest < moreMebibytesMax]).toEqual([atRest, peak, true, true]);
  });
});
