import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { dataSource } from '../../test/support/migrated-log.js';
import { orderOf, pageOf, pageSizeMax, rowsOf } from './paging.js';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  source = await dataSource(database.main, []).initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const select = { text: 'select n from generate_series(1, $1::int) n', values: [450] };

describe('a page of a list', () => {
  it('gives its items and the count of all', async () => {
    expect(await pageOf(source, select, 'n', { page: 3, pageSize: 200 })).toEqual({
      items: Array.from({ length: 50 }, (_, i) => ({ n: 401 + i })),
      total: 450,
      page: 3,
      pageSize: 200,
    });
  });

  it('finds the rows once where told, and has tables ahead of the select', async () => {
    const tables = 'numbered as (select n, n % 2 = 0 as even from generate_series(1, $1::int) n)';
    const text = 'select n from numbered where even';
    for (const once of [{}, { once: true }] as const) {
      const even = { tables, text, values: [450], ...once };
      expect(await pageOf(source, even, 'n desc', { page: 2, pageSize: 100 })).toMatchObject({ total: 225, page: 2 });
      expect((await pageOf(source, even, 'n desc', { page: 3, pageSize: 100 })).items.at(-1)).toEqual({ n: 2 });
      expect(await pageOf(source, even, 'n', { page: 9, pageSize: 100 })).toMatchObject({ items: [], total: 225 });
    }
    expect(await rowsOf(source, { tables, text: `${text} and n < 5`, values: [450] })).toEqual([{ n: 2 }, { n: 4 }]);
  });

  it('is the first, of 50, unless told', async () => {
    const { items, ...rest } = await pageOf(source, select, 'n', {});
    expect([items.length, items[0], rest]).toEqual([50, { n: 1 }, { total: 450, page: 1, pageSize: 50 }]);
  });

  it('after the end is empty and still tells the count', async () => {
    expect(await pageOf(source, select, 'n', { page: 4, pageSize: 200 })).toMatchObject({ items: [], total: 450 });
  });

  it.each([
    [0, 1],
    [1, 1],
    [pageSizeMax, pageSizeMax],
    [pageSizeMax + 1, pageSizeMax],
    [Number.NaN, 1],
  ])('of %d items holds %d', async (asked, given) => {
    expect((await pageOf(source, select, 'n', { pageSize: asked })).items).toHaveLength(given);
  });

  it.each([0, -1, Number.NaN])('numbered %d is the first', async (page) => {
    expect((await pageOf(source, select, 'n', { page })).items[0]).toEqual({ n: 1 });
  });

  it('numbered beyond all numbers is empty', async () => {
    const page = await pageOf(source, select, 'n', { page: Number.MAX_SAFE_INTEGER, pageSize: 200 });
    expect(page).toMatchObject({ items: [], total: 450 });
  });
});

describe('rows', () => {
  it('come with plain days and with numbers', async () => {
    const text = `select date '2028-02-29' as day, sum(n) as sum from generate_series(1, 3) n`;
    expect(await rowsOf(source, { text, values: [] })).toEqual([{ day: '2028-02-29', sum: 6 }]);
  });
});

describe('the order of a list', () => {
  const sorts = { minutes: '"minutes"', name: '"name"' } as const;
  const rest = { otherwise: 'name' as const, key: '"id"' };

  it('ends with the key, so that no page repeats or loses a row', () => {
    expect(orderOf(sorts, {}, rest)).toBe('"name" asc nulls last, "id"');
    expect(orderOf(sorts, { sort: 'minutes', descending: true }, rest)).toBe('"minutes" desc nulls last, "id"');
  });

  it.each(['id; drop table x', 'toString', ''])('takes no name from outside its list: %p', (sort) => {
    expect(() => orderOf(sorts, { sort: sort as 'name' }, rest)).toThrow(RangeError);
  });
});
