import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { builtConsole } from '../support/built-console.js';
import { TestApi } from '../support/test-api.js';

describe('the console on the port of the API', () => {
  let api: TestApi;
  let folder: string;
  beforeAll(async () => {
    folder = await builtConsole();
    api = await TestApi.open({ consoleFolder: folder });
  }, 180_000);
  afterAll(() => api.close(), 180_000);

  it('is one page for every address of its own, with a policy that lets nothing in but what the page names', async () => {
    await api.anonymous().get('/').expect(302).expect('location', '/console/');
    const [one, other] = [
      await api.anonymous().get('/console/'),
      await api.anonymous().get('/console/volunteers/7?x=1'),
    ];
    for (const { status, headers } of [one, other]) {
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
    }
    const policy = one.headers['content-security-policy'] as string;
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(one.text).toContain(`nonce="${nonce}"`);
    expect(other.text).not.toContain(nonce);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('sends its files compressed and lets them be kept for ever, and has no others', async () => {
    const script = (await readdir(path.join(folder, 'assets'))).find((file) => /^index.*\.js$/.test(file));
    const { status, headers } = await api.anonymous().get(`/console/assets/${script}`).set('accept-encoding', 'gzip');
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['cache-control']).toContain('immutable');
    await api.anonymous().get('/console/assets/other.js').expect(404);
    expect((await api.anonymous().get('/console/assets/../index.html')).status).toBeGreaterThanOrEqual(400);
    await api.anonymous().get('/api/nope').expect(404);
  });
});
