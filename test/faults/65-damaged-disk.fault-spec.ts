import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { branchOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { OwnServer } from './support/own-server.js';
import { Started, type ProductProcess } from './support/product.js';

const pageBytes = 8_192;
const damagedPage = 2;

describe('A data file in which one byte was changed', () => {
  const started = new Started();
  let server: OwnServer;
  let ledger: LedgerUnderTest;

  beforeAll(async () => {
    server = await OwnServer.start();
    ledger = await LedgerUnderTest.open(await server.makePair());
    const office = await ledger.cookie('CITY_OFFICE');
    const api = await started.api(ledger.env());
    for (let i = 0; i < 40; i++) receiptOf(await api.post('/api/organizations', office, branchOf(ledger.top)));
    await api.process.kill('SIGTERM');
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
    await server.end();
  });

  const onPage = (page: number): Promise<{ position: string }[]> =>
    server.ask(
      `select position::text from ledger.entry where (ctid::text::point)[0] = ${page} order by ledger.entry.position`,
      'ledger',
    );

  /** Flips one bit behind the server's back, in the midst of what the page's entries say. */
  const damage = async (page: number): Promise<void> => {
    const [file] = await server.ask<{ file: string }>("select pg_relation_filepath('ledger.entry') as file", 'ledger');
    await server.stop();
    const heap = await open(path.join(server.dataFolder, file!.file), 'r+');
    const at = page * pageBytes + pageBytes - 200;
    const { buffer } = await heap.read(Buffer.alloc(1), 0, 1, at);
    await heap.write(Buffer.from([buffer[0]! ^ 0x01]), 0, 1, at);
    await heap.close();
    await server.startAgain();
  };

  const verify = async (): Promise<ProductProcess & { readonly code: number | null }> => {
    const one = await started.zhice(ledger.env(), ['verify']);
    return Object.assign(one, { code: await one.gone });
  };

  it('65: is an error of the checksum, never a wrong reading, and the check names every entry on that page and no other', async () => {
    const sound = await verify();
    expect([sound.code, sound.said]).toEqual([0, expect.stringContaining('全部相符')]);
    const hit = (await onPage(damagedPage)).map(({ position }) => position);
    expect(hit.length).toBeGreaterThan(1);
    await damage(damagedPage);
    await expect(ledger.entries()).rejects.toThrow(/invalid page|checksum/);
    const verified = await verify();
    expect(verified.code).toBe(1);
    const unreadable = verified.lines.flatMap((line) => /^位置 (\d+)　.*读不出/.exec(line)?.[1] ?? []);
    expect(unreadable).toEqual(hit);
    expect(verified.said).toContain('从备份');
    // Whatever else is found is that an entry does not follow one which cannot be read.
    const others = verified.lines.filter((line) => /^位置 \d+/.test(line) && !line.includes('读不出'));
    for (const line of others) expect(line).toMatch(/版次不连续|接不上|没有在本流登记/);
    expect(await started.zhice(ledger.env(), ['status']).then((one) => one.gone)).toBe(0);
  });
});
