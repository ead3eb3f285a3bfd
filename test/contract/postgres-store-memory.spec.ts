import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import type { TestDatabase } from '#libs/postgres/test-server';
import { compiledCode, type CompiledCode } from '../support/compiled-code.js';
import { migratedLog } from '../support/migrated-log.js';
import { entries } from './entries.js';

// A busy machine is slow, not wrong.
jest.setTimeout(300_000);

const events = 10_000;
const bytesEach = 10_000;
const heapMebibytes = 64;

/** Reads it all three ways and keeps nothing: whatever is in memory is the store's. */
const reader = `
import { PostgresEventStore } from './libs/event-store/postgres/postgres-event-store.js';
const store = await PostgresEventStore.open({ connection: JSON.parse(process.env.MAIN) });
let [forwards, backwards, all] = [0, 0, 0];
for await (const { revision } of store.readStream('long')) if (revision === forwards) forwards += 1;
for await (const { revision } of store.readStream('long', { direction: 'backwards' })) if (revision === forwards - 1 - backwards) backwards += 1;
for (let after = null, end = false; !end; ) {
  const page = await store.readAll(after, 1_000);
  all += page.entries.length;
  [after, end] = [page.last, page.end];
}
say([forwards, backwards, all].join(' '));
await store.close();
`;

describe('The log in PostgreSQL read by a process with a small heap', () => {
  let database: TestDatabase;
  let code: CompiledCode;

  beforeAll(async () => {
    [database, code] = await Promise.all([migratedLog(), compiledCode()]);
    const store = await PostgresEventStore.open({ connection: database.main });
    // As many as one append may hold: 1,000,000 bytes.
    for (let n = 0; n < events; n += 100)
      await store.append({ stream: 'long', expected: 'any', entries: entries(100, 'x'.repeat(bytesEach)) });
    await store.close();
  });
  afterAll(async () => {
    await code.end();
    await database.drop();
  });

  it(`29: ${events} entries of ${bytesEach} bytes, in order and in full, within ${heapMebibytes} MiB`, async () => {
    const one = code.run(reader, {
      MAIN: JSON.stringify(database.main),
      NODE_OPTIONS: `--max-old-space-size=${heapMebibytes}`,
    });
    expect([await one.gone, one.lines]).toEqual(['', [`${events} ${events} ${events}`]]);
  });
});
