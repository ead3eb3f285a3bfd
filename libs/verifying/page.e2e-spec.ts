import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Bundle } from '#libs/proof/bundle';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { readNote } from '#libs/proof/note';
import { paperLines } from '#libs/proof/paper';
import { BundleBuilder } from '#libs/sealing/bundle-builder';
import { sealingBench, type SealingBench } from '../../test/support/sealing-bench.js';
import { verifierPage } from './page-html.js';
import { verifyFiles, type Told } from './verify-files.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

interface Given {
  readonly policy?: string;
  readonly subject: string;
  readonly held?: readonly string[];
  readonly typed?: string;
}

// Where there is no browser nothing is said of the page; CI installs one and has to find it.
const tried = executablePath !== undefined || process.env['CI'] !== undefined;
describe('A machine for these tests', () => {
  it('has a browser where it decides', () => expect([executablePath !== undefined, !tried]).toContain(true));
});

const inChromium = tried ? describe : (): void => undefined;
inChromium('The page that checks offline, in Chromium', () => {
  let bench: SealingBench;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let older: Bundle;
  let bundle: Bundle;
  const asked: string[] = [];

  beforeAll(async () => {
    bench = await sealingBench();
    for (const n of [1, 2, 3]) await bench.volunteer(n);
    const { store, mainPool: pool } = bench.house;
    const builder = new BundleBuilder({ store, log: store.log, pool });
    await bench.checkpointer.checkpoint();
    older = await builder.build(bench.volunteerId(2));
    await bench.change(2);
    await bench.checkpointer.checkpoint();
    bundle = await builder.build(bench.volunteerId(2));
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-page-'));
    await writeFile(path.join(folder, '校验.html'), await verifierPage());
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('request', (request) => void asked.push(request.url()));
    page.on('pageerror', (error) => void asked.push(String(error)));
    await page.goto(pathToFileURL(path.join(folder, '校验.html')).href);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = (text: string) => ({ name: 'given.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  const inThePage = async ({ policy = bench.policyText, subject, held = [], typed = '' }: Given): Promise<string[]> => {
    await page.setInputFiles('#policy', file(policy));
    await page.setInputFiles('#subject', file(subject));
    await page.setInputFiles('#held', held.map(file));
    await page.fill('#typed', typed);
    await page.click('#check');
    await page.locator('#code', { hasText: /\d/ }).waitFor({ state: 'attached', timeout: 60_000 });
    return [await page.textContent('#code'), await page.textContent('#result')].map((text) => text ?? '');
  };
  const here = ({ policy = bench.policyText, subject, held = [], typed }: Given): Promise<Told> =>
    verifyFiles({ policy, subject, held: typed === undefined ? held : [...held, typed], now: 0 });

  it('says the same as the command line of what holds, step by step', async () => {
    const [code, text] = await inThePage({ subject: JSON.stringify(bundle), held: [older.checkpoint] });
    expect(code).toBe('0');
    const told = await here({ subject: JSON.stringify(bundle), held: [older.checkpoint] });
    expect(told.steps).toHaveLength(8);
    for (const [i, { title }] of told.steps.entries()) expect(text).toContain(`${i + 1}. 通过　${title}`);
    for (const fact of told.facts) expect(text).toContain(fact);
  });

  const replaced = (from: RegExp, to: string) => (): Given => ({ subject: JSON.stringify(bundle).replace(from, to) });
  it.each<[string, () => Given, string, string]>([
    ['an entry changed', replaced(/\\"rev\\":1,/, '\\"rev\\":7,'), '1', 'INCLUSION'],
    ['a figure made up', replaced(/"figures":\{\}/, '"figures":{"2001":60}'), '1', 'FIGURE_MISMATCH'],
    ['a signature of the log changed', replaced(/(— zhice\S* .{20})./, '$1/'), '1', 'LOG_SIG'],
    [
      'an older bundle than is held',
      () => ({ subject: JSON.stringify(older), held: [bundle.checkpoint] }),
      '1',
      'OLDER_THAN_HELD',
    ],
    ['another root of the same size held on paper', forked, '1', 'FORK_SAME_SIZE'],
    ['a row of the paper mistyped', mistyped, '2', '手里的检查点有误'],
    ['no bundle', () => ({ subject: '{}' }), '2', '不是履历包'],
    ['no policy', () => ({ policy: 'log x', subject: JSON.stringify(bundle) }), '2', '策略文件有误'],
    ['markup in the file', () => ({ policy: '<img src=x onerror=alert(1)>', subject: '{}' }), '2', 'unknown word <img'],
  ])('finds %s', async (_, given, code, words) => {
    const [shownCode, text] = await inThePage(given());
    expect([shownCode, text]).toEqual([code, expect.stringContaining(words)]);
    expect((await here(given())).code).toBe(Number(code));
  });

  function forked(): Given {
    const checkpoint = readCheckpoint(readNote(bundle.checkpoint).text);
    return {
      subject: JSON.stringify(bundle),
      typed: paperLines({ ...checkpoint, root: Buffer.alloc(32, 7) }).join('\n'),
    };
  }
  function mistyped(): Given {
    const lines = paperLines(readCheckpoint(readNote(bundle.checkpoint).text));
    return { subject: JSON.stringify(bundle), typed: lines.with(3, '0000 1111 2222 3333 4444').join('\n') };
  }

  it('checks a checkpoint alone, and agrees with what was typed from paper', async () => {
    const typed = paperLines(readCheckpoint(readNote(bundle.checkpoint).text)).join('\n');
    const [code, text] = await inThePage({ subject: bundle.checkpoint, typed });
    expect([code, text]).toEqual(['0', expect.stringContaining('见证 higher')]);
  });

  it('is one file that asks nobody for anything, is the same each time it is made, and ran without a fault', async () => {
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    const again = await verifierPage();
    expect(again).toBe(await verifierPage());
    expect(again).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
    expect(Buffer.byteLength(again)).toBeLessThan(300_000);
  });
});
