import { mkdirSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { builtConsole } from './built-console.js';
import { TestApi, testPassword } from './test-api.js';

const pictures = path.resolve(import.meta.dirname, '../e2e/out');
const helpPictures = path.resolve(import.meta.dirname, '../../apps/console/src/features/help/pictures');
/** A busy machine is slow, not wrong. */
const patienceMilliseconds = Number(process.env['PATIENCE_MILLISECONDS'] ?? 60_000);

export const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

/** The real API with the built console on a port of its own, and Debian's Chromium before it. */
export class TestConsole {
  private readonly faults: string[] = [];

  private constructor(
    readonly api: TestApi,
    readonly origin: string,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<TestConsole> {
    const api = await TestApi.open({ consoleFolder: await builtConsole() });
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.server.address() as { port: number };
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    mkdirSync(pictures, { recursive: true });
    return new TestConsole(api, `http://127.0.0.1:${port}`, browser);
  }

  /** Where events of this type stand in the log, in order: how many there are, and which one a receipt names. */
  async positionsOf(type: string): Promise<string[]> {
    const { rows } = await this.api.house.mainPool.query<{ position: string }>(
      'select position::text as position from ledger.entry where type = $1 order by ledger.entry.position',
      [type],
    );
    return rows.map(({ position }) => position);
  }

  /** A browser of one's own: no cookie, the clock of the API, no motion. What its pages complain of is kept. */
  async visitor(size: keyof typeof sizes = 'desk'): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      baseURL: this.origin,
      viewport: sizes[size],
      hasTouch: size === 'phone',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patienceMilliseconds);
    await context.clock.setFixedTime(this.api.clock.now);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (said) => {
      // An answer that is no is written there by the browser itself.
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
        this.faults.push(`${page.url()}: ${said.text()}`);
    });
    return page;
  }

  /** Somebody who signs in by the form. */
  async signedIn(login: string, size: keyof typeof sizes = 'desk', password = testPassword): Promise<Page> {
    const page = await this.visitor(size);
    await page.goto('/');
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    return page;
  }

  /** What axe-core finds serious or critical on the page, as rule and place. */
  async barriers(page: Page): Promise<readonly string[]> {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' ')))
    )`);
  }

  /** A picture of what is there, for the reader of the tests. */
  async picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  }

  /**
   * A picture for the handbook, small enough to be kept in the source: `UPDATE_HELP=1` writes it, a usual run looks whether
   * the handbook has it.
   */
  async helpPicture(page: Page, name: string): Promise<void> {
    const file = path.join(helpPictures, `${name}.jpg`);
    if (process.env['UPDATE_HELP'] === '1') await page.screenshot({ path: file, type: 'jpeg', quality: 55 });
    await access(file);
  }

  /** A story from its sign-in to its end; one that fails leaves a picture of every page, and says what the pages complained of. */
  async story(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const pages = this.browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) await this.picture(page, `failed-${index}`);
      throw new Error(`${(error as Error).message}\n${this.faults.join('\n')}`, { cause: error });
    }
    if (this.faults.length > 0) throw new Error(this.faults.join('\n'));
  }

  /** What pages complained of: faults, and everything the policy of the page held back. */
  complaints(): readonly string[] {
    return this.faults;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.api.close();
  }
}
