import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TestZhice } from './test-zhice.js';

describe('zhice resume', () => {
  let zhice: TestZhice;
  beforeAll(async () => {
    zhice = await TestZhice.open();
  }, 300_000);
  afterAll(() => zhice.end());

  it('lets a window that stopped go on, which status names with the entry and the reason', async () => {
    const house = await zhice.house();
    house.engine.start();
    await house.engine.waitFor((await house.store.head())!, 20_000);
    await house.engine.stop();
    const stopped = { position: '0', type: 'WriterKeyAdded', eventId: randomUUID(), why: 'a fault of ours' };
    await house.readPool.query(
      "update read.checkpoint set position = null, stopped = $1 where name = 'volunteer-history'",
      [stopped],
    );
    await house.close();
    const status = await zhice.run('status');
    expect(status.out).toContain('停在 0（WriterKeyAdded）：a fault of ours');
    expect(status.out).toContain('zhice resume volunteer-history');
    const resumed = await zhice.run('resume', 'volunteer-history');
    expect(resumed).toMatchObject({ code: 0 });
    expect(resumed.out).toContain('已继续并跟上台账：volunteer-history');
    expect((await zhice.run('status')).out).not.toContain('停在');
    expect((await zhice.run('resume', 'volunteer-history')).out).toContain('没有停下');
    expect(await zhice.run('resume', 'no-such-window')).toMatchObject({ code: 2 });
  }, 120_000);
});
