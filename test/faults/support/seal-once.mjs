// Seals, signs and ends: sealer and signer of the product, as compiled, with nothing else of a house round them.
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import pg from 'pg';

const { DIST, DATABASE_URL, KEYS_URL, DATA_DIR } = process.env;
const room = (name) => import(pathToFileURL(path.join(DIST, `libs/${name}.js`)).href);
const [{ PostgresEventStore }, { Ledger }, { EventCodec }, { eventCatalogue }, { openSealing }] = await Promise.all([
  room('event-store/postgres/postgres-event-store'),
  room('event-store/ledger'),
  room('event-store/codec'),
  room('house/catalogue'),
  room('house/sealing'),
]);
const [{ PostgresKeyRing }, { openKeyFiles }, { writerKey, signAside }] = await Promise.all([
  room('privacy/postgres-key-ring'),
  room('privacy/master-key'),
  room('proof/entry'),
]);

const mainPool = new pg.Pool({ connectionString: DATABASE_URL, max: 4 });
const keysPool = new pg.Pool({ connectionString: KEYS_URL, max: 2 });
const files = await openKeyFiles(DATA_DIR, false);
const store = await PostgresEventStore.open({ connection: { connectionString: DATABASE_URL } });
const ledger = new Ledger({
  store,
  codec: new EventCodec(eventCatalogue),
  keys: new PostgresKeyRing(keysPool, files.master),
  writer: writerKey(files.writerPem),
  sign: signAside,
  log: store.log,
  now: Date.now,
});
const failed = [];
const { checkpointer } = openSealing(
  { store, ledger, mainPool },
  { dataDir: DATA_DIR, env: process.env, onError: (error) => failed.push(error) },
);
const { size } = await checkpointer.checkpoint();
await store.close();
await Promise.all([mainPool.end(), keysPool.end()]);
if (failed.length > 0) throw failed[0];
process.stdout.write(`sealed ${size}\n`);
