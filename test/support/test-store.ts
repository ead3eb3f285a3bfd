import { randomUUID } from 'node:crypto';
import { protocolServer } from './eventstoredb/protocol-server.js';

export interface TestStore {
  /** For the house: says where its log is. */
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

/**
 * Where the log of a house under test stands: PostgreSQL, or with `ZHICE_TEST_STORE=eventstoredb` EventStoreDB: the server of
 * `ESDB_TEST_URL` under a prefix of its own, else a protocol server for this house alone.
 */
export async function testStore(): Promise<TestStore> {
  if (process.env['ZHICE_TEST_STORE'] !== 'eventstoredb') return { env: {}, end: () => Promise.resolve() };
  const real = process.env['ESDB_TEST_URL'];
  if (real !== undefined)
    return {
      env: { EVENTSTORE_URL: real, EVENTSTORE_PREFIX: `zhice-test-${randomUUID()}-` },
      end: () => Promise.resolve(),
    };
  const server = await protocolServer();
  return { env: { EVENTSTORE_URL: server.url() }, end: () => server.end() };
}
