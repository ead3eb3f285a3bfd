import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from './test-server.js';

describe('The server of the tests', () => {
  const made: TestDatabase[] = [];
  afterAll(() => Promise.all(made.map((each) => each.drop())));

  const make = async () => {
    const database = await testDatabase();
    made.push(database);
    return database;
  };

  it('gives every test a pair of databases of its own', async () => {
    const [one, other] = await Promise.all([make(), make()]);
    const names = [one.main, one.keys, other.main, other.keys].map(({ database }) => database);
    expect(new Set(names).size).toBe(4);
    for (const config of [one.main, one.keys, other.main, other.keys]) {
      expect(await ask(config, 'select current_database() as answer')).toBe(config.database);
    }
  });

  it('sees Chinese as letters and stores it as UTF-8', async () => {
    const { main } = await make();
    expect(await ask(main, "select current_setting('server_encoding') as answer")).toBe('UTF8');
    expect(await ask(main, "select length('志册𠮷') as answer")).toBe(3);
  });

  it('drops the pair although somebody is still connected, and drops it once only', async () => {
    const database = await make();
    const lingering = new pg.Client(database.main);
    const cut = new Promise((resolve) => lingering.on('error', resolve));
    await lingering.connect();
    await Promise.all([database.drop(), database.drop()]);
    await cut;
    await expect(ask(database.main, 'select 1 as answer')).rejects.toThrow();
  });

  it('can be entered again after the last test of a process has left', async () => {
    await (await testDatabase()).drop();
    const again = await testDatabase();
    expect(await ask(again.main, 'select 1 as answer')).toBe(1);
    await again.drop();
  });
});

async function ask(config: pg.PoolConfig, statement: string): Promise<unknown> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(statement)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}
