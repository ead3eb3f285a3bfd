import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { branchOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { OwnServer } from './support/own-server.js';
import { Started, type ProductProcess } from './support/product.js';

const pageBytes = 8_192;
/** Where the first writer's key stands. */
const firstPage = 0;
const damagedPage = 2;

describe('A data file in which one byte was changed', () => {
  const started = new Started();
  let server: OwnServer;
  let ledger: LedgerUnderTest;
  /** Positions of the entries on the pages. */
  let hit: string[];
  let hitOnFirst: string[];

  beforeAll(async () => {
    server = await OwnServer.start();
    ledger = await LedgerUnderTest.open(await server.makePair());
    const office = await ledger.cookie('CITY_OFFICE');
    const api = await started.api(ledger.env());
    for (let i = 0; i < 40; i++) receiptOf(await api.post('/api/organizations', office, branchOf(ledger.top)));
    await api.process.kill('SIGTERM');
    const sound = await verify();
    expect([sound.code, sound.said]).toEqual([0, expect.stringContaining('全部相符')]);
    hitOnFirst = await onPage(firstPage);
    hit = await onPage(damagedPage);
    await damage(damagedPage);
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
    await server.end();
  });

  const onPage = async (page: number): Promise<string[]> => {
    const rows = await server.ask<{ position: string }>(
      `select position::text from ledger.entry where (ctid::text::point)[0] = ${page} order by ledger.entry.position`,
      'ledger',
    );
    return rows.map(({ position }) => position);
  };

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

  const unreadableOf = ({ lines }: ProductProcess): string[] =>
    lines.flatMap((line) => /^位置 (\d+)　.*读不出/.exec(line)?.[1] ?? []);

  it('65: is an error of the checksum, never a wrong reading, and the check names every entry on that page and no other', async () => {
    expect(hit.length).toBeGreaterThan(1);
    await expect(ledger.entries()).rejects.toThrow(/invalid page|checksum/);
    const verified = await verify();
    expect([verified.code, unreadableOf(verified)]).toEqual([1, hit]);
    expect(verified.said).toContain('从备份');
    // Whatever else is found is that an entry does not follow one which cannot be read.
    const others = verified.lines.filter((line) => /^位置 \d+/.test(line) && !line.includes('读不出'));
    for (const line of others) expect(line).toMatch(/版次不连续|接不上|没有在本流登记|不在 sys-keys 中/);
  });

  describe('on the page that every process needs at its start', () => {
    beforeAll(() => damage(firstPage));

    it('65: lets nothing start but the check, which names its entries too', async () => {
      const status = await started.zhice(ledger.env(), ['status']);
      expect([await status.gone, status.said]).toEqual([3, expect.stringContaining('zhice verify')]);
      const verified = await verify();
      expect([verified.code, unreadableOf(verified)]).toEqual([1, [...hitOnFirst, ...hit].sort((a, b) => Number(a) - Number(b))]);
    });
  });
});
